"""What of a result is shown: the answer alone, with details, with sources; in which width; with or without colour."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from ecdcalc.report.screen.box import Line, boxed, wrapped
from ecdcalc.report.screen.fit import fitted
from ecdcalc.report.section import Section
from ecdcalc.report.setting import text_blocks
from ecdcalc.words.labels import joined, word


@frozen
class View:
    """What is shown of a result as text."""

    details: bool = True
    sources: bool = True
    width: int | None = None
    """Columns that tables keep to; None is as wide as they are."""
    colour: bool = False


WHOLE = View()
"""As files are written: everything, nothing left out."""


def as_text(heads: Sequence[str], answer: Iterable[Line], sections: Iterable[Section], view: View, lang: str) -> str:
    """Return the answer with the sections that are asked for."""
    wanted = [each for each in sections if each.is_asked or (view.sources if each.is_sources else view.details)]
    box = boxed(heads, answer, colour=view.colour)
    tables = text_blocks(wanted) if view.width is None else fitting(wanted, view.width, lang)
    hint = [] if view.details else [word("screen-hint", lang)]
    return "\n\n".join(["\n".join([box, *hint]), *tables])


def fitting(sections: Iterable[Section], width: int, lang: str) -> Iterator[str]:
    """Yield title with table, and notes, of each section, in a width."""
    for section in sections:
        lines = [section.title]
        notes = [line for note in section.notes for line in wrapped(note, width)]
        if section.rows:
            table, left_out = fitted(section.headers, section.rows, width, lang)
            lines.append(table)
            if left_out:
                text = word("screen-left-out", lang, width=width, names=joined(left_out, lang))
                notes += wrapped(text, width)
        yield "\n".join(lines)
        if notes:
            yield "\n".join(notes)
