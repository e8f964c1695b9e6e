"""The measures of the plants of a region as switches: what a plant saves follows from them, its inputs stay numbers."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import define

from ecdcalc.assessment.co2e import CO2E, gases_of
from ecdcalc.assessment.region.plants import MemberResult
from ecdcalc.model.process import Field, Origin
from ecdcalc.numbers.cells import NEVER, Cell
from ecdcalc.numbers.ops import Missing, Number, first_of
from ecdcalc.numbers.unknown import unknown
from ecdcalc.reference.factors import Factor
from ecdcalc.report.workbook.book import Book
from ecdcalc.report.workbook.model import Model, model_of
from ecdcalc.words.labels import colon

_MOST = 300
"""Of more plants the results stand as numbers: each has a workbook of its own."""


@define
class Switchboard(Book):
    """A ledger in which the inputs of plants are the numbers that they are: only what a switch changes is a formula."""

    plant: str = ""

    def input(
        self,
        path: str,
        of: Field,
        value: Number,
        origin: Origin | None,
        default: Number = None,
        otherwise: Number = None,
    ) -> Number:
        """Return an input as a number; what is not given is not known."""
        return Cell(self, value, NEVER if value.reason else "NA()") if isinstance(value, Missing) else value

    def factor(self, factor: Factor) -> Number:
        """Return a published value, that a word may lead to."""
        return unknown(factor.id) if factor.base is None else self.constant(factor.base)

    def owner(self) -> str:
        """Return whose measures the switches are: a process of a plant."""
        return f"{self.plant}{colon(self.lang)}{self.process}"


def models_of(members: list[MemberResult], book: Switchboard) -> dict[str, Model]:
    """Return the cells of every plant with measures, by its place; none where there are too many of them."""
    found: dict[str, Model] = {}
    with_measures = [each for each in members if each.member.plant and any(c.steps for c in each.member.plant.cases)]
    for each in with_measures if len(with_measures) <= _MOST else ():
        book.plant = each.member.name
        assert each.assessment is not None
        found[each.member.place] = model_of(each.assessment, book.lang, book)
    return found


def totals_of(model: Model) -> Mapping[str, Number]:
    """Return what a plant saves of each output, and as CO2 equivalent: its CO2 and the gases beside it."""
    co2e = model.totals["co2"]
    for each in model.processes:
        for output, _, potential in gases_of(each.result.case):
            if potential is not None:
                co2e = co2e + first_of(each.gases[output] * potential, 0)
    return {**model.totals, CO2E: co2e}
