"""The city as a workbook: LibreOffice comes to the values of the engine, before and after a change."""

import math
import sys
from pathlib import Path

import openpyxl
import pytest
from attrs import evolve

from ecdcalc.assessment.region.assess import assess_region
from ecdcalc.read.region import load_region
from ecdcalc.report.workbook.region import write_region_workbook
from ecdcalc.words.labels import word

sys.path.insert(0, str(Path(__file__).parent))  # `office.py`
from office import needs_office, recalculated

CITY = "examples/city/city.toml"


@pytest.fixture(scope="module")
def city():
    return load_region(CITY)


def same(one, other):
    if isinstance(one, (int, float)) and isinstance(other, (int, float)):
        return math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-9)
    return (one or "") == (other or "")


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


@needs_office
def test_an_office_program_agrees_before_and_after_a_change(city, tmp_path):
    """Both languages as they are; then a series, a plant's saving and a limit changed, against a fresh run."""
    first = {}
    for lang in ("en", "zh"):
        write_region_workbook(assess_region(city), tmp_path / f"{lang}.xlsx", lang)
        first[lang] = tmp_path / f"{lang}.xlsx"
    changes = {"gdp": ("GDP", 2025, 0.9), "energy": ("energy", 2025, 1.08), "coal": ("coal", 2025, 1.4)}
    for name, (series, year, factor) in changes.items():
        copy = openpyxl.load_workbook(first["en"])
        page = copy["Series"]
        row = next(each for each in page.iter_rows(min_row=4) if (each[0].value, each[1].value) == (city.name, series))
        cell = row[[head.value for head in page[3]].index(str(year))]
        cell.value *= factor
        copy.save(tmp_path / f"{name}.xlsx")
    copy = openpyxl.load_workbook(first["en"])
    copy["Plants"]["E4"].value += 1000
    copy.save(tmp_path / "plant.xlsx")
    found = recalculated([*first.values(), *(tmp_path / f"{name}.xlsx" for name in (*changes, "plant"))], tmp_path)
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
    for name, (_, year, factor) in changes.items():
        fresh = assess_region(changed_series(city, name, year, factor))
        rows = table(found[f"{name}.xlsx"], "Targets")
        assert [row["status"] for row in rows] == [word(each.state, "en") for each in fresh.standings], name
        for row, each in zip(rows, fresh.standings, strict=True):
            if each.value is not None:
                assert same(row["value"], each.unit.out(each.value)), (name, row)
    before, after = (table(found[f"{name}.xlsx"], "Sums")[0]["energy [tce]"] for name in ("en", "plant"))
    assert after - before == pytest.approx(1000, rel=1e-9)
