import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from ecdcalc.assessment.plant import assess
from ecdcalc.model.sector import sector
from ecdcalc.read import load_plant, read_plant
from ecdcalc.reference.editions import editions_of
from ecdcalc.reference.limits import LimitTable
from ecdcalc.testing import check_sector
from ecdcalc.words.errors import InputError

ROOT = Path(__file__).parents[2]


def potline(**changes):
    return {
        "year": 2025,
        "aluminium": [
            {"aluminium": "10 万t", "liquid": "10 万t", "energy": {"electricity": "13.4 亿kWh"}, **changes},
        ],
    }


def assessed(document):
    return assess(read_plant(document, asked="nonferrous"))


def refused(document):
    with pytest.raises(InputError) as caught:
        read_plant(document, asked="nonferrous")
    return str(caught.value)


def test_nonferrous_keeps_the_contract():
    check_sector(sector("nonferrous"))


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_example_meets_the_targets(lang):
    result = assess(load_plant(str(ROOT / "examples/nonferrous.toml")))
    found = {each["target"]: each["status"] for each in result.to_dict(lang)["gaps"]}
    assert (found["T026"], found["T027"], found["T028"]) == ("met", "met", "met")


def test_the_template_runs_in_both_languages():
    result = assess(read_plant(tomllib.loads(sector("nonferrous").template)))
    assert result.to_dict("en")["totals"]["energy_saved"]["value"] > 0
    assert result.to_dict("zh")["processes"]


def test_energy_below_faradays_minimum_is_refused_with_both_numbers():
    said = refused(potline(cell_voltage="4.1 V", cell_electricity="12 亿kWh", rectifier_efficiency="98 %"))
    assert "aluminium[0].claimed_cell_energy" in said
    assert "11760 kWh/t" in said
    assert "12217.9 kWh/t" in said


def test_energy_below_the_reaction_enthalpy_is_refused():
    assert "5978" in refused(potline(cell_electricity="5 亿kWh"))


def test_more_metal_than_the_current_makes_is_refused():
    assert "Faraday" in refused(potline(current="300 kA", cells=100, hours="8760 h"))


def test_a_measure_that_goes_below_faraday_is_refused_at_its_place():
    measures = [{"use": "graphitised-cathode", "saving": "8000 kWh/t"}]
    assert "measure[0]" in refused(potline(cell_electricity="13.2 亿kWh", measure=measures))


def test_cells_that_take_more_than_the_works_are_refused():
    said = refused(potline(cell_electricity="13.5 亿kWh"))
    assert "1.35e+09 kWh" in said
    assert "1.34e+09 kWh" in said


def test_efficiency_above_one_is_refused():
    assert "current_efficiency" in refused(potline(current_efficiency="101 %"))


def test_more_sulphur_fixed_than_fed_is_refused():
    table = {"product": "lead", "production": "1 万t", "sulphur_in": "100 t", "sulphur_fixed": "120 t", "energy": {}}
    assert "120" in refused({"year": 2025, "smelting": [table]})


def test_more_magnesium_than_the_dolomite_holds_is_refused():
    table = {"magnesium": "1 万t", "dolomite": "7 万t", "energy": {"standard-coal": "40000 tce"}}
    said = refused({"year": 2025, "magnesium": [table]})
    assert "10000 t" in said
    assert "9226 t" in said


def test_a_measure_takes_no_number_past_its_bounds():
    given = {"cell_electricity": "40 亿kWh", "cell_voltage": "4.0 V", "current_efficiency": "92 %"}
    measures = [{"use": "bath-improvement", "cell_voltage": "12 V", "current_efficiency": "92 %"}]
    said = refused(potline(**given, energy={"electricity": "41 亿kWh"}, measure=measures))
    assert "aluminium[0].measure[0].cell_voltage: 12 V must be <= 10 V" in said


@pytest.mark.parametrize("table", ["alumina", "magnesium", "smelting", "carbon"])
def test_less_fuel_is_less_energy_in_proportion(table):
    known = {
        "alumina": {"alumina": "1 万t", "route": "bayer"},
        "magnesium": {"magnesium": "1 万t"},
        "smelting": {"product": "lead", "production": "1 万t"},
        "carbon": {"step": "anode-baking", "production": "1 万t"},
    }[table]

    def unit_energy(tonnes):
        energy = {"raw-coal": {"value": f"{tonnes} t", "lhv": "29.3076 MJ/kg"}}
        return (
            assessed({"year": 2025, table: [{**known, "energy": energy}]}).processes[0].reporting["unit_energy"].value
        )

    assert unit_energy(3000) == pytest.approx(0.3)
    assert unit_energy(1000) + unit_energy(2000) == pytest.approx(unit_energy(3000))


def test_every_energy_limit_of_the_sector_is_reached_by_some_process():
    reached = {
        id for cls in sector("nonferrous").processes for grading in cls.gradings for _, id in grading.product.choices
    }
    reached |= {each.id for id in reached for each in editions_of(LimitTable(), id)}
    kept_out = {"gb47835-2026.mono-si.wafer"}  # per million wafers
    assert {each.id for each in LimitTable() if each.sector == "nonferrous"} - kept_out == reached


def test_a_row_with_a_correction_is_not_graded_without_it():
    table = {"product": "gb21350-2023.t2.cu.total", "production": "1 万t", "energy": {"standard-coal": "1950 tce"}}

    def level(**more):
        (grade,) = assessed({"year": 2025, "metal-product": [{**table, **more}]}).processes[0].grades
        return grade.level["reporting"]

    assert level() == "incomplete"
    assert level(limit_factor=1) == 2
    assert level(limit_factor=1.1) == 1


def test_cathodes_exclude_each_other():
    measures = [{"use": "graphitised-cathode"}, {"use": "novel-cathode"}]
    assert "novel-cathode" in refused(potline(cell_electricity="13.2 亿kWh", measure=measures))


@pytest.mark.parametrize(
    ("energy", "lacking"), [({"natural-gas": "1 m3"}, "raw-coal"), ({"raw-coal": "1 t"}, "natural-gas")]
)
def test_a_fuel_mix_needs_both_fuels(energy, lacking):
    measure = {"use": "boiler-fuel-mix", "share": "10 %", "efficiency_before": "88 %", "efficiency_after": "93 %"}
    table = {"alumina": "1 万t", "route": "bayer", "energy": energy, "measure": [measure]}
    assert lacking in refused({"year": 2025, "alumina": [table]})


def test_voltage_and_energy_fall_together():
    changes = {"cell_electricity": "13.2 亿kWh", "cell_voltage": "4.0 V", "current_efficiency": "92 %"}
    measured = assessed(potline(**changes, measure=[{"use": "graphitised-cathode"}])).processes[0]
    before, after = measured.baseline, measured.reporting
    kept = after["liquid_ac"].value / before["liquid_ac"].value
    assert after["faraday_minimum"].value / before["faraday_minimum"].value == pytest.approx(kept)


def test_pfc_stands_beside_co2():
    one, other = (assessed({**potline(), "gwp": gwp}).processes[0].reporting for gwp in ("SAR", "AR5"))
    assert one["pfc"].value < other["pfc"].value
    assert one["process_co2"].value == other["process_co2"].value


@given(voltage=some.floats(3.5, 4.5), efficiency=some.floats(91, 99))
def test_less_voltage_or_better_efficiency_takes_less(voltage, efficiency):
    def direct(volts, percent):
        plant = potline(cell_voltage=f"{volts} V", current_efficiency=f"{percent} %")
        return assessed(plant).processes[0].reporting["cell_dc"].value

    here = direct(voltage, efficiency)
    assert direct(voltage * 0.99, efficiency) < here
    assert direct(voltage, efficiency * 0.99) > here
    assert direct(voltage * 0.9, efficiency * 0.9) == pytest.approx(here)


@given(share=some.one_of(some.just(0), some.floats(1e-6, 60)))
def test_scrap_saves_in_proportion(share):
    measures = [{"use": "secondary-aluminium", "share": f"{share} %", "saving": "94 %"}]
    saved = assessed(potline(measure=measures)).saved["energy"]
    assert saved == pytest.approx(share / 100 * 0.94 * 13.4e8 * 0.1229, rel=1e-9, abs=1e-6)
