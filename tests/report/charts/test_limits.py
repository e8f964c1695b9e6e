import pytest
from shown import SECTORS, contract

from ecdcalc.report.charts.limits import limits


def data(chart, name):
    return next(each["values"] for each in chart.spec["data"] if each["name"] == name)


@pytest.mark.parametrize("name", SECTORS)
def test_a_row_for_each_grade_and_edition(name):
    graded = [
        each
        for process in contract(name)["processes"]
        for grade in process["grades"]
        for each in (grade, *grade.get("editions", ()))
        if any(each[state] and each[state]["value"] for state in ("baseline", "reporting"))
    ]
    chart = limits(contract(name), "en")
    assert len(graded) == (len(chart.table.rows) if chart else 0)
    if chart:
        values = [1 for each in graded for state in ("baseline", "reporting") if each[state] and each[state]["value"]]
        assert len(data(chart, "rect")) == len(values)


def test_levels_keep_the_place_that_they_have():
    """GB 21342-2025, corrected for battery 1#: level 2 is 128.3, level 1 is 130.8; they are not sorted."""
    chart = limits(contract("coking"), "en")
    assert chart.table.rows[1][4:7] == ("130.755 kgce/t", "128.255 kgce/t", "202.215 kgce/t")
    assert [each["text"] for each in data(chart, "text") if "|" in each["text"]] == ["2|1", "1|2"]


def test_negative_values_grow_to_the_left_of_nothing():
    chart = limits(contract("steel", "zh"), "zh")
    converter = data(chart, "rect")[-1]
    assert (
        converter["x2"] == pytest.approx(430) and converter["x2"] > converter["x"]
    )  # 0 is the right end of a row of negative values
    assert any("-25.1113" in each["text"] for each in data(chart, "text"))
