"""What every formula of `ecdcalc.equations` has to pass: one worked example, and the proofs that follow from it."""

from __future__ import annotations

import importlib.util
import inspect
import math
import random
from types import ModuleType
from typing import Any

import narwhals
import numpy
import polars
import pytest
from attrs import frozen

from ecdcalc.numbers.formula import Formula
from ecdcalc.numbers.ops import is_missing, missing
from ecdcalc.numbers.trace import Named
from ecdcalc.numbers.units import read_quantity
from ecdcalc.testing import quantity, range_problems, rule_problems

PROBES = 3
HAS_LIBRARY = importlib.util.find_spec("CoolProp") is not None
needs_library = pytest.mark.skipif(not HAS_LIBRARY, reason="CoolProp is not installed")


@frozen
class Case:
    """A worked example: texts in, text out, and how far the source may be off (relative)."""

    formula: Formula
    result: str
    off: float
    inputs: dict[str, str]
    library: bool = False

    def __str__(self) -> str:
        return self.formula.name

    def base(self) -> dict[str, float]:
        """The inputs as base numbers."""
        return {name: read_quantity(text, self.formula.inputs[name]).value for name, text in self.inputs.items()}


def case(formula: Formula, result: str, off: float = 1e-3, *, library: bool = False, **inputs: str) -> Any:
    """Make a worked example; one that needs the property library is skipped where it is not installed."""
    made = Case(formula, result, off, inputs, library)
    return pytest.param(made, id=formula.name, marks=[needs_library] if library else [])


def assert_worked(case: Case) -> None:
    """The formula gives the result of the source, in a unit of the same kind."""
    found = case.formula.of(**case.inputs)
    expected = read_quantity(case.result, case.formula.unit)
    assert found.unit == case.formula.unit.text
    assert case.formula.unit.base(found.value) == pytest.approx(expected.value, rel=case.off)


def assert_proven(case: Case) -> None:
    """Quantities in other units, arrays and data-frame columns give what bare numbers give; terms explain."""
    points = [_near(case, number) for number in range(PROBES)]
    plain = [float(case.formula(**point)) for point in points]
    for point, expected in zip(points, plain, strict=True):
        lifted = {name: quantity(number, case.formula.inputs[name]) for name, number in point.items()}
        _assert_same(case.formula(**lifted), expected, case.formula)
        assert not [*range_problems(case.formula, lifted)]
    _assert_explained(case, points[0], plain[0])
    columns = {name: [point[name] for point in points] for name in points[0]}
    arrays = case.formula(**{name: numpy.array(column) for name, column in columns.items()})
    assert arrays == pytest.approx(plain, rel=1e-9)
    if not case.library:
        frame = narwhals.from_native(polars.DataFrame(columns))
        table = frame.select(result=case.formula(**{name: narwhals.col(name) for name in columns}))
        assert table["result"].to_list() == pytest.approx(plain, rel=1e-9)


def _assert_explained(case: Case, point: dict[str, float], expected: float) -> None:
    """Terms give the value and name every input; a missing input makes the result missing."""
    terms = {name: Named(name, number, case.formula.inputs[name]) for name, number in point.items()}
    found = case.formula(**terms)
    assert found.value == pytest.approx(expected, rel=1e-9)
    assert {each.text for each in found.leaves()} == set(point)
    for name in point:
        assert is_missing(case.formula(**{**point, name: missing(name)})), name


def _near(case: Case, seed: int) -> dict[str, float]:
    dice = random.Random(seed)
    return {name: number * (1 + seed * dice.uniform(-0.002, 0.002)) for name, number in case.base().items()}


def _assert_same(found: Any, expected: float, formula: Formula) -> None:
    root = found.to_root_units() if hasattr(found, "to_root_units") else quantity(found, formula.unit)
    powers = {str(name): power for name, power in root.unit_items() if abs(power) > 1e-12}
    assert powers == pytest.approx(dict(formula.unit.dimension)), f"{formula.name} is not in {formula.unit.text}"
    assert math.isclose(root.magnitude, expected, rel_tol=1e-9)


def assert_complete(module: ModuleType, cases: list[Any]) -> None:
    """Every formula of the module has a worked example, both labels, a source, and keeps the rules for bodies."""
    here = [each for each in vars(module).values() if isinstance(each, Formula) and each.__module__ == module.__name__]
    worked = {param.values[0].formula.name for param in cases}
    assert {each.name for each in here} == worked
    for each in here:
        assert each.zh and each.cites
        assert each.en.isascii() and not set("=()/^") & set(each.en), each.en
        assert "Source:" in (inspect.getdoc(each.body) or ""), each.name
        assert each.empirical or not list(rule_problems(each.body)), each.name
