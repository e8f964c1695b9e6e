from ecdcalc.report.page.parts import Cell, Part, cell, listed, plain, table_of
from ecdcalc.report.section import Section


def test_a_cell_of_a_number_knows_its_place():
    assert cell({"value": 1234.5, "unit": "t"}, "totals.a", "en", "tree") == Cell(
        "1,234.5 t", 1234.5, "totals.a", "tree"
    )
    assert cell(None, "totals.a", "en") == Cell("–")


def test_text_is_on_one_line_without_what_turns_it():
    assert plain("a\nb\u202ec", 3) == [Cell("a bc"), Cell("3")]


def test_sections_become_tables():
    table = table_of(Section("T", ["a"], [("x",)], ["n"]))
    assert (table.caption, table.headers, table.rows, table.notes) == ("T", ["a"], [[Cell("x")]], ["n"])


def test_a_sum_and_its_parts():
    assert listed("5 t", ["2 t", "3 t"]) == "5 t\n├── 2 t\n└── 3 t"


def test_a_part_without_anything_is_left_out():
    assert not Part("a", "A").filled
