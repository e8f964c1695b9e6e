import csv
import hashlib
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecdcalc.numbers.compare import meets
from ecdcalc.numbers.ops import missing
from ecdcalc.numbers.units import read_quantity
from ecdcalc.reference.factors import documents
from ecdcalc.reference.limits import INCOMPLETE, NOT_QUALIFIED, LimitTable, corrected, grade_of, load_own_limits
from ecdcalc.words.errors import InputError, NotFoundError

TABLE = LimitTable()
NONE = (0.0, 0.0, 0.0)


def test_all_rows_are_there_with_unit_and_standard():
    rows = list(TABLE)
    assert len(rows) == 841 + 125  # of today, and before
    assert all(each.standard in documents() for each in rows)


def test_every_indicator_has_its_english_name():
    assert all(each.indicator_label("en").isascii() or "SO₂" in each.indicator for each in TABLE)
    assert all(each.indicator_label("zh") == each.indicator for each in TABLE)


def grade(id, value, shifts=NONE):
    limit = TABLE.get(id)
    return grade_of(limit.unit.base(value), corrected(limit, 1.0, tuple(limit.unit.base(each) for each in shifts)))


@pytest.mark.parametrize(
    ("id", "value", "level"),
    [
        ("gb21256-2025.blast-furnace", 361, 1),  # a limit is met when it is reached
        ("gb21256-2025.blast-furnace", 361.0001, 2),
        ("gb21256-2025.blast-furnace", 415.5, NOT_QUALIFIED),
        ("gb21256-2025.converter", -31, 1),  # negative limits: energy is given out
        ("gb21256-2025.converter", -29, 2),
        ("gb21256-2025.converter", -5, NOT_QUALIFIED),
        ("gb21256-2025.eaf.lt50t", 70, 3),  # no level 2 in the standard
        ("gb21258-2024.supply.6", 300, 1),  # level 2 (285) lies below level 1 (309)
        ("gb21258-2024.supply.7", 352, 3),  # levels 1 and 2 are dashes
        ("gb21258-2024.supply.7", 353, NOT_QUALIFIED),
    ],
)
def test_grades(id, value, level):
    assert grade(id, value) == level


def test_corrections_move_each_level():
    assert grade("gb21256-2025.sintering", 44, (1.5, 1.5, 1.5)) == 1


def test_a_missing_correction_leaves_the_grade_open():
    limit = TABLE.get("gb21256-2025.sintering")
    assert grade_of(limit.unit.base(44), corrected(limit, 1.0, (missing("ore"),) * 3)) == INCOMPLETE
    assert grade_of(missing("energy"), corrected(limit, 1.0, NONE)) == INCOMPLETE


@given(st.floats(-1e6, 1e6), st.floats(1e-9, 1e3))
def test_comparison_is_unrounded(limit, more):
    assert meets(limit, "<=", limit)
    assert not meets(limit, "<", limit)
    if more > 1e-11 * abs(limit):
        assert not meets(limit + more, "<=", limit)
        assert meets(limit + more, ">", limit)


def test_a_standard_has_a_date():
    sinter = TABLE.get("gb21256-2025.sintering")
    assert (sinter.in_force("2025-12-31"), sinter.in_force("2026-07-01")) == (False, True)


def test_an_unknown_limit_names_the_nearest():
    with pytest.raises(NotFoundError, match=r"gb21256-2025\.sintering"):
        TABLE.get("gb21256-2025.sinter")


def test_own_limits_win(tmp_path):
    file = tmp_path / "own.csv"
    file.write_text(
        "id,unit,level1,level2,level3,standard\ngb21256-2025.sintering,kgce/t,40,42,45,ours\n", encoding="utf-8"
    )
    found = load_own_limits(file).get("gb21256-2025.sintering")
    assert (found.levels, found.own) == ((40, 42, 45), True)
    file.write_text(
        "id,unit,level1,level2,level3,standard\nx,parsec,40,42,45,ours\ny,kg,forty,,,ours\n", encoding="utf-8"
    )
    with pytest.raises(InputError) as error:
        load_own_limits(file)
    assert len(error.value.problems) == 2


def test_the_table_is_the_transcription():
    # of id, product, indicator, levels, clause and standard of the reference transcription, row by row
    digest = hashlib.sha256()
    text = files("ecdcalc").joinpath("reference", "data", "limits", "energy.csv").read_text(encoding="utf-8")
    for row in sorted(csv.DictReader(text.splitlines()), key=lambda each: each["id"]):
        names = ("id", "zh", "indicator", "level1", "level2", "level3", "clause", "standard")
        digest.update(("|".join(row[name] for name in names) + "\n").encode())
    assert digest.hexdigest() == "2e7e46b6c786e9ca8dec2d13e3744793ab7a37ab27e986e7147e25c7debb3ef6"


@pytest.mark.parametrize(
    ("id", "text", "same"),
    [
        ("gb30184-2013.membrane.with-carrier", "190 kgce/km²", "0.19 kgce/m2"),  # "km²" of the standard is 1000 m²
        ("gb30184-2013.membrane.with-carrier", "190 kgce/km2", "0.19 kgce/m2"),
        ("gb21340-2019.flat.gt800", "11 kgce/重箱", "11 kgce/item"),
        ("gb31823-2021.terminal.container", "24 tce/10^4 TEU", "2.4 kgce/item"),
        ("gb31823-2021.terminal.container", "24 tce/万TEU", "2.4 kgce/item"),
        ("gb31825-2024.pulp.dip.own", "100 kgce/Adt", "100 kgce/t"),
        ("gb47835-2026.mono-si.wafer", "6800 kgce/百万片", "0.0068 kgce/item"),
        ("gb32047-2025.beer", "40 kgce/kL", "40 kgce/m3"),
        ("gb30251-2024.refining", "7 kgoe/(t·能量因数)", "7 kgoe/t"),
        ("gb36887-2018.class1", "-7 kgce/tsl", "-7 kgce/t"),
        ("gb21258-2024.supply.1", "268 gce/(kW·h)", "268 gce/kWh"),
        ("gb29447-2026.polysilicon.tcs", "5 kgce/kg", "5 tce/t"),
    ],
)
def test_values_may_be_written_in_the_printed_unit(id, text, same):
    limit = TABLE.get(id)
    assert limit.read(text).value == pytest.approx(read_quantity(same, limit.unit).value, rel=1e-12)


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("烧结", "gb21256-2025.sintering"),
        ("coke stamp", "gb21342-2025.coke.stamp-charging"),
        ("GB 21342-2025", "gb21342-2025.coke.top-charging"),
        ("粗钢", "gb21256-2025.sintering"),
        ("gb21256-2025.sintring", "gb21256-2025.sintering"),
    ],
)
def test_words_find_a_row(text, id):
    assert id in TABLE.like(text)


@pytest.mark.parametrize("limit", list(TABLE), ids=lambda each: each.id)
def test_every_row_is_found_by_its_own_words(limit):
    for words in ([limit.zh], limit.en.split(), [limit.id]):
        assert limit in TABLE.search(words)


@pytest.mark.parametrize(
    ("row", "key"),
    [
        ("a,kgce/t,3,2,1,s,A,", "own-order"),
        (",kgce/t,1,2,3,s,A,", "required"),
        ("a,kgce/t,nan,2,3,s,A,", "not-finite"),
        ("a,kgce/t,1,2,inf,s,A,", "not-finite"),
        ("a,kgce/t,1,2,3,,A,", "document-required"),
        ("a,kgce/t,1,2,3,s,Z,", "not-an-option"),
        ("a,kgce/t,,,,s,A,", "own-empty"),
        ("a,kgce/t,1,2,3,s,A,soon", "not-a-date"),
        ("gb21256-2025.sintering,kWh,1,2,3,s,A,", "own-unit"),
        ("b,kgce/t,1,2,3,s,A,", "name-twice"),
    ],
)
def test_own_rows_are_checked_as_ours_are(tmp_path, row, key):
    file = tmp_path / "own.csv"
    head = "id,unit,level1,level2,level3,standard,confidence,effective\nb,kgce/t,1,2,3,s,A,\n"
    file.write_text(head + row, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_own_limits(file)
    assert [problem.key for problem in caught.value.problems] == [key]
