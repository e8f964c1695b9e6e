"""ecdcalc: what a retrofit saves, and what is still missing to the target.

    from ecdcalc import assess, load_plant, sectors

    result = assess("plant.toml")
    print(result.energy_saved, result.reductions["NOx"])

Authors of sectors import from `ecdcalc.plugin`.

Importing this package is cheap: pint, NumPy and data-frame libraries are imported where they are used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from ecdcalc._version import __version__
from ecdcalc.assessment.pictures import drawn_by

if TYPE_CHECKING:
    from ecdcalc.assessment.plant import Assessment, assess
    from ecdcalc.assessment.region.assess import RegionAssessment, assess_region
    from ecdcalc.assessment.tables.portfolio import portfolio
    from ecdcalc.assessment.typed.plant import PlantResult
    from ecdcalc.assessment.typed.region import RegionResult
    from ecdcalc.model.evaluation import find
    from ecdcalc.model.sector import Sector, sectors
    from ecdcalc.numbers.units import read_quantity
    from ecdcalc.numbers.value import Value
    from ecdcalc.read.plans import load_plan
    from ecdcalc.read.plant import load_plant, read_plant
    from ecdcalc.read.region import load_region, read_region
    from ecdcalc.reference.factors import FactorTable
    from ecdcalc.reference.limits import LimitTable, load_own_limits
    from ecdcalc.reference.own_factors import load_own_factors
    from ecdcalc.report.side_by_side import compare
    from ecdcalc.words.errors import (
        DimensionError,
        EcdcalcError,
        InputError,
        MissingValueError,
        NotFoundError,
        PluginError,
        UnitError,
        ValidityWarning,
    )

# No public name may be that of a module: importing the module would put it in the place of the name.
_HOMES = {
    "Assessment": "assessment.plant",
    "DimensionError": "words.errors",
    "EcdcalcError": "words.errors",
    "FactorTable": "reference.factors",
    "InputError": "words.errors",
    "LimitTable": "reference.limits",
    "MissingValueError": "words.errors",
    "NotFoundError": "words.errors",
    "PluginError": "words.errors",
    "PlantResult": "assessment.typed.plant",
    "RegionAssessment": "assessment.region.assess",
    "RegionResult": "assessment.typed.region",
    "Sector": "model.sector",
    "UnitError": "words.errors",
    "ValidityWarning": "words.errors",
    "Value": "numbers.value",
    "assess": "assessment.plant",
    "assess_region": "assessment.region.assess",
    "compare": "report.side_by_side",
    "find": "model.evaluation",
    "load_own_factors": "reference.own_factors",
    "load_own_limits": "reference.limits",
    "load_plan": "read.plans",
    "load_plant": "read.plant",
    "load_region": "read.region",
    "portfolio": "assessment.tables.portfolio",
    "read_plant": "read.plant",
    "read_quantity": "numbers.units",
    "read_region": "read.region",
    "sectors": "model.sector",
}

__all__ = [
    "Assessment",
    "DimensionError",
    "EcdcalcError",
    "FactorTable",
    "InputError",
    "LimitTable",
    "MissingValueError",
    "NotFoundError",
    "PlantResult",
    "PluginError",
    "RegionAssessment",
    "RegionResult",
    "Sector",
    "UnitError",
    "ValidityWarning",
    "Value",
    "__version__",
    "assess",
    "assess_region",
    "compare",
    "find",
    "load_own_factors",
    "load_own_limits",
    "load_plan",
    "load_plant",
    "load_region",
    "portfolio",
    "read_plant",
    "read_quantity",
    "read_region",
    "sectors",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'ecdcalc' has no attribute {name!r}")
    try:
        return getattr(import_module(f"ecdcalc.{_HOMES[name]}"), name)
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("ecdcalc"):
            raise
        return _lacking(name, error.name or "")


def _lacking(name: str, package: str) -> Any:
    """Return what stands for a function whose extra is not installed: it says so when it is called."""
    from ecdcalc.words.errors import InputError, Problem

    def refuse(*given: Any, **options: Any) -> Any:
        raise InputError([Problem(name, "table-extra", {"package": package})])

    return refuse


def _charts_of(result: Any) -> Any:
    from ecdcalc.report.charts.of_result import charts_of

    return charts_of(result)


drawn_by(_charts_of)


def __dir__() -> list[str]:
    return sorted({*__all__, *(name for name in globals() if name.startswith("__"))})
