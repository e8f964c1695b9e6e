"""The answer box: lines of a label and a text, set to a width or as a list in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from attrs import frozen

from ecdcalc.report.setting import one_line, safe

WIDTH = 80
_RULE = "─"
_WIDE, _NARROW = r"[^\0-\u2e7f]", r"(?:(?!\s)[\0-\u2e7f])"  # the short side: `re` takes a set apart sign by sign
_PIECES = re.compile(
    rf"(?:-?\d[\d,.]* [A-Za-z%](?:(?![,;]){_NARROW})*|{_WIDE}|{_NARROW}+?(?<=[a-z])[-/](?=[a-z])|{_NARROW}+)"
    r"[)，。；：、）】》％]*|\s+"
)
"""What stays whole: a number with its unit, a Chinese character, a word to its hyphen; and what closes it."""
TONES = {"good": "\ue001", "bad": "\ue002", "care": "\ue003", "head": "\ue004"}
PLAIN = "\ue000"
"""Marks where a tone begins and ends; whoever prints turns them into colours or takes them out."""


@frozen
class Line:
    """One line of the answer: what it is of, what is said, how good that is, on how many lines at most."""

    label: str
    text: str
    tone: str = ""
    most: int = 2


def width_of(text: str) -> int:
    """Return how many columns a text takes; wide characters take two."""
    from wcwidth import wcswidth

    return max(wcswidth(text), 0)


def wrapped(text: str, width: int) -> list[str]:
    """Return a text in lines of a width; Chinese breaks anywhere but before a closing mark, words stay whole."""
    lines, line = [], ""
    for piece in _PIECES.findall(text):
        if line.strip() and width_of(line + piece) > width:
            lines.append(line.rstrip())
            line = piece.lstrip()
        else:
            line += piece
    return [*lines, line.rstrip()]


def cut(text: str, width: int) -> str:
    """Return what fits of a text, with a mark where something is left out."""
    if width_of(text) <= width:
        return text
    end = 0
    while width_of(text[: end + 1]) < width:
        end += 1
    return text[:end].rstrip() + "…"


def boxed(heads: Sequence[str], lines: Iterable[Line], width: int = WIDTH, *, colour: bool = False) -> str:
    """Return the answer as text: heads, a rule, and each line with its label before it."""
    found = [*lines]
    edge = max((width_of(each.label) for each in found), default=0) + 2
    set_lines = [_toned(cut(one_line(head), width), "head", colour) for head in heads]
    set_lines.append(_RULE * width)
    for each in found:
        rows = _rows(one_line(each.text), width - edge, each.most)
        label = each.label + " " * (edge - width_of(each.label))
        set_lines.append(label + _toned(rows[0], each.tone, colour))
        set_lines += [" " * edge + _toned(row, each.tone, colour) for row in rows[1:]]
    return "\n".join(set_lines)


def _rows(text: str, width: int, most: int) -> list[str]:
    rows = wrapped(text, width)
    return rows if len(rows) <= most else [*rows[: most - 1], cut(" ".join(rows[most - 1 :]), width)]


def _toned(text: str, tone: str, colour: bool) -> str:
    return f"{TONES[tone]}{text}{PLAIN}" if colour and tone else text


def listed(lines: Iterable[Line]) -> str:
    """Return the answer as a list in Markdown."""
    return "\n".join(
        f"- **{safe(each.label.strip())}** {safe(each.text)}" if each.label else f"  - {safe(each.text)}"
        for each in lines
    )
