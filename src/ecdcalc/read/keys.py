"""From the words of a document to its keys, and back: one step before the reader, which knows keys only.

A table is looked up by what may stand in it: the inputs of the process, the carriers, the keys of files. A key that is
known stays as it is without a look at any word. A word of several meanings is refused with them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from attrs import evolve, field, frozen

from ecdcalc.model.parts.account import PlantAccount
from ecdcalc.model.parts.carriers import carrier_class, carrier_kinds
from ecdcalc.model.process import Process, Record, fields_of, keyed
from ecdcalc.model.sector import Sector, sector, sector_words, tables
from ecdcalc.numbers.formula import outputs_of
from ecdcalc.read.two_ways import ToKeys, ToWords
from ecdcalc.read.words import (
    LINE,
    carrier_words,
    field_words,
    library_words,
    line_words,
    measure_words,
    option_words,
    process_words,
)
from ecdcalc.read.workbook import FromWorkbook, cells_of, filled, problems_of
from ecdcalc.reference.grid import province_words
from ecdcalc.words.errors import NotFoundError, Problem, upward
from ecdcalc.words.meaning import Words, key_of

Table = Mapping[str, Any]
HEAD = ("sector", "name", "year", "month", "plan", "province", "electricity_year", "grid_year", "coal_edition",
        "co2_guide", "gwp", "targets", "prices", "economics", "costs", "report")  # fmt: skip
"""The keys at the head of a plant file."""
_KEY, _CHINESE = re.compile(r"[a-z0-9_.-]+"), re.compile(r"[\u4e00-\u9fff]")
ENERGY, REPORTING = "energy", "reporting"
COVERS = "covers"
CASE = ("measure", REPORTING, "closed", "new", COVERS)
"""The keys of a process that are no inputs of it."""
_CHOSEN = ("coal_edition", "co2_guide", "gwp", "basis", "dust", "fails")
_OF_SECTORS = ("value_added", "sector_energy")
_OF_CARRIERS = ("carrier_energy", "prices", "escalation")
_YES = {"是": True, "否": False, "true": True, "false": False}


@frozen
class InKeys:
    """A document in keys: what of its words is no key or several, and how each place was written."""

    document: dict[str, Any]
    problems: tuple[Problem, ...] = ()
    written: Mapping[str, str] = field(factory=dict)
    cells: Mapping[str, str] = field(factory=dict)
    """Where the places of a workbook stand, as they were written."""
    of_cells: tuple[Problem, ...] = ()
    """What is wrong with single cells; the `problems` have it too."""

    def told(self, problems: Iterable[Problem]) -> list[Problem]:
        """Return problems with their places as they were written; of a cell that is wrong by itself nothing more."""
        broken = {each.place for each in self.of_cells}
        told = [evolve(each, place=self.place(each.place)) for each in problems]
        return [each for each in told if each.place in broken or each.place.partition(" (")[0] not in broken]

    def place(self, place: str) -> str:
        """Return a place of keys in the words that the file has for it; of a workbook the cell, and the words."""
        words = self._in_words(place)
        cell = next((self.cells[each] for each in upward(words) if each in self.cells), "")
        return f"{cell} ({words})" if cell else words

    def places(self) -> dict[str, str]:
        """Return each place of a workbook at which something is given, with its cell and words."""
        return {place: self.place(place) for place in _given(self.document)} if self.cells else {}

    def _in_words(self, place: str) -> str:
        if not self.written:
            return place
        here, shown = "", []
        for part in place.split("."):
            key, bracket, index = part.partition("[")
            here = f"{here}.{key}" if here else key
            shown.append(f"{self.written.get(here) or self._result(here) or key}{bracket}{index}")
            here += bracket + index
        return ".".join(shown)

    def _result(self, place: str) -> str:
        """Return the label of a result of a process, which nobody writes, in the language of the file; else nothing."""
        table, _, name = place.partition(".")
        known = tables(sector(self.document["sector"])) if name and "sector" in self.document else {}
        found = known.get(table.partition("[")[0])
        output = outputs_of(found[0]).get(name.removeprefix(f"{REPORTING}.")) if found else None
        if output is None:
            return ""
        return output.zh if any(map(_CHINESE.search, self.written.values())) else output.en


def in_keys(document: Table, asked: str = "", within: Sector | None = None) -> InKeys:
    """Return a plant or region file with keys in the place of words."""
    way = ToKeys()
    made = _Walk(way).document(document, asked, within)
    if isinstance(document, FromWorkbook):
        made = filled(made) or {}
    of_cells = problems_of(document)
    return InKeys(made, (*of_cells, *way.problems), way.written, cells_of(document), of_cells)


def _given(found: Any, place: str = "") -> Iterator[str]:
    """Yield the places of a document at which no table stands."""
    if isinstance(found, Mapping):
        for key, each in found.items():
            yield from _given(each, f"{place}.{key}" if place else key)
    elif isinstance(found, list) and any(isinstance(each, Mapping) for each in found):
        for number, each in enumerate(found):
            yield from _given(each, f"{place}[{number}]")
    else:
        yield place


def in_words(document: Table, lang: str) -> dict[str, Any]:
    """Return a plant or region file of keys in the words of a language; what has no word of its own stays a key."""
    return _Walk(ToWords(lang)).document(document, "", None)


def path_of(cls: type[Process], text: str) -> str | None:
    """Return the path of an input that is written in words, such as the header of a column; None where it is none."""
    found: list[str] = []
    here: Words = {**carrier_words(), **field_words(cls)} if _loose(cls) else field_words(cls)
    of: type[Record] | None = cls
    for word in text.split("."):
        key = word if word in here else key_of(word, [field_words(of) if of else {}, here])
        if not isinstance(key, str):
            return None
        if key in carrier_kinds() and not (of and key in field_words(of)):
            found += [key] if found[-1:] == [ENERGY] else [ENERGY, key]
            of = carrier_class(key)
            here = {**line_words(), **field_words(of)}
            continue
        found.append(key)
        field = next((each for each in fields_of(of).values() if each.key == key), None) if of else None
        of = field.part if field else None
        here = carrier_words() if field and field.kind == "parts" else field_words(of) if of else {}
    return ".".join(found)


class _Walk:
    """Goes through a document by what its tables are."""

    def __init__(self, way: ToKeys | ToWords) -> None:
        self.way = way

    def document(self, given: Table, asked: str, within: Sector | None) -> dict[str, Any]:
        of = within or self._sector(given, asked)
        if of is None:
            return self._plain(given, "", "")
        return self._plant(given, of)

    def _sector(self, given: Table, asked: str) -> Sector | None:
        """Return the sector of a plant file; a file of a region has none."""
        keys = ("sector",) if "sector" in given or _all_plain(given) else key_words("sector")
        named = asked or next((given[key] for key in keys if key in given), "")
        try:
            return sector(named) if isinstance(named, str) and named else None
        except NotFoundError:
            return None

    def _plant(self, given: Table, of: Sector) -> dict[str, Any]:
        classes: list[type[Process]] = [*of.processes, PlantAccount]
        known = {each.about.key: (each, of) for each in classes}
        heads = {} if self._keys_only(given) else {key: key_words(key) for key in HEAD}
        if heads or any(key not in known and key not in HEAD for key in given):
            known = tables(of) | known  # equipment stands in every plant file; it is loaded only now

        def inner(key: str, found: Any, place: str) -> Any:
            if key == "report":  # its keys are those of forms, which a user may write
                return found
            return self._process(*known[key], found, place) if key in known else self._leaf(key, found, place)

        return self._table(given, "", [process_words(cls for cls, _ in known.values()), heads], inner)

    def _keys_only(self, given: Table) -> bool:
        """Tell whether no word has to be looked up, so that no word is loaded."""
        return isinstance(self.way, ToKeys) and _all_plain(given)

    def _process(self, cls: type[Process], of: Sector, found: Any, place: str) -> Any:
        if isinstance(found, list):
            return [self._one(cls, each, f"{place}[{number}]", of) for number, each in enumerate(found)]
        return self._one(cls, found, place, of)

    def _one(self, cls: type[Process], given: Any, place: str, of: Sector) -> Any:
        if not isinstance(given, Mapping):
            return given

        def inner(key: str, found: Any, here: str) -> Any:
            if key == "measure" and isinstance(found, list):
                return [self._measure(cls, each, f"{here}[{n}]", of) for n, each in enumerate(found)]
            if key == REPORTING and isinstance(found, Mapping):
                return self._record(cls, found, here)
            if key in ("new", "closed") and isinstance(found, str):
                return _YES.get(found, found)
            return self._field(cls, key, found, here)

        case = {key: () if self._keys_only(given) else key_words(key) for key in CASE}
        return self._table(given, place, [field_words(cls), case, *_loose(cls)], inner)

    def _record(self, cls: type[Record], given: Table, place: str) -> dict[str, Any]:
        return self._table(given, place, [field_words(cls), *_loose(cls)], partial(self._field, cls))

    def _field(self, cls: type[Record], key: str, found: Any, place: str) -> Any:
        _, of = keyed(cls).get(key, ("", None))
        if of is None:
            return self._line(key, found, place) if key in carrier_kinds() else found
        if of.kind == "choice":
            if found in of.options and isinstance(self.way, ToKeys):
                return found
            return self.way.value(found, option_words(of), place)
        if not isinstance(found, Mapping):
            return found
        if of.part is not None:
            return self._record(of.part, found, place)
        return self._table(found, place, [carrier_words()], self._line) if of.kind == "parts" else found

    def _line(self, id: str, found: Any, place: str) -> Any:
        if not isinstance(found, Mapping) or id not in carrier_kinds():
            return found
        cls = carrier_class(id)
        beside = dict.fromkeys(LINE, ()) if self._keys_only(found) else line_words()
        return self._table(found, place, [{**beside, **field_words(cls)}], partial(self._field, cls))

    def _measure(self, cls: type[Process], given: Any, place: str, of: Sector) -> Any:
        if not isinstance(given, Mapping):
            return given

        def inner(key: str, found: Any, here: str) -> Any:
            if key == "use":
                return self.way.value(found, measure_words(of, cls), here)
            if key == "carrier":
                return self.way.value(found, carrier_words(), here)
            return self._leaf(key, found, here)

        known = [] if self._keys_only(given) else [_measure_keys(cls, of), _generic("")]
        return self._table(given, place, known, inner)

    def _plain(self, given: Table, place: str, above: str) -> dict[str, Any]:
        """Go through a table that no process declares: of a region, prices, economics."""
        known: list[Words] = []
        if self._keys_only(given):
            pass
        elif above in _OF_SECTORS:
            known = [sector_words()]
        elif above in _OF_CARRIERS:
            known = [_generic(above), carrier_words()]
        elif above == "costs":
            known = [library_words()]
        else:
            known = [_generic(above)]
        return self._table(given, place, known, self._leaf)

    def _leaf(self, key: str, found: Any, place: str) -> Any:
        if key in {"targets", "indicators"}:
            return found
        if isinstance(found, Mapping):
            return self._plain(found, place, key)
        if isinstance(found, list) and all(isinstance(each, Mapping) for each in found):
            return [self._plain(each, f"{place}[{number}]", key) for number, each in enumerate(found)]
        if isinstance(found, list):
            return [self._leaf(key, each, f"{place}[{number}]") for number, each in enumerate(found)]
        words = _values(key)
        if words is None or (self._keys_only({found: None}) if isinstance(found, str) else True):
            return found
        return self.way.value(found, words(), place)

    def _table(
        self, given: Table, place: str, known: Sequence[Words], inner: Callable[[str, Any, str], Any]
    ) -> dict[str, Any]:
        made: dict[str, Any] = {}
        for found, value in given.items():
            key = self.way.name(found, known, place) if isinstance(found, str) else found
            if key is None:
                continue
            here = f"{place}.{key}" if place else key
            if key in made:
                self.way.twice(here, found)
                continue
            if key != found:
                self.way.kept(here, found)
            made[key] = inner(key if isinstance(self.way, ToKeys) else found, value, here)
        return made


def _loose(cls: type[Record]) -> list[Words]:
    """Return the carriers, where they may stand beside the inputs."""
    return [carrier_words()] if any(each.kind == "parts" for each in fields_of(cls).values()) else []


def key_words(key: str, above: str = "") -> tuple[str, ...]:
    """Return the words of a key of files, the Chinese one first, and the key."""
    from ecdcalc.words.vocabulary.keys import KEYS

    return (*(KEYS.get(f"{above}.{key}") or KEYS.get(key, ())), key)


def _all_plain(given: Table) -> bool:
    return all(not isinstance(key, str) or _KEY.fullmatch(key) for key in given)


def _generic(above: str) -> Words:
    """Return the keys that no process declares with their words, as they are below `above`."""
    from ecdcalc.words.vocabulary.keys import KEYS

    return {key: key_words(key, above) for key in KEYS if "." not in key} | {
        each.partition(".")[2]: key_words(each.partition(".")[2], above)
        for each in KEYS
        if each.startswith(f"{above}.")
    }


def _measure_keys(cls: type[Process], of: Sector) -> Words:
    """Return what a measure may be given: the label of the process's input of that name, else a word of its own."""
    from ecdcalc.words.vocabulary.keys import KEYS, PARAMETERS

    labels = {name: (each.zh, each.en) for name, each in fields_of(cls).items()}
    found: dict[str, tuple[str, ...]] = {}
    for measure in of.measures:
        if issubclass(cls, measure.on):
            for name in measure.units:
                own = (PARAMETERS[name],) if name in PARAMETERS else KEYS.get(name, ())
                found[name] = labels.get(name) or (*own, name)
    return found


def _values(key: str) -> Callable[[], Words] | None:
    """Return the words of the values of a key that is one of some words."""
    known = {"sector": sector_words, "energy_intensive": sector_words, "province": province_words}
    return _vocabulary_of_values if key in ("item", *_CHOSEN) else known.get(key)


def _vocabulary_of_values() -> Words:
    from ecdcalc.words.vocabulary.options import ITEMS, OPTIONS

    return {key: (word, key) for key, word in {**OPTIONS, **ITEMS}.items()}
