import tomllib

import pytest

from ecdcalc import assess
from ecdcalc.read import read_plant
from ecdcalc.words.texts import say

PLANT = """
sector = "coking"
year = 2025
plan = "yuncheng-14fyp"

[[battery]]
name = "small"
coke = "10 万t"
charging = "top"
quenching = "wet"
chamber_height = "4.3 m"
energy = { coking-coal = "14 万t" }

[[battery]]
name = "large"
coke = "10 万t"
charging = "top"
quenching = "wet"
chamber_height = "6 m"
energy = { coking-coal = "14 万t" }
"""


def gaps(text=PLANT):
    return {(each.target.id, each.process): each for each in assess(read_plant(tomllib.loads(text))).gaps}


def test_every_target_is_there_with_a_status_or_a_reason():
    found = gaps()
    assert {id for id, _ in found} == {f"t{number:03}" for number in range(1, 92)}
    assert all(each.status in ("met", "open") or each.reason for each in found.values())


def test_a_gap_above_zero_is_missing():
    gap = gaps()["t016", "small"]
    assert (gap.status, gap.gap) == ("open", 1.0)
    closed = PLANT.replace('name = "small"', 'name = "small"\nclosed = "2023-09-30"')
    assert (gaps(closed)["t016", "small"].status, gaps(closed)["t016", "small"].gap) == ("met", 0.0)


def test_conditions_choose_the_processes():
    found = gaps()
    assert ("t016", "large") not in found
    assert found["t017", "large"].status == "open"
    retrofitted = PLANT + '[[battery.measure]]\nuse = "coke-dry-quenching"\n'
    assert gaps(retrofitted)["t017", "large"].status == "met"


def test_the_intensity_needs_value_added_and_a_base_year():
    account = """
[plant]
value_added = "1 亿元"
base = { year = 2020, energy = "6 万tce", value_added = "1 亿元" }
"""
    # energy now: 2 × (140 000 × 0.9 − 100 000 × 0.9714) = 57 720 tce; 1 − 57 720 / 60 000 = 3.8 %, 14.2 points short of 18
    gap = gaps(PLANT + account)["t019", "plant"]
    assert (gap.status, gap.gap) == ("open", pytest.approx(0.142))
    assert gaps(PLANT)["t019", ""].status == "not-evaluated"


def test_other_sectors_targets_are_listed_as_not_applicable():
    found = gaps()
    assert found["t026", ""].reason == "target-elsewhere"
    said = {lang: say("target-elsewhere", lang, **found["t002", ""].values) for lang in ("en", "zh")}
    assert said == {
        "en": "not applicable here: it belongs to region, Environment",
        "zh": "不适用于此：属于地区、环境基础设施",
    }
