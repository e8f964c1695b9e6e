"""From a word to the key that it stands for, and back: whole labels before labels without their brackets."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import chain

from attrs import frozen

from ecdcalc.words.texts import Both

Words = Mapping[str, tuple[str, ...]]
"""Keys, each with the words that stand for it; the first is the one that is written."""

_SHORTEST = 2
"""Letters or characters of a word at the least, where it is only the beginning of a name."""
_FEW = 5
"""Words at the most that are told as what one may be meant for."""
_BRACKETS = re.compile(r"\([^()]*\)$")
_QUOTES = str.maketrans("", "", "“”‘’\"'")
_END = re.compile(r"[(（][^()（）]*[)）]$")
"""Brackets at the end of a word as it is written."""


@frozen
class Ambiguous:
    """A word that stands for several keys."""

    keys: tuple[str, ...]


def plain(word: str) -> str:
    """Return a word without blanks and quotation marks, in small letters, with half-width signs."""
    return "".join(unicodedata.normalize("NFKC", word).casefold().translate(_QUOTES).split())


class Known:
    """What tables have words for, each looked through once: a file may hold very many words that are none."""

    def __init__(self) -> None:
        self._words: dict[int, tuple[Words, frozenset[str]]] = {}

    def has(self, word: str, tables: Iterable[Words]) -> bool:
        """Tell whether `key_of` finds a word in one of the tables, which live as long as this."""
        asked = plain(word)
        return any(asked in self._of(table) for table in tables)

    def _of(self, table: Words) -> frozenset[str]:
        if id(table) not in self._words:
            forms = (_forms(words, shorten) for words in table.values() for shorten in (False, True))
            self._words[id(table)] = table, frozenset(chain.from_iterable(forms))
        return self._words[id(table)][1]


def key_of(word: str, known: Iterable[Words]) -> str | Ambiguous | None:
    """Return the key that a word stands for; the first of the tables that knows it decides."""
    asked = plain(word)
    for table in known:
        for shorten in (False, True):
            found = [key for key, words in table.items() if asked in _forms(words, shorten)]
            if len(found) == 1:
                return found[0]
            if found:
                return Ambiguous(tuple(found))
    return None


@cache
def _forms(words: tuple[str, ...], shorten: bool) -> frozenset[str]:
    whole = (plain(word) for word in words if word)
    return frozenset(_BRACKETS.sub("", word) if shorten else word for word in whole)


class _Index:
    """The keys of a table by what stands for them: for many questions to one table, each answered as by `key_of`."""

    def __init__(self, table: Words) -> None:
        self._keys: tuple[dict[str, list[str]], ...] = ({}, {})
        for shorten, found in enumerate(self._keys):
            for key, words in table.items():
                for form in _forms(words, bool(shorten)):
                    found.setdefault(form, []).append(key)

    def key_of(self, word: str) -> str | Ambiguous | None:
        asked = plain(word)
        keys = next((found[asked] for found in self._keys if asked in found), None)
        return keys if keys is None else keys[0] if len(keys) == 1 else Ambiguous(tuple(keys))


def shared(table: Words) -> dict[str, tuple[str, ...]]:
    """Return the words, whole and without their brackets, that stand for several keys, with these."""
    return {word: key.keys for word, key in _written(table).items() if isinstance(key, Ambiguous)}


def spoken(table: Words) -> dict[str, str]:
    """Return the words in small letters, whole and without their brackets, that stand for one key, with it."""
    return {word.lower(): key for word, key in _written(table).items() if isinstance(key, str)}


def _written(table: Words) -> dict[str, str | Ambiguous | None]:
    """Return the words of a table, whole and without their brackets, with what each stands for."""
    found = {form for words in table.values() for word in words for form in (word, _END.sub("", word).rstrip()) if form}
    index = _Index(table)
    return {word: index.key_of(word) for word in sorted(found)}


def words_of(table: Words, lang: str) -> tuple[str, ...]:
    """Return the word of each key of a table, as `word_of` does."""
    index = _Index(table)
    shown = ((key, words[0 if lang == "zh" else -1]) for key, words in table.items())
    return tuple(word if word and word not in table and index.key_of(word) == key else key for key, word in shown)


def word_of(key: str, known: Iterable[Words], lang: str) -> str:
    """Return the word of a key; the key itself where it has none, or where the word would not lead back."""
    known = tuple(known)
    for table in known:
        if key in table:
            word = table[key][0 if lang == "zh" else -1]
            return word if word and key_of(word, known) == key and not _is_key(word, known) else key
    return key


def _is_key(word: str, known: Iterable[Words]) -> bool:
    return any(word in table for table in known)


def keys_told(labels: Mapping[str, str]) -> Both:
    """Return keys, each with its Chinese label or "", for a message: in Chinese the labels with their keys."""
    said = (f"{_END.sub('', label)}（{key}）" if label else key for key, label in labels.items())
    return Both(", ".join(labels), "、".join(said))


def holding(word: str, words: Iterable[str]) -> list[str]:
    """Return the words that a shorter one may be meant for, since it is in them; none where that would be many."""
    asked = plain(word)
    found = sorted({each for each in words if asked in plain(each)}) if len(asked) >= _SHORTEST else []
    return found if len(found) <= _FEW else []


def begun(word: str, table: Words) -> Words:
    """Return the keys of a table that have a word which begins so, as if it were theirs."""
    asked = plain(word)
    few = len(asked) < _SHORTEST
    return {} if few else {key: (word,) for key, words in table.items() if any(_begins(each, asked) for each in words)}


def _begins(name: str, asked: str) -> bool:
    """Tell whether a name begins so: by whole words, or by any characters where there are no blanks between words."""
    if not asked.isascii():
        return plain(name).startswith(asked)
    words = name.split()
    return any(plain("".join(words[:count])) == asked for count in range(1, len(words) + 1))
