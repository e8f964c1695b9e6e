import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from proof import assert_complete, assert_proven, assert_worked, case, needs_library

from ecdcalc.equations import steam
from ecdcalc.equations.properties import steam as look_up
from ecdcalc.equations.steam import NAPIER
from ecdcalc.words.errors import ValidityWarning

EXPANSION = {"inlet_pressure": "4.2112 MPa", "inlet_temperature": "614.85 °C", "outlet_pressure": "3.4781 MPa"}
CASES = [
    # IAPWS R7-97(2012), table 36: 453.035632 K at 1 MPa
    case(steam.saturation_temperature, "179.885632 °C", 1e-8, library=True, pressure="1 MPa"),
    # Wagner and Kretzschmar, International Steam Tables, 1 MPa: h'' = 2777.12, h' = 762.683 kJ/kg
    case(steam.saturated_steam_enthalpy, "2777.12 kJ/kg", 1e-5, library=True, pressure="1 MPa"),
    case(steam.saturated_water_enthalpy, "762.683 kJ/kg", 1e-5, library=True, pressure="1 MPa"),
    # IAPWS R7-97(2012), table 15: 2631.49474 kJ/kg at 30 MPa and 700 K
    case(steam.enthalpy, "2631.49474 kJ/kg", 1e-8, library=True, pressure="30 MPa", temperature="426.85 °C"),
    # unit tests of ORNL's MEASUR (Turbine.unit.cpp): 888 K, h1 = 3707.3971, h2 = 3677.1554 with 40.1 %
    case(steam.isentropic_enthalpy, "3631.98 kJ/kg", 2e-5, library=True, **EXPANSION),
    case(
        steam.exhaust_enthalpy,
        "3677.155 kJ/kg",
        1e-5,
        inlet_enthalpy="3707.3971 kJ/kg",
        isentropic_enthalpy="3631.981 kJ/kg",
        efficiency="40.1 %",
    ),
    # the same (Turbine.unit.cpp): 15844 kg/h give 479149.9 kJ/h before the generator
    case(
        steam.expansion_power,
        "133.0972 kW",
        1e-4,
        flow="15.844 t/h",
        inlet_enthalpy="3707.3971 kJ/kg",
        isentropic_enthalpy="3631.981 kJ/kg",
        efficiency="40.1 %",
    ),
    # the same (PRV.unit.cpp): 4.8794 MPa, 691.5 K throttled to 4.0823 MPa gives 686.00878 K
    case(
        steam.let_down_temperature,
        "412.85878 °C",
        1e-5,
        library=True,
        inlet_pressure="4.8794 MPa",
        inlet_temperature="418.35 °C",
        outlet_pressure="4.0823 MPa",
    ),
    # DOE steam tip sheet 1: 75.8 lb/h through 1/8 inch at 150 psig, C = 0.72
    case(
        steam.trap_loss,
        "75.8 lb/h",
        0.02,
        area="7.9173 mm2",
        discharge="0.72",
        pressure="1135.5 kPa",
        napier=str(NAPIER),
    ),
    # MEASUR (FlashTank.unit.cpp): 36133 kg of 2000 kJ/kg at 3.3884 MPa give 19667 kg of steam of
    # 55126797 kJ and 16466 kg of water of 17139203 kJ
    case(
        steam.flash_share,
        "54.4295 %",
        1e-4,
        condensate_enthalpy="2000 kJ/kg",
        flashed_water_enthalpy="1040.885 kJ/kg",
        flashed_steam_enthalpy="2803.010 kJ/kg",
    ),
    # MEASUR (PRV.unit.cpp), with desuperheating: 17599 kg take up 5984.469 kg of water
    case(
        steam.desuperheating_water,
        "5.984469 t/h",
        1e-4,
        steam_flow="17.599 t/h",
        inlet_enthalpy="3827.9056 kJ/kg",
        outlet_enthalpy="3341.8740 kJ/kg",
        water_enthalpy="1912.5578 kJ/kg",
    ),
    # 10 t/h × (419 − 63) kJ/kg / 3600 s by hand
    case(steam.condensate_heat, "988.9 kW", flow="10 t/h", condensate_enthalpy="419 kJ/kg", makeup_enthalpy="63 kJ/kg"),
]


@pytest.mark.parametrize(("psig", "pounds"), [(100, 52.8), (150, 75.8), (300, 143.0)])
def test_the_table_of_the_tip_sheet(psig, pounds):
    # DOE steam tip sheet 1, orifice of 1/8 inch; the row of 300 psig and C = 0.72 are restated, page not seen
    pressure = (psig + 14.696) * 6894.757
    found = steam.trap_loss(area=7.9173e-6, discharge=0.72, pressure=pressure, napier=NAPIER.base)
    assert found * 3600 / 0.45359237 == pytest.approx(pounds, rel=0.02)


@needs_library
def test_the_verification_tables_of_the_formulation():
    # IAPWS R7-97(2012), tables 5 and 15: T, p, h, s
    for kelvin, mpa, enthalpy, entropy in (
        (300, 3, 115.331273, 0.392294792),
        (500, 3, 975.542239, 2.58041912),
        (300, 0.0035, 2549.91145, 8.52238967),
        (700, 0.0035, 3335.68375, 10.1749996),
    ):
        state = {"pressure": mpa, "temperature": kelvin - 273.15}
        assert look_up("enthalpy", **state) == pytest.approx(enthalpy, rel=1e-8)
        assert look_up("entropy", **state) == pytest.approx(entropy, rel=1e-8)


@needs_library
@settings(max_examples=20, deadline=None)
@given(st.floats(2.0, 12.0), st.floats(400.0, 560.0), st.floats(0.05, 1.5))
def test_expansion_gives_work_and_throttling_none(inlet, celsius, outlet):
    state = {"inlet_pressure": inlet * 1e6, "inlet_temperature": celsius + 273.15, "outlet_pressure": outlet * 1e6}
    before = steam.enthalpy(pressure=state["inlet_pressure"], temperature=state["inlet_temperature"])
    assert steam.isentropic_enthalpy(**state) < before
    throttled = steam.let_down_temperature(**state)
    assert throttled < state["inlet_temperature"]
    # off by what the two backward equations of the formulation allow (0.02 K)
    assert steam.enthalpy(pressure=state["outlet_pressure"], temperature=throttled) == pytest.approx(before, rel=2e-4)


@needs_library
@pytest.mark.parametrize(("megapascals", "off"), [(0.001, 1e-3), (0.1, 1e-3), (1, 1e-3), (5, 1e-3), (15, 1e-3), (21, 1e-3),
                                                  (21.8, 1.2e-2), (22, 1.2e-2), (22.05, 1.2e-2)])  # fmt: skip
def test_saturation_by_another_formulation(megapascals, off):
    from CoolProp.CoolProp import PropsSI

    for formula, quality in ((steam.saturated_steam_enthalpy, 1), (steam.saturated_water_enthalpy, 0)):
        exact = PropsSI("H", "P", megapascals * 1e6, "Q", quality, "HEOS::Water")
        assert formula(pressure=megapascals * 1e6) == pytest.approx(exact, rel=off)


@needs_library
@pytest.mark.parametrize("megapascals", [0.001, 0.1, 1, 5, 15, 20, 30, 60, 100])
@pytest.mark.parametrize("celsius", [5, 60, 150, 250, 350, 450, 600, 800])
def test_enthalpy_by_another_formulation(megapascals, celsius):
    from CoolProp.CoolProp import PropsSI

    state = {"pressure": megapascals * 1e6, "temperature": celsius + 273.15}
    exact = PropsSI("H", "P", state["pressure"], "T", state["temperature"], "HEOS::Water")
    assert steam.enthalpy(**state) == pytest.approx(exact, rel=2e-3)


@needs_library
@pytest.mark.parametrize(
    ("megapascals", "celsius"), [(21.8, 373.0), (22.2, 374.0), (22.203389830508474, 374.5), (23, 377)]
)
def test_enthalpy_near_the_critical_point(megapascals, celsius):
    from CoolProp.CoolProp import PropsSI

    exact = PropsSI("H", "P", megapascals * 1e6, "T", celsius + 273.15, "HEOS::Water")
    found = steam.enthalpy(pressure=megapascals * 1e6, temperature=celsius + 273.15)
    assert found == pytest.approx(exact, rel=7e-3)


OF_OTHER_FORMULATION = [
    (inlet, celsius, outlet)
    for inlet, celsius in ((0.5, 250), (1.35, 250), (3.9, 450), (9.8, 540), (16.7, 540), (25.0, 600))
    for outlet in (0.005, 0.1, 0.4, 2.0, 8.0)
    if outlet < inlet
]


@needs_library
@pytest.mark.parametrize(("inlet", "celsius", "outlet"), OF_OTHER_FORMULATION)
def test_expansion_by_another_formulation(inlet, celsius, outlet):
    """IAPWS-95 for scientific use is another equation than the industrial formulation; both claims are 0.1 %."""
    from CoolProp.CoolProp import PropsSI

    low, kelvin = outlet * 1e6, celsius + 273.15
    state = {"inlet_pressure": inlet * 1e6, "inlet_temperature": kelvin, "outlet_pressure": low}
    entropy, enthalpy = (PropsSI(each, "P", inlet * 1e6, "T", kelvin, "HEOS::Water") for each in "SH")
    expanded = PropsSI("H", "P", low, "S", entropy, "HEOS::Water")
    assert steam.isentropic_enthalpy(**state) == pytest.approx(expanded, rel=1e-3)
    throttled = PropsSI("T", "P", low, "H", enthalpy, "HEOS::Water") - 273.15
    assert steam.let_down_temperature(**state) - 273.15 == pytest.approx(throttled, rel=1e-3)


def test_missing_pressure_is_named():
    from ecdcalc.numbers.ops import missing

    assert steam.saturation_temperature(pressure=missing("pressure")).names == {"pressure"}


@pytest.mark.parametrize("case", CASES)
def test_worked_example(case):
    assert_worked(case)


@pytest.mark.parametrize("case", CASES)
def test_runs_on_anything_and_keeps_units(case):
    assert_proven(case)


def test_every_formula_is_worked():
    assert_complete(steam, CASES)


def test_a_trap_that_blows_against_more_than_half_its_pressure_is_told():
    trap = {"area": "10 mm2", "discharge": "0.72", "napier": str(NAPIER)}
    with pytest.warns(ValidityWarning, match="pressure"):
        steam.trap_loss.of(**trap, pressure="0.18 MPa")
    assert steam.trap_loss.of(**trap, pressure="0.19 MPa")
