"""Measures over the years against every way to spread them."""

import random
from itertools import product

import pytest

from ecdcalc.decide.program import OPTIMAL, SHORT, Aim, Option, Program, brute_force
from ecdcalc.decide.schedule import Group, Years

pytest.importorskip("highspy")
YEARS = (2026, 2027, 2028)


def group(number, options, earliest=None):
    names = tuple(frozenset(option.id.replace("–", "")) for option in options)
    return Group((0, f"p{number}"), names, tuple(range(len(options))), earliest or {})


def two(seed):
    """Two processes of two measures each, that take a little from one another."""
    dice = random.Random(seed)
    cases = []
    for names in ("ab", "cd"):
        prices = {name: float(dice.randint(10, 90)) for name in names}
        brings = {name: dice.uniform(0.5, 2) for name in names}
        sets = ["", *names, names]
        cases.append([
            Option(each or "–", *[sum(prices[name] for name in each)] * 2,
                   {"x": sum(brings[name] for name in each) * (0.9 if len(each) > 1 else 1)})
            for each in sets
        ])  # fmt: skip
    return cases, [Aim("x", dice.uniform(1, 5))], float(dice.randint(40, 140))


def years_of(cases, aims, yearly, budget=None, **more):
    return Years([group(number, case) for number, case in enumerate(cases)], cases, aims, YEARS, yearly, budget, **more)


def possible(cases, chosen, yearly):
    """Whether some start years of the chosen measures keep every year within its budget."""
    prices = [case[[one.id for one in case].index(name)].spend for case, number in zip(cases, chosen, strict=True)
              for name in case[number].id.replace("–", "")]  # fmt: skip
    return any(
        all(
            sum(price for price, start in zip(prices, starts, strict=True) if start == year) <= yearly + 1e-9
            for year in YEARS
        )
        for starts in product(YEARS, repeat=len(prices))
    )


@pytest.mark.parametrize("seed", range(60))
def test_the_choice_over_years_is_the_cheapest_of_those_that_can_be_paid(seed):
    cases, aims, yearly = two(seed)
    found, plan = years_of(cases, aims, yearly).spread(Program(cases, aims, None).solve(), by_cost=False)
    payable = [
        row for row in product(*(range(len(case)) for case in cases))
        if sum(case[number].brings["x"] for case, number in zip(cases, row, strict=True)) >= aims[0].need - 1e-9
        and possible(cases, row, yearly)
    ]  # fmt: skip
    assert (found.status == OPTIMAL) == bool(payable)
    if payable:
        costs = (sum(case[number].cost for case, number in zip(cases, row, strict=True)) for row in payable)
        assert found.cost == pytest.approx(min(costs), rel=1e-9)
        assert all(spent <= yearly + 1e-6 for spent in plan.spent.values())
        assert sum(plan.spent.values()) == pytest.approx(found.spend)
        assert plan.path[2028]["x"] == pytest.approx(found.brings["x"]) and not plan.unpaid
        chosen = "".join(case[number].id for case, number in zip(cases, found.chosen, strict=True)).replace("–", "")
        assert {*chosen} == {key[2] for key in plan.starts}


def test_what_is_asked_comes_as_early_as_the_budgets_allow():
    cases = [[Option("–", 0, 0, {"x": 0.0}), Option("a", 60, 60, {"x": 3.0})],
             [Option("–", 0, 0, {"x": 0.0}), Option("b", 50, 50, {"x": 1.0})]]  # fmt: skip
    first = brute_force(cases, [Aim("x", 4.0)], None)
    _, plan = years_of(cases, [Aim("x", 4.0)], 100.0).spread(first, by_cost=False)
    assert dict(plan.starts) == {(0, "p0", "a"): 2026, (0, "p1", "b"): 2027}
    assert [plan.path[year]["x"] for year in YEARS] == [3.0, 4.0, 4.0]


def test_what_earns_money_comes_first_and_what_costs_comes_last():
    cases = [[Option("–", 0, 0, {"x": 0.0}), Option("a", -5, 60, {"x": 3.0})],
             [Option("–", 0, 0, {"x": 0.0}), Option("b", 7, 30, {"x": 1.0})]]  # fmt: skip
    first = brute_force(cases, [Aim("x", 4.0)], None)
    _, plan = years_of(cases, [Aim("x", 4.0)], 100.0).spread(first, by_cost=True)
    assert dict(plan.starts) == {(0, "p0", "a"): 2026, (0, "p1", "b"): 2028}


def test_a_measure_never_runs_without_the_one_it_needs():
    sets = [Option("–", 0, 0, {"x": 0.0}), Option("a", 60, 60, {"x": 3.0}), Option("ab", 130, 130, {"x": 4.0})]
    first = brute_force([sets], [Aim("x", 4.0)], None)
    _, plan = years_of([sets], [Aim("x", 4.0)], 75.0).spread(first, by_cost=False)
    assert dict(plan.starts) == {(0, "p0", "a"): 2026, (0, "p0", "b"): 2027}


def test_a_measure_does_not_start_before_its_year():
    sets = [Option("–", 0, 0, {"x": 0.0}), Option("a", 60, 60, {"x": 3.0})]
    first = brute_force([sets], [Aim("x", 3.0)], None)
    task = Years([group(0, sets, {"a": 2028})], [sets], [Aim("x", 3.0)], YEARS, 75.0)
    assert dict(task.spread(first, by_cost=False)[1].starts) == {(0, "p0", "a"): 2028}


def test_a_dearer_set_is_taken_where_the_cheapest_cannot_be_paid_in_any_year():
    cases = [[Option("–", 0, 0, {"x": 0.0}), Option("a", 100, 100, {"x": 2.0}), Option("b", 60, 60, {"x": 1.0}),
              Option("c", 60, 60, {"x": 1.0}), Option("bc", 120, 120, {"x": 2.0})]]  # fmt: skip
    aims = [Aim("x", 2.0)]
    found, plan = years_of(cases, aims, 70.0).spread(Program(cases, aims, None).solve(), by_cost=False)
    assert found.status == OPTIMAL and found.cost == 120 and {key[2] for key in plan.starts} == {"b", "c"}


def test_what_must_be_there_and_no_year_can_pay_is_named():
    sets = [Option("–", 0, 0, {"x": 0.0}), Option("a", 160, 160, {"x": 1.0})]
    one = Group((0, "p0"), (frozenset(), frozenset("a")), (1,))
    first = Program([sets], [], None, allowed=[[1]]).solve()
    found, plan = Years([one], [sets], [], YEARS, 100.0).spread(first, by_cost=False)
    assert found.status == SHORT and plan.unpaid == ((0, "p0", "a"),) and not plan.starts


def test_the_nearest_that_the_years_can_pay():
    cases = [[Option("–", 0, 0, {"x": 0.0}), Option("a", 90, 90, {"x": 2.0})],
             [Option("–", 0, 0, {"x": 0.0}), Option("b", 500, 500, {"x": 5.0})]]  # fmt: skip
    aims = [Aim("x", 6.0)]
    found, plan = years_of(cases, aims, 100.0).spread(Program(cases, aims, None).solve(), by_cost=False)
    assert found.status == SHORT and found.short == {"x": 4.0} and {key[2] for key in plan.starts} == {"a"}


@pytest.mark.parametrize(("budget", "paid"), [(None, 3), (16.0, 2), (12.0, 1)])
def test_a_budget_of_all_years_holds_beside_those_of_each(budget, paid):
    """Of four measures of 8 each, a year of 10 pays one: three in three years, and fewer where all years are short."""
    cases = [[Option("–", 0.0, 0.0, {}), Option(name, 8.0, 8.0, {"x": 1.0})] for name in "abcd"]
    aims = [Aim("x", 4.0)]
    found, schedule = years_of(cases, aims, 10.0, budget).spread(Program(cases, aims, None).solve(), by_cost=True)
    assert (found.status, sum(found.chosen), found.spend) == (SHORT, paid, 8.0 * paid)
    assert sorted(schedule.spent.values(), reverse=True) == [8.0] * paid + [0.0] * (3 - paid)
