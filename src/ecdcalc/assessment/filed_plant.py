"""From a filed yearly energy report to a plant file: carriers of one process, outputs, measures.

What the form comes to is held against the engine.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from attrs import field, frozen

from ecdcalc.assessment.energy_report import EnergyRow, carrier_unit, comprehensive, half_digit
from ecdcalc.assessment.energy_tables import kept
from ecdcalc.assessment.plant import assess
from ecdcalc.model.parts.carriers import EnergyUse, carrier_class
from ecdcalc.model.plant import BASES, Plant
from ecdcalc.model.process import Process, fields_of
from ecdcalc.model.sector import Sector, sector, tables
from ecdcalc.numbers.units import unit
from ecdcalc.read.energy_report import Line, Report
from ecdcalc.read.plant import read_plant
from ecdcalc.read.words import measure_words
from ecdcalc.words.errors import InputError, Problem
from ecdcalc.words.meaning import key_of, plain

_SLACK = 1e-9
WORKS = "works"


@frozen
class FiledPlant:
    """A plant file with a report in it: comprehensive energy by form and by engine on each basis, and what is left."""

    document: dict[str, Any]
    place: str
    energy: Mapping[str, tuple[float, float]]
    left: tuple[Problem, ...] = field(factory=tuple)


@frozen
class _Item:
    """One process of a plant file."""

    place: str
    key: str
    cls: type[Process]
    table: dict[str, Any]

    def is_meant(self, text: str) -> bool:
        """Tell whether a form means this process by a text."""
        about = self.cls.about
        names = (self.place, self.key, about.zh, about.en, str(self.table.get("name", "")))
        return bool(text) and plain(text) in {plain(each) for each in names if each}


def filled_in(document: Mapping[str, Any], report: Report, rows: Sequence[EnergyRow], asked: str) -> FiledPlant:
    """Return a plant file (in keys) with the report in it. Raises `InputError` where it does not fit."""
    made: dict[str, Any] = _copied(document)
    of = sector(str(made.get("sector", "")))
    items = [*_items(made, of)]
    item = _meant(items, asked)
    left: list[Problem] = []
    item.table["energy"] = _carriers(rows)
    for each in items if item.key == WORKS else [item]:
        if each is not item and "energy" in each.table:
            left.append(Problem(each.place, "report-also-energy", {"place": item.place}))
    for line in report.of("indicators"):
        _indicator(line, items, left)
    for line in report.of("projects"):
        _project(line, items, of, left)
    for line in report.of("targets"):
        target = f"{line.printed['target']} {line.units.get('target') or 'tce'}"
        made.setdefault("report", {})["saving_target"] = target
    _prices(made, rows, left)
    found = read_plant(made)
    left += _limits(report.of("limits"), found)
    number = next(n for n, case in enumerate(found.cases) if case.place == item.place)
    energy = {
        basis: (
            comprehensive(rows, basis)["comprehensive"],
            unit("tce").out(float(found.on(basis).cases[number].baseline.carrier_energy)),  # type: ignore[attr-defined]
        )
        for basis in BASES
    }
    for basis, (form, engine) in energy.items():
        size = sum(abs(row.coal(column, basis)) for row in rows for column in ("industrial", "made", "recovered"))
        if abs(form - engine) > _SLACK * max(size, 1.0):
            shown: dict[str, object] = {"form": f"{form:.10g} tce", "engine": f"{engine:.10g} tce", "basis": basis}
            raise InputError([Problem(item.place, "report-reconcile", shown)])
    return FiledPlant(made, item.place, energy, tuple(left))


def _copied(found: Any) -> Any:
    if isinstance(found, Mapping):
        return {key: _copied(each) for key, each in found.items()}
    return [_copied(each) for each in found] if isinstance(found, list) else found


def _items(document: dict[str, Any], of: Sector) -> Iterable[_Item]:
    for key, (cls, _) in tables(of).items():
        given = document.get(key)
        if isinstance(given, list):
            yield from (_Item(f"{key}[{number}]", key, cls, each) for number, each in enumerate(given))
        elif isinstance(given, dict):
            yield _Item(key, key, cls, given)


def _meant(items: Sequence[_Item], asked: str) -> _Item:
    """Return the process that takes the energy: the one asked for, the works, or the only one that uses energy."""
    fitting = [each for each in items if issubclass(each.cls, EnergyUse)]
    named = [each for each in fitting if each.is_meant(asked)] if asked else []
    works = [each for each in fitting if each.key == WORKS]
    for found in (named, [] if asked else works, [] if asked else fitting):
        if len(found) == 1:
            return found[0]
    known = ", ".join(each.place for each in fitting)
    raise InputError([Problem("--process", "report-process", {"found": asked or "–", "known": known})])


def _carriers(rows: Sequence[EnergyRow]) -> dict[str, Any]:
    """Return the carriers of a plant: used less made and recovered, with the factors of the form.

    Lines of one carrier with several factors are one carrier with the factor of them all.
    """
    made: dict[str, Any] = {}
    for id in dict.fromkeys(row.carrier for row in rows):
        mine = [row for row in rows if row.carrier == id]
        amount = sum(_net(row.amount(c) for c in _COUNTED) for row in mine)
        coal = {basis: sum(_net(row.coal(c, basis) for c in _COUNTED) for row in mine) for basis in BASES}
        if not amount:
            if any(abs(each) > _SLACK for each in coal.values()):
                raise InputError([Problem(mine[0].place, "report-no-net", {"carrier": id})])
            continue
        of = carrier_unit(id)
        value: dict[str, Any] = {"value": f"{unit(of).out(amount)!r} {of}"}
        fields = fields_of(carrier_class(id))
        for name, basis in (("coal_factor", "calorific"), ("primary_factor", "primary")):
            if name in fields and (factor := fields[name].unit) is not None:
                per = coal[basis] * unit("tce").base(1.0) / amount
                value[name] = f"{factor.out(per)!r} {factor.text}"
        made[id] = value if len(value) > 1 else value["value"]
    return made


def _prices(document: dict[str, Any], rows: Sequence[EnergyRow], left: list[Problem]) -> None:
    """Take what was paid per purchased amount for the price of a carrier; a price of the plant file stays."""
    for row in rows:
        if not row.cost or not row.amount("purchased"):
            continue
        prices = document.get("prices", {})
        if row.carrier in prices:
            left.append(Problem(row.cells["cost"], "report-price", {"carrier": row.carrier}))
            continue
        document["prices"] = prices = {"price_year": document.get("year"), **prices}
        of = carrier_unit(row.carrier)
        prices[row.carrier] = f"{row.cost / unit(of).out(row.amount('purchased')):.10g} CNY/({of})"


def _limits(lines: Sequence[Line], plant: Plant) -> Iterator[Problem]:
    """Yield where table 9 has another limit or another value than the plant comes to; the form is of its year."""
    if not lines:
        return
    known = [*kept(assess(plant), "zh")]
    for line in lines:
        said, product = line.texts.get("process", ""), line.texts.get("product", "")
        found = [
            each
            for each in known
            if (not said or plain(said) == plain(each.process))
            and (not product or plain(product) in {plain(label) for label in each.product})
            and plain(line.texts["standard"]) in plain(each.standard)
        ]
        if len(found) != 1:
            yield Problem(line.cells["standard"], "report-not-taken", {"found": line.texts["standard"][:40] or "–"})
            continue
        for column, number, key in (
            ("limit", found[0].limit, "report-limit-differs"),
            ("value", found[0].value, "report-value-differs"),
        ):
            asked = found[0].unit.out(number)
            if column in line.numbers and abs(line.numbers[column] - asked) > half_digit(line.printed[column]):
                told: dict[str, object] = {"found": line.printed[column], "asked": f"{asked:.6g} {found[0].unit.text}"}
                yield Problem(line.cells[column], key, told)


_COUNTED = ("industrial", "made", "recovered")


def _net(values: Iterable[float]) -> float:
    used, *given = values
    return used - sum(given)


def _indicator(line: Line, items: Sequence[_Item], left: list[Problem]) -> None:
    """Take the denominator of an indicator for the output of the process that it is of."""
    said = line.texts.get("process", "")
    found = [each for each in items if each.is_meant(said)]
    of = line.texts.get("denominator-unit", "")
    activity = fields_of(found[0].cls).get(found[0].cls.about.activity) if len(found) == 1 else None
    if activity is None or not of or "denominator" not in line.numbers:
        found_as = line.texts["indicator"][:40] or "–"
        left.append(Problem(line.cells["indicator"], "report-not-taken", {"found": found_as}))
        return
    found[0].table[activity.key] = f"{line.printed['denominator']} {of}"


def _project(line: Line, items: Sequence[_Item], of: Sector, left: list[Problem]) -> None:
    """Take a project for the measure whose name it has, in the process that it is of, else in the only one it fits."""
    said, name = line.texts.get("process", ""), line.texts["project"]
    fitting = [each for each in items if each.is_meant(said)] if said else items
    found = [(each, id) for each in fitting if isinstance(id := key_of(name, [measure_words(of, each.cls)]), str)]
    if len(found) != 1:
        left.append(Problem(line.cells["project"], "report-not-taken", {"found": name[:40]}))
        return
    item, id = found[0]
    measures: list[dict[str, Any]] = item.table.setdefault("measure", [])
    known = next((each for each in measures if each.get("use") == id), None)
    if known is None:
        known = {"use": id}
        measures.append(known)
    if "investment" in line.numbers:
        known["capex"] = f"{line.printed['investment']} {line.units.get('investment') or '万元'}"
