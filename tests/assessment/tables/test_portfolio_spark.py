"""The same call on a Spark frame gives what Polars gives; skipped, and says so, without PySpark or Java."""

import re
import shutil
import warnings

import polars
import pytest

from ecdcalc.assessment.tables.invented import invented
from ecdcalc.assessment.tables.portfolio import portfolio
from ecdcalc.words.errors import InputError

pyspark = pytest.importorskip("pyspark", reason="PySpark is not installed: pip install pyspark")
if not shutil.which("java"):
    pytest.skip("PySpark needs Java, which this machine does not have", allow_module_level=True)

WORDS = {"year": 2025, "grid_year": 2023, "plan": "yuncheng-14fyp"}


@pytest.fixture(scope="module")
def spark():
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false")
    session = builder.config("spark.sql.shuffle.partitions", "1").getOrCreate()
    yield session
    session.stop()


def table(sector, process, rows):
    """Return invented rows, one of which cannot be used, with a state after and the words that say what they are."""
    frame = invented(sector, process, rows)
    first = next(name for name in frame.columns if name.endswith("[t]"))
    bad = polars.when(polars.int_range(polars.len()) == 3).then(-1.0).otherwise(polars.col(first))
    power = next(name for name in frame.columns if name.startswith("energy.electricity"))
    after = (polars.col(power) * 0.9).alias(f"reporting.{power}")
    words = (polars.lit(word).alias(name) for name, word in (("sector", sector), ("process", process)))
    return frame.with_columns(bad.alias(first), after, *words, name=polars.lit(f"{process} ") + polars.col("name"))


def said(reason):
    """Return the words of a reason and its numbers, which each engine writes in its own way."""
    pattern = r"\d+\.\d+(?:E\d+)?"
    return re.split(pattern, reason), [float(f"{float(each):.12g}") for each in re.findall(pattern, reason)]


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("native", [False, True])
@pytest.mark.parametrize("mixed", [False, True])
def test_spark_gives_what_polars_gives(spark, tmp_path, mixed, native):
    frame = table("coking", "battery", 20)
    if mixed:
        frame = polars.concat([frame, table("nonferrous", "aluminium", 10)], how="diagonal_relaxed")
    frame.write_parquet(tmp_path / "plants.parquet")
    wanted = portfolio(frame, **WORDS)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = portfolio(spark.read.parquet(str(tmp_path / "plants.parquet")), native=native, **WORDS)
        rows = {row["name"]: row.asDict() for row in found.results.collect()}
        rejects = {row["name"]: row["reason"] for row in found.rejects.collect()}
    assert {name: said(reason) for name, reason in rejects.items()} == {
        name: said(reason) for name, reason in wanted.rejects.select("name", "reason").rows()
    }
    assert rejects
    assert len(rows) == wanted.results.height == frame.height - len(rejects)
    for row in wanted.results.iter_rows(named=True):
        for name, value in row.items():
            other = rows[row["name"]][name]
            assert other == (pytest.approx(value, rel=1e-12) if isinstance(value, float) else value), name


@pytest.mark.filterwarnings("ignore")
def test_what_spark_cannot_look_up_is_refused(spark, tmp_path):
    invented("equipment", "boiler", 5).write_parquet(tmp_path / "boilers.parquet")
    with pytest.raises(InputError, match="pyspark cannot look up"):
        portfolio(
            spark.read.parquet(str(tmp_path / "boilers.parquet")),
            sector="equipment", process="boiler", native=True, **WORDS,
        )  # fmt: skip


@pytest.mark.filterwarnings("ignore")
def test_steam_is_looked_up_in_each_partition(spark, tmp_path):
    frame = invented("equipment", "boiler", 5)
    frame.write_parquet(tmp_path / "boilers.parquet")
    words = {"sector": "equipment", "process": "boiler", **WORDS}
    wanted = portfolio(frame, **words).results
    found = portfolio(spark.read.parquet(str(tmp_path / "boilers.parquet")), **words).results
    rows = {row["name"]: row.asDict() for row in found.collect()}
    assert rows == {row["name"]: row for row in wanted.iter_rows(named=True)}
