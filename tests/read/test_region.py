from copy import deepcopy

import pytest
from city import CITY, EXAMPLE, by_year, city, written

from ecdcalc import InputError, load_region


def problems(folder, document):
    with pytest.raises(InputError) as error:
        load_region(written(folder, document))
    assert all(problem.say("en") and problem.say("zh") for problem in error.value.problems)
    return {(problem.place, problem.key) for problem in error.value.problems}


def keys(folder, document):
    return {key for _, key in problems(folder, document)}


def test_the_small_city(tmp_path):
    region = load_region(written(tmp_path, CITY))
    assert [each.name for each in region.counties] == ["乙县", "丙县"]
    assert region.base_year == 2020 and region.value("gdp", 2025) == 1250e8
    assert region.counties[0].parent == "甲市"


def test_every_mistake_in_one_pass(tmp_path):
    document = city(year="late", colour="red", lag=-1, count_rule="weeks", rules={"exclude_renewables": "yes"})
    assert problems(tmp_path, document) == {("year", "not-a-year")}  # nothing can be read without the years
    document = city(colour="red", lag=-1, count_rule="weeks", rules={"exclude_renewables": "yes", "x": 1})
    document["series"]["gpd"] = {}
    document["series"]["coal"] = 5
    document["targets"] = {"t002": "many", "t999": "1 t"}
    document["indicators"] = {"t049": {"2025": "8 %", "then": "9 %"}, "t077": 5}
    found = problems(tmp_path, document)
    assert found >= {
        ("colour", "unknown-key"),
        ("lag", "out-of-bounds"),
        ("count_rule", "not-an-option"),
        ("rules.x", "unknown-key"),
        ("rules.exclude_renewables", "not-an-option"),
        ("series.gpd", "unknown-key-near"),
        ("series.coal", "region-by-year"),
        ("targets.t002", "not-a-number"),
        ("targets.t999", "target-unknown"),
        ("indicators.t049.then", "not-a-year"),
        ("indicators.t077", "region-by-year"),
    }


def test_missing_years_are_named(tmp_path):
    document = city()
    del document["series"]["gdp"]["2022"]
    with pytest.raises(InputError, match="2022"):
        load_region(written(tmp_path, document))


def test_price_years_are_not_mixed(tmp_path):
    document = city()
    document["county"][1]["series"]["gdp"]["price_year"] = 2015
    assert problems(tmp_path, document) == {("county[1].series.gdp.price_year", "region-price-years")}
    del document["price_year"]
    assert keys(tmp_path, document) == {"required"}


def test_a_county_twice(tmp_path):
    document = city()
    document["county"].append(deepcopy(document["county"][0]))
    assert ("county[2].name", "region-twice") in problems(tmp_path, document)


def test_parts_are_not_larger_than_the_whole(tmp_path):
    document = city()
    document["county"][0]["series"]["energy"] = by_year(600, 650, "万tce")
    found = problems(tmp_path, document)
    assert {key for _, key in found} == {"region-parts-exceed"} and len(found) == 6
    document = city()
    document["series"]["sector_energy"]["coking"] = by_year(900, 900, "万tce")
    assert keys(tmp_path, document) == {"region-parts-exceed"}


def test_parents_in_a_circle_and_unknown(tmp_path):
    document = city()
    document["county"][0]["parent"], document["county"][1]["parent"] = "丙县", "乙县"
    assert keys(tmp_path, document) == {"region-circle"}
    document["county"][1]["parent"] = "丁县"
    assert keys(tmp_path, document) == {"region-parent-unknown"}


def test_towns_lie_below_their_county(tmp_path):
    document = city()
    document["county"].append({"name": "镇", "parent": "乙县"})
    region = load_region(written(tmp_path, document))
    assert [each.name for each in region.counties[0].counties] == ["镇"]


def test_a_province_reads_its_city_and_not_itself(tmp_path):
    (tmp_path / "inner").mkdir()
    written(tmp_path / "inner", CITY)
    province = city(name="省", county=[{"file": "inner/city.toml"}], plan="shanxi-14fyp")
    region = load_region(written(tmp_path, province))
    assert [each.name for each in region.counties] == ["甲市"] and len(region.counties[0].counties) == 2
    province["county"] = [{"file": "city.toml"}]
    assert keys(tmp_path, province) == {"region-circle"}
    province["county"] = [{"file": "nowhere.toml"}]
    assert keys(tmp_path, province) == {"file-missing"}


def test_figures_measure_what_their_target_measures(tmp_path):
    document = city(targets={"t002": "40 kWh"}, indicators={"t077": {"2025": "163 t"}})
    assert problems(tmp_path, document) == {
        ("targets.t002", "region-target-unit"),
        ("indicators.t077.2025", "region-target-unit"),
    }


def test_energy_that_is_left_out_is_part_of_the_whole(tmp_path):
    document = city(single_listed=[{"name": "大", "approval": "某文", "energy": {"2025": "2000 万tce"}}])
    assert problems(tmp_path, document) == {("甲市 feedstock + single_listed.2025", "region-parts-exceed")}


def test_listed_projects_with_mistakes(tmp_path):
    document = city(single_listed=[{"name": "大", "energy": {"2022": "-1 万tce", "2024": "1 万t"}}, {"approved": 1}])
    document["expected_growth"], document["energy_total"] = "500 %", "-3 万tce"
    assert problems(tmp_path, document) == {
        ("single_listed[0].energy.2022", "out-of-bounds"),
        ("single_listed[0].energy.2024", "unit-kind"),
        ("single_listed[0].energy", "region-years-missing"),
        ("single_listed[1].approved", "unknown-key-near"),
        ("single_listed[1].energy", "required"),
        ("single_listed[1].name", "required"),
        ("expected_growth", "out-of-bounds"),
        ("energy_total", "out-of-bounds"),
    }


def test_a_plant_stands_in_one_place(tmp_path):
    row = {"name": "厂", "sector": "steel", "nox": "5 t"}
    document = city(result=[row, row])
    assert keys(tmp_path, document) == {"region-plant-twice"}
    document = city()
    for county in document["county"]:
        county["result"] = [row]
    assert keys(tmp_path, document) == {"region-plant-twice"}
    document["county"][1]["result"] = [{**row, "sector": "coking"}]  # two works of one firm
    load_region(written(tmp_path, document))


def test_gdp_and_energy_are_above_zero(tmp_path):
    document = city(county=[])
    document["series"]["gdp"]["2020"] = "0 亿元"
    assert ("series.gdp.2020", "out-of-bounds") in problems(tmp_path, document)


def test_the_order_of_years(tmp_path):
    assert keys(tmp_path, city(year=2020)) == {"region-year-order"}
    assert ("plan", "plan-unknown") in problems(tmp_path, city(plan="atlantis"))
    assert ("plan", "required") in problems(tmp_path, city(plan=""))


def test_the_example_has_all_counties_and_sectors():
    region = load_region(str(EXAMPLE))
    members = list(region.all_members())
    assert len(region.counties) == 13 and len(members) >= 30 and not list(region.all_rejected())
    assert len({each.sector for each in members}) >= 15


def test_a_county_has_its_tile(tmp_path):
    region = load_region(written(tmp_path, city(county=[{"name": "乙县", "tile": [2, 0]}, {"name": "丙县"}])))
    assert [each.tile for each in region.counties] == [(2, 0), None]


@pytest.mark.parametrize("given", ["2", [1], [1, 2, 3], [1.5, 2], [True, 2], [-1, 0], [0, 100]])
def test_a_tile_is_a_column_and_a_row(tmp_path, given):
    found = problems(tmp_path, city(county=[{"name": "乙县", "tile": given}]))
    assert found == {("county[0].tile", "region-tile")}


def test_two_counties_on_one_tile_are_refused(tmp_path):
    document = city(county=[{"name": "乙县", "tile": [2, 0]}, {"name": "丙县", "tile": [2, 0]}])
    assert problems(tmp_path, document) == {("丙县 tile", "region-tile-taken")}


def test_own_figures_of_targets_that_there_are_not(tmp_path):
    document = city(targets={"t002": "1~2 t"}, indicators={"t999": {"2025": "8 %"}})
    assert problems(tmp_path, document) == {
        ("targets.t002", "range-not-here"),
        ("indicators.t999", "target-unknown"),
    }


def test_what_is_of_the_whole_region_is_not_of_a_county(tmp_path):
    document = city()
    document["county"][0] |= {"plan": "shanxi-14fyp", "lag": 1}
    assert problems(tmp_path, document) == {
        ("county[0].plan", "region-city-only"),
        ("county[0].lag", "region-city-only"),
    }


def test_a_city_of_other_years_than_its_province_is_refused(tmp_path):
    (tmp_path / "inner").mkdir()
    written(tmp_path / "inner", {**CITY, "base_year": 2021})
    province = city(name="省", county=[{"file": "inner/city.toml"}], plan="shanxi-14fyp")
    with pytest.raises(InputError, match=r"county\[0\]\.file: .*2021-2025"):
        load_region(written(tmp_path, province))


@pytest.mark.parametrize(("count", "deep"), [(40, False), (41, True)])
def test_regions_lie_in_each_other_up_to_forty_deep(tmp_path, count, deep):
    chain = [{"name": f"区{n}", **({"parent": f"区{n - 1}"} if n else {})} for n in range(count)]
    document = city(county=chain)
    if deep:
        assert problems(tmp_path, document) == {("区40 parent", "region-too-deep")}
    else:
        assert load_region(written(tmp_path, document)).counties[0].name == "区0"
