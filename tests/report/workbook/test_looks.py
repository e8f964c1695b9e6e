import pytest

from ecdcalc.report.workbook.looks import as_typed, figures, fitting


@pytest.mark.parametrize(
    ("value", "result", "typed"),
    [
        (0.0, "#,##0.00##_0", "General_0"),
        (60.0, "#,##0.00##_0", "General_0"),
        (29307.6, "#,##0.00_0", "General_0"),
        (-1839887.28, "#,##0_0", "#,##0_0"),
        (2.1e9, "#,##0_0", "#,##0_0"),
        (0.0254, "0.00####_0", "General_0"),
        (11 / 3, "#,##0.00##_0", "#,##0.00##_0"),
        (1e-7, "0.00E+00_0", "General_0"),
    ],
)
def test_a_number_is_shown_with_the_figures_that_it_deserves(value, result, typed):
    assert (figures(value), as_typed(value)) == (result, typed)


def test_no_format_shows_a_point_with_nothing_behind_it():
    """Excel shows 60 in the form `#,##0.###` as "60."."""
    found = {act(sign * 10.0**power * by) for act in (figures, as_typed) for sign in (1, -1)
             for power in range(-9, 12) for by in (1, 1.23456789)}  # fmt: skip
    assert not [each for each in found if ".#" in each]


def test_a_column_is_as_wide_as_its_texts_up_to_what_a_screen_has_room_for():
    assert fitting("值", ["综合能耗"], 4) == 10
    assert fitting("a head", [], 20) == 20
    assert fitting("h", ["x" * 200]) == 50
    assert fitting("h" * 100, ["x"]) == 30
