import math
from itertools import pairwise

import pytest
from shown import LANGUAGES, SECTORS, contract

from ecdcalc.report.charts.sankey import sankey


def data(chart, name):
    return next(each["values"] for each in chart.spec["data"] if each["name"] == name)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", SECTORS)
def test_bars_are_as_high_as_what_flows_through_them(name, lang):
    """The middle column takes and gives the same, and no bar lies over another."""
    chart = sankey(contract(name, lang), "reporting", lang)
    if chart is None:
        assert not contract(name, lang)["splits"]["energy_by_carrier"]["reporting"]
        return
    columns = {}
    for bar in data(chart, "rect"):
        columns.setdefault(bar["x"], []).append((bar["y"], bar["height"]))
    assert len(columns) == 3
    for bars in columns.values():
        assert all(y + height < below for (y, height), (below, _) in pairwise(bars))
        assert bars[-1][0] + bars[-1][1] <= chart.spec["height"]


def test_the_table_tells_every_flow():
    chart = sankey(contract("coking"), "baseline", "en")
    coal = [row for row in chart.table.rows if row[0] == "Coking coal (cleaned)"]
    assert [row[1] for row in coal] == ["1#", "2#"]
    values = [float(row[2].replace(",", "")) for row in coal]
    assert math.isclose(sum(values), 2_463_251.85, rel_tol=1e-6)
    assert "2,484,083" in chart.alt


def test_no_energy_no_picture():
    assert sankey({**contract("coking"), "processes": []}, "baseline", "en") is None
