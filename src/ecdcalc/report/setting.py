"""How sections are set as text or Markdown, and rows as CSV."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from ecdcalc.report.section import Section

FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the beginning of a formula."""
_BREAKS = re.compile(r"[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")
_STEERING = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_MARKS = re.compile(r"[\\|`*\[\]]|!(?=\[)")
_BEGINS = re.compile(r"^(\s*)([#>+\-=~])")


def text_table(headers: Sequence[str], rows: Sequence[Sequence[object]], form: str = "simple") -> str:
    """Return a table; wide characters count for two columns."""
    from tabulate import tabulate

    return tabulate(
        rows,
        headers,
        tablefmt=form,
        disable_numparse=True,
        colalign=["left"] * len(headers) if rows else None,
    )


def text_blocks(sections: Iterable[Section]) -> Iterator[str]:
    """Yield title with table, and notes, of each section."""
    for section in sections:
        yield "\n".join([section.title, *([text_table(section.headers, section.rows)] if section.rows else [])])
        if section.notes:
            yield "\n".join(section.notes)


def markdown_blocks(sections: Iterable[Section]) -> Iterator[str]:
    """Yield heading, table and notes of each section."""
    for section in sections:
        heads = [safe(each) for each in section.headers]
        rows = [[safe(str(cell)) for cell in row] for row in section.rows]
        yield f"## {section.title}"
        if rows:
            yield text_table(heads, rows, "pipe")
        if section.notes:
            yield "\n".join(safe_line(each) for each in section.notes)


def one_line(text: str) -> str:
    """Return a text on one line, without what moves or turns a terminal or a page."""
    return _STEERING.sub("", _BREAKS.sub(" ", text))


def safe(text: str) -> str:
    """Keep text from outside from becoming markup: tables, tags, links, images, code, emphasis."""
    return _MARKS.sub(r"\\\g<0>", one_line(text)).replace("<", "&lt;")


def safe_line(text: str) -> str:
    """Keep text from outside from becoming markup where it begins a line: headings, lists, rules, quotations."""
    return _BEGINS.sub(r"\1\\\2", safe(text))


def csv_text(headers: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """Return rows as CSV in which no text is taken for a formula."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(headers)
    for row in rows:
        writer.writerow([escaped(cell) for cell in row])
    return buffer.getvalue()


def escaped(cell: Any) -> Any:
    """Return a cell that no spreadsheet takes for a formula, on one line; numbers stay numbers."""
    if not isinstance(cell, str):
        return cell
    plain = one_line(cell)
    return f"'{plain}" if plain.lstrip()[:1] in FORMULA and plain.strip() else plain


def pair(found: Mapping[str, Any] | None) -> tuple[Any, str]:
    """Return value and unit of the contract, blank where there is none."""
    return (found["value"], found["unit"]) if found else ("", "")
