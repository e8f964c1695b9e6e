"""Plants and regions as a program gives them: values that know their unit become the texts of a file."""

from __future__ import annotations

import numbers
from collections.abc import Mapping
from typing import Any

from ecdcalc.numbers.value import Value

_PAIR = 2
_PLAIN = (str, int, float, bool)


def as_written(given: Any) -> Any:
    """Return a dictionary as a file would have it: `Value`, `(number, unit)` and pint quantities as texts.

    What is none of these stays as it is; the readers refuse it with its place.
    """
    if type(given) in _PLAIN:
        return given
    if isinstance(given, Mapping):
        return {key: as_written(each) for key, each in given.items()}
    if isinstance(given, Value):
        return _text(given.value, given.unit)
    if isinstance(given, tuple) and len(given) == _PAIR and isinstance(given[1], str):
        return _text(*given)
    if isinstance(given, (list, tuple)):
        return [as_written(each) for each in given]
    if type(given).__module__.partition(".")[0] == "pint":
        base = given.to_base_units()  # whatever its registry calls the unit, in base units both mean the same
        return _text(base.magnitude, f"{base.units:~C}")
    if isinstance(given, numbers.Real):  # a number of NumPy
        return int(given) if isinstance(given, numbers.Integral) else float(given)
    return given


def _text(number: Any, unit: str) -> str:
    plain = isinstance(number, numbers.Real) and not isinstance(number, bool)
    return f"{float(number)!r} {unit}".strip() if plain else f"{number} {unit}"
