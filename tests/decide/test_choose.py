from itertools import product

import priced as base
import pytest

from ecdcalc import assess, read_plant
from ecdcalc.decide.choose import choose
from ecdcalc.decide.contract import contract
from ecdcalc.decide.plant_sets import ANNUAL, plant_sets
from ecdcalc.decide.question import read_question
from ecdcalc.decide.written import toml_of, with_measures
from ecdcalc.report.choice import choice_text
from ecdcalc.words.errors import InputError

pytest.importorskip("highspy")


def names(choice):
    return {step.measure.id for *_, step in choice.steps}


def test_the_cheapest_set_is_the_best_of_all_sets():
    question = read_question(reduce=["CO2=200000 t"], alternatives=0)
    found = choose(base.coking(), question)
    listed = plant_sets(base.coking())
    costs = []
    for row in product(*(range(len(each.sets)) for each in listed.sets)):
        values = [values[number] for values, number in zip(listed.values, row, strict=True)]
        if sum(each.saved.get("co2", 0.0) for each in values if isinstance(each.saved.get("co2"), float)) >= 2e8:
            costs.append(sum(each.annual for each in values))
    assert found.met and found.objective == ANNUAL
    assert found.solution.cost == pytest.approx(min(costs), rel=1e-9)


def test_level_and_budget():
    found = choose(base.coking(), read_question(level=2, budget="2 亿元"))
    assert found.met and found.solution.spend <= 2e8
    assert all(each.level["reporting"] <= 2 for result in found.after[0].processes for each in result.grades if "reporting" in each.level)  # fmt: skip
    assert "budget" in found.binding


def test_what_cannot_be_reached_says_how_far_and_why():
    poor = choose(base.coking(), read_question(reduce=["CO2=300000 t"], budget="3000 万元"))
    assert not poor.met
    assert next(each for each in poor.reach if each.aim.name == "co2").stands == "budget"
    never = choose(base.coking(), read_question(reduce=["CO2=4000000 t"]))
    reach = never.reach[0]
    assert reach.stands == "measures" and reach.unbounded < reach.aim.need
    assert contract(never, "zh")["aims"][0]["stands_in_the_way"] == "measures"


def test_keep_and_without():
    kept = choose(
        base.coking(), read_question(keep=["coke-oven-automatic-heating-control"], without=["coke-dry-quenching"])
    )
    assert "coke-oven-automatic-heating-control" in names(kept) and "coke-dry-quenching" not in names(kept)
    assert kept.unknown_cost == ((0, "battery[1]", "coke-oven-automatic-heating-control"),)
    assert any(each.reason == "choose-without" for _, each in kept.left_out)


def test_the_choice_written_back_runs_and_gives_the_same():
    found = choose(base.coking(), read_question(reduce=["CO2=200000 t"]))
    import tomllib

    text = toml_of(with_measures(base.document(), [(place, step) for _, place, step in found.steps]))
    again = assess(read_plant(tomllib.loads(text)))
    assert (
        again.saved["co2"]
        == found.after[0].saved["co2"]
        == pytest.approx(found.solution.brings["reduce:co2"], rel=1e-12)
    )
    assert again.money.steps[0].worth.npv == found.after[0].money.steps[0].worth.npv


def test_the_order_of_the_file_changes_nothing():
    document = base.document()
    document["battery"] = document["battery"][::-1]
    document["battery"][0]["measure"] = document["battery"][0]["measure"][::-1]
    question = read_question(level=2, reduce=["CO2=200000 t"])
    one, other = choose(base.coking(), question), choose(read_plant(document), question)
    assert names(one) == names(other) and one.solution.cost == pytest.approx(other.solution.cost, rel=1e-12)


def test_areas_of_the_curve_and_shares_make_the_whole():
    found = choose(base.coking(), read_question(reduce=["CO2=300000 t"]))
    listed = plant_sets(base.coking())
    nothing = sum(values[0].annual for values in listed.values)
    assert sum(each.cost for each in found.curve) == pytest.approx(found.solution.cost - nothing, rel=1e-9)
    for output, shares in found.shares.items():
        whole = 0.0
        for sets, values, number in zip(listed.sets, listed.values, found.solution.chosen, strict=True):
            saved = [values[each].saved.get(output, 0.0) for each in (0, number)]
            if sets.case.kind != "closed" and all(isinstance(each, float) for each in saved):
                whole += saved[1] - saved[0]
        assert sum(shares.values()) == pytest.approx(whole, rel=1e-9, abs=1e-6)


@pytest.mark.parametrize(
    ("asked", "key"),
    [
        ({"reduce": ["NOy=3 t"]}, "not-an-option"),
        ({"reduce": ["NOx=3 kWh"]}, "unit-kind"),
        ({"budget": "-3 元"}, "out-of-bounds"),
        ({"least": "time"}, "not-an-option"),
        ({"level": 4}, "not-an-option"),
        ({"years": "2026", "yearly": "1 元"}, "choose-years-span"),
        ({"years": "2026-2028"}, "choose-years"),
        ({"curve": "steam"}, "not-an-option"),
        ({"keep": ["a"], "without": ["a"]}, "choose-keep-without"),
    ],
)
def test_what_cannot_be_asked(asked, key):
    with pytest.raises(InputError) as refused:
        read_question(**asked)
    assert [each.key for each in refused.value.problems] == [key]


def test_names_that_are_not_known_are_refused_with_the_nearest():
    with pytest.raises(InputError) as refused:
        choose(base.coking(), read_question(keep=["coke-dry-quench"], targets=["t999"]))
    assert "coke-dry-quenching" in refused.value.say("en")
    with pytest.raises(InputError, match="t999"):
        choose(base.coking(), read_question(targets=["t999"]))


def test_a_target_of_elsewhere_is_answered_with_its_reason():
    found = choose(base.coking(), read_question(targets=["t050"]))
    assert found.met and (found.not_evaluated or found.reach)


def test_start_years_under_a_yearly_budget():
    asked = read_question(level=2, years="2026-2028", yearly="2 亿元")
    found = choose(base.coking(), asked)
    plan = found.schedule
    assert set(plan.starts) == {each.measure for each in found.curve} and not plan.unpaid
    assert all(spent <= 2e8 for spent in plan.spent.values())
    for aim in found.aims:
        assert plan.path[2028][aim.id] == pytest.approx(found.solution.brings[aim.id], rel=1e-12)
    assert "2026" in choice_text(contract(found, "zh"), "zh")


def test_targets_of_a_plant_without_a_plan_are_refused():
    document = base.document()
    del document["plan"]
    with pytest.raises(InputError, match="plan: is required") as told:
        choose(read_plant(document), read_question(targets=["t016"]))
    assert [each.place for each in told.value.problems] == ["plan"]
