import math

from ecdcalc.report.charts.cost_curve import cost_curve


def step(measure, abated, cost):
    return {
        "plant": "A", "place": "kiln[0]", "process": "kiln", "measure": measure, "label": f"New {measure}",
        "output": "CO2",
        "abated": {"value": abated, "unit": "t"}, "cost": {"value": cost, "unit": "CNY/a"},
        "specific": {"value": cost / abated, "unit": "CNY/t"} if abated > 0 else None,
    }  # fmt: skip


STEPS = [step("seals", 40.0, -3000.0), step("drive", 25.0, 500.0), step("paint", 0.0, 90.0), step("kiln", 60.0, 9000.0)]
CHOICE = {"curve": STEPS, "plants": [{"plant": "A"}]}


def test_areas_are_costs():
    chart = cost_curve(CHOICE, "en")
    drawn = chart.spec["data"]["values"]
    assert math.fsum((each["to"] - each["from"]) * each["cost"] for each in drawn) == -3000 + 500 + 9000
    assert [(each["from"], each["to"]) for each in drawn] == [(0, 40), (40, 65), (65, 125)]
    assert [each["label"] for each in drawn] == ["1", "2", "4"]


def test_what_abates_nothing_is_in_the_table_alone():
    chart = cost_curve(CHOICE, "zh")
    assert len(chart.table.rows) == 4 and chart.table.rows[2][-1] == "–"
    assert chart.table.notes == ["不产生减少量、未绘出的措施：1项。"]
    assert chart.table.rows[0][1] == "kiln New seals"
    assert cost_curve({**CHOICE, "plants": [{}, {}]}, "zh").table.rows[1][1] == "A kiln New drive"
    assert "125" in chart.alt and "-75" in chart.alt and "150" in chart.alt


def test_nothing_chosen_no_picture():
    assert cost_curve({"curve": []}, "en") is None
