"""Start years of measures under a yearly budget, and where each demand stands year by year.

The years are part of the program: at each process the set of a year holds that of the year before, what a year adds
is paid by its budget, and the sets of the last year meet the demands. First the choice that is cheapest without the
yearly budget is spread; where that can be done it is the cheapest with it too. Else the sets are chosen anew, with
the years. Of all ways to spread a choice the one is taken that costs least over the years; where the choice is made
by the investment, which is the same in any order, the one that brings what is asked earliest.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from attrs import evolve, field, frozen

from ecdcalc.decide.curve import Key
from ecdcalc.decide.program import OPTIMAL, SHORT, Aim, Option, Solution, made, shortfall, within
from ecdcalc.decide.solver import SLACK, Row, Task, solved_of

_Place = tuple[int, int, int]
"""Number of the year, process, option."""


@frozen
class Schedule:
    """The start year of each measure, what each year invests, and what each demand has reached by its end."""

    starts: Mapping[Key, int] = field(factory=dict)
    spent: Mapping[int, float] = field(factory=dict)
    path: Mapping[int, Mapping[str, float]] = field(factory=dict)
    unpaid: tuple[Key, ...] = ()
    """Measures that must be in the choice and that no year can pay."""


@frozen
class Group:
    """A process with its sets, in the order of its options: which measures each has, and when they may start."""

    place: tuple[int, str]
    names: tuple[frozenset[str], ...]
    allowed: tuple[int, ...]
    """The sets that may be that of the last year."""
    earliest: Mapping[str, int] = field(factory=dict)


@frozen
class Years:
    """What is spread over which years: processes, options, demands, budgets in all and of a year."""

    groups: Sequence[Group]
    cases: Sequence[Sequence[Option]]
    aims: Sequence[Aim]
    years: Sequence[int]
    yearly: float
    budget: float | None = None
    seconds: float = 60.0

    def spread(self, first: Solution, *, by_cost: bool) -> tuple[Solution, Schedule]:
        """Return the choice with its years: the one given if its measures can be spread, else the best that can.

        `by_cost`: the least cost over the years; else what is asked as early as can be.
        """
        sequence = self._ordered(first.chosen, by_cost=by_cost)
        if sequence is not None:
            return first, self._schedule(sequence)
        found = self._chosen_anew()
        sequence = None if found is None else self._ordered(found.chosen, by_cost=by_cost)
        if found is None or sequence is None:
            return evolve(first, status=SHORT), Schedule(
                spent=dict.fromkeys(self.years, 0.0), unpaid=self._unpaid(first)
            )
        return found, self._schedule(sequence)

    def can_pay(self, found: Solution) -> bool:
        """Tell whether the years can pay a choice."""
        return self._ordered(found.chosen, by_cost=True) is not None

    def _unpaid(self, first: Solution) -> tuple[Key, ...]:
        """Return what stands in the way: measures dearer than any year can pay, else all that must be there."""
        needed = [
            (*group.place, name)
            for group, number in zip(self.groups, first.chosen, strict=True)
            for name in sorted(group.names[number])
        ]
        dear = [key for key in needed if not within(self._price(key), self.yearly)]
        return tuple(dear or needed)

    def _price(self, key: Key) -> float:
        number = next(number for number, group in enumerate(self.groups) if group.place == key[:2])
        names = self.groups[number].names
        pairs = (
            self.cases[number][one].spend - self.cases[number][other].spend
            for one, more in enumerate(names) for other, less in enumerate(names) if more == less | {key[2]} != less
        )  # fmt: skip
        return min(pairs, default=0.0)

    def _ordered(self, chosen: Sequence[int], *, by_cost: bool) -> list[tuple[int, ...]] | None:
        """Return the sets of each year that lead to a choice; None where the budgets of the years do not allow it."""
        last = len(self.years) - 1
        places = [
            (year, case, number)
            for year, case, number in self._places()
            if (
                number == chosen[case] if year == last else self._names(case, number) <= self._names(case, chosen[case])
            )
        ]
        costs = {place: self._worth(place, by_cost=by_cost) for place in places}
        answer = self._run(places, costs, [])
        return None if answer is None else answer[0]

    def _worth(self, place: _Place, *, by_cost: bool) -> float:
        _, case, number = place
        option = self.cases[case][number]
        if by_cost:
            return option.cost
        return -math.fsum(option.brings.get(aim.id, 0.0) / aim.size for aim in self.aims)

    def _chosen_anew(self) -> Solution | None:
        """Return the cheapest choice of the last year under all budgets; the nearest where the demands are too many."""
        last = len(self.years) - 1
        places = [place for place in self._places() if place[0] < last or place[2] in self.groups[place[1]].allowed]
        costs = {place: self.cases[place[1]][place[2]].cost if place[0] == last else 0.0 for place in places}
        found = self._run(places, costs, self.aims)
        if found is not None:
            return made(self.cases, found[0][-1], self.aims, OPTIMAL, found[1])
        least = self._run(places, None, self.aims)
        if least is None:
            return None
        nearest = made(self.cases, least[0][-1], self.aims, SHORT, least[1])
        found = self._run(places, costs, self.aims, most=shortfall(nearest, self.aims))
        return nearest if found is None else made(self.cases, found[0][-1], self.aims, SHORT, found[1])

    def _names(self, case: int, number: int) -> frozenset[str]:
        return self.groups[case].names[number]

    def _places(self) -> list[_Place]:
        """Return every set of every process in every year in which its measures may have started."""
        return [
            (number, case, option)
            for number, year in enumerate(self.years)
            for case, group in enumerate(self.groups)
            for option, names in enumerate(group.names)
            if all(group.earliest.get(name, year) <= year for name in names)
        ]

    def _run(
        self,
        places: Sequence[_Place],
        costs: Mapping[_Place, float] | None,
        aims: Sequence[Aim],
        most: float | None = None,
    ) -> tuple[list[tuple[int, ...]], float] | None:
        """Solve for the least cost, or without costs for the least shortfall; `most` is the shortfall allowed."""
        size = max(map(abs, costs.values()), default=0.0) or 1.0 if costs else 1.0
        soft = costs is None or most is not None

        def task(kept: Sequence[_Place]) -> Task:
            prices = [0.0 if costs is None else costs[place] / size for place in kept]
            shorts = [0.0 if costs else 1.0] * len(aims) if soft else []
            rows = [*self._one_each(kept), *self._grows(kept), *self._paid(kept), *self._met(kept, aims, soft=soft)]
            if most is not None:
                rows.append(Row([(len(kept) + number, 1.0) for number in range(len(aims))], high=most + SLACK))
            return Task([*prices, *shorts], rows, len(kept))

        answer = solved_of(places, len(self.cases) * len(self.years), task, self.seconds, 0.0)
        if answer is None:
            return None
        kept, found = answer
        return self._taken(kept, found.values), found.gap

    def _taken(self, places: Sequence[_Place], values: Sequence[float]) -> list[tuple[int, ...]]:
        best: dict[tuple[int, int], tuple[float, int]] = {}
        for (year, case, option), value in zip(places, values, strict=False):
            best[year, case] = max(best.get((year, case), (-1.0, -1)), (value, option))
        return [tuple(best[year, case][1] for case in range(len(self.cases))) for year in range(len(self.years))]

    def _one_each(self, places: Sequence[_Place]) -> list[Row]:
        rows: dict[tuple[int, int], list[tuple[int, float]]] = {
            (year, case): [] for year in range(len(self.years)) for case in range(len(self.cases))
        }
        for column, (year, case, _) in enumerate(places):
            rows[year, case].append((column, 1.0))
        return [Row(terms, 1.0, 1.0) for terms in rows.values()]

    def _grows(self, places: Sequence[_Place]) -> list[Row]:
        """A measure that has started stays."""
        rows: dict[tuple[int, int, str], list[tuple[int, float]]] = {}
        for column, (year, case, option) in enumerate(places):
            for name in sorted(self._names(case, option)):  # among equal answers the rows decide
                if year > 0:
                    rows.setdefault((year, case, name), []).append((column, 1.0))
                if year < len(self.years) - 1:
                    rows.setdefault((year + 1, case, name), []).append((column, -1.0))
        return [Row(terms, low=0.0) for terms in rows.values()]

    def _paid(self, places: Sequence[_Place]) -> list[Row]:
        """What a year adds is paid by its budget, and all of it by that of all years."""
        size, first = max(abs(self.yearly), 1.0), [case[0].spend for case in self.cases]
        rows: list[list[tuple[int, float]]] = [[] for _ in self.years]
        for column, (year, case, option) in enumerate(places):
            spend = (self.cases[case][option].spend - first[case]) / size
            if spend:
                rows[year].append((column, spend))
                if year < len(self.years) - 1:
                    rows[year + 1].append((column, -spend))
        limits = [Row(terms, high=self.yearly / size + SLACK) for terms in rows]
        if self.budget is not None:
            whole = max(abs(self.budget), 1.0)
            terms = [
                (column, self.cases[case][option].spend / whole)
                for column, (year, case, option) in enumerate(places)
                if year == len(self.years) - 1
            ]
            limits.append(Row(terms, high=self.budget / whole + SLACK))
        return limits

    def _met(self, places: Sequence[_Place], aims: Sequence[Aim], *, soft: bool) -> list[Row]:
        """The sets of the last year meet the demands, or fall short of them."""
        rows = []
        for number, aim in enumerate(aims):
            terms = [
                (column, self.cases[case][option].brings.get(aim.id, 0.0) / aim.size)
                for column, (year, case, option) in enumerate(places)
                if year == len(self.years) - 1
            ]
            terms += [(len(places) + number, 1.0)] if soft else []
            rows.append(Row(terms, low=aim.need / aim.size - SLACK))
        return rows

    def _schedule(self, sequence: Sequence[tuple[int, ...]]) -> Schedule:
        """Return start years, money and path of a sequence of sets."""
        starts: dict[Key, int] = {}
        spent, path = {}, {}
        before = math.fsum(case[0].spend for case in self.cases)
        for year, chosen in zip(self.years, sequence, strict=True):
            for group, number in zip(self.groups, chosen, strict=True):
                for name in sorted(group.names[number]):
                    starts.setdefault((*group.place, name), year)
            found = made(self.cases, chosen, self.aims)
            spent[year], before = found.spend - before, found.spend
            path[year] = {id: found.reached(id) for id in found.brings}
        return Schedule(starts, spent, path)
