import polars
import pytest

from ecdcalc.read.csv_file import Ragged, csv_to_arrow, read_ragged, write_ragged
from ecdcalc.read.table import units_of
from ecdcalc.words.errors import InputError

KEY = "ecdcalc.units"


def test_cells_are_text_and_empty_ones_null(tmp_path):
    (tmp_path / "a.csv").write_text('name,coke\n"a, b",1e3\n"two\nlines",\n', encoding="utf-8")
    assert csv_to_arrow(tmp_path / "a.csv", tmp_path / "a.arrow", False, KEY) == []
    assert polars.read_ipc(tmp_path / "a.arrow").rows() == [("a, b", "1e3"), ("two\nlines", None)]


def test_units_under_the_header_are_no_row(tmp_path):
    (tmp_path / "a.csv").write_bytes("名称,产量\n,万t\n甲,1\n乙\n".encode("gb18030"))
    ragged = csv_to_arrow(tmp_path / "a.csv", tmp_path / "a.arrow", True, KEY)
    assert [(each.row, each.cells, each.width) for each in ragged] == [(2, 1, 2)]
    assert polars.read_ipc(tmp_path / "a.arrow").rows() == [("甲", "1")]
    assert units_of(tmp_path / "a.arrow") == {"产量": "万t"}


def test_what_is_neither_utf_8_nor_gb18030_is_refused(tmp_path):
    (tmp_path / "a.csv").write_bytes(b"a,b\n\xff\xff,1\n")
    with pytest.raises(InputError, match="UTF-8"):
        csv_to_arrow(tmp_path / "a.csv", tmp_path / "a.arrow", False, KEY)


def test_ragged_rows_are_kept_and_say_why(tmp_path):
    rows = [Ragged(3, 2, 4, "60,湿"), Ragged(9, 5, 4, '"a\nb",1,2,3,4')]
    write_ragged(tmp_path / "ragged.json", rows)
    assert [*read_ragged(tmp_path / "ragged.json")] == rows
    assert rows[0].problem.say("zh") == "该行有 2 个单元格，表头有 4 个"
