import re
import tomllib

import priced as base
import pytest
from attrs import evolve

from ecdcalc import read_plant
from ecdcalc.assessment.money.published import GIVEN, LIBRARY, UNKNOWN, _in_class, cost_of
from ecdcalc.decide.fit import fits
from ecdcalc.model.prices import Costs
from ecdcalc.reference.costs import cost_rows


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


def steel(measure, place="blast-furnace[3]", **head):
    document = tomllib.loads((base.ROOT / "examples" / "steel.toml").read_text(encoding="utf-8"))
    plant = read_plant({**document, **head})
    fit = next(each for each in fits(plant) if each.case and each.case.place == place and each.row.slug == measure)
    return fit.cost


def test_a_size_makes_a_published_cost_a_number_and_without_it_what_lacks_is_said():
    lacking = steel("top-pressure-recovery-turbine")
    assert lacking.origin == UNKNOWN and [each.key for each in lacking.needs] == ["cost-needs-size"]
    assert not re.search("[a-z]{3,}", lacking.needs[0].say("zh").replace("size", ""))
    assert "kW" in lacking.needs[0].say("en") and "规模" in lacking.needs[0].say("zh")
    # 3 900 CNY of 2015 for each kW
    given = {"costs": {"top-pressure-recovery-turbine": {"size": "6 MW"}}}
    found = steel("top-pressure-recovery-turbine", **given)
    assert found.origin == LIBRARY and found.costs.capex == pytest.approx(2.34e7)
    dearer = steel("top-pressure-recovery-turbine", **given, economics={"price_index": {"2015": "110 %"}})
    assert dearer.costs.capex == pytest.approx(1.1 * 2.34e7)
    # the index of the plant's own costs is applied later to every cost, so a published one is divided by it
    indexed = steel("top-pressure-recovery-turbine", **given, economics={"cost_index": "125 %"})
    assert indexed.costs.capex * 1.25 == pytest.approx(2.34e7)


def test_another_currency_needs_its_rate():
    lacking = steel("process-control-in-hot-strip-mill", "rolling[0]")
    assert lacking.origin == UNKNOWN and [each.key for each in lacking.needs] == ["cost-needs-exchange"]
    found = steel("process-control-in-hot-strip-mill", "rolling[0]", economics={"exchange": {"USD": "7 元"}})
    document = tomllib.loads((base.ROOT / "examples" / "steel.toml").read_text(encoding="utf-8"))
    (case,) = [each for each in read_plant(document).cases if each.place == "rolling[0]"]
    # 1.1 USD for each t/a of product
    assert found.costs.capex == pytest.approx(7.7 * case.reporting.rolled / 1000)
    assert found.row.price_year == "1994" and found.row.currency == "USD"


def test_a_work_takes_the_cost_of_its_size_class():
    rows = [each for each in cost_rows()["pw-scr"] if each.what == "investment"]
    fitting = [each.scale for each in rows if _in_class(each, 3.5e8)]
    assert "300-499 MW" in fitting and "100-299 MW" not in fitting and "above 700 MW" not in fitting
