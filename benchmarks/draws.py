"""Random draws of one plant with a state after the retrofit: savings and a gap, against NumPy by hand.

By hand there is nothing but the arithmetic of this one plant, typed in once more, in arrays of the same draws.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy

from benchmarks.timing import Line, ratio, ratio_line
from ecdcalc import assess
from ecdcalc.assessment.totals import plant_total
from ecdcalc.decide.chance import reached_targets
from ecdcalc.decide.draws import Dice
from ecdcalc.decide.trials import in_pieces, trial_states, trials_of
from ecdcalc.model.plant import Plant
from ecdcalc.reference.factors import FactorTable

SAVED = ("energy", "electricity", "co2")
PLANT = {
    "sector": "coking",
    "name": "x",
    "year": 2025,
    "province": "shanxi",
    "grid_year": 2023,
    "plan": str(Path(__file__).parent / "plan.toml"),
    "battery": [
        {
            "name": "1#",
            "coke": "57~63 万t",
            "charging": "top",
            "quenching": "wet",
            "energy": {"coking-coal": "81 万t", "electricity": "18~22 GWh"},
            "reporting": {"coke": "58~62 万t", "energy": {"coking-coal": "80 万t", "electricity": "14~18 GWh"}},
        }
    ],
}


def ours(trials: int) -> dict[str, Any]:
    """Return savings and the gap as ecdcalc works them out."""

    def asked(some: Plant) -> dict[str, Any]:
        states = trial_states(some, "calorific")
        saved = {name: plant_total(some, states, name).value for name in SAVED}
        gaps = [value - gap.limit.value for gap, value, _ in reached_targets(RESULT, some, states) if gap.limit]
        return {**saved, "gap": gaps[0]}

    return in_pieces(trials_of(RESULT.plant, Dice(trials)), trials, asked)


def by_hand(trials: int) -> dict[str, Any]:
    """Return the same, typed by hand: kg, J, kgce."""

    def even(id: str, low: float, high: float) -> Any:
        number = int.from_bytes(sha256(id.encode()).digest()[:8], "big")
        return low + (high - low) * numpy.random.default_rng([1, number]).random(trials)

    coke_0, coke_1 = even("battery[0].coke", 5.7e8, 6.3e8), even("battery[0].reporting.coke", 5.8e8, 6.2e8)
    power = "energy.electricity.amount"
    power_0 = even(f"battery[0].{power}", 18e6 * 3.6e6, 22e6 * 3.6e6)
    power_1 = even(f"battery[0].reporting.{power}", 14e6 * 3.6e6, 18e6 * 3.6e6)
    scale = coke_1 / coke_0
    energy_1 = COAL_1 + power_1 * KGCE - coke_1 * COKE
    energy_0 = COAL_0 + power_0 * KGCE - coke_0 * COKE
    co2_1 = CARBON_1 + power_1 * GRID - coke_1 * COKE_CO2
    co2_0 = CARBON_0 + power_0 * GRID - coke_0 * COKE_CO2
    return {
        "energy": energy_0 * scale - energy_1,
        "electricity": power_0 * scale - power_1,
        "co2": co2_0 * scale - co2_1,
        "gap": energy_1 / coke_1 - 0.11,
    }


def lines(quick: bool) -> Iterator[Line]:
    """Yield the lines of the table."""
    for trials, asked in ((100_000, "≤ 5"), (1_000_000, "≤ 1.0")):
        number = trials // 10 if quick else trials
        one, other = ours(number), by_hand(number)
        for name, value in other.items():
            assert numpy.allclose(one[name], value, rtol=1e-9, atol=1e-6 * math.fabs(float(value[0]))), name
        measured = ratio(lambda n=number: ours(n), lambda n=number: by_hand(n), 9)
        yield ratio_line(
            f"{number:,} draws of savings and gaps of one plant", measured, asked, "the same in NumPy by hand"
        )


RESULT = assess(PLANT)
_STATES = [RESULT.plant.cases[0].baseline, RESULT.plant.cases[0].reporting]
_LINES = [state.carriers["coking-coal"] for state in _STATES]
COAL_0, COAL_1 = (line.coal for line in _LINES)
CARBON_0, CARBON_1 = (line.carbon for line in _LINES)
KGCE = _STATES[0].carriers["electricity"].coal / _STATES[0].carriers["electricity"].amount
GRID = _STATES[0].carriers["electricity"].co2 / _STATES[0].carriers["electricity"].amount
COKE = FactorTable().get("coal-2020/coke.coal").base
COKE_CO2 = -_STATES[0].process_co2 / _STATES[0].coke
