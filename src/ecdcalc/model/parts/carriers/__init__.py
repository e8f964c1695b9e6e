"""Energy carriers: what a process takes in and gives out, as coal equivalent, electricity and CO2.

A carrier that leaves the process (gas sold, steam exported, coke) has a negative amount. Coal equivalent:
GB/T 2589; a measured heating value wins over the published factor, and where the standard prints a range
only the measured value will do. CO2: amount × heating value × carbon content × oxidation × 44/12, or
amount × grid factor.
"""

from __future__ import annotations

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
from ecdcalc.model.parts.carriers.media import BySteam, Medium
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

__all__ = [
    "BY_PRODUCTS",
    "CARRIER_CLASSES",
    "COALS",
    "GIVEN",
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
