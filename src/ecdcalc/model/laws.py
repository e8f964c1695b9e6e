"""Laws of nature: a claim that cannot be true is refused before it enters a result.

A process names its laws in the class variable `laws`, beside those of its bases. They are checked where a plant
file is read and on every row of a table: on the baseline, after each measure, and on the reporting state. A law
whose inputs are not given says nothing.
For all holds: no measure takes a number past its declared bounds (a removal above 100 %), none saves more of a fuel
than is used, a carrier that can only enter does not leave, and heat becomes electricity by no more than Carnot allows.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from ecdcalc.model.parts.carriers import BY_PRODUCTS, RECOVERED, Electricity, EnergyUse, Fuel, Steam
from ecdcalc.model.parts.natural_constants import COLDEST
from ecdcalc.model.process import Process, Record, fields_of, walk
from ecdcalc.numbers.by_class import by_class
from ecdcalc.numbers.compare import meets
from ecdcalc.numbers.formula import outputs_of, value_of
from ecdcalc.numbers.ops import Missing, Number
from ecdcalc.numbers.units import Unit
from ecdcalc.words.errors import Problem, past_bound

NOTHING, WHOLE = "0", "1"
_FIXED = {NOTHING: 0.0, WHOLE: 1.0}
"""Bounds that are plain numbers in base units: nothing, and all of it (100 %)."""


@frozen
class Law:
    """What is claimed (a field or an output), `<=` or `>=`, what nature allows, and the text for it.

    What is allowed is a field or an output, `0`, or `1` (all of it). The text gets `{found}` and `{bound}`, with units.
    """

    claim: str
    sign: str
    bound: str
    text: str


def bound_of(process: Process, law: Law) -> Number:
    """Return what a law allows a process."""
    return _FIXED[law.bound] if law.bound in _FIXED else value_of(process, law.bound)


@by_class
def laws_of(cls: type[Process]) -> tuple[Law, ...]:
    """Return the laws of a class and of its bases, each once."""
    return tuple(dict.fromkeys(law for each in cls.__mro__ for law in vars(each).get("laws", ())))


@frozen
class Claim:
    """What a process claims, what bounds it, and the text that says so: the same for one plant and for a table."""

    name: str
    found: Number
    sign: str
    bound: Number
    text: str
    unit: Unit | None
    carrier: str = ""

    @property
    def values(self) -> dict[str, str]:
        """What the text holds beside the two numbers."""
        return {"carrier": self.carrier} if self.carrier else {}


def claims_of(process: Process) -> Iterator[Claim]:
    """Yield what the laws of its class ask of a process."""
    cls = type(process)
    for law in laws_of(cls):
        found = value_of(process, law.claim)
        yield Claim(law.claim, found, law.sign, bound_of(process, law), law.text, unit_of(cls, law.claim))


def carrier_claims(process: Process) -> Iterator[Claim]:
    """Yield what holds for the carriers of any process: which way they go, and what becomes of heat."""
    if not isinstance(process, EnergyUse):
        return
    for id, line in process.carriers.items():
        name, of = f"energy.{id}", unit_of(type(line), "amount")
        if isinstance(line, Fuel) and process.gives is not None and id not in process.gives:
            yield Claim(name, line.amount, ">=", 0.0, "carrier-only-enters", of, id)
        if id in process.only_gives:
            yield Claim(name, line.amount, "<=", 0.0, "carrier-only-leaves", of, id)
        if isinstance(line, Steam):
            of = unit_of(type(line), "enthalpy")
            yield Claim(f"{name}.enthalpy", line.enthalpy, ">=", line.water_enthalpy, "steam-below-water", of)
        if isinstance(line, Electricity):
            most = 1 - COLDEST / line.heat_temperature
            of = unit_of(type(line), "power_efficiency")
            yield Claim(f"{name}.power_efficiency", line.power_efficiency, "<=", most, "power-above-carnot", of)


def broken_laws(process: Process, place: str) -> Iterator[Problem]:
    """Yield every law that a process breaks, with the numbers."""
    yield from _broken(claims_of(process), place)
    yield from _broken(carrier_claims(process), place)


def _broken(claims: Iterator[Claim], place: str) -> Iterator[Problem]:
    for each in claims:
        if isinstance(each.found, Missing) or isinstance(each.bound, Missing):
            continue
        if not meets(each.found, each.sign, each.bound):
            shown = {"found": _shown(each.unit, each.found), "bound": _shown(each.unit, each.bound)}
            yield Problem(f"{place}.{each.name}", each.text, {**shown, **each.values})


def broken_by_measure(before: Process, after: Process, place: str) -> Iterator[Problem]:
    """Yield what cannot be true of what a measure made of a process: by its own laws, else by those for all."""
    kinds = (
        _broken(claims_of(after), place),
        _overdrawn(before, after, place),
        _broken(carrier_claims(after), place),
        _out_of_bounds(after, place),
    )
    yield from next((found for each in kinds if (found := [*each])), ())


def _out_of_bounds(process: Process, place: str) -> Iterator[Problem]:
    """Yield every number that is past the bounds that its input has in a plant file."""
    for path, owner, name, field in walk(process, place):
        if field.unit is None or not field.bounds:
            continue
        value = getattr(owner, name)
        for sign, bound in field.bounds if not isinstance(value, Missing) else ():
            if not meets(field.unit.out(value), sign, bound):
                yield past_bound(path, _shown(field.unit, value), sign, bound, field.unit.text)


def _overdrawn(before: Process, after: Process, place: str) -> Iterator[Problem]:
    """Yield every fuel of which a measure saves more than is used."""
    if not (isinstance(before, EnergyUse) and isinstance(after, EnergyUse)):
        return
    for id, line in after.carriers.items():
        used = before.carriers[id].amount if id in before.carriers else 0.0
        if id in RECOVERED or id in BY_PRODUCTS or isinstance(used, Missing) or isinstance(line.amount, Missing):
            continue
        saved = used - line.amount
        if line.amount < 0 <= used and not meets(saved, "<=", used):
            of = fields_of(type(line))["amount"].unit
            shown = {"carrier": id, "found": _shown(of, saved), "bound": _shown(of, used)}
            yield Problem(f"{place}.energy.{id}", "measure-saves-too-much", {**shown})


def unit_of(cls: type[Record], name: str) -> Unit | None:
    """Return the unit of a field or an output, None where there is no such number."""
    outputs, fields = outputs_of(cls), fields_of(cls)
    if name in outputs:
        return outputs[name].unit
    return fields[name].unit if name in fields else None


def _shown(of: Unit | None, value: Number) -> str:
    written = (of.out(value) if of else value) + 0.0  # nothing has no sign
    return f"{written:.6g} {of.text}".removesuffix(" 1") if of else f"{written:.6g}"
