"""Files in: plant files as TOML text."""

from ecdcalc.read.plant import load_plant, read_plant

__all__ = ["load_plant", "read_plant"]
