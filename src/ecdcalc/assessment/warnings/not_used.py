"""Inputs that are given and not used, because the word of a choice beside them says that they do not count."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from typing import Any

from attrs import frozen

from ecdcalc.assessment.warnings.warned import Warned
from ecdcalc.model.plant import Case
from ecdcalc.model.process import Origin, Record, fields_of, keyed
from ecdcalc.numbers.by_class import by_class

KEY = "warn-not-used"


@frozen
class Conditional:
    """An input that counts only with some words of a choice; both are found from the process on, part by part."""

    path: str
    names: tuple[str, ...]
    choice: tuple[str, ...]
    key: str
    words: tuple[str, ...]
    default: str | None
    """The word that it has where nothing is given: written out, it says nothing."""

    @property
    def said(self) -> dict[str, object]:
        """What the message holds."""
        return {"name": self.key, "words": ", ".join(self.words)}

    def origin(self, record: Record) -> Origin | None:
        """Return where its value comes from, None where a user gave none, or the word that stands without it."""
        *above, name = self.names
        owner = reduce(getattr, above, record)
        origin: Origin | None = owner.origins.get(name)
        told = origin is not None and origin.kind == "given" and not self.is_default(getattr(owner, name))
        return origin if told else None

    def is_default(self, word: Any) -> Any:
        """Return whether a word is the one that stands where nothing is given: a bool, or a truth of each row."""
        return self.default is not None and word == self.default

    def counts(self, record: Record) -> Any:
        """Return whether it counts: a bool, or a truth of each row."""
        found: Any = reduce(getattr, self.choice, record)
        return reduce(lambda one, other: one | other, [found == each for each in self.words])


@by_class
def conditional(cls: type[Record]) -> tuple[Conditional, ...]:
    """Return the inputs of a class, and of its parts, that count only with some words."""
    return tuple(_conditional(cls, "", (), ()))


def _conditional(
    cls: type[Record], at: str, above: tuple[str, ...], asked: tuple[tuple[tuple[str, ...], str, tuple[str, ...]], ...]
) -> Iterator[Conditional]:
    """Yield the inputs of one table; `asked` is what is asked of all that stands in it."""
    by_key = keyed(cls)
    for name, field in fields_of(cls).items():
        own = (*asked, *(((*above, by_key[key][0]), f"{at}{key}", words) for key, words in field.only_with))
        if field.kind == "part" and field.part is not None:
            yield from _conditional(field.part, f"{at}{field.key}.", (*above, name), own)
        elif field.kind in ("quantity", "choice"):
            yield from (Conditional(at + field.key, (*above, name), *each, field.word) for each in own)


def of_case(case: Case) -> Iterator[Warned]:
    """Yield what is given and counts in no state of a case: a measure may turn the word that it waits for."""
    states = [case.baseline, *(step.after for step in case.steps), case.reporting]
    for each in conditional(type(case.baseline)):
        given, anew = each.origin(case.baseline), each.origin(case.reporting)
        if given and not any(each.counts(state) is True for state in states):
            yield Warned(f"{case.place}.{each.path}", KEY, each.said)
        if case.measured and anew and anew is not given and each.counts(case.reporting) is not True:
            yield Warned(f"{case.place}.reporting.{each.path}", KEY, each.said)
