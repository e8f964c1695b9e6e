import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from plain import floats

from ecdcalc.assessment.plant import assess
from ecdcalc.model.sector import sector
from ecdcalc.read import load_plant, read_plant
from ecdcalc.testing import check_sector
from ecdcalc.words.errors import InputError

EXAMPLE = Path(__file__).parents[2] / "examples" / "steel.toml"
FURNACE = {"iron": "100 万t", "energy": {"coke": "40 万t", "blast-furnace-gas": "-9 亿m3"}}


@pytest.fixture(scope="module")
def example():
    return assess(load_plant(str(EXAMPLE)))


def run(**tables):
    return assess(read_plant({"year": 2025, "plan": "yuncheng-14fyp", **tables}, asked="steel"))


def one(result, place):
    return next(each for each in result.processes if each.case.place == place)


def problems(**tables):
    with pytest.raises(InputError) as caught:
        run(**tables)
    return {each.place: each.key for each in caught.value.problems}


def test_steel_keeps_the_contract():
    check_sector(sector("steel"))


def test_template_runs():
    result = assess(read_plant(tomllib.loads(sector("steel").template)))
    assert result.saved["energy"] > 0
    assert {each.case.key for each in result.processes} >= {each.about.key for each in sector("steel").processes}


def test_example_comes_below_the_plan(example):
    works = one(example, "works")
    assert 0.530 < works.baseline["unit_energy"].value < 0.560
    assert works.reporting["unit_energy"].value < 0.520


def test_example_meets_its_targets(example):
    met = {each.target.id for each in example.gaps if each.status == "met"}
    assert met == {"t020", "t023", "t024", "t025"}
    assert not example.open_gaps


@pytest.mark.parametrize("state", ["baseline", "reporting"])
def test_example_gas_balances(example, state):
    terms = getattr(one(example, "works"), state)
    assert abs(terms["gas_balance"].value) < 1e-4 * terms["total_energy"].value
    assert terms["steel_check"].value == pytest.approx(1)


@pytest.mark.parametrize("name", ["energy", "electricity", "cod", "nh3n", "nox", "voc", "so2", "pm", "co2"])
def test_example_gives_every_total(example, name):
    assert example.saved[name] > 0


def test_works_energy_is_the_sum_of_all_processes(example):
    works = one(example, "works")
    parts = [
        each.reporting["energy"].value
        for each in example.processes
        if "energy" in each.reporting and each.case.kind != "closed"
    ]
    assert works.reporting["total_energy"].value == pytest.approx(sum(parts))


def test_plant_energy_counts_the_works_once(example):
    plant, works = one(example, "plant"), one(example, "works")
    value_added = plant.case.baseline.value_added
    assert plant.reporting["intensity"].value * value_added == pytest.approx(works.reporting["total_energy"].value)


@given(floats(1e4, 1e6), floats(1e6, 1e9), floats(0, 1))
def test_carbon_passed_inside_the_works_cancels(iron, gas, share):
    """Iron charged where it was made and gas burnt where it was recovered leave only what was bought."""
    result = run(
        **{
            "blast-furnace": [
                {
                    "iron": f"{iron} t",
                    "limestone": "0 t",
                    "dolomite": "0 t",
                    "energy": {"coke": "100 万t", "blast-furnace-gas": f"-{gas} m3"},
                }
            ],
            "converter": [
                {"steel": f"{iron} t", "hot_metal": f"{iron} t", "scrap": "0 t", "limestone": "0 t", "dolomite": "0 t"}
            ],
            "rolling": [{"rolled": "1 t", "energy": {"blast-furnace-gas": f"{gas * share} m3"}}],
            "works": {
                "steel": f"{iron} t",
                "limestone": "0 t",
                "dolomite": "0 t",
                "energy": {"blast-furnace-gas": f"{gas * (1 - share)} m3"},
            },
        }
    )
    total = sum(each.reporting["co2"].value for each in result.processes if "co2" in each.reporting)
    coke = 1e9 * 28.446 * 0.0294 * 0.93 * 44 / 12
    assert total == pytest.approx(coke - iron * 1e3 * 0.0154, rel=1e-6)


@given(floats(50, 70), floats(50, 70))
def test_leaner_burden_never_tightens_the_limit(one_grade, other_grade):
    from ecdcalc.plugins.steel.corrections import lean_burden

    low, high = sorted((one_grade / 100, other_grade / 100))
    assert lean_burden(feed_grade=low) >= lean_burden(feed_grade=high) - 1e-15


@given(floats(0.01, 0.9), floats(0.01, 0.9))
def test_reheating_measures_multiply_in_any_order(first, second):
    from ecdcalc.plugins.steel.measures import less_fuel

    plant = read_plant(
        {"year": 2025, "rolling": [{"rolled": "1 万t", "energy": {"blast-furnace-gas": "100 万m3"}}]}, asked="steel"
    )
    mill = plant.cases[0].baseline
    there, back = less_fuel(less_fuel(mill, first), second), less_fuel(less_fuel(mill, second), first)
    assert there.energy == pytest.approx(back.energy) == pytest.approx(mill.energy * (1 - first) * (1 - second))


def test_sinter_heat_is_used_once():
    found = problems(
        sinter=[
            {
                "sinter": "100 万t",
                "energy": {"coke": "4 万t"},
                "measure": [{"use": "sinter-cooler-waste-heat-power"}, {"use": "sinter-cooler-waste-heat-steam"}],
            }
        ]
    )
    assert found == {"sinter[0].measure[1].use": "measure-exclusive"}


def test_a_furnace_gives_no_more_than_it_takes():
    found = problems(
        **{"blast-furnace": [{"iron": "1 万t", "energy": {"coke": "1000 t", "blast-furnace-gas": "-1 亿m3"}}]}
    )
    assert found["blast-furnace[0].energy_given"] == "steel-more-out-than-in"


def test_measure_that_saves_more_than_is_burnt_is_refused():
    mill = {
        "rolled": "1 万t",
        "reheating_fuel": "0.5 GJ/t",
        "energy": {"blast-furnace-gas": "130 万m3", "electricity": "1 GWh"},
        "measure": [{"use": "regenerative-burners"}],
    }
    assert problems(rolling=[mill]) == {"rolling[0].measure[0].fuel_given": "steel-more-saved-than-burnt"}


def test_bad_input_is_reported_in_one_pass():
    found = problems(
        **{
            "blast-furnace": [{"iron": "-1 t", "volume": "1280", "feed_grade": "120 %", "stove_fuel": "peat"}],
            "converter": [{"steel": "1 万t", "steel_grade": "plain", "nox": {"removal": "101 %"}, "scrapp": "1 t"}],
            "works": {"steel": "0 t"},
        }
    )
    assert set(found) == {
        "blast-furnace[0].iron",
        "blast-furnace[0].volume",
        "blast-furnace[0].feed_grade",
        "blast-furnace[0].stove_fuel",
        "converter[0].steel_grade",
        "converter[0].nox.removal",
        "converter[0].scrapp",
        "works.steel",
    }


def test_works_stands_alone():
    assert problems(works=[{"steel": "1 t"}]) == {"works": "one-only"}


def test_limit_needs_the_feed_grade():
    result = run(**{"blast-furnace": [FURNACE]})
    grade = one(result, "blast-furnace[0]").grades[0]
    todays = next(each for each in (grade, *grade.others) if each.limit.standard == "gb-21256-2025")
    assert todays.level["reporting"] == "incomplete"


def test_special_converter_has_no_limit():
    result = run(converter=[{"steel": "1 万t", "purpose": "special", "energy": {"electricity": "1 GWh"}}])
    assert one(result, "converter[0]").grades == ()


def test_fuel_without_factor_is_no_silent_zero():
    result = run(rolling=[{"rolled": "1 万t", "energy": {"fuel-oil": "300 t"}, "nox": {"removal": "0 %"}}])
    assert "nox_factor" in str(one(result, "rolling[0]").reporting["nox"].value)


def test_one_furnace_alone_is_not_replaced():
    result = run(**{"blast-furnace": [{**FURNACE, "volume": "1080 m3", "capacity": "100 万t"}]})
    target = next(each for each in result.gaps if each.target.id == "t022")
    assert target.status == "not-evaluated"


@pytest.mark.parametrize("id", ["t020", "t021", "t022", "t023", "t024", "t025"])
def test_every_steel_target_names_its_indicator(id):
    from ecdcalc.read.plans import load_plan

    assert load_plan("yuncheng-14fyp").get(id).indicator
