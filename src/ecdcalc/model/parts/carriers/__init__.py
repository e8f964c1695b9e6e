"""Energy carriers: what a process takes in and gives out, as coal equivalent, electricity and CO2.

A carrier that leaves the process (gas sold, steam exported, coke) has a negative amount. Coal equivalent:
GB/T 2589; a measured heating value wins over the published factor, and where the standard prints a range
only the measured value will do. CO2: amount × heating value × carbon content × oxidation × 44/12, or
amount × grid factor.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ecdcalc.model.parts.carriers.classes import (
        BY_PRODUCTS,
        CARRIER_CLASSES,
        COALS,
        NATURAL_GAS,
        RECOVERED,
        carrier_class,
        empty_line,
    )
    from ecdcalc.model.parts.carriers.kinds import (
        GUIDES,
        CarrierKind,
        OfCarrier,
        carrier_kinds,
    )
    from ecdcalc.model.parts.carriers.lines import (
        Carrier,
        CoalEquivalent,
        Electricity,
        Fuel,
        GasFuel,
        Heat,
        MassFuel,
    )
    from ecdcalc.model.parts.carriers.media import BySteam, Medium, Steam
    from ecdcalc.model.parts.carriers.use import (
        GIVEN,
        EnergyUse,
        amount_of,
        change_amount,
        co2_of,
        electricity_of,
        emitted,
        line_of,
        mass_or_volume,
        save_coal,
        save_heat,
        save_share,
        specific_coal,
        substance,
        with_power,
    )
    from ecdcalc.model.parts.carriers.written import given_line

_HOMES = {
    "BY_PRODUCTS": "classes",
    "BySteam": "media",
    "CARRIER_CLASSES": "classes",
    "COALS": "classes",
    "Carrier": "lines",
    "CarrierKind": "kinds",
    "CoalEquivalent": "lines",
    "Electricity": "lines",
    "EnergyUse": "use",
    "Fuel": "lines",
    "GIVEN": "use",
    "GUIDES": "kinds",
    "GasFuel": "lines",
    "Heat": "lines",
    "MassFuel": "lines",
    "Medium": "media",
    "NATURAL_GAS": "classes",
    "OfCarrier": "kinds",
    "RECOVERED": "classes",
    "Steam": "media",
    "amount_of": "use",
    "carrier_class": "classes",
    "carrier_kinds": "kinds",
    "change_amount": "use",
    "co2_of": "use",
    "electricity_of": "use",
    "emitted": "use",
    "empty_line": "classes",
    "given_line": "written",
    "line_of": "use",
    "mass_or_volume": "use",
    "save_coal": "use",
    "save_heat": "use",
    "save_share": "use",
    "specific_coal": "use",
    "substance": "use",
    "with_power": "use",
}

__all__ = [
    "BY_PRODUCTS",
    "CARRIER_CLASSES",
    "COALS",
    "GIVEN",
    "GUIDES",
    "NATURAL_GAS",
    "RECOVERED",
    "BySteam",
    "Carrier",
    "CarrierKind",
    "CoalEquivalent",
    "Electricity",
    "EnergyUse",
    "Fuel",
    "GasFuel",
    "Heat",
    "MassFuel",
    "Medium",
    "OfCarrier",
    "Steam",
    "amount_of",
    "carrier_class",
    "carrier_kinds",
    "change_amount",
    "co2_of",
    "electricity_of",
    "emitted",
    "empty_line",
    "given_line",
    "line_of",
    "mass_or_volume",
    "save_coal",
    "save_heat",
    "save_share",
    "specific_coal",
    "substance",
    "with_power",
]


def __getattr__(name: str) -> Any:
    """Load a class or function when it is asked for: whoever looks up a carrier needs none of the classes."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    return found
