"""What is said of mistakes, in both languages, as it was when somebody last looked.

The inputs are those of `mistakes.py` and of `cases/`. What is not refused says so, with what it is warned of. After a
change on purpose, `python tests/test_kept_mistakes.py` writes the texts anew; read the difference before they are kept.
"""

import json
import os
import sys
import tomllib
from copy import deepcopy
from functools import partial
from pathlib import Path
from shutil import copytree, rmtree

import pytest
from city import CITY, city
from kept import ROOT, alone, check, folder_of, keep, ran
from mistakes import (
    CELLS,
    FACTORS,
    LIMITS,
    MAPPINGS,
    MAPS,
    MEASURES,
    PLANTS,
    QUANTITIES,
    QUESTIONS,
    WRONG,
    lacking,
    misspelt,
    plans,
    wrong,
)  # fmt: skip

from ecdcalc import assess, load_plant, read_plant
from ecdcalc.assessment.energy_report import check as check_rows
from ecdcalc.assessment.energy_report import filed
from ecdcalc.assessment.filed_plant import filled_in
from ecdcalc.assessment.region.assess import assess_region
from ecdcalc.decide.question import read_question
from ecdcalc.model.sector import sector, sectors
from ecdcalc.numbers.units import read_quantity
from ecdcalc.read.map_file import read_map
from ecdcalc.read.own_measures import load_own_measures
from ecdcalc.read.plans import load_plan
from ecdcalc.read.region import read_region
from ecdcalc.read.table import read_mapping
from ecdcalc.read.text import parsed
from ecdcalc.reference.limits import load_own_limits
from ecdcalc.reference.own_factors import load_own_factors
from ecdcalc.report.forms.form import read_form, shipped
from ecdcalc.report.snapshot import checksum
from ecdcalc.words.errors import EcdcalcError, InputError

sys.path.insert(0, str(ROOT))
from tests.assessment.test_filed_plant import SECOND, STEEL, TRANSFORMED, written

KIND = "mistakes"
READABLE = 60
CASES = (
    sorted(Path("tests/cases").glob("*.toml"))
    if Path("tests").is_dir()
    else sorted((ROOT / "tests/cases").glob("*.toml"))
)


def told(call):
    """Yield what is said of an input: each mistake, or what it is warned of, in both languages."""
    try:
        found = call()
    except InputError as error:
        yield from (f"  {each.say('en')} || {each.say('zh')}" for each in error.problems)
    except EcdcalcError as error:
        yield f"  {type(error).__name__}: {error.say('en')} || {error.say('zh')}"
    else:
        yield "  read"
        yield from (
            f"  {each.place}: {each.text('en')} || {each.text('zh')}" for each in getattr(found, "warnings", ())
        )


def all_told(inputs, read):
    """Return what is said of each of some inputs."""
    lines = [line for name, found in inputs for line in (f"- {name}", *told(partial(read, found)))]
    return "\n".join(lines).replace("\x00", "␀")


# --- the doors


def quantities():
    return all_told(
        ((f"{text[:60]!r} as {asked}", (text, asked)) for text, asked in QUANTITIES), lambda each: read_quantity(*each)
    )


def plants():
    return all_told(PLANTS.items(), lambda text: assess(read_plant(parsed(text, "plant.toml"), asked="coking")))


def template(id):
    """Return what is said of a template in which everything is wrong, in one way after another."""
    whole = parsed(sector(id).template, id)
    ways = {
        **{name: wrong(whole, way) for name, way in WRONG.items()},
        "misspelt": misspelt(whole),
        "lacking": lacking(whole),
    }
    return all_told(ways.items(), lambda document: assess(read_plant(deepcopy(document), within=sector(id))))


def cases():
    return all_told(((each.name, each) for each in CASES), lambda path: assess(load_plant(ROOT / path)))


def wrong_city(whole):
    ways = {
        **{name: wrong(whole, way, ("plan",)) for name, way in WRONG.items()},
        "misspelt": misspelt(whole),
        "lacking": lacking(whole),
    }
    return all_told(ways.items(), lambda document: assess_region(read_region(document)))


def example_city():
    whole = tomllib.loads((ROOT / "examples/city/city.toml").read_text(encoding="utf-8"))
    for each in whole["county"]:
        each["plants"] = []
    return wrong_city({**whole, "county": whole["county"][:3]})


REGIONS = {
    "another year": city(year=2019),
    "no year there": city(year="x"),
    "year that is not covered": city(year=2026),
    "no plan": {key: each for key, each in CITY.items() if key != "plan"},
    "county twice": city(county=[CITY["county"][0], CITY["county"][0]]),
    "parts above the whole": city(county=[{"name": "乙县", "series": {"gdp": {str(year): "9000 亿元" for year in range(2020, 2026)}}}]),
    "parts at the whole": city(county=[{"name": "乙县", "series": {"gdp": CITY["series"]["gdp"], "energy": CITY["series"]["energy"]}}]),
    "years missing": city(series={**CITY["series"], "gdp": {"2020": "1 亿元", "2025": "2 亿元"}}),
    "years other": city(series={**CITY["series"], "coal": {"2021": "1 万t", "2025": "2 万t"}}),
    "unit other": city(series={**CITY["series"], "coal": {str(year): "1 亿元" for year in range(2020, 2026)}}),
    "tile": city(county=[{**CITY["county"][0], "tile": [99, 0]}, CITY["county"][1]]),
    "tile no place": city(county=[{**CITY["county"][0], "tile": "a"}, CITY["county"][1]]),
    "tile at the end": city(county=[{**CITY["county"][0], "tile": [40, 40]}, CITY["county"][1]]),
    "tile taken": city(county=[{**each, "tile": [0, 0]} for each in CITY["county"]]),
    "parent unknown": city(county=[{**CITY["county"][0], "parent": "戊"}, CITY["county"][1]]),
    "circle": city(county=[{**CITY["county"][0], "parent": "丙县"}, {**CITY["county"][1], "parent": "乙县"}]),
    "prices of another year": city(county=[{**CITY["county"][0], "price_year": 2015}, CITY["county"][1]]),
    "plants no list": city(plants="a.toml"),
    "plants not there": city(plants=["a.toml", "b*.toml", "../../x"]),
    "indicator unknown": city(indicators={"t999": {"2025": "1 %"}}),
    "indicator of another kind": city(indicators={"t006": {"2025": "1 t"}}),
    "target unknown": city(targets={"t999": "5 t"}),
    "target of another kind": city(targets={"t002": "5 kWh"}),
    "project": city(project=[{"name": "a", "item": "x", "plant": "y", "start": "2023-13"}, {"name": "b", "item": "end-of-pipe-nox", "start": "2023-04", "annual": {"nox": "5 kWh"}}]),
    "rules": city(rules={"basis": "x", "exclude_renewables": "perhaps", "nope": 1}),
    "growth": city(expected_growth="500 %"),
    "count": city(count_rule="weeks", lag=-1),
    "single listed": city(single_listed=[{"name": "a", "energy": {"2025": "1 t"}}]),
    "new source": city(new_source=[{"name": "a", "emission": {"hg": "1 t", "cod": "1 kWh"}, "fails": ["xx"]}]),
    "include": city(include=["nowhere.toml"]),
    "a plant": {"sector": "coking", "year": 2025, "battery": []},
    "nothing": {},
}  # fmt: skip


def own_tables():
    with alone() as folder:
        lines = []
        for name, text, load in (
            ("factors", FACTORS, load_own_factors),
            ("limits", LIMITS, load_own_limits),
            ("measures", MEASURES, load_own_measures),
        ):
            file = folder / f"{name}.csv"
            head, *rows = text.splitlines()
            files = {"all": text.encode(), **{row: f"{head}\n{row}\n".encode() for row in rows}, **CELLS}
            for of, raw in files.items():
                file.unlink(missing_ok=True)
                if raw is not None:
                    file.write_bytes(raw)
                lines += [f"- {name}: {of[:80]}", *told(partial(load, file))]
        return "\n".join(lines)


def own_plans():
    with alone():
        return all_told(plans(), _plan)


def _plan(text):
    Path("mine.toml").write_text(text, encoding="utf-8")
    return load_plan("mine.toml")


def mappings():
    with alone():
        return all_told(((each, each) for each in MAPPINGS), _mapping)


def _mapping(text):
    Path("map.toml").write_text(text, encoding="utf-8")
    return read_mapping(Path("map.toml"))


VALUES = ("=1+1", "#DIV/0!", "5 t", "１２", "text", True, -1, 1e300, "5 parsec", "")


def _cells(value, book):
    for row in range(3, 12):
        book["焦炉"].cell(row, 2).value = value


def workbook(changes):
    """Return what is said of a form with cells that are wrong, each in a copy of its own."""
    from openpyxl import load_workbook

    from ecdcalc.report.workbook.form import write_form

    with alone() as folder:
        blank, filled = folder / "blank.xlsx", folder / "filled.xlsx"
        write_form(tomllib.loads(sector("coking").template), blank, "zh")
        lines = []
        for name, change in changes.items():
            book = load_workbook(blank)
            change(book)
            book.save(filled)
            lines += [f"- {name}", *told(lambda: assess(load_plant(filled)))]
        for raw in (b"", b"PK", b"text", blank.read_bytes()[:3000]):
            filled.write_bytes(raw)
            lines += [f"- {raw[:10]!r}", *told(lambda: load_plant(filled))]
        return "\n".join(lines)


_BOOKS = {
    "mark": lambda book: book["说明"].__setitem__("A1", "x"),
    "version": lambda book: book["说明"].__setitem__("B1", "99"),
    "sheet gone": lambda book: book.remove(book["焦炉"]),
    "sheet hidden": lambda book: setattr(book["焦炉"], "sheet_state", "hidden"),
    "row unknown": lambda book: book["焦炉"].__setitem__("A5", "未知"),
    "row twice": lambda book: book["焦炉"].__setitem__("A6", book["焦炉"]["A5"].value),
    "merged": lambda book: book["焦炉"].merge_cells("B4:B5"),
    "unit": lambda book: book["焦炉"].__setitem__("C5", "parsec"),
    "unit of another kind": lambda book: book["焦炉"].__setitem__("C5", "kWh"),
    "unit gone": lambda book: [book["焦炉"].__setitem__(f"C{row}", None) for row in range(3, 12)],
    "percent": lambda book: [setattr(book["焦炉"][f"B{row}"], "number_format", "0%") for row in range(3, 12)],
    "another item": lambda book: book["焦炉"].__setitem__("H4", 5),
}  # fmt: skip


def forms():
    """Return what is said of a form of one's own with a word of its description changed, one after another."""
    folder = shipped()["saving-report"]
    text = (folder / "form.toml").read_text(encoding="utf-8")
    with alone() as here:
        lines = []
        for old, new in FORMS:
            assert old in text, old
            copytree(folder, here / "own")
            (here / "own" / "form.toml").write_text(text.replace(old, new, 1), encoding="utf-8")
            lines += [f"- {old} -> {new}", *told(lambda: read_form(here / "own"))]
            rmtree(here / "own")
        return "\n".join(lines)


FORMS = [
    ('from = "sector_label"', 'from = "sector_lable"'), ('id = "year", zh', 'id = "code", zh'), ("digits = 4", "digits = 10"), ("digits = 4", "digits = 9"),
    ("digits = 4", "digits = -1"), ("digits = 4", 'digits = "x"'), ('show = "word"', 'show = "wrod"'), ('rows = "not_computed.*"', 'rows = "not_calculated.*"'),
    ("up = 1", "up = 2"), ("up = 1", "up = -1"), ("optional = true", 'optional = "no"'), ("required = true", "required = 1"), ('basis = "calorific"', 'basis = "x"'),
    ('unit = "tce"', 'unit = "tca"'), ('unit = "tce"', 'unit = "kWh"'), ("text = { zh =", "text = { cell = [], zh ="), ("[[chapter]]", "[chapter]"), ("id = ", "ID = "),
]  # fmt: skip


def snapshots():
    """Return what is said of a snapshot that was changed, and what of one whose rest has changed since."""
    text = (ROOT / "tests/golden/coking.ecd.json").read_text(encoding="utf-8")
    with alone():
        lines = []
        for name, change in SNAPSHOTS.items():
            content = json.loads(text)
            change(content)
            signed = {**content, "sha256": checksum(content)} if name.startswith("signed") else content
            Path("x.ecd.json").write_text(json.dumps(signed, ensure_ascii=False), encoding="utf-8")
            done = ran(["rerun", "x.ecd.json", *(["--lang", "zh"] if "again" in name else [])])
            lines += [f"- {name}", done.output, f"$ {done.exit_code}"]
        return "\n".join(lines)


def _less(content):
    id = next(each for each in content["factors"] if each.endswith(".coal"))
    content["factors"][id]["value"] = 0.5
    content["result"]["totals"]["energy_saved"]["value"] += 1
    content["ecdcalc"] = "0.0.1"


def _every_number(found):
    for key, each in found.items() if isinstance(found, dict) else enumerate(found):
        if isinstance(each, (dict, list)):
            _every_number(each)
        elif isinstance(each, float):
            found[key] = each + 1


SNAPSHOTS = {
    "as it was": lambda content: None,
    "edited": lambda content: content["result"].update(plant="another"),
    "signed later": lambda content: content.update(snapshot=99),
    "signed none": lambda content: content.pop("snapshot"),
    "signed no edition": lambda content: content.update(snapshot=True),
    "signed lacks": lambda content: [content.pop("factors"), content.update(result=5)],
    "signed with other factors": _less,
    "signed with other factors again": _less,
    "signed with other numbers": lambda content: _every_number(content["result"]),
}


def filed_reports():
    """Return what is said of a report as filed, with one cell after another a tenth larger, below zero or a word."""
    whole = {"second": SECOND, "transformed": TRANSFORMED, **REPORT}
    with alone():
        lines = []
        places = [(t, r, c) for t in whole for r, line in enumerate(whole[t]) for c in range(len(line))]
        for number, (table, row, column) in enumerate(places[::3]):
            if (table, column) == ("transformed", 0):  # the carriers are those of the first table
                continue
            cells = deepcopy(whole)
            found = cells[table][row][column]
            ways = (1.1, -1) if isinstance(found, (int, float)) else ("x", None)
            way = ways[number % 2]
            cells[table][row][column] = found * way if isinstance(found, (int, float)) else way
            lines += [
                f"- {table} {row} {column}: {found} -> {cells[table][row][column]}",
                *told(partial(_filled, cells)),
            ]
        return "\n".join(lines)


def _filled(cells):
    report = written(Path("filed.xlsx"), **cells)
    rows = filed(report, 2023)
    check_rows(rows)
    found = filled_in(STEEL, report, rows, "")
    raise InputError(found.left)  # what is not taken is said in the same way


REPORT = {
    "indicators": [["工序", "指标名称", "指标单位", "指标值", "子项值", "母项值", "母项单位", "换算系数"], ["钢铁厂", "吨钢综合能耗", "kgce/t", 127.9, 63931.55, 50, "万t", 0.1]],
    "targets": [["目标项", "节能目标", "实际节能量", "完成率"], ["技术节能量", 3000, 3300, "110%"]],
    "limits": [["标准号", "产品", "限额", "实际", "是否符合"], ["GB 21256", "高炉工序", 435, 400, "是"]],
    "projects": [["工序", "项目", "投资（万元）", "节能量"], ["", "换灯", 10, 5]],
}  # fmt: skip

GRADE = "grade --date 2026-01-01 --product gb21342-2013.coke.top-charging"
COMMANDS = [
    "sector cokking --input examples/coking.toml", "sector coking --input nowhere.toml", "sector coking --input examples",
    "sector steel --input examples/coking.toml", "sector coking --input examples/city/city.toml", "region --input examples/coking.toml",
    "sector coking --input examples/coking.toml --encoding utf-99", "sector coking --input examples/coking.toml --draws 99",
    "sector coking --input examples/coking.toml --draws 1000001", "sector coking --input examples/coking.toml --seed 1",
    "sector coking --input examples/coking.toml --draws 100 --seed -1", "sector coking --input examples/coking.toml --draws 100 --set a",
    "sector coking --input examples/coking.toml --set a", "sector coking --input examples/coking.toml --compare examples/steel.toml",
    "sector coking --input examples/coking.toml --plan yuncheng", "sector coking --input examples/coking.toml --factors nowhere.csv",
    "sector coking --input examples/coking.toml --limits examples/coking.toml", "sector coking --input examples/coking.toml --measures nowhere.csv",
    "sector coking --input examples/coking.toml --output x.ods", "sector coking --input examples/coking.toml --output nowhere/x.json",
    "sector coking --input examples/coking.toml --output examples", "sector coking --input examples/coking.toml --output x.json --output ./x.json",
    "sector coking --input examples/coking.toml --output x.csv --format json", "sector coking --input examples/coking.toml --form saving-raport --output x.docx",
    "sector coking --input examples/coking.toml --form region-report --output x.docx", "sector coking --input examples/coking.toml --form saving-report",
    "sector coking --input examples/coking.toml --schema 3", "sector coking --input examples/coking.toml --basis x",
    "sector coking --input tests/cases/missing-wan.toml --strict", "sector coking --input examples/coking.toml --output examples/coking.toml",
    "region --input examples/city/city.toml --map nowhere.json", "region --input nowhere.toml", "region --input examples/city/city.toml --jobs 0",
    "region --input examples/city/city.toml --draws 1", "choose --input examples/coking.toml", "choose --input examples/coking.toml --target T999",
    "choose --input examples/coking.toml --level 2 --keep nothing", "choose --input examples/coking.toml --level 2 --without nothing",
    "choose --input examples/coking.toml --level 2 --counties emission", "choose --input examples/coking.toml --level 2 --dual-control",
    "choose --input examples/coking.toml --level 2 --curve x", "choose --input examples/coking.toml --level 5",
    "choose --input examples/city/city.toml --level 2 --counties x", "measures cokking", "measures coking --plan x", "measures --input nowhere.toml",
    "measures --input examples/coking.toml --sort nothing", "energy-report --input nowhere.xlsx", "energy-report --input examples/coking.toml --output x.csv",
    "energy-report --input examples/city/city.toml", "form check --form x --input examples/coking.toml", "form check --form saving-report --input nowhere.toml",
    "carriers nothing-of-this", "carriers --year 1900", "carriers --province nowhere", "factors nothing-of-this", "limits nothing-of-this",
    f"{GRADE} --value 110", f"{GRADE} --value 110t", f"{GRADE} --value 110kWh/t", f"{GRADE} --value -1kgce/t", f"{GRADE} --value 110kgce/t --date x",
    f"{GRADE} --value 110kgce/t --input moisture", f"{GRADE} --value 110kgce/t --input x=5", f"{GRADE} --value 110kgce/t --input moisture=5",
    f"{GRADE} --value 110kgce/t --scale 0", f"{GRADE} --value 110kgce/t --scale 9", f"{GRADE} --value 110kgce/t --scale -1", f"{GRADE} --value 110kgce/t --shift 5t",
    f"{GRADE} --value 110kgce/t --shift 5", f"{GRADE} --value 110kgce/t --value-scale 0", f"{GRADE} --value 110kgce/t --uncorrected --shift 5kgce/t",
    "grade --date 2026-01-01 --product coke --value 110kgce/t", "grade --date 2026-01-01 --product nothing-of-this --value 110kgce/t", "grade --date 2026-01-01 --product gb21342-2025.coke.top-chargin --value 1kgce/t",
    "convert 5t kWh", "convert 5 t", "convert 5t parsec", "convert 5kWh tce --basis primary", "convert 5kWh tce --basis primary --year 1990", "convert 5t tce --carrier nothing",
    "convert 5t tce --carrier raw-cola", "convert 5t tce --carrier raw-coal --edition 2008", "convert 5t tce --lhv 5", "convert 5t tce --lhv 20MJ/kg --factor 0.7kgce/kg",
    "convert 5GJ tce --carrier heat --basis primary", "convert 5t tce --carrier steam", "convert 5t tce --carrier steam --pressure 0.8MPa --temperature 20°C",
    "convert 5t tce --carrier steam --pressure 99MPa", "convert 5m3 tce --carrier blast-furnace-gas", "convert 5t tce --carrier raw-coal --pressure 1MPa",
    "convert-keys --input nowhere.toml", "plan show nothing", "plan check nowhere.toml", "plan check examples/coking.toml", "plan new X", "explain nothing --input examples/coking.toml",
    "explain saved.NOy --input examples/coking.toml", "explain battery[9].energy --input examples/coking.toml", "rerun nowhere.ecd.json", "rerun examples/coking.toml",
    "schema cokking", "template cokking", "template coking --output x.csv", "sectors --lang fr", "nothing", "",
    "portfolio --output x.csv", "portfolio --input nowhere.csv --output x.csv", "portfolio --input examples/coking.toml --output x.csv",
    "portfolio --input tests/cases/B10-semicolons.csv --output x.csv --sector coking --process battery", "portfolio --input tests/cases/B10-semicolons.csv --output x.ods --sector coking --process battery",
    "portfolio --input tests/cases/B11-two-columns-one-input.csv --output x.csv --sector coking --process battery", "portfolio --input tests/cases/B11-two-columns-one-input.csv --output x.csv --sector coking --process batery",
    "portfolio --input tests/cases/B11-two-columns-one-input.csv --output x.csv --sector cokking --process battery", "portfolio --input tests/cases/fullwidth-digit.csv --output x.csv",
    "portfolio --input tests/cases/fullwidth-digit.csv --output x.md", "portfolio --input tests/cases/fullwidth-digit.csv --output x.csv --rejects x.csv --sector coking --process battery",
]  # fmt: skip
"""Commands that are refused."""


def commands(first, last):
    """Return what some commands say in one language after the other, and how they end."""
    there = {each.name for each in Path().iterdir()}
    lines = []
    for number, command in enumerate(COMMANDS[first:last]):
        words = [*command.split(), *(["--lang", "zh"] if number % 2 and "--lang" not in command and command else [])]
        done = ran(words)
        lines += [f"$ ecdcalc {' '.join(words)}", done.output[:3000], f"$ {done.exit_code}"]
    assert {each.name for each in Path().iterdir()} == there
    return "\n".join(lines)


_AT_ONCE = 40
KEPT = {
    "quantities": quantities,
    "plants": plants,
    **{f"template-{id}": partial(template, id) for id in sorted(sectors())},
    "cases": cases,
    "city": lambda: wrong_city(CITY),
    "city-example": example_city,
    "regions": lambda: all_told(REGIONS.items(), lambda document: assess_region(read_region(document))),
    "own-tables": own_tables,
    "own-plans": own_plans,
    "questions": lambda: all_told(QUESTIONS.items(), lambda asked: read_question(**asked)),
    "maps": lambda: all_told(MAPS.items(), lambda raw: read_map(raw, "map.json", ["A", "B"])),
    "mappings": mappings,
    "workbook": lambda: workbook(_BOOKS),
    "workbook-cells": lambda: workbook({repr(each): partial(_cells, each) for each in VALUES}),
    "forms": forms,
    "snapshots": snapshots,
    "filed-reports": filed_reports,
    **{f"commands-{first}": partial(commands, first, first + _AT_ONCE) for first in range(0, len(COMMANDS), _AT_ONCE)},
}  # fmt: skip


@pytest.mark.parametrize("name", KEPT)
def test_what_is_said_of_mistakes_is_what_was_said(name, monkeypatch):
    monkeypatch.chdir(ROOT)
    check(KIND, name, KEPT[name](), READABLE)


def test_what_is_kept_is_what_is_made():
    assert {each.stem for each in folder_of(KIND).iterdir()} == {*KEPT}


if __name__ == "__main__":
    os.chdir(ROOT)
    keep(KIND, KEPT, READABLE)
