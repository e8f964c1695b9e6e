"""Balances: what some processes of a plant take of one thing, over what others of it make, from `data/ranges/`.

A side is one or more claims, each `process:input`; `*` is every process. Of a carrier what is bought counts on the one
side (`*:energy.converter-gas`), what is given out on the other (`*:-energy.converter-gas`).
"""

from __future__ import annotations

from functools import cache

from attrs import frozen

from ecdcalc.numbers.units import Unit, unit
from ecdcalc.reference.clauses import Source
from ecdcalc.reference.files import OURS


@frozen
class Claim:
    """An input of every process of a key; of one that has a sign, the part above or below zero."""

    process: str
    path: str
    sign: int = 1

    def __str__(self) -> str:
        return f"{self.process}.{self.path}" if self.process != EVERY else self.path


EVERY = "*"


@frozen
class Balance:
    """What is taken over what is made, and the usual ends of that in base units, None where there is none."""

    takes: tuple[Claim, ...]
    makes: tuple[Claim, ...]
    low: float | None
    high: float | None
    unit: Unit
    source: Source


@cache
def balances() -> tuple[Balance, ...]:
    """Return all balances."""
    return tuple(_balance(row) for row in OURS.rows("ranges", "balances.csv"))


def _balance(row: dict[str, str]) -> Balance:
    of = unit(row["unit"])
    low, high = (of.base(float(row[end])) if row[end] else None for end in ("low", "high"))
    source = Source(row["source"], row["confidence"])
    return Balance(_claims(row["takes"]), _claims(row["makes"]), low, high, of, source)


def _claims(text: str) -> tuple[Claim, ...]:
    pairs = (each.strip().split(":") for each in text.split(";"))
    return tuple(Claim(process, path.removeprefix("-"), -1 if path.startswith("-") else 1) for process, path in pairs)
