"""Tables of plants in memory against the same arithmetic by hand in Polars."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import narwhals
import numpy
import polars
from polars.testing import assert_frame_equal

from benchmarks.by_hand import assessed
from benchmarks.timing import Line, middle, ratio, ratio_line
from ecdcalc.assessment.tables.invented import invented
from ecdcalc.assessment.tables.portfolio import Rows, portfolio
from ecdcalc.decide.draws import drawn
from ecdcalc.model.process import Origin, changed
from ecdcalc.model.sector import sector
from ecdcalc.numbers.expressions import FEW
from ecdcalc.testing import probe

PLAN = str(Path(__file__).parent / "plan.toml")
OPTIONS = {"sector": "coking", "process": "battery", "year": 2025, "grid_year": 2023, "plan": PLAN}
_LEFT_OUT = ("measure", "energy.heat.primary_factor [kgce/MJ]", "nox.oxygen [%]", "heating_gas [m3]")


def plants(rows: int) -> polars.DataFrame:
    """Invented batteries with a state after the retrofit for all that moves energy and pollutants."""
    block = mixed(invented("coking", "battery", min(rows, 200_000)).drop(_LEFT_OUT))
    block = portfolio(block, **OPTIONS).results.select(block.columns)  # by hand nothing is set aside
    moving = [
        name
        for name in block.columns
        if name.startswith(("energy.", "wastewater.", "so2.conc", "pm.conc", "coke ")) and ".lhv" not in name
    ]
    after = [(polars.col(name) * (0.9 + 0.002 * n)).alias(f"reporting.{name}") for n, name in enumerate(moving)]
    block = block.with_columns(after)
    return polars.concat([block] * (rows // block.height + 1)).head(rows).rechunk()


def mixed(frame: polars.DataFrame) -> polars.DataFrame:
    """Return the batteries with the words of each row thrown, as a province has them."""
    dice = numpy.random.default_rng(2)
    words = {
        "charging": (["top", "stamp", "heat-recovery"], [0.6, 0.3, 0.1]),
        "quenching": (["wet", "dry"], [0.5, 0.5]),
    }
    thrown = {name: dice.choice(each, frame.height, p=chances) for name, (each, chances) in words.items()}
    return frame.with_columns(polars.Series(name, each) for name, each in thrown.items())


SIZES = ((10_000, 41, "≤ 1.5"), (100_000, 15, "≤ 1.3"), (1_000_000, 7, "≤ 1.15"), (5_000_000, 3, "≤ 1.1"))
_HAND = "the same arithmetic by hand in lazy Polars (`by_hand.py`), without any check of rows"


def lines(quick: bool) -> Iterator[Line]:
    _same(plants(2000))
    for rows, rounds, asked in SIZES[:1] if quick else SIZES:
        frame = plants(rows)
        yield ratio_line(f"{rows:,} coke-oven batteries in memory", _whole(frame, 1 if quick else rounds), asked, _HAND)
    rows = 20_000 if quick else 1_000_000
    yield ratio_line(f"{rows:,}, one row in a hundred set aside", _whole(spoiled(plants(rows)), 3), "", _HAND)
    few = plants(10_000)
    once = middle(lambda: portfolio(few, **OPTIONS), 3)
    yield Line("10,000, with the making of the program (as on a first call)", f"{once * 1000:.0f} ms", "", "")
    rows = 10_000 if quick else 100_000
    for of, process in (("coking", "battery"), ("transport", "fleet"), ("equipment", "boiler")):
        yield Line(f"{of} {process}, {rows:,} rows", f"{_warm(of, process, rows) * 1000:.0f} ms", "", "")
    yield _draws(quick)


def _whole(frame: polars.DataFrame, rounds: int) -> float:
    """Return the ratio of a run to the same by hand; the program is made before, as for a second part of a file."""
    rows, held = Rows(OPTIONS), narwhals.from_native(frame)
    engine = "in-memory" if frame.height < FEW else "auto"  # by hand too, each size has the engine that is quicker
    return ratio(lambda: rows.assess(held), lambda: assessed(frame.lazy()).collect(engine=engine), rounds)


def _warm(sector: str, process: str, rows: int) -> float:
    found = Rows({**OPTIONS, "sector": sector, "process": process, "plan": ""})
    held = narwhals.from_native(invented(sector, process, rows))
    return middle(lambda: found.assess(held), 3)


def spoiled(frame: polars.DataFrame) -> polars.DataFrame:
    """Return the batteries with output below zero in one row of a hundred."""
    bad = polars.int_range(polars.len()) % 100 == 0
    return frame.with_columns(polars.when(bad).then(-1.0).otherwise(polars.col("coke [t]")).alias("coke [t]"))


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

    return ratio_line(
        f"{trials:,} random draws for one plant", ratio(ours, by_hand, 9), "≤ 5", "the same draws in NumPy"
    )


_RANGES = {"coke": (5.7e8, 6.3e8), "moisture": (0.09, 0.11)}
