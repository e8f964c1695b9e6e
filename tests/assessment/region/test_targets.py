import shutil
import tomllib

import pytest
from city import CITY, city, example, written

from ecdcalc import assess_region, load_region
from ecdcalc.assessment.region.targets import EVALUATORS, MET, NOT_EVALUATED, ON_TRACK, SHORT, STATES, Ledger
from ecdcalc.decide.written import toml_of
from ecdcalc.model.region import INDICATORS
from ecdcalc.numbers.ops import missing
from ecdcalc.read.plans import new_plan


def standing(folder, document, id):
    result = assess_region(load_region(written(folder, document)))
    return next(each for each in result.standings if each.target.id == id)


def test_the_example_evaluates_every_row():
    result = example()
    assert len(result.standings) == 91
    assert [each.target.id for each in result.standings if each.state == NOT_EVALUATED] == []
    assert {each.state for each in result.standings} <= set(STATES)
    assert sum(result.count(state) for state in STATES) == 91
    short = [each for each in result.standings if each.state == SHORT]
    assert short and all(each.gap is not None for each in short)


def test_energy_per_gdp(tmp_path):
    found = standing(tmp_path, CITY, "t001")
    assert (found.state, found.plan) == (SHORT, "yuncheng-14fyp")
    assert found.value == pytest.approx(0.12) and found.gap == pytest.approx(0.035)


def test_on_track_before_the_target_year(tmp_path):
    # on a straight line: in 2022 energy 1040 on 1100 is 5.45 %; the even path asks 1 − 0.845^0.4 = 6.51 %
    assert standing(tmp_path, city(year=2022), "t001").state == SHORT
    document = city(year=2022, targets={"t001": "12 %"})
    found = standing(tmp_path, document, "t001")
    assert found.state == ON_TRACK and found.path == pytest.approx(1 - 0.88**0.4)
    assert found.plan == "targets.t001"  # not the plan's number, and said so


def test_negative_growth_must_be_below_zero(tmp_path):
    assert standing(tmp_path, CITY, "t040").state == MET
    document = city()
    document["series"]["coal"] = dict.fromkeys(document["series"]["coal"], "500 万t")
    assert standing(tmp_path, document, "t040").state == SHORT


def test_growth_of_energy_is_that_of_energy_that_counts(tmp_path):
    text = new_plan("own").replace("energy_intensity_reduction", "energy_growth").replace('">="', '"<="')
    (tmp_path / "own.toml").write_text(text, encoding="utf-8")
    document = city(plan="own.toml", single_listed=[{"name": "大", "approval": "某文", "energy": {"2025": "40 万tce"}}])
    assert standing(tmp_path, document, "t001").value == pytest.approx(0.06)


def test_a_sector(tmp_path):
    found = standing(tmp_path, CITY, "t025")
    assert found.state == SHORT and found.value == pytest.approx(1 - 270 / 110 / 3)
    lacking = standing(tmp_path, CITY, "t019")
    assert lacking.state == NOT_EVALUATED and "series.sector_energy.coking" in lacking.values["names"]


def test_figures_of_the_region_and_what_is_missing(tmp_path):
    found = standing(tmp_path, city(indicators={"t049": {"2020": "12 %", "2025": "8.5 %"}}), "t049")
    assert (found.state, found.evaluator) == (MET, "indicator") and found.base == pytest.approx(0.12)
    assert standing(tmp_path, CITY, "t049").values == {"names": "indicators.t049.2025"}
    no_number = standing(tmp_path, city(indicators={"t006": {"2025": "80 %"}}), "t006")
    assert no_number.values == {"names": "targets.t006"} and no_number.value == pytest.approx(0.8)
    linear = standing(tmp_path, city(year=2022, indicators={"t049": {"2020": "12 %", "2022": "10.5 %"}}), "t049")
    assert linear.state == ON_TRACK and linear.path == pytest.approx(0.12 - 0.03 * 0.4)


def test_plants_decide_what_nothing_else_does(tmp_path, coking_file):
    shutil.copy(coking_file, tmp_path / "plant.toml")
    document = city()
    document["county"][0]["plants"] = ["plant.toml"]
    found = standing(tmp_path, document, "t016")
    assert (found.state, found.evaluator) == (MET, "plants") and found.places[0][0].county == "乙县"
    assert standing(tmp_path, document, "t018").reason == "region-none-concerned"
    text = coking_file.read_text(encoding="utf-8").replace('closed = "2023-09-30"\n', "")
    (tmp_path / "plant.toml").write_text(text, encoding="utf-8")
    found = standing(tmp_path, document, "t016")
    assert found.state == SHORT and found.values["open"] == 1


def test_items_add_up_over_plants():
    found = next(each for each in example().standings if each.target.id == "t023")
    assert found.value == sum(gap.reporting for _, gap in found.places)


def test_offsets_and_rules(tmp_path):
    document = city(new_source=[{"name": "新", "emission": {"nox": "10 t"}, "fails": ["nox"]}])
    assert standing(tmp_path, document, "t089").value == 0
    assert standing(tmp_path, CITY, "t089").state == NOT_EVALUATED
    assert standing(tmp_path, CITY, "t087").state == MET
    assert standing(tmp_path, city(rules={"exclude_feedstock": False}), "t088").state == SHORT


def test_every_evaluator_has_a_unit():
    assert set(INDICATORS) == set(EVALUATORS)


def test_a_target_of_plants_names_the_plant_that_lacks_an_input(tmp_path, coking_file):
    """The heating value of the oven gas is not given, so that the energy of the battery is not known."""
    plant = tomllib.loads(coking_file.read_text(encoding="utf-8"))
    for battery in plant["battery"]:
        del battery["energy"]["coke-oven-gas"]["lhv"]
    (tmp_path / "plant.toml").write_text(toml_of(plant), encoding="utf-8")
    document = city()
    document["county"][0]["plants"] = ["plant.toml"]
    found = standing(tmp_path, document, "t017")
    assert (found.state, found.reason) == (NOT_EVALUATED, "lacks-inputs")
    assert found.values["names"].startswith("plant.toml: energy.coke-oven-gas.coal_factor")


@pytest.mark.parametrize("indicator", ["region.energy_growth", "region.energy_intensity_reduction"])
def test_what_the_control_of_energy_lacks_its_targets_lack(indicator):
    gap = missing("甲市.series.energy")
    assert EVALUATORS[indicator](None, Ledger(None, gap, None)) is gap
