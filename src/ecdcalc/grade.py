"""One value against one row of the limit table: `ecdcalc grade`.

Where a sector computes the corrections of the row (GB 21256, GB 21342 …), their inputs are given by name, as in
a plant file. Elsewhere the correction is given as it comes out: a shift or a scale. A row with corrections of
which nothing is given is incomplete, unless the base limits are asked for.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import Any

from attrs import frozen

from ecdcalc.defaults import Context
from ecdcalc.errors import DimensionError, InputError, Problem
from ecdcalc.evaluation import evaluate
from ecdcalc.factors import documents
from ecdcalc.limits import INCOMPLETE, LEVELS, Corrected, Grading, Limit, LimitTable, corrected, grade_of
from ecdcalc.ops import Missing, Number, missing
from ecdcalc.process import Process, fields_of
from ecdcalc.read.record import Notes, apply_table, with_defaults
from ecdcalc.report.labels import number, word
from ecdcalc.sector import sectors
from ecdcalc.texts import say
from ecdcalc.units import Reading, read_quantity

NO_SHIFT: Corrected = (0.0, 0.0, 0.0)


@frozen
class Verdict:
    """The level that a value meets, the corrected limits, and how far the next level is."""

    limit: Limit
    value: Reading
    levels: Corrected
    level: int | str
    date: str
    lacks: str = ""

    @property
    def in_force(self) -> bool | None:
        """Whether the standard is in force on the date; None where its date is not known."""
        return self.limit.in_force(self.date)

    def distance(self) -> tuple[int, float] | None:
        """Return the next better level and by how much (base units) the value lies above it."""
        better = [
            (each, bound)
            for each, bound in zip(LEVELS, self.levels, strict=True)
            if bound is not None and not isinstance(bound, Missing) and self.value.value > bound
        ]
        if not better:
            return None
        level, bound = min(better, key=lambda pair: self.value.value - pair[1])
        return level, self.value.value - bound

    def say(self, lang: str) -> str:
        """Return the verdict for people."""
        limit = self.limit
        title = documents().get(limit.standard, {}).get("title", limit.standard)
        shown = " / ".join(
            "–" if each is None else "?" if isinstance(each, Missing) else number(limit.unit.out(each))
            for each in self.levels
        )
        level = word(f"level-{self.level}" if isinstance(self.level, int) else self.level, lang)
        lines = [
            f"{limit.label(lang)}: {self.value.text} → {level}",
            f"{word('limit', lang)} 1/2/3: {shown} {limit.unit.text}",
            f"{word('standard', lang)}: {title} ({limit.standard}), {limit.clause}",
            f"{word('effective', lang)}: {self._force(lang)}",
        ]
        if self.level == INCOMPLETE:
            lines.append(self._why(lang))
        elif found := self.distance():
            further = number(limit.unit.out(found[1]))
            lines.append(say("grade-distance", lang, level=found[0], distance=f"{further} {limit.unit.text}"))
        return "\n".join(lines)

    def _force(self, lang: str) -> str:
        if self.in_force is None:
            return word("unknown", lang)
        return self.limit.effective if self.in_force else word("not-yet", lang, date=self.limit.effective)

    def _why(self, lang: str) -> str:
        if self.lacks:
            return say("lacks-inputs", lang, names=self.lacks)
        return say("grade-correction", lang, correction=self.limit.correction)


def grade_value(
    product: str,
    value: str,
    *,
    date: str = "",
    shift: str = "",
    scale: float = 1.0,
    inputs: Mapping[str, str] | None = None,
    uncorrected: bool = False,
    limits: LimitTable | None = None,
) -> Verdict:
    """Grade a value against a product of the limit table.

    Raises `NotFoundError` for an unknown product, `DimensionError` for a value of another kind and `InputError`
    for inputs that the correction does not know.
    """
    limit = (limits or LimitTable()).get(product)
    reading = read_quantity(value, limit.unit)
    day = date or datetime.date.today().isoformat()
    grading = None if uncorrected or shift else next(_gradings(product), None)
    if grading:
        levels, lacks = _by_process(limit, *grading, inputs or {})
    else:
        if inputs:
            raise InputError([Problem("input", "grade-no-inputs", {"product": product})])
        levels, lacks = corrected(limit, scale, _shift(shift, limit)), ""
    level = grade_of(reading.value, levels)
    if not grading and limit.correction and not (uncorrected or shift or scale != 1):
        level = INCOMPLETE
    return Verdict(limit, reading, levels, level, day, lacks if level == INCOMPLETE else "")


def _shift(text: str, limit: Limit) -> Corrected:
    if not text:
        return NO_SHIFT
    reading = read_quantity(text)
    if not reading.unit.same_kind(limit.unit):
        raise DimensionError("unit-kind", found=text, asked=limit.unit.text, example=f"1 {limit.unit.text}")
    return reading.value, reading.value, reading.value


def _gradings(product: str) -> Iterator[tuple[type[Process], Grading, dict[str, Any]]]:
    """Yield the gradings that correct a product, with the words that their conditions ask for."""
    for sector in sectors().values():
        for cls in sector.processes:
            for grading in getattr(cls, "gradings", ()):
                for conditions, id in grading.product.choices:
                    if id == product and (any(grading.shifts) or grading.scale):
                        yield cls, grading, {each.name: each.value for each in conditions if each.sign == "=="}


def _by_process(
    limit: Limit, cls: type[Process], grading: Grading, words: dict[str, Any], inputs: Mapping[str, str]
) -> tuple[Corrected, str]:
    """Correct the levels by the outputs of a process of which only some inputs are given."""
    blank = {name: missing(field.key) for name, field in fields_of(cls).items() if _is_open(field)}
    notes = Notes()
    process = apply_table(cls(**{**blank, **words}), dict(inputs), "input", notes)
    if notes.problems:
        raise InputError(notes.problems)
    terms = evaluate(with_defaults(process, Context()))
    scale: Number = terms[grading.scale].value if grading.scale else 1.0
    first, second, third = (terms[name].value if name else 0.0 for name in grading.shifts)
    levels = corrected(limit, scale, (first, second, third))
    lacking = {name for each in levels if isinstance(each, Missing) for name in each.names}
    return levels, ", ".join(sorted(lacking))


def _is_open(field: Any) -> bool:
    return field.kind in ("quantity", "choice") and not field.optional
