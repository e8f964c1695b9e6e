import csv

import pytest

from ecdcalc.report.choice import choice_csv, choice_text

MEASURE = {"plant": "P", "place": "p", "process": "1#", "measure": "m", "label": "New burner"}
FOUND = {
    "status": "short", "objective": "investment", "basis": None, "measures": [], "cost": {"value": 0.0, "unit": "CNY"},
    "investment": {"value": 0.0, "unit": "CNY"}, "proven_gap": 0.01, "not_evaluated": [], "binding": [], "curve": [],
    "shares": {}, "schedule": None, "alternatives": [], "plants": [],
    "left_out": [{**MEASURE, "reason": "r", "needs": ["size: s"], "asked": False}],
    "bounded": [{"place": "p", "process": "1#", "most": 2, "measures": 9}], "bound_left": {"value": 7.0, "unit": "CNY"},
    "unpriced": [], "cost_unknown": [{**MEASURE, "measure": "n"}],
    "aims": [{"id": "reduce:nox", "name": "NOx", "kind": "reduce", "place": None, "process": None, "plant": None, "margin": False, "need": {"value": 5.0, "unit": "t"}, "met": False,
              "reached": {"value": 2.0, "unit": "t"}, "short": {"value": 3.0, "unit": "t"}, "alone": None,
              "without_budget": {"value": 4.0, "unit": "t"}, "stands_in_the_way": "measures",
              "beside": [], "left_out": [MEASURE]}],
}  # fmt: skip


def test_what_is_short_and_what_is_not_proven_is_said():
    english, chinese = choice_text(FOUND, "en"), choice_text(FOUND, "zh")
    assert "Not all that is asked can be met" in english and "the measures that there are" in english
    assert "no measure is needed" not in english
    assert "at most 2 at once" in english and "Not proven the best: at most 1 % are left." in english
    assert "could cost 7 CNY less at most" in english and "would help, not considered: P 1# New burner" in english
    assert "1 measure has no known cost" in english and "size: s" in english
    assert "可用措施" in chinese and "未参与优选" in chinese


def amount(value, unit):
    return {"value": value, "unit": unit}


def test_every_part_of_a_choice_has_its_rows_of_csv():
    """What was not evaluated, what binds, and the years: what starts, what it invests, how far each demand comes."""
    gap = {"target": "T007", "process": None, "reason": "no number"}
    year = {"year": 2026, "starts": [MEASURE], "investment": amount(5.0, "CNY"),
            "reached": {"reduce:nox": amount(1.5, "t"), "level:x": None}}  # fmt: skip
    found = {
        **FOUND, "not_evaluated": [gap],
        "binding": [{"aim": "budget", "name": "the budget", "cost_without": amount(3.0, "CNY"), "saved": 2.0}],
        "schedule": [year, {"year": None, "starts": [MEASURE], "investment": None, "reached": {}}],
    }  # fmt: skip
    rows = {tuple(row) for row in csv.reader(choice_csv(found).splitlines())}
    assert {row for row in rows if row[0] in ("not-evaluated", "binding", "year")} == {
        ("not-evaluated", "", "", "T007", "", "", "", "no number"),
        ("binding", "", "", "budget", "cost_without", "3.0", "CNY", ""),
        ("year", "", "", "2026", "investment", "5.0", "CNY", ""),
        ("year", "P", "p", "2026", "start", "", "", "m"),
        ("year", "", "", "2026", "reached", "1.5", "t", "reduce:nox"),
        ("year", "", "", "2026", "reached", "", "", "level:x"),
        ("year", "P", "p", "unpaid", "start", "", "", "m"),
    }


@pytest.mark.parametrize(
    ("lang", "told"),
    [("en", "net of subsidies and of what would have been bought anyway; before them 9 CNY"),
     ("zh", "已扣除补贴和本来要购置的费用；扣除前 9 元")],
)  # fmt: skip
def test_an_investment_after_a_subsidy_is_told_beside_the_whole(lang, told):
    """Measures cost 9 CNY; of that 4 CNY are paid by others, so 5 CNY are invested."""
    chosen = {**MEASURE, "capex": amount(9.0, "CNY"), "capex_known": True, "capex_origin": "given", "capex_low": None,
              "capex_high": None, "capex_source": None, "money_saved": None, "npv": None, "source": "s",
              "confidence": "A"}  # fmt: skip
    found = {**FOUND, "measures": [chosen], "investment": amount(5.0, "CNY")}
    said = "".join(choice_text(found, lang).split())
    assert "".join(told.split()) in said
    whole = {**found, "investment": amount(9.0, "CNY")}
    assert "".join(told.split()) not in "".join(choice_text(whole, lang).split())
