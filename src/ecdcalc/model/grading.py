"""How a process is graded against the limits of a standard, and by which of its outputs they are corrected."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from ecdcalc.reference.defaults import Published


@frozen
class Grading:
    """How a process is graded: which output against which row of the table, with which corrections.

    Corrected limit = base × scale + shift, with a shift for each level; both are outputs of the process.
    `unscaled` are the levels to which the scale does not apply.

    Some standards move the value instead: comparable value = measured value × `value_scale` + `value_shift`. The
    `output` of the process has that done already; `ecdcalc grade`, which is given a measured value, does it.

    `earlier` names, by standard, the output that an earlier edition compares, where it moves the value in another way.
    """

    output: str
    product: Published
    shifts: tuple[str, str, str] = ("", "", "")
    scale: str = ""
    unscaled: tuple[int, ...] = ()
    value_scale: str = ""
    value_shift: str = ""
    earlier: Mapping[str, str] = field(factory=dict)

    @property
    def corrects(self) -> bool:
        """Whether a limit or a value is corrected at all."""
        return any((*self.shifts, self.scale, self.value_scale, self.value_shift))
