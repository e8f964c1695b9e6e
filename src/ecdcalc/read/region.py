"""From a region file to a `Region`: series, counties, plants, projects; every mistake in one pass.

A plant that cannot be read is set aside with its problems; the others go on. What would make the region itself
wrong (a county twice, mixed price years, parts larger than the whole) is refused.
"""

from __future__ import annotations

import math
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import evolve

from ecdcalc.model.plant import BASES
from ecdcalc.model.region import SIGNED, SLACK, Region, Rules, Series, figure_unit
from ecdcalc.numbers.units import Reading
from ecdcalc.read.given import as_written
from ecdcalc.read.keys import in_keys
from ecdcalc.read.plans import in_force, load_plan
from ecdcalc.read.record import Table
from ecdcalc.read.region_content import Content
from ecdcalc.read.text import read_document
from ecdcalc.reference.factors import FactorTable
from ecdcalc.reference.files import path_text
from ecdcalc.reference.limits import LimitTable
from ecdcalc.reference.measures import OwnMeasureRow
from ecdcalc.reference.outside import absolute, outside_bytes
from ecdcalc.reference.plan import Plan, Target
from ecdcalc.words.errors import EcdcalcError, InputError, Problem, unreadable

_HEAD = ("name", "parent", "plan", "base_year", "year", "price_year", "rules", "targets", "indicators", "count_rule",
         "lag", "prices", "economics", "series", "county", "plants", "result", "results", "project", "new_source",
         "single_listed", "limit", "energy_total", "expected_growth", "tile", "map", "file")  # fmt: skip
_CITY_ONLY = ("plan", "base_year", "year", "price_year", "rules", "count_rule", "lag", "prices", "economics",
              "targets", "indicators", "map")  # fmt: skip
_DEEPEST = 40
_LONGEST_NAME = 1000
_AXES, _FARTHEST = 2, 99
"""A tile has a column and a row, none beyond this one."""
_SWITCHES = ("exclude_renewables", "exclude_feedstock", "exclude_listed")
COUNT_RULES = ("capacity", "months")


def load_region(
    path: str | os.PathLike[str],
    *,
    encoding: str = "utf-8",
    factors: FactorTable | None = None,
    limits: LimitTable | None = None,
    measures: Mapping[str, OwnMeasureRow] | None = None,
    plan: str = "",
) -> Region:
    """Read a region file with the plant files that it names ("-" is standard input).

    Raises `InputError` with every mistake of the file; a bad plant file is listed in the region's `rejected`.
    """
    own = {"factors": factors, "limits": limits, "measures": measures}
    return region_of(read_document(path, encoding), path, encoding=encoding, plan=plan, **own)


def region_of(
    document: Table, path: str | os.PathLike[str], *, encoding: str = "utf-8", plan: str = "", **own: Any
) -> Region:
    """Make a region of what was read from a file, with the plant files that it names; `own` are the user's tables."""
    path = path_text(path)
    folder = Path.cwd() if path == "-" else Path(path).parent
    return _whole(_Reader(encoding, **own, open_files=(str(Path(path).resolve()),)), document, folder, plan)


def read_region(
    document: Table,
    *,
    folder: str | os.PathLike[str] = ".",
    encoding: str = "utf-8",
    factors: FactorTable | None = None,
    limits: LimitTable | None = None,
    measures: Mapping[str, OwnMeasureRow] | None = None,
    plan: str = "",
) -> Region:
    """Make a region of a dictionary of the form of a region file; `folder` is where the files that it names lie.

    Raises `InputError` with every mistake.
    """
    reader = _Reader(encoding, factors, limits, measures)
    return _whole(reader, as_written(document), Path(path_text(folder)), plan)


def _whole(reader: _Reader, document: Table, folder: Path, plan: str) -> Region:
    region = reader.read(document, folder, plan)
    if reader.notes.problems or region is None:
        raise InputError(reader.notes.problems)
    return evolve(region, document=document, read=reader.seen, folder=str(folder), encoding=reader.encoding)


class _Reader(Content):
    """Reads one region file and those that it includes."""

    plan: Plan | None = None

    def read(self, document: Table, folder: Path, asked: str = "") -> Region | None:
        keyed = in_keys(document)
        noted = len(self.notes.problems)
        region = self._in_keys(keyed.document, folder, asked)
        self.notes.problems[noted:] = [*keyed.problems, *keyed.told(self.notes.problems[noted:])]
        return region

    def _in_keys(self, document: Table, folder: Path, asked: str) -> Region | None:
        notes = self.notes
        if "sector" in document:
            notes.add("", "file-of-plant", found=str(document["sector"])[:40])
            return None
        self.plan = self._plan(document, folder, asked)
        name = self.name(document, "")
        if self.plan is None:
            return None
        base = self.year(document, "base_year", self.plan.base_year)
        year = self.year(document, "year", self.plan.target_year)
        if base is None or year is None:
            return None
        if year <= base:
            notes.add("year", "region-year-order", year=year, base=base)
            return None
        prices = document.get("prices", {})
        economics = document.get("economics", {})
        lag = document.get("lag", 1)
        if not isinstance(lag, int) or isinstance(lag, bool) or lag < 0:
            notes.add("lag", "out-of-bounds", found=str(lag), sign=">=", bound="0", unit="")
            lag = 1
        city = Region(
            name=name,
            parent=self.text(document, "parent"),
            plan=self.plan,
            base_year=base,
            year=year,
            price_year=self.year(document, "price_year", None),
            rules=self._rules(document),
            count_rule=self.word(document, "count_rule", COUNT_RULES, COUNT_RULES[0]),
            lag=lag,
            targets=dict(self._targets(document)),
            indicators=dict(self._indicators(document)),
            prices=prices if isinstance(prices, Mapping) else {},
            economics=economics if isinstance(economics, Mapping) else {},
        )
        city = self._fill(city, document, folder, "")
        counties = self._counties(city, document, folder)
        city = evolve(city, counties=counties, map=self.outlines(document, folder, [each.name for each in counties]))
        self._check_parts(city, "")
        return city

    def _plan(self, document: Table, folder: Path, asked: str) -> Plan | None:
        id = asked or self.text(document, "plan")
        if not id:
            if document.get("plan", "") == "":
                self.notes.add("plan", "required", example='"yuncheng-14fyp"')
            return None
        try:
            local = folder / id
            if not (id.endswith(".toml") and not asked and local.exists()):
                return load_plan(id)
            plan = load_plan(str(local))
            self.seen[absolute(local)] = outside_bytes(str(local))
            return plan
        except InputError as error:
            self.notes.problems += error.problems
        except OSError as error:
            self.notes.problems.append(unreadable("plan", error))
        except EcdcalcError as error:
            self.notes.error("plan", error)
        return None

    def _rules(self, document: Table) -> Rules:
        table = self.table(document, "rules", "")
        self.unknown(table, (*_SWITCHES, "basis", "convergence"), "rules.")
        switches = {}
        for key in _SWITCHES:
            value = table.get(key, True)
            if not isinstance(value, bool):
                self.notes.add(f"rules.{key}", "not-an-option", found=str(value)[:40], options="true, false")
            switches[key] = value is True
        basis = self.word(table, "basis", BASES, "calorific", "rules.")
        pull = self.optional(table, "convergence", "rules.", "%", high="100")
        return Rules(basis=basis, convergence=Rules().convergence if pull is None else pull, **switches)

    def _targets(self, document: Table) -> Iterator[tuple[str, Reading]]:
        for id, text in self.table(document, "targets", "").items():
            target = self._target(id, f"targets.{id}")
            found = self._figure(target, text, f"targets.{id}") if target else None
            if found and found.low is not None:
                self.notes.add(f"targets.{id}", "range-not-here", found=found.text[:40])
            elif found:
                yield id.lower(), found

    def _target(self, id: str, place: str) -> Target | None:
        assert self.plan is not None
        try:
            return in_force(self.plan).get(id)
        except EcdcalcError as error:
            self.notes.error(place, error)
            return None

    def _figure(self, target: Target, text: object, place: str) -> Reading | None:
        """Read a figure of a target; it measures what the target measures."""
        found, of = self.quantity(text, place), figure_unit(target)
        if found and of and not found.unit.same_kind(of):
            self.notes.add(place, "region-target-unit", found=str(text)[:40], unit=of.text)
            return None
        return found

    def _indicators(self, document: Table) -> Iterator[tuple[str, dict[int, Reading]]]:
        """Read the region's own figures of targets: by target, by year."""
        for id, given in self.table(document, "indicators", "").items():
            place = f"indicators.{id}"
            target = self._target(id, place)
            if target is None:
                continue
            if not isinstance(given, Mapping):
                self.notes.add(place, "region-by-year", example='{ 2020 = "12 %", 2025 = "8.8 %" }')
                continue
            found: dict[int, Reading] = {}
            for key, text in given.items():
                year = self.year_key(key, place)
                reading = self._figure(target, text, f"{place}.{key}")
                if year is not None and reading:
                    found[year] = reading
            yield id.lower(), found

    def _fill(self, region: Region, table: Table, folder: Path, place: str) -> Region:
        self.unknown(table, _HEAD, place)
        members, rejected = self.members(region, table, folder, place)
        return evolve(
            region,
            series=self.series(region, table, place),
            members=tuple(members),
            rejected=tuple(rejected),
            projects=tuple(self.projects(region, table, folder, place)),
            sources=tuple(self.sources(region, table, place)),
            listed=tuple(self.listed(region, table, place)),
            limit=self.optional(table, "limit", place, "tce/万元"),
            energy_total=self.optional(table, "energy_total", place, "万tce"),
            expected_growth=self.optional(table, "expected_growth", place, "%", low="-50", high="50"),
            tile=self._tile(table, place),
        )

    def _tile(self, table: Table, place: str) -> tuple[int, int] | None:
        """Read where a county stands among the tiles of the picture: column and row, from the upper left."""
        given = table.get("tile")
        if given is None:
            return None
        numbers = given if isinstance(given, (list, tuple)) else ()
        whole = [each for each in numbers if isinstance(each, int) and not isinstance(each, bool)]
        if len(numbers) != _AXES or len(whole) != _AXES or not all(0 <= each <= _FARTHEST for each in whole):
            self.notes.add(f"{place}tile", "region-tile", found=str(given)[:40], most=_FARTHEST)
            return None
        return whole[0], whole[1]

    def _counties(self, city: Region, document: Table, folder: Path) -> tuple[Region, ...]:
        """Read the counties, and put each below its parent: the region of the file where none is named."""
        tables = self.tables(document, "county", "")
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
        self._check_tiles(found)
        known = ", ".join([city.name, *found][:_DEEPEST])
        lost = [name for name, region in found.items() if region.parent != city.name and region.parent not in found]
        for name in lost:
            self.notes.add(f"{name} parent", "region-parent-unknown", found=found[name].parent, known=known)
        if self._circles(found) or lost:
            return ()
        below: dict[str, list[Region]] = {}
        for each in found.values():
            below.setdefault(each.parent, []).append(each)
        return self._below(city.name, below)

    def _check_tiles(self, found: Mapping[str, Region]) -> None:
        """Refuse two counties on one tile: one would hide the other."""
        taken: dict[tuple[int, int], str] = {}
        for name, region in found.items():
            if region.tile is not None and (other := taken.setdefault(region.tile, name)) != name:
                self.notes.add(f"{name} tile", "region-tile-taken", found=str([*region.tile]), other=other)

    def _county(self, city: Region, table: Table, folder: Path, place: str) -> Region:
        for key in _CITY_ONLY:
            if key in table:
                self.notes.add(f"{place}{key}", "region-city-only", name=key)
        county = Region(
            name=self.name(table, place),
            parent=self.text(table, "parent", city.name, place),
            plan=city.plan,
            base_year=city.base_year,
            year=city.year,
            price_year=city.price_year,
            rules=city.rules,
        )
        return self._fill(county, table, folder, place)

    def _included(self, city: Region, table: Table, folder: Path, place: str) -> Region | None:
        """Read a region from its own file: a city in a province."""
        named = table["file"]
        if not isinstance(named, str) or "\0" in named or len(named) > _LONGEST_NAME:
            self.notes.add(f"{place}file", "file-pattern", found=str(named)[:60].replace("\0", "␀"))
            return None
        file = folder / named
        known = str(file.resolve())
        if len(self.open_files) >= _DEEPEST:
            self.notes.add(f"{place}file", "region-too-deep", most=_DEEPEST)
            return None
        if known in self.open_files:
            names = " → ".join(Path(each).name for each in (*self.open_files, known))
            self.notes.add(f"{place}file", "region-circle", names=names)
            return None
        try:
            document = read_document(str(file), self.encoding, self.seen)
        except InputError as error:
            self.notes.problems += error.problems
            return None
        inner = _Reader(self.encoding, self.factors, self.limits, self.measures, (*self.open_files, known))
        inner.owners, inner.seen = self.owners, self.seen
        region = inner.read(document, file.parent)
        problems = inner.notes.problems
        self.notes.problems += [Problem(f"{file.name} {each.place}", each.key, each.values) for each in problems]
        if region is not None and (region.base_year, region.year) != (city.base_year, city.year):
            self.notes.add(f"{place}file", "region-years-differ", found=f"{region.base_year}-{region.year}")
        return None if region is None else evolve(region, parent=region.parent or city.name)

    def _circles(self, found: Mapping[str, Region]) -> bool:
        """Note every circle of parents once, and what lies too deep; each region is walked through once."""
        done: dict[str, int] = {}
        bad = False
        for name in found:
            path: list[str] = []
            here, on_path = name, set[str]()
            while here in found and here not in done and here not in on_path:
                path.append(here)
                on_path.add(here)
                here = found[here].parent
            if here in on_path:
                circle = path[path.index(here) :]
                shown = circle if len(circle) <= _DEEPEST else [*circle[:_DEEPEST], "…"]
                self.notes.add(f"{min(circle)} parent", "region-circle", names=" → ".join([*shown, here]))
                bad = True
            depth = done.get(here, 0)
            for number, each in enumerate(reversed(path), 1):
                done[each] = depth + number
        deep = next((name for name, depth in done.items() if depth > _DEEPEST), None)
        if deep is not None and not bad:
            self.notes.add(f"{deep} parent", "region-too-deep", most=_DEEPEST)
        return bad or deep is not None

    def _below(self, name: str, below: Mapping[str, list[Region]]) -> tuple[Region, ...]:
        return tuple(
            evolve(each, counties=(*each.counties, *self._below(each.name, below))) for each in below.get(name, ())
        )

    def _check_parts(self, region: Region, place: str) -> None:
        """Refuse parts that are larger than their whole: counties of a region, sectors of a county."""
        here = f"{place}{region.name}"
        whole_of = {"value_added": "gdp", "sector_energy": "energy", "carrier_energy": "energy"}
        for kind, whole in whole_of.items():
            parts = [each for name, each in region.series.items() if name.startswith(f"{kind}.")]
            if whole in region.series:
                self._compare(f"{here} {kind}", parts, region.series[whole])
        if "energy" in region.series:
            left_out = [region.series["feedstock"]] if "feedstock" in region.series else []
            left_out += [Series("energy", each.energy) for each in region.all_listed()]
            self._compare(f"{here} feedstock + single_listed", left_out, region.series["energy"])
        for name, series in region.series.items():
            parts = [each.series[name] for each in region.counties if name in each.series]
            if name.partition(".")[0] not in SIGNED:
                self._compare(f"{here} {name}", parts, series)
        for county in region.counties:
            self._check_parts(county, f"{here} / ")

    def _compare(self, place: str, parts: list[Series], whole: Series) -> None:
        for year, value in whole.values.items():
            sum_of = math.fsum(each.values.get(year, 0.0) for each in parts)
            if sum_of > value * (1 + SLACK):
                out = whole.unit.out
                self.notes.add(
                    f"{place}.{year}",
                    "region-parts-exceed",
                    parts=f"{out(sum_of):.6g}",
                    whole=f"{out(value):.6g}",
                    unit=whole.unit.text,
                )
