"""The sheets that the formulas of a region refer to: plants with their measures, series, indicators, the register.

A plant stands by what it saves, which follows from the switches of its measures; what its inputs come to otherwise is
in a workbook of its own. What the region file gives is a cell each.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from attrs import evolve

from ecdcalc.assessment.co2e import CO2E
from ecdcalc.assessment.region.assess import RegionAssessment
from ecdcalc.assessment.region.counting import Entry
from ecdcalc.model.evaluation import POLLUTANTS, SAVED_UNITS
from ecdcalc.model.region import Region, Rules
from ecdcalc.model.sector import sector_words
from ecdcalc.numbers.cells import Cell
from ecdcalc.numbers.ops import Missing
from ecdcalc.numbers.units import Unit, unit
from ecdcalc.read.workbook import letter
from ecdcalc.report.region_sections import series_label
from ecdcalc.report.workbook.book import HEAD, SWITCHES
from ecdcalc.report.workbook.switchboard import Switchboard, models_of, totals_of
from ecdcalc.report.workbook.writer import AMOUNT, Writer
from ecdcalc.words.labels import unit_word, word
from ecdcalc.words.meaning import word_of

PLANTS, SERIES, INDICATORS, PROJECTS, SOURCES = "plants", "series", "indicators", "projects", "new-sources"
RULES = "rules"
_RULES = {"exclude_renewables": "renewables-out", "exclude_feedstock": "feedstock-out", "exclude_listed": "listed-out"}
"""What a region may leave out of the energy that counts, each with the word of it."""
SAVED = {**SAVED_UNITS, CO2E: unit("t")}
"""What is told of every plant, each in its unit."""
_T, _RATIO = unit("t"), unit("1")


class RegionReferences(Writer):
    """Writes what the formulas of a region refer to."""

    book: Switchboard

    def __init__(self, result: RegionAssessment, sheets: tuple[str, ...], path: Path, lang: str) -> None:
        super().__init__(Switchboard(lang), sheets, path, lang)
        self.result = result
        self.models = models_of([*result.members], self.book)
        self.cells: dict[str, Region] = {}
        self.given: dict[str, dict[int, Any]] = {}
        """The indicators that the region file gives, as cells in base units, by target and year."""

    def _plants(self) -> None:
        """Write what each plant saves: formulas of the switches of its measures, or the numbers that are given."""
        heads = self._words("county", "sector", "plant", "place")
        note = word("region-plants-note", self.lang)
        self._head(PLANTS, [*heads, *saved_heads(self.lang)], (14, 18, 30, 24, *(AMOUNT,) * len(SAVED)), note)
        for row, each in enumerate(self.result.members, HEAD):
            member = each.member
            for column, text in enumerate((member.county, self._sector(member.sector), member.name, member.place)):
                self._put(PLANTS, row, column, text)
            model = self.models.get(member.place)
            cells = totals_of(model) if model else {}
            for column, (name, of) in enumerate(SAVED.items(), 4):
                known = each.totals[name].known
                if isinstance(cells.get(name), Cell):
                    self._shown(PLANTS, row, column, cells[name], of, gap="")
                    self._check(PLANTS, row, column, known, of, [each.baseline.get(name)])
                else:
                    self._put(PLANTS, row, column, None if isinstance(known, Missing) else of.out(known), "input")

    def _sector(self, id: str) -> str:
        """Return the word for a sector."""
        return word_of(id, [sector_words()], self.lang)

    def _switches(self) -> None:
        """Write the measures of all plants, each with its switch."""
        heads = self._words("process", "measure", "switch")
        self._head(SWITCHES, heads, (50, 44, 14), word("switch-note", self.lang))
        for row, switch in enumerate(self.book.switches, HEAD):
            self._switch(row, switch)

    def _range(self, sheet: str, column: str, rows: int) -> str:
        first, last = self.book.at(sheet, column, 0), self.book.at(sheet, column, max(rows - 1, 0))
        return f"{first}:{last.rpartition('!')[2]}"

    def _rules(self) -> Rules:
        """Write what is left out of the energy that counts, each with its switch, and return it as cells."""
        self._head(RULES, self._words("item", "switch"), (44, 14), word("region-rules-note", self.lang))
        rules, cells = self.result.region.rules, {}
        for row, (name, label) in enumerate(_RULES.items()):
            on = getattr(rules, name)
            self._put(RULES, HEAD + row, 0, word(label, self.lang))
            self._on_or_off(RULES, HEAD + row, 1, on=on)
            cells[name] = Cell(self.book, float(on), self.book.at(RULES, "B", row), sure=True) == 1
        return evolve(rules, **cells)

    def _series(self) -> None:
        """Write the series of the region and its counties, and keep them as cells."""
        region, rules = self.result.region, self._rules()
        years = [*region.years]
        heads = [*self._words("county", "series", "unit"), *(str(year) for year in years)]
        self._head(SERIES, heads, (16, 30, 12, *(14,) * len(years)), word("region-series-note", self.lang))
        row = 0
        for each in (region, *region.counties):
            found = {}
            for name, series in each.series.items():
                of = unit_word(series.unit.text, self.lang)
                for column, text in enumerate((each.name, series_label(name, self.lang), of)):
                    self._put(SERIES, HEAD + row, column, text)
                values: dict[int, Any] = {}
                for at, year in enumerate(years):
                    value = series.unit.out(series.values[year])
                    self._put(SERIES, HEAD + row, 3 + at, value, "input")
                    values[year] = self._cell(SERIES, letter(3 + at), row, value, series.unit)
                found[name] = evolve(series, values=values)
                row += 1
            self.cells[each.name] = evolve(each, series=found, rules=rules)

    def _indicators(self) -> None:
        """Write the figures that the region gives for targets, and keep them as cells."""
        region = self.result.region
        years = sorted({year for each in region.indicators.values() for year in each})
        heads = [*self._words("target", "name", "unit"), *(str(year) for year in years)]
        self._head(INDICATORS, heads, (10, 44, 12, *(14,) * len(years)), word("region-series-note", self.lang))
        names = {each.target.id: each.target.label(self.lang) for each in self.result.standings}
        for row, (id, given) in enumerate(region.indicators.items()):
            of = next(iter(given.values())).unit
            for column, text in enumerate((id.upper(), names.get(id, ""), unit_word(of.text, self.lang))):
                self._put(INDICATORS, HEAD + row, column, text)
            for year, reading in given.items():
                at = 3 + years.index(year)
                self._put(INDICATORS, HEAD + row, at, of.out(reading.value), "input")
                self.given.setdefault(id, {})[year] = self._cell(INDICATORS, letter(at), row, of.out(reading.value), of)

    def _cell(self, sheet: str, column: str, row: int, value: float, of: Unit) -> Any:
        """Return the base value of a cell that holds a number of a unit."""
        return of.base(Cell(self.book, value, self.book.at(sheet, column, row), sure=True))  # type: ignore[arg-type]

    def _projects(self) -> None:
        """Write what counts of each project: what it reduces a year, not above what its plant emits, from its start."""
        names = ("county", "project", "pollutant", "annual", "region-emitted", "region-share", "region-counts")
        self._head(PROJECTS, self._words(*names), (16, 40, 12, *(16,) * 4), word("region-projects-note", self.lang))
        earlier: dict[tuple[str, str], list[str]] = {}
        for row, entry in enumerate(self.result.register.entries, HEAD):
            project = entry.project
            for column, text in enumerate((project.county, project.name, POLLUTANTS.get(entry.pollutant, ""))):
                self._put(PROJECTS, row, column, text)
            if not entry.by_year:  # refused: the rules of the register do not count it
                self._put(PROJECTS, row, 3, _T.out(entry.annual))
                self._put(PROJECTS, row, 6, 0)
                continue
            self._annual(row, entry)
            self._put(PROJECTS, row, 5, entry.counted / entry.annual if entry.annual else 1.0)
            text = f"D{row + 1}"
            if (emitted := self._emitted(entry)) is not None:
                before = earlier.setdefault((project.plant, entry.pollutant), [])
                self._put(PROJECTS, row, 4, _T.out(emitted), "input")
                text = f"MIN({text},MAX(0,{'-'.join([f'E{row + 1}', *before])}))"
                before.append(f"D{row + 1}")
            self._formula(PROJECTS, row, 6, f"{text}*F{row + 1}", _T.out(entry.counted))
            self._check(PROJECTS, row, 6, entry.counted, _T)

    def _annual(self, row: int, entry: Entry) -> None:
        """Write what a project reduces a year: as given, or what its plant saves."""
        given = entry.project.annual.get(entry.pollutant)
        if given is not None:
            self._put(PROJECTS, row, 3, _T.out(given), "input")
            return
        at = self._plant_of(entry)
        saved = self.result.members[at].saved[entry.pollutant]
        column = letter(4 + [*SAVED].index(entry.pollutant))
        self._formula(PROJECTS, row, 3, self.book.at(PLANTS, column, at), None if saved is None else _T.out(saved))

    def _emitted(self, entry: Entry) -> float | None:
        """Return what the plant of a project emitted, which bounds what its projects claim; None where nothing does."""
        if not entry.project.plant:
            return None
        emitted = self.result.members[self._plant_of(entry)].baseline.get(entry.pollutant)
        return emitted if emitted is not None and emitted > 0 else None

    def _plant_of(self, entry: Entry) -> int:
        """Return the place among the plants of that of a project: the last that bears its name."""
        names = [{each.member.name, each.member.place} for each in self.result.members]
        return max(number for number, each in enumerate(names) if entry.project.plant in each)

    def _sources(self) -> None:
        """Write what new sources take of the reductions of their county, one after another."""
        names = ("county", "project", "pollutant", "series-pollutants", "multiple", "need", "region-left",
                 "region-used", "region-ratio")  # fmt: skip
        self._head(SOURCES, self._words(*names), (16, 40, 12, *(16,) * 6), word("region-projects-note", self.lang))
        projects = len(self.result.register.entries)
        counties, pollutants, counted = (self._range(PROJECTS, column, projects) for column in "ACG")
        for row, each in enumerate(self.result.register.offsets, HEAD):
            here, emission = row + 1, each.source.emission[each.pollutant]
            for column, text in enumerate((each.source.county, each.source.name, POLLUTANTS[each.pollutant])):
                self._put(SOURCES, row, column, text)
            self._put(SOURCES, row, 3, _T.out(emission), "input")
            self._put(SOURCES, row, 4, each.multiple, "input")
            self._formula(SOURCES, row, 5, f"D{here}*E{here}", _T.out(each.need))
            left = f"SUMIFS({counted},{counties},A{here},{pollutants},C{here})"
            if row > HEAD:
                ranges = (f"${column}${HEAD + 1}:${column}${row}" for column in "HAC")
                used, places, kinds = ranges
                left += f"-SUMIFS({used},{places},A{here},{kinds},C{here})"
            self._formula(SOURCES, row, 6, left, _T.out(self._left(row - HEAD)))
            self._formula(SOURCES, row, 7, f"MIN(F{here},MAX(0,G{here}))", _T.out(each.used))
            self._formula(SOURCES, row, 8, f'IF(E{here}>1,H{here}/D{here},"")', each.ratio if each.multiple > 1 else "")
            self._check(SOURCES, row, 7, each.used, _T, [each.need])

    def _left(self, place: int) -> float:
        """Return what is left of the reductions of a county for a new source, after those before it."""
        register = self.result.register
        each, before = register.offsets[place], register.offsets[:place]
        county, pollutant = each.source.county, each.pollutant
        used = (one.used for one in before if (one.source.county, one.pollutant) == (county, pollutant))
        return register.projects_sum(pollutant, county) - sum(used)

    def _counted(self, pollutant: str) -> Cell:
        """Return what counts of a pollutant: projects less what new sources used, not below zero."""
        register, label = self.result.register, POLLUTANTS[pollutant]
        text = ""
        for sheet, column, rows in ((PROJECTS, "G", register.entries), (SOURCES, "H", register.offsets)):
            numbers, pollutants = (self._range(sheet, each, len(rows)) for each in (column, "C"))
            text += f'{"-" if text else ""}SUMIFS({numbers},{pollutants},"{label}")'
        value = _T.out(register.counted(pollutant))
        return _T.base(Cell(self.book, value, f"MAX(0,{text})", sure=True))  # type: ignore[arg-type,return-value]

    def _ratio(self) -> Cell:
        """Return the smallest ratio of the new sources whose ambient quality fails."""
        ratios = self._range(SOURCES, "I", len(self.result.register.offsets))
        least = min(each.ratio for each in self.result.register.offsets if each.multiple > 1)
        return Cell(self.book, least, f"IF(COUNT({ratios})=0,NA(),MIN({ratios}))")

    def _indicator(self, id: str, year: int) -> Any:
        """Return the figure that the region gives for a target in a year, as a cell; None where it gives none."""
        return self.given.get(id, {}).get(year)


def saved_heads(lang: str) -> list[str]:
    """Return the heads of what plants save, with their units."""
    return [f"{word(POLLUTANTS.get(name, name), lang)} [{unit_word(of.text, lang)}]" for name, of in SAVED.items()]
