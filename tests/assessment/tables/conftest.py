"""Tables that several tests read."""

import polars
import pytest

from ecdcalc.assessment.tables.batch import Batch
from ecdcalc.assessment.tables.invented import invented
from ecdcalc.assessment.tables.portfolio import portfolio

OPTIONS = {"sector": "coking", "process": "battery", "year": 2025, "grid_year": 2023}


@pytest.fixture
def batch():
    """What makes a run in parts of 100 rows."""

    def make(folder, source, **changes):
        options = {"size": 100, "options": OPTIONS, "output": folder / "out.parquet",
                   "rejects": folder / "out.rejects.csv"}  # fmt: skip
        return Batch(source=str(source), **{**options, **changes})

    return make


@pytest.fixture(scope="session")
def thousand():
    """A thousand batteries that break no law, one in seven with less than no coke."""
    frame = invented("coking", "battery", 1400)
    frame = portfolio(frame, **OPTIONS).results.select(frame.columns).head(1000)
    bad = polars.when(polars.int_range(polars.len()) % 7 == 3).then(-1.0).otherwise(polars.col("coke [t]"))
    return frame.with_columns(bad.alias("coke [t]"))


@pytest.fixture
def plants(thousand, tmp_path):
    """The same as a file."""
    path = tmp_path / "plants.parquet"
    thousand.write_parquet(path)
    return path
