from ecdcalc.report.screen.box import PLAIN, Line
from ecdcalc.report.screen.view import WHOLE, View, as_text
from ecdcalc.report.section import Section

SECTIONS = [Section("Tables", ["a"], [["x" * 100]], ["note"]), Section("From where", ["b"], [["y"]], is_sources=True)]
ANSWER = [Line("saved", "5 t", "good")]


def shown(view):
    return as_text(["head"], ANSWER, SECTIONS, view, "en")


def test_what_is_asked_for_is_shown():
    assert "Tables" not in shown(View(False, False, 80)) and "--details" in shown(View(False, False, 80))
    assert "note" in shown(View(True, False, 80)) and "From where" not in shown(View(True, False, 80))
    assert "From where" in shown(View(False, True, 80)) and "Tables" not in shown(View(False, True, 80))
    whole = shown(WHOLE)
    assert whole.index("saved") < whole.index("Tables") < whole.index("From where") and "x" * 100 in whole


def test_colour_is_asked_for():
    assert PLAIN in shown(View(False, False, 80, colour=True)) and PLAIN not in shown(WHOLE)


def test_columns_that_are_left_out_are_named():
    wide = Section("T", ["name", "clause"], [["x" * 70, "y" * 30]])
    assert "Left out to keep to 80 columns: clause" in as_text([], ANSWER, [wide], View(True, True, 80), "en")
