"""The states of a process on cells: before, after each measure that is switched on, and as reported."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, TypeVar

from attrs import evolve, frozen

from ecdcalc.model.plant import Case, Step
from ecdcalc.model.process import Field, Origin, Process, Record, changed, fields_of, lift, walk
from ecdcalc.numbers.cells import Cell, is_gap
from ecdcalc.numbers.compare import meets
from ecdcalc.numbers.ops import Missing, Number, missing, where
from ecdcalc.numbers.unknown import unknown
from ecdcalc.read.measures import usual_value
from ecdcalc.read.words import carrier_words
from ecdcalc.reference.defaults import Assumed, Context, Default
from ecdcalc.reference.factors import Factor
from ecdcalc.report.workbook.book import Book
from ecdcalc.report.workbook.lookup import FEW, cases_of, table_of, words_asked
from ecdcalc.words.labels import word
from ecdcalc.words.meaning import word_of
from ecdcalc.words.vocabulary.keys import PARAMETERS

Made = TypeVar("Made", bound=Record)
Rollups = Mapping[str, Mapping[str, Number]]
"""What a process takes from others, by state and input."""


@frozen
class CellStates:
    """One process of cells in each of its states."""

    baseline: Process
    after: tuple[Process, ...]
    reporting: Process
    switches: tuple[Cell, ...] = ()
    """Whether each of the measures is on."""


class StateBuilder:
    """Builds the states of one case: the same steps as a plant file is read by, on cells."""

    def __init__(self, book: Book, case: Case, context: Context, title: str, rollups: Rollups) -> None:
        self.book, self.case, self.context, self.rollups = book, case, context, rollups
        book.process = title

    def states(self) -> CellStates:
        """Return every state of the case."""
        state = self._process(self.case.baseline, "baseline")
        baseline, after, switches = state, [], []
        before = self.case.baseline
        for number, step in enumerate(self.case.steps):
            switches.append(self.book.switch(step.measure.row.label(self.book.lang)))
            state = self._after(state, step, number, switches[-1])
            after.append(state)
            before = step.after
        reporting = self._reported(state, before)
        return CellStates(baseline, tuple(after), reporting, tuple(switches))

    def _process(self, record: Process, state: str) -> Process:
        sums = self.rollups.get(state, {})
        made = self._record(record, record.place)
        return changed(made, **sums) if sums else made

    def _record(self, record: Made, place: str) -> Made:
        """Return the record with a cell for every input: given ones first, then the defaults that hang on them."""
        values: dict[str, Any] = {}
        waiting: list[tuple[str, Field, str]] = []
        given: list[tuple[int, Default]] = []
        for name, of in sorted(fields_of(type(record)).items(), key=_own_first):
            value, path = getattr(record, name), f"{place}.{of.key}"
            if of.kind == "part":
                with self._within(of.label(self.book.lang)):
                    values[name] = self._record(value, path)
            elif of.kind == "parts":
                values[name] = {id: self._line(line, path, id) for id, line in value.items()}
            elif of.kind == "quantity" and of.default is not None and _open(record.origins.get(name), value):
                waiting.append((name, of, path))
                values[name] = missing(of.key)
            elif of.kind in ("quantity", "choice"):
                values[name] = self._given(path, of, value, record.origins.get(name))
                if of.default is not None and isinstance(values[name], Cell):
                    given.append((len(self.book.inputs) - 1, of.default))
        made = changed(record, **values)
        for row, default in given:
            self.book.cleared(row, self._otherwise(default, made))
        defaults = {name: self._default(made, record, name, of, path) for name, of, path in waiting}
        return changed(made, **defaults)

    def _line(self, line: Made, path: str, id: str) -> Made:
        with self._within(word_of(id, [carrier_words()], self.book.lang)):
            return self._record(line, f"{path}.{id}")

    @contextmanager
    def _within(self, label: str) -> Iterator[None]:
        """Let the inputs that are made meanwhile be those of a group."""
        outside = self.book.within
        self.book.within = (*outside, label)
        yield
        self.book.within = outside

    def _given(self, path: str, of: Field, value: Number, origin: Origin | None) -> Number:
        if (origin is not None and origin.kind == "rollup") or path.endswith(".basis"):
            return value  # sums of others, and what the workbook is made on one of
        return self.book.input(path, of, _bare(value), origin, otherwise=of.word)

    def _default(self, made: Record, record: Record, name: str, of: Field, path: str) -> Number:
        assert of.default is not None
        value, origin = getattr(record, name), record.origins.get(name)
        otherwise = self._otherwise(of.default, made)
        formula = None if isinstance(of.default, Assumed) else otherwise
        return self.book.input(path, of, _bare(value), origin, formula, otherwise)

    def _otherwise(self, default: Default, record: Record) -> Number:
        """Return what a default comes to: what is assumed, or the published value."""
        if isinstance(default, Assumed):
            return self.book.constant(default.reading.value)
        return self._chosen(default, record)

    def _chosen(self, default: Default, record: Record) -> Number:
        """Return the default by its conditions: IF over the published values, of many by their words a table."""
        cases = cases_of(default, record, self.context)
        asked = words_asked(cases, record) if len(cases) > FEW else None
        if asked:
            rows = {key: self._value(found) for key, found in table_of(cases, asked).items()}
            return self.book.found_in(rows, [getattr(record, name) for name in asked])
        result: Number = unknown("")
        for conditions, found in reversed(cases):
            state: Any = True
            for each in conditions:
                state = each.holds(record) & state
            value = self._value(found)
            result = value if state is True else where(state, value, result)
        return result

    def _value(self, found: Any) -> Number:
        if isinstance(found, str):
            return self.book.factor(self.context.factors.get(found))
        return self.book.factor(found) if isinstance(found, Factor) else found

    def _after(self, state: Process, step: Step, number: int, on: Cell) -> Process:
        """Return the process with a measure: its inputs changed where the switch is on."""
        place = f"{self.case.place}.measure[{number}]"
        numbers = {name: self._parameter(place, step, name) for name in step.numbers}
        state = self._with_lines(state, step.after)
        after = step.measure(state, carrier=step.carrier, **numbers)
        return _blended(on, self._again(after, state), state)

    def _parameter(self, place: str, step: Step, name: str) -> Cell:
        asked, row = step.measure.units[name], step.measure.row
        en, zh = (f"{row.label(lang)} / {_parameter(step, name, lang)}" for lang in ("en", "zh"))
        of = Field("quantity", name, en, zh, unit=asked)
        usual = usual_value(step.measure, name, asked, self.context)
        otherwise = None if usual is None else self.book.factor(usual[1].factor) if usual[1].factor else usual[0]
        return self.book.input(f"{place}.{name}", of, step.numbers[name], step.origins.get(name), otherwise=otherwise)

    def _with_lines(self, state: Process, after: Process) -> Process:
        """Give the state the carrier lines that a measure brings, of no amount."""
        carriers = getattr(state, "carriers", None)
        if carriers is None:
            return state
        new = {id: line for id, line in after.carriers.items() if id not in carriers}  # type: ignore[attr-defined]
        made = {
            id: changed(self._line(evolve(line, amount=0.0), f"{self.case.place}.energy", id), amount=0.0)
            for id, line in new.items()
        }
        return changed(state, carriers={**carriers, **made}) if made else state

    def _again(self, after: Made, before: Made) -> Made:
        """Look defaults up again where what they hang on has changed: any word, or a number that they name."""
        values: dict[str, Any] = {}
        moved = {
            name: of.kind
            for name, of in fields_of(type(after)).items()
            if of.kind in ("quantity", "choice") and not _same(getattr(after, name), getattr(before, name))
        }
        for name, of in fields_of(type(after)).items():
            one, other = getattr(after, name), getattr(before, name)
            if of.kind == "part":
                values[name] = self._again(one, other)
            elif of.kind == "parts":
                values[name] = {id: self._again(line, other[id]) if id in other else line for id, line in one.items()}
            elif of.default is None or one is not other or isinstance(of.default, Assumed):
                continue
            elif "choice" in moved.values() or not self._named_by(of.default, after).isdisjoint(moved):
                found, old = (self._chosen(of.default, each) for each in (after, before))
                if _same(old, found):
                    continue
                typed = not _open(after.origins.get(name), _value_of(one))
                values[name] = where(self.book.is_blank(one), found, one) if typed else _unless_typed(one, old, found)
        return changed(after, **values)

    def _named_by(self, default: Default, record: Record) -> set[str]:
        """Return what the conditions of a default name."""
        return {each.name for conditions, _ in cases_of(default, record, self.context) for each in conditions}

    def _reported(self, state: Process, before: Process) -> Process:
        """Return the state with what was measured afterwards in its place."""
        sums = self.rollups.get("reporting", {})
        with self._within(word("reporting", self.book.lang)):
            found = self._measured(state, before, self.case.reporting, f"{self.case.place}.reporting")
        return changed(found, **sums) if sums else found

    def _line_after(self, state: Any, before: Any, reporting: Any, path: str, id: str) -> Any:
        if state is None or before is None:
            return self._line(reporting, path, id)
        with self._within(word_of(id, [carrier_words()], self.book.lang)):
            return self._measured(state, before, reporting, f"{path}.{id}")

    def _measured(self, state: Made, before: Record, reporting: Record, place: str) -> Made:
        values: dict[str, Any] = {}
        for name, of in fields_of(type(state)).items():
            here, now, path = getattr(before, name), getattr(reporting, name), f"{place}.{of.key}"
            if of.kind == "part":
                with self._within(of.label(self.book.lang)):
                    values[name] = self._measured(getattr(state, name), here, now, path)
            elif of.kind == "parts":
                lines = getattr(state, name)
                values[name] = {
                    id: self._line_after(lines.get(id), here.get(id), line, path, id) for id, line in now.items()
                }
            elif of.kind in ("quantity", "choice"):
                origin = reporting.origins.get(name)
                if origin is not None and origin.kind == "given" and origin is not before.origins.get(name):
                    values[name] = self.book.input(path, of, now, origin, otherwise=_bare(getattr(state, name)))
        return self._again(changed(state, **values), state)


def _parameter(step: Step, name: str, lang: str) -> str:
    """Return what a parameter of a measure is called: as the input of its process of that name."""
    of = fields_of(type(step.after)).get(name)
    if of is not None:
        return of.label(lang)
    return PARAMETERS.get(name, name) if lang == "zh" else name.replace("_", " ")


def _own_first(named: tuple[str, Field]) -> int:
    """Order the inputs of a process itself before its carriers, and these before its groups, as a form has them."""
    return ("text", "quantity", "choice", "parts", "part").index(named[1].kind)


def _open(origin: Origin | None, value: Number) -> bool:
    """Tell whether an input is left to its default: other words may find one where these do not."""
    return _by_default(origin) or (origin is None and isinstance(value, Missing))


def _unless_typed(here: Number, old: Number, found: Number) -> Number:
    """Return the default that other words lead to, unless something else than the old one stands in the cell."""
    before = here.ledger.named(old, "", None) if isinstance(here, Cell) and isinstance(old, Cell) else old
    same = meets(here, "==", before)
    return where(is_gap(here), found, where(is_gap(same), here, where(same, found, here)))


def _by_default(origin: Origin | None) -> bool:
    return origin is not None and origin.kind in ("default", "assumed")


def _value_of(number: Number) -> Number:
    return number.value if isinstance(number, Cell) else number


def _same(one: Number, other: Number) -> bool:
    """Tell whether two numbers are the same whatever is changed: cells by the same formula."""
    if isinstance(one, Cell) or isinstance(other, Cell):
        return isinstance(one, Cell) and isinstance(other, Cell) and one.text == other.text
    return (isinstance(one, Missing) and isinstance(other, Missing)) or one == other


def _blended(on: Cell, after: Process, before: Process) -> Process:
    """Return, input by input, the state with the measure where it is on and the one without elsewhere."""
    old = {path: getattr(owner, name) for path, owner, name, _ in walk(before)}

    def choose(path: str, _of: Field, value: Number, _origin: Origin | None) -> Number:
        return value if path not in old or _same(value, old[path]) else where(on, value, old[path])

    return lift(after, choose)


def _bare(value: Number) -> Number:
    """Return a number as a spreadsheet has it: what is missing is not there, and nothing of it drops out of a sum."""
    return Missing(value.names, value.reason) if isinstance(value, Missing) else value
