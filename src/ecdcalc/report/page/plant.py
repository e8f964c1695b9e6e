"""The page of a plant: the answer, processes, measures, money, grades, gaps, warnings, sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import field, frozen

from ecdcalc.assessment.explaining import gap_terms
from ecdcalc.assessment.gaps import Gap
from ecdcalc.assessment.plant import Assessment
from ecdcalc.assessment.result import Grade, ProcessResult
from ecdcalc.model.evaluation import POLLUTANTS, Evaluated, states_of
from ecdcalc.numbers.trace import Named
from ecdcalc.report.charts.chart import Chart
from ecdcalc.report.charts.of_result import plant_charts
from ecdcalc.report.editions import edition_notes, shown_level
from ecdcalc.report.page.money import money_tables
from ecdcalc.report.page.parts import Cell, Part, Table, cell, listed, pictures, plain, table_of
from ecdcalc.report.tables import in_part, sections
from ecdcalc.report.tree import tree
from ecdcalc.words.labels import amount, joined, number, word

_STATES = ("baseline", "reporting")
_INNER = {label: name for name, label in POLLUTANTS.items()}


@frozen
class PlantPage:
    """Makes the parts of a page of one result; `short` trees do not repeat what unfolds in a row of its own."""

    result: Assessment
    found: Mapping[str, Any]
    lang: str
    short: bool = False
    calorific: Mapping[str, Evaluated] = field(init=False)
    """The states that grades and targets are held against, whatever the basis of the result is."""

    @calorific.default
    def _on_calorific(self) -> Mapping[str, Evaluated]:
        if self.result.basis == "calorific":
            return {each.case.place: Evaluated(each.baseline, (), each.reporting) for each in self.result.processes}
        return states_of(self.result.plant.on("calorific"))

    def parts(self) -> Iterator[Part]:
        """Yield the parts, the answer first."""
        charts = {each.id: each for each in plant_charts(self.found, self.lang)}
        yield self._answer(charts)
        told = {each.title: each for each in sections(self.found, self.lang)}
        flows = pictures(charts, ("sankey-baseline", "sankey-reporting"))
        yield Part("processes", self._word("per-process"), flows, [*self._processes()])
        measures = [*self._measures()]
        yield Part("measures", self._word("measures"), (), measures)
        paid = self.result.money
        money = [] if paid is None else [*money_tables(paid, self.found["money"], self.lang)]
        yield Part("money", self._word("money"), (), money)
        yield Part("grades", self._word("grades"), pictures(charts, ("limits",)), [*self._grades()])
        yield Part("gaps", self._word("gaps"), (), [*self._gaps()])
        chance = [
            told[title]
            for key in ("chance-title", "chance-targets", "chance-money")
            if (title := self._word(key)) in told
        ]
        yield Part("chance", self._word("chance-title"), pictures(charts, ("spread",)), [*map(table_of, chance)])
        for id in ("warnings", "not-computed", "methods", "sources"):
            if (section := told.get(self._word(id))) and section.rows:
                yield Part(id, section.title, (), [table_of(section)])

    def _word(self, key: str) -> str:
        return word(key, self.lang)

    def _cell(self, found: Mapping[str, Any] | None, path: str, tree: str = "") -> Cell:
        return cell(found, path, self.lang, tree)

    def _answer(self, charts: Mapping[str, Chart]) -> Part:
        totals = self.found["totals"]
        rows = [
            [*plain(self._title("energy-saved", "energy_saved")),
             self._cell(totals["energy_saved"], "totals.energy_saved", self._sum("energy", totals["energy_saved"])),
             *plain(self._word(totals["confidence"].get("energy_saved", "")))],
            [*plain(self._title("electricity-saved", "electricity_saved")),
             self._cell(totals["electricity_saved"], "totals.electricity_saved",
                        self._sum("electricity", totals["electricity_saved"])),
             *plain(self._word(totals["confidence"].get("electricity_saved", "")))],
        ]  # fmt: skip
        for name, found in totals["reductions"].items():
            title = word("reduction", self.lang, name=word(name, self.lang)) + self._part(name)
            said = self._cell(found, f"totals.reductions.{name}", self._sum(name, found))
            rows.append([*plain(title), said, *plain(self._word(totals["confidence"].get(name, "")))])
        headers = [self._word(name) for name in ("item", "value", "confidence")]
        folded = [f"waterfall-{name}" for name in POLLUTANTS.values()]
        shown = pictures(charts, ("waterfall-energy", "scoreboard"), folded)
        return Part("answer", self._word("totals"), shown, [Table(self._word("totals"), headers, rows)])

    def _title(self, key: str, name: str) -> str:
        return self._word(key) + self._part(name)

    def _part(self, name: str) -> str:
        """Return the mark of a total of which only a part is known."""
        totals = self.found["totals"]
        known = totals.get(name) or totals["reductions"].get(name)
        return in_part(name in totals["lacks"], known, self.lang)

    def _sum(self, name: str, total: Mapping[str, Any] | None) -> str:
        """Return what the processes add to a sum."""
        if not total:
            return ""
        lines = [f"{each['title']}: {amount(each['saved'][name], self.lang)}    {self._word(each['kind'])}"
                 for each in self.found["processes"] if each["saved"].get(name)]  # fmt: skip
        return listed(amount(total, self.lang), lines)

    def _processes(self) -> Iterator[Table]:
        headers = [self._word(name) for name in ("item", *_STATES, "saved")]
        for place, (each, result) in enumerate(zip(self.found["processes"], self.result.processes, strict=True)):
            names = dict.fromkeys([*each["baseline"], *each["reporting"]])
            rows = []
            for name in names:
                path = f"processes.{place}"
                cells = [self._cell(each[state].get(name), f"{path}.{state}.{name}", self._tree(result, state, name))
                         for state in _STATES]  # fmt: skip
                saved = self._cell(each["saved"].get(name), f"{path}.saved.{name}", self._saving(each, name))
                label = each["labels"][name] if name in each["labels"] else word(name, self.lang)
                rows.append([*plain(label), *cells, saved])
            yield Table(f"{each['title']} ({each['label']}, {self._word(each['kind'])})", headers, rows)

    def _tree(self, result: ProcessResult, state: str, name: str) -> str:
        terms = result.baseline if state == "baseline" else result.reporting
        term = terms[_INNER.get(name, name)]
        return tree(term, self.lang, [each for each in terms.values() if each is not term] if self.short else ())

    def _unfolded(self, term: Named) -> str:
        """Return the tree of a grade or a gap; a short one ends at what unfolds in a row of its own."""
        states = [state for each in self.calorific.values() for state in (each.baseline, each.reporting)]
        told = [each for state in states for each in state.values() if each is not term] if self.short else ()
        return tree(term, self.lang, told)

    def _reached(self, gap: Gap, name: str) -> str:
        """Return how the value of a state came about that a target is held against."""
        found = [each for each in self.result.processes if each.case.name == gap.process]
        if not found:
            return ""
        terms = getattr(self.calorific[found[0].case.place], name)
        return self._unfolded(terms[gap.target.output]) if gap.target.output in terms else ""

    def _saving(self, each: Mapping[str, Any], name: str) -> str:
        """Return a saving as baseline, adjusted to the activity of the report, minus reporting."""
        saved = each["saved"].get(name)
        if not saved:
            return ""
        before, after = (each[state].get(name) for state in _STATES)
        lines = [f"{self._word('baseline')}: {amount(before, self.lang)}"]
        if each["scale"] is not None:
            lines[0] += f" × {number(each['scale'])}"
        return listed(amount(saved, self.lang), [*lines, f"− {self._word('reporting')}: {amount(after, self.lang)}"])

    def _measures(self) -> Iterator[Table]:
        rows = []
        for place, process in enumerate(self.found["processes"]):
            for order, each in enumerate(process["measures"]):
                path = f"processes.{place}.measures.{order}"
                given = [f"{name}: {amount(value, self.lang)}  ← {value['origin']}"
                         for name, value in each["parameters"].items()]  # fmt: skip
                energy = self._cell(each["energy_saved"], f"{path}.energy_saved", listed(each["label"], given))
                others = [f"{word(name, self.lang)} {amount(value, self.lang)}"
                          for name, value in each["reductions"].items() if value and value["value"]]  # fmt: skip
                capex = self._cell(each["capex"], f"{path}.capex")
                rows.append([*plain(each["label"], process["title"]), energy, *plain(joined(others, self.lang)),
                             capex, *plain(word(each["confidence"], self.lang))])  # fmt: skip
        names = ("measure", "process", "energy-saved", "reductions", "capex", "confidence")
        if rows:
            yield Table(self._word("measures"), [self._word(name) for name in names], rows)

    def _grades(self) -> Iterator[Table]:
        rows: list[list[Cell]] = []
        notes: list[str] = []
        for place, (process, result) in enumerate(zip(self.found["processes"], self.result.processes, strict=True)):
            for order, (each, grade) in enumerate(zip(process["grades"], result.grades, strict=True)):
                path = f"processes.{place}.grades.{order}"
                state = "reporting" if each["limit"].get("reporting") else "baseline"
                levels = [self._cell(each["limit"][state][f"level{number_}"], f"{path}.limit.{state}.level{number_}")
                          for number_ in (1, 2, 3)]  # fmt: skip
                graded = [one for at in _STATES for one in self._graded(each, at, path, result, grade)]
                rows.append([*plain(process["title"], each["label"], each["standard"]), *levels, *graded])
                notes += edition_notes(each, process["title"], self.lang)
        names = ("process", "product", "document", "level-1", "level-2", "level-3", "baseline", "level", "reporting",
                 "level")  # fmt: skip
        if rows:
            yield Table(self._word("grades"), [self._word(name) for name in names], rows, [*dict.fromkeys(notes)])

    def _graded(
        self, each: Mapping[str, Any], state: str, path: str, result: ProcessResult, grade: Grade
    ) -> tuple[Cell, Cell]:
        found = each[state]
        if found is None:
            return Cell("–"), Cell("–")
        term = getattr(self.calorific[result.case.place], state)[grade.output]
        shown = self._cell(found["value"], f"{path}.{state}.value", self._unfolded(term))
        return shown, Cell(shown_level(found["level"], self.lang))

    def _gaps(self) -> Iterator[Table]:
        titles = {each["name"]: each["title"] for each in self.found["processes"]}
        terms = gap_terms(self.result.plant, self.calorific, self.lang) if titles else ()
        rows = [
            [*plain(each["target"], each["label"], titles.get(each["process"], ""), each["op"]),
             self._cell(each["limit"], f"gaps.{order}.limit"),
             *(self._cell(each[name], f"gaps.{order}.{name}", self._reached(gap, name)) for name in _STATES),
             self._cell(each["gap"], f"gaps.{order}.gap", self._unfolded(term)),
             *plain(word(each["status"], self.lang), each["reason"] or "")]
            for order, (each, gap, term) in enumerate(zip(self.found["gaps"], self.result.gaps, terms, strict=True))
            if each["status"] != "not-evaluated"
        ]  # fmt: skip
        names = ("target", "name", "process", "", "limit", *_STATES, "gap", "status", "reason")
        others = len(self.found["gaps"]) - len(rows)
        notes = [word("not-evaluated-count", self.lang, count=others)] if others else []
        if rows:
            yield Table(self._word("gaps"), [self._word(name) if name else "" for name in names], rows, notes)
