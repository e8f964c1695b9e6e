"""Build the layouts of the forms that are shipped, from their form.toml: a table for the cells, one for each table.

A layout is a plain Word document with tags; who needs another one copies the folder and edits it in Word.

It is held to what Word, LibreOffice and WPS Office all show. WPS takes the widths of columns from the grid of a table and
does not fit a table to its content (so all widths are fixed and agree), shows no field without a result, reports fonts of
a theme as missing, and shows merged cells and tables of contents in its own way (so there are none). Chapters are
numbered in their text.
"""

from __future__ import annotations

import re
from pathlib import Path

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from ecdcalc.report.forms.form import read_form, shipped

PAGE = 24.6
"""Centimetres between the margins."""
NUMBER = 1.3
"""Centimetres for the number of a row."""
WIDE = 7
"""From so many columns on the text of a table is smaller."""
WESTERN = "Times New Roman"
STYLES = {
    "Normal", "DefaultParagraphFont", "TableNormal", "NoList", "TableGrid", "Title", "TitleChar", "Heading1", "Heading1Char",
    "Heading2", "Heading2Char", "Caption", "Header", "HeaderChar", "Footer", "FooterChar",
}  # fmt: skip
"""The styles that stay, by their ids."""
UNUSED = {"stylesWithEffects", "customXml", "numbering", "fontTable", "thumbnail"}
"""Parts of the document that python-docx begins with and no layout uses."""
WORDS = {
    "number": ("No.", "序号"),
    "missing": ("Cells to be filled", "待填项目"),
    "none_missing": ("Every required cell is filled.", "必填项目均已填写。"),
}


def fonts(of, eastern):
    """Name the fonts of a style or run for western and eastern text alike."""
    properties = of.element.get_or_add_rPr()
    found = properties.get_or_add_rFonts()
    for key in list(found.attrib):
        del found.attrib[key]
    for key in ("ascii", "hAnsi", "cs"):
        found.set(qn(f"w:{key}"), WESTERN)
    found.set(qn("w:eastAsia"), eastern)


def flag(parent, name):
    element = OxmlElement(name)
    element.set(qn("w:val"), "true")
    parent.append(element)


def write(cell, text, size, bold=False):
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.paragraph_format.line_spacing = 1.0
    run = paragraph.add_run(text)
    run.font.size, run.bold = Pt(size), bold
    fonts(run, "仿宋")


def styled():
    document = docx.Document()
    reduced(document)
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21.0)
    section.left_margin = section.right_margin = Cm(2.54)
    section.top_margin = section.bottom_margin = Cm(2.54)
    for name, eastern, size, bold in (
        ("Normal", "仿宋", 12, False),
        ("Title", "宋体", 24, True),
        ("Heading 1", "黑体", 16, True),
        ("Heading 2", "仿宋", 14, True),
        ("Caption", "仿宋", 10.5, True),
    ):
        style = document.styles[name]
        style.font.size, style.font.bold, style.font.italic = Pt(size), bold, False
        style.paragraph_format.keep_with_next = name not in ("Normal", "Title")
        style.font.color.rgb = docx.shared.RGBColor(0, 0, 0)
        fonts(style, eastern)
    return document


def reduced(document):
    """Leave out of the document that python-docx begins with what no layout uses, and name its fonts by themselves."""
    styles = document.styles.element
    for style in [*styles.style_lst]:
        if style.styleId not in STYLES:
            styles.remove(style)
    for found in styles.xpath("//w:rFonts"):
        for key in list(found.attrib):
            del found.attrib[key]
        for key, font in (("ascii", WESTERN), ("hAnsi", WESTERN), ("cs", WESTERN), ("eastAsia", "仿宋")):
            found.set(qn(f"w:{key}"), font)
    for found in (*styles.xpath("//w:rPrDefault//w:lang"), *document.settings.element.xpath("//w:themeFontLang")):
        found.set(qn("w:eastAsia"), "zh-CN")
    for found in document.settings.element.xpath("w:zoom"):
        found.set(qn("w:percent"), "100")
    for part in (document.part, document.part.package):
        for id, each in [*part.rels.items()]:
            kind = each.reltype.rpartition("/")[2]
            if kind in UNUSED:
                del part.rels[id]
            elif kind == "theme":
                theme = re.sub(r"<a:font [^>]*/>", "", each.target_part.blob.decode("utf-8"))
                theme = re.sub('(<a:(latin|cs) typeface=)"[^"]*"', rf'\1"{WESTERN}"', theme)
                theme = re.sub('(<a:ea typeface=)"[^"]*"', r'\1"仿宋"', theme)
                each.target_part._blob = theme.encode("utf-8")


def page_number(paragraph):
    """Write the number of the page as a field with a result, without which WPS shows nothing."""
    for tag, attribute, text in (
        ("w:fldChar", "begin", None),
        ("w:instrText", None, "PAGE"),
        ("w:fldChar", "separate", None),
        ("w:t", None, "1"),
        ("w:fldChar", "end", None),
    ):
        mark = OxmlElement(tag)
        mark.text = text
        if attribute:
            mark.set(qn("w:fldCharType"), attribute)
        paragraph.add_run()._r.append(mark)


def set_widths(table, weights, number=0.0):
    """Share the page among the columns; the first one of a list is for its number, and as wide as that needs."""
    shares = [(PAGE - number) * each / sum(weights) for each in weights]
    table.autofit = False
    whole = table._tbl.tblPr.xpath("w:tblW")[0]
    whole.set(qn("w:type"), "dxa")
    whole.set(qn("w:w"), str(Cm(PAGE).twips))
    for column, width in zip(table.columns, [number, *shares] if number else shares, strict=True):
        column.width = Cm(width)  # of the grid, by which LibreOffice and WPS go
        for cell in column.cells:
            cell.width = column.width  # by which Word goes


def add_cells(document, cells, lang):
    table = document.add_table(rows=0, cols=2, style="Table Grid")
    for cell in cells:
        row = table.add_row()
        flag(row._tr.get_or_add_trPr(), "w:cantSplit")
        write(row.cells[0], cell.label(lang), 10.5)
        write(row.cells[1], f"{{{{ cell.{cell.id} }}}}", 10.5)
    set_widths(table, (2, 3))


def add_rows(document, name, columns, lang, loop):
    size = 9 if len(columns) >= WIDE else 10.5
    table = document.add_table(rows=4, cols=len(columns) + 1, style="Table Grid")
    head, begin, body, end = table.rows
    flag(head._tr.get_or_add_trPr(), "w:tblHeader")
    for row in (head, body):
        flag(row._tr.get_or_add_trPr(), "w:cantSplit")
    heads = [WORDS["number"][lang == "zh"], *(text for _, text, _ in columns)]
    for cell, text in zip(head.cells, heads, strict=True):
        write(cell, text, size, bold=True)
    begin.cells[0].text = f"{{%tr for row in {loop} %}}"
    for cell, key in zip(body.cells, ["number", *(key for key, _, _ in columns)], strict=True):
        write(cell, f"{{{{ row.{key} }}}}", size)
    end.cells[0].text = "{%tr endfor %}"
    set_widths(table, [width for _, _, width in columns], NUMBER)
    document.add_paragraph()


def add_picture(document, name):
    """Show a picture where the result has it, with its text below."""
    document.add_paragraph(f"{{%p for each in picture.{name} %}}")
    for tag in ("{{ each.image }}", "{{ each.alt }}"):
        paragraph = document.add_paragraph(style=None if "image" in tag else "Caption")
        run = paragraph.add_run(tag)
        fonts(run, "仿宋")
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.keep_with_next = "image" in tag
    document.add_paragraph("{%p endfor %}")


def build(form, lang):
    """Return the layout of a form in a language."""
    document = styled()
    title = document.add_paragraph(style="Title")
    title.add_run("{{ title }}")
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for number, chapter in enumerate(form.chapters, 1):
        document.add_paragraph(f"{number}  {chapter.label(lang)}", style="Heading 1")
        if chapter.text[lang]:
            document.add_paragraph(chapter.text[lang])
        if chapter.cells:
            add_cells(document, chapter.cells, lang)
            document.add_paragraph()
        for name in chapter.pictures:
            add_picture(document, name)
        for table in chapter.tables:
            if table.optional:
                document.add_paragraph(f"{{%p if table.{table.id} %}}")
            document.add_paragraph(table.label(lang), style="Caption")
            columns = [(each.id, each.label(lang), each.width) for each in table.columns]
            add_rows(document, table.id, columns, lang, f"table.{table.id}")
            if table.note:
                document.add_paragraph(table.note[lang])
            if table.optional:
                document.add_paragraph("{%p endif %}")
    document.add_paragraph(WORDS["missing"][lang == "zh"], style="Heading 1")
    document.add_paragraph("{%p if missing %}")
    add_rows(document, "missing", [("label", WORDS["missing"][lang == "zh"], 9)], lang, "missing")
    document.add_paragraph("{%p else %}")
    document.add_paragraph(WORDS["none_missing"][lang == "zh"])
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{{ origin }}")
    footer = document.sections[0].footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    footer.add_run("{{ title }} · ecdcalc {{ ecdcalc }} · ")
    page_number(footer)
    return document


def main():
    for folder in shipped().values():
        form = read_form(folder)
        for lang in ("zh", "en"):
            build(form, lang).save(str(Path(folder) / f"form.{lang}.docx"))


if __name__ == "__main__":
    main()
