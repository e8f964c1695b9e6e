import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from proof import assert_complete, assert_proven, assert_worked, case

from ecdcalc.equations import water

CASES = [
    case(water.leakage_rate, "12 %", supplied="1000 万m3", registered="880 万m3"),
    case(water.corrected_leakage_rate, "9.5 %", rate="12 %", corrections="2.5 %"),
    # 880 (1/0.88 − 1/0.91) by hand
    case(water.water_saved, "32.967 万m3", registered="880 万m3", rate_before="12 %", rate_after="9 %"),
    case(water.pumping_lost, "13.1868 万kWh", lost="32.967 万m3", pumping_energy="0.4 kWh/m3"),
    # 1000 − 1.42 × 300 + 4.57 × 100 by hand
    case(
        water.oxygen_demand,
        "1031 kg",
        cod_removed="1000 kg",
        sludge="300 kg",
        oxygen_per_sludge="1.42",
        nitrogen_oxidised="100 kg",
        oxygen_per_nitrogen="4.57",
    ),
    # 5 × 0.6 × 0.9 × (0.95 × 10.08 − 2) / 9.09 × 1.024^(15 − 20), with saturation at 15 °C; by hand
    case(
        water.field_aeration,
        "2.0004 kg/kWh",
        standard_efficiency="5 kg/kWh",
        alpha="0.6",
        fouling="0.9",
        beta="0.95",
        saturation="10.08 mg/L",
        dissolved="2 mg/L",
        standard_saturation="9.09 mg/L",
        temperature="15 °C",
        standard_temperature="20 °C",
        temperature_coefficient="0.0237165 1/K",
    ),
    case(water.aeration_energy, "515.5 kWh", oxygen="1031 kg", field_efficiency="2 kg/kWh"),
    case(water.aeration_per_cod, "0.5 kWh/kg", oxygen_share="1", field_efficiency="2 kg/kWh"),
]


@settings(max_examples=30)
@given(st.floats(0.0, 0.4), st.floats(0.0, 0.3))
def test_water_saved_is_the_difference_of_supply(before, less):
    after = before * (1 - less)
    saved = water.water_saved(registered=100.0, rate_before=before, rate_after=after)
    supply_before, supply_after = 100.0 / (1 - before), 100.0 / (1 - after)
    assert saved == pytest.approx(supply_before - supply_after, abs=1e-9)
    assert saved >= 0
    assert water.leakage_rate(supplied=supply_before - saved, registered=100.0) == pytest.approx(after, abs=1e-9)


@settings(max_examples=30)
@given(st.floats(0.3, 1.0))
def test_process_water_never_aerates_better_than_clean_water_at_20_degrees(alpha):
    found = water.field_aeration(
        standard_efficiency=1.0,
        alpha=alpha,
        fouling=1.0,
        beta=1.0,
        saturation=0.00909,
        dissolved=0.0,
        standard_saturation=0.00909,
        temperature=293.15,
        standard_temperature=293.15,
        temperature_coefficient=0.0237,
    )
    assert found == pytest.approx(alpha)


@pytest.mark.parametrize("case", CASES)
def test_worked_example(case):
    assert_worked(case)


@pytest.mark.parametrize("case", CASES)
def test_runs_on_anything_and_keeps_units(case):
    assert_proven(case)


def test_every_formula_is_worked():
    assert_complete(water, CASES)
