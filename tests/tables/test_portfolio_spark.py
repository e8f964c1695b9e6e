"""The same call on a Spark frame gives what Polars gives; skipped, and says so, without PySpark or Java."""

import shutil
import warnings

import polars
import pytest

from ecdcalc.tables.invented import invented
from ecdcalc.tables.portfolio import portfolio

pyspark = pytest.importorskip("pyspark", reason="PySpark is not installed: pip install pyspark")
if not shutil.which("java"):
    pytest.skip("PySpark needs Java, which this machine does not have", allow_module_level=True)

OPTIONS = {"sector": "coking", "process": "battery", "year": 2025, "grid_year": 2023}


@pytest.fixture(scope="module")
def spark():
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false")
    session = builder.config("spark.sql.shuffle.partitions", "1").getOrCreate()
    yield session
    session.stop()


@pytest.mark.filterwarnings("ignore")
def test_spark_gives_what_polars_gives(spark, tmp_path):
    frame = invented("coking", "battery", 20)
    bad = polars.when(polars.int_range(polars.len()) == 3).then(-1.0).otherwise(polars.col("coke [t]"))
    frame = frame.with_columns(bad.alias("coke [t]"))
    frame.write_parquet(tmp_path / "plants.parquet")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = portfolio(spark.read.parquet(str(tmp_path / "plants.parquet")), **OPTIONS)
        rows = {row["name"]: row.asDict() for row in found.results.collect()}
        rejects = [row.asDict() for row in found.rejects.collect()]
    wanted = portfolio(frame, **OPTIONS)
    assert [row["reason"] for row in rejects] == wanted.rejects["reason"].to_list()
    assert len(rows) == 19
    for row in wanted.results.iter_rows(named=True):
        for name, value in row.items():
            other = rows[row["name"]][name]
            assert other == (pytest.approx(value, rel=1e-12) if isinstance(value, float) else value), name
