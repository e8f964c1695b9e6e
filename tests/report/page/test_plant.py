import pytest
from shown import assessed, contract

from ecdcalc import assess
from ecdcalc.report.page import parts
from ecdcalc.report.page.plant import PlantPage


@pytest.fixture(autouse=True)
def undrawn(monkeypatch):
    monkeypatch.setattr(parts, "_drawn", lambda chart: "<svg></svg>")


def made(name, lang="en", **more):
    return {each.id: each for each in PlantPage(assessed(name), contract(name, lang), lang, **more).parts()}


def test_the_answer_comes_first():
    assert [*made("coking")][:6] == ["answer", "processes", "measures", "money", "grades", "gaps"]
    assert [*made("coking")][-1] == "sources"


def test_a_sum_unfolds_to_the_processes():
    energy = made("coking")["answer"].tables[0].rows[0][1]
    assert energy.text == "161,667 tce" and energy.value == pytest.approx(161_666.74, abs=0.01)
    assert energy.tree.splitlines()[1].startswith("├── 1#: 96,038 tce")


def test_a_saving_unfolds_to_both_states():
    table = next(each for each in made("coking", "zh")["processes"].tables if each.caption.startswith("2#"))
    row = next(row for row in table.rows if row[3].path.endswith("saved.energy"))
    assert "基期：" not in row[3].tree and "基期" in row[3].tree and "× 1" in row[3].tree


def test_short_trees_do_not_repeat_what_has_a_row_of_its_own():
    long, short = (made("equipment", short=each)["processes"] for each in (False, True))
    sizes = [
        sum(len(cell.tree) for table in part.tables for row in table.rows for cell in row) for part in (long, short)
    ]
    assert sizes[1] < sizes[0]


def test_a_plant_without_measures_has_no_table_of_them():
    battery = {
        "name": "1#",
        "coke": "60 万t",
        "charging": "top",
        "quenching": "wet",
        "energy": {"coking-coal": "81 万t"},
    }
    bare = assess({"sector": "coking", "year": 2025, "battery": [battery]})
    with_one = assessed("coking")
    tables = [[*PlantPage(each, each.to_dict("en"), "en")._measures()] for each in (bare, with_one)]
    assert [len(each) for each in tables] == [0, 1]
