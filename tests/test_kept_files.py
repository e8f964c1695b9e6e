"""What is written into files, as it was when somebody last looked: workbooks, pages, Word, books of calculation, pictures.

Of workbooks and documents what a reader sees is kept, and how it looks, not the bytes of the archive; of pictures what
is to be drawn. After a change on purpose, `python tests/test_kept_files.py` writes the texts anew; read the difference
before they are kept.
"""

import json
import os
import struct
import tempfile
import tomllib
import zipfile
import zlib
from functools import cache, partial
from pathlib import Path
from xml.etree import ElementTree

import pytest
from billed import document as billed
from kept import ROOT, check, folder_of, keep
from priced import coking
from shown import EXAMPLES, assessed

from ecdcalc import assess, assess_region, read_plant
from ecdcalc.decide.chance import with_chance
from ecdcalc.decide.choose import choose
from ecdcalc.decide.contract import contract
from ecdcalc.decide.question import read_question
from ecdcalc.model.sector import sector
from ecdcalc.read.region import read_region
from ecdcalc.report.charts import chart as charts
from ecdcalc.report.charts.of_result import choice_charts
from ecdcalc.report.forms.fill import fill
from ecdcalc.report.forms.form import load_form, shipped
from ecdcalc.report.forms.word import set_form
from ecdcalc.report.outputs import ASSESSMENT, CHOICE, COMPARISON, ENERGY_REPORT, INPUT, REGION, Asked
from ecdcalc.report.paper.book import book
from ecdcalc.report.paper.region import pages
from ecdcalc.report.schema import plant_schema
from ecdcalc.report.side_by_side import compare

for each in ("docxtpl", "jinja2", "xlsxwriter"):
    pytest.importorskip(each)
KIND = "files"
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
LOOKS = {
    "cols": ("col",), "sheetViews": ("pane",), "mergeCells": ("mergeCell",), "sheetProtection": (), "pageSetup": (),
    "dataValidations": ("dataValidation", "formula1", "formula2"),
    "conditionalFormatting": ("cfRule", "formula"),
}  # fmt: skip
"""What is kept of a sheet beside its cells."""


# --- what is written out of


@cache
def of(name):
    """Return a result: an example, the coking plant with prices and draws, or two counties of the city."""
    if name == "priced":
        return with_chance(assess(read_plant(billed())), 100, 1)
    if name == "part":
        city = EXAMPLES / "city" / "city.toml"
        found = tomllib.loads(city.read_text(encoding="utf-8"))
        return assess_region(read_region({**found, "county": found["county"][1:3]}, folder=city.parent))
    return assessed(name)


@cache
def chosen(lang):
    plant = coking(economics={"rate": "12 %", "rate_is": "real"})
    return contract(choose(plant, read_question(reduce=["CO2=350000 t"], alternatives=2)), lang)


@cache
def beside(lang):
    names = ("coking", "priced")
    return compare(*map(of, names), names=[*names]).to_dict(lang)


# --- what is kept of it


def written(make, result, lang, suffix):
    """Return the bytes of a file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"kept{suffix}"
        make(result, path, Asked(lang))
        return path.read_bytes()


def tree_of(archive, name):
    return ElementTree.fromstring(archive.read(name))


def bare(tag):
    return tag.rpartition("}")[2]


def sheets(make, result, lang):
    """Return a workbook as text: its sheets, each cell with formula, value and look, and what else shows."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "kept.xlsx"
        make(result, path, Asked(lang))
        with zipfile.ZipFile(path) as archive:
            return "\n".join(_workbook(archive))


def _workbook(archive):
    names = set(archive.namelist())
    shared = [] if "xl/sharedStrings.xml" not in names else tree_of(archive, "xl/sharedStrings.xml")
    texts = ["".join(each.itertext()) for each in shared]
    looks = _looks(tree_of(archive, "xl/styles.xml"))
    whole = tree_of(archive, "xl/workbook.xml")
    for number, sheet in enumerate(whole.iter(f"{MAIN}sheet"), 1):
        yield f"## {sheet.get('name')} {sheet.get('state', '')}"
        yield from _sheet(tree_of(archive, f"xl/worksheets/sheet{number}.xml"), texts, looks)
    for each in whole.iter(f"{MAIN}definedName"):
        yield f"{each.get('name')} = {each.text}"
    for name in sorted(names):
        if name.startswith("xl/comments"):
            for each in tree_of(archive, name).iter(f"{MAIN}comment"):
                yield f"comment {each.get('ref')}: {'/'.join(''.join(each.itertext()).split())}"
        if name.startswith("xl/charts/"):
            yield f"chart: {' '.join(each.text for each in tree_of(archive, name).iter(f'{CHART}f'))}"


def _looks(styles):
    """Return how each style of a cell looks."""
    formats = {each.get("numFmtId"): each.get("formatCode") for each in styles.iter(f"{MAIN}numFmt")}
    fonts, fills, borders = (
        [" ".join(f"{bare(part.tag)}{''.join(part.attrib.values())}" for part in each.iter() if part.attrib or bare(part.tag) in "bi")
         for each in styles.find(f"{MAIN}{kind}")]
        for kind in ("fonts", "fills", "borders")
    )  # fmt: skip
    for each in styles.find(f"{MAIN}cellXfs"):
        told = [formats.get(each.get("numFmtId"), each.get("numFmtId"))]
        told += [kind[int(each.get(id))] for kind, id in ((fonts, "fontId"), (fills, "fillId"), (borders, "borderId"))]
        told += [f"{name}={value}" for inner in each for name, value in inner.attrib.items()]
        yield " ".join(told)


def _sheet(tree, texts, looks):
    looks = [*looks]
    for row in tree.iter(f"{MAIN}row"):
        if row.get("ht"):
            yield f"row {row.get('r')} is {row.get('ht')} high"
        for cell in row:
            value, formula = (getattr(cell.find(f"{MAIN}{tag}"), "text", None) for tag in "vf")
            value = texts[int(value)] if cell.get("t") == "s" else value
            yield f"{cell.get('r')} {'' if value is None else value!r} {'' if formula is None else f'= {formula}'} [{cell.get('s', 0)}]"
    for name, parts in LOOKS.items():
        for found in tree.iter(f"{MAIN}{name}"):
            yield f"{name} {_attributes(found)}"
            for each in found.iter():
                if bare(each.tag) in parts:
                    yield f"  {bare(each.tag)} {_attributes(each)} {(each.text or '').strip()}"


def _attributes(node):
    return " ".join(f"{bare(name)}={value}" for name, value in sorted(node.attrib.items()))


def styles(make, result, lang):
    """Return how the cells of a workbook look."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "kept.xlsx"
        make(result, path, Asked(lang))
        with zipfile.ZipFile(path) as archive:
            return "\n".join(_looks(tree_of(archive, "xl/styles.xml")))


def page(make, result, lang):
    """Return a page with its pictures left out, from the first table on: what is above is the same in all pages."""
    return written(make, result, lang, ".html").decode("utf-8").partition("<body")[2]


def document(form, result, lang):
    """Return the paragraphs and the rows of the tables of a form as Word."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "kept.docx"
        set_form(fill(load_form(form), result, lang), path, lang)
        with zipfile.ZipFile(path) as archive:
            body = tree_of(archive, "word/document.xml").find(f"{WORD}body")
    return "\n".join(_lines(body))


def _lines(body):
    for each in body:
        if bare(each.tag) == "tbl":
            for row in each.iter(f"{WORD}tr"):
                yield " | ".join(_said(cell) for cell in row.iter(f"{WORD}tc"))
        else:
            sizes = [f"[{node.get('cx')}×{node.get('cy')}]" for node in each.iter() if bare(node.tag) == "extent"]
            said = [node.get("descr", "") for node in each.iter() if bare(node.tag) == "docPr"]
            yield " ".join([_said(each), *sizes, *said])


def _said(node):
    return " ".join("".join(node.itertext()).split())


def plain(found):
    return json.dumps(found, ensure_ascii=False, indent=1, default=list)


def drawn(result, lang):
    """Return what is to be drawn of a result, with the table and the text of each picture."""
    made = result.charts.zh if lang == "zh" else result.charts
    return "\n".join(map(_told, made.values()))


def _told(each):
    rows = "\n".join(" | ".join(map(str, row)) for row in [each.table.headers, *each.table.rows])
    return f"## {each.id}: {each.title}\n{each.alt}\n{rows}\n{plain(each.spec)}"


def form(name, lang):
    """Return the workbook to fill in of a sector or of the city."""
    text = (EXAMPLES / "city" / "city.toml").read_text(encoding="utf-8") if name == "city" else sector(name).template
    return sheets(INPUT[".xlsx"], lambda _: ("", tomllib.loads(text)), lang)


def energy_tables(name, lang):
    from ecdcalc.assessment.energy_report import rows_of
    from ecdcalc.report.energy_report import EnergyReport

    plant = of(name).plant
    return sheets(ENERGY_REPORT[".xlsx"], EnergyReport(rows_of(plant), plant), lang)


def rendered(forms, name, lang, suffix, schema=2):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"kept{suffix}"
        forms[suffix](of(name), path, Asked(lang, schema))
        return path.read_text(encoding="utf-8-sig")


BOTH = ("en", "zh")
PLANTS = (("coking", "en"), ("equipment", "zh"), ("priced", "zh"), ("steel", "en"), ("chemicals", "zh"))
KEPT = {
    **{f"workbook-{name}-{lang}": lambda name=name, lang=lang: sheets(ASSESSMENT[".xlsx"], of(name), lang)
       for name, lang in PLANTS},
    **{f"workbook-part-{lang}": lambda lang=lang: sheets(REGION[".xlsx"], of("part"), lang) for lang in BOTH},
    "workbook-looks": lambda: styles(ASSESSMENT[".xlsx"], of("coking"), "en"),
    **{f"form-{name}-{lang}": partial(form, name, lang)
       for name, lang in (("coking", "zh"), ("equipment", "en"), ("steel", "zh"), ("city", "zh"))},
    **{f"energy-tables-{name}-{lang}": partial(energy_tables, name, lang)
       for name, lang in (("coking", "zh"), ("priced", "en"))},
    **{f"page-{name}-{lang}": lambda name=name, lang=lang: page(ASSESSMENT[".html"], of(name), lang)
       for name, lang in PLANTS},
    **{f"page-city-{lang}": lambda lang=lang: page(REGION[".html"], of("city"), lang) for lang in BOTH},
    **{f"word-{id}-{lang}": lambda id=id, lang=lang: document(id, of("part" if load_form(id).of == "region" else "priced"), lang)
       for id in sorted(shipped()) for lang in BOTH},
    **{f"book-{name}-{lang}": lambda name=name, lang=lang: plain(book(of(name), of(name).to_dict(lang), lang))
       for name, lang in PLANTS},
    **{f"pages-city-{lang}": lambda lang=lang: plain(pages(of("city").to_dict(lang), lang)) for lang in BOTH},
    **{f"pictures-{name}-{lang}": lambda name=name, lang=lang: drawn(of(name), lang) for name, lang in (*PLANTS, ("city", "zh"))},
    **{f"choice-picture-{lang}": lambda lang=lang: "\n".join(map(_told, choice_charts(chosen(lang), lang))) for lang in BOTH},
    **{f"choice-page-{lang}": lambda lang=lang: page(CHOICE[".html"], chosen(lang), lang) for lang in BOTH},
    "choice-workbook-zh": lambda: sheets(CHOICE[".xlsx"], chosen("zh"), "zh"),
    **{f"compared-page-{lang}": lambda lang=lang: page(COMPARISON[".html"], beside(lang), lang) for lang in BOTH},
    **{f"{form}-{name}-{lang}": partial(rendered, ASSESSMENT, name, lang, suffix)
       for form, suffix in (("csv", ".csv"), ("markdown", ".md"), ("json", ".json"))
       for name, lang in (("priced", "zh"), ("equipment", "en"))},
    **{f"{form}-city": partial(rendered, REGION, "city", "zh", suffix)
       for form, suffix in (("csv", ".csv"), ("markdown", ".md"), ("json", ".json"))},
    "json-1": partial(rendered, ASSESSMENT, "coking", "en", ".json", 1),
    "json-1-city": partial(rendered, REGION, "city", "zh", ".json", 1),
    **{f"schema-{id}-{lang}": lambda id=id, lang=lang: plain(plant_schema(sector(id), lang))
       for id, lang in (("coking", "zh"), ("equipment", "en"), ("transport", "zh"))},
}  # fmt: skip


def picture(spec, _scale=2):
    """Return a grey picture as large as is asked for: what is to be drawn is kept by itself, and slow to draw."""

    def part(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    width, height = 64, 48
    rows = zlib.compress((b"\0" + b"\x80" * width) * height)
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", rows) + part(b"IEND", b"")


def undrawn(patch):
    patch.setattr(charts, "svg", lambda spec, id: f"<svg>{id}</svg>")
    patch.setattr(charts, "png", picture)


@pytest.mark.parametrize("name", KEPT)
def test_a_file_is_what_it_was(name, monkeypatch):
    monkeypatch.chdir(ROOT)
    undrawn(monkeypatch)
    check(KIND, name, KEPT[name]())


def test_what_is_kept_is_what_is_made():
    assert {each.stem for each in folder_of(KIND).iterdir()} == {*KEPT}


if __name__ == "__main__":
    os.chdir(ROOT)
    with pytest.MonkeyPatch.context() as patched:
        undrawn(patched)
        keep(KIND, KEPT)
