import pytest

from ecdcalc.report.screen.box import PLAIN, TONES, Line, boxed, cut, listed, width_of, wrapped


def test_wide_characters_take_two_columns():
    assert width_of("焦炉 1#") == 7
    assert cut("焦炉煤气", 5) == "焦炉…" and cut("焦炉", 4) == "焦炉"


@pytest.mark.parametrize("width", [7, 12, 30])
def test_lines_keep_to_the_width_and_lose_nothing(width):
    text = "改造 7.8、关停 43.9，其余不变 a-b/c words"
    lines = wrapped(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(width_of(line) <= width for line in lines)
    assert not [line for line in lines if line[:1] in "，、"]


def test_a_number_keeps_its_unit():
    assert wrapped("reached 17.18 % of it", 14) == ["reached", "17.18 % of it"]
    assert wrapped("value 1,234.5 kgce/t", 10) == ["value", "1,234.5 kgce/t"]


def test_the_box_has_labels_in_a_column_and_cuts_what_is_long():
    text = boxed(["head"], [Line("a", "x"), Line("标签", "word " * 40, most=2)], width=30)
    lines = text.splitlines()
    assert lines[:3] == ["head", "─" * 30, "a     x"]
    assert lines[3].startswith("标签  word") and lines[4].startswith("      word") and lines[4].endswith("…")
    assert len(lines) == 5


def test_colour_is_marked_only_where_it_is_asked_for():
    line = Line("a", "x\x1b[31m", "bad")
    assert PLAIN not in boxed(["h"], [line])
    marked = boxed(["h"], [line], colour=True)
    assert f"{TONES['bad']}x[31m{PLAIN}" in marked and "\x1b" not in marked


def test_markdown_has_the_same_order_and_no_markup_from_outside():
    assert listed([Line("a", "x | y"), Line("", "<b>")]) == "- **a** x \\| y\n  - &lt;b>"
    assert listed([Line("  of it", "x")]) == "- **of it** x"  # with a blank behind its stars nothing is bold
