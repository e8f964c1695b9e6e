import datetime

import polars
import pytest

from ecdcalc.read.table import Mapped, broken, find_files, open_table, read_mapping
from ecdcalc.words.errors import InputError


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
    parts = list(source.parts(3))
    assert [part.number for part in parts] == [0, 1, 2, 3]
    assert [each for part in parts for each in part.rows] == list(range(1, 11))
    assert [each for part in parts for each in part.frame.collect()["a"]] == list(range(10))


def test_row_numbers_count_the_rows_that_are_no_rows(tmp_path):
    (tmp_path / "0.csv").write_text("a,b\n1\n2,2\n3,3\n4,4,4\n5,5,5\n6,6\n", encoding="utf-8")
    (tmp_path / "1.csv").write_text('a,b\n"7\n7",\n8\n', encoding="utf-8")
    (tmp_path / "work").mkdir()
    source = open_table(str(tmp_path / "*.csv"), tmp_path / "work")
    assert source.rows == 8
    assert [row for row, _ in source.ragged] == [1, 4, 5, 8]
    rows = {
        int(row): cell
        for part in source.parts(2)
        for row, cell in zip(part.rows, part.frame.collect()["a"], strict=True)
    }
    assert rows == {2: "2", 3: "3", 6: "6", 7: "7\n7"}


def test_files_with_other_columns_are_refused(tmp_path):
    polars.DataFrame({"a": [1]}).write_parquet(tmp_path / "0.parquet")
    polars.DataFrame({"b": [1]}).write_parquet(tmp_path / "1.parquet")
    with pytest.raises(InputError, match="columns"):
        open_table(str(tmp_path), tmp_path / "work")


def test_a_name_without_files_is_told(tmp_path):
    with pytest.raises(InputError, match="parquet"):
        find_files(str(tmp_path / "*.parquet"))


def test_a_number_of_a_sheet_keeps_every_digit_and_text_its_signs(tmp_path):
    xlsxwriter = pytest.importorskip("xlsxwriter")
    pytest.importorskip("fastexcel")
    book = xlsxwriter.Workbook(tmp_path / "in.xlsx")
    sheet = book.add_worksheet()
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    sheet.write_row(0, 0, ["number", "id", "day", "mixed", "yes"])
    for row, (number, mixed) in enumerate([(1 / 3, 1e-7 / 3), (2.5e17 / 3, "abc"), (5, None)], 1):
        sheet.write_number(row, 0, number)
        sheet.write_string(row, 1, "007")
        sheet.write_datetime(row, 2, datetime.datetime(2023, 9, 30), day)
        sheet.write(row, 3, mixed)
        sheet.write_boolean(row, 4, row == 1)
    book.close()
    found = open_table(str(tmp_path / "in.xlsx"), tmp_path).whole.collect()
    assert [float(each) for each in found["number"]] == [float(f"{each:.16G}") for each in (1 / 3, 2.5e17 / 3, 5.0)]
    assert float(found["mixed"][0]) == float(f"{1e-7 / 3:.16G}")  # xlsxwriter writes no more
    assert found["mixed"].to_list()[1:] == ["abc", None]
    assert found["id"].to_list() == ["007"] * 3
    assert found["day"][0].startswith("2023-09-30") and found["yes"].to_list() == ["true", "false", "false"]


def test_what_a_row_says_of_itself_may_be_in_words(tmp_path):
    (tmp_path / "a.csv").write_text("名称,行业,工序,年份,省份,措施\n甲,焦化,焦炉,2025,山西,干熄焦\n", encoding="utf-8")
    (tmp_path / "work").mkdir()
    headers = open_table(str(tmp_path / "a.csv"), tmp_path / "work").headers
    assert list(headers.values()) == ["名称", "sector", "process", "year", "province", "measure"]
    (tmp_path / "others").mkdir()
    (tmp_path / "b.csv").write_text("措施,measure\n干熄焦的说明,coke-dry-quenching\n", encoding="utf-8")
    assert list(open_table(str(tmp_path / "b.csv"), tmp_path / "others").headers.values()) == ["措施", "measure"]


def test_a_table_of_another_kind_names_those_that_are_read(tmp_path):
    (tmp_path / "in.txt").write_text("a\n1\n", encoding="utf-8")
    with pytest.raises(InputError) as refused:
        open_table(str(tmp_path / "in.txt"), tmp_path)
    assert [each.key for each in refused.value.problems] == ["table-kind"] and ".parquet" in refused.value.say("en")


def test_a_run_that_goes_on_reads_what_was_made_of_the_file(tmp_path):
    """The file is brought to Arrow once; rows that were none are known again too."""
    source, work = tmp_path / "in.csv", tmp_path / "work"
    work.mkdir()
    source.write_text("a,b\n1,2\n3\n", encoding="utf-8")
    first = open_table(str(source), work)
    source.write_text("a,b\n8,9\n", encoding="utf-8")
    again = open_table(str(source), work)
    assert again.rows == first.rows == 2
    assert [row for row, _ in again.ragged] == [row for row, _ in first.ragged] == [2]
    assert again.whole.collect()["a"].to_list() == ["1"]


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (OSError("No space left on device (os error 28)"), "磁盘"),
        (OSError("File too large (os error 27)"), "磁盘"),
        (OSError("No such file or directory: x"), "No such file"),
        (ValueError("bad magic\nbytes"), "bad magic"),
        (ValueError(), "ValueError()"),
    ],
)
def test_what_the_readers_of_tables_say_is_told(error, says):
    said = broken("in.parquet", error).say("zh")
    assert says in said and said.startswith("in.parquet") and "bytes" not in said
