"""A large program in two goes gives what one go gives, and what trying everything gives."""

import random
import sys

import pytest

from ecdcalc.decide import solver
from ecdcalc.decide.program import SHORT, Aim, Option, Program, brute_force
from ecdcalc.words.errors import InputError

pytest.importorskip("highspy")


def invented(seed):
    dice = random.Random(seed)
    cases = []
    for _ in range(3):
        rows = [(dice.uniform(1, 100), [max(dice.gauss(1, 1), 0.0) for _ in range(2)]) for _ in range(3)]
        on = [[row for number, row in enumerate(rows) if mask >> number & 1] for mask in range(8)]
        cases.append([
            Option(str(mask), sum(row[0] for row in some), sum(row[0] for row in some),
                   {f"a{aim}": 0.9 ** max(len(some) - 1, 0) * sum(row[1][aim] for row in some) for aim in range(2)})
            for mask, some in enumerate(on)
        ])  # fmt: skip
    return cases, [Aim(f"a{aim}", dice.uniform(0, 6), 1.0) for aim in range(2)], dice.choice([None, 150.0, 300.0])


@pytest.mark.parametrize("seed", range(40))
def test_two_goes_are_as_good_as_trying_everything(seed, monkeypatch):
    monkeypatch.setattr(solver, "_MANY", 0)
    cases, aims, budget = invented(seed)
    found, best = Program(cases, aims, budget).solve(), brute_force(cases, aims, budget)
    assert (best is None) == (found.status == SHORT)
    if best is not None:
        assert found.cost == pytest.approx(best.cost, rel=1e-9, abs=1e-9)


def test_what_is_within_the_gap_of_the_bound_needs_no_second_go(monkeypatch):
    monkeypatch.setattr(solver, "_MANY", 0)
    cases, aims, _ = invented(3)
    exact = Program(cases, aims, None).solve()
    near = Program(cases, aims, None, gap=0.5).solve()
    assert near.gap <= 0.5 and exact.cost <= near.cost + 1e-9 <= exact.cost * 2 + 1e-9


def test_without_the_package_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "highspy", None)
    with pytest.raises(InputError) as refused:
        solver.solver(1.0, 0.0)
    assert "ecdcalc[decide]" in refused.value.say("en")


def test_where_the_second_go_finds_nothing_in_time_the_first_stands_with_its_gap(monkeypatch):
    """The first go on the core of the columns is an answer; how far from the bound it may be is told."""
    monkeypatch.setattr(solver, "_MANY", 0)
    cases, aims, _ = invented(3)
    exact = Program(cases, aims, None).solve()
    real, calls = solver.solved, []

    def two_goes(*args, **more):
        calls.append(more)
        return None if len(calls) > 2 else real(*args, **more)

    monkeypatch.setattr(solver, "solved", two_goes)
    found = Program(cases, aims, None).solve()
    assert len(calls) == 3 and calls[0] == {"relaxed": True}
    assert found.status == exact.status and found.gap > 0
    assert exact.cost - 1e-9 <= found.cost and found.cost - exact.cost <= found.gap * abs(found.cost) + 1e-9
