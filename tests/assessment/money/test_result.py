from ecdcalc.assessment.money.result import Bills, Money, PlantMoney, StepMoney
from ecdcalc.model.prices import Economics, Prices


def test_change_is_what_is_saved():
    assert Money("", "electricity", 5.0, 3.0).change == 2


def test_lines_are_of_instruments_that_both_states_have():
    money = PlantMoney(Prices(), Economics(), Bills({}, {}), Bills({}, {"a": 3.0, "b": 1.0}), Bills({}, {"a": 2.0}))
    assert [(each.instrument, each.change) for each in money.lines] == [("a", 1.0)]


def test_a_total_needs_every_price():
    assert StepMoney("", None, {"a": 2.0, "b": 1.0}, (), {}, None).total == 3
    assert StepMoney("", None, {"a": 2.0}, ("prices.heat",), {}, None).total is None
