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


def at(sector, place, measure, saved, **costs):
    """Return the cost of a measure that stands in an example, had the file given other costs."""
    document = tomllib.loads((base.ROOT / "examples" / f"{sector}.toml").read_text(encoding="utf-8"))
    plant = read_plant({**document, "economics": {"exchange": {"USD": "7 元"}}})
    (case,) = [each for each in plant.cases if each.place == place]
    (step,) = [each for each in case.steps if each.measure.id == measure]
    return cost_of(evolve(step, costs=Costs(**costs)), saved, case, plant)


def test_a_cost_of_what_is_removed_takes_what_the_measure_removes():
    # 3 487 USD for each t/a of NOx, of which 100 t/a are removed
    found = at("building-materials", "flat-glass[0]", "glass-furnace-scr", {"nox": 1e5})
    assert found.origin == LIBRARY and found.costs.capex == pytest.approx(3487 * 7 * 100)
    nothing = at("building-materials", "flat-glass[0]", "glass-furnace-scr", {"nox": 0.0})
    assert nothing.origin == UNKNOWN and [each.key for each in nothing.needs] == ["cost-needs-size"]


def test_a_cost_of_electric_power_takes_that_of_the_unit_unless_it_is_of_another_turbine():
    # 2 to 6 CNY for each kW, of which there are 300 000
    found = at("power", "coal-unit[0]", "air-preheater-seal", {})
    assert found.origin == LIBRARY and (found.low, found.high) == (pytest.approx(6e5), pytest.approx(1.8e6))
    other = at("power", "coal-unit[1]", "extraction-back-pressure-cascade-heating", {})
    assert other.origin == UNKNOWN and [each.key for each in other.needs] == ["cost-needs-size"]


def test_of_a_range_with_one_end_printed_that_end_is_taken():
    # a rebate of 5.4 USD for each m2, a lower bound
    found = at("agriculture", "greenhouse[0]", "greenhouse-insulation-and-thermal-screens", {}, size="1000 m2")
    assert (found.low, found.high) == (pytest.approx(5.4 * 7 * 1000), None)
    assert found.costs.capex == pytest.approx(5.4 * 7 * 1000)


def test_a_cost_of_a_tonne_of_product_is_none_where_no_tonnes_are_made():
    document = tomllib.loads((base.ROOT / "examples" / "agriculture.toml").read_text(encoding="utf-8"))
    plant = read_plant(document)
    (case,) = [each for each in plant.cases if each.place == "greenhouse[0]"]
    found = cost_of(fit("coke-oven-flue-gas-waste-heat-boiler").step, {}, case, plant)
    assert found.origin == UNKNOWN and found.printed
