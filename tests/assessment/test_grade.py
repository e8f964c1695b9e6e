import pytest

from ecdcalc.assessment.grade import grade_value
from ecdcalc.reference.limits import LimitTable
from ecdcalc.report.grade import render
from ecdcalc.words.errors import DimensionError, InputError, NotFoundError, UnitError

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
    assert "volatile_matter" in found.lacks
    assert "volatile_matter" in render(found, "table", "en")


def test_a_correction_as_it_comes_out():
    assert grade_value(COKE, "126 kgce/t", shift="11 kgce/t").level == 1
    assert grade_value(COKE, "126 kgce/t", uncorrected=True).level == 3
    assert grade_value("gb21256-2025.sintering", "44 kgce/t", scale=0.9).level == 3  # 46 × 0.9 = 41.4, 52 × 0.9 = 46.8
    with pytest.raises(DimensionError):
        grade_value(COKE, "126 kgce/t", shift="11 kWh")


def test_a_correction_of_the_value_as_it_comes_out():
    # coal mines: E (1 + k1 + … + k5), no values in the table; 12 × 1.25 = 15 kgce/t of nothing else known
    first = LimitTable().get("gb29445-2025.underground").levels[0]
    value = f"{first} kgce/t"
    assert grade_value("gb29445-2025.underground", value).level == "incomplete"
    assert grade_value("gb29445-2025.underground", value, value_scale=1.0).level == 1
    assert grade_value("gb29445-2025.underground", value, value_scale=1.001).level != 1
    assert grade_value("gb29445-2025.underground", value, value_shift="-0.001 kgce/t").level == 1


@pytest.mark.parametrize(
    "more",
    [{"shift": "1 kgce/t", "inputs": {"moisture": "11 %"}}, {"scale": 1.1, "uncorrected": True}],
)
def test_only_one_way_of_correction(more):
    with pytest.raises(InputError, match="only one"):
        grade_value(COKE, "126 kgce/t", **more)


def test_what_the_scale_does_not_touch():
    # GB 45247-2025: K for levels 1 and 3; level 2 takes 5 gce/kWh for dry cooling and no K
    base = LimitTable().get("gb45247-2025.supply.1").levels
    found = grade_value("gb45247-2025.supply.1", "230 gce/kWh", inputs={"limit_factor": "1.1", "cooling": "dry"})
    levels = [found.limit.unit.out(each) for each in found.levels]
    assert levels == pytest.approx([base[0] * 1.1, base[1] + 5, base[2] * 1.1])


def test_the_new_build_bar_stands_apart():
    # GB 21258-2024: level 2 (285) below level 1 (309)
    found = grade_value("gb21258-2024.supply.6", "300 gce/kWh", uncorrected=True)
    assert (found.level, found.distance(), found.new_build) == (1, None, False)
    assert "285 gce/kWh" in render(found, "table", "en")
    worse = grade_value("gb21258-2024.supply.6", "310 gce/kWh", uncorrected=True)
    assert (worse.level, worse.distance()[0]) == (3, 1)
    assert worse.distance()[1] == pytest.approx(worse.limit.unit.base(1))


def test_a_standard_has_its_day():
    early = grade_value(COKE, "100 kgce/t", uncorrected=True, date="2026-04-30")
    assert early.in_force is False
    assert "not in force yet" in render(early, "table", "en").splitlines()[0]
    assert "2026-05-01" in render(early, "table", "zh").splitlines()[0]
    assert grade_value(COKE, "100 kgce/t", uncorrected=True, date="2026-05-01").in_force is True


def test_an_edition_ends_when_the_next_begins():
    old = "gb29435-2012.r01"
    assert grade_value(old, "1 tce/t", date="2026-12-31").in_force is True
    late = grade_value(old, "1 tce/t", date="2027-01-01")
    assert late.in_force is False
    assert "replaced by gb-29435-2025" in render(late, "table", "en")
    assert grade_value("gb29435-2025.ion.01", "1 tce/t", date="2026-12-31").in_force is False


@pytest.mark.parametrize("limit", list(LimitTable()), ids=lambda each: each.id)
def test_every_row_is_reachable(limit):
    worst = next(level for level in reversed(limit.levels) if level is not None)
    found = grade_value(limit.id, f"{worst!r} {limit.unit_text}", uncorrected=True)
    assert found.level in (1, 2, 3)
    assert render(found, "table", "en") and render(found, "table", "zh")


def test_a_product_may_be_named_in_words_that_one_edition_in_force_has():
    today = grade_value("顶装焦炉焦炭", "130 kgce/t", uncorrected=True, date="2027-03-01")
    assert (today.limit.id, today.level) == ("gb21342-2025.coke.top-charging", 3)
    then = grade_value("顶装焦炉焦炭", "130 kgce/t", uncorrected=True, date="2022-06-30")
    assert then.limit.id == "gb21342-2013.coke.top-charging"
    assert "2026-05-01起由 gb-21342-2025 代替" in render(then, "table", "zh")
    assert grade_value("sintering", "40 kgce/t", date="2027-03-01").limit.id == "gb21256-2025.sintering"
    assert grade_value("coke top", "130 kgce/t", uncorrected=True, date="2027-03-01").limit.id == today.limit.id


def test_words_of_several_products_are_refused_with_those_in_force_that_take_such_a_value():
    with pytest.raises(NotFoundError) as refused:
        grade_value("焦炭", "130 kgce/t", date="2027-03-01")
    assert "多种含义" in refused.value.say("zh") and "捣固焦炉焦炭" in refused.value.say("zh")
    assert "gb21342-2025.coke.top-charging" in refused.value.say("en")
    assert "2013" not in refused.value.say("en") and "bf-femn" not in refused.value.say("en")


def test_nothing_is_rounded_away():
    found = grade_value("gb21256-2025.sintering", "43.0000001 kgce/t")
    assert found.level == 2
    assert "1.00000" in render(found, "table", "en")  # the distance of 1e-07 is shown, not rounded to zero
    assert "above level 1 by: 0 " not in render(found, "table", "en")


def test_mistakes():
    with pytest.raises(NotFoundError, match=r"gb21342-2025\.coke\.stamp-charging"):
        grade_value("gb21342-2025.coke", "1 kgce/t")
    with pytest.raises(DimensionError):
        grade_value(COKE, "1 kWh")
    with pytest.raises(UnitError):
        grade_value(COKE, "1 kgce/t", scale=float("nan"))
    with pytest.raises(InputError, match="moisture"):
        grade_value(COKE, "1 kgce/t", inputs={"moistur": "11 %"})
    with pytest.raises(InputError, match="the product fixes it"):
        grade_value("gb29446-2019.coking-coal", "5 kWh/t", inputs={"kind": "thermal"})
    with pytest.raises(InputError, match="no correction"):
        grade_value("gb21257-2024.naoh.30", "300 kgce/t", inputs={"moisture": "11 %"})
