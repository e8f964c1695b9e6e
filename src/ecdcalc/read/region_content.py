"""What a region holds: its series, its plants, its projects and new sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path

from ecdcalc.model.evaluation import POLLUTANTS
from ecdcalc.model.packed import Packed
from ecdcalc.model.region import (
    ABOVE_ZERO,
    BY_SECTOR,
    ITEMS,
    MONEY,
    SERIES,
    SIGNED,
    Listed,
    Member,
    NewSource,
    Project,
    Region,
    Rejected,
    Series,
    Shape,
    series_unit,
)
from ecdcalc.model.sector import sectors
from ecdcalc.numbers.units import ranged, read_quantity
from ecdcalc.read.dates import is_year
from ecdcalc.read.map_file import load_map
from ecdcalc.read.plant import read_plant
from ecdcalc.read.record import Notes, Table
from ecdcalc.read.region_basics import Basics, lowest
from ecdcalc.read.text import read_document
from ecdcalc.reference.factors import FactorTable
from ecdcalc.reference.limits import LimitTable
from ecdcalc.reference.measures import OwnMeasureRow
from ecdcalc.reference.outside import MOST_BYTES, absolute, outside_bytes, outside_rows
from ecdcalc.words.errors import EcdcalcError, InputError, Problem, near

_MOST_FILES = 100_000
_LONGEST = 1000
"""Characters of the name of a file."""
_PROJECT = ("name", "item", "plant", "start", "evidence", "annual")
_SOURCE = ("name", "emission", "fails")
_LISTED = ("name", "approval", "energy")
_RESULT = ("name", "sector", "energy", "electricity", *POLLUTANTS)
_SAVED = {"energy": "tce", "electricity": "kWh", **dict.fromkeys((*POLLUTANTS, "co2e"), "t")}


class Content(Basics):
    """Reads what stands in the table of a region; plants that belong to two are noticed."""

    def __init__(
        self,
        encoding: str,
        factors: FactorTable | None = None,
        limits: LimitTable | None = None,
        measures: Mapping[str, OwnMeasureRow] | None = None,
        open_files: tuple[str, ...] = (),
    ) -> None:
        super().__init__()
        self.encoding, self.factors, self.limits, self.measures = encoding, factors, limits, measures
        self.shared = tuple(each for each in (factors, limits, measures) if each)
        self.open_files = open_files
        self.owners: dict[str, str] = {}
        self.seen: dict[str, bytes] = {}

    def series(self, region: Region, table: Table, place: str) -> dict[str, Series]:
        """Return the yearly series of a region."""
        found: dict[str, Series] = {}
        for name, given in self.table(table, "series", place).items():
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
        suffix = self.text(given, "unit", place=f"{place}.")
        for key, text in given.items():
            if key in ("unit", "price_year"):
                continue
            year = self.year_key(key, place)
            written = f"{text} {suffix}" if suffix and isinstance(text, (int, float)) else text
            reading = self.quantity(written, f"{place}.{key}", shown.text)
            if year is None or reading is None:
                continue
            least = lowest(reading)
            if (least < 0 and kind not in SIGNED) or (least == 0 and kind in ABOVE_ZERO):
                sign = ">" if kind in ABOVE_ZERO else ">="
                self.notes.add(f"{place}.{key}", "out-of-bounds", found=str(written), sign=sign, bound="0", unit="")
            values[year] = ranged(reading, f"{place}.{key}")
        lacking = [str(year) for year in region.years if str(year) not in given]
        if lacking:
            self.notes.add(place, "region-years-missing", years=", ".join(lacking))
        return Series(name, values, self._prices_of(region, given, place) if kind in MONEY else None)

    def _prices_of(self, region: Region, given: Table, place: str) -> int | None:
        price_year = given.get("price_year", region.price_year)
        if price_year is None:
            self.notes.add(f"{place}.price_year", "required", example=str(region.base_year))
            return None
        if not is_year(price_year):
            self.notes.add(f"{place}.price_year", "not-a-year", found=str(price_year)[:40])
            return None
        if region.price_year is not None and price_year != region.price_year:
            self.notes.add(f"{place}.price_year", "region-price-years", found=price_year, here=region.price_year)
        return price_year

    def outlines(self, document: Table, folder: Path, counties: list[str]) -> tuple[Shape, ...]:
        """Return the outlines of the user's own map of the counties."""
        named = document.get("map")
        if named is None:
            return ()
        if not isinstance(named, str) or len(named) > _LONGEST:
            self.notes.add("map", "file-pattern", found=str(named)[:60])
            return ()
        file = folder / named.replace("\0", "␀")
        try:
            found = load_map(str(file), counties)
        except InputError as error:
            self.notes.problems += error.problems
            return ()
        self.seen[absolute(file)] = outside_bytes(str(file), 2 * MOST_BYTES)
        return found

    def members(self, region: Region, table: Table, folder: Path, place: str) -> tuple[list[Member], list[Rejected]]:
        """Return the plants of a region, and those that could not be used."""
        members: list[Member] = []
        rejected: list[Rejected] = []
        patterns = table.get("plants", [])
        if not isinstance(patterns, list):
            self.notes.add(f"{place}plants", "region-files", example='["plants/*.toml"]')
            patterns = []
        for pattern in patterns:
            files = self._files(folder, str(pattern), f"{place}plants")
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

    def _files(self, folder: Path, pattern: str, place: str) -> list[Path]:
        """Return the files of a name or a pattern; what no operating system takes is noted."""
        try:
            if any(sign in pattern for sign in "*?["):
                return sorted(islice(folder.glob(pattern), _MOST_FILES))
            file = folder / pattern
            return [file] if file.exists() else []
        except (ValueError, NotImplementedError, OSError, RecursionError):
            self.notes.add(place, "file-pattern", found=pattern[:60].replace("\0", "␀"))
            return []

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
            document = read_document(str(file), self.encoding, self.seen)
            document.pop("plan", None)
            plant = read_plant(
                document, factors=self.factors, limits=self.limits, measures=self.measures, of_region=True
            )
        except InputError as error:
            return Rejected(place, error.problems)
        except EcdcalcError as error:
            return Rejected(place, (Problem("", error.key, error.values),))
        if plant.year != region.year:
            problem = Problem("year", "region-plant-year", {"found": plant.year, "year": region.year})
            return Rejected(place, (problem,))
        name = plant.name or file.stem
        self._once(name, plant.sector.id, region, place)
        return Member(name, region.name, plant.sector.id, place, Packed(plant, self.shared))

    def _once(self, name: str, sector: str, region: Region, place: str) -> None:
        """Note a plant of one name and sector that is given twice, be it by file or by results."""
        here = f"{region.name} ({place})"
        owner = self.owners.setdefault(f"{sector}: {name}", here)
        if owner != here:
            self.notes.add(place, "region-plant-twice", found=name, one=owner, other=here)

    def _results(
        self, table: Table, folder: Path, place: str, rejected: list[Rejected]
    ) -> Iterator[tuple[int, Table, str]]:
        for number, row in enumerate(self.tables(table, "result", place)):
            yield number, row, ""
        if "results" in table:
            file = folder / str(table["results"])
            try:
                rows = outside_rows(file, ("name", "sector"))
                self.seen[absolute(file)] = outside_bytes(str(file))
            except InputError as error:
                rejected.append(Rejected(file.name[:80].replace("\0", "␀"), error.problems))
                return
            for number, cells in rows:
                row = {key: cell for key, cell in cells.items() if key and cell}
                yield number, row, f"{file.name}:{number}"

    def _result(self, region: Region, row: Table, place: str) -> Member | Rejected:
        notes = Notes()
        saved: dict[str, float] = {}
        for key, text in row.items():
            if key not in _RESULT:
                notes.add(f"{place}.{key}", "unknown-key", near=", ".join(_RESULT))
            elif key in _SAVED:
                try:
                    saved[key] = ranged(read_quantity(str(text), _SAVED[key]), f"{place}.{key}")
                except EcdcalcError as error:
                    notes.error(f"{place}.{key}", error)
        for key in ("name", "sector"):
            if not row.get(key):
                notes.add(f"{place}.{key}", "required", example='"coking"' if key == "sector" else '"某焦化"')
        if row.get("sector") and str(row["sector"]) not in sectors():
            notes.add(f"{place}.sector", "sector-unknown", found=str(row["sector"])[:40], near=", ".join(sectors()))
        if notes.problems:
            return Rejected(place, tuple(notes.problems))
        name, sector = str(row["name"]), str(row["sector"])
        self._once(name, sector, region, place)
        return Member(name, region.name, sector, place, saved=saved)

    def projects(self, region: Region, table: Table, folder: Path, place: str) -> Iterator[Project]:
        """Yield the key projects."""
        for number, row in enumerate(self.tables(table, "project", place)):
            here = f"{place}project[{number}]."
            self.unknown(row, _PROJECT, here)
            evidence = row.get("evidence", [])
            start = self.month(row.get("start", ""), f"{here}start")
            item = self.word(row, "item", tuple(ITEMS), "restructuring", here)
            annual = self.masses(row, "annual", here)
            if not isinstance(evidence, list):
                self.notes.add(f"{here}evidence", "region-files", example='["CEMS", "ledger"]')
                evidence = []
            plant = self.text(row, "plant", place=here)
            if not plant and "annual" not in row:
                self.notes.add(f"{here}annual", "required", example='{ nox = "120 t" }')
            if start:
                yield Project(
                    name=self.name(row, here),
                    county=region.name,
                    item=item,
                    plant=plant,
                    start=start,
                    evidence=tuple(str(each) for each in evidence),
                    annual=annual,
                    place=here.rstrip("."),
                )

    def sources(self, region: Region, table: Table, place: str) -> Iterator[NewSource]:
        """Yield the new sources."""
        for number, row in enumerate(self.tables(table, "new_source", place)):
            here = f"{place}new_source[{number}]."
            self.unknown(row, _SOURCE, here)
            if "emission" not in row:
                self.notes.add(f"{here}emission", "required", example='{ nox = "60 t" }')
            fails = row.get("fails", [])
            if not isinstance(fails, list) or any(each not in POLLUTANTS for each in fails):
                self.notes.add(f"{here}fails", "not-an-option", found=str(fails)[:40], options=", ".join(POLLUTANTS))
                fails = []
            yield NewSource(
                name=self.name(row, here),
                county=region.name,
                emission=self.masses(row, "emission", here),
                fails=tuple(fails),
                place=here.rstrip("."),
            )

    def listed(self, region: Region, table: Table, place: str) -> Iterator[Listed]:
        """Yield the singly listed projects: energy of each year from the first that is given."""
        for number, row in enumerate(self.tables(table, "single_listed", place)):
            here = f"{place}single_listed[{number}]."
            self.unknown(row, _LISTED, here)
            if "energy" not in row:
                self.notes.add(f"{here}energy", "required", example='{ 2024 = "12 万tce", 2025 = "15 万tce" }')
            energy: dict[int, float] = {}
            given = self.table(row, "energy", here)
            for key, text in given.items():
                year = self.year_key(key, f"{here}energy")
                reading = self.quantity(text, f"{here}energy.{key}", "万tce")
                if year is not None and reading:
                    energy[year] = ranged(reading, f"{here}energy.{key}")
                    if lowest(reading) < 0:
                        self.notes.add(
                            f"{here}energy.{key}", "out-of-bounds", found=str(text), sign=">=", bound="0", unit="万tce"
                        )
            first = min(energy, default=region.year)
            lacking = [str(year) for year in range(first, region.year + 1) if str(year) not in given]
            if energy and lacking:
                self.notes.add(f"{here}energy", "region-years-missing", years=", ".join(lacking))
            yield Listed(self.name(row, here), region.name, self.text(row, "approval", place=here), energy)
