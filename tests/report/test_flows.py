"""Carriers that go both ways, in the report of a plant whose two processes take and give heat."""

from ecdcalc.report.flows import flow_sections

FLOW = {"amount": {"value": 3.0, "unit": "GJ"}, "energy": {"value": 0.1, "unit": "tce"}}
NONE = {"amount": {"value": 0.0, "unit": "GJ"}, "energy": {"value": 0.0, "unit": "tce"}}
NOT_KNOWN = {"amount": None, "energy": None}


def result(**states):
    heat = {"label": "Heat", "amount": None, "energy": {"value": 0.05, "unit": "tce"}}
    return {"splits": {"energy_by_carrier": {state: {"heat": {**heat, **flows}} for state, flows in states.items()}}}


def test_both_states_are_shown_where_one_goes_both_ways():
    both, single = {"taken": FLOW, "given": FLOW}, {"taken": FLOW, "given": NONE}
    (section,) = flow_sections(result(baseline=single, reporting=both), "en")
    assert [row[1] for row in section.rows] == ["baseline", "reporting"]
    assert section.rows[1][2] == "3 GJ" and section.rows[1][-1] == "0.05 tce"


def test_one_way_or_not_known_needs_no_table():
    one = {"taken": FLOW, "given": NONE}
    assert [*flow_sections(result(baseline=one, reporting={"taken": NOT_KNOWN, "given": NOT_KNOWN}), "en")] == []
