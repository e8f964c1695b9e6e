import math

import pytest
from city import CITY, by_year, city, example, written

from ecdcalc import assess_region, load_region
from ecdcalc.assessment.region.decompose import METHODS, Unit
from ecdcalc.assessment.region.handing_down import POTENTIAL, QUOTA_METHODS, _by_amount

PROJECTS = [
    {"name": "甲", "item": "ldar", "start": "2022-01", "evidence": ["ledger"], "annual": {"voc": "30 t"}},
    {"name": "乙", "item": "oil-vapour", "start": "2023-01", "evidence": [], "annual": {"voc": "500 t"}},
]


def with_emissions(**changes):
    """The small city, 1000 t of VOC of which 750 and 250 in its counties, and 100 t to be reduced."""
    document = city(targets={"t005": "100 t"}, **changes)
    document["series"]["pollutants"] = {"voc": by_year(1000, 900, "t")}
    for county, share in zip(document["county"], (0.75, 0.25), strict=True):
        county["series"]["pollutants"] = {"voc": by_year(1000 * share, 900 * share, "t")}
    return document


def quota(folder, document):
    return assess_region(load_region(written(folder, document))).quotas["voc"]


def test_the_sums_are_the_whole():
    result = example()
    assert set(result.quotas) == {"cod", "nh3n", "nox", "voc"}
    every = [result.handed_down, *result.quotas.values()]
    assert set(result.handed_down.counties) == set(result.handed_down.units) == set(METHODS)
    for given in every:
        assert not given.lacking
        for methods in (given.counties, given.units):
            whole = math.fsum(each.saving for each in methods["equal-rate"])
            for rows in methods.values():
                assert math.fsum(each.saving for each in rows) == pytest.approx(whole, rel=1e-12)
                assert math.fsum(each.gain for each in rows) == pytest.approx(0, abs=1e-12 * abs(whole))


def test_energy_that_counts_is_what_goes_down(tmp_path):
    document = city()
    for county in document["county"]:
        county["series"] |= {"feedstock": by_year(100, 100, "万tce"), "renewable_electricity": by_year(0, 0, "万kWh")}
    document["series"]["feedstock"] = by_year(200, 200, "万tce")
    found = assess_region(load_region(written(tmp_path, document))).handed_down
    # 300 and 500 万tce on 600 and 400 亿元, both grow by a quarter: 1000 at the old intensity, 15.5 % of it to save
    assert [each.saving for each in found.counties["equal-rate"]] == pytest.approx([58.125e7, 96.875e7], rel=1e-12)
    assert [each.rate for each in found.counties["base-energy"]] == pytest.approx([0.155, 0.155], rel=1e-12)
    lacking = assess_region(load_region(written(tmp_path, CITY))).handed_down
    assert "乙县.series.feedstock" in lacking.lacking and lacking.counties == {}


def test_the_quota_is_handed_down_whole():
    result = example()
    for pollutant, amount in {"cod": 4000e3, "nh3n": 300e3, "nox": 4500e3, "voc": 1500e3}.items():
        methods = result.quotas[pollutant].counties
        assert set(methods) == set(QUOTA_METHODS)
        for rows in methods.values():
            assert math.fsum(each.saving for each in rows) == amount
            assert all(each.saving >= -1e-9 * amount for each in rows)


def test_quotas_by_hand(tmp_path):
    found = quota(tmp_path, with_emissions(project=[], county=with_emissions()["county"])).counties
    assert [each.saving for each in found["equal-rate"]] == pytest.approx([75e3, 25e3], rel=1e-12)
    # GDP 600 and 400: intensities 1.25 and 0.625 t/亿元; the whole must reach 0.9: only the first is above it
    assert [each.saving for each in found["intensity-gap"]] == pytest.approx([100e3, 0], abs=1e-6)
    # a tenth of the way to 1 t/亿元: 1.225 and 0.6625, times GDP 735 and 265 t; times 0.9 leaves 661.5 and 238.5 t
    assert [each.saving for each in found["convergence"]] == pytest.approx([88.5e3, 11.5e3], rel=1e-9)
    assert POTENTIAL not in found  # no county has a project


def test_potential_is_what_accepted_projects_reduce(tmp_path):
    document = with_emissions()
    document["county"][1]["project"] = PROJECTS
    found = quota(tmp_path, document).counties[POTENTIAL]
    assert [each.saving for each in found] == [0, 100e3]
    assert found[0].gain == pytest.approx(75e3)
    document["county"][0]["project"] = [{**PROJECTS[0], "name": "丁", "annual": {"voc": "10 t"}}]
    assert [each.saving for each in quota(tmp_path, document).counties[POTENTIAL]] == pytest.approx([25e3, 75e3])


def test_key_units_bear_the_rate_of_the_whole():
    found = example().quotas["nox"]
    units = found.units["equal-rate"]
    rates = {round(each.rate, 12) for each in (*units, *found.counties["equal-rate"])}
    assert rates == {round(4500 / 61000, 12)} and len(units) > 5


def test_what_is_lacking_is_named(tmp_path):
    document = with_emissions()
    del document["county"][0]["series"]["pollutants"]
    found = quota(tmp_path, document)
    assert found.lacking == ("乙县.series.pollutants.voc",) and found.counties == {}
    assert assess_region(load_region(written(tmp_path, CITY))).quotas == {}  # no amount: nothing to hand down


def test_nobody_is_given_a_share_by_what_not_all_can_reduce():
    units = [Unit("甲", 100.0, 10.0, 10.0), Unit("乙", 50.0, 10.0, 10.0)]
    shared, unknown = _by_amount(units, 30.0, 0.1, [20.0, 40.0]), _by_amount(units, 30.0, 0.1, None)
    assert {*shared} - {*unknown} == {POTENTIAL}
    assert [each.saving for each in shared[POTENTIAL]] == pytest.approx([10, 20])
    assert [each.saving for each in unknown["equal-rate"]] == pytest.approx([20, 10])
