"""ecdcalc: what a retrofit saves, and what is still missing to the target.

    from ecdcalc import assess, load_plant, sectors

    result = assess(load_plant("plant.toml"))
    print(result.to_dict()["totals"])

Importing this package is cheap: pint, NumPy and data-frame libraries are imported where they are used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from ecdcalc._version import __version__

if TYPE_CHECKING:
    from ecdcalc.assess import Assessment, assess, find
    from ecdcalc.errors import EcdcalcError, InputError
    from ecdcalc.factors import FactorTable, load_own_factors
    from ecdcalc.formula import Value, formula, output
    from ecdcalc.limits import LimitTable, load_own_limits
    from ecdcalc.measure import measure
    from ecdcalc.plan import load_plan
    from ecdcalc.process import choice, process, quantity
    from ecdcalc.read.plant import load_plant, read_plant
    from ecdcalc.sector import Sector, sector, sectors
    from ecdcalc.units import read_quantity

_HOMES = {
    "Assessment": "assess",
    "EcdcalcError": "errors",
    "FactorTable": "factors",
    "InputError": "errors",
    "LimitTable": "limits",
    "Sector": "sector",
    "Value": "formula",
    "assess": "assess",
    "choice": "process",
    "find": "assess",
    "formula": "formula",
    "load_own_factors": "factors",
    "load_own_limits": "limits",
    "load_plan": "plan",
    "load_plant": "read.plant",
    "measure": "measure",
    "output": "formula",
    "process": "process",
    "quantity": "process",
    "read_plant": "read.plant",
    "read_quantity": "units",
    "sector": "sector",
    "sectors": "sector",
}

__all__ = [
    "Assessment",
    "EcdcalcError",
    "FactorTable",
    "InputError",
    "LimitTable",
    "Sector",
    "Value",
    "__version__",
    "assess",
    "choice",
    "find",
    "formula",
    "load_own_factors",
    "load_own_limits",
    "load_plan",
    "load_plant",
    "measure",
    "output",
    "process",
    "quantity",
    "read_plant",
    "read_quantity",
    "sector",
    "sectors",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'ecdcalc' has no attribute {name!r}")
    return getattr(import_module(f"ecdcalc.{_HOMES[name]}"), name)
