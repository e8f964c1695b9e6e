import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from proof import assert_complete, assert_proven, assert_worked, case, needs_library

from ecdcalc.equations import combustion
from ecdcalc.equations.combustion import FLUE_GAS_LINES, SIEGERT

GAS, COAL = SIEGERT["natural-gas"], SIEGERT["hard-coal"]
LINE = FLUE_GAS_LINES["gas"]
CASES = [
    # BEE (India), Guide Book 2, ch. 1 (restated, page not seen):
    # 7 % O2 is 50 % excess air
    case(combustion.excess_air_ratio, "1.5", oxygen="7 %", oxygen_in_air="21 %"),
    # (150 − 20) (0.66/17.5 + 0.009) by hand
    case(
        combustion.flue_gas_loss,
        "6.0729 %",
        temperature="150 °C",
        air_temperature="20 °C",
        oxygen="3.5 %",
        oxygen_in_air="21 %",
        a2=str(GAS.a2),
        b=str(GAS.b),
    ),
    # enthalpies of CoolProp (ideal gases): products at 900 °C less air at 20 °C, both from 25 °C, 5 % O2: x = 0.279528;
    # 48.5418 % of 802.3 kJ/mol
    case(
        combustion.methane_flue_loss,
        "48.5418 %",
        1e-3,
        temperature="900 °C",
        air_temperature="20 °C",
        oxygen="5 %",
        oxygen_in_air="21 %",
    ),
    # (0.5 + 3.45 × 1.2) × 130/100 by hand
    case(
        combustion.flue_gas_loss_by_air,
        "6.032 %",
        temperature="150 °C",
        air_temperature="20 °C",
        excess_air="1.2",
        m=str(LINE.m),
        n=str(LINE.n),
        unburnt_solid_loss="0 %",
    ),
    # BEE (India), Guide Book 2, ch. 1 (restated, page not seen),
    # direct method: 8 t/h of 665 kcal/kg from 85 kcal/kg, 1.8 t/h of coal of
    # 3200 kcal/kg; printed as 80 %
    case(
        combustion.boiler_efficiency_direct,
        "80 %",
        0.01,
        steam="8 t",
        steam_enthalpy="665 kcal/kg",
        feedwater_enthalpy="85 kcal/kg",
        blowdown="0 t",
        blowdown_enthalpy="0 kcal/kg",
        fuel_heat="5.76 Gcal",
    ),
    case(  # sum of losses by hand
        combustion.boiler_efficiency_indirect,
        "82.3 %",
        flue_gas_loss="8.2 %",
        unburnt_gas_loss="0.5 %",
        unburnt_solid_loss="6 %",
        surface_loss="1.7 %",
        ash_loss="1.3 %",
    ),
    # half load doubles the share
    case(combustion.surface_loss_at_load, "2.4 %", rated_loss="1.2 %", rated_output="14 MW", output="7 MW"),
    # 1000 GJ × (1 − 75/90) by hand
    case(combustion.fuel_saved, "166.667 GJ", fuel_heat="1000 GJ", efficiency_before="75 %", efficiency_after="90 %"),
]


def methane_loss(celsius, oxygen):
    """Flue-gas loss of methane from its reaction and mean heat capacities of the gases, kJ/(m³ K)."""
    excess = oxygen * 8.52 / (2 - oxygen * 9.52)  # dry gas: 8.52 + 9.52 x, with 2 x of oxygen
    gases = 1.0 * 1.75 + 2 * 1.51 + 7.52 * (1 + excess) * 1.30 + 2 * excess * 1.33
    return gases * (celsius - 20) / 35880


def coal_loss(celsius, oxygen):
    """Flue-gas loss of a hard coal (C 70, H 4.5, O 8, S 1, water 6 %; 27.4 MJ/kg) from its elements, m³/kg."""
    need = 1.866 * 0.70 + 5.56 * 0.045 + 0.70 * 0.01 - 0.70 * 0.08
    dry = 1.866 * 0.70 + 0.7 * 0.01 + 3.76 * need
    spare = oxygen * dry / (1 - oxygen * 4.76)
    water = 11.1 * 0.045 + 1.244 * 0.06
    heat = 1.866 * 0.70 * 1.78 + water * 1.51 + 3.76 * (need + spare) * 1.30 + spare * 1.33
    return heat * (celsius - 20) / 27400


@pytest.mark.parametrize("oxygen", [0.02, 0.035, 0.06, 0.09])
@pytest.mark.parametrize("celsius", [120.0, 180.0, 250.0])
def test_siegert_agrees_with_the_combustion_of_the_elements(celsius, oxygen):
    def siegert(fuel):
        coefficients = SIEGERT[fuel]
        return combustion.flue_gas_loss(
            temperature=celsius + 273.15,
            air_temperature=293.15,
            oxygen=oxygen,
            oxygen_in_air=0.21,
            a2=coefficients.a2.base,
            b=coefficients.b.base,
        )

    assert siegert("natural-gas") == pytest.approx(methane_loss(celsius, oxygen), abs=0.003)
    assert siegert("hard-coal") == pytest.approx(coal_loss(celsius, oxygen), abs=0.01)


@pytest.mark.parametrize(("oxygen", "available"), [(0.005, 0.7758857341), (0.03, 0.7622712145), (0.07, 0.7316834966)])
def test_siegert_at_371_degrees_against_another_program(oxygen, available):
    # ORNL MEASUR (GasFlueGasMaterial.unit.cpp): natural gas, flue gas of 700 °F, air of 125 °F; available heat on higher
    # heating value, of which water vapour takes 9.8 %; on lower heating value the rest is the loss
    loss = (1 - available - 0.098) / 0.902
    found = combustion.flue_gas_loss(
        temperature=644.26,
        air_temperature=324.82,
        oxygen=oxygen,
        oxygen_in_air=0.21,
        a2=GAS.a2.base,
        b=GAS.b.base,
    )
    assert found == pytest.approx(loss, abs=0.013)
    assert found < loss


@needs_library
@pytest.mark.parametrize("air", [-20.0, 20.0, 51.7, 300.0, 600.0])
@pytest.mark.parametrize("celsius", [150.0, 371.0, 600.0, 900.0, 1000.0])
@pytest.mark.parametrize("oxygen", [0.0, 0.03, 0.08, 0.15])
def test_the_reaction_agrees_with_the_enthalpies_of_a_library(celsius, oxygen, air):
    """The claim of the docstring, also with preheated air: what the products take with them less what the air brings."""
    from CoolProp.CoolProp import PropsSI

    def rise(gas, to):
        low, high = (PropsSI("HMOLAR", "T", kelvin, "P", 1000, gas) for kelvin in (298.15, to + 273.15))
        return high - low

    excess = oxygen * 8.52 / (2 - oxygen * 9.52)
    nitrogen = 79 / 21
    products = rise("CO2", celsius) + 2 * rise("Water", celsius) + 2 * excess * rise("Oxygen", celsius)
    products += 2 * nitrogen * (1 + excess) * rise("Nitrogen", celsius)
    brought = 2 * (1 + excess) * (nitrogen * rise("Nitrogen", air) + rise("Oxygen", air))
    found = combustion.methane_flue_loss(
        temperature=celsius + 273.15, air_temperature=air + 273.15, oxygen=oxygen, oxygen_in_air=0.21
    )
    assert found == pytest.approx((products - brought) / 802300, abs=0.0015)


@pytest.mark.parametrize(("oxygen", "available"), [(0.005, 0.7758857341), (0.03, 0.7622712145), (0.07, 0.7316834966)])
def test_the_reaction_against_another_program(oxygen, available):
    # ORNL MEASUR, as below
    found = combustion.methane_flue_loss(temperature=644.26, air_temperature=324.82, oxygen=oxygen, oxygen_in_air=0.21)
    assert found == pytest.approx((1 - available - 0.098) / 0.902, abs=0.007)


def test_siegert_is_too_low_for_a_hot_furnace():
    # methane at 900 °C and 5 % O2 with mean heat capacities at 900 °C, kJ/(m³ K): CO2 2.17, H2O 1.69, N2 1.39, O2 1.46
    excess = 0.05 * 8.52 / (2 - 0.05 * 9.52)
    gases = 2.17 + 2 * 1.69 + 7.52 * (1 + excess) * 1.39 + 2 * excess * 1.46
    loss = gases * 880 / 35880
    found = combustion.flue_gas_loss(
        temperature=1173.15, air_temperature=293.15, oxygen=0.05, oxygen_in_air=0.21, a2=GAS.a2.base, b=GAS.b.base
    )
    assert loss == pytest.approx(0.484, abs=0.002)
    assert found == pytest.approx(0.442, abs=0.002)


@pytest.mark.parametrize(
    ("fuel", "line"), [("natural-gas", "gas"), ("light-oil", "oil"), ("hard-coal", "bituminous-coal")]
)
def test_both_formulas_for_the_flue_gas_agree(fuel, line):
    siegert, simple = SIEGERT[fuel], FLUE_GAS_LINES[line]
    one = combustion.flue_gas_loss(
        temperature=443.15,
        air_temperature=293.15,
        oxygen=0.06,
        oxygen_in_air=0.21,
        a2=siegert.a2.base,
        b=siegert.b.base,
    )
    other = combustion.flue_gas_loss_by_air(
        temperature=443.15,
        air_temperature=293.15,
        excess_air=1.4,
        m=simple.m.base,
        n=simple.n.base,
        unburnt_solid_loss=0.0,
    )
    assert one == pytest.approx(other, abs=0.01)


@settings(max_examples=30)
@given(st.floats(0.0, 0.14), st.floats(0.001, 0.01))
def test_more_oxygen_never_loses_less(oxygen, more):
    def loss(share):
        return combustion.flue_gas_loss(
            temperature=450.0, air_temperature=300.0, oxygen=share, oxygen_in_air=0.21, a2=GAS.a2.base, b=GAS.b.base
        )

    assert loss(oxygen + more) > loss(oxygen)


@pytest.mark.parametrize("case", CASES)
def test_worked_example(case):
    assert_worked(case)


@pytest.mark.parametrize("case", CASES)
def test_runs_on_anything_and_keeps_units(case):
    assert_proven(case)


def test_every_formula_is_worked():
    assert_complete(combustion, CASES)


@pytest.mark.parametrize(("oxygen", "over"), [(0.002, 0.001), (0.06, 0.031), (0.12, 0.064)])
def test_how_far_the_excess_air_ratio_is_off_for_methane(oxygen, over):
    # CH4 + 2 λ (O2 + 79/21 N2): dry gas has 1 CO2, 2 (λ − 1) O2 and 2 λ × 79/21 N2, so that O2/(dry gas) = oxygen
    air = 2 / 0.21
    exact = (2 + oxygen * (1 - 2)) / (2 - oxygen * air)
    found = combustion.excess_air_ratio(oxygen=oxygen, oxygen_in_air=0.21)
    assert found / exact - 1 == pytest.approx(over, abs=0.001)
