"""A region as a live workbook: sums over its plants, dual control and targets, laid over the sheets they refer to.

The formulas are those of the bodies that the engine runs, on the cells of the series and of the plants. What else the
report has follows as plain tables, a sheet for each section of the CSV.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ecdcalc.assessment.co2e import CO2E
from ecdcalc.assessment.gaps import NOT_EVALUATED, Gap, adds_up
from ecdcalc.assessment.region.assess import RegionAssessment
from ecdcalc.assessment.region.dual_control import DualControl, dual_control
from ecdcalc.assessment.region.targets import EVALUATORS, MET, ON_TRACK, SHORT, Found, Ledger, Standing
from ecdcalc.equations.intensity import even_path
from ecdcalc.model.parts.account import PlantAccount
from ecdcalc.model.process import Process
from ecdcalc.model.region import Member
from ecdcalc.model.sector import sector
from ecdcalc.numbers.cells import Cell
from ecdcalc.numbers.ops import Missing, Number
from ecdcalc.numbers.units import Unit, unit
from ecdcalc.read.workbook import letter
from ecdcalc.report.region import region_csv
from ecdcalc.report.region_sections import set_by
from ecdcalc.report.workbook.book import CALCULATION, CONSTANTS, HEAD, LISTS, SWITCHES
from ecdcalc.report.workbook.model import gap_cell
from ecdcalc.report.workbook.plain import add_rows
from ecdcalc.report.workbook.region_references import (
    INDICATORS,
    PLANTS,
    PROJECTS,
    RULES,
    SAVED,
    SERIES,
    SOURCES,
    RegionReferences,
    saved_heads,
)
from ecdcalc.report.workbook.row_words import said_of_region
from ecdcalc.report.workbook.writer import AMOUNT, SIGNS
from ecdcalc.words.labels import colon, unit_word, word

SUMS, YEARS, TARGETS, PLACES = "sums", "years", "targets", "places"
_SHEETS = ("answer", TARGETS, SUMS, PLANTS, SWITCHES, YEARS, SERIES, RULES, INDICATORS, PROJECTS, SOURCES, PLACES,
           LISTS, CONSTANTS, CALCULATION, "checks")  # fmt: skip
_SHARE = unit("%")
_ALIKE = 1e-9
_COUNTED, _RATIO = "key-projects.", "offset.ratio"


def write_region_workbook(result: RegionAssessment, path: Path, lang: str) -> None:
    """Write a region as a live workbook. Raises `EcdcalcError` where XlsxWriter is not installed."""
    _Sheets(result, path, lang).write()


class _Sheets(RegionReferences):
    """Writes the sheets of one region."""

    def __init__(self, result: RegionAssessment, path: Path, lang: str) -> None:
        super().__init__(result, _SHEETS, path, lang)
        self.found = result.to_dict(lang)
        self.controls: dict[str, DualControl | Missing] = {}

    def write(self) -> None:
        """Write every sheet; what others refer to comes first, what they may add to last."""
        self._plants()
        self._switches()
        self._series()
        self._indicators()
        self._sums()
        self._years()
        self._projects()
        self._sources()
        self._places()
        self._targets()
        self._answer()
        self._lists()
        self._constants()
        self._calculation()
        self._checks()
        if "chance" in self.found:
            self._chance(self.found["chance"])
        rows = region_csv({key: each for key, each in self.found.items() if key != "chance"})
        add_rows(self.file, rows, self.lang, said_of_region(self.lang))
        self._close()

    def _sums(self) -> None:
        """Write the sums over the plants: the whole, each county, each sector; what is not known is in none."""
        heads = [word("region-sum-of", self.lang), word("name", self.lang), *saved_heads(self.lang)]
        self._head(SUMS, heads, (14, 20, *(AMOUNT,) * len(SAVED)))
        members = [each.member for each in self.result.members]
        groups = [("", "", word("total", self.lang), self.result.region.name)]
        for kind, column in (("county", "A"), ("sector", "B")):
            for name in dict.fromkeys(getattr(each, kind) for each in members):
                groups.append((kind, column, word(kind, self.lang), name))
        for row, (kind, column, label, name) in enumerate(groups, HEAD):
            self._put(SUMS, row, 0, label)
            self._put(SUMS, row, 1, self._sector(name) if kind == "sector" else name)
            for at, output in enumerate(SAVED):
                self._sum(row, at, output, kind, column, name)

    def _sum(self, row: int, at: int, output: str, kind: str, column: str, name: str) -> None:
        amounts = self._range(PLANTS, letter(4 + at), len(self.result.members))
        known = self.result.saved(output, **({kind: name} if kind else {}))
        text = f"SUM({amounts})"
        if kind:
            text = f"SUMIFS({amounts},{self._range(PLANTS, column, len(self.result.members))},$B{row + 1})"
        of = SAVED[output]
        self._formula(SUMS, row, 2 + at, text, 0.0 if known is None else of.out(known))
        sizes = [each.totals[output].known for each in self.result.members]
        self._check(SUMS, row, 2 + at, known, of, sizes)

    def _years(self) -> None:
        """Write the dual control of energy year by year, of the region and of every county."""
        names = ("year", "gdp", "energy", "region-controlled", "intensity", "region-decline", "region-yearly")
        self._head(YEARS, [word("county", self.lang), *self._words(*names)], (16, 8, *(16,) * 6))
        row = HEAD
        region = self.result.region
        for each in (region, *region.counties):
            engine = self.result.energy[region.rules.basis] if each is region else self.result.counties[each.name]
            target = None if isinstance(engine, Missing) else engine.target
            cells = dual_control(self.cells[each.name], target, "" if each is not region else region.rules.basis)
            self.controls[each.name] = cells
            if isinstance(engine, Missing) or isinstance(cells, Missing):
                continue
            for one, other in zip(cells.rows, engine.rows, strict=True):
                self._put(YEARS, row, 0, each.name)
                self._put(YEARS, row, 1, one.year, "year")
                for column, (name, of) in enumerate(_OF_YEAR, 2):
                    self._shown(YEARS, row, column, getattr(one, name), of)
                    value = getattr(other, name)
                    self._check(YEARS, row, column, value, of, [1.0] if of is _SHARE else [])
                row += 1

    def _places(self) -> None:
        """Write the plants that a target looks at, with what each lacks."""
        heads = self._words("target", "plant", "process", "limit", "baseline", "after", "gap", "unit")
        self._head(PLACES, heads, (10, 30, 24, *(16,) * 4, 12), word("region-places-note", self.lang))
        row = HEAD
        for at, standing in enumerate(self.result.standings):
            for member, gap in standing.places:
                of = gap.limit.unit if gap.limit else gap.unit
                texts = {
                    0: standing.target.id.upper(),
                    1: member.name,
                    2: self._process(member, gap),
                    7: unit_word(of.text, self.lang),
                }
                for column, text in texts.items():
                    self._put(PLACES, row, column, text)
                self._put(PLACES, row, 4, None if (before := _known(gap.baseline)) is None else of.out(before), "input")
                self._bound(row, at, standing, gap, of)
                self._after(row, member, gap, of)
                self._gap(row, gap, of)
                row += 1

    def _process(self, member: Member, gap: Gap) -> str:
        """Return the process that a target looks at; one without a name of its own is called by its kind and number."""
        kinds: tuple[type[Process], ...] = (PlantAccount, *sector(member.sector).processes)
        known = {each.about.key: each.about for each in kinds}
        key, _, number = gap.process.removesuffix("]").partition("[")
        if key not in known:
            return gap.process
        label = known[key].zh if self.lang == "zh" else known[key].en
        return f"{label} {int(number) + 1}" if number.isdecimal() else label

    def _bound(self, row: int, at: int, standing: Standing, gap: Gap, of: Unit) -> None:
        """Write the limit of a place: that of the target, where the plant has no other."""
        limit = _known(gap.limit and gap.limit.value)
        if limit is not None and standing.limit is not None and limit == standing.limit.value:
            self._shown(PLACES, row, 3, self._in_row("D", at, limit, standing.unit), of)
        else:
            self._put(PLACES, row, 3, None if limit is None else of.out(limit), "input")

    def _after(self, row: int, member: Member, gap: Gap, of: Unit) -> None:
        """Write what a place comes to: it follows from the switches of its plant, where that is said by cells."""
        after, model = _known(gap.reporting), self.models.get(member.place)
        cell = gap_cell(gap, model.processes, "reporting") if model else None
        if isinstance(cell, Cell) and after is not None and _alike(cell.value, after):
            self._shown(PLACES, row, 5, cell, of)
            self._check(PLACES, row, 5, after, of)
        else:
            self._put(PLACES, row, 5, None if after is None else of.out(after), "input")

    def _gap(self, row: int, gap: Any, of: Unit) -> None:
        """Write what a place lacks: the difference of its cells."""
        limit, after = f"D{row + 1}", f"F{row + 1}"
        text = f"{limit}-{after}" if gap.target.op in (">", ">=") else f"{after}-{limit}"
        self._formula(PLACES, row, 6, text, _difference(of, gap.gap))

    def _targets(self) -> None:
        heads = self._words("target", "name", "status", "limit", "baseline", "value", "gap", "path", "unit", "set-by")
        self._head(TARGETS, heads, (10, 44, 14, *(16,) * 5, 12, 40), word("region-targets-note", self.lang))
        place = 0
        for row, each in enumerate(self.result.standings):
            self._target(row, each, place)
            place += len(each.places)

    def _target(self, row: int, each: Standing, place: int) -> None:
        at, of = HEAD + row, each.unit
        self._put(TARGETS, at, 0, each.target.id.upper())
        self._put(TARGETS, at, 1, each.target.label(self.lang))
        self._put(TARGETS, at, 8, unit_word(of.text, self.lang))
        self._put(TARGETS, at, 9, set_by(self.found["targets"][row], self.found, self.lang))
        self._put(TARGETS, at, 3, None if each.limit is None else of.out(each.limit.value), "input")
        for column, cell, number in zip((5, 4), self._found(each, place), (each.value, each.base), strict=True):
            if isinstance(cell, Cell):
                self._shown(TARGETS, at, column, cell, of)
                self._check(TARGETS, at, column, number, of, [1.0] if of.same_kind(_SHARE) else [])
            else:
                self._put(TARGETS, at, column, None if number is None else of.out(number))
        if each.limit is None or each.value is None or each.target.comparison not in SIGNS:
            self._put(TARGETS, at, 2, word(each.state, self.lang))
        elif each.evaluator == "plants" and not adds_up(each.target, of):
            self._of_worst(row, each, place)
        else:
            self._judged(row, each, each.limit.value, each.value)

    def _judged(self, row: int, each: Standing, bound: float, value: float) -> None:
        """Write the gap, the even path and the state of a target from the cells of its row."""
        at, of = HEAD + row, each.unit
        limit, now = self._in_row("D", row, bound, of), self._in_row("F", row, value, of)
        up = each.target.comparison in (">", ">=")
        self._shown(TARGETS, at, 6, limit - now if up else now - limit, of)
        self._check(TARGETS, at, 6, each.gap, of, [bound, value])
        path = self._path(each, bound, limit, row)
        met, on_track, otherwise = (f'"{word(state, self.lang)}"' for state in (MET, ON_TRACK, SHORT))
        if path is not None:
            self._shown(TARGETS, at, 7, path, of)
            self._check(TARGETS, at, 7, each.path, of)
            otherwise = f"IF({self._met(now, '>=' if up else '<=', path)},{on_track},{otherwise})"
        text = f"IF({self._met(now, each.target.comparison, limit)},{met},{otherwise})"
        text = f'IFERROR({text},"{word(NOT_EVALUATED, self.lang)}")'
        self._formula(TARGETS, at, 2, text, word(each.state, self.lang), "")

    def _in_row(self, column: str, row: int, number: Any, of: Unit) -> Any:
        return self._cell(TARGETS, column, row, of.out(number), of)

    def _found(self, each: Standing, place: int) -> tuple[Number, Number]:
        """Return the value of a target and its base value, as cells where they follow from cells."""
        region = self.result.region
        if each.evaluator == "region":
            return self._of_region(each), each.base
        if each.evaluator == "indicator":
            return self._indicator(each.target.id, region.year), self._indicator(each.target.id, region.base_year)
        if each.evaluator != "plants":
            return None, each.base
        rows = range(place, place + len(each.places))
        before, after, gaps = (self._rows(PLACES, column, rows) for column in "EFG")
        if adds_up(each.target, each.unit):
            texts = [f"SUM({each})" for each in (after, before)]
        else:
            texts = [f"INDEX({each},MATCH(MAX({gaps}),{gaps},0))" for each in (after, before)]
        value, base = (
            None if number is None else self._as_base(text, each, number)
            for text, number in zip(texts, (each.value, each.base), strict=True)
        )
        return value, base

    def _of_region(self, each: Standing) -> Number:
        """Return the value of a target that the region's own series and register decide."""
        indicator = each.target.indicator
        if indicator.startswith(_COUNTED):
            return self._counted(indicator.removeprefix(_COUNTED).partition("_")[0])
        if indicator == _RATIO:
            return self._ratio()
        region = self.cells[self.result.region.name]
        ledger = Ledger(region, self.controls[region.name], None, self._co2e(each))
        found = EVALUATORS[indicator](each.target, ledger)
        return found.value if isinstance(found, Found) else None

    def _co2e(self, each: Standing) -> Number:
        """Return the sum of what all plants save as CO2 equivalent, where it is whole."""
        assert each.value is not None  # what the region counts itself has a value
        return self._as_base(self.book.at(SUMS, letter(2 + [*SAVED].index(CO2E)), 0), each, each.value)

    def _as_base(self, text: str, each: Standing, number: float) -> Number:
        return each.unit.base(Cell(self.book, each.unit.out(number), text, sure=True))  # type: ignore[arg-type]

    def _rows(self, sheet: str, column: str, rows: range) -> str:
        first, last = self.book.at(sheet, column, rows[0]), self.book.at(sheet, column, rows[-1])
        return f"{first}:{last.rpartition('!')[2]}"

    def _of_worst(self, row: int, each: Standing, place: int) -> None:
        """Write the gap and state of a target that the worst plant decides."""
        gaps = self._rows(PLACES, "G", range(place, place + len(each.places)))
        at, of = HEAD + row, each.unit
        assert each.gap is not None  # of places that were evaluated
        self._formula(TARGETS, at, 6, f"MAX({gaps})", _difference(of, each.gap))
        met, short = (f'"{word(state, self.lang)}"' for state in (MET, SHORT))
        slack = f"{self.tolerance.text}*MAX(ABS(D{at + 1}),ABS(F{at + 1}))"
        self._formula(TARGETS, at, 2, f"IF(G{at + 1}<={slack},{met},{short})", word(each.state, self.lang), "")

    def _path(self, each: Standing, bound: float, limit: Any, row: int) -> Any:
        """Return where an even path stands, as `assessment.region.targets` has it."""
        if each.path is None or each.base is None:
            return None
        region = self.result.region
        last = each.target.target_year or region.plan.target_year
        elapsed, years = region.year - region.base_year, last - region.base_year
        even: Callable[..., Any] = even_path
        straight = each.base + (bound - each.base) * elapsed / years
        if abs(straight - each.path) <= 1e-12 * max(abs(each.path), 1.0):
            base = self._in_row("E", row, each.base, each.unit)
            return base + (limit - base) * (elapsed / years)
        return even(target=limit, elapsed=elapsed, years=years)

    def _answer(self) -> None:
        here, region = "answer", self.result.region
        self._head(here, self._words("item", "value", "unit"), (40, 18, 12), f"{region.name}  {region.year}")
        states = self._range(TARGETS, "C", len(self.result.standings))
        lines = [(word(state, self.lang), state) for state in (MET, ON_TRACK, SHORT, "not-evaluated")]
        row = HEAD
        for label, state in lines:
            self._put(here, row, 0, f"{word('target', self.lang)}{colon(self.lang)}{label}")
            self._formula(here, row, 1, f'COUNTIF({states},"{label}")', self.result.count(state), "count")
            self._check(here, row, 1, float(self.result.count(state)), unit("1"))
            row += 1
        for at, ((name, of), head) in enumerate(zip(SAVED.items(), saved_heads(self.lang), strict=True)):
            known = self.result.saved(name)
            self._put(here, row, 0, head.partition(" [")[0])
            cell = self.book.at(SUMS, letter(2 + at), 0)
            self._formula(here, row, 1, cell, 0.0 if known is None else of.out(known))
            self._put(here, row, 2, unit_word(of.text, self.lang))
            row += 1
        self._put(here, row + 1, 0, word("checks-passed", self.lang))
        rows = self._range("checks", "E", len(self.checks))
        self._formula(here, row + 1, 1, f"SUM({rows})/ROWS({rows})", 1.0, "share")


_OF_YEAR = (
    ("value_added", unit("亿元")), ("energy", unit("万tce")), ("controlled", unit("万tce")),
    ("intensity", unit("tce/万元")), ("decline", _SHARE), ("yearly", _SHARE),
)  # fmt: skip


def _difference(of: Unit, number: float) -> float:
    """Return a difference in a unit: an offset, as of a temperature, has no part in it."""
    return number / of.factor


def _known(value: Any) -> float | None:
    return value if isinstance(value, (int, float)) else None


def _alike(one: Any, other: float) -> bool:
    return isinstance(one, (int, float)) and math.isclose(one, other, rel_tol=_ALIKE, abs_tol=_ALIKE)
