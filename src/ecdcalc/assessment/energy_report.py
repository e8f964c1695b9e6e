"""The tables of energy of the yearly report of key energy users: rows as the form has them, and what they come to.

Comprehensive energy is what industry used, less what was made of it by transformation, less what was recovered and
used. Purchases less the change of stocks is not the way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import field, frozen

from ecdcalc.model.evaluation import exists
from ecdcalc.model.parts.carriers import carrier_class, carrier_kinds, specific_coal
from ecdcalc.model.plant import BASES, Plant
from ecdcalc.numbers.compare import meets
from ecdcalc.numbers.ops import Missing, is_missing
from ecdcalc.numbers.units import unit
from ecdcalc.read.energy_report import PARTS, Line, Report, read_energy_report
from ecdcalc.read.record import with_defaults
from ecdcalc.reference.defaults import Context
from ecdcalc.words.errors import InputError, Problem

FLOWS = ("opening", "purchased", "industrial", "feedstock", "non_industrial", "vehicles", "closing")
"""The columns of amounts of table 2, in the order of the form."""
TRANSFORMATION = ("transformed", *PARTS, "made", "recovered", "sold")
"""Those of table 2-1, beside the industrial use."""
COLUMNS = (*FLOWS, *TRANSFORMATION)
_SLACK = 1e-6
_IN_FULL = 9
"""Decimals of a number that was not rounded for printing."""
COMPLIES = ("是", "符合", "yes")
"""How a form says that a limit is kept."""
_TCE = unit("tce").base(1.0)


@frozen
class EnergyRow:
    """One carrier: amounts in base units by column, coal equivalent per amount on both bases, and where it stands.

    `cost` is what was paid for the purchased amount, in yuan; None where the form does not say it.
    """

    carrier: str
    unit: str
    amounts: Mapping[str, float]
    factors: Mapping[str, float]
    place: str = ""
    cells: Mapping[str, str] = field(factory=dict)
    cost: float | None = None

    def amount(self, column: str) -> float:
        """Return an amount; a blank cell of the form is none."""
        return self.amounts.get(column, 0.0)

    def coal(self, column: str, basis: str) -> float:
        """Return the coal equivalent of a column in tce."""
        return self.amount(column) * self.factors[basis] / _TCE


def factors_of(carrier: str, context: Context, given: Mapping[str, float] | None = None) -> dict[str, float] | None:
    """Return the coal equivalent per amount of a carrier on both bases; None where a measured value is needed."""
    own = dict(given or {})
    cls: Any = carrier_class(carrier)
    line = with_defaults(cls(carrier=carrier, amount=0.0), context, f"energy.{carrier}")
    coal: Any = own.get("calorific", specific_coal(line))
    if is_missing(coal):
        return None
    primary: Any = own.get("primary", getattr(line, "primary_factor", coal))
    return {"calorific": coal, "primary": coal if is_missing(primary) else primary}


def check(rows: Iterable[EnergyRow]) -> None:
    """Raise `InputError` with every rule of the form that a row breaks, each with its cell."""
    if problems := [problem for row in rows for problem in _broken(row)]:
        raise InputError(problems)


def _broken(row: EnergyRow) -> Iterator[Problem]:
    of, at = unit(row.unit), row.amount

    def shown(value: float) -> str:
        return f"{of.out(value):.10g} {row.unit}"

    def place(column: str) -> str:
        return row.cells.get(column, row.place)

    used = at("industrial") + at("non_industrial")
    left = at("opening") + at("purchased") + at("made") + at("recovered") - at("sold") - used
    size = max(abs(each) for each in (*row.amounts.values(), 1.0))
    if "closing" in row.amounts and abs(left - at("closing")) > _SLACK * size:
        yield Problem(place("closing"), "report-stock", {"found": shown(at("closing")), "asked": shown(left)})
    parts = sum(at(each) for each in PARTS)
    whole = at("transformed") if "transformed" in row.amounts else parts
    if parts and abs(whole - parts) > _SLACK * size:
        yield Problem(place("transformed"), "report-transformed", {"found": shown(whole), "asked": shown(parts)})
    bounds = (
        ("feedstock", "report-part-industrial", at("industrial")),
        ("transformed", "report-transformed-industrial", at("industrial")),
        ("vehicles", "report-part-total", used),
    )
    for part, key, most in bounds:
        if not meets(at(part), "<=", most):
            yield Problem(place(part), key, {"found": shown(at(part)), "whole": shown(most)})
    for column in COLUMNS:
        if at(column) < 0:
            yield Problem(place(column), "report-negative", {"found": shown(at(column))})
    if row.cost is not None and row.cost < 0:
        yield Problem(place("cost"), "report-negative", {"found": f"{row.cost:.10g} CNY"})


def comprehensive(rows: Iterable[EnergyRow], basis: str) -> dict[str, float]:
    """Return what the rows come to in tce: the sums of the form, and comprehensive energy."""
    rows = [*rows]
    found = {column: sum(row.coal(column, basis) for row in rows) for column in COLUMNS}
    whole = found["industrial"] - found["made"] - found["recovered"]
    return {
        "industrial": found["industrial"],
        "made": found["made"],
        "recovered": found["recovered"],
        "comprehensive": whole,
        "feedstock": found["feedstock"],
        "less-feedstock": whole - found["feedstock"],
        "total-40": found["industrial"] + found["non_industrial"],
    }


def rows_of(plant: Plant) -> list[EnergyRow]:
    """Return the rows of a plant before its retrofit: what it takes in is used, what it gives out is made.

    A carrier that one process both takes and gives is known by its net amount alone. What a process makes that is no
    carrier (coke) is a row of coal equivalent: the energy of its carriers less its comprehensive energy. Raises
    `InputError` for every process whose carriers cannot all be told in coal equivalent on both bases.
    """
    found: dict[tuple[str, float, float], dict[str, float]] = {}
    on = {basis: plant.on(basis) for basis in BASES}
    if problems := [*_lacking(on)]:
        raise InputError(problems)
    for number, case in enumerate(plant.cases):
        lines = getattr(case.baseline, "carriers", None)
        if lines is None or not exists(case, "baseline"):
            continue
        states = {basis: on[basis].cases[number].baseline for basis in BASES}
        for id, line in lines.items():
            if not line.amount:
                continue
            coal = {basis: float(states[basis].carriers[id].coal) / line.amount for basis in BASES}  # type: ignore[attr-defined]
            amounts = found.setdefault((id, coal["calorific"], coal["primary"]), {})
            left = "recovered" if id == "waste-heat" else "made"
            columns = _columns(type(case.baseline), id) if line.amount > 0 else (left,)
            for column in columns:
                amounts[column] = amounts.get(column, 0.0) + abs(line.amount)
        product = float(states["calorific"].carrier_energy - states["calorific"].energy)  # type: ignore[attr-defined]
        if abs(product) > _SLACK * abs(float(states["calorific"].carrier_energy)):  # type: ignore[attr-defined]
            amounts = found.setdefault(("standard-coal", 1.0, 1.0), {})
            column = "made" if product > 0 else "industrial"  # energy that is counted and has no line of its own
            amounts[column] = amounts.get(column, 0.0) + abs(product)
    kinds = {id: carrier_unit(id) for id, _, _ in found}
    return [
        EnergyRow(id, kinds[id], amounts, {"calorific": coal, "primary": primary})
        for (id, coal, primary), amounts in found.items()
    ]


def _lacking(on: Mapping[str, Plant]) -> Iterator[Problem]:
    """Yield what each process does not know of the energy of its carriers, such as a factor published as a range."""
    for one, other in zip(*(each.cases for each in on.values()), strict=True):
        if not exists(one, "baseline") or not hasattr(one.baseline, "carriers"):
            continue
        found = [each.baseline.energy for each in (one, other)]
        found += [line.coal for each in (one, other) for line in each.baseline.carriers.values() if line.amount]
        if names := {name for each in found if isinstance(each, Missing) for name in each.names}:
            yield Problem(one.place, "lacks-inputs", {"names": ", ".join(sorted(names))})


def _columns(cls: type[Any], carrier: str) -> tuple[str, ...]:
    """Return where what a process takes in stands: in industrial use, and in what it is transformed into."""
    known = getattr(cls, "transforms", {})
    fuel = carrier_kinds()[carrier].measured_in not in ("electricity", "heat", "waste-heat")
    column = known.get(carrier) or (known.get("", "") if fuel else "")
    return ("industrial", "transformed", column)[: 3 if column in PARTS else 2] if column else ("industrial",)


def carrier_unit(id: str) -> str:
    """Return the unit in which the form counts a carrier."""
    return {"volume": "万m3", "electricity": "万kWh", "heat": "GJ", "waste-heat": "GJ", "coal-equivalent": "tce"}.get(
        carrier_kinds()[id].measured_in, "t"
    )


_COUNTED = ("denominator", "ratio", "target", "investment")
"""The columns of the further tables that cannot be below zero; a process may give out more energy than it takes."""


def read_report(path: str) -> Report:
    """Return a report as it is filed, where what its further tables compute holds. Raises `InputError`."""
    report = read_energy_report(path)
    if problems := [problem for line in report.lines for problem in _wrong(line)]:
        raise InputError(problems)
    return report


def _wrong(line: Line) -> Iterator[Problem]:
    """Yield what the form computes from the cells of a line and finds otherwise, to the digits that are printed."""
    numbers = line.numbers
    for column in (each for each in _COUNTED if numbers.get(each, 0.0) < 0):
        yield Problem(line.cells[column], "report-negative", {"found": line.printed[column]})
    told, of, whole = {
        "indicators": ("value", "numerator", "denominator"),
        "targets": ("done", "saved", "target"),
    }.get(line.table, ("", "", ""))
    if {told, of, whole} <= {*numbers} and numbers[whole]:
        asked = numbers[of] / numbers[whole] * numbers.get("ratio", 1.0)
        if abs(asked - numbers[told]) > half_digit(line.printed[told]) * (1 + _SLACK):
            yield Problem(line.cells[told], "report-quotient", {"found": line.printed[told], "asked": f"{asked:.6g}"})
    complies = line.texts.get("complies", "")
    if line.table == "limits" and complies and {"limit", "value"} <= {*numbers}:
        met = meets(numbers["value"], "<=", numbers["limit"])
        if (complies.lower() in COMPLIES) != met:
            printed: dict[str, object] = {each: line.printed[each] for each in ("value", "limit")}
            yield Problem(line.cells["complies"], "report-complies", {"found": complies[:20], **printed})


def half_digit(printed: str) -> float:
    """Return half a unit of the last digit of a number as it was printed; of a float in full its rounding."""
    digits = printed.replace(",", "").rstrip("% ").lower().partition("e")[0].partition(".")[2]
    last = 0.5 * 10.0 ** -len(digits) if len(digits) < _IN_FULL else 10.0 ** -(_IN_FULL - 2)
    return last / 100 if "%" in printed else last


def filed(report: Report, year: int | None) -> list[EnergyRow]:
    """Return the rows of energy of a report as it is filed. Raises `InputError` with every mistake."""
    rows: list[EnergyRow] = []
    problems: list[Problem] = []
    context = Context(year=year, electricity_year=year)
    for line in report.energy:
        base = unit(line.unit).base(1.0)
        wanted = unit(carrier_unit(line.carrier))
        if not unit(line.unit).same_kind(wanted):
            problems.append(Problem(line.cells["unit"], "report-unit", {"found": line.unit, "asked": wanted.text}))
            continue
        given = {basis: line.numbers[basis] * _TCE / base for basis in BASES if basis in line.numbers}
        factors = factors_of(line.carrier, context, given)
        if factors is None:
            where = line.cells.get("calorific", line.cells["carrier"])
            problems.append(Problem(where, "report-factor", {"carrier": line.carrier}))
            continue
        amounts = {column: value * base for column, value in line.numbers.items() if column in COLUMNS}
        cost = line.numbers.get("cost")
        rows.append(EnergyRow(line.carrier, line.unit, amounts, factors, line.cells["carrier"], line.cells, cost))
    if problems:
        raise InputError(problems)
    return rows
