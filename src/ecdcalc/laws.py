"""Laws of nature: a claim that cannot be true is refused before it enters a result.

A process names its laws in the class variable `laws`. They are checked where a plant file is read: on the
baseline, after each measure, and on the reporting state. A law whose inputs are not given says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from ecdcalc.errors import Problem
from ecdcalc.formula import outputs_of
from ecdcalc.limits import meets
from ecdcalc.ops import Missing, Number
from ecdcalc.process import Process, fields_of
from ecdcalc.units import Unit


@frozen
class Law:
    """What is claimed (a field or an output), `<=` or `>=`, what nature allows (the same), and the text that says so.

    The text gets `{found}` and `{bound}`, with units.
    """

    claim: str
    sign: str
    bound: str
    text: str


def broken_laws(process: Process, place: str) -> Iterator[Problem]:
    """Yield every law of its class that a process breaks, with the numbers."""
    for law in getattr(type(process), "laws", ()):
        try:
            claim, bound = getattr(process, law.claim), getattr(process, law.bound)
        except (ZeroDivisionError, OverflowError):
            continue
        if isinstance(claim, Missing) or isinstance(bound, Missing) or meets(claim, law.sign, bound):
            continue
        of = unit_of(type(process), law.claim)
        yield Problem(f"{place}.{law.claim}", law.text, {"found": _shown(of, claim), "bound": _shown(of, bound)})


def unit_of(cls: type[Process], name: str) -> Unit | None:
    """Return the unit of a field or an output, None where there is no such number."""
    outputs, fields = outputs_of(cls), fields_of(cls)
    if name in outputs:
        return outputs[name].unit
    return fields[name].unit if name in fields else None


def _shown(of: Unit | None, value: Number) -> str:
    return f"{of.out(value):.6g} {of.text}".removesuffix(" 1") if of else f"{value:.6g}"
