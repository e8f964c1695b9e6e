"""Sheets hold every digit and every sign, whoever reads them."""

import math
import random
import struct
import zipfile

import polars
import pytest

from ecdcalc.assessment.tables import sheet
from ecdcalc.assessment.tables.sheet import write_sheet

WORDS = ["a & b", "<c>", "", "  wide  ", "焦化", "two\nlines", 'say "x"', "_x0041_ not", "-1", None]
DICE = random.Random(7)
NUMBERS = [struct.unpack("<d", DICE.randbytes(8))[0] for _ in range(300)]
FRAME = polars.DataFrame(
    {
        "a [t & <kg>]": [each for each in NUMBERS if math.isfinite(each) and 1e-290 < abs(each) < 1e290][:270],
        "whole": range(270),
        "words": [WORDS[n % len(WORDS)] for n in range(270)],
        "yes": [(True, False, None)[n % 3] for n in range(270)],
        "empty": polars.Series([None] * 270, dtype=polars.Float64),
    }
)


@pytest.fixture
def path(tmp_path, monkeypatch):
    monkeypatch.setattr(sheet, "_ROWS", 100)
    write_sheet(FRAME.lazy(), tmp_path / "out.xlsx")
    return tmp_path / "out.xlsx"


def test_openpyxl_reads_every_digit_and_word(path):
    openpyxl = pytest.importorskip("openpyxl")
    header, *rows = openpyxl.load_workbook(path).active.iter_rows(values_only=True)
    assert list(header) == FRAME.columns
    assert [row[0] for row in rows] == FRAME["a [t & <kg>]"].to_list()
    assert [row[1] for row in rows] == FRAME["whole"].to_list()
    assert [row[2] or None for row in rows] == [each or None for each in FRAME["words"]]
    assert [row[3] for row in rows] == FRAME["yes"].to_list()
    assert all(row[4] is None for row in rows)


def test_the_reader_of_tables_reads_them_too(path):
    pytest.importorskip("fastexcel")
    found = polars.read_excel(path, infer_schema_length=None)
    assert found["a [t & <kg>]"].to_list() == FRAME["a [t & <kg>]"].to_list()


def test_signs_that_xml_forbids_and_what_is_no_number(tmp_path):
    frame = polars.DataFrame({"a\x01": ["b\x07c\ufffe"], "n": [math.inf], "m": [math.nan]})
    write_sheet(frame.lazy(), tmp_path / "out.xlsx")
    with zipfile.ZipFile(tmp_path / "out.xlsx") as book:
        text = book.read("xl/worksheets/sheet1.xml").decode()
    assert "a\ufffd" in text and "b\ufffdc\ufffd" in text
    assert "inf" not in text.lower() and "nan" not in text.lower()


def test_a_table_without_rows(tmp_path):
    write_sheet(FRAME.clear().lazy(), tmp_path / "out.xlsx")
    assert polars.read_excel(tmp_path / "out.xlsx").columns == FRAME.columns


def test_a_sheet_may_have_a_title(tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    write_sheet(FRAME.lazy(), tmp_path / "out.xlsx", "结果 & 更多")
    assert openpyxl.load_workbook(tmp_path / "out.xlsx").sheetnames == ["结果 & 更多"]
