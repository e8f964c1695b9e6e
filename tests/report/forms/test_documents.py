"""Every form that is shipped, of every example and the city, in both languages: what it is made of, and what LibreOffice
makes of it. WPS Office is not there to be tried; what it is known to show otherwise than Word is held out of the documents.
"""

import re
import struct
import sys
import zipfile
import zlib
from pathlib import Path

import docx
import pypdf
import pytest
from docx.oxml.ns import qn
from lxml import etree
from shown import LANGUAGES, SECTORS, assessed

from ecdcalc.report.forms import pictures
from ecdcalc.report.forms.fill import fill
from ecdcalc.report.forms.form import load_form, shipped
from ecdcalc.report.forms.word import set_form

sys.path.insert(0, str(Path(__file__).parent))
from word_office import needs_office, opened

LAYOUTS = [load_form(id).layout(lang) for id in shipped() for lang in LANGUAGES]
FONTS = {"Times New Roman", "仿宋", "黑体", "宋体"}
"""In which Chinese offices write."""
ELEMENTS = """
    document body p pPr pStyle keepNext spacing jc r rPr rFonts b sz t tab br tbl tblPr tblStyle tblW tblLayout tblLook
    tblGrid gridCol tr trPr cantSplit tblHeader tc tcPr tcW sectPr footerReference pgSz pgMar cols docGrid
    ftr fldChar instrText drawing inline extent docPr cNvGraphicFramePr graphicFrameLocks graphic graphicData
    pic nvPicPr cNvPr cNvPicPr blipFill blip stretch fillRect spPr xfrm off ext prstGeom
"""
"""All that a document is made of. It has no content control, text box, alternative content, merged cell, table of contents
or automatic number, which WPS drops or shows otherwise (dolanmiu/docx #272 and #748, xceedsoftware/DocX #218)."""
ORDER = {
    "pPr": ["pStyle", "keepNext", "keepLines", "spacing", "ind", "jc", "rPr", "sectPr"],
    "rPr": ["rStyle", "rFonts", "b", "bCs", "i", "iCs", "color", "sz", "szCs", "lang"],
    "tblPr": ["tblStyle", "tblW", "jc", "tblInd", "tblBorders", "tblLayout", "tblCellMar", "tblLook"],
    "tcPr": ["tcW"],
    "tbl": ["tblPr", "tblGrid", "tr"],
    "tr": ["trPr", "tc"],
    "tc": ["tcPr", "p"],
    "p": ["pPr", "r"],
}
"""The order that the schema asks; a stricter reader takes what stands elsewhere for damage."""


def picture(width, height):
    """A grey picture as small as may be: those of results are tested by themselves, and slow to draw."""

    def part(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = zlib.compress((b"\0" + b"\x80" * width) * height)
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", rows) + part(b"IEND", b"")


@pytest.fixture(scope="module")
def documents(tmp_path_factory):
    """The files, and what each was filled with."""
    folder, found = tmp_path_factory.mktemp("word"), {}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pictures, "png", lambda chart: picture(40, 10))
        for name in [*SECTORS, "city"]:
            for form in (load_form(id) for id in shipped()):
                for lang in LANGUAGES if (form.of == "region") == (name == "city") else ():
                    filled = fill(form, assessed(name), lang)
                    file = folder / f"{name}-{form.id}-{lang}.docx"
                    set_form(filled, file, lang)
                    found[file] = filled
    return found


def rows_of(document):
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]


def said(document):
    """What stands beside the tables: chapters with their numbers, captions, notes, each with its style."""
    return [(each.style.name, each.text) for each in document.paragraphs if each.text.strip()]


def parts(file):
    with zipfile.ZipFile(file) as package:
        assert len({*package.namelist()}) == len(package.namelist())
        return {name: package.read(name).decode("utf-8", "replace") for name in package.namelist()}


def test_every_document_holds_every_cell_and_row_of_its_form_and_no_tag(documents):
    assert len(documents) == 2 * (3 * len(SECTORS) + 1)
    for file, filled in documents.items():
        document = docx.Document(str(file))
        tables, texts = rows_of(document), [text for _, text in said(document)]
        told = [tuple(row) for table in tables for row in table]
        lang = file.stem[-2:]
        assert filled.title in texts
        for cell in filled.form.cells:
            assert (cell.label(lang), filled.cells[cell.id]) in told, (file.name, cell.id)
        for table in filled.form.tables:
            rows = [[row["number"], *(row[cell.id] for cell in table.columns)] for row in filled.tables[table.id]]
            heads = [cell.label(lang) for cell in table.columns]
            assert not rows or rows in [each[1:] for each in tables if each[0][1:] == heads]
            assert (table.label(lang) in texts) == bool(rows), (file.name, table.id)
        assert not [each for each in [*texts, *(cell for row in told for cell in row)] if "{{" in each or "{%" in each]


@needs_office
def test_libreoffice_opens_and_saves_every_document_with_all_its_tables_numbers_and_numbering(documents, tmp_path):
    """Saved by another program, each cell, chapter, caption, picture and repeated head is where it was."""
    saved = opened([*documents], tmp_path, "docx")
    for file, filled in documents.items():
        before, after = docx.Document(str(file)), docx.Document(str(saved[file.name]))
        assert rows_of(after) == rows_of(before), file.name
        assert said(after) == said(before), file.name
        chapters = [text for style, text in said(after) if style == "Heading 1"]
        labels = [each.label(file.stem[-2:]) for each in filled.form.chapters]
        assert chapters[:-1] == [f"{number}  {label}" for number, label in enumerate(labels, 1)]
        for one, other in zip(before.tables, after.tables, strict=True):
            assert widths(other) == pytest.approx(widths(one), abs=2), file.name
            assert repeated(other) == repeated(one), file.name
        described = [each.get("descr") for each in after.element.iter() if each.tag.endswith("}docPr")]
        assert described == [each.get("descr") for each in before.element.iter() if each.tag.endswith("}docPr")]


@needs_office
def test_set_on_pages_the_numbers_are_there_and_pages_are_counted(documents, tmp_path):
    """As they are printed: of the coking example and the city, every form in both languages."""
    files = [file for file in documents if file.name.startswith(("coking", "city"))]
    for name, set_ in opened(files, tmp_path, "pdf").items():
        reader = pypdf.PdfReader(set_)
        pages = [re.sub(r"\s", "", page.extract_text()) for page in reader.pages]
        assert [number for number, page in enumerate(pages, 1) if f"·{number}" not in page] == []
        filled, text = next(filled for file, filled in documents.items() if file.name == name), "".join(pages)
        numbers = {*re.findall(r"\d+\.\d+", " ".join(filled.cells.values()))}
        numbers |= {
            each for rows in filled.tables.values() for row in rows for each in re.findall(r"\d+\.\d+", str(row))
        }
        assert len(numbers) > 3 and [each for each in numbers if each not in text] == [], name


def widths(table):
    return [int(each.get(qn("w:w"))) for each in table._tbl.tblGrid.gridCol_lst]


def repeated(table):
    return [bool(row._tr.xpath("w:trPr/w:tblHeader")) for row in table.rows]


def name(element):
    return etree.QName(element).localname


def disordered(tree):
    """Elements whose parts do not stand in the order of the schema."""
    for each in tree.iter(etree.Element):
        order = ORDER.get(name(each))
        places = [order.index(name(child)) if name(child) in order else -1 for child in each] if order else []
        if places != sorted(places) or -1 in places:
            yield name(each), [name(child) for child in each]


def unfixed(tree):
    """Tables whose widths are not said alike in all places: Word takes those of cells, WPS and LibreOffice those of the
    grid, and none fits a table to its content as another does (dolanmiu/docx #272 and #2456, Sayi/poi-tl #36)."""
    for table in tree.iter(qn("w:tbl")):
        grid = [int(each.get(qn("w:w"))) for each in table.find(qn("w:tblGrid"))]
        whole, layout = (table.find(f"{qn('w:tblPr')}/{qn(each)}") for each in ("w:tblW", "w:tblLayout"))
        cells = [[each.find(f".//{qn('w:tcW')}") for each in row.iter(qn("w:tc"))] for row in table.iter(qn("w:tr"))]
        rows = {tuple(int(each.get(qn("w:w"))) for each in row if each.get(qn("w:type")) == "dxa") for row in cells}
        fixed = layout.get(qn("w:type")), whole.get(qn("w:type"))
        if rows != {tuple(grid)} or fixed != ("fixed", "dxa") or abs(int(whole.get(qn("w:w"))) - sum(grid)) > len(grid):
            yield grid, rows, fixed


def unresolved(tree):
    """Fields without a result, of which WPS shows nothing."""
    kinds = [
        each.get(qn("w:fldCharType"), name(each)) for each in tree.iter(*map(qn, ("w:fldChar", "w:instrText", "w:t")))
    ]
    fields = "".join({"begin": "[", "instrText": "i", "separate": "|", "t": "t", "end": "]"}[each] for each in kinds)
    return re.sub(r"\[i\|t\]|t", "", fields)


@pytest.mark.parametrize("kind", ["layouts", "documents"])
def test_documents_are_made_of_what_word_libreoffice_and_wps_show_alike(kind, documents):
    files = documents if kind == "documents" else LAYOUTS
    for file in files:
        texts = parts(file)
        trees = {
            name: etree.fromstring(text.encode()) for name, text in texts.items() if name.endswith((".xml", ".rels"))
        }
        assert {"word/numbering.xml", "word/stylesWithEffects.xml"} & {*texts} == set()
        for part in ("word/document.xml", "word/footer1.xml"):
            tree = trees[part]
            assert {name(each) for each in tree.iter(etree.Element)} <= {*ELEMENTS.split()}, file.name
            assert [*disordered(tree)] == [] and [*unfixed(tree)] == [] and unresolved(tree) == "", file.name
            fonts = {font for each in tree.iter(qn("w:rFonts")) for font in each.attrib.values()}
            assert fonts <= FONTS and all(each.get(qn("w:eastAsia")) for each in tree.iter(qn("w:rFonts")))
        body, styles = trees["word/document.xml"], trees["word/styles.xml"]
        assert name(body[0][-1]) == "sectPr"
        used = {each.get(qn("w:val")) for each in body.iter(qn("w:pStyle"), qn("w:tblStyle"))}
        assert used <= {each.get(qn("w:styleId")) for each in styles.iter(qn("w:style"))}
        ids = [each.get("id") for each in body.iter() if name(each) == "docPr"]
        assert len({*ids}) == len(ids)
        # fonts of a theme are reported as missing where they are not installed (Fokkyp/SoftwareCopyright-Skill #28)
        assert not [
            each for each in (*texts.values(),) if re.search(r"w:\w*[tT]heme(?!FontLang|Color|Shade|Tint)\w*=", each)
        ]
        assert {*re.findall('typeface="([^"]*)"', texts["word/theme/theme1.xml"])} <= FONTS
        assert {*re.findall('w:(?:ascii|hAnsi|cs|eastAsia)="([^"]*)"', texts["word/styles.xml"])} <= {*FONTS, "zh-CN"}
        targets = {each.get("Target") for part in trees if part.endswith(".rels") for each in trees[part]}
        assert {each.rpartition("/")[2] for each in targets} <= {each.rpartition("/")[2] for each in texts}


def test_tables_of_documents_repeat_their_heads_and_break_between_rows(documents):
    for file in documents:
        for table in docx.Document(str(file)).tables:
            whole = [bool(row._tr.xpath("w:trPr/w:cantSplit")) for row in table.rows]
            assert all(whole), file.name
            assert sum(repeated(table)) == (len(table.columns) > 2 or table.cell(0, 0).text in ("No.", "序号"))
