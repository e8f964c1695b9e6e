"""The sums of a table of plants for people and programs: rows, and what is saved, by group or of all."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from ecdcalc.assessment.tables.batch import Summary
from ecdcalc.assessment.tables.rollup import WITHOUT
from ecdcalc.report.screen.box import WIDTH
from ecdcalc.report.screen.view import fitting
from ecdcalc.report.section import Section
from ecdcalc.report.setting import markdown_blocks
from ecdcalc.words.labels import number, word

_ORDER = ("saved", "baseline", "reporting")


def render_summary(found: Summary, form: str, lang: str) -> str:
    """Return the sums in one of the formats: table, json or markdown."""
    if form == "json":
        rows = {"in": found.count.read, "out": found.count.out, "aside": found.count.aside}
        content = {"rows": rows, "group_by": [*found.group_by], "groups": found.groups.to_dicts()}
        return json.dumps(content, ensure_ascii=False, indent=2)
    blocks = (
        markdown_blocks(_sections(found, lang)) if form == "markdown" else fitting(_sections(found, lang), WIDTH, lang)
    )
    return "\n\n".join(blocks)


def _sections(found: Summary, lang: str) -> Iterator[Section]:
    """Yield the counts of rows, then a table for each group: a line for each sum, the savings first."""
    counts = (("summary-in", found.count.read), ("summary-out", found.count.out), ("summary-aside", found.count.aside))
    heads = (word("item", lang), word("rows", lang))
    yield Section(word("summary", lang), heads, [(word(key, lang), f"{value:,}") for key, value in counts])
    for row in found.groups.to_dicts():
        keys = ", ".join(f"{key} = {row[key]}" for key in found.group_by)
        title = " ".join(filter(None, (keys or word("total", lang), f"({row['rows']:,} {word('rows', lang)})")))
        columns = [word(key, lang) for key in ("item", "baseline", "after", "saved", "unit")]
        lines = [*_lines(row, lang)]
        if any(without for *_, without in lines):
            yield Section(title, [*columns, word("rows-not-in-sum", lang)], lines)
        else:
            yield Section(title, columns, [line[:-1] for line in lines])


def _lines(row: dict[str, Any], lang: str) -> Iterator[tuple[str, ...]]:
    """Yield a line for each output that is summed: its states, its unit, and how many rows are not in what is saved.

    What has no saving is told by the state that most rows lack.
    """
    outputs = dict.fromkeys(name.partition(".")[2] for name in row if name.partition(".")[0] in _ORDER)
    for output in outputs:
        name, _, of = output.rstrip("]").partition(" [")
        shown = (row.get(f"{state}.{output}") for state in ("baseline", "reporting", "saved"))
        states = ("–" if value is None else number(value) for value in shown)
        counted = ("saved",) if f"saved.{output}" in row else ("baseline", "reporting")
        without = max(row.get(f"{WITHOUT}{state}.{output}", 0) for state in counted)
        yield word(name, lang), *states, of, f"{without:,}" if without else ""
