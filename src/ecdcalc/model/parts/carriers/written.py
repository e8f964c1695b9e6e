"""One carrier as a plant file writes it: an amount, what is taken and given out, a liquid by its volume.

electricity = "16 GWh"
electricity = { taken = "16 GWh", given = "4 GWh" }   # both flows are told; the difference counts
diesel = "3200 L"                                     # by the published density
diesel = { value = "3200 L", density = "0.84 kg/L" }
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import frozen

from ecdcalc.model.parts.carriers.classes import carrier_class
from ecdcalc.model.parts.carriers.kinds import carrier_kinds
from ecdcalc.model.process import fields_of
from ecdcalc.numbers.units import Reading, Unit, read_quantity, unit
from ecdcalc.reference.factors import FactorTable
from ecdcalc.words.errors import EcdcalcError, InputError, Problem, past_bound

Table = Mapping[str, Any]
TAKEN, GIVEN_OUT, DENSITY = "taken", "given", "density"
_DENSITY, _VOLUME = unit("kg/m3"), unit("m3")


@frozen
class GivenLine:
    """What is given of a carrier: the table of its inputs, and what of it leaves the process beside what enters."""

    table: dict[str, Any]
    leaves: float | None = None


def given_line(id: str, given: Any, place: str) -> GivenLine:
    """Return what is given of a carrier in the form of its class. Raises `InputError` with the place."""
    table = dict(given) if isinstance(given, Mapping) else {"amount": given}
    if "value" in table:
        if "amount" in table:
            raise InputError([Problem(f"{place}.value", "given-twice", {"found": "amount"})])
        table["amount"] = table.pop("value")
    table = _by_mass(id, table, place)
    return _both_ways(id, table, place)


def _both_ways(id: str, table: dict[str, Any], place: str) -> GivenLine:
    """Put the difference in the place of what is taken and given out."""
    if TAKEN not in table and GIVEN_OUT not in table:
        return GivenLine(table)
    if "amount" in table:
        raise InputError([Problem(f"{place}.amount", "carrier-net-and-gross", {})])
    of = _unit(id)
    flows = {key: _read(table.pop(key), of, f"{place}.{key}") for key in (TAKEN, GIVEN_OUT) if key in table}
    for key, flow in flows.items():
        if flow.low is not None:
            raise InputError([Problem(f"{place}.{key}", "range-of-flow", {"found": flow.text})])
        if flow.value < 0:
            raise InputError([past_bound(f"{place}.{key}", flow.text, ">=", 0, of.text)])
    taken, leaves = (flows[key].value if key in flows else 0.0 for key in (TAKEN, GIVEN_OUT))
    text = " − ".join(flow.text for flow in flows.values()) if TAKEN in flows else f"−{flows[GIVEN_OUT].text}"
    return GivenLine({**table, "amount": Reading(taken - leaves, of, text)}, leaves)


def _by_mass(id: str, table: dict[str, Any], place: str) -> dict[str, Any]:
    """Put the mass of a liquid in the place of its volume; all else stays as it is."""
    kinds = carrier_kinds()
    liquid = kinds.get(f"{id}-litre")
    if liquid is None:
        return table
    volumes = {key: found for key in ("amount", TAKEN, GIVEN_OUT) if (found := _volume(table.get(key)))}
    if not volumes:
        return table
    if DENSITY in table:
        density = _read(table[DENSITY], _DENSITY, f"{place}.{DENSITY}")
        if density.value <= 0:
            raise InputError([past_bound(f"{place}.{DENSITY}", density.text, ">", 0, _DENSITY.text)])
        value, named = density.value, density.text
    else:
        published = FactorTable().get(f"{liquid.density}.density")
        value, named = published.base or 0.0, f"{published.value:g} {published.unit.text} [{published.id}]"
    rest = {key: found for key, found in table.items() if key != DENSITY}
    of = _unit(id)
    return {**rest, **{key: _times(each, value, of, named) for key, each in volumes.items()}}


def _times(volume: Reading, density: float, of: Unit, named: str) -> Reading:
    low, high = (None if each is None else each * density for each in (volume.low, volume.high))
    return Reading(volume.value * density, of, f"{volume.text} × {named}", low, high, volume.drawn)


def _volume(found: Any) -> Reading | None:
    """Return a text read as a volume; None where it is something else, which its own reader will say more of."""
    if not isinstance(found, str):
        return None
    try:
        return read_quantity(found, _VOLUME)
    except EcdcalcError:
        return None


def _read(found: Any, of: Unit, place: str) -> Reading:
    if isinstance(found, Reading):
        return found
    try:
        return read_quantity(str(found), of)
    except EcdcalcError as error:
        raise InputError([Problem(place, error.key, error.values)]) from error


def _unit(id: str) -> Unit:
    found = fields_of(carrier_class(id))["amount"].unit
    assert found is not None
    return found
