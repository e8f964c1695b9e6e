"""What could not be computed, each with the reason."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ecdcalc.assessment.contract.values import label_of, public, reason_of
from ecdcalc.assessment.result import Findings, ProcessResult
from ecdcalc.model.evaluation import POLLUTANTS
from ecdcalc.model.laws import NOTHING, Law
from ecdcalc.model.outputs import State
from ecdcalc.model.parts.carriers import Carrier, carrier_kinds
from ecdcalc.model.process import Process, walk
from ecdcalc.numbers.formula import Output, outputs_of
from ecdcalc.numbers.ops import Missing
from ecdcalc.reference.defaults import Context
from ecdcalc.reference.grid import WHOLE, supply_years, years_of
from ecdcalc.words.labels import word
from ecdcalc.words.meaning import keys_told
from ecdcalc.words.texts import say


def not_computed(result: Findings, titles: Mapping[str, str], lang: str) -> Iterator[dict[str, str]]:
    """Yield what a process has no source of, or lacks inputs for."""
    context = result.plant.context
    for each in result.processes:
        about = type(each.case.baseline).about
        declared = outputs_of(type(each.case.baseline))

        def row(name: str, reason: str, each: ProcessResult = each) -> dict[str, str]:
            label = word(public(name), lang) if name not in each.outputs else _short(each.outputs[name], name, lang)
            what = f"{each.case.name}: {public(name)}"
            return {"what": what, "label": f"{titles[each.case.place]}: {label}", "reason": reason}

        for name in ("energy", "electricity", *POLLUTANTS):
            if name not in declared:
                reason = about.absent.get(name, "no-source-class")
                if reason != "counted-in-processes":
                    yield row(name, say(reason, lang))
            elif isinstance(each.saved[name], Missing):
                yield row(name, _lacks(each.saved[name], each, context, lang))
            elif (gap := _cancelled(each, name)) is not None:
                yield row(name, say("cancels", lang, reason=_lacks(gap, each, context, lang)))
        spared = _other_ways(each.reporting) | _held_against(type(each.case.baseline))
        for name, term in each.reporting.items():
            lacks = isinstance(term.value, Missing) and term.value.names
            if lacks and not declared[name].extensive and name not in spared:
                yield row(name, _lacks(term.value, each, context, lang))


def _cancelled(result: ProcessResult, name: str) -> Missing | None:
    """Return what is not known of an output, of which it is known what is saved; None where nothing is."""
    found = (state[name].value for state in (result.reporting, result.baseline))
    return next((value for value in found if isinstance(value, Missing) and value.names), None)


def _short(output: Output, name: str, lang: str) -> str:
    """Return the word of tables for what every process has, the label of the output for what is its own."""
    general = ("energy", "electricity", *POLLUTANTS)
    return word(public(name), lang) if name in general else re.split("[:;]", label_of(output, lang))[0]


def _lacks(value: Missing, result: ProcessResult, context: Context, lang: str) -> str:
    reason = reason_of(value, lang, _called(value, result.case.reporting) if lang == "zh" else None)
    hints = [say(key, lang, **said(context)) for name, (key, said) in _BY_YEAR.items() if _holds(value, name)]
    hints += [say("lacks-range", lang, **each) for each in _ranges(value, context)]
    return "".join((reason, *hints))


def _ranges(value: Missing, context: Context) -> Iterator[dict[str, object]]:
    """Yield the heating values of which a range alone is published, with its ends."""
    for name in sorted(value.names):
        above, _, carrier = name.removesuffix(_HEAT).rpartition(".")
        if not name.endswith(_HEAT) or above != _LINES or carrier not in carrier_kinds():
            continue
        coal = carrier_kinds()[carrier].coal_row(context.coal_edition)
        row = context.factors.find(f"{coal.rpartition('.')[0]}{_HEAT}")
        if row is not None and row.value is None and row.low is not None and row.high is not None:
            said = f"{row.low:g}–{row.high:g} {row.unit.text}"
            yield {"carrier": keys_told({carrier: carrier_kinds()[carrier].zh}), "found": said}


def _holds(value: Missing, name: str) -> bool:
    return any(each.endswith(name) for each in value.names)


def _grid(context: Context) -> dict[str, object]:
    """Return for which grid and year no factor is published, and the years for which there is one."""
    grid = context.province or WHOLE
    known = ", ".join(years_of(grid, context.factors))
    return {"province": grid, "found": context.grid_year or context.year, "known": known}


def _supply(context: Context) -> dict[str, object]:
    """Return for which year no coal rate of electricity is published, and the years for which there is one."""
    known = ", ".join(supply_years(context.factors))
    return {"found": context.electricity_year or context.year, "known": known}


_LINES, _HEAT = "energy", ".lhv"
_BY_YEAR = {
    "energy.electricity.co2_factor": ("lacks-grid-year", _grid),
    "energy.electricity.primary_factor": ("lacks-supply-year", _supply),
}
"""Inputs whose published factor is one of a year: the message and what it holds."""


def _called(value: Missing, process: Process) -> dict[str, str]:
    """Return what the inputs that are not given are called in Chinese, with the key to write each by."""
    found: dict[str, str] = {}
    for path, record, _, field in walk(process, ""):
        if path in value.names:
            of = carrier_kinds()[record.carrier].zh if isinstance(record, Carrier) else ""
            found[path] = f"{of}{field.zh} {path}"
    return found


def _other_ways(state: State) -> set[str]:
    """Return the factor and balance routes to a pollutant that is known otherwise: they are no gap."""
    found = [name for name in POLLUTANTS if name in state and not isinstance(state[name].value, Missing)]
    return {f"{name}_{way}" for name in found for way in ("generated", "balance", "entering", "removed")}


def _held_against(cls: type[Process]) -> set[str]:
    """Return what only serves to check a claim: where it cannot be worked out nothing is checked, and nothing lacks."""
    laws: tuple[Law, ...] = getattr(cls, "laws", ())
    return {law.claim if law.bound == NOTHING else law.bound for law in laws}
