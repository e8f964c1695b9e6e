import csv
from pathlib import Path

import pytest

from ecdcalc.reference.factors import COLUMNS, FactorTable
from ecdcalc.reference.own_factors import load_own_factors
from ecdcalc.reference.ranges import range_of_factor
from ecdcalc.words.errors import InputError

GOOD = {"id": "coal-2020/raw-coal.coal", "value": "0.75", "unit": "kgce/kg", "document": "d", "confidence": "A"}


def write(path: Path, *rows: dict[str, str]) -> Path:
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows(rows)
    return path


def test_own_factors_win_and_are_marked(tmp_path):
    found = load_own_factors(write(tmp_path / "own.csv", GOOD)).get(GOOD["id"])
    assert (found.value, found.own) == (0.75, True)


@pytest.mark.parametrize(
    ("id", "value", "unit", "slip"),
    [
        ("coal-2020/raw-coal.lhv", "209340", "kJ/kg", ""),
        ("coal-2020/raw-coal.coal", "714.3", "kgce/kg", "kg for t"),
        ("coal-2020/coke-oven-gas.lhv", "17353", "MJ/m3", "kJ for MJ"),
        ("co2-ndrc/anthracite.carbon", "27.49", "t/GJ", "kg for t"),
        ("grid/china-2022", "536.6", "kg/kWh", "kg for t"),
    ],
)
def test_what_cannot_be_is_refused_with_the_bound_and_the_slip(tmp_path, id, value, unit, slip):
    with pytest.raises(InputError) as caught:
        load_own_factors(write(tmp_path / "own.csv", {**GOOD, "id": id, "value": value, "unit": unit}))
    (problem,) = caught.value.problems
    assert problem.key == "beyond-range" and problem.place == "own.csv:2 value"
    assert slip in problem.say("en")


def test_every_value_of_ours_can_be():
    held = 0
    for factor in FactorTable():
        found = range_of_factor(factor.id)
        if found is not None and factor.base is not None:
            held += 1
            assert found.beyond(factor.base, factor.unit, positive=True) is None, factor.id
    assert held > 300


def test_every_bad_row_is_told(tmp_path):
    good = {"id": "own/b", "value": "1", "unit": "kg", "document": "d", "confidence": "A"}
    bad = [{**good, "unit": "parsec"}, {**good, "value": "inf"}, {**good, "confidence": "D"}, {**good, "document": ""}]
    bad = [{**each, "id": f"own/{number}"} for number, each in enumerate(bad)]
    with pytest.raises(InputError) as error:
        load_own_factors(write(tmp_path / "own.csv", good, *bad))
    assert [problem.place.split()[0] for problem in error.value.problems] == [
        f"own.csv:{line}" for line in (3, 4, 5, 6)
    ]


@pytest.mark.parametrize(
    ("changed", "key"),
    [
        ({"unit": "kg"}, "own-unit"),
        ({"value": "0"}, "own-sign"),
        ({"value": "-1"}, "own-sign"),
        ({"id": "coal-2020/raw-coa.coal"}, "own-id-unknown"),
        ({"id": "coal-2019/raw-coal.coal"}, "own-id-unknown"),
        ({"value": ""}, "own-empty"),
        ({"low": "0.8"}, "own-range"),
    ],
)
def test_own_rows_are_checked_as_ours_are(tmp_path, changed, key):
    with pytest.raises(InputError) as caught:
        load_own_factors(write(tmp_path / "own.csv", {**GOOD, **changed}))
    assert key in {problem.key for problem in caught.value.problems}


@pytest.mark.parametrize("id", ["grid/shanxi-2031", "supply-rate/2026-final", "own/ours"])
def test_a_year_that_we_do_not_have_and_a_marked_row_are_new(tmp_path, id):
    units = {"grid": ("0.75", "kg/kWh"), "supply-rate": ("300", "gce/kWh"), "own": ("1", "kg")}
    value, unit = units[id.partition("/")[0]]
    assert load_own_factors(write(tmp_path / "own.csv", {**GOOD, "id": id, "value": value, "unit": unit})).get(id).own


def test_one_id_stands_once(tmp_path):
    with pytest.raises(InputError, match="used twice"):
        load_own_factors(write(tmp_path / "own.csv", GOOD, GOOD))


def test_of_very_many_bad_rows_the_first_page_is_looked_through(tmp_path):
    """Near names are looked for on a page of 50 alone; what is wrong with a row by itself is told of all."""
    rows = [{**GOOD, "id": f"coal-2020/raw-coa{number}.coal", "confidence": "D"} for number in range(40)]
    with pytest.raises(InputError) as caught:
        load_own_factors(write(tmp_path / "own.csv", *rows))
    keys = [each.key for each in caught.value.problems]
    assert keys.count("not-an-option") == 40 and keys.count("own-id-unknown") == 25


def test_a_row_without_an_id_is_told(tmp_path):
    with pytest.raises(InputError) as caught:
        load_own_factors(write(tmp_path / "own.csv", {**GOOD, "id": ""}))
    assert [(each.place, each.key) for each in caught.value.problems] == [("own.csv:2", "required")]


@pytest.mark.parametrize(
    ("value", "low", "high", "key"),
    [
        ("3", "1", "2", "own-range"),
        ("0.999", "1", "2", "own-range"),
        ("", "2", "1", "range-order"),
        ("1", "1", "2", None),
    ],
)
def test_the_range_of_a_factor_of_any_name_holds_its_value(value, low, high, key, tmp_path):
    file = write(tmp_path / "own.csv", {**GOOD, "id": "own/a", "value": value, "low": low, "high": high})
    if key is None:
        assert load_own_factors(file).get("own/a").value == 1
        return
    with pytest.raises(InputError) as caught:
        load_own_factors(file)
    assert [each.key for each in caught.value.problems] == [key]
