"""XLSX written some rows at a time: memory does not grow with rows, and a number keeps every digit that it has.

The engine makes the text of the cells for whole columns; what is left is to pack it. Text stands in its cell, not in
a list of texts apart, which would have to be held.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

import polars

_ROWS = 2_000
"""Rows that are made at a time."""
_BAD = "[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_BOOK = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">'
    '<sheets><sheet name="{title}" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
}
_OPEN = (
    f'<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>'
)
_TEXT = '<c t="inlineStr"><is><t xml:space="preserve">{}</t></is></c>'


def write_sheet(lazy: polars.LazyFrame, path: Path, title: str = "Sheet1") -> None:
    """Write a frame to an XLSX file of one sheet, its header frozen."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as book:
        for name, text in _BOOK.items():
            book.writestr(name, _HEAD + text.replace("{title}", escape(title)))
        with book.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            for text in _pieces(lazy):
                sheet.write(text.encode("utf-8"))


def _pieces(lazy: polars.LazyFrame) -> Iterator[str]:
    names = lazy.collect_schema().names()
    header = polars.Series(names, dtype=polars.String).str.replace_all(_BAD, "\ufffd")
    yield _HEAD + _OPEN + '<row r="1">' + "".join(_TEXT.format(escape(name)) for name in header) + "</row>"
    start = 0
    while (frame := lazy.slice(start, _ROWS).collect()).height:
        number = polars.int_range(start + 2, start + 2 + frame.height, dtype=polars.Int64).cast(polars.String)
        cells = [_cell(polars.col(name), kind) for name, kind in frame.schema.items()]
        opened = [polars.lit('<row r="'), number, polars.lit('">')]
        row = polars.concat_str(*opened, *cells, polars.lit("</row>"))
        yield "".join(frame.select(row).to_series().to_list())
        start += frame.height
    yield "</sheetData></worksheet>"


def _cell(here: polars.Expr, kind: polars.DataType) -> polars.Expr:
    """Return the cells of a column; where there is nothing, an empty cell keeps the place."""
    if kind.is_numeric():
        known = here.is_not_null() & (here.is_finite() if kind.is_float() else True)
        made = polars.format("<c><v>{}</v></c>", here)
    elif kind == polars.Boolean:
        known, made = here.is_not_null(), polars.format('<c t="b"><v>{}</v></c>', here.cast(polars.Int8))
    else:
        text = here.cast(polars.String).str.replace_all(_BAD, "\ufffd")
        for sign, name in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;")):
            text = text.str.replace_all(sign, name, literal=True)
        known, made = here.is_not_null(), polars.format(_TEXT, text)
    return polars.when(known).then(made).otherwise(polars.lit("<c/>"))
