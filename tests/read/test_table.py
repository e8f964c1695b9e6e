import polars
import pytest

from ecdcalc.errors import InputError
from ecdcalc.read.table import Mapped, find_files, open_table, read_mapping


def test_a_mapping_renames_and_gives_units(tmp_path):
    file = tmp_path / "columns.toml"
    file.write_text('[columns]\n"产量" = "coke"\n[units]\ncoke = "万t"\n', encoding="utf-8")
    assert read_mapping(file).header("产量") == "coke [万t]"
    assert Mapped().header("other") == "other"


def test_parts_cover_every_row_once(tmp_path):
    for number in range(2):
        polars.DataFrame({"a": list(range(number * 5, number * 5 + 5))}).write_parquet(tmp_path / f"{number}.parquet")
    source = open_table(str(tmp_path), tmp_path / "work")
    assert source.rows == 10
    parts = [(first, part.collect()["a"].to_list()) for _, first, part in source.parts(3)]
    assert [first for first, _ in parts] == [0, 3, 5, 8]
    assert [each for _, rows in parts for each in rows] == list(range(10))


def test_files_with_other_columns_are_refused(tmp_path):
    polars.DataFrame({"a": [1]}).write_parquet(tmp_path / "0.parquet")
    polars.DataFrame({"b": [1]}).write_parquet(tmp_path / "1.parquet")
    with pytest.raises(InputError, match="columns"):
        open_table(str(tmp_path), tmp_path / "work")


def test_a_name_without_files_is_told(tmp_path):
    with pytest.raises(InputError, match="parquet"):
        find_files(str(tmp_path / "*.parquet"))
