import pytest
from shown import assessed, contract

from ecdcalc.report.charts import on_paper
from ecdcalc.report.charts.on_paper import OF_PLANT, OF_REGION, charts_by_name, drawn


@pytest.mark.parametrize(("name", "known"), [("coking", OF_PLANT), ("city", OF_REGION)])
def test_every_picture_of_a_result_has_a_name_that_a_layout_may_use(name, known):
    assert {*charts_by_name(assessed(name), contract(name), "en")} <= {*known}


@pytest.mark.parametrize("name", ["coking", "city"])
def test_the_first_pages_have_pictures_with_their_texts(name):
    pytest.importorskip("vl_convert")
    pictures, reason = drawn(assessed(name), contract(name, "zh"), "zh")
    charts = charts_by_name(assessed(name), contract(name, "zh"), "zh")
    assert reason == "" and len(pictures) >= 3
    assert {each.alt for each in pictures} <= {each.alt for each in charts.values()}
    assert all(each.svg.startswith("<svg") for each in pictures)


def test_where_nothing_can_be_drawn_it_is_said(monkeypatch):
    monkeypatch.setattr(on_paper, "drawable", lambda: False)
    pictures, reason = drawn(assessed("coking"), contract("coking"), "en")
    assert list(pictures) == [] and "ecdcalc[html]" in reason
