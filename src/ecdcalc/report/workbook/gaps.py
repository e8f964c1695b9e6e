"""The targets of a plan in a workbook: which of them a process has, and how many count, follows from the cells."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from operator import and_, or_

from attrs import frozen

from ecdcalc.assessment.gaps import (
    BY_KIND,
    MET,
    NOT_EVALUATED,
    OF_ALL,
    OF_EXISTING,
    OPEN,
    limit_of,
)
from ecdcalc.model.plant import CLOSED, NEW
from ecdcalc.numbers.cells import Cell
from ecdcalc.numbers.compare import meets
from ecdcalc.numbers.ops import Missing, Number, first_of, missing, total, where
from ecdcalc.numbers.units import Reading
from ecdcalc.reference.plan import CO2E_SAVED, Target
from ecdcalc.report.workbook.book import HEAD
from ecdcalc.report.workbook.limits import Limits
from ecdcalc.report.workbook.model import ProcessCells, reached
from ecdcalc.report.workbook.writer import SIGNS
from ecdcalc.words.labels import unit_word, word


@frozen
class Asked:
    """One target against one process, or against all: whether it applies, and the numbers before and after."""

    target: Target
    process: str
    limit: Reading
    applies: Number
    before: Number
    after: Number


class Gaps(Limits):
    """Writes the targets of the plan of a plant."""

    def _gaps(self) -> None:
        heads = self._words("target", "item", "process", "limit", "baseline", "after", "gap", "unit", "status")
        self._head("gaps", heads, (10, 50, 18, 14, 14, 14, 14, 12, 14), word("gaps-note", self.lang))
        asked = sorted(self._asked(), key=lambda each: not _now(each.applies))
        for row, each in enumerate(asked, HEAD):
            self._gap(row, each)

    def _asked(self) -> Iterator[Asked]:
        """Yield the targets that a process of the plant has, or would have after a change of its inputs."""
        plant = self.model.result.plant
        for target in plant.plan.target if plant.plan else ():
            cases = [each for each in self.model.processes if each.result.case.key == target.process]
            limit = limit_of(target, plant)
            if plant.sector.id not in target.sector or not target.indicator or not cases or limit is None:
                continue
            if target.output in OF_ALL:
                yield self._of_all(target, cases, limit)
                continue
            for each in cases:
                if each.result.case.kind == CLOSED and target.output not in (*BY_KIND, CO2E_SAVED):
                    continue  # what is closed has no value afterwards
                before, after = (reached(target.output, each, state) for state in ("baseline", "reporting"))
                yield Asked(target, each.title, limit, self._fits(target, each), before, after)

    def _of_all(self, target: Target, cases: list[ProcessCells], limit: Reading) -> Asked:
        """Return one target against all processes together, as `assessment.gaps.reached_by_all` has it."""
        fitting = [(each, self._fits(target, each)) for each in cases]
        applies = reduce(or_, (fits for _, fits in fitting))
        if target.output == "replacement_ratio":
            closed = total(where(fits, _capacity(each), 0.0) for each, fits in fitting if _kind(each) == CLOSED)
            new = [_capacity(each) for each in cases if _kind(each) == NEW]
            return Asked(target, "", limit, applies, None, closed / total(new) if new else missing(target.process))
        kind = CLOSED if target.output == "closed_count" else NEW
        count = total(where(fits, 1.0, 0.0) for each, fits in fitting if _kind(each) == kind)
        return Asked(target, "", limit, applies, 0.0, count)

    def _fits(self, target: Target, cells: ProcessCells) -> Number:
        """Return whether a target is for a process: its conditions hold on the baseline."""
        if target.output in OF_EXISTING and _kind(cells) == NEW:
            return False
        holds: Number = reduce(and_, (first_of(each.holds(cells.before), False) for each in target.conditions), True)
        return self.book.named(holds, "", None) if isinstance(holds, Cell) else holds

    def _gap(self, row: int, asked: Asked) -> None:
        target, of = asked.target, asked.limit.unit
        self._put("gaps", row, 0, target.id.upper())
        self._put("gaps", row, 1, target.label(self.lang))
        self._put("gaps", row, 2, asked.process)
        self._put("gaps", row, 7, unit_word(of.text, self.lang))
        limit = self.book.constant(asked.limit.value)
        self._shown("gaps", row, 3, limit, of)
        before, after = (
            None if each is None else where(asked.applies, each, missing(target.id))
            for each in (asked.before, asked.after)
        )
        self._shown("gaps", row, 4, before, of)
        after = self.book.named(after, "", None) if isinstance(after, Cell) else after
        self._shown("gaps", row, 5, after, of)
        gap = limit - after if target.op in (">=", ">") else after - limit
        self._shown("gaps", row, 6, gap, of)
        stored = self._status_now(asked)
        if not isinstance(after, Cell) or target.op not in SIGNS:
            self._put("gaps", row, 8, stored)
            return
        met, missed, unknown, other = (f'"{word(key, self.lang)}"' for key in (MET, OPEN, NOT_EVALUATED, "gap-other"))
        text = f"IFERROR(IF({self._met(after, target.op, limit)},{met},{missed}),{unknown})"
        if isinstance(asked.applies, Cell):
            text = f"IF({asked.applies.text},{text},{other})"
        self._formula("gaps", row, 8, text, stored, "")

    def _status_now(self, asked: Asked) -> str:
        value = asked.after.value if isinstance(asked.after, Cell) else asked.after
        if not _now(asked.applies):
            return word("gap-other", self.lang)
        if isinstance(value, Missing):
            return word(NOT_EVALUATED, self.lang)
        return word(MET if meets(value, asked.target.op, asked.limit.value) else OPEN, self.lang)


def _now(truth: Number) -> bool:
    return bool(truth.value if isinstance(truth, Cell) else truth)


def _kind(cells: ProcessCells) -> str:
    return cells.result.case.kind


def _capacity(cells: ProcessCells) -> Number:
    return getattr(cells.before, "capacity", missing("capacity"))
