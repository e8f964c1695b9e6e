"""The correction of a mandatory limit, computed from inputs that are given by name.

Most rows of the limit table have none: what evaluates a process is loaded only where one corrects the row.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any

from attrs import frozen

from ecdcalc.assessment.index import graded_by
from ecdcalc.model.installed import others_installed
from ecdcalc.numbers.ops import Number, missing
from ecdcalc.numbers.trace import Named
from ecdcalc.reference.limits import Corrected
from ecdcalc.words.errors import InputError, near

if TYPE_CHECKING:
    from ecdcalc.model.grading import Grading
    from ecdcalc.model.process import Process
    from ecdcalc.read.record import Notes


@frozen
class Adjustment:
    """What a correction comes to: limit × scale + shift by level, value × value scale + value shift."""

    shifts: Corrected = (0.0, 0.0, 0.0)
    scale: Number = 1.0
    unscaled: tuple[int, ...] = ()
    value_shift: Number = 0.0
    value_scale: Number = 1.0
    rests_on: tuple[Named, ...] = ()
    """The inputs that it takes, given or assumed."""


def is_corrected(product: str) -> bool:
    """Tell whether a process computes the correction of a row."""
    return correction_of(product) is not None if others_installed() else bool(graded_by(product))


def correction_of(product: str) -> type[Process] | None:
    """Return the process that computes the correction of a row, if any does."""
    return next((cls for cls, _, _ in _gradings(product)), None)


def _gradings(product: str) -> Iterator[tuple[type[Process], Grading, dict[str, Any]]]:
    """Yield the gradings that correct a product, with the words that their conditions ask for.

    Those of `corrections.py` come first: a sector may have a process of the product that takes a factor as given.
    """
    from ecdcalc.model.sector import sectors

    among = ("", *sectors()) if others_installed() else graded_by(product)
    for cls in chain.from_iterable(map(_classes, among)):
        for grading in getattr(cls, "gradings", ()):
            for conditions, id in grading.product.choices:
                if id == product and grading.corrects:
                    yield cls, grading, {each.name: each.value for each in conditions if each.sign == "=="}


def _classes(sector: str) -> Iterable[type[Process]]:
    """Return the processes of a sector; "" stands for `corrections.py`."""
    if not sector:
        from ecdcalc.assessment.corrections import CORRECTIONS

        return CORRECTIONS
    from ecdcalc.model.sector import sector as loaded

    return loaded(sector).processes


def computed(product: str, inputs: Mapping[str, str]) -> Adjustment:
    """Correct by the outputs of a process of which only some inputs are given."""
    from ecdcalc.model.outputs import evaluate
    from ecdcalc.model.process import fields_of
    from ecdcalc.read.record import Notes, apply_table, with_defaults
    from ecdcalc.reference.defaults import Context

    cls, grading, words = next(_gradings(product))
    blank = {name: missing(each.key) for name, each in fields_of(cls).items() if _is_open(each)}
    known = {each.key for each in fields_of(cls).values()}
    notes = Notes()
    process = apply_table(cls(**{**blank, **words}), {k: v for k, v in inputs.items() if k in known}, "input", notes)
    terms = evaluate(with_defaults(process, Context()))
    names = [name for name in (grading.scale, *grading.shifts, grading.value_scale, grading.value_shift) if name]
    leaves = {leaf.text: leaf for name in names for leaf in terms[name].leaves() if leaf.text not in words}
    _check(inputs, known, words, [*leaves], notes)

    def outcome(name: str, otherwise: float) -> Number:
        return terms[name].value if name else otherwise

    first, second, third = (outcome(name, 0.0) for name in grading.shifts)
    return Adjustment(
        shifts=(first, second, third),
        scale=outcome(grading.scale, 1.0),
        unscaled=grading.unscaled,
        value_shift=outcome(grading.value_shift, 0.0),
        value_scale=outcome(grading.value_scale, 1.0),
        rests_on=tuple(leaves.values()),
    )


def _check(
    inputs: Mapping[str, str], known: set[str], words: Mapping[str, str], asked: Sequence[str], notes: Notes
) -> None:
    """Raise `InputError` with every input that is unknown, malformed, or fixed by the product."""
    for key, value in inputs.items():
        if key not in known:
            guess = near(key, asked)
            notes.add(f"input.{key}", "unknown-key-near" if guess else "unknown-key", near=guess or ", ".join(asked))
        elif words.get(key, value) != value:
            notes.add(f"input.{key}", "grade-fixed", value=words[key])
    if notes.problems:
        raise InputError(notes.problems)


def _is_open(field: Any) -> bool:
    return field.kind in ("quantity", "choice") and not field.optional
