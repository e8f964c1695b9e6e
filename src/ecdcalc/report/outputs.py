"""The forms of a result as files, each known by its suffix. A new form is a new line in a table of this module.

A maker gets the result, a draft to write, and what is asked; it raises `EcdcalcError` where it cannot be made.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from attrs import frozen

from ecdcalc.assessment.contract.form import SCHEMA


@frozen
class Asked:
    """In which language, in which edition of the JSON, the texts of the user's own tables, by which form for Word."""

    lang: str = "en"
    schema: int = SCHEMA
    own: Callable[[], Mapping[str, str]] = dict
    form: str = ""


Maker = Callable[[Any, Path, Asked], None]
FileText = tuple[str, Mapping[str, Any]]
"""The text of a plant or region file, and its document in keys."""
Forms = Mapping[str, Maker]
"""Makers by suffix; the longest suffix that fits a name is the one that is meant."""

NAMES = {"table": ".txt", "json": ".json", "csv": ".csv", "markdown": ".md"}
"""The forms of `--format`, and the suffix of the same in a file."""


def suffix_of(name: str, forms: Forms) -> str | None:
    """Return the suffix of the form that a file's name asks for, if there is one."""
    fitting = (suffix for suffix in sorted(forms, key=len, reverse=True) if name.lower().endswith(suffix))
    return next((suffix for suffix in fitting if len(Path(name).name) > len(suffix)), None)


def keep(text: str, draft: Path, suffix: str) -> None:
    """Write a text that ends with a line end; CSV begins with the mark by which Excel knows UTF-8."""
    text = text if text.endswith("\n") else text + "\n"
    draft.write_bytes(text.encode("utf-8-sig" if suffix == ".csv" else "utf-8"))


def _assessment(form: str) -> Maker:
    def make(result: Any, draft: Path, asked: Asked) -> None:
        from ecdcalc.report.render import render

        keep(render(result, form, asked.lang, asked.schema), draft, NAMES[form])

    return make


def _region(form: str) -> Maker:
    def make(result: Any, draft: Path, asked: Asked) -> None:
        from ecdcalc.report.region import render_region

        keep(render_region(result, form, asked.lang, asked.schema), draft, NAMES[form])

    return make


def _choice(form: str) -> Maker:
    def make(result: Any, draft: Path, asked: Asked) -> None:
        from ecdcalc.report.choice import render_choice

        keep(render_choice(result, form, asked.lang), draft, NAMES[form])

    return make


def _comparison(form: str) -> Maker:
    def make(result: Any, draft: Path, asked: Asked) -> None:
        from ecdcalc.report.comparison import render_comparison

        keep(render_comparison(result, form, asked.lang), draft, NAMES[form])

    return make


def _comparison_page(result: Any, draft: Path, asked: Asked) -> None:
    from ecdcalc.report.page.write import comparison_page

    draft.write_bytes(comparison_page(result, asked.lang).encode("utf-8"))


def _snapshot(result: Any, draft: Path, asked: Asked) -> None:
    from ecdcalc.report.snapshot import SUFFIX, snapshot

    keep(snapshot(result, asked.own(), asked.lang), draft, SUFFIX)


def _workbook(result: Any, draft: Path, asked: Asked) -> None:
    from ecdcalc.report.workbook.sheets import write_workbook

    write_workbook(result, draft, asked.lang)


def _page(result: Any, draft: Path, asked: Asked) -> None:
    from ecdcalc.report.page.write import write_page

    write_page(result, draft, asked.lang)


def _region_workbook(result: Any, draft: Path, asked: Asked) -> None:
    from ecdcalc.report.workbook.region import write_region_workbook

    write_region_workbook(result, draft, asked.lang)


def _word(kind: str) -> Maker:
    def make(result: Any, draft: Path, asked: Asked) -> None:
        from ecdcalc.report.forms.word import write_word

        write_word(result, draft, asked.lang, kind, asked.form)

    return make


def _book(result: Any, draft: Path, asked: Asked) -> None:
    from ecdcalc.report.paper.book import write_book

    write_book(result, draft, asked.lang)


def _region_pages(result: Any, draft: Path, asked: Asked) -> None:
    from ecdcalc.report.paper.region import write_pages

    write_pages(result, draft, asked.lang)


def _choice_tables(result: Any, draft: Path, asked: Asked) -> None:
    from ecdcalc.report.choice import choice_csv
    from ecdcalc.report.workbook.plain import write_rows
    from ecdcalc.report.workbook.row_words import said_of_choice

    write_rows(choice_csv(result), draft, asked.lang, said_of_choice(result, asked.lang))


def _choice_page(result: Any, draft: Path, asked: Asked) -> None:
    from ecdcalc.report.page.write import write_choice_page

    write_choice_page(result, draft, asked.lang)


def _text(result: Callable[[Path], FileText], draft: Path, asked: Asked) -> None:
    keep(result(draft.parent)[0], draft, ".toml")


def _to_fill_in(result: Callable[[Path], FileText], draft: Path, asked: Asked) -> None:
    from ecdcalc.report.workbook.form import write_form

    write_form(result(draft.parent)[1], draft, asked.lang)


def _energy_report(result: Any, draft: Path, asked: Asked) -> None:
    from ecdcalc.report.energy_report import write_energy_report

    write_energy_report(result, draft, asked.lang)


def _summary(form: str) -> Maker:
    def make(result: Any, draft: Path, asked: Asked) -> None:
        from ecdcalc.report.summary import render_summary

        keep(render_summary(result, form, asked.lang), draft, NAMES[form])

    return make


SUMMARY: Forms = {NAMES[form]: _summary(form) for form in ("table", "json", "markdown")}
"""The forms of the sums of a table of plants; its rows are CSV, XLSX or Parquet."""
ENERGY_REPORT: Forms = {".xlsx": _energy_report}
INPUT: Forms = {".toml": _text, ".xlsx": _to_fill_in}
"""The forms of a plant or region file itself, by the folder that it is written into: of its text and its document."""
ASSESSMENT: Forms = {
    **{suffix: _assessment(form) for form, suffix in NAMES.items()},
    ".ecd.json": _snapshot,
    ".xlsx": _workbook,
    ".html": _page,
    ".docx": _word("assessment"),
    ".pdf": _book,
}
REGION: Forms = {
    **{suffix: _region(form) for form, suffix in NAMES.items()},
    ".ecd.json": _snapshot,
    ".xlsx": _region_workbook,
    ".html": _page,
    ".docx": _word("region"),
    ".pdf": _region_pages,
}
COMPARISON: Forms = {**{suffix: _comparison(form) for form, suffix in NAMES.items()}, ".html": _comparison_page}
CHOICE: Forms = {
    **{suffix: _choice(form) for form, suffix in NAMES.items()},
    ".xlsx": _choice_tables,
    ".html": _choice_page,
}
