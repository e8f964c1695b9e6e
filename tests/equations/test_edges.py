"""No formula gives a complex number, nothing finite, or another library's error: a value, or what ecdcalc itself says.

The formulas are found, not listed: a new one is under this test from its first day.
"""

import importlib
import pkgutil
import random
from itertools import chain

import pytest

import ecdcalc.equations
import ecdcalc.model.parts
import ecdcalc.plugins
from ecdcalc.numbers.formula import Formula
from ecdcalc.numbers.ops import Missing, is_missing, missing
from ecdcalc.numbers.trace import Named, outsides
from ecdcalc.words.errors import EcdcalcError, ValidityWarning
from ecdcalc.words.texts import known

EDGES = (0.0, -1.0, 1.0, 1e-300, 1e300, -1e300, 1e60, 1e-9, 0.5, 100.0, 300.0)
DRAWS = 60


def _formulas():
    packages = (ecdcalc.equations, ecdcalc.model.parts, ecdcalc.plugins)
    names = chain.from_iterable(pkgutil.walk_packages(each.__path__, f"{each.__name__}.") for each in packages)
    found = {}
    for each in names:
        module = importlib.import_module(each.name)
        found |= {id(made): made for made in vars(module).values() if isinstance(made, Formula)}
    return [*found.values()]


FORMULAS = _formulas()
EACH = pytest.mark.parametrize("formula", FORMULAS, ids=lambda each: f"{each.__module__}.{each.name}")


def _points(formula):
    """Yield equal arguments, one argument at an edge, and mixtures of edges."""
    dice = random.Random(formula.name)
    names = [*formula.inputs]
    for edge in EDGES:
        yield dict.fromkeys(names, edge)
        for name in names:
            yield {**dict.fromkeys(names, 1.0), name: edge}
    for _ in range(DRAWS):
        yield {name: dice.choice(EDGES) for name in names}


def test_formulas_are_found():
    assert len(FORMULAS) > 120


@EACH
def test_a_value_or_what_ecdcalc_says(formula):
    for point in _points(formula):
        found = formula(**point)
        if isinstance(found, Missing):
            assert known(found.reason), point
        else:
            assert isinstance(found, float | int) and abs(found) < float("inf"), (point, found)


@EACH
def test_the_door_gives_a_value_or_refuses(formula):
    dice = random.Random(formula.name)
    for _ in range(20):
        texts = {name: f"{dice.choice(EDGES)!r} {unit.text}" for name, unit in formula.inputs.items()}
        try:
            formula.of(**texts)
        except (EcdcalcError, ValidityWarning) as error:  # a warning is an error in tests
            assert error.say("zh") and error.say("en")


@EACH
def test_terms_do_as_numbers_do(formula):
    for point in list(_points(formula))[:30]:
        terms = {name: Named(name, number, formula.inputs[name]) for name, number in point.items()}
        found, bare = formula(**terms), formula(**point)
        assert is_missing(found) == is_missing(bare)
        assert {each.range for each in formula.outside(point)} <= {each.range for _, each in outsides([found])}


@EACH
def test_what_is_missing_gives_what_is_missing_or_a_value(formula):
    for name in formula.inputs:
        found = formula(**{**dict.fromkeys(formula.inputs, 1.0), name: missing(name)})
        assert isinstance(found, float | Missing)
