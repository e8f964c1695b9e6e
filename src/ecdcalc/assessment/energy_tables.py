"""The tables of the yearly energy report beside those of energy, from an assessment: 4, 6, 9 and 10.

Table 4 is of the plant before its retrofit, as the tables of energy are; 6, 9 and 10 say what the retrofit makes of it.
What the plant file does not say (last year, periods, funds) stays blank for whoever fills the form in.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import frozen

from ecdcalc.assessment.contract.plant import titles_of
from ecdcalc.assessment.result import Findings, ProcessResult
from ecdcalc.model.evaluation import exists
from ecdcalc.model.plant import RETROFIT
from ecdcalc.model.process import fields_of
from ecdcalc.numbers.ops import Missing
from ecdcalc.numbers.units import Unit, read_quantity, unit
from ecdcalc.reference.factors import title_of
from ecdcalc.words.errors import EcdcalcError

TCE = unit("tce")
_SLACK = 1e-9


@frozen
class Indicator:
    """A line of table 4: an indicator, with numerator and denominator where it is their quotient."""

    process: str
    label: tuple[str, str]
    unit: Unit
    value: float
    numerator: float | None
    denominator: float | None
    denominator_unit: str

    @property
    def ratio(self) -> float | None:
        """What turns the quotient of the printed numbers into the unit of the indicator."""
        if not self.numerator or not self.denominator:
            return None
        return self.unit.out(self.value) / (TCE.out(self.numerator) / unit(self.denominator_unit).out(self.denominator))


@frozen
class Kept:
    """A line of table 9: a value against the limit of a standard, in the unit of the standard."""

    process: str
    standard: str
    clause: str
    product: tuple[str, str]
    unit: Unit
    limit: float
    value: float


@frozen
class Project:
    """A line of table 10: a measure with its investment and what it saves; numbers in base units, None if not known."""

    process: str
    label: tuple[str, str]
    investment: float | None
    saving: float | None


def indicators(result: Findings, lang: str) -> Iterator[Indicator]:
    """Yield the specific energy of every process that was there before."""
    titles = titles_of(result, lang)
    for each in result.processes:
        output = each.outputs.get("unit_energy")
        if output is None or not exists(each.case, "baseline"):
            continue
        value, energy = (_number(each.baseline[name].value) for name in ("unit_energy", "energy"))
        if value is None:
            continue
        cls = type(each.case.baseline)
        of = fields_of(cls).get(cls.about.activity)
        activity = _number(getattr(each.case.baseline, cls.about.activity)) if of else None
        quotient = energy is not None and activity and abs(energy / activity - value) <= _SLACK * abs(value)
        told = _given_unit(each, cls.about.activity) if of else ""
        yield Indicator(
            titles[each.case.place], (output.zh, output.en), output.unit, value, energy if quotient else None,
            activity if quotient else None, told,
        )  # fmt: skip


def _given_unit(result: ProcessResult, name: str) -> str:
    """Return the unit in which the activity was given, else the declared one."""
    of, origin = fields_of(type(result.case.baseline))[name], result.case.baseline.origins.get(name)
    assert of.unit is not None
    try:
        return read_quantity(origin.text, of.unit).unit.text if origin and origin.kind == "given" else of.unit.text
    except EcdcalcError:  # a number that was given as a number
        return of.unit.text


def kept(result: Findings, lang: str) -> Iterator[Kept]:
    """Yield every limit that a process is held against, with its value after the retrofit; where it closes before."""
    titles = titles_of(result, lang)
    for each in result.processes:
        for grade in each.grades:
            limit = next((level for level in reversed(grade.limit.levels) if level is not None), None)
            state = next((name for name in ("reporting", "baseline") if name in grade.values), "")
            value = _number(grade.values[state]) if state else None
            if limit is None or value is None:
                continue
            bounds = [bound for bound in grade.levels[state] if isinstance(bound, float)]
            yield Kept(
                titles[each.case.place], title_of(grade.limit.standard, lang), grade.limit.clause,
                (grade.limit.zh, grade.limit.en), grade.limit.unit,
                bounds[-1] if bounds else grade.limit.unit.base(limit), value,
            )  # fmt: skip


def projects(result: Findings, lang: str) -> Iterator[Project]:
    """Yield the measures of every process."""
    titles = titles_of(result, lang)
    for each in result.processes:
        for step in each.steps:
            row = step.step.measure.row
            yield Project(
                titles[each.case.place], (row.zh, row.en), step.step.capex, _number(step.saved.get("energy")),
            )  # fmt: skip


def saved(result: Findings) -> dict[str, float | None]:
    """Return what is saved: by technique alone, and with closures and new capacity."""
    return {
        "technical": _number(result.saved_by(RETROFIT, "energy").known),
        "whole": _number(result.totals["energy"].known),
    }


def _number(value: Any) -> float | None:
    return None if value is None or isinstance(value, Missing) else float(value)
