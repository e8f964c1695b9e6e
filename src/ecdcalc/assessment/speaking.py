"""What a result says to a program: values with units, before and after, a table of them, a short account of itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import Any, Protocol

from attrs import frozen

from ecdcalc.numbers.ops import Missing, Number
from ecdcalc.numbers.units import Unit
from ecdcalc.numbers.value import Value
from ecdcalc.words.errors import InputError, Problem


class Told(Protocol):
    """What a room above adds to a result, and how it is told to a program."""

    def to_dict(self, lang: str) -> dict[str, Any]: ...  # noqa: D102


@frozen
class States:
    """One output of a process before and after; None where the process does not exist then, or it is not known."""

    before: Value | None
    after: Value | None

    def __str__(self) -> str:
        return f"{shown(self.before)} → {shown(self.after)}"


def value(of: Unit, number: Number) -> Value | None:
    """Return a number of base units as a value in a unit, None where it is missing."""
    return None if number is None or isinstance(number, Missing) else Value(of.told(number), of.text)


def shown(found: Value | None) -> str:
    """Return a value as a reader sees it; a dash where it is not known."""
    return "—" if found is None else str(found)


def html_table(title: str, rows: Iterable[Sequence[str]]) -> str:
    """Return rows as a table for a notebook. Text from outside is escaped."""
    cells = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table><caption>{escape(title)}</caption>{cells}</table>"


def frame_of(columns: dict[str, list[Any]]) -> Any:
    """Return columns as a Polars frame, which Narwhals reads. Raises `InputError` where the extra is not installed."""
    try:
        import polars
    except ModuleNotFoundError:
        raise InputError([Problem("to_frame", "table-extra", {"package": "polars"})]) from None
    known = {**dict.fromkeys(("baseline", "reporting", "saved"), polars.Float64), "complete": polars.Boolean}
    kinds = {name: known.get(name, polars.String) for name in columns}
    return polars.DataFrame(columns, schema=kinds)
