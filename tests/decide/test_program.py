"""The program against trying everything, and what must hold of any of its answers."""

import random
import sys
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecdcalc.decide.program import OPTIMAL, SHORT, Aim, Option, Program, brute_force, made, undominated
from ecdcalc.decide.solver import solver
from ecdcalc.words.errors import InputError

pytest.importorskip("highspy")


def plant(seed, processes=3, measures=2, aims=3):
    """An invented plant: every set of some measures, of which each takes a little from the others."""
    dice = random.Random(seed)
    cases = []
    for _ in range(processes):
        rows = [(dice.uniform(1, 100), [max(dice.gauss(1, 1), 0.0) for _ in range(aims)]) for _ in range(measures)]
        options = []
        for mask in range(2**measures):
            on = [row for number, row in enumerate(rows) if mask >> number & 1]
            cost = sum(row[0] for row in on)
            keeps = 0.9 ** max(len(on) - 1, 0)
            brings = {f"a{aim}": keeps * sum(row[1][aim] for row in on) for aim in range(aims)}
            options.append(Option(str(mask), cost, cost, brings))
        cases.append(options)
    return cases, [Aim(f"a{aim}", dice.uniform(0, 4), 1.0) for aim in range(aims)], dice


@pytest.mark.parametrize("seed", range(200))
def test_the_choice_is_that_of_trying_everything(seed):
    cases, aims, dice = plant(seed)
    budget = dice.choice([None, 60.0, 120.0, 200.0])
    found, best = Program(cases, aims, budget).solve(), brute_force(cases, aims, budget)
    assert (best is None) == (found.status == SHORT)
    if best is not None:
        assert found.cost == pytest.approx(best.cost, rel=1e-9, abs=1e-9)


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10_000))
def test_a_constraint_more_never_lowers_the_cost(seed):
    cases, aims, _ = plant(seed)
    costs = []
    for count in range(len(aims) + 1):
        found = Program(cases, aims[:count], None).solve()
        if found.status == SHORT:
            break
        costs.append(found.cost)
    assert all(one <= other + 1e-9 for one, other in pairwise(costs))


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10_000))
def test_a_higher_budget_never_raises_the_shortfall(seed):
    cases, aims, _ = plant(seed)
    short = [sum(Program(cases, aims, budget).solve().short.values()) for budget in (0.0, 40.0, 80.0, 160.0, 320.0)]
    assert all(one >= other - 1e-6 for one, other in pairwise(short))


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10_000), st.randoms(use_true_random=False))
def test_the_order_changes_nothing(seed, dice):
    cases, aims, _ = plant(seed)
    mixed = [dice.sample(case, len(case)) for case in dice.sample(cases, len(cases))]
    one, other = Program(cases, aims, None).solve(), Program(mixed, dice.sample(aims, len(aims)), None).solve()
    assert one.status == other.status
    assert one.cost == pytest.approx(other.cost, rel=1e-9)


def test_what_is_dominated_is_dropped_and_of_equals_the_first_stays():
    options = [Option("a", 1, 1, {"x": 1.0}), Option("b", 2, 2, {"x": 1.0}), Option("c", 1, 1, {"x": 1.0}),
               Option("d", 3, 3, {"x": 2.0}), Option("e", 1, 1, {"x": 1.0, "y": -1.0})]  # fmt: skip
    assert undominated(options) == [0, 3]


def test_how_far_an_aim_comes_and_what_it_takes_alone():
    cases = [[Option("–", 0, 0, {}), Option("m", 10, 10, {"x": 3.0})]]
    poor = Program(cases, [Aim("x", 2.0)], 5.0)
    found = poor.solve()
    assert found.status == SHORT and found.short == {"x": 2.0} and found.chosen == (0,)
    assert poor.reach(Aim("x", 2.0), 5.0) == 0 and poor.reach(Aim("x", 2.0), None) == 3


def test_a_budget_below_the_cheapest_set_is_told_and_not_an_error():
    cases = [[Option("kept", 10, 10, {"x": 3.0})]]
    found = Program(cases, [Aim("x", 1.0)], 5.0).solve()
    assert found.status == SHORT and found.spend == 10


def test_others_are_different_and_no_cheaper():
    cases, _, _ = plant(3)
    aims = [Aim("a0", 1.0)]
    task = Program(cases, aims, None)
    first = task.solve()
    others = task.others(3, first, 5.0)
    assert len(others) == 3 and len({first.chosen, *(each.chosen for each in others)}) == 4
    assert all(one.cost <= other.cost + 1e-9 for one, other in pairwise([first, *others]))


def test_the_sums_are_exact():
    cases = [[Option("a", 0.1, 0.0, {"x": 0.1})]] * 10
    assert made(cases, [0] * 10, [Aim("x", 1.0)]).cost == 1.0
    assert made(cases, [0] * 10, [Aim("x", 1.0)]).status == OPTIMAL


def test_the_solver_says_nothing(capfd):
    cases, aims, _ = plant(1)
    Program(cases, aims, None).solve()
    assert capfd.readouterr().out == ""


def test_without_the_package_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "highspy", None)
    with pytest.raises(InputError) as refused:
        solver(1.0, 0.0)
    assert "ecdcalc[decide]" in refused.value.say("en")
