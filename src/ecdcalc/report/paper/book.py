"""The calculation book of a plant: each number with its formula, values, sources and grade, process by process."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ecdcalc._version import __version__
from ecdcalc.assessment.contract.plant import titles_of
from ecdcalc.assessment.contract.values import public
from ecdcalc.assessment.plant import Assessment
from ecdcalc.assessment.result import ProcessResult
from ecdcalc.model.evaluation import exists
from ecdcalc.model.outputs import State
from ecdcalc.numbers.trace import Named, used
from ecdcalc.report.charts.on_paper import drawn
from ecdcalc.report.paper.mathematics import mathematics
from ecdcalc.report.paper.typeset import library, sections_of, set_pages
from ecdcalc.report.tables import heading, sections
from ecdcalc.report.tree import cited, origin_lines, shown
from ecdcalc.words.labels import word

_STATES = ("baseline", "reporting")


def write_book(result: Assessment, draft: Path, lang: str) -> None:
    """Write the calculation book as PDF. Raises `EcdcalcError`."""
    library()  # refuses before anything is drawn
    found = result.to_dict(lang)
    pictures, undrawn = drawn(result, found, lang)
    set_pages({**book(result, found, lang), "undrawn": undrawn}, draft, pictures)


def book(result: Assessment, found: Mapping[str, Any], lang: str) -> dict[str, Any]:
    """Return the pages as data: the answer first, then each process with every value of both states."""
    titles = titles_of(result, lang)
    told = [*sections(found, lang)]
    answer = [each.title for each in told].index(word("totals", lang))
    return {
        "title": word("book-title", lang, name=found["plant"] or "–"),
        "head": heading(found, lang),
        "lang": lang,
        "sections": sections_of(told),
        "lead": answer + 1,
        "processes": [
            {"title": titles[each.case.place], "states": list(_states(each, told["confidence"], lang))}
            for each, told in zip(result.processes, found["processes"], strict=True)
        ],
        "foot": word("book-foot", lang, version=__version__),
    }


def _states(result: ProcessResult, grades: Mapping[str, str], lang: str) -> Iterator[dict[str, Any]]:
    for name in _STATES:
        if exists(result.case, name):
            values = list(_values(getattr(result, name), grades, lang))
            yield {"title": word(name, lang), "values": values}


def _values(state: State, grades: Mapping[str, str], lang: str) -> Iterator[dict[str, Any]]:
    """Yield every value that has a formula, each once, after those that it is made of."""
    numbers: dict[int, int] = {}
    names = {id(term): name for name, term in state.items()}
    for term in _in_order(state.values()):
        numbers[id(term)] = len(numbers) + 1
        yield {
            "number": str(len(numbers)),
            "label": term.label[lang == "zh"] or term.text,
            "name": term.text,
            "value": shown(term, lang),
            "formula": mathematics(term.formula.text) if term.formula is not None else ["text", ""],
            "cites": cited(term.cites, lang),
            "grade": _grade(grades.get(public(names.get(id(term), "")), ""), lang),
            "inputs": [_input(each, numbers, lang) for each in used(term.formula)],
        }


def _grade(found: str, lang: str) -> str:
    return f"{word('confidence', lang)} {word(found, lang)}" if found else ""


def _input(term: Named, numbers: Mapping[int, int], lang: str) -> list[str]:
    """Return a row: name, label, value, where from, grade."""
    factor = term.origin.factor if term.origin else None
    of = f"({numbers[id(term)]})" if id(term) in numbers else "; ".join(each[2:] for each in origin_lines(term, lang))
    return [term.text, term.label[lang == "zh"], shown(term, lang), of, factor.confidence if factor else ""]


def _in_order(terms: Any) -> Iterator[Named]:
    """Yield the terms that have a formula, what a term is made of before itself."""
    seen: set[int] = set()
    left: list[tuple[Named, bool]] = [(term, False) for term in reversed([*terms])]
    while left:
        term, ready = left.pop()
        if ready:
            yield term
        elif id(term) not in seen and term.formula is not None:
            seen.add(id(term))
            left.append((term, True))
            left += [(each, False) for each in reversed(used(term.formula)) if id(each) not in seen]
