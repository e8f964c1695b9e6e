import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from proof import assert_complete, assert_proven, assert_worked, case, needs_library

from ecdcalc.equations import air
from ecdcalc.equations.constants import AIR_GAS_CONSTANT, AIR_ISENTROPIC_EXPONENT

KAPPA, R_AIR = str(AIR_ISENTROPIC_EXPONENT), str(AIR_GAS_CONSTANT)
LEAK = {"discharge": "1", "temperature": "21 °C", "isentropic_exponent": KAPPA, "gas_constant": R_AIR}
CASES = [
    # fluids 1.3.1, isothermal_work_compression and isentropic_work_compression, 1 to 8 bar, over the molar volume
    case(air.isothermal_work, "0.057762265 kWh/m3", 1e-6, inlet_pressure="0.1 MPa", outlet_pressure="0.8 MPa"),
    case(
        air.adiabatic_work,
        "0.078890712 kWh/m3",
        1e-6,
        inlet_pressure="0.1 MPa",
        outlet_pressure="0.8 MPa",
        isentropic_exponent=KAPPA,
        stages="1",
    ),
    case(air.compressor_power, "118.34 kW", flow="1200 m3/h", work="0.07889 kWh/m3", efficiency="80 %"),
    # US DOE, Improving Compressed Air System Performance: 1 % per 2 psi near 100 psig; here 100 to 90 psig, two stages
    case(
        air.pressure_saving,
        "5 %",
        0.05,
        inlet_pressure="101.325 kPa",
        pressure_before="790.8 kPa",
        pressure_after="721.9 kPa",
        isentropic_exponent=KAPPA,
        stages="2",
    ),
    case(air.orifice_area, "7.9173 mm2", diameter="3.175 mm"),
    # fluids 1.3.1, P_critical_flow(1, 1.4)
    case(air.critical_pressure_ratio, "0.52828179", 1e-7, isentropic_exponent=KAPPA),
    # DOE compressed-air tip sheet 3 (restated, page not seen):
    # 26 cfm through 1/8 inch at 100 psig, C = 1; free air of 1.2 kg/m³
    case(
        air.leak_flow, "53.0 kg/h", 0.01, area="7.9173 mm2", pressure="790.8 kPa", outside_pressure="101.3 kPa", **LEAK
    ),
    # ISO 2533 at sea level: 1.225 kg/m³
    case(air.gas_density, "1.225 kg/m3", pressure="101.325 kPa", temperature="15 °C", gas_constant=R_AIR),
    case(air.leak_share, "20 %", load_time="2 min", unload_time="8 min"),
    # ASHRAE Handbook Fundamentals, perfect-gas equations of ch. 1: p_w = 1.5846 kPa, W = 0.009882,
    # h = 1.006 × 25 + W (2501 + 1.86 × 25)
    case(
        air.moist_air_enthalpy,
        "50.32 kJ/kg",
        3e-3,
        library=True,
        temperature="25 °C",
        relative_humidity="50 %",
        pressure="101.325 kPa",
    ),
]


def leak(pressure, outside):
    return air.leak_flow(
        area=1e-5,
        discharge=0.61,
        pressure=pressure,
        outside_pressure=outside,
        temperature=294.0,
        isentropic_exponent=1.4,
        gas_constant=287.05,
    )


@pytest.mark.parametrize(("stages", "share"), [(1, 0.011), (2, 0.010)])
def test_the_rule_of_two_psi(stages, share):
    before, after = (psi * 6894.757 for psi in (114.696, 112.696))
    found = air.pressure_saving(
        inlet_pressure=101325.0, pressure_before=before, pressure_after=after, isentropic_exponent=1.4, stages=stages
    )
    assert found == pytest.approx(share, abs=0.0005)


@needs_library
@pytest.mark.parametrize("celsius", [0.0, 20.0, 40.0])
@pytest.mark.parametrize("outlet", [0.3e6, 0.8e6, 1e6, 2e6])
def test_an_ideal_gas_against_real_air(celsius, outlet):
    """The claims of the docstrings against the equation of state of CoolProp (Lemmon 2000), from 0.1 MPa."""
    from CoolProp.CoolProp import PropsSI

    kelvin, inlet = celsius + 273.15, 1e5
    density, entropy, enthalpy, free = (PropsSI(each, "P", inlet, "T", kelvin, "Air") for each in "DSHG")
    isothermal = (PropsSI("G", "P", outlet, "T", kelvin, "Air") - free) * density
    assert air.isothermal_work(inlet_pressure=inlet, outlet_pressure=outlet) == pytest.approx(isothermal, rel=0.01)
    compressed = (PropsSI("H", "P", outlet, "S", entropy, "Air") - enthalpy) * density
    ends = {"inlet_pressure": inlet, "outlet_pressure": outlet}
    assert air.adiabatic_work(**ends, isentropic_exponent=1.4, stages=1) == pytest.approx(compressed, rel=0.01)
    between = math.sqrt(inlet * outlet)
    cooled, again = (PropsSI(each, "P", between, "T", kelvin, "Air") for each in "HS")
    first = PropsSI("H", "P", between, "S", entropy, "Air") - enthalpy
    second = PropsSI("H", "P", outlet, "S", again, "Air") - cooled
    found = air.adiabatic_work(**ends, isentropic_exponent=1.4, stages=2)
    assert found == pytest.approx((first + second) * density, rel=0.01)


@needs_library
@pytest.mark.parametrize("celsius", [15.0, 20.0, 30.0])
@pytest.mark.parametrize("pressure", [1e5, 3e5, 1e6])
def test_the_density_of_real_air(celsius, pressure):
    from CoolProp.CoolProp import PropsSI

    found = air.gas_density(pressure=pressure, temperature=celsius + 273.15, gas_constant=AIR_GAS_CONSTANT.base)
    assert found == pytest.approx(PropsSI("D", "P", pressure, "T", celsius + 273.15, "Air"), rel=0.005)


@settings(max_examples=30)
@given(st.floats(2e5, 2e6), st.floats(1.01, 2.0))
def test_a_choked_leak_grows_with_pressure_alone(pressure, times):
    assert leak(pressure * times, 1e5) == pytest.approx(times * leak(pressure, 1e5))
    assert leak(pressure, 0.5 * pressure) == pytest.approx(leak(pressure, 1e3))


@pytest.mark.parametrize(
    ("inch", "psig", "cfm"), [(1 / 16, 100, 3.8), (1 / 8, 80, 12.7), (1 / 8, 100, 15.4), (1 / 4, 90, 56)]
)
def test_the_table_of_leaks_through_sharp_holes(inch, psig, cfm):
    # ifm, after the US DOE: estimated flow of leaks, sharp orifices; free air of 1.2 kg/m³
    area = math.pi / 4 * (inch * 0.0254) ** 2
    found = leak((psig + 14.696) * 6894.757, 101325) * area / 1e-5
    assert found / 1.2 / 0.3048**3 * 60 == pytest.approx(cfm, rel=0.05)


def test_a_leak_without_difference_of_pressure_is_none():
    assert leak(1e5, 1e5) == pytest.approx(0.0, abs=1e-12)
    assert leak(2e5, 1.2e5) < leak(2e5, 1e5)


def test_nothing_leaks_in_against_the_pressure():
    assert leak(1e5, 1.2e5) == 0.0


@needs_library
def test_saturated_air_of_the_handbook():
    # ASHRAE Handbook Fundamentals, thermodynamic properties of moist air, saturated at 20 °C: 57.55 kJ/kg
    found = air.moist_air_enthalpy.of(temperature="20 °C", relative_humidity="100 %", pressure="101.325 kPa")
    assert found.value == pytest.approx(57.55, rel=1e-3)


@settings(max_examples=30)
@given(st.floats(1.2, 20.0), st.integers(1, 4))
def test_more_stages_come_nearer_to_the_isothermal_work(ratio, stages):
    def work(number):
        return air.adiabatic_work(
            inlet_pressure=1e5, outlet_pressure=ratio * 1e5, isentropic_exponent=1.4, stages=float(number)
        )

    assert air.isothermal_work(inlet_pressure=1e5, outlet_pressure=ratio * 1e5) < work(stages + 1) < work(stages)


@pytest.mark.parametrize("case", CASES)
def test_worked_example(case):
    assert_worked(case)


@pytest.mark.parametrize("case", CASES)
def test_runs_on_anything_and_keeps_units(case):
    assert_proven(case)


def test_every_formula_is_worked():
    assert_complete(air, CASES)
