"""ecdcalc: what a retrofit saves, and what is still missing to the target.

    from ecdcalc import assess, load_plant, sectors

    result = assess(load_plant("plant.toml"))
    print(result.to_dict()["totals"])

Authors of sectors import from the rooms: `ecdcalc.process`, `ecdcalc.formula`, `ecdcalc.measure`, `ecdcalc.sector`.

Importing this package is cheap: pint, NumPy and data-frame libraries are imported where they are used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from ecdcalc._version import __version__

if TYPE_CHECKING:
    from ecdcalc.assessment import Assessment, assess
    from ecdcalc.errors import EcdcalcError, InputError
    from ecdcalc.evaluation import find
    from ecdcalc.factors import FactorTable, load_own_factors
    from ecdcalc.formula import Value
    from ecdcalc.limits import LimitTable, load_own_limits
    from ecdcalc.plan import load_plan
    from ecdcalc.read.plant import load_plant, read_plant
    from ecdcalc.read.region import load_region
    from ecdcalc.region.assessment import RegionAssessment, assess_region
    from ecdcalc.sector import Sector, sectors
    from ecdcalc.tables.portfolio import portfolio
    from ecdcalc.units import read_quantity

# No public name may be that of a module: importing the module would put it in the place of the name.
_HOMES = {
    "Assessment": "assessment",
    "EcdcalcError": "errors",
    "FactorTable": "factors",
    "InputError": "errors",
    "LimitTable": "limits",
    "RegionAssessment": "region.assessment",
    "Sector": "sector",
    "Value": "formula",
    "assess": "assessment",
    "assess_region": "region.assessment",
    "find": "evaluation",
    "load_own_factors": "factors",
    "load_own_limits": "limits",
    "load_plan": "plan",
    "load_plant": "read.plant",
    "load_region": "read.region",
    "portfolio": "tables.portfolio",
    "read_plant": "read.plant",
    "read_quantity": "units",
    "sectors": "sector",
}

__all__ = [
    "Assessment",
    "EcdcalcError",
    "FactorTable",
    "InputError",
    "LimitTable",
    "RegionAssessment",
    "Sector",
    "Value",
    "__version__",
    "assess",
    "assess_region",
    "find",
    "load_own_factors",
    "load_own_limits",
    "load_plan",
    "load_plant",
    "load_region",
    "portfolio",
    "read_plant",
    "read_quantity",
    "sectors",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'ecdcalc' has no attribute {name!r}")
    return getattr(import_module(f"ecdcalc.{_HOMES[name]}"), name)
