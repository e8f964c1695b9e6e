"""Enough is known: what cancels is not needed, zero times unknown is zero, a total shows what is known of it."""

import json
from pathlib import Path

import jsonschema
import pytest

from ecdcalc import assess, load_plant
from ecdcalc.assessment.contract.form import ASSESSMENT, schema_text
from ecdcalc.numbers.ops import Missing
from ecdcalc.report.render import render
from ecdcalc.report.screen.answer import answer
from ecdcalc.words.errors import InputError

HERE = Path(__file__).parent
EXAMPLES = sorted((HERE.parents[1] / "examples").glob("*.toml"))


def case(name, *changes):
    text = (HERE / f"{name}.toml").read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return text


def assessed(tmp_path, name, *changes):
    path = tmp_path / "plant.toml"
    path.write_text(case(name, *changes), "utf-8")
    return assess(load_plant(path))


@pytest.mark.parametrize("flux", [None, "0 万t", "17 万t", "31 万t"])
def test_co2_saved_is_the_same_whatever_the_limestone(tmp_path, flux):
    given = [('iron = "142 万t"', f'iron = "142 万t"\nlimestone = "{flux}"\ndolomite = "3 万t"')] if flux else []
    result = assessed(tmp_path, "co2-cancels", *given)
    assert result.saved["co2"] / 1000 == pytest.approx(42.6e6 * 0.7252 / 1000, rel=1e-9)  # 30 893.5 t
    told = result.to_dict("en")["not_computed"]
    assert any("CO2" in each["what"] and "the same in both states" in each["reason"] for each in told) == (not flux)


def test_what_nothing_is_known_of_is_no_silent_zero(tmp_path):
    result = assessed(tmp_path, "co2-cancels")
    assert "blast-furnace[0].nox.mass" in result.saved["nox"].names
    assert result.to_dict("en")["totals"]["reductions"]["NOx"] is None


def test_it_does_not_cancel_where_the_output_changes(tmp_path):
    more = (
        'use = "top-pressure-recovery-turbine"',
        'use = "top-pressure-recovery-turbine"\n[blast-furnace.reporting]\niron = "150 万t"',
    )
    assert "blast-furnace[0].limestone" in assessed(tmp_path, "co2-cancels", more).saved["co2"].names


@pytest.mark.parametrize(("name", "tonnes"), [("A13-heating-retrofit", 63_023), ("A23-flash-steam", 1720)])
def test_no_electricity_needs_no_grid_factor(tmp_path, name, tonnes):
    factor = [(', co2_factor = "0.6 kg/kWh"', "")] if name.startswith("A13") else []
    assert assessed(tmp_path, name, *factor).saved["co2"] / 1000 == pytest.approx(tonnes, rel=1e-4)


def test_a_total_is_marked_as_a_part(tmp_path):
    result = assessed(tmp_path, "partial-total")
    found = result.to_dict("en")
    jsonschema.validate(found, json.loads(schema_text(ASSESSMENT)))
    totals = found["totals"]
    assert totals["energy_saved"]["value"] == pytest.approx(result["kiln"].saved["energy"] / 1000)
    assert totals["complete"]["energy_saved"] is False
    assert [each["title"] for each in totals["lacks"]["energy_saved"]] == ["fan"]
    assert "motor[0].power" in totals["lacks"]["energy_saved"][0]["inputs"]
    assert isinstance(result.saved["energy"], Missing) and result.energy_saved is None
    text = render(result, "table", "en")
    assert "(in part)" in text and "energy saved: without fan" in text
    assert "（部分）" in render(result, "table", "zh") and "未含 fan" in render(result, "markdown", "zh")
    energy = next(line.text for line in answer(result.to_dict("en"), "en") if line.label == "Energy saved")
    assert "tce" in energy and "(part)" in energy
    assert any("(in part)" in line for line in render(result, "csv", "en").splitlines())
    old = result.to_dict("en", schema=1)
    assert old["totals"]["energy_saved"] is None and "lacks" not in old["totals"]


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_a_total_is_complete_or_says_what_it_lacks(file):
    result = assess(load_plant(file))
    for name, total in result.totals.items():
        assert total.complete == (not isinstance(total.value, Missing)), name
        parts = [each.saved[name] for each in result.processes if name in each.saved]
        known = [each for each in parts if not isinstance(each, Missing)]
        if known:
            assert total.known == pytest.approx(sum(known), rel=1e-9, abs=1e-6)
        for place in total.lacks:
            assert isinstance(result[place].saved[name], Missing)


WORKS = """
sector = "steel"
year = 2025
province = "shanxi"
[[blast-furnace]]
iron = "100 万t"
stove_gas = "6 亿m3"
limestone = "0 t"
dolomite = "0 t"
energy = { coke = "42 万t", blast-furnace-gas = "-9 亿m3", electricity = "90 GWh" }
[[blast-furnace.measure]]
use = "top-pressure-recovery-turbine"
"""


def furnace(tmp_path, *changes):
    text = WORKS
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path = tmp_path / "plant.toml"
    path.write_text(text, "utf-8")
    return path


def test_a_year_without_a_grid_factor_is_told_with_those_there_are(tmp_path):
    found = assess(load_plant(furnace(tmp_path)))
    told = {each["what"]: each["reason"] for each in found.to_dict("en")["not_computed"]}
    reason = told["blast-furnace[0]: CO2"]
    assert "no grid factor of shanxi for 2025 is published, but for 2021, 2022, 2023" in reason
    assert any("请用 grid_year 选定" in each["reason"] for each in found.to_dict("zh")["not_computed"])
    known = assess(load_plant(furnace(tmp_path, ("year = 2025", "year = 2025\ngrid_year = 2023")))).to_dict("en")
    assert known["totals"]["reductions"]["CO2"] is not None
    assert not any("grid_year" in each["reason"] for each in known["not_computed"])


def test_a_year_without_a_coal_rate_of_electricity_is_told_with_those_there_are(tmp_path):
    found = assess(load_plant(furnace(tmp_path)), basis="primary")
    told = [each["reason"] for each in found.to_dict("en")["not_computed"]]
    assert any("no coal rate of electricity for 2025 is published" in each and "2024" in each for each in told)
    path = furnace(tmp_path, ("year = 2025", "year = 2025\nelectricity_year = 2024"))
    known = assess(load_plant(path), basis="primary").to_dict("zh")
    assert known["totals"]["energy_saved"] and not any(
        "electricity_year" in each["reason"] for each in known["not_computed"]
    )


@pytest.mark.parametrize("name", ["Shanxi Province", "山西省", "山西", "SHANXI", "shanxi"])
def test_a_province_by_any_of_its_names(tmp_path, name):
    assert load_plant(furnace(tmp_path, ('"shanxi"', f'"{name}"'))).context.province == "shanxi"


@pytest.mark.parametrize(
    ("written", "en", "zh"),
    [
        ("高炉余压发电", "did you mean top-pressure-recovery-turbine?", "是否指 高炉炉顶余压发电 TRT"),
        ("top-presure-recovery-turbine", "did you mean top-pressure-recovery-turbine?", "高炉炉顶余压发电"),
        ("飞轮", "pulverised-coal-injection", "（top-pressure-recovery-turbine）"),
    ],
)
def test_a_measure_that_is_none_is_told_with_what_it_is_near_to(tmp_path, written, en, zh):
    with pytest.raises(InputError) as caught:
        load_plant(furnace(tmp_path, ("top-pressure-recovery-turbine", written)))
    (problem,) = caught.value.problems
    assert problem.place == "blast-furnace[0].measure[0].use"
    assert en in problem.say("en") and zh in problem.say("zh")


def test_a_heating_value_of_which_a_range_alone_is_published_is_told_with_it():
    boiler = {"fuel": "natural-gas", "furnace": "burner", "heat": "10000 GJ", "energy": {"natural-gas": "30 万m3"},
              "reporting": {"energy": {"natural-gas": "26 万m3"}}}  # fmt: skip
    found = assess({"sector": "equipment", "year": 2023, "boiler": [boiler]})
    told = {each["what"]: each["reason"] for each in found.to_dict("en")["not_computed"]}
    assert "a range alone is published, 32238–38979 kJ/m3: give its measured lhv" in told["boiler[0]: energy"]
    assert any(
        "仅公布范围 32238–38979 kJ/m3：请填写实测 lhv" in each["reason"] for each in found.to_dict("zh")["not_computed"]
    )
    assert not any("range alone" in each for what, each in told.items() if "NOx" in what)


def test_of_cod_alone_the_reduction_is_known_without_ammonia():
    works = {"volume": "720 万m3", "cod_in": "280 mg/L", "cod_out": "25 mg/L", "energy": {"electricity": "200 万kWh"},
             "reporting": {"cod_out": "20 mg/L"}}  # fmt: skip
    totals = assess({"sector": "environment", "year": 2023, "sewage-works": [works]}).to_dict("en")["totals"]
    assert totals["reductions"]["COD"]["value"] == pytest.approx(7.2e6 * 5e-6)  # m3 × 5 g
    assert totals["reductions"]["NH3-N"] is None and not totals["complete"]["NH3-N"]
    assert "sewage-works[0].nh3n_in" in totals["lacks"]["NH3-N"][0]["inputs"]


def test_what_is_not_known_has_no_grade():
    found = assess({"sector": "transport", "year": 2023, "fleet": [{
        "vehicle": "heavy-truck", "fuel": "diesel", "stage": "china-6", "vehicles": "100 vehicle",
        "energy": {"diesel": "3000 t"}, "reporting": {"energy": {"diesel": "2800 t"}},
    }]}).to_dict("en")["totals"]  # fmt: skip
    assert found["reductions"]["PM"] is None and "PM" not in found["confidence"]
    assert found["confidence"]["energy_saved"] == "A" and found["confidence"]["CO2"] == "B"
