"""The city as a workbook: LibreOffice comes to the values of the engine, before and after a change."""

import math
import shutil
import sys
import tomllib
from pathlib import Path

import openpyxl
import pytest
from attrs import evolve
from city import city as small_city
from city import written

from ecdcalc.assessment.region.assess import assess_region
from ecdcalc.decide.written import toml_of
from ecdcalc.model.evaluation import POLLUTANTS
from ecdcalc.model.parts.account import PlantAccount
from ecdcalc.model.region import Rules
from ecdcalc.model.sector import sectors
from ecdcalc.numbers.ops import Missing
from ecdcalc.numbers.units import read_quantity
from ecdcalc.read.plant import read_plant
from ecdcalc.read.region import load_region
from ecdcalc.report.workbook.region import write_region_workbook
from ecdcalc.report.workbook.region_references import SAVED
from ecdcalc.words.errors import InputError
from ecdcalc.words.labels import unit_word, word

sys.path.insert(0, str(Path(__file__).parent))  # `office.py`
from office import needs_office, recalculated

CITY = "examples/city/city.toml"
NAMES = {label: key for key, label in POLLUTANTS.items()}
NAMED = {(id, cls.about.key): cls.about.en for id, each in sectors().items() for cls in (PlantAccount, *each.processes)}
"""What a process without a name of its own is called."""


@pytest.fixture(scope="module")
def city():
    return load_region(CITY)


def called(sector, process):
    """What a process is called in English: one without a name of its own by its kind and number."""
    key, _, number = process.removesuffix("]").partition("[")
    label = NAMED.get((sector, key))
    return process if label is None else f"{label} {int(number) + 1}" if number else label


def same(one, other):
    if isinstance(one, (int, float)) and isinstance(other, (int, float)):
        return math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-9)
    return (one or "") == (other or "") or {one, other} <= {"#N/A", "#DIV/0!"}


def table(book, sheet):
    """The rows of a sheet by their heads."""
    page = book[sheet]
    heads = [cell.value for cell in page[3]]
    return [dict(zip(heads, (cell.value for cell in row), strict=True)) for row in page.iter_rows(min_row=4)]


def changed_series(region, name, year, factor):
    series = region.series[name]
    values = {**series.values, year: series.values[year] * factor}
    return evolve(region, series={**region.series, name: evolve(series, values=values)})


def test_sums_and_targets_are_formulas_with_their_values(city, tmp_path):
    result = assess_region(city)
    write_region_workbook(result, tmp_path / "city.xlsx", "en")
    book = openpyxl.load_workbook(tmp_path / "city.xlsx")
    stored = openpyxl.load_workbook(tmp_path / "city.xlsx", data_only=True)
    sums = {(row["sum of"], row["name"]): row for row in table(stored, "Sums")}
    for county in {each.member.county for each in result.members}:
        assert sums["county", county]["NOx [t]"] == pytest.approx(result.saved("nox", county=county) / 1000, rel=1e-12)
    assert all(str(row[2].value).startswith("=SUM") for row in book["Sums"].iter_rows(min_row=4))
    states = [row["status"] for row in table(stored, "Targets")]
    assert states == [word(each.state, "en") for each in result.standings]
    live = [row[2].value for row in book["Targets"].iter_rows(min_row=4)]
    assert sum(str(each).startswith("=") for each in live) > 0.9 * len(live)
    assert {row["checks passed"] for row in table(stored, "Checks")} == {1}
    years = [row[1] for row in book["Years"].iter_rows(min_row=4)]
    assert years and {each.number_format for each in years} == {"0"}  # 2025, not 2,025
    places = [
        (each.target.id.upper(), member.name, called(member.sector, gap.process), unit_word(gap.limit.unit.text, "en"))
        for each in result.standings
        for member, gap in each.places
    ]
    found = [
        tuple(row[name] or "" for name in ("target", "plant", "process", "unit")) for row in table(stored, "Places")
    ]
    assert found == places and any(unit == "pp" for *_, unit in places)
    answer = {row["item"]: (row["value"], row["unit"]) for row in table(stored, "Answer")}
    assert answer["checks passed"] == (1, None)
    assert answer["target: met"] == (states.count("met"), None)
    assert answer["NOx"] == (pytest.approx(result.saved("nox") / 1000, rel=1e-12), "t")


def test_before_the_target_year_the_even_path_follows_the_cells(tmp_path):
    """In 2022: of 15.5 % of intensity 1 − 0.845^0.4 are due; of 12 % of leakage, 9 % in 2025, 12 − 3 · 2/5.

    The gap of a target of plants is the difference of its cells, whichever way it looks.
    """
    text = Path("examples/coking.toml").read_text(encoding="utf-8")
    text = text.replace("year = 2025", "year = 2022", 1).replace("2023-09-30", "2021-09-30")
    (tmp_path / "plant.toml").write_text(text, encoding="utf-8")
    document = small_city(year=2022, indicators={"t049": {"2020": "12 %", "2022": "10.5 %"}})
    document["county"][0]["plants"] = ["plant.toml"]
    write_region_workbook(assess_region(load_region(written(tmp_path, document))), tmp_path / "x.xlsx", "en")
    stored = openpyxl.load_workbook(tmp_path / "x.xlsx", data_only=True)
    shown = {row["target"]: row for row in table(stored, "Targets")}
    assert shown["T001"]["even path"] == pytest.approx(100 * (1 - 0.845**0.4))
    assert (shown["T001"]["status"], shown["T049"]["status"]) == ("short", "on track")
    assert shown["T049"]["even path"] == pytest.approx(10.8)
    formulas = {
        row["target"]: row["even path"] for row in table(openpyxl.load_workbook(tmp_path / "x.xlsx"), "Targets")
    }
    assert "E52" in formulas["T049"].replace("$", "") and "D52" in formulas["T049"].replace("$", "")
    assert {row["checks passed"] for row in table(stored, "Checks")} == {1}
    places = table(stored, "Places")
    assert places
    for row in places:
        assert abs(row["gap"]) == pytest.approx(abs(row["limit"] - row["after"]))


def multiply(book, sheet, column, factor, **heads):
    """Multiply one framed cell: of the row that has these texts under these heads."""
    page = book[sheet]
    names = [cell.value for cell in page[3]]
    row = next(
        each
        for each in page.iter_rows(min_row=4)
        if all(each[names.index(name)].value == text for name, text in heads.items())
    )
    row[names.index(column)].value *= factor


def in_county(city, name, change, *how):
    """The city with one of its counties changed."""
    return evolve(city, counties=tuple(change(each, *how) if each.name == name else each for each in city.counties))


def other_indicator(city, id, year, factor):
    found = city.indicators[id]
    reading = evolve(found[year], value=found[year].value * factor)
    return evolve(city, indicators={**city.indicators, id: {**found, year: reading}})


def other_target(city, id, text):
    return evolve(city, targets={**city.targets, id: read_quantity(text)})


def other_annual(county, name, pollutant, factor):
    """The county with another yearly reduction of one of its projects."""

    def changed(each):
        given = {**each.annual, pollutant: each.annual[pollutant] * factor}
        return evolve(each, annual=given) if each.name == name else each

    return evolve(county, projects=tuple(changed(each) for each in county.projects))


def other_emission(county, name, pollutant, factor):
    """The county with another emission of one of its new sources."""

    def changed(each):
        given = {**each.emission, pollutant: each.emission[pollutant] * factor}
        return evolve(each, emission=given) if each.name == name else each

    return evolve(county, sources=tuple(changed(each) for each in county.sources))


def switched_off(book, city, folder):
    """Switch off the last measure of some process of every plant; return a copy of the city without these measures."""
    shutil.copytree(Path(CITY).parent, folder)
    owners = [row[0].value for row in book["Measures"].iter_rows(min_row=4)]
    switched = 0
    for member in city.all_members():
        for case in member.plant.cases:
            rows = [at for at, owner in enumerate(owners, 4) if owner == f"{member.name}: {case.name}"]
            if not case.steps or len(rows) != len(case.steps):
                continue
            file = folder / member.place
            document = tomllib.loads(file.read_text(encoding="utf-8"))
            key, _, number = case.place.removesuffix("]").partition("[")
            table = document[key][int(number)] if number else document[key]
            del table["measure"][-1]
            try:
                read_plant(document)
            except InputError:  # a law does not hold without it
                continue
            file.write_text(toml_of(document), encoding="utf-8")
            book["Measures"].cell(rows[-1], 3).value = 0
            switched += 1
            break
    assert switched > 20
    return load_region(folder / Path(CITY).name)


def said(result):
    """What a region comes to: its targets, and what its plants save."""
    return [(each.state, each.value) for each in result.standings], [each.saved for each in result.members]


def differing(name, fresh, book):
    """Where a recalculated workbook says something else than a fresh run."""
    for row, each in zip(table(book, "Targets"), fresh.standings, strict=True):
        limit = each.limit and each.limit.value
        for column, number in (("value", each.value), ("gap", each.gap), ("limit", limit)):
            shown = number / each.unit.factor if column == "gap" and number is not None else number
            asked = shown if column == "gap" or number is None else each.unit.out(number)
            if asked is not None and not same(row[column], asked):
                yield name, column, row["target"], asked, row[column]
        if row["status"] != word(each.state, "en"):
            yield name, "status", row["target"], each.state, row["status"]
    for row, each in zip(table(book, "Plants"), fresh.members, strict=True):
        for output, of in SAVED.items():
            known, found = each.totals[output].known, row[f"{word(POLLUTANTS.get(output, output), 'en')} [{of.text}]"]
            size = 1e-9 * abs(of.out(each.baseline.get(output) or 0.0)) + 1e-9
            close = not found if isinstance(known, Missing) else math.isclose(found, of.out(known), abs_tol=size)
            if not close:
                yield name, output, row["place"], known, found


@needs_office
def test_an_office_program_agrees_before_and_after_changes(city, tmp_path):
    """Both languages as they are; then each kind of framed cell changed, against a fresh run with the same change."""
    first = {}
    for lang in ("en", "zh"):
        write_region_workbook(assess_region(city), tmp_path / f"{lang}.xlsx", lang)
        first[lang] = tmp_path / f"{lang}.xlsx"

    hejin, wanrong = "河津市", "万荣县"
    changes = [
        ("Series", "2025", 0.9, {"county": city.name, "series": "GDP"}),
        ("Series", "2025", 1.4, {"county": city.name, "series": "coal"}),
        ("Indicators", "2025", 0.9, {"target": "T077"}),
        ("Targets", "limit", 1.2, {"target": "T048"}),
        ("Targets", "limit", 1.02, {"target": "T027"}),
        ("Projects", "a year", 1.5, {"county": wanrong, "project": "规模养殖粪污处理", "pollutant": "NH3-N"}),
        ("New sources", "emission", 900.0, {"county": hejin, "project": "新建装备制造项目", "pollutant": "NOx"}),
    ]
    figures = openpyxl.load_workbook(first["en"])
    for sheet, column, factor, row in changes:
        multiply(figures, sheet, column, factor, **row)
    figures.save(tmp_path / "figures.xlsx")
    changed = changed_series(changed_series(city, "gdp", 2025, 0.9), "coal", 2025, 1.4)
    changed = other_indicator(changed, "t077", 2025, 0.9)
    changed = other_target(other_target(changed, "t048", "60 %"), "t027", f"{1640 * 1.02!r} kgce/t")
    changed = in_county(changed, wanrong, other_annual, "规模养殖粪污处理", "nh3n", 1.5)
    changed = in_county(changed, hejin, other_emission, "新建装备制造项目", "nox", 900.0)
    rules = openpyxl.load_workbook(first["en"])
    for (cell,) in rules["Rules"]["B4:B6"]:
        assert cell.value == 1
        cell.value = 0
    rules.save(tmp_path / "rules.xlsx")
    counted = evolve(city, rules=Rules(False, False, False))
    counted = evolve(counted, counties=tuple(evolve(each, rules=counted.rules) for each in city.counties))
    switches = openpyxl.load_workbook(first["en"])
    regions = {"rules": counted, "figures": changed, "switches": switched_off(switches, city, tmp_path / "city")}
    switches.save(tmp_path / "switches.xlsx")
    found = recalculated([*first.values(), *(tmp_path / f"{name}.xlsx" for name in regions)], tmp_path)
    for lang, path in first.items():
        stored = openpyxl.load_workbook(path, data_only=True)
        wrong = [
            (sheet.title, cell.coordinate, cell.value, other)
            for sheet in stored
            for row in sheet.iter_rows()
            for cell in row
            if not same(cell.value, other := found[f"{lang}.xlsx"][sheet.title][cell.coordinate].value)
        ]
        assert wrong == []
    before, wrong = said(assess_region(city)), []
    for name, region in regions.items():
        fresh = assess_region(region)
        assert said(fresh) != before, name
        wrong += differing(name, fresh, found[f"{name}.xlsx"])
    assert wrong == []
