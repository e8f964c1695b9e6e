"""The page of a region: scoreboard, dual control, targets, counties, plants, projects, and all other sections."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from attrs import frozen

from ecdcalc.model.region import Shape
from ecdcalc.report.chance import chance_sections
from ecdcalc.report.charts.of_result import region_charts
from ecdcalc.report.charts.scoreboard import sector_word
from ecdcalc.report.page.parts import Cell, Part, Table, cell, listed, pictures, plain, table_of
from ecdcalc.report.region_sections import HEADLINES, sections, set_by
from ecdcalc.report.tables import warnings_section
from ecdcalc.words.labels import amount, word
from ecdcalc.words.texts import say

_OWN = ("scoreboard", "headline", "all-targets", "dual-years", "counties-title", "rollup-counties")
"""The sections that the page sets in its own way."""


@frozen
class RegionPage:
    """Makes the parts of a page of one region."""

    found: Mapping[str, Any]
    lang: str
    shapes: Sequence[Shape] = ()

    def parts(self) -> Iterator[Part]:
        """Yield the parts, the scoreboard first."""
        charts = {each.id: each for each in region_charts(self.found, self.lang, self.shapes)}
        told = [*sections(self.found, self.lang)]
        board = [table_of(each) for each in told if each.title in (self._word("scoreboard"), self._word("short-list"))]
        yield Part("scoreboard", self._word("scoreboard"), pictures(charts, ("scoreboard",)), board)
        yield Part("control", self._word("headline"), pictures(charts, ("decline",)), [*self._control()])
        yield Part("counties", self._word("county"), pictures(charts, ("counties",)), [*self._counties()])
        yield Part("plants", self._word("page-plants"), (), [self._plants()] if self.found["plants"] else [])
        own = {*map(self._word, _OWN), self._word("short-list"), self._word("sources")}
        others = [table_of(each) for each in told if each.title not in own]
        yield Part("projects", self._word("page-projects"), (), others)
        yield Part("targets", self._word("all-targets"), (), [self._targets()])
        chance = [*chance_sections(self.found["chance"], self.lang)] if "chance" in self.found else []
        yield Part("chance", self._word("chance-title"), pictures(charts, ("spread",)), [*map(table_of, chance)])
        warned = [table_of(each) for each in warnings_section(self.found["warnings"], self.lang)]
        yield Part("warnings", self._word("warnings"), (), warned)
        sources = [table_of(each) for each in told if each.title == self._word("sources")]
        yield Part("sources", self._word("sources"), (), sources)

    def _word(self, key: str) -> str:
        return word(key, self.lang)

    def _cell(self, found: Mapping[str, Any] | None, path: str, tree: str = "") -> Cell:
        return cell(found, path, self.lang, tree)

    def _control(self) -> Iterator[Table]:
        """Yield dual control on both bases, carbon, and the years; a share unfolds to its year's figures."""
        for basis, dual in self.found["energy"].items():
            caption = f"{self._word('energy-intensity')} ({self._word(basis)})"
            path = f"energy.{basis}"
            if "missing" in dual:
                text = say("lacks-inputs", self.lang, names=", ".join(dual["missing"]))
                yield Table(caption, [self._word("item"), self._word("reason")], [plain(caption, text)])
                continue
            rows = [
                [*plain(self._word(f"dual-{name}")), self._cell(dual[name], f"{path}.{name}", self._ends(dual))]
                for name in HEADLINES if dual[name]
            ]  # fmt: skip
            yield Table(caption, [self._word("item"), self._word("value")], rows)
            yield self._years(dual, path)
        rows = [
            [*plain(self._word(f"carbon-{name}")), self._cell(each.get("change"), f"carbon.{name}.change")]
            for name, each in self.found["carbon"].items()
        ]
        yield Table(self._word("page-carbon"), [self._word("item"), self._word("value")], rows)

    def _ends(self, dual: Mapping[str, Any]) -> str:
        """Return the first and the last year from which the headline figures are computed."""
        years = [dual["years"][0], dual["years"][-1]]
        names = ("value_added", "energy", "renewable", "feedstock", "listed", "controlled", "intensity")
        lines = [f"{each['year']} {self._word(f'dual-{name}')}: {amount(each[name], self.lang)}"
                 for each in years for name in names]  # fmt: skip
        return listed(f"{years[0]['year']} – {years[1]['year']}", lines)

    def _years(self, dual: Mapping[str, Any], path: str) -> Table:
        names = ("value_added", "energy", "controlled", "intensity", "decline", "yearly", "path", "saved")
        rows = [
            [*plain(row["year"]), *(self._cell(row[name], f"{path}.years.{order}.{name}") for name in names)]
            for order, row in enumerate(dual["years"])
        ]
        caption = f"{self._word('dual-years')} ({self._word(dual['basis'])})"
        return Table(caption, [self._word(f"dual-{name}") for name in ("year", *names)], rows)

    def _counties(self) -> Iterator[Table]:
        names = ("done", "path", "remaining", "yearly_left", "total_growth")
        rows = []
        for name, dual in self.found["counties"].items():
            if "missing" in dual:
                lacking = say("lacks-inputs", self.lang, names=", ".join(dual["missing"]))
                rows.append(plain(name, lacking, *[""] * (len(names) - 1)))
            else:
                cells = [self._cell(dual[each], f"counties.{name}.{each}", self._ends(dual)) for each in names]
                rows.append([*plain(name), *cells])
        if rows:
            heads = [self._word("name"), *(self._word(f"dual-{each}") for each in names)]
            yield Table(self._word("counties-title"), heads, rows)
        saved = self.found["rollup"]
        if saved["counties"]:
            total = saved["total"]
            rows = [
                [*plain(name), *(self._cell(value, f"rollup.counties.{name}.{item}", self._of_plants(name, item))
                                 for item, value in sums.items())]
                for name, sums in saved["counties"].items()
            ]  # fmt: skip
            rows.append([*plain(self._word("total")),
                         *(self._cell(value, f"rollup.total.{item}", self._of_plants("", item))
                           for item, value in total.items())])  # fmt: skip
            heads = [self._word("county"), *(word(item, self.lang) for item in total)]
            yield Table(self._word("rollup-counties"), heads, rows)

    def _of_plants(self, county: str, item: str) -> str:
        """Return what the plants of a county, or all, add to a sum."""
        plants = [each for each in self.found["plants"] if county in ("", each["county"])]
        lines = [f"{each['name']}: {amount(each['saved'][item], self.lang)}" for each in plants if each["saved"][item]]
        return listed(word(item, self.lang), lines)

    def _plants(self) -> Table:
        rows = [
            [*plain(each["name"], each["county"], sector_word(each["sector"], self.lang)),
             *(self._cell(value, f"plants.{order}.saved.{item}") for item, value in each["saved"].items())]
            for order, each in enumerate(self.found["plants"])
        ]  # fmt: skip
        items = [word(item, self.lang) for item in self.found["plants"][0]["saved"]]
        return Table(self._word("page-plants"), [*map(self._word, ("name", "county", "sector")), *items], rows)

    def _targets(self) -> Table:
        rows = [
            [*plain(each["target"], each["label"], each["op"]),
             *(self._cell(each[name], f"targets.{order}.{name}", self._places(each))
               for name in ("limit", "base", "value", "gap")),
             *plain(self._word(each["state"]), set_by(each, self.found, self.lang), each["reason"] or "")]
            for order, each in enumerate(self.found["targets"])
        ]  # fmt: skip
        heads = ["target", "name", "", "limit", "baseline", "value", "gap", "status", "set-by", "reason"]
        return Table(self._word("all-targets"), [self._word(name) if name else "" for name in heads], rows)

    def _places(self, target: Mapping[str, Any]) -> str:
        """Return the plants that a target is evaluated on."""
        lines = [f"{each['plant']} {each['process'] or ''}: {amount(each['value'], self.lang)}"
                 for each in target["places"] if each["value"]]  # fmt: skip
        return listed(target["target"], lines) if lines else ""
