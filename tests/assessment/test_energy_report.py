import tomllib
from pathlib import Path

import pytest
from attrs import evolve

from ecdcalc import InputError, load_plant, read_plant
from ecdcalc.assessment.energy_report import EnergyRow, check, comprehensive, factors_of, half_digit, rows_of
from ecdcalc.numbers.units import unit
from ecdcalc.reference.defaults import Context

# carrier, unit, tce per unit, opening, purchased, made, recovered, industrial, feedstock, non-industrial, closing
PLANT = [
    ("raw-coal", "t", 0.7143, 1200, 58000, 0, 0, 57300, 12000, 200, 1700),
    ("coke", "t", 0.9714, 300, 9000, 0, 0, 9100, 0, 0, 200),
    ("natural-gas", "万m3", 13.3, 0, 500, 0, 0, 500, 0, 0, 0),
    ("diesel", "t", 1.4571, 20, 150, 0, 0, 95, 0, 50, 25),
    ("electricity", "万kWh", 1.229, 0, 6200, 3000, 0, 9000, 0, 200, 0),
    ("heat", "GJ", 0.03412, 0, 0, 350000, 0, 350000, 0, 0, 0),
    ("heat", "GJ", 0.03412, 0, 0, 0, 40000, 40000, 0, 0, 0),
]
COLUMNS = ("opening", "purchased", "made", "recovered", "industrial", "feedstock", "non_industrial", "closing")


def rows(change=None):
    for id, of, factor, *values in PLANT:
        base = unit(of).base(1.0)
        coal = factor * unit("tce").base(1.0) / base
        primary = coal * 3.0 / 1.229 if id == "electricity" else coal
        amounts = {column: value * base for column, value in zip(COLUMNS, values, strict=True)}
        amounts |= {key: value * base for key, value in (change or {}).get(id, {}).items()}
        yield EnergyRow(id, of, amounts, {"calorific": coal, "primary": primary}, place=id)


@pytest.mark.parametrize(
    ("basis", "expected"),
    [
        ("calorific", (80925.3545, 15629.0, 1364.8, 63931.5545, 8571.6, 55359.9545, 81386.8695)),
        ("primary", (96864.3545, 20942.0, 1364.8, 74557.5545, 8571.6, 65985.9545, 97680.0695)),
    ],
)
def test_an_invented_plant_comes_to_what_was_worked_out_by_hand(basis, expected):
    assert tuple(comprehensive(rows(), basis).values()) == pytest.approx(expected, abs=5e-5)


def test_the_rules_of_the_form_hold_with_made_and_recovered_on_the_plus_side():
    check(rows())


def test_every_rule_that_is_broken_is_told():
    wrong = {
        "raw-coal": {"closing": 1800, "feedstock": 60000},
        "diesel": {"vehicles": 146},
        "coke": {"purchased": -1, "opening": 9301},
    }
    with pytest.raises(InputError) as refused:
        check(rows(wrong))
    assert [(each.place, each.key) for each in refused.value.problems] == [
        ("raw-coal", "report-stock"),
        ("raw-coal", "report-part-industrial"),
        ("coke", "report-negative"),
        ("diesel", "report-part-total"),
    ]


def test_the_coking_example_is_reconciled_with_the_engine():
    plant = load_plant("examples/coking.toml")
    found = comprehensive(rows_of(plant), "calorific")
    assert found["industrial"] == pytest.approx(785694.88 + 1698388.17, abs=0.02)
    assert found["comprehensive"] == pytest.approx(96037.96 + 194408.65, abs=0.02)
    assert comprehensive(rows_of(plant), "primary")["comprehensive"] == pytest.approx(99974.56 + 204194.45, abs=0.02)


def test_a_factor_is_that_of_the_form_or_the_published_one():
    assert factors_of("raw-coal", Context(year=2023))["calorific"] == pytest.approx(0.7143)
    own = factors_of("raw-coal", Context(year=2023), {"calorific": 0.65})
    assert own == {"calorific": 0.65, "primary": 0.65}
    assert factors_of("coke-oven-gas", Context(year=2023)) is None  # a range: a measured value is needed


def test_a_cost_below_zero_is_told():
    with pytest.raises(InputError) as refused:
        check([evolve(next(rows()), cost=-5.0)])
    assert [(each.place, each.key, each.values["found"]) for each in refused.value.problems] == [
        ("raw-coal", "report-negative", "-5 CNY")
    ]


def test_a_balance_holds_to_a_millionth_of_the_largest_amount_and_of_a_kilogram_below_that():
    def told(**amounts):
        row = evolve(next(rows()), amounts=amounts)
        try:
            check([row])
        except InputError as refused:
            return [each.key for each in refused.problems]
        return []

    assert told(opening=4e6, closing=4e6 + 3) == told(closing=0.8e-6) == []
    assert told(opening=4e6, closing=4e6 + 5) == told(closing=1.5e-6) == ["report-stock"]


def test_a_cost_that_was_paid_is_no_mistake():
    check([evolve(next(rows()), cost=5.0), evolve(next(rows()), cost=0.0)])


@pytest.mark.parametrize(
    ("printed", "half"),
    [
        ("12.34", 0.005),
        ("12.3", 0.05),
        ("1,234", 0.5),
        ("7", 0.5),
        ("12.5 %", 0.0005),
        ("110%", 0.005),
        ("2.50e3", 0.005),
    ],
)
def test_half_a_unit_of_the_last_digit_is_left_to_rounding(printed, half):
    assert half_digit(printed) == pytest.approx(half)


def test_a_carrier_of_which_nothing_is_used_has_no_row():
    document = tomllib.loads(Path("examples/coking.toml").read_text(encoding="utf-8"))
    without = rows_of(read_plant(document))
    document["battery"][0]["energy"]["diesel"] = "0 t"
    assert rows_of(read_plant(document)) == without and "diesel" not in {each.carrier for each in without}
