import priced as base
import pytest
from attrs import evolve

from ecdcalc.assessment.money.published import GIVEN, LIBRARY, UNKNOWN, cost_of
from ecdcalc.decide.fit import fits
from ecdcalc.model.prices import Costs


def fit(name):
    return next(each for each in fits(base.coking()) if each.case and each.case.place == "battery[1]" and each.row.slug == name)  # fmt: skip


def test_a_published_cost_of_the_capacity_here():
    found = fit("coke-oven-flue-gas-waste-heat-boiler").cost
    # 10 to 30 CNY per t/a of coke capacity, 1.4 Mt/a
    assert found.origin == LIBRARY and (found.low, found.high) == (pytest.approx(1.4e7), pytest.approx(4.2e7))
    assert found.costs.capex == pytest.approx(2.8e7) and found.row.confidence == "C"


def test_what_the_plant_gives_wins_and_what_nobody_knows_stays_unknown():
    one = fit("coke-oven-automatic-heating-control")
    assert cost_of(one.step, one.saved, one.case, base.coking()).origin == UNKNOWN
    given = evolve(one.step, costs=Costs(5.0))
    assert cost_of(given, one.saved, one.case, base.coking()).origin == GIVEN
