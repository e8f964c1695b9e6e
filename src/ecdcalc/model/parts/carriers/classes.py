"""The class of each carrier by how it is measured, and groups of carriers that others ask for."""

from __future__ import annotations

from typing import Any

from ecdcalc.model.parts.carriers.kinds import carrier_kinds
from ecdcalc.model.parts.carriers.lines import Carrier, CoalEquivalent, Electricity, GasFuel, Heat, MassFuel, WasteHeat
from ecdcalc.model.parts.carriers.media import LiquidFuel, MassMedium, PartlyFossil, Steam, SteamOfClass, VolumeMedium

CARRIER_CLASSES: dict[str, type[Carrier]] = {
    "mass": MassFuel,
    "volume": GasFuel,
    "electricity": Electricity,
    "heat": Heat,
    "waste-heat": WasteHeat,
    "coal-equivalent": CoalEquivalent,
    "medium-mass": MassMedium,
    "medium-volume": VolumeMedium,
    "steam": Steam,
    "steam-class": SteamOfClass,
    "liquid": LiquidFuel,
    "partly-fossil": PartlyFossil,
}


COALS = (
    "raw-coal", "anthracite", "bituminous", "cleaned-coal", "middlings", "slimes", "gangue", "other-washed-coal",
    "briquette",
)  # fmt: skip
"""Carriers that are coal, as burnt under boilers."""

NATURAL_GAS = ("natural-gas",)

RECOVERED = ("electricity", "heat", "waste-heat")
"""Carriers that a measure may give to a process that had none: what it recovers."""

BY_PRODUCTS = (
    "coke-oven-gas", "blast-furnace-gas", "converter-gas", "producer-gas", "other-gas", "biogas", "hydrogen",
)  # fmt: skip
"""Fuels that a process may come to give out; of all others no measure saves more than is used."""


def carrier_class(id: str) -> type[Carrier]:
    """Return the class that holds a carrier of that id."""
    return CARRIER_CLASSES[carrier_kinds()[id].measured_in]


def empty_line(id: str, place: str) -> Carrier:
    """Return a line of no amount, for what a measure adds."""
    cls: Any = carrier_class(id)
    line: Carrier = cls(carrier=id, amount=0.0, place=place)
    return line
