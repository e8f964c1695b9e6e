"""The words of what may stand in a file: inputs, carriers, tables, measures, choices, by the labels of the data.

Nothing here is read before a word is met that is no key.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, partial
from typing import Any

from ecdcalc.model.parts.carriers import carrier_kinds
from ecdcalc.model.parts.carriers.written import DENSITY, GIVEN_OUT, TAKEN
from ecdcalc.model.process import Field, Process, fields_of
from ecdcalc.model.sector import Sector
from ecdcalc.reference.measures import measure_rows
from ecdcalc.words.errors import NotFoundError, Problem, near, near_label, not_among
from ecdcalc.words.meaning import Ambiguous, Words, holding, key_of, shared, words_of
from ecdcalc.words.texts import Both

_MANY = 20
"""A choice of more options is not listed whole."""
_LISTED = re.compile(r"（([^（）]*)）$")


_FIELDS: dict[type, Words] = {}
LINE = ("value", TAKEN, GIVEN_OUT, DENSITY)
"""What stands in the line of a carrier beside its inputs."""


def field_words(cls: type[Any]) -> Words:
    """Return the words of the inputs of a class."""
    if cls not in _FIELDS:
        _FIELDS[cls] = _of_fields(cls)
    return _FIELDS[cls]


def _of_fields(cls: type[Any]) -> Words:
    from ecdcalc.words.vocabulary.keys import ALSO

    words = {field.key: (*_short(field), field.zh, field.en) for field in fields_of(cls).values()}
    also = {key: tuple(each for each in ALSO.get(key, ()) if key_of(each, [words]) is None) for key in words}
    return {key: (*found[:-1], *also[key], found[-1]) for key, found in words.items()}


def _listed(field: Field) -> list[str]:
    """Return the words of a choice that its label lists in brackets, if it lists each of them."""
    match = _LISTED.search(field.zh)
    words = [each.strip() for each in match[1].split("/")] if match else []
    return words if len(words) == len(field.options) == len(set(words)) else []


def _short(field: Field) -> list[str]:
    """Return the label of a choice without the list of its words."""
    return [_LISTED.sub("", field.zh)] if field.options and _listed(field) else []


def label_shown(field: Field, lang: str) -> str:
    """Return the label of an input as a reader sees it where its words can be chosen from a list."""
    return (_short(field) or [field.zh])[0] if lang == "zh" else field.en


@cache
def carrier_words() -> Words:
    """Return the words of the carriers."""
    return {id: (kind.zh, kind.en) for id, kind in carrier_kinds().items()}


def line_words() -> Words:
    """Return the words of what stands in the line of a carrier beside its inputs."""
    from ecdcalc.words.vocabulary.keys import KEYS

    return {key: KEYS[key] for key in LINE}


def process_words(classes: Iterable[type[Process]]) -> Words:
    """Return the words of the tables of a plant file."""
    return {cls.about.key: (cls.about.zh, cls.about.en) for cls in classes}


def measure_words(of: Sector, cls: type[Process]) -> Words:
    """Return the words of the measures that a process takes."""
    return {each.id: (each.row.zh, each.row.en) for each in of.measures if issubclass(cls, each.on)}


def library_words() -> Words:
    """Return the words of every measure of the library."""
    return {row.slug: (row.zh, row.en) for row in measure_rows().values()}


def option_words(field: Field) -> Words:
    """Return the words of a choice: those that its label lists in brackets, else those of the vocabulary."""
    return _option_words(field.options, _listed(field))


def _option_words(options: Sequence[str], listed: Sequence[str]) -> Words:
    from ecdcalc.words.vocabulary.options import OPTIONS

    if listed:
        return {key: (word, key) for key, word in zip(options, listed, strict=True)}
    return {key: (OPTIONS.get(key) or _row_label(key), key) for key in options}


def shared_words(field: Field) -> dict[str, tuple[str, ...]]:
    """Return the words of a choice that stand for several of its options, with these."""
    return shared(option_words(field))


def words_shown(field: Field, lang: str) -> tuple[str, ...]:
    """Return the words of a choice as a reader of a language sees them; the key where its word leads elsewhere.

    A word with a sign that spreadsheets take for "any letter" is not one of them.
    """
    if lang == "en" or not field.options:  # the English word of a choice is the choice
        return field.options
    return _in_chinese(field.options, tuple(_listed(field)))


@cache
def _in_chinese(options: tuple[str, ...], listed: tuple[str, ...]) -> tuple[str, ...]:
    shown = words_of(_option_words(options, listed), "zh")
    return tuple(key if set(word) & set("*?~") else word for key, word in zip(options, shown, strict=True))


def told(field: Field, keys: Iterable[str]) -> Both:
    """Return some options of a choice for a message: keys in English, words with their keys in Chinese."""
    keys = tuple(keys)
    words = dict(zip(field.options, words_shown(field, "zh"), strict=True))
    said = (key if words[key] == key else f"{words[key]}（{key}）" for key in keys)
    return Both(", ".join(keys), "、".join(said))


def not_an_option(place: str, field: Field, found: str) -> Problem:
    """Return the mistake of a word that is none of a choice, with the one that was probably meant.

    Of very many options only the nearest are told.
    """
    if len(field.options) <= _MANY:
        labels = dict(zip(field.options, words_shown(field, "zh"), strict=True))
        return not_among(place, found, field.options, partial(told, field), labels)
    begun = [each for each in field.options if found and each.startswith(found)]
    guess = near(found, field.options)
    shown = told(field, begun[:_MANY] or ([guess] if guess else field.options[:_MANY]))
    shown = shown if begun or guess else Both(f"{shown.en}, …", f"{shown.zh}、…")
    return Problem(place, "not-an-option", {"found": found[:40], "options": shown})


def _row_label(id: str) -> str:
    """Return the Chinese label of a row of the energy limits, of a factor set or of the gases; else nothing."""
    from ecdcalc.reference.factors import FactorTable
    from ecdcalc.reference.limits import package_limits
    from ecdcalc.reference.warming import gases

    if id in gases():
        return gases()[id].zh
    if limit := package_limits().get(id):
        return limit.zh
    row = FactorTable().find(id) if "/" in id else None
    return f"{row.zh}（{id.partition('/')[2]}）" if row else ""


def carrier_of(word: str) -> str:
    """Return the id of a carrier that is written as such or in words. Raises `NotFoundError`."""
    kinds = carrier_kinds()
    if word in kinds:
        return word
    found = key_of(word, [carrier_words()])
    if isinstance(found, Ambiguous):
        meanings = "; ".join(f"{id} ({kinds[id].zh})" for id in found.keys)
        raise NotFoundError("word-ambiguous", found=word[:40], meanings=meanings)
    if found is None:
        meant = [f"{id} ({each.zh})" for id, each in kinds.items()]
        labels = {id: each.zh for id, each in kinds.items()}
        among = holding(word, meant) or [near(word, [*kinds]) or near_label(word, labels) or ", ".join(kinds)]
        raise NotFoundError("carrier-unknown", found=word, near=", ".join(among))
    return found
