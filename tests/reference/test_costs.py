"""Costs of measures: the values below were read in the sources' own words, not through the loader."""

import pytest
from attrs import evolve

from ecdcalc.reference.costs import FIRST_GRADES, WHAT, CostRow, cost_rows, costs_of, disagree, investment_of, lives_of
from ecdcalc.reference.measures import measure_rows

ALL = [row for rows in cost_rows().values() for row in rows]


def test_every_row_belongs_to_a_measure_or_says_that_it_is_new():
    assert all(id in measure_rows() or id.startswith("new-") for id in cost_rows())


@pytest.mark.parametrize("row", ALL, ids=lambda row: f"{row.measure}-{row.what}")
def test_every_row_has_value_unit_source_and_grade(row: CostRow):
    assert row.what in WHAT and row.confidence in FIRST_GRADES and row.source
    values = [each for each in (row.low, row.typ, row.high) if each is not None]
    assert values and values == sorted(values)
    assert (row.currency in row.unit_text) if row.currency else not {"CNY", "USD", "EUR"} & {row.unit_text[:3]}


def test_a_measure_is_found_by_row_id_and_name():
    row = measure_rows()["ck-cdq"]
    assert costs_of(row) == costs_of("ck-cdq") == costs_of(row.slug) and len(costs_of(row)) == 10
    assert costs_of("no-such-measure") == ()


def test_conflicts_are_kept_and_told():
    found = costs_of("ck-cdq", "investment")
    assert [(each.typ, each.currency, each.per) for each in found] == [
        (187.0, "CNY", "red coke treated"),
        (3415.0, "CNY", "energy saved"),
        (7778.0, "JPY", "coke"),
        (85.18, "USD", "crude steel"),
        (None, "CNY", "coke capacity"),
    ]
    assert (found[-1].low, found[-1].high, found[-1].confidence) == (120.0, 220.0, "C")
    assert disagree(costs_of("st-trt", "investment")) and not disagree(found)


def test_money_of_another_country_keeps_its_name():
    (yen,) = [each for each in costs_of("ck-cdq", "investment") if each.currency == "JPY"]
    assert (yen.unit_text, yen.price_year, yen.unit.text) == ("JPY/t*a", "2022", "CNY/t*a")
    (dollars,) = [each for each in costs_of("ck-cdq", "investment") if each.currency == "USD"]
    assert dollars.unit.text == "USD/t*a"


def test_running_cost_with_its_capital_is_told_apart():
    annual = [each for each in ALL if each.annualised]
    assert len(annual) == 45 and {each.what for each in annual} == {"running"}
    assert all("a" not in each.unit_text.split("/")[1:] for each in annual)


def test_tax_lives_are_told_apart():
    taxed = [each for each in costs_of("pw-turbine-flowpath", "life") if each.class_life]
    assert [each.typ for each in taxed] == [28.0]
    assert [each.value for each in costs_of("pw-turbine-flowpath", "life")] == [28.0, 30.0]


def test_an_investment_says_of_what_capacity_it_is_and_how_sure():
    rows = {row.id: row for row in measure_rows().values()}
    library = investment_of(rows["ck-flue-boiler"])
    assert library.say("en") == "10–30 CNY/t*a (coke capacity) [C]"
    assert library.say("zh") == "10–30 元/t*a (焦炭产能) [C]"


def test_a_published_investment_goes_before_that_of_the_library():
    for row in measure_rows().values():
        published = costs_of(row, "investment")
        found = investment_of(row)
        if published:
            assert found.confidence == published[0].confidence
        assert (found is None) == (not published and not row.capex_low and not row.capex_high)


def test_every_capacity_is_named_in_chinese():
    found = [each for row in measure_rows().values() if (each := investment_of(row)) and each.per]
    assert len(found) > 60
    assert [each.per for each in found if each.say("zh") == each.say("en")] == []


@pytest.mark.parametrize(
    ("id", "lives"),
    [
        ("bd-ashp", ("15 [C]", "15–20 [A]")),  # published 18, 15 to 20
        ("cm-pv", ("30–35 [A]",)),  # the library has none
        ("ck-cdq", ("20 [C]",)),  # published are class lives of tax rules alone
        ("cm-ie3-ie5", ("15 [C]", "18 [B]")),
    ],
)
def test_published_lives_stand_beside_the_library_s_own(id, lives):
    assert lives_of(measure_rows()[id]) == lives


def test_without_a_published_one_the_investment_is_that_of_the_row_itself():
    """As of a measure of a plugin that brings no costs."""
    row = evolve(measure_rows()["ck-flue-boiler"], id="x-1", slug="x", capex_low="8", capex_high="9.5")
    found = investment_of(row)
    assert (found.low, found.high, found.unit, found.confidence) == ("8", "9.5", row.capex_unit, row.capex_confidence)
    assert found.say("en").startswith("8–9.5 ")
    assert investment_of(evolve(row, capex_low="", capex_high="")) is None
