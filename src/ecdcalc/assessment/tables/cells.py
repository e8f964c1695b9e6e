"""Numbers that a table holds as text, read once: the pattern of a number is asked only where the engine reads none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import narwhals as nw
import polars

from ecdcalc.numbers.text_numbers import as_written


def with_numbers(frame: polars.DataFrame, texts: Mapping[str, str]) -> polars.DataFrame:
    """Return the frame with its columns of text (name: name as numbers) as numbers beside them, null where none is.

    What the engine reads as a finite number is one by the pattern too. The rest is read by the pattern: blanks,
    thousands, signs, and words such as "inf", which the engine takes for a number and a plant does not have.
    """
    if not texts:
        return frame
    found = frame.select(
        polars.col(text).cast(polars.Float64, strict=False).alias(name) for text, name in texts.items()
    )
    odd = (
        frame.select(*texts)
        .hstack(found)
        .select(
            (polars.col(text).is_not_null() & ~polars.col(name).is_finite().fill_null(False)).alias(name)
            for text, name in texts.items()
        )
    )
    some = [name for name, holds in odd.select(polars.all().any()).row(0, named=True).items() if holds]
    return frame.hstack([_read(frame[text], found[name], odd[name]) if name in some else found[name]
                         for text, name in texts.items()])  # fmt: skip


def _read(text: polars.Series, found: polars.Series, odd: polars.Series) -> polars.Series:
    """Return the numbers with those of the odd cells read by the pattern."""
    cells: Any = nw.from_native(text.filter(odd).alias("cell").to_frame())
    slow = cells.select(as_written(nw.col("cell")).cast(nw.Float64)).to_native()["cell"]
    return found.scatter(odd.arg_true(), slow)
