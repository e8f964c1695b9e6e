"""Published values that hang on words, as a table that a spreadsheet looks up: a changed word finds another value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from typing import Any

from ecdcalc.model.process import Record, changed, fields_of
from ecdcalc.numbers.cells import Cell
from ecdcalc.reference.conditions import Condition
from ecdcalc.reference.defaults import AnyCase, Context, Default

BETWEEN = "|"
"""What stands between the words of a key; no word of a choice holds it."""
FEW = 8
"""Longer lists of published values that words decide between are looked up in a table."""
Choices = dict[str, tuple[str, ...]]


def cases_of(default: Default, record: Record, context: Context) -> tuple[AnyCase, ...]:
    """Return the cases of a default; of one that reads a word of the record, those of every such word."""
    by = getattr(default, "by", "")
    if not by:
        return default.cases(record, context)
    plain = _words_as_values(record)
    return tuple(
        ((Condition(by, "==", word, f"{by} == {word}"), *conditions), found)
        for word in fields_of(type(record))[by].options
        for conditions, found in default.cases(changed(plain, **{by: word}), context)
    )


def words_asked(cases: Sequence[AnyCase], record: Record) -> Choices | None:
    """Return the choices that decide between the cases, with their words; None where anything else decides."""
    asked: Choices = {}
    fields = fields_of(type(record))
    for each in (condition for conditions, _ in cases for condition in conditions):
        of = fields.get(each.name)
        if of is None or of.kind != "choice" or each.sign != "==":
            return None
        asked[each.name] = of.options
    return dict(sorted(asked.items()))


def table_of(cases: Sequence[AnyCase], asked: Choices) -> dict[str, Any]:
    """Return what is found by each combination of words; a word that is not given is blank.

    The first case that holds is taken. A combination that no case is for, or in which a missing word would decide, is
    not in the table.
    """
    found: dict[str, Any] = {}
    for conditions, value in reversed(cases):
        wanted = {each.name: str(each.value) for each in conditions}
        for words in _combinations(asked, wanted):
            key = BETWEEN.join(words.values())
            if all(words[name] for name in wanted):
                found[key] = value
            else:
                found.pop(key, None)
    return found


def first_by_words(cases: Sequence[AnyCase], asked: Choices) -> dict[str, Any]:
    """Return what is found by each combination of words: of the first case that holds, a missing word holds nothing."""
    found: dict[str, Any] = {}
    for conditions, value in reversed(cases):
        wanted = {each.name: str(each.value) for each in conditions}
        for words in _combinations(asked, wanted):
            if all(words[name] for name in wanted):
                found[BETWEEN.join(words.values())] = value
    return found


def _combinations(asked: Choices, wanted: dict[str, str]) -> Iterator[dict[str, str]]:
    ways = [(wanted[name], "") if name in wanted else (*options, "") for name, options in asked.items()]
    for words in product(*ways):
        yield dict(zip(asked, words, strict=True))


def _words_as_values(record: Record) -> Record:
    """Return the record with its words as they stand: a default may read them."""
    values = {
        name: getattr(record, name).value
        for name, of in fields_of(type(record)).items()
        if of.kind == "choice" and isinstance(getattr(record, name), Cell)
    }
    return changed(record, **values)
