"""One partition of a table in Spark, against Polars on its rows; says so where PySpark or Java is not there."""

from __future__ import annotations

import importlib.util
import os
import shutil
import statistics
import sys
import time
from collections.abc import Callable, Iterator

import narwhals

from benchmarks.portfolio import OPTIONS, plants
from benchmarks.timing import Line, ratio_line
from ecdcalc.assessment.tables.portfolio import Rows, portfolio


def lines(quick: bool) -> Iterator[Line]:
    rows = 10_000 if quick else 100_000
    what, against = f"one partition of {rows:,} rows in Spark (`mapInArrow`)", "Polars on its rows, program and all"
    lacking = [name for name, there in (("PySpark", importlib.util.find_spec("pyspark")), ("Java", shutil.which("java")))
               if not there]  # fmt: skip
    if lacking:
        yield Line(what, f"not measured: no {' and no '.join(lacking)}", "≤ 3", against)
        return
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    session = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
    try:
        frame = plants(rows)
        held = session.createDataFrame(frame.to_arrow()).coalesce(1).cache()
        held.count()

        def in_spark() -> None:
            portfolio(held, **OPTIONS).results.write.format("noop").mode("overwrite").save()

        def in_polars() -> None:
            Rows(OPTIONS).assess(narwhals.from_native(frame))

        rounds = 1 if quick else 5
        in_spark(), in_polars()
        found = statistics.median(_clock(in_spark) / _clock(in_polars) for _ in range(rounds))
        yield ratio_line(what, found, "≤ 3", f"{against}; by the clock")
    finally:
        session.stop()


def _clock(run: Callable[[], None]) -> float:
    """Return seconds by the clock: Spark computes in processes that do not end here."""
    start = time.perf_counter()
    run()
    return time.perf_counter() - start
