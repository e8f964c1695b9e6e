"""One plant: plants a second and core, and the assessment against its own bodies on bare floats."""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from pathlib import Path

from benchmarks.timing import Line, middle, ratio_line
from ecdcalc import assess, load_plant
from ecdcalc.model.plant import Plant
from ecdcalc.model.process import lift
from ecdcalc.numbers.formula import outputs_of, value_of

EXAMPLES = sorted((Path(__file__).parent.parent / "examples").glob("*.toml"))


def lines(quick: bool) -> Iterator[Line]:
    rounds = 3 if quick else 9
    rates = {path.stem: 1 / middle(lambda path=path: assess(load_plant(path)).to_dict(), rounds) for path in EXAMPLES}
    slowest = min(rates, key=rates.__getitem__)
    what = "load, assess, to_dict: plants a second and core"
    yield Line(f"{what}, slowest sector ({slowest})", f"{rates[slowest]:.0f}", "≥ 50", "")
    yield Line(f"{what}, median sector", f"{statistics.median(rates.values()):.0f}", "≥ 80", "")
    found = [_against_bodies(load_plant(path), rounds) for path in EXAMPLES]
    text = "its own bodies on bare floats, before and after"
    yield ratio_line("assess one plant, median sector", statistics.median(found), "≤ 6", text)
    yield ratio_line("assess one plant, the most", max(found), "≤ 6", text)


def _against_bodies(plant: Plant, rounds: int) -> float:
    """Return the ratio; every run of the bodies has copies of its own, which have computed nothing yet."""
    copies = [[lift(each, _same) for case in plant.cases for each in (case.baseline, case.reporting)]
              for _ in range(rounds + 1)]  # fmt: skip

    def bodies() -> None:
        for process in copies.pop():
            for name in outputs_of(type(process)):
                value_of(process, name)

    return middle(lambda: assess(plant), rounds) / middle(bodies, rounds)


def _same(path: str, field: object, value: object, origin: object) -> object:
    return value
