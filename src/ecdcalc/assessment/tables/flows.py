"""Carriers in columns as a plant file has them: both flows of one carrier, and a liquid by its volume.

`energy.electricity.taken [kWh]` and `energy.electricity.given [kWh]` stand for their difference; `energy.diesel [L]`
for the mass by the published density.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import evolve

from ecdcalc.model.parts.carriers import carrier_kinds
from ecdcalc.model.process import Field
from ecdcalc.numbers.ops import first_of
from ecdcalc.numbers.symbols import Symbol
from ecdcalc.numbers.units import Unit, unit
from ecdcalc.reference.factors import FactorTable

CARRIERS, TAKEN, GIVEN_OUT = "energy.", ".taken", ".given"
_VOLUME = unit("m3")


def flow_of(path: str, inputs: Mapping[str, Field]) -> Field | None:
    """Return the input that a column of one flow is: the amount of its carrier, not below zero."""
    carrier = net_path(path)
    amount = inputs.get(carrier) if carrier != path else None
    return evolve(amount, bounds=((">=", 0.0),)) if amount and f"{carrier}.amount" in inputs else None


def net_path(path: str) -> str:
    """Return the path of the carrier of a flow; any other path as it is."""
    return path.removesuffix(TAKEN).removesuffix(GIVEN_OUT) if path.startswith(CARRIERS) else path


def by_volume(path: str, given: Unit, wanted: Unit) -> Unit | None:
    """Return a unit of volume as one of the mass of a liquid, by its published density; None of what is no liquid."""
    carrier = net_path(path).removesuffix(".amount").rpartition(".")[2]
    liquid = carrier_kinds().get(f"{carrier}-litre")
    if liquid is None or not given.same_kind(_VOLUME):
        return None
    density = FactorTable().get(f"{liquid.density}.density").base
    return None if density is None else evolve(given, factor=given.factor * density, dimension=wanted.dimension)


def net(given: Mapping[str, Symbol]) -> dict[str, Symbol]:
    """Return what columns give with the difference in the place of two flows; null where neither is told."""
    found = {path: symbol for path, symbol in given.items() if net_path(path) == path}
    for path in dict.fromkeys(net_path(each) for each in given if each not in found):
        taken, leaves = given.get(path + TAKEN), given.get(path + GIVEN_OUT)
        if taken is None or leaves is None:
            found[path] = -leaves if taken is None and leaves is not None else taken  # type: ignore[assignment]
        else:
            found[path] = first_of(taken - leaves, taken, -leaves)
    return found


def net_and_gross(paths: Mapping[tuple[str, bool], str]) -> Iterator[str]:
    """Yield the names of columns of one flow whose carrier has a column of its amount as well."""
    for (path, reporting), name in paths.items():
        carrier = net_path(path)
        if carrier != path and ((carrier, reporting) in paths or (f"{carrier}.amount", reporting) in paths):
            yield name
