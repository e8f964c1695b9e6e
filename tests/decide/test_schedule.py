from ecdcalc.decide.program import Aim, Option
from ecdcalc.decide.schedule import path_of, spread

A, B, C = (0, "p", "a"), (0, "p", "b"), (0, "q", "c")


def test_each_starts_in_the_first_year_with_the_money_for_it():
    found = spread([A, B, C], {A: 60.0, B: 70.0, C: 40.0}, [2026, 2027], 100.0)
    assert dict(found.starts) == {A: 2026, B: 2027, C: 2026} and dict(found.spent) == {2026: 100.0, 2027: 70.0}
    assert not found.unpaid


def test_what_no_year_can_pay_is_named():
    found = spread([A, B], {A: 160.0, B: 70.0}, [2026], 100.0)
    assert found.unpaid == (A,) and dict(found.starts) == {B: 2026}


def test_the_path_of_a_demand():
    sets = [(frozenset(), Option("–", 0, 0, {"x": 0.0})), (frozenset("a"), Option("a", 0, 0, {"x": 3.0})),
            (frozenset("ab"), Option("ab", 0, 0, {"x": 4.0}))]  # fmt: skip
    other = [(frozenset(), Option("–", 0, 0, {})), (frozenset("c"), Option("c", 0, 0, {"x": 10.0}))]
    plan = spread([B, A, C], {A: 60.0, B: 70.0, C: 40.0}, [2026, 2027, 2028], 75.0)
    assert dict(plan.starts) == {B: 2026, A: 2027, C: 2028}
    # b needs a: in its first year it brings nothing yet
    found = path_of(plan, [2026, 2027, 2028], [((0, "p"), sets), ((0, "q"), other)], [Aim("x", 1.0)])
    assert {year: row["x"] for year, row in found.items()} == {2026: 0.0, 2027: 4.0, 2028: 14.0}
