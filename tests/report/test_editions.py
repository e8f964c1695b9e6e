from ecdcalc.report.editions import edition_notes, levels_of, shown_level

GRADED = {"baseline": None, "reporting": {"level": 2, "value": None}}
COMING = {**GRADED, "reporting": {"level": "not-qualified", "value": None}, "standard": "GB 2", "in_force": False,
          "until": None, "effective": "2026-07-01", "decides": True}  # fmt: skip
GRADE = {**GRADED, "label": "Sinter", "standard": "GB 1", "decides": True, "uncorrected": None, "editions": [COMING],
         "national": None}  # fmt: skip


def test_the_coming_edition_is_told_where_it_differs():
    assert list(edition_notes(GRADE, "line 1", "en")) == ["line 1: from 2026-07-01 (GB 2): not qualified"]
    assert list(edition_notes(GRADE, "1号", "zh")) == ["1号：自2026-07-01起（GB 2）：不合格"]
    same = {**GRADE, "editions": [{**COMING, "reporting": {"level": 2, "value": None}}]}
    assert not list(edition_notes(same, "line 1", "en"))
    assert levels_of(GRADE) == (None, 2)


def test_an_edition_that_held_earlier_says_until_when():
    gone = {**COMING, "until": "2026-06-30", "effective": "2014-10-01"}
    (note,) = edition_notes({**GRADE, "editions": [gone]}, "line 1", "en")
    assert note == "line 1: until 2026-06-30 (GB 2): not qualified"


def test_unconfirmed_limits_are_said_to_decide_nothing():
    notes = list(edition_notes({**GRADE, "editions": [], "decides": False, "uncorrected": "oven age"}, "x", "en"))
    assert "not confirmed (grade C)" in notes[0] and notes[0].startswith("Sinter: ")
    assert notes[1].endswith("oven age")


def test_national_levels_are_told():
    national = {"document": "notice", "level": {"baseline": "below-baseline", "reporting": "benchmark"}}
    (note,) = edition_notes({**GRADE, "editions": [], "national": national}, "x", "en")
    assert note == "x: by notice: below the baseline level → benchmark level met"


def test_levels_have_their_words():
    assert (shown_level(3, "en"), shown_level("incomplete", "zh")) == ("level 3", "数据不全")
