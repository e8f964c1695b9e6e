import pytest
from wcwidth import wcswidth

from ecdcalc.report.section import Section
from ecdcalc.report.setting import csv_text, escaped, markdown_blocks, pair, text_blocks, text_table


def test_wide_characters_count_for_two():
    lines = text_table(["名称", "b"], [["焦炉", "1"], ["ab", "2"]]).splitlines()
    assert len({wcswidth(line[: line.rindex(line.split()[-1])]) for line in (lines[0], *lines[2:])}) == 1


@pytest.mark.parametrize("text", ["=1+1", "+1", "-cmd", "@x"])
def test_no_spreadsheet_takes_text_for_a_formula(text):
    assert escaped(text) == f"'{text}"
    assert escaped(-1.5) == -1.5
    assert csv_text(("a",), [(text,)]) == f"a\n'{text}\n"


def test_sections_are_set_with_title_table_and_notes():
    section = Section("T", ["a"], [["x | y"]], ["# n"])
    table, notes = text_blocks([section])
    assert table.splitlines()[0] == "T" and "x | y" in table and notes == "# n"
    title, table, notes = markdown_blocks([section])
    assert (title, notes) == ("## T", "\\# n") and "x \\| y" in table
    assert [*text_blocks([Section("T", ["a"], [])])] == ["T"]


def test_a_pair_of_nothing_is_blank():
    assert pair(None) == ("", "") and pair({"value": 2.5, "unit": "t"}) == (2.5, "t")
