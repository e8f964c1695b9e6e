"""A proved formula on a Polars frame, against the same arithmetic by hand and against pint row by row."""

from __future__ import annotations

from collections.abc import Iterator

import narwhals
import numpy
import polars

from benchmarks.timing import Line, ratio, ratio_line, seconds
from ecdcalc.model.parts.stacks import at_reference_oxygen
from ecdcalc.testing import quantity

ROWS = 1_000_000
NAMES = ("concentration", "oxygen", "reference_oxygen", "oxygen_in_air")


def lines(quick: bool) -> Iterator[Line]:
    rows = ROWS // 10 if quick else ROWS
    frame = _frame(rows)
    ours = at_reference_oxygen(**{name: narwhals.col(name) for name in NAMES})
    c, o, r, a = (polars.col(name) for name in NAMES)
    by_hand = c * (a - r) / (a - o)

    def with_formula():
        return narwhals.from_native(frame).with_columns(result=ours)

    def with_polars():
        return frame.with_columns(result=by_hand)

    assert with_formula()["result"].to_list()[:100] == with_polars()["result"].to_list()[:100]
    rounds = 5 if quick else 41
    yield ratio_line(
        f"a formula on {rows:,} rows", ratio(with_formula, with_polars, rounds), "≤ 1.3", "the arithmetic in Polars"
    )
    arrays = {name: quantity(frame[name].to_numpy(), at_reference_oxygen.inputs[name]) for name in NAMES}
    by_arrays = ratio(lambda: at_reference_oxygen(**arrays), with_formula, rounds)
    yield ratio_line("pint on arrays of NumPy", by_arrays, "", "the formula on the frame")
    sample = 200
    one_by_one = seconds(lambda: _pint(frame.head(sample))) / sample * rows
    yield ratio_line(
        f"pint row by row ({sample} rows, scaled)",
        one_by_one / seconds(with_formula),
        "",
        "the formula on the frame; nobody who knows pint would",
    )


def _frame(rows: int) -> polars.DataFrame:
    dice = numpy.random.default_rng(1)
    ends = {
        "concentration": (1e-5, 1e-3),
        "oxygen": (0.03, 0.18),
        "reference_oxygen": (0.05, 0.1),
        "oxygen_in_air": (0.21, 0.21),
    }
    return polars.DataFrame({name: dice.uniform(*ends[name], rows) for name in NAMES})


def _pint(frame: polars.DataFrame) -> list[object]:
    inputs = at_reference_oxygen.inputs
    return [
        at_reference_oxygen(**{name: quantity(row[name], inputs[name]) for name in NAMES}) for row in frame.to_dicts()
    ]
