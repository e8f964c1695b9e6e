import pytest

from ecdcalc.read.costs import read_costs, read_money
from ecdcalc.read.record import Notes


def read(table):
    notes = Notes()
    return read_costs(table, "m", notes), {each.place: each.key for each in notes.problems}


def test_all_that_a_measure_costs():
    costs, problems = read(
        {
            "capex": "2 亿元",
            "subsidy": "1000 万元",
            "avoided_capex": "500 万元",
            "life": "12 a",
            "running_cost": "30 万元/a",
            "residual": "20 万元",
            "start": 2027,
            "replacement": [{"part": "drive", "cost": "5 万元", "life": "6 a"}],
        }
    )
    assert not problems and costs.net == pytest.approx(1.85e8) and costs.start == 2027
    assert costs.replacements[0].cost == 50_000 and costs.running == 300_000 and costs.life == 12


@pytest.mark.parametrize(
    ("table", "place", "key"),
    [
        ({"life": "0 a"}, "m.life", "out-of-bounds"),
        ({"capex": "3 kg"}, "m.capex", "unit-kind"),
        ({"capex": "3 USD"}, "m.capex", "unit-kind"),
        ({"start": "soon"}, "m.start", "not-a-year"),
        ({"replacement": "drive"}, "m.replacement", "replacement-list"),
        ({"replacement": [{"cost": "1 元"}]}, "m.replacement[0].life", "required"),
        ({"replacement": [{"cost": "1 元", "life": "6 a", "years": 6}]}, "m.replacement[0].years", "unknown-key"),
        ({"replacement": [{"cost": "1 元", "life": "-1 a"}]}, "m.replacement[0].life", "out-of-bounds"),
    ],
)
def test_what_is_wrong(table, place, key):
    assert read(table)[1] == {place: key}


@pytest.mark.parametrize(
    ("table", "place", "key"),
    [
        ({"capex": "-1 亿元"}, "capex", "out-of-bounds"),
        ({"life": "1e9 a"}, "life", "out-of-bounds"),
        ({"life": "10~1000 a"}, "life", "out-of-bounds"),
        ({"replacement": [{"part": "x", "cost": "1 元", "life": "0.00001 a"}]}, "replacement[0].life", "out-of-bounds"),
        ({"replacement": [{"part": "x", "cost": "-1 元", "life": "3 a"}]}, "replacement[0].cost", "out-of-bounds"),
        ({"capex": "1 亿元", "subsidy": "2 亿元"}, "subsidy", "cost-above-capex"),
        ({"capex": "1 亿元", "residual": "2 亿元"}, "residual", "cost-above-capex"),
    ],
)
def test_costs_that_cannot_be(table, place, key):
    """A flow of a thousand million years, or with a part bought a million times a year, would never be done."""
    assert read(table)[1] == {f"m.{place}": key}


@pytest.mark.parametrize(
    ("document", "place", "key"),
    [
        ({"prices": 3}, "prices", "not-a-table"),
        ({"economics": "x"}, "economics", "not-a-table"),
        ({"costs": [1]}, "costs", "not-a-table"),
        ({"costs": {"coke-dry-quenching": 5}}, "costs.coke-dry-quenching", "not-a-table"),
        ({"costs": {"coke-dry-quench": {}}}, "costs.coke-dry-quench", "measure-unknown"),
    ],
)
def test_tables_of_money_that_are_none(document, place, key):
    notes = Notes()
    read_money(document, notes)
    assert {each.place: each.key for each in notes.problems} == {place: key}
