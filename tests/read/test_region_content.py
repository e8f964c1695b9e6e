import shutil

import pytest
from city import city, written

from ecdcalc import InputError, load_region


def with_plants(folder, coking_file, *patterns):
    shutil.copy(coking_file, folder / "plant.toml")
    document = city()
    for county, plants in zip(document["county"], patterns, strict=False):
        county["plants"] = plants
    return document


def test_files_and_globs(tmp_path, coking_file):
    region = load_region(written(tmp_path, with_plants(tmp_path, coking_file, ["pl*.toml", "plant.toml"])))
    assert [each.county for each in region.all_members()] == ["乙县"]


def test_a_plant_in_two_counties(tmp_path, coking_file):
    document = with_plants(tmp_path, coking_file, ["plant.toml"], ["plant.toml"])
    with pytest.raises(InputError, match=r"乙县.*丙县"):
        load_region(written(tmp_path, document))


def test_a_plant_that_fails_is_listed_and_the_others_go_on(tmp_path, coking_file):
    document = with_plants(tmp_path, coking_file, ["plant.toml", "bad.toml", "gone.toml", "early.toml", "odd.toml"])
    text = coking_file.read_text(encoding="utf-8")
    (tmp_path / "bad.toml").write_text(text.replace('coke = "130 万t"', 'coke = "130 parsec"'), encoding="utf-8")
    (tmp_path / "early.toml").write_text(text.replace("year = 2025", "year = 2023"), encoding="utf-8")
    (tmp_path / "odd.toml").write_text('sector = "alchemy"', encoding="utf-8")
    region = load_region(written(tmp_path, document))
    assert [each.place for each in region.all_members()] == ["plant.toml"]
    rejected = {each.place: each.problems[0] for each in region.all_rejected()}
    assert set(rejected) == {"bad.toml", "gone.toml", "early.toml", "odd.toml"}
    assert rejected["bad.toml"].place == "battery[1].coke" and rejected["early.toml"].key == "region-plant-year"


def test_results_in_place_of_files(tmp_path):
    document = city()
    document["county"][0]["result"] = [
        {"name": "甲厂", "sector": "coking", "energy": "1200 tce", "nox": "30 t"},
        {"name": "乙厂", "sector": "coking", "nox": "30 parsec", "x": "1"},
    ]
    document["county"][1]["results"] = "results.csv"
    rows = "name,sector,energy,cod\n丙厂,steel,500 tce,\n,steel,1 tce,\n"
    (tmp_path / "results.csv").write_text(rows, encoding="utf-8")
    region = load_region(written(tmp_path, document))
    assert {each.name: dict(each.saved) for each in region.all_members()} == {
        "甲厂": {"energy": 1.2e6, "nox": 3e4},
        "丙厂": {"energy": 5e5},
    }
    assert [each.place for each in region.all_rejected()] == ["county[0].result[1]", "results.csv:3"]
    document["county"][1]["results"] = "nowhere.csv"
    document["county"][1]["result"] = [{"name": "甲厂", "sector": "coking"}]
    with pytest.raises(InputError, match="甲厂"):
        load_region(written(tmp_path, document))


def test_bad_projects_and_sources(tmp_path):
    document = city()
    document["project"] = [
        {"name": "一", "item": "magic", "start": "2023-13", "evidence": "none"},
        {"name": "二", "item": "ldar", "start": "2023-05", "annual": {"noxx": "1 t", "voc": "-1 t", "cod": "1 m"}},
    ]
    document["new_source"] = [{"name": "三", "fails": ["nox", "smell"]}]
    with pytest.raises(InputError) as error:
        load_region(written(tmp_path, document))
    assert {(problem.place, problem.key) for problem in error.value.problems} == {
        ("project[0].item", "not-an-option"),
        ("project[0].start", "region-month"),
        ("project[0].evidence", "region-files"),
        ("project[0].annual", "required"),
        ("project[1].annual.noxx", "unknown-key"),
        ("project[1].annual.voc", "out-of-bounds"),
        ("project[1].annual.cod", "unit-kind"),
        ("new_source[0].emission", "required"),
        ("new_source[0].fails", "not-an-option"),
    }


def test_no_energy_below_zero(tmp_path):
    document = city()
    document["series"]["coal"]["2022"] = "-1 万t"
    with pytest.raises(InputError, match=r"series.coal.2022.*>= 0"):
        load_region(written(tmp_path, document))


def told(folder, document):
    with pytest.raises(InputError) as error:
        load_region(written(folder, document))
    return {(problem.place, problem.key) for problem in error.value.problems}


def test_series_that_are_none(tmp_path):
    document = city(plants="plants/*.toml")
    document["series"]["value_added"]["coking"] = 5
    document["series"]["energy"] |= {"then": "1 万tce", "2021": "much"}
    document["series"]["gdp"]["price_year"] = "soon"
    assert told(tmp_path, document) == {
        ("plants", "region-files"),
        ("series.value_added.coking", "not-a-table"),
        ("series.energy.then", "not-a-year"),
        ("series.energy.2021", "not-a-number"),
        ("series.gdp.price_year", "not-a-year"),
    }


@pytest.mark.parametrize("sector", ["alchemy", ["coking"]])
def test_a_result_of_a_sector_that_there_is_not_is_rejected(tmp_path, sector):
    document = city(result=[{"name": "甲厂", "sector": sector, "nox": "1 t"}])
    (rejected,) = load_region(written(tmp_path, document)).all_rejected()
    (problem,) = rejected.problems
    assert (problem.place, problem.key) == ("result[0].sector", "sector-unknown")
    assert str(sector) in problem.say("zh") and "coking" in problem.say("zh")
