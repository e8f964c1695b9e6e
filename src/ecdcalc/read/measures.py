"""From the measure tables of a process to the steps of its retrofit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import evolve

from ecdcalc.model.measure import Measure
from ecdcalc.model.parts.carriers import RECOVERED, EnergyUse, carrier_kinds, empty_line
from ecdcalc.model.plant import Step
from ecdcalc.model.prices import Costs
from ecdcalc.model.process import Origin, Process, changed, origin_of
from ecdcalc.model.sector import Sector
from ecdcalc.numbers.ops import Missing
from ecdcalc.numbers.units import Reading, Unit, read_quantity, unit
from ecdcalc.read.costs import KEYS, read_costs
from ecdcalc.read.record import Notes, Table, with_defaults, within
from ecdcalc.reference.defaults import Context
from ecdcalc.reference.factors import Factor, documents
from ecdcalc.reference.measures import OWN
from ecdcalc.words.errors import EcdcalcError, InputError, Problem, near, past_bound
from ecdcalc.words.meaning import keys_told
from ecdcalc.words.texts import Both


class MeasureReader:
    """Reads the measures of one process table, each applied to the result of the one before."""

    def __init__(
        self,
        cls: type[Process],
        tables: Any,
        place: str,
        found: Sector,
        context: Context,
        notes: Notes,
        exchange: Mapping[str, float] | None = None,
    ) -> None:
        self.cls, self.tables, self.place = cls, tables, place
        self.found, self.context, self.notes = found, context, notes
        self.exchange = exchange or {}

    def check(self) -> None:
        """Look for mistakes without applying anything: the process itself could not be read."""
        for number, table in enumerate(self._measure_tables()):
            place = f"{self.place}.measure[{number}]"
            if measure := self.measure(table, place):
                self._numbers(measure, table, place)
                self._costs(table, place)

    def _measure_tables(self) -> list[Table]:
        tables = self.tables
        if isinstance(tables, list) and all(isinstance(each, Mapping) for each in tables):
            return tables
        self.notes.add(
            f"{self.place}.measure",
            "not-a-list",
            found=str(tables)[:40],
            table=f"{self.cls.about.key}.measure",
        )
        return []

    def steps(self, baseline: Process) -> list[Step]:
        """Apply every measure of the table, each to the result of the one before."""
        steps: list[Step] = []
        state = baseline
        for number, table in enumerate(self._measure_tables()):
            place = f"{self.place}.measure[{number}]"
            step = self.apply(table, state, [each.measure for each in steps], place)
            if step:
                steps.append(step)
                state = step.after
        return steps

    def apply(self, table: Table, state: Process, before: list[Measure], place: str) -> Step | None:
        """Apply the measure of one table to what those before it left; what is wrong is noted."""
        measure = self.measure(table, place)
        if measure is None or not self._fits(measure, state, before, place):
            return None
        return self._step(measure, table, state, place)

    def _near(self, name: str) -> Both:
        """Return the measure that a name was probably meant for, by id or Chinese name; else those of the process."""
        ids = {text: each.id for each in self.found.measures for text in (each.row.zh, each.row.id, each.id)}
        labels = {each.id: each.row.zh for each in self.found.measures}
        guess = near(name, [*ids])
        if guess:
            return keys_told({ids[guess]: labels[ids[guess]]})
        return keys_told({each.id: labels[each.id] for each in self.found.measures if issubclass(self.cls, each.on)})

    def measure(self, table: Table, place: str) -> Measure | None:
        """Return the measure that a table names, or note what is wrong with it."""
        known = {each.id: each for each in self.found.measures} | {each.row.id: each for each in self.found.measures}
        name = table.get("use")
        if name is None:
            self.notes.add(f"{place}.use", "required", example=f'"{next(iter(known), "")}"')
            return None
        if name == OWN or str(name).startswith(f"{OWN}/"):
            return self._own(str(name), table, place)
        if not isinstance(name, str):
            self.notes.add(f"{place}.use", "not-text", found=str(name)[:40])
            return None
        if name not in known:
            self.notes.add(f"{place}.use", "measure-unknown", found=name, near=self._near(name))
            return None
        measure = known[name]
        if not issubclass(self.cls, measure.on):
            self.notes.add(f"{place}.use", "measure-elsewhere", found=name, on=", ".join(self._taken_by(measure)))
            return None
        asked = measure.asked(str(table.get("carrier", measure.carrier)))
        for key in table:
            accepted = ["use", *KEYS, *(["carrier"] if measure.takes_carrier else []), *asked]
            if key not in accepted:
                self.notes.add(f"{place}.{key}", "unknown-key", near=", ".join(accepted))
        return measure

    def _taken_by(self, measure: Measure) -> list[str]:
        """Return the tables of the sector that take a measure."""
        return [each.about.key for each in self.found.processes if issubclass(each, measure.on)] or [self.found.id]

    def _own(self, name: str, table: Table, place: str) -> Measure | None:
        """Return a measure of the user's own: of this table, or of a row of the user's file."""
        from ecdcalc.model.own_measure import own_measure
        from ecdcalc.read.own_measures import own_row

        rows = self.context.measures
        if name != OWN and name not in rows:
            self.notes.add(f"{place}.use", "own-measure-unknown", found=name, near=near(name, [*rows]) or "use = own")
            return None
        told = {key: value for key, value in table.items() if key not in KEYS or key == "life"}  # costs are read apart
        row = own_row(told, f"{place}.", self.notes) if name == OWN else rows[name]
        if row is None:
            return None
        try:
            measure = own_measure(row, self.cls)
        except InputError as error:
            self.notes.problems += [Problem(f"{place}.{each.place}", each.key, each.values) for each in error.problems]
            return None
        for key in table:
            if name != OWN and key not in ("use", "saving", *KEYS):
                self.notes.add(f"{place}.{key}", "unknown-key", near=", ".join(("use", "saving", *KEYS)))
        return measure

    def _fits(self, measure: Measure, state: Process, before: list[Measure], place: str) -> bool:
        for each in measure.applies:
            holds = each.holds(state)
            if isinstance(holds, Missing) or not holds:
                self.notes.add(f"{place}.use", "measure-not-applicable", found=measure.spoken, condition=each.text)
                return False
        for other in before:
            if set(measure.row.groups) & set(other.row.groups) or other.id == measure.id:
                self.notes.add(f"{place}.use", "measure-exclusive", one=measure.spoken, other=other.spoken)
                return False
        return True

    def _step(self, measure: Measure, table: Table, state: Process, place: str) -> Step | None:
        before = len(self.notes.problems)
        numbers, origins = self._numbers(measure, table, place)
        costs = self._costs(table, place)
        carrier = str(table.get("carrier", measure.carrier))
        if measure.takes_carrier and carrier not in carrier_kinds():
            self.notes.add(f"{place}.carrier", "measure-carrier", found=measure.spoken)
        if len(self.notes.problems) > before:
            return None
        if costs.capex is None and measure.cost is not None:
            costs = evolve(costs, capex=measure.cost)
        state = with_lines(measure, carrier, state, self.context)
        try:
            after = with_defaults(measure(state, carrier=carrier, **numbers), self.context, resolved=state)
        except EcdcalcError as error:
            self.notes.error(place, error)
            return None
        except ZeroDivisionError:
            self.notes.add(place, "measure-divides-by-zero", found=measure.spoken)
            return None
        lost = measure.lost(state, after)
        self.notes.problems += [Problem(f"{place}.{each.place}", each.key, each.values) for each in lost]
        return Step(measure, numbers, origins, after, costs, carrier, table)

    def _numbers(self, measure: Measure, table: Table, place: str) -> tuple[dict[str, float], dict[str, Origin]]:
        numbers, origins = {}, {}
        for name, asked in measure.asked(str(table.get("carrier", measure.carrier))).items():
            if name in table:
                try:
                    reading = read_quantity(str(table[name]), asked)
                except EcdcalcError as error:
                    self.notes.error(f"{place}.{name}", error)
                    continue
                if not measure.takes(name, reading.unit):
                    self.notes.add(f"{place}.{name}", "own-measure-unit", found=reading.text, units=asked.text)
                    continue
                self._check_bounds(measure, name, reading, f"{place}.{name}")
                numbers[name] = reading.value
                origins[name] = origin_of(reading)
                continue
            usual = usual_value(measure, name, asked, self.context)
            if usual is None:
                self.notes.add(f"{place}.{name}", "required", example=f'"1 {asked.text}"')
                continue
            numbers[name], origins[name] = usual
        return numbers, origins

    def _check_bounds(self, measure: Measure, name: str, reading: Reading, place: str) -> None:
        asked = measure.units[name]
        for sign, bound in measure.bounds(name):
            if within(reading, asked, sign, bound):
                continue
            if name == "saving" and measure.is_penalty:
                self.notes.add(place, "measure-takes-energy", found=reading.text)
            else:
                self.notes.problems.append(past_bound(place, reading.text, sign, bound, asked.text))

    def _costs(self, table: Table, place: str) -> Costs:
        return read_costs(table, place, self.notes, self.exchange)


def with_lines(measure: Measure, carrier: str, state: Process, context: Context) -> Process:
    """Give the process a line, of no amount, of each carrier that a measure recovers or brings and it has not."""
    recovered = (carrier,) if measure.takes_carrier and carrier in RECOVERED else ()
    for each in (*recovered, *measure.brings):
        if isinstance(state, EnergyUse) and each not in state.carriers:
            line = empty_line(each, f"{state.place}.energy.{each}")
            line = with_defaults(line, context, f"energy.{each}")
            state = changed(state, carriers={**state.carriers, each: line})
    return state


def usual_value(measure: Measure, name: str, asked: Unit, context: Context) -> tuple[float, Origin] | None:
    """Return what a parameter is where the plant file does not give it, and where it comes from; None if it must."""
    if name == "heat_temperature" and measure.heat_temperature:
        value = read_quantity(measure.heat_temperature, asked).value
        return value, Origin("assumed", "measure-heat-temperature", value=value)
    if own := measure.given.get(name):
        return own.value, origin_of(own)
    default = measure.defaults.get(name)
    factor = context.factors.get(default.choices[0][1]) if default else None
    if name == "saving":
        factor = _typical(measure)
    return None if factor is None or factor.base is None else (factor.base, Origin("default", factor.id, factor))


def _typical(measure: Measure) -> Factor | None:
    """Return the typical saving of the library row as a factor, so that it is listed like any other."""
    row = measure.row
    if not row.saving_typ:
        return None
    low, high = (float(text) if text else None for text in (row.saving_low, row.saving_high))
    document = row.document if row.document in documents() else ""
    return Factor(
        id=f"measure/{row.id}", zh=row.zh, en=row.en, value=float(row.saving_typ), low=low, high=high,
        unit=unit(row.saving_unit), per=row.saving_per, edition="", year="", region="", pollutant="",
        condition=row.basis, document=document, clause=row.source, confidence=row.confidence, note=row.co_benefit,
    )  # fmt: skip
