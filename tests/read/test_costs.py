import pytest

from ecdcalc.read.costs import read_costs
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
        ({"replacement": [{"cost": "1 元", "life": "-1 a"}]}, "m.replacement[0].life", "out-of-bounds"),
    ],
)
def test_what_is_wrong(table, place, key):
    assert read(table)[1] == {place: key}
