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
    assert first_order(numpy.zeros(1000), {"x": numpy.random.default_rng(1).random(1000)}) == {}
    assert first_order(numpy.array([1.0, 2.0]), {"x": numpy.array([0.1, 0.9])}) == {}


def test_one_plant():
    """The steel example: what SALib finds from its own sampling of the ranges is what we find from plain draws."""
    from ecdcalc import assess
    from ecdcalc.assessment.totals import plant_total
    from ecdcalc.decide.chance import chance_of
    from ecdcalc.decide.draws import Dice
    from ecdcalc.decide.trials import trial_states, trials_of

    result = assess("examples/steel.toml")
    ours = chance_of(result, 100_000, 4)

    def saved(dice):
        trials = trials_of(result.plant, dice)
        return plant_total(trials, trial_states(trials, result.basis), "energy").value

    class Given(Dice):
        """Draws that SALib asks for: shares of the whole, turned into values by ordering plain draws."""

        def once(self, id):
            plain = numpy.sort(numpy.random.default_rng(3).permutation(self.sources[id].range.draws(_dice(), 200_001)))
            return plain[numpy.clip((shares[id] * 200_000).astype(int), 0, 200_000)]

    def _dice():
        return numpy.random.default_rng(7)

    names = [each.id for each in ours.sources]
    problem = {"num_vars": len(names), "names": names, "bounds": [[0, 1]] * len(names)}
    sample = sampling.sample(problem, 4096, calc_second_order=False, seed=2)
    shares = dict(zip(names, sample.T, strict=True))
    theirs = sobol.analyze(problem, saved(Given(len(sample))), calc_second_order=False, seed=2)["S1"]
    found = ours.saved["energy"].shares
    assert len(names) >= 3
    assert [found.get(name, 0.0) for name in names] == pytest.approx([*theirs], abs=0.01)
