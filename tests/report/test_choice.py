from ecdcalc.report.choice import choice_text

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
    assert "1 measures have no known cost" in english and "size: s" in english
    assert "可用措施" in chinese and "未参与优选" in chinese
