import pytest

from ecdcalc.errors import DimensionError, InputError, NotFoundError
from ecdcalc.grade import grade_value
from ecdcalc.limits import LimitTable

COKE = "gb21342-2025.coke.stamp-charging"
CHARGE = {"moisture": "11 %", "volatile_matter": "27.5 %", "mixed_gas": "0 %", "oven_age": "9 a", "quenching": "dry"}


@pytest.mark.parametrize(
    ("value", "level", "distance"),
    # GB 21342-2025: 115 + 8.92 + 1.855 = 125.775 (levels 1 and 2), 140 + 10.775 = 150.775 (level 3)
    [("125.775 kgce/t", 1, None), ("130 kgce/t", 3, (2, 4.225e-3)), ("151 kgce/t", "not-qualified", (3, 0.225e-3))],
)
def test_corrections_by_the_inputs_of_the_sector(value, level, distance):
    found = grade_value(COKE, value, inputs=CHARGE)
    assert found.level == level
    if distance:
        assert found.distance()[1] == pytest.approx(distance[1])
    else:
        assert found.distance() is None


def test_inputs_that_lack_are_named():
    found = grade_value(COKE, "130 kgce/t", inputs={"moisture": "11 %"})
    assert found.level == "incomplete"
    assert "volatile_matter" in found.say("en")


def test_a_correction_as_it_comes_out():
    assert grade_value(COKE, "126 kgce/t", shift="11 kgce/t").level == 1
    assert grade_value(COKE, "126 kgce/t", uncorrected=True).level == 3
    with pytest.raises(DimensionError):
        grade_value(COKE, "126 kgce/t", shift="11 kWh")


def test_a_standard_has_its_day():
    assert grade_value(COKE, "100 kgce/t", uncorrected=True, date="2026-04-30").in_force is False
    assert "2026-05-01" in grade_value(COKE, "100 kgce/t", uncorrected=True, date="2026-04-30").say("zh")
    assert grade_value(COKE, "100 kgce/t", uncorrected=True, date="2026-05-01").in_force is True


@pytest.mark.parametrize("limit", list(LimitTable()), ids=lambda each: each.id)
def test_every_row_is_reachable(limit):
    worst = next(level for level in reversed(limit.levels) if level is not None)
    found = grade_value(limit.id, f"{worst!r} {limit.unit.text}", uncorrected=True)
    assert found.level in (1, 2, 3)
    assert found.say("en") and found.say("zh")


def test_mistakes():
    with pytest.raises(NotFoundError):
        grade_value("gb21342-2025.coke", "1 kgce/t")
    with pytest.raises(DimensionError):
        grade_value(COKE, "1 kWh")
    with pytest.raises(InputError, match="moisture"):
        grade_value(COKE, "1 kgce/t", inputs={"moistur": "11 %"})
