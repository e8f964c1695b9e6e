import pytest
from shown import EXAMPLES

from ecdcalc import load_plant
from ecdcalc.decide.choose import choose
from ecdcalc.decide.contract import contract
from ecdcalc.decide.question import Question
from ecdcalc.report.page import parts
from ecdcalc.report.page.choice import choice_parts
from ecdcalc.report.page.write import LARGEST, choice_page

pytest.importorskip("highspy")


@pytest.fixture(scope="module")
def choice():
    return choose(load_plant(EXAMPLES / "coking.toml"), Question(level=2))


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_chosen_measures_come_first_and_every_table_is_there(choice, lang, monkeypatch):
    monkeypatch.setattr(parts, "_drawn", lambda chart: "<svg></svg>")
    found = contract(choice, lang)
    made = [*choice_parts(found, lang)]
    assert [each.id for each in made][:2] == ["choice", "curve"]
    chosen = {row[2].text for row in made[0].tables[0].rows}
    assert {each["label"] for each in found["measures"]} <= chosen
    assert len({each.id for each in made}) == len(made)


def test_the_curve_is_drawn_where_measures_abate_something(choice, monkeypatch):
    monkeypatch.setattr(parts, "_drawn", lambda chart: "<svg></svg>")
    step = {"plant": "", "place": "a", "process": "a", "measure": "m", "label": "m", "output": "CO2", "abated": {"value": 2.0, "unit": "t"},
            "cost": {"value": 6.0, "unit": "CNY/a"}, "specific": {"value": 3.0, "unit": "CNY/t"}}  # fmt: skip
    share = {"plant": "", "place": "a", "process": "a", "measure": "m", "label": "m", "value": 2.0, "unit": "t"}
    found = {**contract(choice, "en"), "curve": [step], "shares": {"CO2": [share]}}
    curve = next(each for each in choice_parts(found, "en") if each.id == "curve")
    assert curve.pictures[0].id == "cost-curve" and len(curve.tables) == 1


def test_a_page_of_a_choice_stands_alone_and_escapes_names(choice):
    pytest.importorskip("jinja2")
    found = contract(choice, "en")
    found["plants"] = [{**each, "plant": "<script>"} for each in found["plants"]]
    text = choice_page(found, "en")
    assert "<script>" not in text and "&lt;script&gt;" in text and len(text.encode()) < LARGEST


def test_only_a_page_that_unfolds_says_so(choice, monkeypatch):
    from shown import assessed

    from ecdcalc.report.page.write import page

    monkeypatch.setattr(parts, "_drawn", lambda chart: "<svg></svg>")
    assert "unfolds" not in choice_page(contract(choice, "en"), "en")
    assert "unfolds" in page(assessed("coking"), "en")
