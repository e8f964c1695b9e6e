from ecdcalc.report.charts.spread import Drawn, spread


def test_ends_are_told_against_the_middle_and_as_they_are():
    chart = spread([Drawn("energy", 90.0, 100.0, 115.0, "tce"), Drawn("NOx", -4.0, -2.0, -1.0, "t")], "en")
    first, second = chart.spec["data"]["values"]
    assert (first["low"], first["middle"], first["high"]) == (-10.0, 0.0, 15.0)
    assert (second["low"], second["high"]) == (-100.0, 50.0)
    assert first["text"] == "90 – 115 tce"
    assert chart.table.rows[0] == ("energy", "90", "100", "115", "tce")
    assert "NOx" in chart.alt


def test_nothing_drawn_no_picture():
    assert spread([], "zh") is None
