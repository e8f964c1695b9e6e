"""Tables of plants in memory against the same arithmetic by hand in Polars and pint row by row."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import numpy
import polars
from polars.testing import assert_frame_equal

from benchmarks.by_hand import assessed
from benchmarks.timing import Line, ratio, seconds
from ecdcalc.assessment.tables.invented import invented
from ecdcalc.assessment.tables.portfolio import portfolio
from ecdcalc.decide.draws import drawn
from ecdcalc.model.process import Origin, changed
from ecdcalc.model.sector import sector
from ecdcalc.numbers.formula import outputs_of
from ecdcalc.testing import probe, with_units

PLAN = str(Path(__file__).parent / "plan.toml")
OPTIONS = {"sector": "coking", "process": "battery", "year": 2025, "grid_year": 2023, "plan": PLAN}
_LEFT_OUT = ("measure", "energy.heat.primary_factor [kgce/MJ]", "nox.oxygen [%]", "heating_gas [m3]")


def plants(rows: int) -> polars.DataFrame:
    """Invented batteries with a state after the retrofit for all that moves energy and pollutants."""
    block = invented("coking", "battery", min(rows, 200_000)).drop(_LEFT_OUT)
    block = portfolio(block, **OPTIONS).results.select(block.columns)  # by hand nothing is set aside
    moving = [
        name
        for name in block.columns
        if name.startswith(("energy.", "wastewater.", "so2.conc", "pm.conc", "coke ")) and ".lhv" not in name
    ]
    after = [(polars.col(name) * (0.9 + 0.002 * n)).alias(f"reporting.{name}") for n, name in enumerate(moving)]
    block = block.with_columns(after)
    return polars.concat([block] * (rows // block.height + 1)).head(rows).rechunk()


def lines(quick: bool) -> Iterator[Line]:
    rows = 20_000 if quick else 5_000_000
    frame = plants(rows)
    rounds = 1 if quick else 5
    _same(frame.head(2000))

    def whole():
        return portfolio(frame, **OPTIONS).results

    def by_hand():
        return assessed(frame.lazy()).collect()

    yield Line(
        f"whole assessment of {rows:,} coke-oven batteries in memory",
        ratio(whole, by_hand, rounds),
        "≤ 1.3",
        "the same arithmetic by hand in lazy Polars (`by_hand.py`), without any check of rows",
    )
    sample = 20
    one_by_one = seconds(lambda: _pint(sample)) / sample * rows
    yield Line(
        f"pint row by row ({sample} rows, scaled)", one_by_one / seconds(whole), "≥ 2000", "the whole assessment"
    )
    yield _draws(quick)


def _same(frame: polars.DataFrame) -> None:
    """See that both sides give the same columns and numbers before they are timed.

    Ours has more: by hand there is one grade, by the coming edition, and no audit column.
    """
    ours, theirs = portfolio(frame, **OPTIONS).results, assessed(frame.lazy()).collect()
    grades = {
        name: name.replace("grade-coming.", "grade.") for name in ours.columns if name.startswith("grade-coming.")
    }
    ours = ours.drop(grades.values()).rename(grades).select(theirs.columns)
    assert_frame_equal(ours, theirs, check_exact=False, rel_tol=1e-9, abs_tol=1e-6)


def _pint(rows: int) -> None:
    cls = sector("coking").process("battery")
    for number in range(rows):
        for _ in ("baseline", "reporting"):
            process = with_units(probe(cls, random.Random(number), full=True))
            for name in outputs_of(cls):
                getattr(process, name)


def _draws(quick: bool) -> Line:
    trials = 10_000 if quick else 100_000
    battery = sector("coking").process("battery")
    ranges = {name: Origin("given", "", low=low, high=high) for name, (low, high) in _RANGES.items()}
    plant = changed(probe(battery, random.Random(1), full=True), origins=ranges)
    lines = {key: line for key, line in plant.carriers.items() if key in ("electricity", "heat", "raw-coal")}
    plant = changed(plant, carriers=lines)

    def ours():
        return drawn(plant, trials).unit_energy

    middle = plant.energy

    def by_hand():
        dice = numpy.random.default_rng(1)
        low, high = _RANGES["coke"]
        coke = low + (high - low) * dice.random(trials)
        low, high = _RANGES["moisture"]
        low + (high - low) * dice.random(trials)
        return middle / coke

    return Line(f"{trials:,} random draws for one plant", ratio(ours, by_hand, 9), "≤ 5", "the same draws in NumPy")


_RANGES = {"coke": (5.7e8, 6.3e8), "moisture": (0.09, 0.11)}
