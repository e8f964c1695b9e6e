"""From one table of a process to its cases: baseline, measures, what was measured; a covered part, and the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from ecdcalc.model.laws import broken_by_measure, broken_laws
from ecdcalc.model.part_of import part_of, rest_place
from ecdcalc.model.plant import CLOSED, NEW, RETROFIT, Case, Step
from ecdcalc.model.process import Process, changed, fields_of
from ecdcalc.model.sector import Sector
from ecdcalc.numbers.units import read_quantity, unit
from ecdcalc.read.dates import day_of
from ecdcalc.read.keys import CASE, COVERS
from ecdcalc.read.measures import MeasureReader
from ecdcalc.read.record import Notes, Table, apply_table, given_values, read_record, with_defaults, within
from ecdcalc.reference.defaults import Context
from ecdcalc.words.errors import EcdcalcError, past_bound


class CaseReader:
    """Reads one process table: the baseline, then the measures one after another, then what was measured."""

    def __init__(
        self,
        cls: type[Process],
        table: Table,
        place: str,
        found: Sector,
        context: Context,
        notes: Notes,
        exchange: Mapping[str, float],
    ) -> None:
        self.cls, self.table, self.place = cls, table, place
        self.context, self.notes = context, notes
        self.measures = MeasureReader(cls, table.get("measure", []), place, found, context, notes, exchange)

    def cases(self) -> Iterator[Case]:
        """Yield the process as a case; of one that is covered in part, the part, and the rest that stays as it was."""
        closed, new, covers = self._closed(), self._new(), self._covers()
        if closed and new:
            self.notes.add(self.place, "closed-new")
        if new and covers:
            self.notes.add(f"{self.place}.{COVERS}", "covers-new")
        self._check_rolled_up([(self.place, self.table), (f"{self.place}.reporting", self.table.get("reporting"))])
        baseline = read_record(self.cls, self.table, self.place, self.notes, also=CASE)
        if baseline is None:
            self._check_rest()
            return
        baseline = with_defaults(baseline, self.context, first=True)
        noted = len(self.notes.problems)
        baseline, rest = self._parted(baseline, covers) if covers else (baseline, None)
        steps = self.measures.steps(baseline)
        whole = len(self.notes.problems) == noted
        state: Process = steps[-1].after if steps else baseline
        measured = self.table.get("reporting")
        if isinstance(measured, Mapping):
            changed = apply_table(state, measured, f"{self.place}.reporting", self.notes)
            state = with_defaults(changed, self.context, resolved=state)
        elif measured is not None:
            self.notes.add(f"{self.place}.reporting", "not-a-table", found=str(measured)[:40])
        self._check_laws(baseline, steps if whole else [], state if whole else baseline)
        kind = CLOSED if closed else NEW if new else RETROFIT
        yield Case(self.place, baseline, state, tuple(steps), kind, closed, measured is not None, measured or {})
        if rest is not None:
            yield Case(rest.place, rest, rest)

    def _parted(self, whole: Process, share: float) -> tuple[Process, Process | None]:
        """Return the part that is covered, and the rest; the whole alone where it has no parts, which is noted."""
        settled = partial(with_defaults, context=self.context)
        part, rest = (part_of(whole, each, settled) for each in (share, 1 - share))
        if part is None or rest is None:
            self.notes.add(f"{self.place}.{COVERS}", "covers-no-part")
            return whole, None
        return part, changed(rest, name="", place=rest_place(self.place))

    def _covers(self) -> float | None:
        """Return the share of the process that its measures and its reporting state reach, None where that is all."""
        found, place, of = self.table.get(COVERS), f"{self.place}.{COVERS}", unit("%")
        if found is None:
            return None
        try:
            reading = read_quantity(str(found), of)
        except EcdcalcError as error:
            self.notes.error(place, error)
            return None
        for sign, bound in ((">", 0.0), ("<=", 100.0)):
            if not within(reading, of, sign, bound):
                self.notes.problems.append(past_bound(place, reading.text, sign, bound, of.text))
                return None
        return reading.value if reading.value < 1 else None

    def _check_laws(self, baseline: Process, steps: list[Step], state: Process) -> None:
        """Refuse a state that breaks a law of nature; what rests on it, or on a mistake, is not checked further."""
        before = baseline
        checks = [broken_laws(baseline, self.place)]
        for number, step in enumerate(steps):
            checks.append(broken_by_measure(before, step.after, f"{self.place}.measure[{number}]"))
            before = step.after
        if state is not before:  # what was measured; else it is the last state that was checked
            checks.append(broken_laws(state, f"{self.place}.reporting"))
        for each in checks:
            if problems := list(each):
                self.notes.problems += problems
                return

    def _check_rest(self) -> None:
        """Look through measures and measured values although the baseline is broken: all mistakes in one pass."""
        measured = self.table.get("reporting")
        if isinstance(measured, Mapping):
            given_values(self.cls, measured, f"{self.place}.reporting", self.notes, ())
        self.measures.check()

    def _check_rolled_up(self, tables: Iterable[tuple[str, Any]]) -> None:
        """Note what is given although the process adds it up from others: it would not be used."""
        keys = {field.key for name, field in fields_of(self.cls).items() if name in self.cls.about.rolls_up}
        for place, table in tables:
            for key in keys & {*table} if isinstance(table, Mapping) else ():
                self.notes.add(f"{place}.{key}", "rolled-up")

    def _new(self) -> bool:
        found = self.table.get("new", False)
        if isinstance(found, bool):
            return found
        self.notes.add(f"{self.place}.new", "not-an-option", found=str(found)[:40], options="true, false")
        return False

    def _closed(self) -> str:
        found = self.table.get("closed", "")
        day = day_of(found)
        if day is None:
            self.notes.add(f"{self.place}.closed", "not-a-date", found=str(found)[:40])
        return day or ""
