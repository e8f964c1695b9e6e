import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecdcalc.errors import InputError, NotFoundError
from ecdcalc.factors import documents
from ecdcalc.limits import INCOMPLETE, NOT_QUALIFIED, LimitTable, corrected, grade_of, load_own_limits, meets
from ecdcalc.ops import missing

TABLE = LimitTable()
NONE = (0.0, 0.0, 0.0)


def test_all_rows_are_there_with_unit_and_standard():
    rows = list(TABLE)
    assert len(rows) == 841
    assert all(each.standard in documents() for each in rows)


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
