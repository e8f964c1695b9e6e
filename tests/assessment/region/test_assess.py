import math
import shutil

import pytest
from city import CITY, EXAMPLE, city, example, written

from ecdcalc import InputError, assess_region, load_region
from ecdcalc.assessment.region.plants import SAVED


def test_parts_add_up_to_the_whole():
    result = example()
    counties = {each.member.county for each in result.members}
    sectors = {each.member.sector for each in result.members}
    for name in SAVED:
        whole, scale = result.saved(name), math.fsum(abs(each.saved.get(name) or 0) for each in result.members)
        by_county = math.fsum(result.saved(name, county=each) or 0 for each in counties)
        by_sector = math.fsum(result.saved(name, sector=each) or 0 for each in sectors)
        assert by_county == pytest.approx(whole, rel=1e-12, abs=1e-12 * scale)
        assert by_sector == pytest.approx(whole, rel=1e-12, abs=1e-12 * scale)
    assert all(each.amount == 0 for each in result.differences)


def test_a_county_of_which_nothing_is_known_is_no_zero(tmp_path):
    document = city()
    given = {"name": "厂", "sector": "steel", "nox": "5 t"}
    document["county"][0]["result"] = [given, {"name": "乙厂", "sector": "coking", "energy": "7 tce"}]
    found = assess_region(load_region(written(tmp_path, document)))
    assert found.saved("cod") is None and found.saved("nox", sector="coking") is None
    rollup = found.to_dict("en")["rollup"]
    county = document["county"][0]["name"]
    assert rollup["counties"][county]["COD"] is None and rollup["sectors"]["coking"]["NOx"] is None
    assert rollup["total"]["NOx"]["value"] == pytest.approx(5) and rollup["lacks"]["total"]["NOx"] == ["乙厂"]
    assert rollup["complete"]["NOx"] is False and rollup["lacks"]["sectors"]["steel"]["energy"] == ["厂"]


def test_contribution_is_the_change(tmp_path):
    found = assess_region(load_region(written(tmp_path, CITY))).contribution
    assert found.energy.total == pytest.approx(100e7, rel=1e-12)
    assert set(found.by_sector) == {"steel", "others"}


def test_energy_of_households_has_no_value_added(tmp_path):
    document = city()
    document["series"]["value_added"] = {"steel": document["series"]["gdp"]}
    found = assess_region(load_region(written(tmp_path, document))).contribution
    assert found.energy.total == pytest.approx(100e7, rel=1e-12)
    # 700 → 830 万tce without any value added is a change of intensity
    assert found.by_sector["others"].intensity == pytest.approx(130e7, rel=1e-12)


def test_a_difference_is_shown(tmp_path):
    document = city()
    del document["county"][1]["series"]
    result = assess_region(load_region(written(tmp_path, document)))
    energy = next(each for each in result.differences if each.series == "energy")
    assert energy.lacking == ("丙县",) and energy.amount == pytest.approx(650e7)
    assert result.handed_down.counties == {} and "丙县.series.energy" in result.handed_down.lacking


def test_given_results_count_beside_plants(tmp_path, coking_file):
    shutil.copy(coking_file, tmp_path / "plant.toml")
    document = city()
    document["county"][0] |= {"plants": ["plant.toml"], "result": [{"name": "厂", "sector": "steel", "nox": "5 t"}]}
    result = assess_region(load_region(written(tmp_path, document)))
    assert len(result.members) == 2
    alone = result.members[0].saved["nox"]
    assert result.saved("nox") == pytest.approx(alone + 5e3, rel=1e-12)
    assert result.saved("nox", sector="steel") == 5e3


def test_bad_prices_are_told(tmp_path):
    region = load_region(written(tmp_path, city(prices={"tax_air": "cheap", "gold": "1 元"})))
    with pytest.raises(InputError) as error:
        assess_region(region)
    assert {each.place for each in error.value.problems} == {"prices.tax_air", "prices.gold"}


def test_another_plan_for_the_same_city():
    result = assess_region(load_region(str(EXAMPLE), plan="yuncheng-14fyp"))
    assert result.plan.id == "yuncheng-14fyp" and result.open_gaps


def test_sectors_that_are_the_whole_leave_no_others(tmp_path):
    document = city()
    assert "others" in assess_region(load_region(written(tmp_path, document))).contribution.by_sector
    document["series"] |= {"value_added": {"steel": document["series"]["gdp"]},
                           "sector_energy": {"steel": document["series"]["energy"]}}  # fmt: skip
    assert {*assess_region(load_region(written(tmp_path, document))).contribution.by_sector} == {"steel"}
