"""From a region file to a `Region`: series, counties, plants, projects; every mistake in one pass.

A plant that cannot be read is set aside with its problems; the others go on. What would make the region itself
wrong (a county twice, mixed price years, parts larger than the whole) is refused.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import evolve

from ecdcalc.assessment import BASES
from ecdcalc.evaluation import POLLUTANTS
from ecdcalc.counting import ITEMS
from ecdcalc.errors import EcdcalcError, InputError, Problem, near
from ecdcalc.factors import FactorTable
from ecdcalc.limits import LimitTable
from ecdcalc.plan import Plan, load_plan
from ecdcalc.read.plant import read_plant
from ecdcalc.read.record import Notes, Table
from ecdcalc.read.text import read_document
from ecdcalc.region import (
    BY_SECTOR,
    MONEY,
    SERIES,
    SIGNED,
    Member,
    NewSource,
    Project,
    Region,
    Rejected,
    Rules,
    Series,
    series_unit,
)
from ecdcalc.units import Reading, read_quantity

_HEAD = ("name", "parent", "plan", "base_year", "year", "price_year", "rules", "targets", "indicators", "count_rule",
         "lag", "prices", "series", "county", "plants", "result", "results", "project", "new_source", "limit",
         "file")  # fmt: skip
_CITY_ONLY = ("plan", "base_year", "year", "price_year", "rules", "count_rule", "lag", "prices", "targets",
              "indicators")  # fmt: skip
_PROJECT = ("name", "item", "plant", "start", "evidence", "annual")
_SOURCE = ("name", "emission", "fails")
_RESULT = ("name", "sector", "energy", "electricity", *POLLUTANTS)
_SAVED = {"energy": "tce", "electricity": "kWh", **dict.fromkeys(POLLUTANTS, "t")}
COUNT_RULES = ("capacity", "months")
_SLACK = 1e-9


def load_region(
    path: str,
    *,
    encoding: str = "utf-8",
    factors: FactorTable | None = None,
    limits: LimitTable | None = None,
    plan: str = "",
) -> Region:
    """Read a region file with the plant files that it names ("-" is standard input).

    Raises `InputError` with every mistake of the file; a bad plant file is listed in the region's `rejected`.
    """
    folder = Path.cwd() if path == "-" else Path(path).parent
    reader = _Reader(encoding, factors, limits, (str(Path(path).resolve()),))
    region = reader.read(read_document(path, encoding), folder, plan)
    if reader.notes.problems or region is None:
        raise InputError(reader.notes.problems)
    return region


class _Reader:
    """Reads one region file and those that it includes."""

    def __init__(
        self, encoding: str, factors: FactorTable | None, limits: LimitTable | None, open_files: tuple[str, ...]
    ) -> None:
        self.encoding, self.factors, self.limits, self.open_files = encoding, factors, limits, open_files
        self.notes = Notes()
        self.owners: dict[str, str] = {}
        self.plan: Plan | None = None

    def read(self, document: Table, folder: Path, asked: str = "") -> Region | None:
        notes = self.notes
        self.plan = self._plan(document, folder, asked)
        name = self._name(document, "")
        if self.plan is None:
            return None
        base = self._year(document, "base_year", self.plan.base_year)
        year = self._year(document, "year", self.plan.target_year)
        if base is None or year is None:
            return None
        if year <= base:
            notes.add("year", "region-year-order", year=year, base=base)
            return None
        prices = document.get("prices", {})
        lag = document.get("lag", 1)
        if not isinstance(lag, int) or isinstance(lag, bool) or lag < 0:
            notes.add("lag", "out-of-bounds", found=str(lag), sign=">=", bound="0", unit="")
            lag = 1
        city = Region(
            name=name,
            parent=str(document.get("parent", "")),
            plan=self.plan,
            base_year=base,
            year=year,
            price_year=self._year(document, "price_year", None),
            rules=self._rules(document),
            count_rule=self._word(document, "count_rule", COUNT_RULES, COUNT_RULES[0]),
            lag=lag,
            targets=dict(self._targets(document)),
            indicators=dict(self._indicators(document)),
            prices=prices if isinstance(prices, Mapping) else {},
        )
        city = self._fill(city, document, folder, "")
        counties = self._counties(city, document, folder)
        city = evolve(city, counties=counties)
        self._check_parts(city, "")
        return city

    # the head

    def _name(self, table: Table, place: str) -> str:
        name = table.get("name")
        if not isinstance(name, str) or not name.strip():
            self.notes.add(f"{place}name", "required", example='"运城市"')
            return ""
        return name.strip()

    def _plan(self, document: Table, folder: Path, asked: str) -> Plan | None:
        id = asked or str(document.get("plan", ""))
        if not id:
            self.notes.add("plan", "required", example='"yuncheng-14fyp"')
            return None
        try:
            local = folder / id
            return load_plan(str(local) if id.endswith(".toml") and not asked and local.exists() else id)
        except InputError as error:
            self.notes.problems += error.problems
        except OSError as error:
            self.notes.add("plan", "file-unreadable", reason=error.strerror or str(error))
        except EcdcalcError as error:
            self.notes.error("plan", error)
        return None

    def _year(self, document: Table, key: str, default: int | None) -> int | None:
        value = document.get(key, default)
        if value is not None and (isinstance(value, bool) or not isinstance(value, int) or not 1990 <= value <= 2100):
            self.notes.add(key, "not-a-year", found=str(value)[:40])
            return None
        return value

    def _word(self, table: Table, key: str, options: tuple[str, ...], default: str, place: str = "") -> str:
        value = table.get(key, default)
        if value not in options:
            self.notes.add(f"{place}{key}", "not-an-option", found=str(value)[:40], options=", ".join(options))
            return default
        return str(value)

    def _rules(self, document: Table) -> Rules:
        table = self._table(document, "rules", "")
        self._unknown(table, ("exclude_renewables", "exclude_feedstock", "basis", "convergence"), "rules.")
        switches = {}
        for key in ("exclude_renewables", "exclude_feedstock"):
            value = table.get(key, True)
            if not isinstance(value, bool):
                self.notes.add(f"rules.{key}", "not-an-option", found=str(value)[:40], options="true, false")
            switches[key] = value is True
        basis = self._word(table, "basis", BASES, "calorific", "rules.")
        pull = self._quantity(table["convergence"], "rules.convergence", "%") if "convergence" in table else None
        return Rules(basis=basis, convergence=pull.value if pull else Rules().convergence, **switches)

    def _targets(self, document: Table) -> Iterator[tuple[str, Reading]]:
        for id, text in self._table(document, "targets", "").items():
            if self._known_target(id, f"targets.{id}") and (found := self._quantity(text, f"targets.{id}")):
                yield id.lower(), found

    def _known_target(self, id: str, place: str) -> bool:
        assert self.plan is not None
        try:
            self.plan.get(id)
        except EcdcalcError as error:
            self.notes.error(place, error)
            return False
        return True

    def _indicators(self, document: Table) -> Iterator[tuple[str, dict[int, Reading]]]:
        """Read the region's own figures of targets: by target, by year."""
        for id, given in self._table(document, "indicators", "").items():
            place = f"indicators.{id}"
            if not self._known_target(id, place):
                continue
            if not isinstance(given, Mapping):
                self.notes.add(place, "region-by-year", example='{ 2020 = "12 %", 2025 = "8.8 %" }')
                continue
            found: dict[int, Reading] = {}
            for key, text in given.items():
                year = self._year_key(key, place)
                reading = self._quantity(text, f"{place}.{key}")
                if year is not None and reading:
                    found[year] = reading
            yield id.lower(), found

    # a region and what is in it

    def _fill(self, region: Region, table: Table, folder: Path, place: str) -> Region:
        self._unknown(table, _HEAD, place)
        members, rejected = self._members(region, table, folder, place)
        limit = table.get("limit")
        reading = self._quantity(limit, f"{place}limit", "tce/万元") if limit is not None else None
        return evolve(
            region,
            series=self._series(region, table, place),
            members=tuple(members),
            rejected=tuple(rejected),
            projects=tuple(self._projects(region, table, folder, place)),
            sources=tuple(self._sources(region, table, place)),
            limit=reading.value if reading else None,
        )

    def _counties(self, city: Region, document: Table, folder: Path) -> tuple[Region, ...]:
        """Read the counties, and put each below its parent: the region of the file where none is named."""
        tables = self._tables(document, "county", "")
        found: dict[str, Region] = {}
        for number, table in enumerate(tables):
            place = f"county[{number}]."
            if "file" in table:
                region = self._included(city, table, folder, place)
            else:
                region = self._county(city, table, folder, place)
            if region is None or not region.name:
                continue
            if region.name in found or region.name == city.name:
                self.notes.add(f"{place}name", "region-twice", found=region.name)
                continue
            found[region.name] = region
        for name, region in found.items():
            if region.parent not in (city.name, *found):
                self.notes.add(
                    f"{name} parent", "region-parent-unknown", found=region.parent, known=", ".join([city.name, *found])
                )
        if self._circles(city.name, found) or any(each.parent not in (city.name, *found) for each in found.values()):
            return ()
        return self._below(city.name, found)

    def _county(self, city: Region, table: Table, folder: Path, place: str) -> Region:
        for key in _CITY_ONLY:
            if key in table:
                self.notes.add(f"{place}{key}", "region-city-only", name=key)
        county = Region(
            name=self._name(table, place),
            parent=str(table.get("parent", city.name)),
            plan=city.plan,
            base_year=city.base_year,
            year=city.year,
            price_year=city.price_year,
            rules=city.rules,
        )
        return self._fill(county, table, folder, place)

    def _included(self, city: Region, table: Table, folder: Path, place: str) -> Region | None:
        """Read a region from its own file: a city in a province."""
        file = folder / str(table["file"])
        known = str(file.resolve())
        if known in self.open_files:
            names = " → ".join(Path(each).name for each in (*self.open_files, known))
            self.notes.add(f"{place}file", "region-circle", names=names)
            return None
        try:
            document = read_document(str(file), self.encoding)
        except InputError as error:
            self.notes.problems += error.problems
            return None
        inner = _Reader(self.encoding, self.factors, self.limits, (*self.open_files, known))
        inner.owners = self.owners
        region = inner.read(document, file.parent)
        problems = inner.notes.problems
        self.notes.problems += [Problem(f"{file.name} {each.place}", each.key, each.values) for each in problems]
        if region is not None and (region.base_year, region.year) != (city.base_year, city.year):
            self.notes.add(f"{place}file", "region-years-differ", found=f"{region.base_year}-{region.year}")
        return None if region is None else evolve(region, parent=region.parent or city.name)

    def _circles(self, top: str, found: Mapping[str, Region]) -> bool:
        for name in found:
            path = [name]
            while (parent := found[path[-1]].parent) in found:
                if parent in path:
                    circle = path[path.index(parent) :]
                    if name == min(circle):
                        self.notes.add(f"{name} parent", "region-circle", names=" → ".join([*circle, parent]))
                    break
                path.append(parent)
        return any(problem.key == "region-circle" for problem in self.notes.problems)

    def _below(self, name: str, found: Mapping[str, Region]) -> tuple[Region, ...]:
        return tuple(
            evolve(each, counties=(*each.counties, *self._below(each.name, found)))
            for each in found.values()
            if each.parent == name
        )

    # series

    def _series(self, region: Region, table: Table, place: str) -> dict[str, Series]:
        found: dict[str, Series] = {}
        for name, given in self._table(table, "series", place).items():
            here = f"{place}series.{name}"
            if name not in SERIES:
                guess = near(name, SERIES)
                key = "unknown-key-near" if guess else "unknown-key"
                self.notes.add(here, key, near=guess or ", ".join(SERIES))
            elif not isinstance(given, Mapping):
                self.notes.add(here, "region-by-year", example=f'{{ 2020 = "100 {series_unit(name).text}" }}')
            elif name in BY_SECTOR:
                for part, inner in given.items():
                    if isinstance(inner, Mapping):
                        whole = f"{name}.{part}"
                        found[whole] = self._one(region, whole, inner, f"{here}.{part}")
                    else:
                        self.notes.add(f"{here}.{part}", "not-a-table", found=str(inner)[:40])
            else:
                found[name] = self._one(region, name, given, here)
        return found

    def _one(self, region: Region, name: str, given: Table, place: str) -> Series:
        kind = name.partition(".")[0]
        values: dict[int, float] = {}
        shown = series_unit(name)
        suffix = str(given.get("unit", ""))
        for key, text in given.items():
            if key in ("unit", "price_year"):
                continue
            year = self._year_key(key, place)
            written = f"{text} {suffix}" if suffix and isinstance(text, (int, float)) else text
            reading = self._quantity(written, f"{place}.{key}", shown.text)
            if year is None or reading is None:
                continue
            if reading.value < 0 and kind not in SIGNED:
                self.notes.add(f"{place}.{key}", "out-of-bounds", found=str(written), sign=">=", bound="0", unit="")
            values[year] = reading.value
        lacking = [str(year) for year in region.years if year not in values]
        if lacking:
            self.notes.add(place, "region-years-missing", years=", ".join(lacking))
        return Series(name, values, self._prices_of(region, given, place) if kind in MONEY else None)

    def _prices_of(self, region: Region, given: Table, place: str) -> int | None:
        price_year = given.get("price_year", region.price_year)
        if price_year is None:
            self.notes.add(f"{place}.price_year", "required", example=str(region.base_year))
            return None
        if not isinstance(price_year, int):
            self.notes.add(f"{place}.price_year", "not-a-year", found=str(price_year)[:40])
            return None
        if region.price_year is not None and price_year != region.price_year:
            self.notes.add(f"{place}.price_year", "region-price-years", found=price_year, here=region.price_year)
        return price_year

    def _check_parts(self, region: Region, place: str) -> None:
        """Refuse parts that are larger than their whole: counties of a region, sectors of a county."""
        here = f"{place}{region.name}"
        whole_of = {"value_added": "gdp", "sector_energy": "energy", "carrier_energy": "energy"}
        for kind, whole in whole_of.items():
            parts = [each for name, each in region.series.items() if name.startswith(f"{kind}.")]
            if whole in region.series:
                self._compare(f"{here} {kind}", parts, region.series[whole])
        for name, series in region.series.items():
            parts = [each.series[name] for each in region.counties if name in each.series]
            if name.partition(".")[0] not in SIGNED:
                self._compare(f"{here} {name}", parts, series)
        for county in region.counties:
            self._check_parts(county, f"{here} / ")

    def _compare(self, place: str, parts: list[Series], whole: Series) -> None:
        for year, value in whole.values.items():
            sum_of = math.fsum(each.values.get(year, 0.0) for each in parts)
            if sum_of > value * (1 + _SLACK):
                out = whole.unit.out
                self.notes.add(
                    f"{place}.{year}",
                    "region-parts-exceed",
                    parts=f"{out(sum_of):.6g}",
                    whole=f"{out(value):.6g}",
                    unit=whole.unit.text,
                )

    # plants

    def _members(self, region: Region, table: Table, folder: Path, place: str) -> tuple[list[Member], list[Rejected]]:
        members: list[Member] = []
        rejected: list[Rejected] = []
        patterns = table.get("plants", [])
        if not isinstance(patterns, list):
            self.notes.add(f"{place}plants", "region-files", example='["plants/*.toml"]')
            patterns = []
        for pattern in patterns:
            files = self._files(folder, str(pattern))
            if not files:
                problem = Problem(f"{place}plants {pattern}", "file-missing", {})
                rejected.append(Rejected(str(pattern), (problem,)))
            for file in files:
                if not self._owned(file, region.name, f"{place}plants"):
                    continue
                found = self._plant(region, file, folder)
                (members if isinstance(found, Member) else rejected).append(found)  # type: ignore[arg-type]
        for number, row, here in self._results(table, folder, place, rejected):
            result = self._result(region, row, here or f"{place}result[{number}]")
            (members if isinstance(result, Member) else rejected).append(result)  # type: ignore[arg-type]
        return members, rejected

    def _files(self, folder: Path, pattern: str) -> list[Path]:
        if any(sign in pattern for sign in "*?["):
            return sorted(folder.glob(pattern))
        file = folder / pattern
        return [file] if file.exists() else []

    def _owned(self, file: Path, owner: str, place: str) -> bool:
        known = str(file.resolve())
        if known in self.owners:
            if self.owners[known] != owner:
                self.notes.add(place, "region-plant-twice", found=file.name, one=self.owners[known], other=owner)
            return False
        self.owners[known] = owner
        return True

    def _plant(self, region: Region, file: Path, folder: Path) -> Member | Rejected:
        place = file.relative_to(folder).as_posix() if file.is_relative_to(folder) else file.name
        try:
            document = {k: v for k, v in read_document(str(file), self.encoding).items() if k != "plan"}
            plant = read_plant(document, factors=self.factors, limits=self.limits)
        except InputError as error:
            return Rejected(place, error.problems)
        except EcdcalcError as error:
            return Rejected(place, (Problem("", error.key, error.values),))
        if plant.year != region.year:
            problem = Problem("year", "region-plant-year", {"found": plant.year, "year": region.year})
            return Rejected(place, (problem,))
        plant = evolve(plant, plan=region.plan)
        return Member(plant.name or file.stem, region.name, plant.sector.id, place, plant)

    def _results(
        self, table: Table, folder: Path, place: str, rejected: list[Rejected]
    ) -> Iterator[tuple[int, Table, str]]:
        for number, row in enumerate(self._tables(table, "result", place)):
            yield number, row, ""
        if "results" in table:
            file = folder / str(table["results"])
            try:
                with file.open(encoding="utf-8-sig", newline="") as opened:
                    rows = [{k: v for k, v in row.items() if k and v} for row in csv.DictReader(opened)]
            except (OSError, UnicodeDecodeError) as error:
                problem = Problem(f"{place}results", "file-unreadable", {"reason": str(error)})
                rejected.append(Rejected(file.name, (problem,)))
                return
            for number, row in enumerate(rows, 2):
                yield number, row, f"{file.name}:{number}"

    def _result(self, region: Region, row: Table, place: str) -> Member | Rejected:
        notes = Notes()
        saved: dict[str, float] = {}
        for key, text in row.items():
            if key not in _RESULT:
                notes.add(f"{place}.{key}", "unknown-key", near=", ".join(_RESULT))
            elif key in _SAVED:
                try:
                    saved[key] = read_quantity(str(text), _SAVED[key]).value
                except EcdcalcError as error:
                    notes.error(f"{place}.{key}", error)
        for key in ("name", "sector"):
            if not row.get(key):
                notes.add(f"{place}.{key}", "required", example='"coking"' if key == "sector" else '"某焦化"')
        if notes.problems:
            return Rejected(place, tuple(notes.problems))
        name = str(row["name"])
        owner = self.owners.setdefault(f"result:{name}", region.name)
        if owner != region.name:
            self.notes.add(place, "region-plant-twice", found=name, one=owner, other=region.name)
        return Member(name, region.name, str(row["sector"]), place, saved=saved)

    # projects and new sources

    def _projects(self, region: Region, table: Table, folder: Path, place: str) -> Iterator[Project]:
        for number, row in enumerate(self._tables(table, "project", place)):
            here = f"{place}project[{number}]."
            self._unknown(row, _PROJECT, here)
            evidence = row.get("evidence", [])
            start = self._month(row.get("start", ""), f"{here}start")
            if not isinstance(evidence, list):
                self.notes.add(f"{here}evidence", "region-files", example='["CEMS", "ledger"]')
                evidence = []
            plant = str(row.get("plant", ""))
            if not plant and "annual" not in row:
                self.notes.add(f"{here}annual", "required", example='{ nox = "120 t" }')
            if start:
                yield Project(
                    name=self._name(row, here),
                    county=region.name,
                    item=self._word(row, "item", tuple(ITEMS), "restructuring", here),
                    plant=plant,
                    start=start,
                    evidence=tuple(str(each) for each in evidence),
                    annual=self._masses(row, "annual", here),
                    place=here.rstrip("."),
                )

    def _sources(self, region: Region, table: Table, place: str) -> Iterator[NewSource]:
        for number, row in enumerate(self._tables(table, "new_source", place)):
            here = f"{place}new_source[{number}]."
            self._unknown(row, _SOURCE, here)
            if "emission" not in row:
                self.notes.add(f"{here}emission", "required", example='{ nox = "60 t" }')
            fails = row.get("fails", [])
            if not isinstance(fails, list) or any(each not in POLLUTANTS for each in fails):
                self.notes.add(f"{here}fails", "not-an-option", found=str(fails)[:40], options=", ".join(POLLUTANTS))
                fails = []
            yield NewSource(
                name=self._name(row, here),
                county=region.name,
                emission=self._masses(row, "emission", here),
                fails=tuple(fails),
                place=here.rstrip("."),
            )

    def _masses(self, row: Table, key: str, place: str) -> dict[str, float]:
        found = {}
        for name, text in self._table(row, key, place).items():
            here = f"{place}{key}.{name}"
            if name not in POLLUTANTS:
                self.notes.add(here, "unknown-key", near=", ".join(POLLUTANTS))
            elif reading := self._quantity(text, here, "t"):
                if reading.value < 0:
                    self.notes.add(here, "out-of-bounds", found=str(text), sign=">=", bound="0", unit="t")
                found[name] = reading.value
        return found

    def _month(self, found: Any, place: str) -> tuple[int, int] | None:
        year, _, month = str(found).partition("-")
        if year.isdigit() and month[:2].isdigit() and 1 <= int(month[:2]) <= 12:
            return int(year), int(month[:2])
        self.notes.add(place, "region-month", found=str(found)[:40])
        return None

    # small help

    def _year_key(self, key: str, place: str) -> int | None:
        if key.isdigit() and 1990 <= int(key) <= 2100:
            return int(key)
        self.notes.add(f"{place}.{key}", "not-a-year", found=key[:40])
        return None

    def _quantity(self, text: Any, place: str, like: str | None = None) -> Reading | None:
        if isinstance(text, bool) or not isinstance(text, (str, int, float)):
            self.notes.add(place, "not-a-number", found=str(text)[:40])
            return None
        try:
            return read_quantity(text if isinstance(text, str) else repr(text), like)
        except EcdcalcError as error:
            self.notes.error(place, error)
            return None

    def _table(self, table: Table, key: str, place: str) -> Table:
        found = table.get(key, {})
        if isinstance(found, Mapping):
            return found
        self.notes.add(f"{place}{key}", "not-a-table", found=str(found)[:40])
        return {}

    def _tables(self, table: Table, key: str, place: str) -> list[Table]:
        found = table.get(key, [])
        if isinstance(found, list) and all(isinstance(each, Mapping) for each in found):
            return found
        self.notes.add(f"{place}{key}", "not-a-list", found=str(found)[:40], table=key)
        return []

    def _unknown(self, table: Table, known: tuple[str, ...], place: str) -> None:
        for key in table:
            if key not in known:
                guess = near(key, known)
                self.notes.add(
                    f"{place}{key}", "unknown-key-near" if guess else "unknown-key", near=guess or ", ".join(known)
                )
