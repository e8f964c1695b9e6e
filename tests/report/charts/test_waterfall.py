import math
from itertools import pairwise

import pytest
from shown import SECTORS, contract

from ecdcalc.report.charts.waterfall import waterfall


def bars(chart):
    return chart.spec["data"]["values"]


@pytest.mark.parametrize("name", SECTORS)
def test_the_parts_add_up_to_the_sum_of_the_result(name):
    found = contract(name)
    totals = {"energy": found["totals"]["energy_saved"], **found["totals"]["reductions"]}
    for item, total in totals.items():
        chart = waterfall(found, item, "en")
        if chart is None:
            assert total is None or not total["value"]
            continue
        *parts, whole = bars(chart)
        assert whole["to"] == total["value"]
        assert parts[-1]["to"] == pytest.approx(total["value"], rel=1e-9, abs=1e-6)
        assert math.fsum(each["to"] - each["from"] for each in parts) == pytest.approx(total["value"], rel=1e-9)
        assert all(one["to"] == other["from"] for one, other in pairwise(parts))


@pytest.mark.parametrize("name", SECTORS)
def test_kinds_are_those_of_the_splits(name):
    """Closures and new capacity stand apart from the retrofits."""
    found = contract(name)
    chart = waterfall(found, "energy", "en")
    if chart is None:
        return
    kinds = {}
    for label, kind, value in chart.table.rows[:-1]:
        kinds.setdefault(kind, []).append(float(value.replace(",", "")))
        assert label
    for kind in ("closed", "new"):
        split = found["splits"]["saved_by_kind"][kind]["energy"]
        assert math.fsum(kinds.get(kind, [])) == pytest.approx(split["value"] if split else 0, rel=1e-4, abs=1)


def test_a_loss_is_told_by_sign_and_shade():
    loss = next(each for each in bars(waterfall(contract("coking"), "energy", "en")) if each["to"] < each["from"])
    assert loss["text"].startswith("−") and loss["kind"] == "adds"


def test_an_unknown_sum_has_no_picture():
    found = contract("coking")
    assert waterfall({**found, "totals": {**found["totals"], "energy_saved": None}}, "energy", "en") is None


@pytest.mark.parametrize(("lang", "told"), [("en", "not split"), ("zh", "未分解")])
def test_what_no_process_explains_stands_as_a_part_of_its_own(lang, told):
    """A plant saves 10 tce, of which its processes tell 4 and 3: 3 are left."""
    process = {"kind": "closed", "measures": []}
    found = {
        "totals": {"energy_saved": {"value": 10.0, "unit": "tce"}, "reductions": {}},
        "processes": [
            {**process, "title": "1#", "saved": {"energy": {"value": 4.0, "unit": "tce"}}},
            {**process, "title": "2#", "saved": {"energy": {"value": 3.0, "unit": "tce"}}},
        ],
    }
    chart = waterfall(found, "energy", lang)
    *parts, whole = bars(chart)
    assert [each["to"] - each["from"] for each in parts] == [4, 3, 3] and whole["to"] == 10
    assert [each["label"] for each in parts] == ["1. 1#", "2. 2#", f"3. {told}"]
    assert [each["text"] for each in parts] == ["+4", "+3", "+3"] and [each["edge"] for each in parts] == [4, 7, 10]
    assert chart.table.rows[2][0] == told
