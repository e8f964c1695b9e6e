"""Plants and results that are pickled and copied: to other processes, to a file, to a deep copy.

A pickle names the version of ecdcalc that wrote it, before anything else in it. Another version refuses it there, with
nothing loaded: its numbers could have been found by other rules.
"""

from __future__ import annotations

from typing import Any

import attrs

from ecdcalc._version import __version__
from ecdcalc.words.errors import InputError, Problem


class Kept:
    """An attrs class whose objects can be pickled and copied; they are of one version of ecdcalc."""

    __slots__ = ()

    def __reduce__(self) -> tuple[Any, ...]:
        cls: Any = type(self)
        return _restored, (_Version(), cls, {each.name: getattr(self, each.name) for each in attrs.fields(cls)})


class _Version:
    """Stands before what is pickled, and is looked at before it is loaded."""

    def __reduce__(self) -> tuple[Any, ...]:
        return _same_version, (__version__,)


def _same_version(written: str) -> _Version:
    if written != __version__:
        raise InputError([Problem("pickle", "pickle-of-version", {"found": written, "here": __version__})])
    return _Version()


def _restored(version: _Version, cls: Any, values: dict[str, Any]) -> Any:
    return cls(**values)
