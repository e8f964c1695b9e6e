import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from proof import assert_complete, assert_proven, assert_worked, case

from ecdcalc.equations import electrical
from ecdcalc.equations.constants import ALUMINIUM_ELECTRONS, ALUMINIUM_MOLAR_MASS, FARADAY

ALUMINIUM = {"molar_mass": str(ALUMINIUM_MOLAR_MASS), "electrons": str(ALUMINIUM_ELECTRONS), "faraday": str(FARADAY)}
CASES = [
    # 1.15 + 1.05 × 0.25 × 10.3 by hand (the losses of an S11-1000/10)
    case(
        electrical.transformer_loss,
        "3.85375 kW",
        no_load_loss="1.15 kW",
        load_loss="10.3 kW",
        load="50 %",
        form_factor="1.05",
    ),
    # √(1.15/10.3) by hand
    case(electrical.economic_load, "33.414 %", no_load_loss="1.15 kW", load_loss="10.3 kW", form_factor="1"),
    # 1.15 × 8760 + 2.70375 × 6000 by hand
    case(
        electrical.transformer_energy,
        "26296.5 kWh",
        no_load_loss="1.15 kW",
        load_loss="10.3 kW",
        load="50 %",
        form_factor="1.05",
        energised_time="8760 h",
        loaded_time="6000 h",
    ),
    # 10 (1 − (0.75/0.95)²) by hand
    case(electrical.power_factor_saving, "3.76731 kW", line_loss="10 kW", before="0.75", after="0.95"),
    case(electrical.lighting_energy, "16800 kWh", density="8 W/m2", area="1000 m2", time="3000 h", use_share="70 %"),
    case(
        electrical.pv_yield,
        "120 MWh",
        rated_power="100 kW",
        irradiation="1500 kWh/m2",
        reference_irradiance="1 kW/m2",
        performance_ratio="80 %",
    ),
    # Grjotheim and Kvande: 0.3356 kg/kAh; 300 kA × 24 h × 0.93
    case(
        electrical.faraday_mass, "2.2472 t", 5e-4, current="300 kA", time="24 h", current_efficiency="93 %", **ALUMINIUM
    ),
    # the rule of the smelters: 2980 U / CE
    case(electrical.cell_energy, "12817 kWh/t", 5e-4, cell_voltage="4.0 V", current_efficiency="93 %", **ALUMINIUM),
    # Choate and Green: 5.99 kWh/kg; 542.7 from heats of formation (1675.7 × 2 − 393.5 × 3) / 4, hot metal 38.6 kJ/mol
    case(
        electrical.minimum_cell_energy,
        "5990 kWh/t",
        3e-3,
        reaction_enthalpy="542.7 kJ/mol",
        heat_in_products="38.6 kJ/mol",
        molar_mass=str(ALUMINIUM_MOLAR_MASS),
    ),
    case(electrical.alternating_energy, "13078.6 kWh/t", direct_energy="12817 kWh/t", rectifier_efficiency="98 %"),
]


@pytest.mark.parametrize(("celsius", "side"), [(60, -1), (90, 1)])
def test_a_winding_at_another_temperature(celsius, side):
    # IEC 60076-1: resistance of copper as 235 + t; without no-load loss the claim is reached at both ends
    exact = (235 + celsius) / (235 + 75)
    found = electrical.transformer_loss(no_load_loss=0.0, load_loss=1.0, load=1.0, form_factor=1.0)
    assert 0.045 < side * (exact / found - 1) < 0.05


@settings(max_examples=30)
@given(st.floats(0.5, 5.0), st.floats(5.0, 50.0), st.floats(0.05, 1.2))
def test_loss_per_load_is_least_at_the_economic_load(no_load, load_loss, load):
    def share(beta):
        losses = {"no_load_loss": no_load, "load_loss": load_loss, "form_factor": 1.0}
        return electrical.transformer_loss(load=beta, **losses) / beta

    best = electrical.economic_load(no_load_loss=no_load, load_loss=load_loss, form_factor=1.0)
    assert share(best) <= share(load) * (1 + 1e-12)


@settings(max_examples=30)
@given(st.floats(3.0, 6.0), st.floats(0.8, 1.0))
def test_energy_over_metal_is_the_energy_of_the_cell(voltage, efficiency):
    metal = {"molar_mass": ALUMINIUM_MOLAR_MASS.base, "electrons": 3.0, "faraday": FARADAY.base}
    mass = electrical.faraday_mass(current=3e5, time=3600.0, current_efficiency=efficiency, **metal)
    energy = electrical.cell_energy(cell_voltage=voltage, current_efficiency=efficiency, **metal)
    assert mass * energy == pytest.approx(voltage * 3e5 * 3600.0)


@pytest.mark.parametrize("case", CASES)
def test_worked_example(case):
    assert_worked(case)


@pytest.mark.parametrize("case", CASES)
def test_runs_on_anything_and_keeps_units(case):
    assert_proven(case)


def test_every_formula_is_worked():
    assert_complete(electrical, CASES)
