"""From a plant file to a `Plant`: baseline, measures, reporting state of every process."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

import attrs

from ecdcalc.carriers import EnergyUse, carrier_kinds, empty_line
from ecdcalc.defaults import Context
from ecdcalc.errors import EcdcalcError, InputError, NotFoundError, Problem, near
from ecdcalc.factors import Factor, FactorTable, documents
from ecdcalc.limits import LimitTable
from ecdcalc.measure import Measure
from ecdcalc.ops import Missing
from ecdcalc.plan import Plan, load_plan
from ecdcalc.plant import CLOSED, NEW, RETROFIT, Case, Plant, Step
from ecdcalc.process import Origin, Process
from ecdcalc.read.record import Notes, Table, apply_table, read_record, with_defaults
from ecdcalc.read.text import read_document
from ecdcalc.sector import Sector, sector
from ecdcalc.units import read_quantity, unit

_HEAD = ("sector", "name", "year", "plan", "province", "electricity_year", "grid_year", "coal_edition", "co2_guide",
         "targets")  # fmt: skip
_CASE = ("measure", "reporting", "closed", "new")
_GUIDES = ("ndrc", "mee", "provincial")
_EDITIONS = ("2020", "2008")
_RECOVERED = ("electricity", "heat")


def load_plant(
    path: str,
    *,
    asked: str = "",
    encoding: str = "utf-8",
    factors: FactorTable | None = None,
    limits: LimitTable | None = None,
    plan: str = "",
) -> Plant:
    """Read a plant file ("-" is standard input).

    `asked` is the sector the file must be of; `plan` another plan than the file names; `factors` and `limits`
    a user's own tables. Raises `InputError` with every mistake of the file.
    """
    return read_plant(read_document(path, encoding), asked=asked, factors=factors, limits=limits, plan=plan)


def read_plant(
    document: Table,
    *,
    asked: str = "",
    factors: FactorTable | None = None,
    limits: LimitTable | None = None,
    plan: str = "",
) -> Plant:
    """Make a plant of a TOML document. Raises `InputError` with every mistake."""
    notes = Notes()
    found = _sector(document, asked, notes)
    context = _context(document, found, factors or FactorTable(), notes)
    targets = _targets(document, notes)
    chosen = _plan(document, plan, targets, notes)
    cases = _cases(document, found, context, notes)
    if not cases and not notes.problems:
        known = ", ".join(f"[[{each.about.key}]]" for each in _classes(found))
        notes.add("", "no-processes", sector=found.id, known=known)
    if notes.problems:
        raise InputError(notes.problems)
    return Plant(
        sector=found,
        name=str(document.get("name", "")),
        year=context.year,
        plan=chosen,
        cases=tuple(cases),
        context=context,
        limits=limits or LimitTable(),
        targets=targets,
    )


def _sector(document: Table, asked: str, notes: Notes) -> Sector:
    named = document.get("sector", asked)
    if asked and named != asked:
        notes.add("sector", "sector-other", found=named, asked=asked)
    try:
        return sector(asked or str(named))
    except NotFoundError as error:
        raise InputError([Problem("sector", error.key, error.values)]) from None


def _classes(found: Sector) -> list[type[Process]]:
    from ecdcalc.account import PlantAccount

    return [*found.processes, PlantAccount]


def _context(document: Table, found: Sector, factors: FactorTable, notes: Notes) -> Context:
    def word(key: str, options: tuple[str, ...], default: str) -> str:
        value = document.get(key, default)
        if value not in options:
            notes.add(key, "not-an-option", found=str(value)[:40], options=", ".join(options))
        return str(value)

    def year(key: str) -> int | None:
        value = document.get(key)
        if value is not None and (isinstance(value, bool) or not isinstance(value, int) or not 1990 <= value <= 2100):
            notes.add(key, "not-a-year", found=str(value)[:40])
            return None
        return value

    if "year" not in document:
        notes.add("year", "required", example="2025")
    return Context(
        factors=factors,
        year=year("year"),
        electricity_year=year("electricity_year"),
        grid_year=year("grid_year"),
        province=str(document.get("province", "")).lower(),
        coal_edition=word("coal_edition", _EDITIONS, "2020"),
        co2_guide=word("co2_guide", _GUIDES, found.co2_guide),
    )


def _targets(document: Table, notes: Notes) -> dict[str, str]:
    table = document.get("targets", {})
    if not isinstance(table, Mapping):
        notes.add("targets", "not-a-table", found=str(table)[:40])
        return {}
    for id, text in table.items():
        try:
            read_quantity(str(text))
        except EcdcalcError as error:
            notes.error(f"targets.{id}", error)
    return {id.lower(): str(text) for id, text in table.items()}


def _plan(document: Table, asked: str, targets: Mapping[str, str], notes: Notes) -> Plan | None:
    id = asked or document.get("plan", "")
    if not id:
        return None
    try:
        plan = load_plan(str(id))
        for each in targets:
            plan.get(each)
    except InputError as error:
        notes.problems += error.problems
    except OSError as error:
        notes.add("plan", "file-unreadable", reason=error.strerror or str(error))
    except EcdcalcError as error:
        notes.error("plan", error)
    else:
        return plan
    return None


def _cases(document: Table, found: Sector, context: Context, notes: Notes) -> list[Case]:
    known = {cls.about.key: cls for cls in _classes(found)}
    cases: list[Case] = []
    for key, tables in document.items():
        if key in _HEAD:
            continue
        if key not in known:
            options = [*known, *_HEAD]
            guess = near(key, options)
            notes.add(key, "unknown-key-near" if guess else "unknown-key", near=guess or ", ".join(options))
            continue
        for place, table in _tables(known[key], key, tables, notes):
            case = _Reader(known[key], table, place, found, context, notes).case()
            if case:
                cases.append(case)
    _check_names(cases, notes)
    return cases


def _tables(cls: type[Process], key: str, tables: Any, notes: Notes) -> list[tuple[str, Table]]:
    if cls.about.single:
        if isinstance(tables, Mapping):
            return [(key, tables)]
        notes.add(key, "one-only", key=key)
    elif isinstance(tables, list) and all(isinstance(each, Mapping) for each in tables):
        return [(f"{key}[{number}]", each) for number, each in enumerate(tables)]
    else:
        notes.add(key, "not-a-list", found=str(tables)[:40], key=key)
    return []


def _check_names(cases: list[Case], notes: Notes) -> None:
    seen: set[tuple[str, str]] = set()
    for case in cases:
        name = (case.key, case.baseline.name)
        if case.baseline.name and name in seen:
            notes.add(f"{case.place}.name", "name-twice", found=case.baseline.name)
        seen.add(name)


class _Reader:
    """Reads one process table: the baseline, then the measures one after another, then what was measured."""

    def __init__(self, cls: type[Process], table: Table, place: str, found: Sector, context: Context, notes: Notes):
        self.cls, self.table, self.place = cls, table, place
        self.found, self.context, self.notes = found, context, notes

    def case(self) -> Case | None:
        closed, new = self._closed(), bool(self.table.get("new", False))
        if closed and new:
            self.notes.add(self.place, "closed-new")
        baseline = read_record(self.cls, self.table, self.place, self.notes, also=_CASE)
        if baseline is None:
            self._check_rest()
            return None
        baseline = with_defaults(baseline, self.context)
        steps = self._steps(baseline)
        state: Process = steps[-1].after if steps else baseline
        measured = self.table.get("reporting")
        if isinstance(measured, Mapping):
            changed = apply_table(state, measured, f"{self.place}.reporting", self.notes)
            state = with_defaults(changed, self.context)
        elif measured is not None:
            self.notes.add(f"{self.place}.reporting", "not-a-table", found=str(measured)[:40])
        kind = CLOSED if closed else NEW if new else RETROFIT
        return Case(self.place, baseline, state, tuple(steps), kind, closed, measured is not None)

    def _check_rest(self) -> None:
        """Look through measures and measured values although the baseline is broken: all mistakes in one pass."""
        from ecdcalc.read.record import _given

        measured = self.table.get("reporting")
        if isinstance(measured, Mapping):
            _given(self.cls, measured, f"{self.place}.reporting", self.notes, ())
        for number, table in enumerate(self._measure_tables()):
            self._measure(table, f"{self.place}.measure[{number}]")

    def _closed(self) -> str:
        found = self.table.get("closed", "")
        if not found or isinstance(found, datetime.date):
            return found.isoformat() if found else ""
        try:
            return datetime.date.fromisoformat(str(found)).isoformat()
        except ValueError:
            self.notes.add(f"{self.place}.closed", "not-a-date", found=str(found)[:40])
            return ""

    def _measure_tables(self) -> list[Table]:
        tables = self.table.get("measure", [])
        if isinstance(tables, list) and all(isinstance(each, Mapping) for each in tables):
            return tables
        self.notes.add(f"{self.place}.measure", "not-a-list", found=str(tables)[:40], key=f"{self.cls.about.key}.measure")
        return []

    def _steps(self, baseline: Process) -> list[Step]:
        steps: list[Step] = []
        state = baseline
        for number, table in enumerate(self._measure_tables()):
            place = f"{self.place}.measure[{number}]"
            measure = self._measure(table, place)
            if measure is None or not self._fits(measure, state, [each.measure for each in steps], place):
                continue
            step = self._step(measure, table, state, place)
            if step:
                steps.append(step)
                state = step.after
        return steps

    def _measure(self, table: Table, place: str) -> Measure | None:
        known = {each.id: each for each in self.found.measures} | {each.row.id: each for each in self.found.measures}
        name = table.get("use")
        if name is None:
            self.notes.add(f"{place}.use", "required", example=f'"{next(iter(known), "")}"')
            return None
        if name not in known:
            fitting = [each.id for each in self.found.measures if issubclass(self.cls, each.on)]
            self.notes.add(f"{place}.use", "measure-unknown", found=name, near=near(str(name), [*known]) or ", ".join(fitting))
            return None
        measure = known[name]
        if not issubclass(self.cls, measure.on):
            self.notes.add(f"{place}.use", "measure-elsewhere", found=name, on=measure.on.about.key)
            return None
        for key in table:
            accepted = ["use", "capex", *(["carrier"] if measure.takes_carrier else []), *measure.parameters]
            if key not in accepted:
                self.notes.add(f"{place}.{key}", "unknown-key", near=", ".join(accepted))
        return measure

    def _fits(self, measure: Measure, state: Process, before: list[Measure], place: str) -> bool:
        for each in measure.applies:
            holds = each.holds(state)
            if isinstance(holds, Missing) or not holds:
                self.notes.add(f"{place}.use", "measure-not-applicable", found=measure.id, condition=each.text)
                return False
        for other in before:
            if set(measure.row.groups) & set(other.row.groups) or other.id == measure.id:
                self.notes.add(f"{place}.use", "measure-exclusive", one=measure.id, other=other.id)
                return False
        return True

    def _step(self, measure: Measure, table: Table, state: Process, place: str) -> Step | None:
        before = len(self.notes.problems)
        numbers, origins = self._numbers(measure, table, place)
        capex = self._capex(table, place)
        carrier = str(table.get("carrier", measure.carrier))
        if measure.takes_carrier and carrier not in carrier_kinds():
            self.notes.add(f"{place}.carrier", "measure-carrier", found=measure.id)
        if len(self.notes.problems) > before:
            return None
        if measure.takes_carrier and isinstance(state, EnergyUse) and carrier in _RECOVERED and carrier not in state.carriers:
            line = with_defaults(empty_line(carrier, f"{state.place}.energy.{carrier}"), self.context, f"energy.{carrier}")
            state = attrs.evolve(state, carriers={**state.carriers, carrier: line})
        try:
            after = with_defaults(measure(state, carrier=carrier, **numbers), self.context)
        except EcdcalcError as error:
            self.notes.error(place, error)
            return None
        return Step(measure, numbers, origins, after, capex)

    def _numbers(self, measure: Measure, table: Table, place: str) -> tuple[dict[str, float], dict[str, Origin]]:
        numbers, origins = {}, {}
        for name, asked in measure.parameters.items():
            if name in table:
                try:
                    reading = read_quantity(str(table[name]), asked)
                except EcdcalcError as error:
                    self.notes.error(f"{place}.{name}", error)
                    continue
                numbers[name] = reading.value
                origins[name] = Origin("given", reading.text, low=reading.low, high=reading.high)
                continue
            factor = _typical(measure) if name == "saving" else self._default(measure, name)
            if factor is None or factor.base is None:
                self.notes.add(f"{place}.{name}", "required", example=f'"1 {asked.text}"')
                continue
            numbers[name] = factor.base
            origins[name] = Origin("default", factor.id, factor)
        return numbers, origins

    def _default(self, measure: Measure, name: str) -> Factor | None:
        default = measure.defaults.get(name)
        return self.context.factors.get(default.choices[0][1]) if default else None

    def _capex(self, table: Table, place: str) -> float | None:
        if "capex" not in table:
            return None
        try:
            return read_quantity(str(table["capex"]), "CNY").value
        except EcdcalcError as error:
            self.notes.error(f"{place}.capex", error)
            return None


def _typical(measure: Measure) -> Factor | None:
    """Return the typical saving of the library row as a factor, so that it is listed like any other."""
    row = measure.row
    if not row.saving_typ:
        return None
    low, high = (float(text) if text else None for text in (row.saving_low, row.saving_high))
    document = row.document if row.document in documents() else ""
    return Factor(
        id=f"measure/{row.id}", zh=row.zh, en=row.en, value=float(row.saving_typ), low=low, high=high,
        unit=unit(row.saving_unit), per=row.saving_per, edition="", year="", region="", pollutant="",
        condition=row.basis, document=document, clause=row.source, confidence=row.confidence, note=row.co_benefit,
    )  # fmt: skip
