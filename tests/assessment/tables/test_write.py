import os

import polars
import pytest

from ecdcalc.assessment.tables import write
from ecdcalc.assessment.tables.write import check_target, write_table
from ecdcalc.read.table import units_of
from ecdcalc.words.errors import InputError

FRAME = polars.LazyFrame({"name": ["=1+1", "-5", "plain"], "saved.energy [tce]": [1.0, None, -2.5]})


@pytest.mark.parametrize("kind", ["parquet", "csv", "xlsx"])
def test_what_is_written_is_read_again(tmp_path, kind):
    target = tmp_path / f"out.{kind}"
    write_table(FRAME, target, target)
    read = getattr(polars, f"read_{kind.replace('xlsx', 'excel')}")(target)
    assert read["saved.energy [tce]"].to_list() == [1.0, None, -2.5]
    safe = "=1+1" if kind == "parquet" else "'=1+1"
    assert read["name"].to_list() == [safe, "-5", "plain"]


def test_units_are_in_the_metadata_of_a_parquet_file(tmp_path):
    from pyarrow import parquet

    write_table(FRAME, tmp_path / "out.parquet", tmp_path / "out.parquet")
    assert units_of(tmp_path / "out.parquet") == {"saved.energy [tce]": "tce"}
    assert parquet.read_schema(tmp_path / "out.parquet").field(1).metadata == {b"unit": b"tce"}


def test_a_sheet_has_an_end(tmp_path, monkeypatch):
    monkeypatch.setattr(write, "_SHEET", 2)
    with pytest.raises(InputError, match="3 rows do not fit"):
        write_table(FRAME, tmp_path / "draft", tmp_path / "out.xlsx")


def test_all_that_is_wrong_with_the_names_is_told(tmp_path):
    with pytest.raises(InputError) as error:
        check_target(tmp_path / "out.json", tmp_path / "none" / "out.csv")
    assert len(error.value.problems) == 2


def test_what_is_no_file_is_not_written_over(tmp_path):
    folder, pipe = tmp_path / "out.csv", tmp_path / "pipe.csv"
    folder.mkdir()
    os.mkfifo(pipe)
    with pytest.raises(InputError) as refused:
        check_target(folder, pipe, tmp_path / "new.csv")
    assert [(each.place, each.key) for each in refused.value.problems] == [
        (str(folder), "output-directory"), (str(pipe), "output-not-plain"),
    ]  # fmt: skip
