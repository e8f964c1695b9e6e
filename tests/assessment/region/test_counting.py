import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecdcalc.assessment.region.counting import Emission, months_counted, register
from ecdcalc.model.region import ITEMS, KEY_POLLUTANTS, NewSource, Project

YEARS = [2021, 2022, 2023, 2024, 2025]


def project(name="一", start=(2023, 5), item="end-of-pipe-nox", plant="", evidence=("CEMS",), county="乙县", **annual):
    return Project(name, county, item, plant, start, evidence, {key: value * 1e3 for key, value in annual.items()})


def count(*projects, sources=(), plants=None, rule="capacity", lag=1):
    return register(projects, sources, plants or {}, years=YEARS, rule=rule, lag=lag)


def test_months_by_hand():
    # pollutant-methods.md section 2: m = max(0, 12 − (start month + lag) + 1)
    assert months_counted(5, 1) == 7
    assert months_counted(1, 0) == 12
    assert months_counted(12, 1) == 0
    found = count(project(nox=120.0), rule="months")
    assert found.entries[0].by_year == {2023: pytest.approx(70e3), 2024: pytest.approx(50e3)}
    late = count(project(nox=120.0, start=(2025, 5)), rule="months")
    assert late.counted("nox") == pytest.approx(70e3) and late.entries[0].carried == pytest.approx(50e3)
    assert count(project(nox=120.0, start=(2025, 5))).counted("nox") == 120e3


@given(st.integers(2021, 2025), st.integers(1, 12), st.integers(0, 3), st.floats(0, 1e6))
def test_each_tonne_counts_once(year, month, lag, amount):
    entry = count(project(nox=amount, start=(year, month)), rule="months", lag=lag).entries[0]
    assert math.fsum([entry.counted, entry.carried]) == pytest.approx(entry.annual, rel=1e-12)


def test_what_does_not_count():
    found = count(
        project("no proof", evidence=(), nox=1.0),
        project("early", start=(2020, 12), nox=1.0),
        project("late", start=(2026, 1), nox=1.0),
        project("nowhere", plant="gone", nox=1.0),
    )
    keys = ["project-no-evidence", "project-too-early", "project-too-late", "project-plant-unknown"]
    assert [each.problem.key for each in found.entries] == keys
    assert found.counted("nox") == 0


PLANT = {"厂": Emission({"nox": 100e3, "voc": 50e3, "cod": -5e3}, {"nox": 60e3, "voc": 20e3, "cod": 9e3, "nh3n": None})}


def test_a_plant_gives_what_its_heading_claims():
    found = count(project(plant="厂"), plants=PLANT)
    assert [(each.pollutant, each.counted) for each in found.entries] == [("nox", 60e3)]
    water = count(project(plant="厂", item="urban-sewage"), plants=PLANT)
    assert water.counted("cod") == 9e3 and water.entries[1].problem.key == "project-no-reduction"


def test_nothing_counts_twice():
    found = count(project("一", plant="厂"), project("二", plant="厂"), plants=PLANT)
    assert found.entries[1].problem.key == "project-twice" and found.counted("nox") == 60e3
    works = {"厂": Emission({}, {})}
    both = count(
        project("提标", item="urban-sewage", plant="厂", cod=10.0),
        project("管网", item="sewer-repair", plant="厂", cod=4.0),
        plants=works,
    )
    assert both.counted("cod") == 10e3
    other = count(
        project("停产", item="restructuring", plant="厂", nox=10.0), project(plant="厂", nox=4.0), plants=works
    )
    assert other.counted("nox") == 14e3


def test_a_plant_cannot_reduce_more_than_it_emits():
    found = count(
        project(plant="厂", item="restructuring", nox=80.0), project("二", plant="厂", nox=30.0), plants=PLANT
    )
    assert found.counted("nox") == 100e3
    assert found.entries[1].problem.key == "project-over-plant"


def test_offsets_are_taken_out_twofold_where_quality_fails():
    # pollutant-methods.md section 3: need 2 × 30 = 60 of 100; what counts is 40
    source = NewSource("新", "乙县", {"nox": 30e3}, ("nox",))
    found = count(project(nox=100.0), sources=[source])
    offset = found.offsets[0]
    assert (offset.multiple, offset.need, offset.used, offset.gap, offset.ratio) == (2, 60e3, 60e3, 0, 2)
    assert found.counted("nox") == 40e3 and found.counted("nox", "丙县") == 0
    once = count(project(nox=100.0), sources=[NewSource("新", "乙县", {"nox": 30e3})])
    assert once.counted("nox") == 70e3
    far = count(project(nox=100.0), sources=[NewSource("新", "丙县", {"nox": 30e3}, ("nox",))])
    assert far.offsets[0].gap == 60e3 and far.counted("nox") == 100e3


def test_headings_name_key_pollutants():
    assert all(set(names) <= set(KEY_POLLUTANTS) for names in ITEMS.values())


def test_a_source_that_emits_nothing_of_a_pollutant_needs_no_offset():
    sources = [NewSource("新", "乙县", {"nox": 0.0, "voc": 1e3})]
    assert [each.pollutant for each in count(project(nox=100.0), sources=sources).offsets] == ["voc"]
