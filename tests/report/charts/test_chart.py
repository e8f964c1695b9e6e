import pytest

from ecdcalc.report.charts import chart as charts
from ecdcalc.report.charts.chart import WIDTH, Chart, Charts, drawing, layer, lite, nice_share
from ecdcalc.report.section import Section

TABLE = Section("T <i>", ["a"], [("<script>",)])


def one(lang):
    return [Chart("one", drawing("T", f"text {lang}", 30, rule=[{"x": 0, "x2": WIDTH, "y": 5}]), TABLE, f"text {lang}")]


def test_the_same_pictures_in_both_languages():
    found = Charts(one)
    assert [*found] == ["one"] and len(found) == 1
    assert (found["one"].alt, found.zh["one"].alt) == ("text en", "text zh")
    assert repr(found) == "<Charts: one>" and repr(found["one"]) == "<Chart one: T <i>>"


def test_a_notebook_shows_picture_and_table_with_text_escaped():
    pytest.importorskip("vl_convert")
    shown = Charts(one)["one"]._repr_mimebundle_()
    assert shown["image/svg+xml"].startswith("<svg")
    assert "&lt;script&gt;" in shown["text/html"] and "<script>" not in shown["text/html"]
    assert "text en" in shown["text/plain"]
    assert "<figure>" in Charts(one)._repr_html_()


def test_a_notebook_without_the_library_shows_the_table(monkeypatch):
    monkeypatch.setattr(charts, "drawable", lambda: False)
    shown = Charts(one)["one"]._repr_mimebundle_()
    assert set(shown) == {"text/plain", "text/html"} and "<table>" in shown["text/html"]


def test_specifications_say_what_they_show():
    made = lite("T", "what is seen", layer=[layer("bar", {"color": "red"}, x={"field": "a"})])
    assert made["description"] == "what is seen" and made["layer"][0]["mark"] == {"type": "bar", "color": "red"}
    assert "url" not in str(made["layer"])


def test_shares_of_nothing_are_nothing():
    assert nice_share(1.0, 4.0) == 25.0 and nice_share(1.0, 0.0) == 0.0
