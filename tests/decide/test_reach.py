"""What stands in the way of an aim: measures, the budget, or which other demands."""

import pytest

from ecdcalc.decide.aims import REDUCE, AimOf
from ecdcalc.decide.plant_sets import LeftOut
from ecdcalc.decide.program import Aim, Option, Program
from ecdcalc.decide.reach import BUDGET, MEASURES, OTHERS, YEARLY, binding, reach_of

pytest.importorskip("highspy")
CASES = [[Option("–", 0, 0, {}), Option("m", 10, 10, {"x": 3.0, "y": -2.0}), Option("n", 4, 4, {"y": 1.0})]]


def found(aims, budget=None, left_out=()):
    program = Program(CASES, aims, budget)
    asked = {each.id: AimOf(each.id, REDUCE, each.id, "", "t", each.need, each.scale, output=each.id) for each in aims}
    solution = program.solve()
    return {each.aim.id: each for each in (reach_of(program, one, aims, solution, left_out) for one in asked.values())}


def test_what_is_met_needs_no_reason():
    one = found([Aim("x", 2.0)])["x"]
    assert one.chosen == 3.0 and one.alone is None and one.beside == ()


def test_the_measures_that_there_are_and_those_that_would_help():
    helping, other = (LeftOut("p", name, "money-no-cost", {name: -1.0}) for name in ("x", "y"))
    one = found([Aim("x", 5.0)], left_out=[(0, helping), (0, other)])["x"]
    assert one.stands == MEASURES and one.unbounded == 3.0 and one.left_out == ((0, helping),)


def test_the_budget():
    one = found([Aim("x", 2.0)], 5.0)["x"]
    assert one.stands == BUDGET and one.alone == 0.0 and one.unbounded == 3.0


def test_the_other_demand_is_named():
    both = found([Aim("x", 2.0), Aim("y", 1.0)])
    short = next(each for each in both.values() if each.chosen < each.aim.need)
    (other,) = {"x", "y"} - {short.aim.id}
    assert short.stands == OTHERS and short.beside == (other,)


def test_what_binds_is_what_the_cost_falls_by():
    aims = [Aim("x", 2.0)]
    solution = Program(CASES, aims, None).solve()

    def solve(aims, budget):
        return Program(CASES, aims, budget).solve()

    assert binding(solve, aims, solution, None) == {"x": 10.0}
    assert binding(solve, aims, solution, None, solve([], None)) == {"x": 10.0, "yearly-budget": 10.0}
    assert binding(solve, aims, solve(aims, 0.0), 0.0) == {}


def test_the_budget_of_a_year():
    aims = [Aim("x", 2.0)]
    program, nothing = Program(CASES, aims, None), Program(CASES, aims, 0.0).solve()
    aim = AimOf("x", REDUCE, "x", "", "t", 2.0, 1.0, output="x")
    assert reach_of(program, aim, aims, nothing, (), program.solve()).stands == YEARLY
