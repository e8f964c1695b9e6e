"""What can go wrong, and how it is told.

    EcdcalcError
    ├── InputError        the input has mistakes; carries every one of them as a `Problem`
    ├── UnitError         a text is not a number with a known unit            (also a ValueError)
    │   └── DimensionError  the unit measures something else than is asked for
    ├── NotFoundError     a name that no table, sector or plan knows          (also a LookupError)
    ├── MissingValueError a formula was asked for a value that lacks an input (also a ValueError)
    └── PluginError       a sector plugin breaks the contract

Catch `EcdcalcError` for all of them. Each error keeps the key of its message and the values in it, so
that it can be printed in English or Chinese: `error.say("zh")`.
"""

from __future__ import annotations

import errno
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import get_close_matches

from attrs import frozen

from ecdcalc.words.texts import say

PAGE = 50
"""Mistakes that are printed at once; nearest words are looked for in as many."""


class EcdcalcError(Exception):
    """Anything that ecdcalc itself refuses."""

    def __init__(self, key: str, **values: object) -> None:
        self.key = key
        self.values = values
        super().__init__(say(key, "en", **values))

    def say(self, lang: str) -> str:
        """Return the message in `lang` ("en" or "zh")."""
        return say(self.key, lang, **self.values)

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.key, self.values)


def _rebuild(kind: type[EcdcalcError], key: str, values: dict[str, object]) -> EcdcalcError:
    return kind(key, **values)


class UnitError(EcdcalcError, ValueError):
    """A text is not a number with a known unit."""


class DimensionError(UnitError):
    """A unit measures something else than is asked for."""


class NotFoundError(EcdcalcError, LookupError):
    """No table, sector, process or plan has that name."""


class MissingValueError(EcdcalcError, ValueError):
    """A value was asked for whose inputs are not given."""


class PluginError(EcdcalcError):
    """A sector plugin breaks the contract."""


@frozen
class Problem:
    """One mistake in the input: where, what was found, what is accepted."""

    place: str
    key: str
    values: dict[str, object]

    def say(self, lang: str) -> str:
        """Return `place: message` in `lang`."""
        message = say(self.key, lang, **self.values).rstrip()  # a bound may be of no unit
        return f"{_shortened(self.place)}: {message}" if self.place else message


def _shortened(place: str) -> str:
    return place if len(place) <= _LONGEST_PLACE else f"{place[: _LONGEST_PLACE // 2]}…{place[-_LONGEST_PLACE // 2 :]}"


_LONGEST_PLACE = 300
_READING = {errno.ENOENT: "file-missing", errno.EISDIR: "file-directory", errno.EACCES: "file-forbidden"}
_WRITING = {
    errno.ENOENT: "output-no-folder",
    errno.ENOTDIR: "output-no-folder",
    errno.EISDIR: "output-directory",
    errno.EACCES: "output-forbidden",
    errno.EROFS: "output-forbidden",
    errno.ENOSPC: "output-disk-full",
}


def upward(place: str) -> Iterator[str]:
    """Yield a place and what it stands in, from within outward."""
    while place:
        yield place
        place = place.rpartition(".")[0]


def unreadable(place: str, error: OSError) -> Problem:
    """Return why the operating system does not let a file be read."""
    return Problem(place, _READING.get(error.errno or 0, "file-unreadable"), {"reason": error.strerror or str(error)})


def unwritable(place: str, error: OSError) -> Problem:
    """Return why the operating system does not let a file be written."""
    return Problem(place, _WRITING.get(error.errno or 0, "output-unwritable"), {"reason": error.strerror or str(error)})


def past_bound(place: str, found: str, sign: str, bound: float, unit: str) -> Problem:
    """Return the mistake of a number that is not `sign` `bound`."""
    return Problem(place, "out-of-bounds", {"found": found, "sign": sign, "bound": f"{bound:g}", "unit": unit})


class InputError(EcdcalcError, ValueError):
    """The input has mistakes. `problems` lists all of them, each with its place."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("input-has-problems", count=len(self.problems))
        self.args = (self.say("en"),)

    def say(self, lang: str) -> str:
        """Return the mistakes, a line each; of very many the first page, and how many more there are."""
        lines = [problem.say(lang) for problem in self.problems[:PAGE]]
        if more := len(self.problems) - len(lines):
            lines.append(say("problems-more", lang, count=more))
        return "\n".join(lines)

    def __reduce__(self) -> tuple[object, ...]:
        return InputError, (self.problems,)


class ValidityWarning(UserWarning):
    """A formula was used where it is less precise than stated. `problems` lists what lies outside its ranges."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.say("en"))

    def say(self, lang: str) -> str:
        """Return what lies outside, a line each."""
        return "\n".join(each.say(lang) for each in self.problems)

    def __reduce__(self) -> tuple[object, ...]:
        return ValidityWarning, (self.problems,)


_LONGEST_WORD = 80


def near(word: str, known: Sequence[str]) -> str | None:
    """Return the known word that `word` was probably meant to be, if any."""
    if len(word) > _LONGEST_WORD:
        return None
    by_lower = {name.lower(): name for name in known}
    found = get_close_matches(word.lower(), by_lower, n=1, cutoff=0.6)
    return by_lower[found[0]] if found else None


_TWO = re.compile(r"[\u4e00-\u9fff]{2}")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_END = re.compile(r"[(（][^()（）]*[)）]$")
_FEW = 5


def near_label(word: str, labels: Mapping[str, str]) -> str | None:
    """Return the keys, with their labels, one of which a word in Chinese was probably meant to be, if any.

    Of two characters one is half of the word, so that no measure of likeness finds it: there one in its place will do.
    """
    if not _HAN.search(word) or len(word) > _LONGEST_WORD:
        return None
    by_label = {_END.sub("", label): key for key, label in labels.items()}
    found = get_close_matches(word, by_label, n=_FEW, cutoff=0.6)
    if not found and _TWO.fullmatch(word):
        alike = (each for each in by_label if any(one == other for one, other in zip(word, each, strict=False)))
        found = [each for each in alike if len(each) == len(word)][:_FEW]
    return ", ".join(f"{each}（{by_label[each]}）" for each in found) or None


def not_among(
    place: str,
    found: str,
    options: Sequence[str],
    shown: Callable[[Sequence[str]], object] = ", ".join,
    labels: Mapping[str, str] | None = None,
) -> Problem:
    """Return the mistake of a word that is none of a few, with the one that was probably meant.

    `shown`: how options are told, where not by their keys. `labels`: their words in Chinese.
    """
    values = {"found": found[:40], "options": shown(options)}
    guess = near(found, options)
    meant = shown([guess]) if guess else near_label(found, labels or {})
    if not meant:
        return Problem(place, "not-an-option", values)
    return Problem(place, "not-an-option-near", {**values, "near": meant})
