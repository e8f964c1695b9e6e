"""From a plant file to a `Plant`: baseline, measures, reporting state of every process."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from attrs import evolve

from ecdcalc.model.plant import Case, Plant
from ecdcalc.model.process import Process
from ecdcalc.model.sector import Sector, sector, sectors, tables
from ecdcalc.numbers.units import read_quantity
from ecdcalc.read.case import CaseReader
from ecdcalc.read.costs import read_money
from ecdcalc.read.dates import is_year
from ecdcalc.read.given import as_written
from ecdcalc.read.keys import HEAD, in_keys, key_words
from ecdcalc.read.plans import plan_in_force
from ecdcalc.read.record import Notes, Table
from ecdcalc.read.reports import read_report
from ecdcalc.read.text import read_document
from ecdcalc.read.workbook import remarks_of
from ecdcalc.reference.defaults import COAL_EDITIONS, Context
from ecdcalc.reference.factors import FactorTable
from ecdcalc.reference.files import path_text
from ecdcalc.reference.grid import check_grid_year, check_supply_year, province_of
from ecdcalc.reference.limits import LimitTable
from ecdcalc.reference.measures import OwnMeasureRow
from ecdcalc.reference.plan import Plan
from ecdcalc.reference.warming import REPORTS, USUAL_REPORT
from ecdcalc.words.errors import (
    PAGE,
    EcdcalcError,
    InputError,
    NotFoundError,
    Problem,
    near,
    near_label,
    not_among,
    unreadable,
)
from ecdcalc.words.meaning import keys_told
from ecdcalc.words.texts import Both

_REGION = ("base_year", "county", "plants")
_GUIDES = ("ndrc", "mee", "provincial")


def load_plant(
    path: str | os.PathLike[str],
    *,
    asked: str = "",
    encoding: str = "utf-8",
    factors: FactorTable | None = None,
    limits: LimitTable | None = None,
    measures: Mapping[str, OwnMeasureRow] | None = None,
    plan: str = "",
) -> Plant:
    """Read a plant file ("-" is standard input).

    `asked` is the sector the file must be of; `plan` another plan than the file names; `factors`, `limits`
    and `measures` a user's own tables. Raises `InputError` with every mistake of the file.
    """
    own = {"factors": factors, "limits": limits, "measures": measures}
    return plant_of(read_document(path, encoding), path, asked=asked, plan=plan, **own)


def plant_of(document: Table, path: str | os.PathLike[str], *, plan: str = "", **own: Any) -> Plant:
    """Make a plant of what was read from a file; `own` are the sector asked for and the user's tables."""
    return read_plant(document, plan=plan or _plan_beside(path_text(path), document), **own)


def _plan_beside(path: str, document: Table) -> str:
    """Return the plan that a file names where it lies beside the file, else nothing: then it is found by its id."""
    named = document.get("plan", "")
    if path == "-" or not isinstance(named, str) or not named.endswith(".toml"):
        return ""
    local = Path(path).parent / named
    return str(local) if local.exists() else ""


def read_plant(
    document: Table,
    *,
    asked: str = "",
    factors: FactorTable | None = None,
    limits: LimitTable | None = None,
    measures: Mapping[str, OwnMeasureRow] | None = None,
    plan: str = "",
    within: Sector | None = None,
    of_region: bool = False,
) -> Plant:
    """Make a plant of a TOML document, `within` a sector that need not be installed.

    Values may be texts with units, `Value`, `(number, unit)` or pint quantities.
    `of_region`: the plan is that of the region, which comes later. Raises `InputError` with every mistake.
    """
    keyed, remarks = in_keys(document, asked, within), remarks_of(document)
    document = as_written(keyed.document)
    notes = Notes()
    notes.problems += keyed.problems
    found = within or _sector(document, asked, notes)
    context = evolve(_context(document, found, factors or FactorTable(), limits, notes), measures=measures or {})
    targets = _targets(document, notes)
    if not isinstance(document.get("name", ""), str):
        notes.add("name", "not-text", found=str(document["name"])[:40])
    chosen = None if of_region else _plan(document, plan, targets, notes)
    (prices, economics, costs), report = read_money(document, notes), read_report(document, notes)
    cases = _cases(document, found, context, notes, economics.exchange)
    if not cases and not keyed.problems and not set(document) - set(HEAD):
        known = keys_told({f"[[{each.about.key}]]": each.about.zh for each in _classes(found)})
        notes.add("", "no-processes", sector=Both(found.id, found.label("zh")), known=known)
    if notes.problems:
        raise InputError(keyed.told(notes.problems))
    return Plant(
        sector=found,
        name=str(document.get("name", "")),
        year=context.year,
        plan=chosen,
        cases=tuple(cases),
        context=context,
        limits=limits or LimitTable(),
        targets=targets,
        prices=prices,
        economics=economics,
        measure_costs=costs,
        document=document,
        remarks=remarks,
        cells=keyed.places(),
        report=report,
    )


def is_region(document: Table) -> bool:
    """Tell whether a document is that of a region and not of a plant."""
    return "sector" not in document and any(key in document for key in _REGION)


def _sector(document: Table, asked: str, notes: Notes) -> Sector:
    if is_region(document):
        raise InputError([Problem("", "file-of-region", {})])
    named = str(document.get("sector", ""))
    try:
        found = sector(asked or named)
    except NotFoundError as error:
        raise InputError([Problem("sector", error.key, error.values)]) from None
    if named in ("", found.id) or _means(named, found):
        return found
    notes.add("sector", "sector-other", found=named, asked=asked)
    return sectors().get(named, found)  # its other mistakes are told by what it is


def _means(word: str, one: Sector) -> bool:
    try:
        return sector(word) is one
    except NotFoundError:
        return False


def _classes(found: Sector) -> list[type[Process]]:
    from ecdcalc.model.parts.account import PlantAccount

    return [*found.processes, PlantAccount]


def _context(document: Table, found: Sector, factors: FactorTable, limits: LimitTable | None, notes: Notes) -> Context:
    def word(key: str, options: tuple[str, ...], default: str) -> str:
        value = document.get(key, default)
        if value not in options:
            notes.problems.append(not_among(key, str(value), options))
        return str(value)

    def year(key: str) -> int | None:
        value = document.get(key)
        if value is not None and not is_year(value):
            notes.add(key, "not-a-year", found=str(value)[:40])
            return None
        return value

    def month() -> int | None:
        value = document.get("month")
        if value is not None and (isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= 12):
            notes.add("month", "not-a-month", found=str(value)[:40])
            return None
        return value

    if "year" not in document:
        notes.add("year", "required", example="2025")
    context = Context(
        factors=factors,
        limits=limits,
        year=year("year"),
        electricity_year=year("electricity_year"),
        grid_year=year("grid_year"),
        province=_province(document, factors, notes),
        coal_edition=word("coal_edition", COAL_EDITIONS, "2020"),
        co2_guide=word("co2_guide", _GUIDES, found.co2_guide),
        month=month(),
        warming=word("gwp", REPORTS, USUAL_REPORT),
    )
    _check_years(context, notes)
    return context


def _check_years(context: Context, notes: Notes) -> None:
    """Note a year that is asked for by name and has no published value."""
    try:
        check_grid_year(context.province, context.grid_year, context.factors)
    except NotFoundError as error:
        notes.error("grid_year", error)
    try:
        check_supply_year(context.electricity_year, context.factors)
    except NotFoundError as error:
        notes.error("electricity_year", error)


def _province(document: Table, factors: FactorTable, notes: Notes) -> str:
    found = document.get("province", "")
    if not isinstance(found, str):
        notes.add("province", "not-text", found=str(found)[:40])
        return ""
    try:
        return province_of(found, factors)
    except NotFoundError as error:
        notes.error("province", error)
        return ""


def _targets(document: Table, notes: Notes) -> dict[str, str]:
    table = document.get("targets", {})
    if not isinstance(table, Mapping):
        notes.add("targets", "not-a-table", found=str(table)[:40])
        return {}
    good: dict[str, str] = {}
    for id, text in table.items():
        try:
            found = read_quantity(str(text))
        except EcdcalcError as error:
            notes.error(f"targets.{id}", error)
            continue
        if found.low is not None:
            notes.add(f"targets.{id}", "range-not-here", found=found.text[:40])
        good[id.lower()] = str(text)
    return good


def _plan(document: Table, asked: str, targets: Mapping[str, str], notes: Notes) -> Plan | None:
    id = asked or document.get("plan", "")
    if not isinstance(id, str):
        notes.add("plan", "not-text", found=str(id)[:40])
        return None
    if not id:
        if targets:
            notes.add("targets", "targets-without-plan")
        return None
    try:
        plan = plan_in_force(id)
        if targets:
            _check_targets(plan, targets, notes)
    except InputError as error:
        notes.problems += error.problems
    except OSError as error:
        notes.problems.append(unreadable("plan", error))
    except EcdcalcError as error:
        notes.error("plan", error)
    else:
        return plan
    return None


def _check_targets(plan: Plan, targets: Mapping[str, str], notes: Notes) -> None:
    """Note the plant's own figures that measure something else than their targets. Raises `NotFoundError`."""
    from ecdcalc.model.region import figure_unit

    for each, text in targets.items():
        asked_of = figure_unit(plan.get(each))
        if asked_of and not read_quantity(text).unit.same_kind(asked_of):
            notes.add(f"targets.{each}", "target-kind", found=text[:40], asked=asked_of.text)


def _cases(document: Table, found: Sector, context: Context, notes: Notes, exchange: Mapping[str, float]) -> list[Case]:
    known = {cls.about.key: (cls, found) for cls in _classes(found)}
    cases: list[Case] = []
    whole = False
    for key, given in document.items():
        if key in HEAD:
            continue
        if key not in known and not whole:  # equipment stands in every plant file; its plugin is loaded only now
            known, whole = tables(found) | known, True
        if key not in known and len(notes.problems) >= PAGE:
            notes.add(key, "unknown-key", near="…")
            continue
        if key not in known:
            labels = {each: cls.about.zh for each, (cls, _) in known.items()}
            labels |= {each: key_words(each)[0] for each in HEAD}
            guess = near(key, [*labels]) or near_label(key, labels)
            notes.add(key, "unknown-key-near" if guess else "unknown-key", near=guess or keys_told(labels))
            continue
        cls, of = known[key]
        for place, table in _tables(cls, key, given, notes):
            cases += CaseReader(cls, table, place, of, context, notes, exchange).cases()
    _check_names(cases, notes)
    return cases


def _tables(cls: type[Process], key: str, given: Any, notes: Notes) -> list[tuple[str, Table]]:
    if cls.about.single:
        if isinstance(given, Mapping):
            return [(key, given)]
        notes.add(key, "one-only", table=key)
    elif isinstance(given, list) and all(isinstance(each, Mapping) for each in given):
        return [(f"{key}[{number}]", each) for number, each in enumerate(given)]
    else:
        notes.add(key, "not-a-list", found=str(given)[:40], table=key)
    return []


def _check_names(cases: list[Case], notes: Notes) -> None:
    seen: set[tuple[str, str]] = set()
    for case in cases:
        name = (case.key, case.baseline.name)
        if case.baseline.name and name in seen:
            notes.add(f"{case.place}.name", "name-twice", found=case.baseline.name)
        seen.add(name)
