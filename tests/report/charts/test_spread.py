from ecdcalc.report.charts.spread import spread


def drawn(low, middle, high, unit):
    ends = {"p5": low, "p50": middle, "p95": high}
    return {**{name: {"value": value, "unit": unit} for name, value in ends.items()}, "lost": 0.0, "shares": []}


CHANCE = {
    "saved": {"energy": drawn(90.0, 100.0, 115.0, "tce")},
    "targets": [
        {"target": "A3", "process": "battery", "probability": 0.25, "reached": drawn(-4.0, -2.0, -1.0, "t")},
        {"target": "A4", "process": None, "probability": 1.0, "reached": None},
    ],
}


def test_ends_are_told_against_the_middle_and_as_they_are():
    chart = spread(CHANCE, "en")
    first, second = chart.spec["data"]["values"]
    assert (first["low"], first["middle"], first["high"]) == (-10.0, 0.0, 15.0)
    assert (second["low"], second["high"]) == (-100.0, 50.0)
    assert first["text"] == "90 – 115 tce"
    assert chart.table.rows == [("energy saved", "90", "100", "115", "tce"), ("A3 battery", "-4", "-2", "-1", "t")]
    assert "A3 battery" in chart.alt and "90 of 100" in chart.alt


def test_nothing_moved_no_picture():
    assert spread({"saved": {}, "targets": []}, "zh") is None
