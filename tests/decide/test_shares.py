"""Shares of the variance: Ishigami's function against its formula and against SALib."""

import numpy
import pytest
from SALib.analyze import sobol
from SALib.sample import sobol as sampling
from SALib.test_functions import Ishigami

from ecdcalc.decide.shares import first_order


def test_ishigami():
    problem = {"num_vars": 3, "names": ["a", "b", "c"], "bounds": [[-numpy.pi, numpy.pi]] * 3}
    theirs = sobol.analyze(problem, Ishigami.evaluate(sampling.sample(problem, 8192, seed=1)), seed=1)["S1"]
    share = numpy.random.default_rng(4).random((3, 100_000))
    ours = first_order(Ishigami.evaluate((2 * share.T - 1) * numpy.pi), dict(zip("abc", share, strict=True)))
    assert [*ours.values()] == pytest.approx([*theirs], abs=0.01)
    assert [*ours.values()] == pytest.approx([0.3139, 0.4424, 0.0], abs=0.01)


def test_a_sum_by_hand():
    """Of x + 3 y, evenly drawn, y is 9 of 10 parts of the variance."""
    one, other = numpy.random.default_rng(2).random((2, 50_000))
    found = first_order(one + 3 * other, {"x": one, "y": other})
    assert found == pytest.approx({"x": 0.1, "y": 0.9}, abs=0.01)


def test_what_is_constant_or_too_few_has_no_shares():
    assert first_order(numpy.full(1000, 7.3), {"x": numpy.random.default_rng(1).random(1000)}) == {}
    assert first_order(numpy.array([1.0, 2.0]), {"x": numpy.array([0.1, 0.9])}) == {}
