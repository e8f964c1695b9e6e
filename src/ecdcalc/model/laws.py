"""Laws of nature: a claim that cannot be true is refused before it enters a result.

A process names its laws in the class variable `laws`, beside those of its bases. They are checked where a plant
file is read and on every row of a table: on the baseline, after each measure, and on the reporting state. A law
whose inputs are not given says nothing.
Two laws hold for all: no measure takes a number past its declared bounds (a removal above 100 %), and none saves
more of a fuel than is used.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from ecdcalc.model.parts.carriers import BY_PRODUCTS, RECOVERED, EnergyUse
from ecdcalc.model.process import Process, Record, fields_of, walk
from ecdcalc.numbers.compare import meets
from ecdcalc.numbers.formula import outputs_of, value_of
from ecdcalc.numbers.ops import Missing, Number
from ecdcalc.numbers.units import Unit
from ecdcalc.words.errors import Problem, past_bound

NOTHING = "0"


@frozen
class Law:
    """What is claimed (a field or an output), `<=` or `>=`, what nature allows (the same, or `0`), and the text for it.

    The text gets `{found}` and `{bound}`, with units.
    """

    claim: str
    sign: str
    bound: str
    text: str


def laws_of(cls: type[Process]) -> tuple[Law, ...]:
    """Return the laws of a class and of its bases, each once."""
    return tuple(dict.fromkeys(law for each in cls.__mro__ for law in vars(each).get("laws", ())))


def broken_laws(process: Process, place: str) -> Iterator[Problem]:
    """Yield every law of its class that a process breaks, with the numbers."""
    for law in laws_of(type(process)):
        claim, bound = value_of(process, law.claim), 0.0 if law.bound == NOTHING else value_of(process, law.bound)
        if isinstance(claim, Missing) or isinstance(bound, Missing) or meets(claim, law.sign, bound):
            continue
        of = unit_of(type(process), law.claim)
        yield Problem(f"{place}.{law.claim}", law.text, {"found": _shown(of, claim), "bound": _shown(of, bound)})


def broken_by_measure(before: Process, after: Process, place: str) -> Iterator[Problem]:
    """Yield what cannot be true of what a measure made of a process: by its own laws, else by those for all."""
    kinds = (broken_laws(after, place), _overdrawn(before, after, place), _out_of_bounds(after, place))
    yield from next((found for each in kinds if (found := [*each])), ())


def _out_of_bounds(process: Process, place: str) -> Iterator[Problem]:
    """Yield every number that is past the bounds that its input has in a plant file."""
    for path, owner, name, field in walk(process, place):
        value = getattr(owner, name)
        if field.unit is None or isinstance(value, Missing):
            continue
        for sign, bound in field.bounds:
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
    return f"{of.out(value):.6g} {of.text}".removesuffix(" 1") if of else f"{value:.6g}"
