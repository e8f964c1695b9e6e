"""The splits that every form asks: savings by kind, energy by carrier in both states, activity and scale."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ecdcalc.assessment.contract.values import public, quantity
from ecdcalc.assessment.result import Findings, ProcessResult
from ecdcalc.model.evaluation import SAVED_UNITS, add_up, exists, is_sourceless
from ecdcalc.model.parts.carriers import Carrier, carrier_kinds
from ecdcalc.model.plant import CLOSED, NEW, RETROFIT, on_basis
from ecdcalc.model.process import COUNTED, Process, changed, fields_of
from ecdcalc.numbers.compare import TOLERANCE
from ecdcalc.numbers.formula import value_of
from ecdcalc.numbers.ops import Missing, Number, at_least
from ecdcalc.numbers.units import Unit

TAKEN, GIVEN = "taken", "given"
WAYS = (TAKEN, GIVEN)
STATES = ("baseline", "reporting")


def splits(result: Findings, lang: str) -> dict[str, Any]:
    """Return what is saved by kind of change, and what energy the plant uses by carrier in both states."""
    return {
        "saved_by_kind": {kind: _saved(result, kind) for kind in (RETROFIT, CLOSED, NEW)},
        "energy_by_carrier": {
            state: _together([carrier_lines(each, state, result.basis) for each in result.processes], lang)
            for state in STATES
        },
    }


def _saved(result: Findings, kind: str) -> dict[str, Any]:
    """Return what is known of what the processes of one kind save; nothing where they have no source of it."""
    found = {}
    for name in COUNTED:
        total, part = result.totals[name], result.saved_by(kind, name)
        nothing = is_sourceless(part.known) and not part.lacks and not is_sourceless(total.value)
        found[public(name)] = quantity(SAVED_UNITS[name], 0.0 if nothing else part.known)
    return found


def carrier_lines(result: ProcessResult, state: str, basis: str) -> dict[str, Carrier]:
    """Return the carriers of a process in one state; none where it does not exist then."""
    process: Process = getattr(result.case, state)
    if not exists(result.case, state):
        return {}
    return dict(getattr(on_basis(process, basis), "carriers", {}))


def by_carrier(lines: Mapping[str, Carrier], lang: str) -> dict[str, Any]:
    """Return amount and coal equivalent of each carrier; what leaves the process is negative."""
    return _together([lines], lang)


def _together(processes: Iterable[Mapping[str, Carrier]], lang: str) -> dict[str, Any]:
    found: dict[str, list[Carrier]] = {}
    for lines in processes:
        for id, line in lines.items():
            found.setdefault(id, []).append(line)
    return {
        id: {
            "label": carrier_kinds()[id].label(lang),
            "amount": quantity(_unit(lines[0]), _net([line.amount for line in lines])),
            "energy": quantity(SAVED_UNITS["energy"], _net([value_of(line, "coal") for line in lines])),
            **{way: _flow(lines, way) for way in WAYS},
        }
        for id, lines in found.items()
    }


def _net(numbers: Sequence[Number]) -> Number:
    """Return what is taken less what is given; 0 where the two are equal but for rounding."""
    net = add_up(numbers)
    if isinstance(net, Missing):
        return net
    return 0.0 if abs(net) <= TOLERANCE * add_up(abs(each) for each in numbers) else net


def _flow(lines: Iterable[Carrier], way: str) -> dict[str, Any]:
    """Return what of a carrier is taken, or given out: by processes, and by one that does both."""
    flows = [_gross(line, way) for line in lines]
    return {
        "amount": quantity(_unit(flows[0]), add_up(line.amount for line in flows)),
        "energy": quantity(SAVED_UNITS["energy"], add_up(value_of(line, "coal") for line in flows)),
    }


def _gross(line: Carrier, way: str) -> Carrier:
    """Return a line with what goes one way alone; itself, where nothing goes the other."""
    if line.leaves:
        return changed(line, amount=line.amount + line.leaves if way == TAKEN else line.leaves, leaves=0.0)
    amount: Number = at_least(line.amount if way == TAKEN else -line.amount, 0)
    return line if amount is line.amount else changed(line, amount=amount)


def _unit(line: Carrier) -> Unit:
    found = fields_of(type(line))["amount"].unit
    assert found is not None
    return found


def activity_of(result: ProcessResult, lang: str) -> dict[str, Any] | None:
    """Return what savings of a process are adjusted to, in both states; None where it names nothing."""
    case = result.case
    name = type(case.baseline).about.activity
    if not name:
        return None
    field = fields_of(type(case.baseline))[name]
    of = field.unit
    assert of is not None
    return {
        "name": name,
        "label": field.label(lang),
        **{state: quantity(of, value_of(getattr(case, state), name) if exists(case, state) else None)
           for state in STATES},
    }  # fmt: skip


def scale_of_process(result: ProcessResult) -> float | None:
    """Return what the baseline is multiplied by to meet the reporting activity; None where there is no such thing."""
    case = result.case
    if case.kind != RETROFIT:
        return None
    scale = case.scale
    return None if isinstance(scale, Missing) else float(scale)
