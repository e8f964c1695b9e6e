"""Files in: plant files as TOML text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ecdcalc.read.plant import load_plant, read_plant

__all__ = ["load_plant", "read_plant"]


def __getattr__(name: str) -> Any:
    """Load the reader of plants when it is asked for: who reads words or tables needs none of it."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from ecdcalc.read import plant

    return getattr(plant, name)
