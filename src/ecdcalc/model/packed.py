"""Plants of a region that are kept as their pickles: of thousands of plants the records would fill the memory."""

from __future__ import annotations

import io
import pickle
import zlib
from typing import Any

from ecdcalc.model.keeping import Kept


class Packed:
    """A plant as its pickle, which takes a tenth of its memory: unpacked for whoever asks, and not kept whole."""

    __slots__ = ("_bytes", "_shared")

    def __init__(self, whole: Kept, shared: tuple[object, ...] = ()) -> None:
        """Pack it; what is `shared` with others stays beside it, such as a user's own tables."""
        made = io.BytesIO()
        packer = _Packer(made, shared) if shared else pickle.Pickler(made, pickle.HIGHEST_PROTOCOL)
        packer.dump(whole)
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
