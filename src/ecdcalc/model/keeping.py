"""Plants and results that are pickled and copied: to other processes, to a file, to a deep copy.

A pickle names the version of ecdcalc that wrote it, before anything else in it. Another version refuses it there, with
nothing loaded: its numbers could have been found by other rules.
"""

from __future__ import annotations

import io
import pickle
import zlib
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


class Packed:
    """A plant as its pickle, which takes a tenth of its memory: unpacked for whoever asks, and not kept whole."""

    __slots__ = ("_bytes", "_shared")

    def __init__(self, whole: Kept, shared: tuple[object, ...] = ()) -> None:
        """Pack it; what is `shared` with others stays beside it, such as a user's own tables."""
        made = io.BytesIO()
        _Packer(made, shared).dump(whole)
        self._bytes, self._shared = zlib.compress(made.getvalue(), 1), shared

    def unpacked(self) -> Any:
        """Return it whole, made anew each time."""
        return _Unpacker(io.BytesIO(zlib.decompress(self._bytes)), self._shared).load()


class _Packer(pickle.Pickler):
    def __init__(self, file: io.BytesIO, shared: tuple[object, ...]) -> None:
        super().__init__(file, pickle.HIGHEST_PROTOCOL)
        self._places = {id(each): place for place, each in enumerate(shared)}

    def persistent_id(self, given: object) -> int | None:
        return self._places.get(id(given))


class _Unpacker(pickle.Unpickler):
    def __init__(self, file: io.BytesIO, shared: tuple[object, ...]) -> None:
        super().__init__(file)
        self._shared = shared

    def persistent_load(self, place: int) -> object:
        return self._shared[place]


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
