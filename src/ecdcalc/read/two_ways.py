"""The two ways of a word in a document: to its key, and from the key back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ecdcalc.words.errors import Problem, near
from ecdcalc.words.meaning import Ambiguous, Known, Words, holding, key_of, word_of


class ToKeys:
    """Takes words to keys; what is none, or several, is noted."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.written: dict[str, str] = {}
        self._known = Known()

    def name(self, found: str, known: Sequence[Words], place: str) -> str | None:
        """Return the key of a word; None where it is noted and has no place in the document."""
        if any(found in table for table in known):
            return found
        key = key_of(found, known) if self._known.has(found, known) else None
        if isinstance(key, str):
            return key
        if isinstance(key, Ambiguous):
            self.problems.append(_ambiguous(f"{place}.{found}" if place else found, found, key, known))
            return None
        if found.isascii():
            return found
        words = {word for table in known for all_words in table.values() for word in all_words}
        guess = near(found, [*words]) or "、".join(holding(found, words))
        if not guess:
            return found
        where = f"{place}.{found}" if place else found
        self.problems.append(Problem(where, "word-unknown-near", {"found": found[:40], "near": guess}))
        return None

    def value(self, found: Any, known: Words, place: str) -> Any:
        """Return the key of a word that is a value; what is none stays, and is refused where it is read."""
        if not isinstance(found, str) or found in known:
            return found
        key = key_of(found, [known])
        if isinstance(key, Ambiguous):
            self.problems.append(_ambiguous(place, found, key, [known]))
            return key.keys[0]
        return key or found

    def kept(self, place: str, old: str) -> None:
        """Keep how a place was written."""
        self.written[place] = old

    def twice(self, place: str, found: str) -> None:
        """Note a key that is given by two words."""
        self.problems.append(Problem(place, "given-twice", {"found": found}))


class ToWords:
    """Takes keys to words."""

    def __init__(self, lang: str) -> None:
        self.lang = lang

    def name(self, found: str, known: Sequence[Words], place: str) -> str | None:
        """Return the word of a key."""
        return word_of(found, known, self.lang)

    def value(self, found: Any, known: Words, place: str) -> Any:
        """Return the word of a key that is a value."""
        plain = not isinstance(found, str) or self.lang == "en"  # the English word of a choice is the choice
        return found if plain else word_of(found, [known], self.lang)

    def kept(self, place: str, old: str) -> None:
        """Nothing is kept: what is written is what is read."""

    def twice(self, place: str, found: str) -> None:
        """Keys differ, so that nothing is given twice."""


def _ambiguous(place: str, found: str, key: Ambiguous, known: Sequence[Words]) -> Problem:
    words = {each: words for table in reversed(known) for each, words in table.items()}
    meanings = "; ".join(f"{each} ({words[each][0]})" for each in key.keys)
    return Problem(place, "word-ambiguous", {"found": found[:40], "meanings": meanings})
