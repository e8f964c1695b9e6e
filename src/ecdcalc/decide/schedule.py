"""Start years of chosen measures under a yearly budget, and where each demand stands year by year.

Measures start in the order of the cost curve, each in the first year that still has the money for it. A measure that
no year can pay is named and starts in none. Each year is a set of measures that was run through the real outputs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import field, frozen

from ecdcalc.decide.curve import Key
from ecdcalc.decide.program import Aim, Option, made, within


@frozen
class Schedule:
    """The start year of each measure, what each year invests, and what each demand has reached by its end."""

    starts: Mapping[Key, int] = field(factory=dict)
    spent: Mapping[int, float] = field(factory=dict)
    path: Mapping[int, Mapping[str, float]] = field(factory=dict)
    unpaid: tuple[Key, ...] = ()


def spread(order: Sequence[Key], invested: Mapping[Key, float], years: Sequence[int], yearly: float) -> Schedule:
    """Return start years: in order, each in the first year with the money for it."""
    spent = dict.fromkeys(years, 0.0)
    starts: dict[Key, int] = {}
    unpaid: list[Key] = []
    for measure in order:
        cost = invested[measure]
        year = next((each for each in years if within(spent[each] + cost, yearly)), None)
        if year is None:
            unpaid.append(measure)
            continue
        starts[measure] = year
        spent[year] += cost
    return Schedule(starts, spent, {}, tuple(unpaid))


def path_of(
    schedule: Schedule,
    years: Sequence[int],
    cases: Sequence[tuple[tuple[int, str], Sequence[tuple[frozenset[str], Option]]]],
    aims: Sequence[Aim],
) -> dict[int, dict[str, float]]:
    """Return what each demand has reached by the end of each year.

    `cases` are the processes with their sets: the measures of each and what they bring. Where the measures that have
    started cannot stand without one that has not, the most of them that can count.
    """
    found = {}
    for year in years:
        chosen = []
        for (number, place), sets in cases:
            running = {key[2] for key, start in schedule.starts.items() if key[:2] == (number, place) and start <= year}
            fitting = [index for index, (names, _) in enumerate(sets) if names <= running]
            chosen.append(max(fitting, key=lambda index: (len(sets[index][0]), -index)))
        options = [[option for _, option in sets] for _, sets in cases]
        found[year] = dict(made(options, chosen, aims).brings)
    return found
