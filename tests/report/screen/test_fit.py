import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecdcalc import assess
from ecdcalc.report.screen.box import width_of
from ecdcalc.report.screen.fit import LEAST, fitted
from ecdcalc.report.tables import sections
from ecdcalc.words.labels import word


def test_the_unit_of_a_column_goes_into_its_head():
    table, left_out = fitted(["name", "energy"], [["a", "1,200 tce"], ["b", "–"], ["c", "-3.5 tce"]], 80, "en")
    assert table.splitlines()[0].split("  ") == ["name", "energy, tce"] and not left_out
    assert "1,200 tce" not in table and "-3.5" in table
    table, _ = fitted(["energy"], [["1 tce"], ["2 kWh"]], 80, "en")
    assert "1 tce" in table and "energy," not in table


def test_columns_are_left_out_in_the_stated_order():
    heads = [word(name, "en") for name in ("target", "clause", "name", "edition", "gap")]
    row = ["T1", "clause-of-some-length", "a name", "2025-edition-long", "12.5 kgce/t"]
    table, left_out = fitted(heads, [row], 40, "en")
    assert left_out == ["clause"] and "2025-edition-" in table
    assert fitted(heads, [row], 25, "en")[1] == ["clause", "edition"]
    assert fitted(["a", "b"], [["x" * 30, "y" * 30]], 40, "en")[1] == [
        "b"
    ]  # what is not in the list goes from the right
    assert len(set(LEAST)) == len(LEAST) and all(word(name, "zh") != name for name in LEAST)


def test_rows_may_be_shorter_than_the_head():
    table, _ = fitted(["name", "a", "b"], [["x", "1", "2"], ["y", "lacks what it needs"]], 80, "en")
    assert table.splitlines()[-1] == "y     lacks what it needs"


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_tables_of_a_plant_keep_to_80_columns(coking, lang):
    for section in sections(assess(coking).to_dict(lang), lang):
        if section.rows:
            table, left_out = fitted(section.headers, section.rows, 80, lang)
            assert max(map(width_of, table.splitlines())) <= 80, section.title
            assert len(left_out) < len(section.headers) - 1


@given(st.lists(st.text(alphabet="ab 焦炉，。-/", max_size=40), min_size=3, max_size=3), st.integers(40, 120))
def test_what_stays_in_a_table_keeps_all_its_letters(cells, width):
    table, left_out = fitted(["x", "y", "z"], [cells], width, "en")
    body = "".join("".join(line.split()) for line in table.splitlines()[2:])
    kept = [cell for cell, head in zip(cells, "xyz", strict=True) if head not in left_out]
    assert sorted(body) == sorted("".join("".join(cell.split()) for cell in kept))
