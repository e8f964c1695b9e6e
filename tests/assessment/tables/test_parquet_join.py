"""Files of Parquet joined without decoding them: two readers that know nothing of it find all rows, in order."""

from __future__ import annotations

import polars
import pyarrow
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal
from pyarrow import parquet

from ecdcalc.assessment.tables.parquet_join import join_parquet
from ecdcalc.assessment.tables.write import write_parquet

_KINDS = {"name": polars.String, "coke [t]": polars.Float64, "row": polars.Int64, "new": polars.Boolean}
_CELLS = st.tuples(
    st.none() | st.text(max_size=9), st.none() | st.floats(allow_nan=False), st.none() | st.integers(-9, 9), st.booleans()
)  # fmt: skip


def _frame(rows):
    return polars.DataFrame(rows, schema=_KINDS, orient="row")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=30)
@given(tables=st.lists(st.lists(_CELLS, max_size=5), min_size=1, max_size=20))
def test_joined_rows_are_those_of_the_parts(tables, tmp_path):
    parts = [tmp_path / f"{number}.parquet" for number in range(len(tables))]
    for rows, path in zip(tables, parts, strict=True):
        write_parquet(_frame(rows).lazy(), path, "zstd")
    whole = tmp_path / "whole"
    join_parquet(parts, whole)
    wanted = polars.concat([_frame(rows) for rows in tables])
    assert_frame_equal(polars.read_parquet(whole, glob=False), wanted)
    found = parquet.read_table(whole)
    assert found.to_pylist() == wanted.to_dicts()
    assert found.schema.field("coke [t]").metadata[b"unit"] == b"t"


def test_a_part_alone_is_the_file_to_the_byte(tmp_path):
    one, whole = tmp_path / "one.parquet", tmp_path / "whole.parquet"
    write_parquet(_frame([("a", 1.0, 1, True)]).lazy(), one, "zstd")
    join_parquet([one], whole)
    assert whole.read_bytes() == one.read_bytes()


def test_every_place_of_a_footer_moves(tmp_path):
    """Dictionaries, statistics and the index of pages, as another writer has them, over several row groups."""
    parts = [tmp_path / f"{number}.parquet" for number in range(3)]
    tables = [
        pyarrow.table({"word": [f"w{number}", None, "x"] * 400, "some": [[1.5, number], [], None] * 400})
        for number in range(3)
    ]
    for table, path in zip(tables, parts, strict=True):
        parquet.write_table(table, path, row_group_size=500, write_page_index=True, data_page_size=64)
    whole = tmp_path / "whole.parquet"
    join_parquet(parts, whole)
    file = parquet.ParquetFile(whole)
    assert file.metadata.num_row_groups == 9
    assert file.read().equals(pyarrow.concat_tables(tables))
    for number in range(9):
        told = file.metadata.row_group(number)
        assert [told.column(0).statistics.min, told.num_rows] == [f"w{number // 3}", 200 if number % 3 == 2 else 500]
        rows = tables[number // 3].slice(number % 3 * 500, 500)
        assert file.read_row_group(number).equals(rows)
    found = polars.scan_parquet(whole).filter(polars.col("word") == "w1").collect()
    assert found.height == 400


def test_files_of_other_columns_are_refused(tmp_path):
    one, other = tmp_path / "one.parquet", tmp_path / "other.parquet"
    polars.DataFrame({"a": [1]}).write_parquet(one)
    polars.DataFrame({"b": [1]}).write_parquet(other)
    with pytest.raises(ValueError, match=r"other\.parquet: other columns"):
        join_parquet([one, other], tmp_path / "whole.parquet")
