"""What a process is for: the results of its own that a report shows, beside what is saved and graded of it.

These are the outputs that its sector gives it: checks, permits, efficiencies, rates, concentrations. What every process
has (energy, emissions) stands elsewhere; what only bounds a claim or corrects a limit is a step on the way. An output
may say otherwise of itself (`@output(shown=...)`).
"""

from __future__ import annotations

from ecdcalc.model.grading import Grading
from ecdcalc.model.laws import NOTHING, laws_of
from ecdcalc.model.process import Process
from ecdcalc.numbers.formula import outputs_of

_COMMON = "ecdcalc.model."


def shown_of(cls: type[Process]) -> tuple[str, ...]:
    """Return the outputs of a process that a report shows, in the order in which they are declared."""
    left_out = _steps(cls) | _common(cls)
    return tuple(
        name
        for name, output in outputs_of(cls).items()
        if (output.shown if output.shown is not None else not output.extensive and name not in left_out)
    )


def _common(cls: type[Process]) -> set[str]:
    """Return the outputs that a process has from the parts that all sectors use, computed anew or not."""
    parts = (each for each in cls.__mro__[1:] if each.__module__.startswith(_COMMON))
    return {name for each in parts for name in vars(each)}


def _steps(cls: type[Process]) -> set[str]:
    """Return what serves to bound a claim or to correct a limit."""
    gradings: tuple[Grading, ...] = getattr(cls, "gradings", ())
    found = {law.claim if law.bound == NOTHING else law.bound for law in laws_of(cls)}
    for each in gradings:
        found |= {*each.shifts, each.scale, each.value_scale, each.value_shift}
    return found - {each.output for each in gradings}
