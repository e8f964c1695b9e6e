"""The advanced level of a product: level 1 of the table of energy limits, as the default of an input."""

from __future__ import annotations

from functools import cache
from typing import ClassVar

from attrs import frozen

from ecdcalc.plugin import AnyCase, Condition, Context, Factor, LimitTable, Missing, Published, Record, condition, unit

PER_PRODUCT, PER_ENERGY, ELECTRIC = "kgce/t", "gce/kWh", "kWh/t"


@cache
def products() -> dict[str, tuple[str, ...]]:
    """Return the ids of the limit table by the unit that they are given here in."""
    return {
        text: tuple(each.id for each in LimitTable() if each.unit.same_kind(unit(text)))
        for text in (PER_PRODUCT, PER_ENERGY, ELECTRIC)
    }


def all_products() -> tuple[str, ...]:
    """Return the ids of all products that a project may have."""
    return tuple(id for ids in products().values() for id in ids)


def graded(text: str) -> Published:
    """Return the choice of a limit by product, among those of one unit."""
    return Published(tuple(((_is(id),), id) for id in products()[text]))


def _is(id: str) -> Condition:
    return condition(f"product == {id}")


@frozen
class AdvancedLevel:
    """A default: level 1 of the limit of the record's product, where it is of this unit and has a level 1.

    A user's own table of limits wins. Corrections of the standard are not applied.
    """

    unit: str

    by: ClassVar = "product"
    exclusive: ClassVar = True

    def cases(self, record: Record, context: Context) -> tuple[AnyCase, ...]:
        """Return level 1 as a factor with the standard as its document."""
        product = getattr(record, "product", None)
        if product is None or isinstance(product, Missing):
            return ()
        limit = (context.limits or LimitTable()).get(product)
        level = limit.levels[0]
        if level is None or not limit.unit.same_kind(unit(self.unit)):
            return ()
        found = Factor(
            id=f"limits/{limit.id}.level1", zh=limit.zh, en=limit.en, value=level, low=None, high=None,
            unit=limit.unit, per=limit.per, edition="", year="", region="", pollutant="", condition=limit.correction,
            document=limit.standard, clause=limit.clause, confidence=limit.confidence, note=limit.note, own=limit.own,
        )  # fmt: skip
        return (((), found),)
