"""What is found of a region: its plants, dual control, the register, every target of the plan."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import evolve, frozen

from ecdcalc.assessment.money.result import Money
from ecdcalc.assessment.region.counting import Register
from ecdcalc.assessment.region.decompose import Contribution
from ecdcalc.assessment.region.dual_control import Decline, DualControl, TotalEnergy
from ecdcalc.assessment.region.handing_down import HandedDown
from ecdcalc.assessment.region.plants import MemberResult
from ecdcalc.assessment.region.targets import STATES, Standing
from ecdcalc.assessment.speaking import Told, frame_of, html_table, shown, value
from ecdcalc.assessment.totals import Total, total_of
from ecdcalc.assessment.warnings.warned import Warned
from ecdcalc.model.evaluation import POLLUTANTS, SAVED_UNITS, add_up
from ecdcalc.model.keeping import Kept
from ecdcalc.model.region import Region, Rejected
from ecdcalc.numbers.ops import Missing, Number
from ecdcalc.numbers.units import unit
from ecdcalc.numbers.value import Value
from ecdcalc.reference.plan import Plan

EXACT = 1e-12


@frozen
class Difference:
    """A series of the whole against the sum of its parts, in the reporting year; parts without it are named."""

    region: str
    series: str
    whole: float
    parts: float
    lacking: tuple[str, ...]

    @property
    def amount(self) -> float:
        """What the parts leave of the whole; rounding of the sum is none."""
        left = self.whole - self.parts
        return left if abs(left) > EXACT * abs(self.whole) else 0.0


@frozen(repr=False)
class RegionFindings(Kept):
    """All that is found of a region."""

    region: Region
    plan: Plan
    members: tuple[MemberResult, ...]
    rejected: tuple[Rejected, ...]
    energy: Mapping[str, DualControl | Missing]
    counties: Mapping[str, DualControl | Missing]
    carbon: Mapping[str, Decline | Missing]
    sectors: Mapping[str, Decline | Missing]
    register: Register
    standings: tuple[Standing, ...]
    contribution: Contribution | None
    totals: Mapping[str, TotalEnergy]
    handed_down: HandedDown
    quotas: Mapping[str, HandedDown]
    differences: tuple[Difference, ...]
    money: tuple[Money, ...]
    chance: Told | None = None
    """What random draws of its ranges say of it, where they were asked for."""

    def total(self, output: str, *, county: str = "", sector: str = "") -> Total:
        """Return what the plants save of an output, in all or in one county or sector, and which are not in it."""
        found: list[tuple[str, Number]] = []
        lacks: dict[str, Missing] = {}
        for each in self.members:
            if county in ("", each.member.county) and sector in ("", each.member.sector):
                total = each.totals[output]
                found.append((each.member.place, total.known))
                if total.lacks:
                    lacks[each.member.place] = add_up(total.lacks.values())
        return evolve(total_of(found), lacks=lacks)

    def saved(self, output: str, *, county: str = "", sector: str = "") -> float | None:
        """Return the part of a total that is known, None where nothing of it is."""
        known = self.total(output, county=county, sector=sector).known
        return None if isinstance(known, Missing) else known

    @property
    def warnings(self) -> tuple[Warned, ...]:
        """What is said of the prices of the region, then the warnings of each plant, under its place."""
        prices = {(warned.place, warned.key): warned for each in self.members for warned in each.of_prices}
        of_plants = (
            evolve(warned, place=f"{each.member.place}.{warned.place}")
            for each in self.members
            for warned in each.warnings
        )
        return (*prices.values(), *of_plants)

    @property
    def energy_saved(self) -> Value | None:
        """The energy that the plants save, as far as it is known."""
        return value(SAVED_UNITS["energy"], self.saved("energy"))

    @property
    def reductions(self) -> dict[str, Value | None]:
        """What the plants reduce of each pollutant, as far as it is known."""
        return {label: value(SAVED_UNITS[name], self.saved(name)) for name, label in POLLUTANTS.items()}

    def to_frame(self) -> Any:
        """Return what each plant saves of each output as a Polars frame, which Narwhals reads: a row an output.

        `saved` is the part that is known; `complete` says whether it is all.
        """
        rows = [self._row(each, name) for each in self.members for name in each.totals]
        names = ("place", "name", "county", "sector", "output", "unit", "saved", "complete")
        return frame_of({name: [row[number] for row in rows] for number, name in enumerate(names)})

    def _row(self, each: MemberResult, name: str) -> tuple[Any, ...]:
        member, total, of = each.member, each.totals[name], SAVED_UNITS.get(name, unit("t"))
        saved = value(of, total.known)
        of_plant = (member.place, member.name, member.county, member.sector)
        return *of_plant, POLLUTANTS.get(name, name), of.text, saved and saved.value, total.complete

    def __repr__(self) -> str:
        counts = ", ".join(f"{self.count(state)} {state}" for state in STATES)
        return (
            f"<RegionAssessment {self.region.name!r} {self.region.year}: targets {counts}; {len(self.members)} plants>"
        )

    def _repr_html_(self) -> str:
        rows = [("energy", shown(self.energy_saved)), *((name, shown(each)) for name, each in self.reductions.items())]
        return html_table(f"{self.region.name} {self.region.year}", rows)

    def count(self, state: str) -> int:
        """Return how many targets are in a state."""
        return sum(each.state == state for each in self.standings)

    @property
    def open_gaps(self) -> tuple[Standing, ...]:
        """The targets that are short."""
        return tuple(each for each in self.standings if each.state == STATES[2])
