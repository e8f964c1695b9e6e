"""Processes against their energy limits: the levels of each edition as bullet bars, before and after."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from ecdcalc.report.charts.chart import DARK, INK, LIGHT, WIDTH, Chart, drawing
from ecdcalc.report.editions import shown_level
from ecdcalc.report.section import Section
from ecdcalc.words.labels import amount, number, unit_word, word

_STATES = ("baseline", "reporting")
_LEVELS = ("level1", "level2", "level3")
_PLOT, _BAR, _APART = 430, 17, 16
"""The width of the bars, the height of one, and how far numbers of levels must be apart, in pixels."""


def limits(found: Mapping[str, Any], lang: str) -> Chart | None:
    """Return every graded process against its limits; None where nothing is graded."""
    graded = [(process, grade) for process in found["processes"] for grade in _editions(process)]
    graded = [(process, grade) for process, grade in graded if any(_value(grade, state) for state in _STATES)]
    if not graded:
        return None
    title = word("chart-limits", lang)
    rows = [_row(process, grade, lang) for process, grade in graded]
    heads = [word(name, lang) for name in ("name", "product", "document", "effective")]
    heads += [word(f"level-{number_}", lang) for number_ in (1, 2, 3)]
    heads += [word(_STATES[0], lang), word("level", lang), word(_STATES[1], lang), word("level", lang)]
    met = sum(_met(grade) for _, grade in graded)
    alt = word("alt-limits", lang, count=len(graded), met=met, others=len(graded) - met)
    return Chart("limits", _spec(graded, title, alt, lang), Section(title, heads, rows), alt)


def _editions(process: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Yield the grades of a process, each with the editions around it."""
    for grade in process["grades"]:
        yield grade
        yield from grade.get("editions", ())


def _value(grade: Mapping[str, Any], state: str) -> Mapping[str, Any] | None:
    found: Mapping[str, Any] | None = grade[state] and grade[state]["value"]
    return found


def _limit(grade: Mapping[str, Any]) -> Mapping[str, Any]:
    found: Mapping[str, Any] = grade["limit"].get("reporting") or grade["limit"]["baseline"]
    return found


def _met(grade: Mapping[str, Any]) -> bool:
    last = grade["reporting"] or grade["baseline"]
    return isinstance(last["level"], int)


def _row(process: Mapping[str, Any], grade: Mapping[str, Any], lang: str) -> tuple[str, ...]:
    states = []
    for state in _STATES:
        found = grade[state]
        states += [amount(found and found["value"], lang), shown_level(found["level"], lang) if found else "–"]
    shown = (amount(_limit(grade)[level], lang) for level in _LEVELS)
    return process["title"], grade["label"], grade["standard"], grade["effective"] or "–", *shown, *states


def _head(process: Mapping[str, Any], grade: Mapping[str, Any], lang: str) -> str:
    """Return process, product and the number of the standard, with the unit of the row."""
    unit = next(found["unit"] for state in _STATES if (found := _value(grade, state)))
    code = " ".join(grade["standard"].split()[:2])
    return f"{process['title']}, {grade['label']}, {code} ({unit_word(grade['printed_unit'] or unit, lang)})"


def _spec(
    graded: Sequence[tuple[Mapping[str, Any], Mapping[str, Any]]], title: str, alt: str, lang: str
) -> dict[str, Any]:
    """Lay the rows out, each on its own scale: bars are values, dashed strokes are limits with their level."""
    rects: list[dict[str, Any]] = []
    rules: list[dict[str, Any]] = []
    texts: list[dict[str, Any]] = []
    y = 0.0
    for order, (process, grade) in enumerate(graded, 1):
        texts.append({"x": 0, "y": y + 14, "text": f"{order}. {_head(process, grade, lang)}", "limit": WIDTH})
        place, zero = _scale(grade), 0.0
        top = y + 32
        bars = [(state, found["value"]) for state in _STATES if (found := _value(grade, state))]
        for step, (state, value) in enumerate(bars):
            at = top + step * _BAR
            ends = sorted((place(zero), place(value)))
            rects.append({"x": ends[0], "x2": ends[1], "y": at, "height": _BAR - 2, "stroke": INK, "strokeWidth": 0.8,
                          "fill": LIGHT if state == _STATES[0] else DARK})  # fmt: skip
            level = shown_level(grade[state]["level"], lang)
            texts.append({"x": _PLOT + 8, "y": at + _BAR - 5, "limit": WIDTH - _PLOT - 8,
                          "text": f"{word(state, lang)} {number(value)}, {level}"})  # fmt: skip
        bottom = top + len(bars) * _BAR
        rules.append({"x": place(zero), "x2": place(zero), "y": top - 2, "y2": bottom, "stroke": INK, "strokeWidth": 1})
        for at, value_text in _levels(grade, place):
            texts.append({"x": at, "y": top - 5, "text": value_text, "align": "center", "fontWeight": "bold"})
        for limit in filter(None, _limit(grade).values()):
            at = place(limit["value"])
            rules.append({"x": at, "x2": at, "y": top - 3, "y2": bottom, "stroke": INK, "strokeWidth": 2,
                          "strokeDash": [4, 2]})  # fmt: skip
        y = bottom + 6
    return drawing(title, alt, y, rect=rects, rule=rules, text=texts)


def _scale(grade: Mapping[str, Any]) -> Callable[[float], float]:
    """Return where a value of the row stands: 0, its values and its limits fill the width."""
    found = [0.0, *(each["value"] for state in _STATES if (each := _value(grade, state)))]
    found += [each["value"] for each in _limit(grade).values() if each]
    low, high = min(found), max(found)
    return lambda value: (value - low) / ((high - low) or 1.0) * _PLOT


def _levels(grade: Mapping[str, Any], place: Callable[[float], float]) -> Iterator[tuple[float, str]]:
    """Yield the numbers of the levels above their strokes; those that would overlap are written as one."""
    found = [(place(limit["value"]), level[-1]) for level in _LEVELS if (limit := _limit(grade)[level])]
    together: list[tuple[float, str]] = []
    for at, text in sorted(found):
        if together and at - together[-1][0] < _APART:
            together[-1] = (together[-1][0], f"{together[-1][1]}|{text}")
        else:
            together.append((at, text))
    yield from together
