"""Where a warning is in the workbook of a plant: its cell; of a result its name, and the cells that it stands on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from attrs import evolve

from ecdcalc.assessment.warnings.warned import Warned
from ecdcalc.model.evaluation import Evaluated
from ecdcalc.model.plant import Case, Plant
from ecdcalc.numbers.trace import Named, leaves_of
from ecdcalc.words.errors import upward
from ecdcalc.words.texts import Both

_MOST = 3
"""More cells are not named: who looks for a slip begins with the first."""
_NAME = re.compile(r"[A-Za-z][\w.-]*")
_REPORTING, _AMOUNT = "reporting.", ".amount"


def with_cells(warned: Warned, plant: Plant, states: Mapping[str, Evaluated]) -> Warned:
    """Return a warning with its cell, as mistakes are told; of a result or of a quotient with what it is called."""
    cell = _cell(warned.place, plant.cells)
    case = next((each for each in plant.cases if warned.place.startswith(f"{each.place}.")), None)
    if cell or case is None:
        return evolve(warned, place=cell or warned.place)
    said = warned.place.removeprefix(f"{case.place}.")
    name = said.removeprefix(_REPORTING)
    terms = states[case.place].reporting if name != said else states[case.place].baseline
    known = {each.text.removesuffix(_AMOUNT): each for each in leaves_of(terms.values())} | dict(terms)
    found = [known[each] for each in _NAME.findall(name) if each in known]
    cells = dict.fromkeys(each.partition(" (")[0] for term in found for each in _cells(term, case, plant.cells))

    def named(number: int) -> str:
        def label(word: re.Match[str]) -> str:
            term = known.get(word[0])
            return word[0] if term is None else _label(term, number, case, plant.cells)

        return f"{case.name or case.place} · {_NAME.sub(label, name)}"

    return evolve(warned, place=", ".join([*cells][:_MOST]) or case.name or case.place, of=Both(named(0), named(1)))


def _label(term: Named, number: int, case: Case, cells: Mapping[str, str]) -> str:
    """Return what a term is called: an input as its cell is, a result in English (0) or Chinese (1)."""
    words = "" if term.formula is not None else next(_cells(term, case, cells), "").partition(" (")[2]
    return words.removesuffix(")").removesuffix(".value").partition(".")[2] or term.label[number] or term.text


def _cells(term: Named, case: Case, cells: Mapping[str, str]) -> Iterator[str]:
    """Yield the cells of the given inputs that a term stands on."""
    for leaf in term.leaves():
        places = (f"{case.place}.{_REPORTING}{leaf.text}", f"{case.place}.{leaf.text}")
        found = next(filter(None, (_cell(each, cells) for each in places)), "")
        if found and getattr(leaf.origin, "kind", "") == "given":
            yield found


def _cell(place: str, cells: Mapping[str, str]) -> str:
    """Return the cell of a place; an amount beside which something else is given stands one step below."""
    bare = place.removesuffix(_AMOUNT)
    return next((cells[each] for each in (f"{bare}.value", *upward(bare)) if each in cells), "")
