import math
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecdcalc.assessment.region.decompose import METHODS, Unit, contribution, divide, hand_down, share_out
from ecdcalc.words.errors import InputError

PUBLISHED = tomllib.loads((Path(__file__).parents[2] / "golden" / "region.toml").read_text(encoding="utf-8"))["lmdi"]


@pytest.mark.parametrize("case", PUBLISHED, ids=lambda case: case["name"])
def test_lmdi_as_published(case):
    before, after = ({str(number): tuple(row) for number, row in enumerate(case[key])} for key in ("before", "after"))
    found = contribution(before, after).energy
    assert found.activity + found.structure == pytest.approx(case["activity_and_structure"], rel=1e-8)
    assert found.intensity == pytest.approx(case["intensity"], rel=1e-8)


# two sectors, worked out by hand: activity 10 and 40, later 20 and 60; energy 30 and 20, later 40 and 24
BEFORE = {"one": (10.0, 30.0), "two": (40.0, 20.0)}
AFTER = {"one": (20.0, 40.0), "two": (60.0, 24.0)}


def test_lmdi_by_hand():
    found = contribution(BEFORE, AFTER)
    # weights 10/ln(4/3) = 34.760595 and 4/ln(1.2) = 21.939259; times ln 1.6 = 0.4700036
    assert found.energy.activity == pytest.approx((34.760595 + 21.939259) * 0.4700036, rel=1e-6)
    # shares 0.2 → 0.25 and 0.8 → 0.75
    assert found.energy.structure == pytest.approx(34.760595 * math.log(1.25) + 21.939259 * math.log(0.9375), rel=1e-6)
    # intensities 3 → 2 and 0.5 → 0.4
    assert found.energy.intensity == pytest.approx(34.760595 * math.log(2 / 3) + 21.939259 * math.log(0.8), rel=1e-6)
    assert found.energy.total == pytest.approx(14, rel=1e-14)
    assert found.intensity.total == pytest.approx(64 / 80 - 1, rel=1e-14)
    assert found.intensity.activity == 0


def test_sectors_that_come_and_go():
    found = contribution({"old": (10.0, 5.0), "stays": (90.0, 50.0)}, {"new": (20.0, 8.0), "stays": (90.0, 50.0)})
    assert found.by_sector["old"].structure == -5
    assert found.by_sector["new"].structure == 8
    assert found.energy.total == pytest.approx(3, rel=1e-12)
    idle = contribution({"one": (10.0, 0.0)}, {"one": (10.0, 4.0)})
    assert idle.energy.intensity == 4
    with pytest.raises(InputError):
        contribution({"one": (0.0, 1.0)}, {"one": (1.0, 1.0)})


AMOUNT = st.floats(1e-3, 1e6)
PAIR = st.tuples(AMOUNT, AMOUNT)
NAMES = st.sampled_from("abcdefgh")


@given(st.dictionaries(NAMES, PAIR, min_size=1), st.dictionaries(NAMES, PAIR, min_size=1))
def test_lmdi_has_no_residual(before, after):
    found = contribution(before, after)
    old, new = (math.fsum(energy for _, energy in each.values()) for each in (before, after))
    assert found.energy.total == pytest.approx(new - old, rel=1e-12, abs=1e-12 * max(old, new))
    values = [math.fsum(value for value, _ in each.values()) for each in (before, after)]
    change = new / values[1] - old / values[0]
    assert found.intensity.total == pytest.approx(change, rel=1e-12, abs=1e-12 * max(old / values[0], new / values[1]))
    by_sector = math.fsum(each.total for each in found.by_sector.values())
    assert by_sector == pytest.approx(found.energy.total, rel=1e-12, abs=1e-12 * max(old, new))


@given(st.dictionaries(NAMES, PAIR, min_size=1))
def test_lmdi_backwards_is_the_negative(before):
    after = {name: (value * 1.1, energy * 0.9) for name, (value, energy) in before.items()}
    there, back = contribution(before, after), contribution(after, before)
    assert there.energy.intensity == pytest.approx(-back.energy.intensity, rel=1e-9)


# three units by hand: intensities 2, 1, 0.5; value added as before; target 10 % of 3.5/3 × 3 = 3.5: 0.35 to save
UNITS = [Unit("a", 2.0, 1.0, 1.0), Unit("b", 1.0, 1.0, 1.0), Unit("c", 0.5, 1.0, 1.0)]


@pytest.mark.parametrize(
    ("method", "pull", "expected"),
    [
        ("equal-rate", 0, [0.2, 0.1, 0.05]),
        ("base-energy", 0, [0.2, 0.1, 0.05]),
        # target intensity 1.05: only a is above it
        ("intensity-gap", 0, [0.35, 0.0, 0.0]),
        # a fiftieth of the way to 7/6: 1.98333, 1.00333, 0.51333; times 0.9
        ("convergence", 0.02, [2 - 1.785, 1 - 0.903, 0.5 - 0.462]),
        # a tenth: 1.91667, 1.01667, 0.56667; times 0.9 leaves c more than it has, so a and b share 2.65 as 1.91667 : 1.01667
        ("convergence", 0.1, [2 - 2.65 * 23 / 35.2, 1 - 2.65 * 12.2 / 35.2, 0.0]),
        # half way: b too would have more than it has, and a bears all
        ("convergence", 0.5, [0.35, 0.0, 0.0]),
    ],
)
def test_handing_down_by_hand(method, pull, expected):
    found = hand_down(UNITS, 0.1, method, pull=pull)
    assert [each.saving for each in found] == pytest.approx(expected, abs=1e-12)
    assert math.fsum(each.gain for each in found) == pytest.approx(0, abs=1e-12)


@given(
    st.lists(st.tuples(AMOUNT, AMOUNT, AMOUNT), min_size=1, max_size=13),
    st.floats(0.01, 0.4),
    st.sampled_from(METHODS),
)
def test_what_is_handed_down_adds_up(rows, target, method):
    units = [Unit(str(number), *row) for number, row in enumerate(rows)]
    try:
        found = hand_down(units, target, method)
    except InputError:
        assert method == "intensity-gap"
        return
    energy, value, later = (math.fsum(column) for column in zip(*rows, strict=True))
    allowed = math.fsum(each.allowed for each in found)
    old = math.fsum(each.before for each in found)
    if allowed < old:  # else the economy has moved to frugal units by itself
        assert all(each.saving >= -1e-9 * old for each in found)
    assert allowed == pytest.approx(energy / value * (1 - target) * later, rel=1e-12, abs=1e-12 * old)


@given(
    st.lists(st.tuples(AMOUNT, AMOUNT), min_size=1, max_size=13),
    st.floats(0.01, 0.5),
    st.sampled_from(METHODS),
)
def test_an_amount_is_divided_whole(rows, rate, method):
    units = [Unit(str(number), emission, value, value) for number, (emission, value) in enumerate(rows)]
    amount = rate * math.fsum(emission for emission, _ in rows)
    try:
        found = divide(units, amount, method)
    except InputError:
        assert method == "intensity-gap"
        return
    assert math.fsum(each.saving for each in found) == pytest.approx(amount, rel=1e-14)
    assert all(each.saving >= -1e-12 * amount for each in found)


@given(st.floats(-1e9, 1e9), st.lists(st.floats(0, 1e6), min_size=1).filter(lambda each: sum(each) > 1e-3))
def test_shares_add_up(amount, weights):
    assert math.fsum(share_out(amount, weights)) == pytest.approx(amount, rel=1e-15, abs=1e-300)


def test_what_cannot_be_handed_down():
    with pytest.raises(InputError):
        share_out(1.0, [0.0, 0.0])
    with pytest.raises(InputError, match="equal-rate"):
        hand_down(UNITS, 0.1, "by lot")
    with pytest.raises(InputError):
        hand_down([], 0.1, "equal-rate")


def test_a_sector_without_energy_before_and_after_has_no_effect():
    found = contribution({**BEFORE, "none": (5.0, 0.0)}, {**AFTER, "none": (9.0, 0.0)})
    none = found.by_sector["none"]
    assert (none.activity, none.structure, none.intensity) == (0, 0, 0)
    assert found.energy.activity + found.energy.structure + found.energy.intensity == pytest.approx(14)
