"""A part of a process: the same unit with a share of every amount, as one that is split by hand.

What is an amount is told by its unit. Where scaling all of them is not what a part is (machines that have a count and
a size each), the sizes, the count or the hours alone are tried; a part is one only where its outputs are that share.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from attrs import evolve

from ecdcalc.model.process import Origin, Process, Record, changed, fields_of
from ecdcalc.numbers.compare import meets
from ecdcalc.numbers.formula import outputs_of, value_of
from ecdcalc.numbers.ops import Missing, Number
from ecdcalc.numbers.units import Unit, unit

Made = TypeVar("Made", bound=Record)

_SIZES = frozenset(unit(text).dimension for text in ("kW", "kVA", "t/h", "m3/h", "kgce/a", "CNY/a", "head/a", "A"))
_COUNTS = frozenset(unit(text).dimension for text in ("item", "vehicle", "head", "person", "household"))
_AMOUNTS = frozenset(unit(text).dimension for text in ("t", "m3", "m2", "kWh", "kgce", "t·km", "CNY"))
_HOURS = frozenset({unit("h").dimension})
_WAYS = (_AMOUNTS | _COUNTS | _SIZES, _AMOUNTS | _SIZES, _AMOUNTS | _COUNTS, _AMOUNTS | _HOURS)
_FAR = "km"
"""A length is a distance that is driven, or the size of a thing; only the unit in which it is asked tells."""
_REST = re.compile(r"(.+)-rest(\[\d+\]|)")


def rest_place(place: str) -> str:
    """Return the place of what a retrofit does not cover of a process."""
    name, bracket, index = place.partition("[")
    return f"{name}-rest{bracket}{index}"


def whole_of(place: str) -> str:
    """Return the place of the process of which something is the rest; nothing where it is none."""
    match = _REST.fullmatch(place)
    return match[1] + match[2] if match else ""


def part_of(process: Process, share: float, settled: Callable[[Process], Process]) -> Process | None:
    """Return a share of a process, None where its outputs would not be that share of those of the whole.

    `settled` looks its defaults up again, as they may hang on a size.
    """
    if process.about.rolls_up:
        return None
    for amounts in _WAYS:
        found = settled(_scaled(process, share, amounts))
        if all(_fits(process, found, share)):
            return found
    return None


def _scaled(record: Made, share: float, amounts: frozenset[Any]) -> Made:
    values: dict[str, Any] = {}
    origins = dict(record.origins)
    for name, field in fields_of(type(record)).items():
        value = getattr(record, name)
        if field.kind == "part":
            values[name] = _scaled(value, share, amounts)
        elif field.kind == "parts":
            values[name] = {id: _scaled(line, share, amounts) for id, line in value.items()}
        elif field.unit and not isinstance(value, Missing) and _is_amount(field.unit, amounts):
            values[name] = value * share
            if name in origins:
                origins[name] = _origin(origins[name], share)
    return changed(record, origins=origins, **values)


def _is_amount(of: Unit, amounts: frozenset[Any]) -> bool:
    return of.dimension in amounts or of.text == _FAR


def _origin(whole: Origin, share: float) -> Origin:
    """Return where a number of the part comes from: that of the whole, times the share."""
    low, high, value = (None if each is None else each * share for each in (whole.low, whole.high, whole.value))
    text = f"{whole.text} × {share * 100:g} %" if whole.kind == "given" else whole.text
    return evolve(whole, text=text, low=low, high=high, value=value)


def _fits(whole: Process, found: Process, share: float) -> Iterator[bool]:
    """Yield whether each output of a part is what it should be, and whether it is graded by the same limit."""
    for name, output in outputs_of(type(whole)).items():
        before, after = value_of(whole, name), value_of(found, name)
        if isinstance(before, Missing) or isinstance(after, Missing):
            yield isinstance(before, Missing) and isinstance(after, Missing)
        elif output.extensive:
            yield _same(after, before * share)
        else:
            yield _same(after, before) or (_is_amount(output.unit, _WAYS[0]) and _same(after, before * share))
    for grading in getattr(type(whole), "gradings", ()):
        for conditions, _ in grading.product.choices:
            yield all(_holds(each, whole) == _holds(each, found) for each in conditions)


def _same(one: Number, other: Number) -> bool:
    return bool(meets(one, "==", other))


def _holds(condition: Any, process: Process) -> bool | None:
    found = condition.holds(process)
    return None if isinstance(found, Missing) else bool(found)
