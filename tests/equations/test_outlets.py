import pytest
from hypothesis import given
from hypothesis import strategies as st
from proof import assert_complete, assert_proven, assert_worked, case

from ecdcalc.equations import outlets

CASES = [
    # 900 × 1.6×10^8 / (3000 × 60 000) by hand; GB 26453-2011 Table 2: 3000 m3/t for oxy-fuel glass
    case(
        outlets.at_reference_gas,
        "800 mg/m3",
        concentration="900 mg/m3",
        gas="1.6 亿m3",
        reference_gas="3000 m3/t",
        product="6 万t",
    ),
    # 42 × 31/25 by hand
    case(outlets.at_base_drainage, "52.08 mg/L", concentration="42 mg/L", drained="31 万m3", allowed="25 万m3"),
    # 50 mg/m3 × 2×10^8 m3 by hand
    case(outlets.allowed_emission, "10 t", limit="50 mg/m3", reference_gas="2 亿m3"),
    # 0.411 × 21.5 + 0.918, 0.29 × 42 + 0.379, 0.285 × 35.6 + 0.343 by hand
    case(outlets.flue_gas_of_coal, "9.7545 m3/kg", heating_value="21.5 MJ/kg"),
    case(outlets.flue_gas_of_oil, "12.559 m3/kg", heating_value="42 MJ/kg"),
    case(outlets.flue_gas_of_gas, "10.489 m3/m3", heating_value="35.6 MJ/m3"),
]


@pytest.mark.parametrize("case", CASES)
def test_worked(case):
    assert_worked(case)


@pytest.mark.parametrize("case", CASES)
def test_proven(case):
    assert_proven(case)


def test_every_formula_has_a_case():
    assert_complete(outlets, CASES)


@given(st.floats(1e-6, 1), st.floats(1, 1e6), st.floats(1, 1e6))
def test_dilution_never_helps(concentration, drained, allowed):
    found = outlets.at_base_drainage(concentration=concentration, drained=drained, allowed=allowed)
    assert found >= concentration
    assert found * allowed >= concentration * min(drained, allowed) * (1 - 1e-12)
