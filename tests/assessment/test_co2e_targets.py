"""Targets of a plan on CO2 equivalent: of the processes of a kind in a plant, and of all plants of a region."""

import openpyxl
import pytest
from city import city, written

from ecdcalc import assess_region, load_region
from ecdcalc.assessment.plant import assess
from ecdcalc.decide.chance_region import chance_of_region
from ecdcalc.read.plan import read_plan
from ecdcalc.read.plan_check import check_names
from ecdcalc.read.plans import new_plan
from ecdcalc.read.plant import read_plant
from ecdcalc.report.workbook.region import write_region_workbook
from ecdcalc.words.errors import InputError
from ecdcalc.words.labels import word

# 380 kg SF6 × 23 500 = 8930 t and 5 kg CF4 × 6630 = 33.15 t, by AR5
SF6 = {"name": "switchgear", "gas": "sf6", "charge": "500 kg", "recovered": "100 kg",
       "reporting": {"recovered": "480 kg"}}  # fmt: skip
CF4 = {"name": "etching", "gas": "cf4", "charge": "10 kg", "recovered": "0 kg", "reporting": {"recovered": "5 kg"}}
SAVED = {"switchgear": 380 * 23_500, "etching": 5 * 6_630}


def plan_file(folder, indicator, limit="8000 t", sector="equipment"):
    text = new_plan("own").replace('"region.energy_intensity_reduction"', f'"{indicator}"')
    text = text.replace('sector = ["region"]', f'sector = ["{sector}"]').replace("15 %", limit)
    path = folder / "own.toml"
    path.write_text(text, encoding="utf-8")
    return path


def plant(*releases, **head):
    return {"year": 2025, "sector": "equipment", **head, "gas-release": list(releases)}


def test_each_process_of_a_plant_is_held_against_it(tmp_path):
    found = assess(read_plant(plant(SF6, CF4, plan=str(plan_file(tmp_path, "gas-release.co2e_saved")))))
    by_name = {each.process: each for each in found.gaps}
    assert {name: each.reporting for name, each in by_name.items()} == pytest.approx(SAVED)
    assert {name: each.status for name, each in by_name.items()} == {"switchgear": "met", "etching": "open"}
    assert by_name["etching"].gap == pytest.approx(8_000_000 - SAVED["etching"])


def test_the_report_counts(tmp_path):
    file = str(plan_file(tmp_path, "gas-release.co2e_saved", "8500 t"))
    by_report = {report: assess(read_plant(plant(SF6, plan=file, gwp=report))).gaps[0] for report in ("AR4", "AR5")}
    assert by_report["AR4"].reporting == pytest.approx(380 * 22_800) and by_report["AR4"].status == "met"
    assert by_report["AR5"].reporting == pytest.approx(SAVED["switchgear"])


def test_a_process_without_other_gases_saves_its_co2(tmp_path):
    boiler = {"name": "b", "closed": "2023-10-31", "heat": "9 万GJ", "capacity": "10 t/h", "furnace": "grate",
              "network": "inside", "state": "outdated", "energy": {"raw-coal": "6800 t"}}  # fmt: skip
    file = plan_file(tmp_path, "coal-boiler.co2e_saved", sector="coal")
    found = assess(read_plant({"sector": "coal", "year": 2025, "plan": str(file), "coal-boiler": [boiler]}))
    (gap,) = found.gaps
    assert gap.status == "met" and gap.reporting == pytest.approx(found.saved["co2"])


def region_of(folder, indicator, limit, **reporting):
    """A region with the plan and two plants, whose `reporting` may be another."""
    sector = "region" if indicator.startswith("region") else "equipment"
    plan_file(folder, indicator, limit, sector)
    document = city(plan="own.toml")
    for number, release in enumerate(({**SF6, **reporting}, CF4)):
        rows = ", ".join(f"{key} = {_toml(value)}" for key, value in release.items())
        text = f'sector = "equipment"\nyear = 2025\ngas-release = [{{ {rows} }}]\n'
        (folder / f"{number}.toml").write_text(text, encoding="utf-8")
    document["county"][0]["plants"] = ["0.toml", "1.toml"]
    return assess_region(load_region(written(folder, document)))


@pytest.mark.parametrize(("limit", "state"), [("8000 t", "met"), ("8963 t", "met"), ("9000 t", "short")])
@pytest.mark.parametrize("indicator", ["region.co2e_saved", "gas-release.co2e_saved"])
def test_the_plants_of_a_region_add_up(tmp_path, indicator, limit, state):
    result = region_of(tmp_path, indicator, limit)
    (found,) = result.standings
    assert found.state == state and found.value == pytest.approx(sum(SAVED.values()))
    told = next(each for each in result.to_dict("zh")["targets"] if each["target"] == "T001")
    assert told["value"]["unit"] == "t" and told["value"]["value"] == pytest.approx(sum(SAVED.values()) / 1000)


def test_draws_tell_the_chance_of_what_is_saved_in_all(tmp_path):
    # recovered evenly between 470 and 490 kg: half of the trials save 380 kg and more
    result = region_of(tmp_path, "region.co2e_saved", "8963 t", reporting={"recovered": "470~490 kg"})
    (found,) = chance_of_region(result, 2000, 1).targets
    assert found.met == pytest.approx(0.5, abs=0.05)
    ends = [(each * 23_500 + SAVED["etching"]) / 1000 for each in (370, 390)]
    told = found.reached.to_dict()
    assert ends[0] < told["p5"]["value"] < told["p95"]["value"] < ends[1]


def test_the_workbook_of_a_region_adds_it_up_in_cells(tmp_path):
    write_region_workbook(region_of(tmp_path, "region.co2e_saved", "8000 t"), tmp_path / "r.xlsx", "zh")
    sheet = openpyxl.load_workbook(tmp_path / "r.xlsx")[word("sheet-targets", "zh")]
    row = next(row for row in sheet.iter_rows(min_row=4) if row[0].value == "T001")
    assert str(row[5].value).startswith("=") and word("sheet-sums", "zh") in row[5].value


def _toml(value):
    if isinstance(value, dict):
        return "{ " + ", ".join(f'{key} = "{each}"' for key, each in value.items()) + " }"
    return f'"{value}"'


def test_a_region_without_plants_lacks_them(tmp_path):
    plan_file(tmp_path, "region.co2e_saved", sector="region")
    (found,) = assess_region(load_region(written(tmp_path, city(plan="own.toml")))).standings
    assert found.state == "not-evaluated" and "plants" in found.values["names"]


@pytest.mark.parametrize("indicator", ["region.co2e_saved", "gas-release.co2e_saved"])
def test_a_limit_in_percent_is_refused(indicator):
    target = {"id": "t001", "clause": "二", "sector": ["equipment"], "zh": "某", "en": "Some", "type": "binding",
              "limit": "3 %", "indicator": indicator, "op": ">="}  # fmt: skip
    plan = read_plan({"id": "x", "zh": "某", "en": "Some", "base_year": 2020, "target_year": 2025, "document": "x",
                      "target": [target]}, "x")  # fmt: skip
    with pytest.raises(InputError) as error:
        check_names(plan, "x")
    assert [(each.key, each.values["asked"]) for each in error.value.problems] == [("target-kind", "t")]
