"""The report of mine gas that is burnt for power: its CO2 grows by what is burnt, its CO2 equivalent falls."""

import pytest

from ecdcalc.assessment.plant import assess
from ecdcalc.read.plant import read_plant
from ecdcalc.report.co2e import co2e_rows, co2e_sections

ENGINE = {
    "name": "engine", "new": True, "generation": "2.2 亿kWh", "gas": "7000 万m3_20C", "gas_lhv": "33.4 MJ/m3_20C",
    "energy": {"electricity": "0 kWh"},
}  # fmt: skip


def told(lang="en", **head):
    plant = {"sector": "coal", "year": 2025, "grid_year": 2023, **head, "gas-power": [ENGINE]}
    return assess(read_plant(plant)).to_dict(lang)


def test_1_4_mt_of_mine_gas_are_in_the_report():
    # 7000 万m3 at 20 °C × 0.67 kg/m3 = 46 900 t CH4; × 30 = 1 407 000 t; 128 801 t of CO2 are made by burning it
    ((name, saved, unit, grade),) = co2e_rows(told()["totals"], "en")
    assert "AR5" in name and "CH4 × 30" in name and unit == "t"
    assert float(saved.replace(",", "")) == pytest.approx(1_407_000 - 46_900 * 2.7463, rel=1e-4)
    assert grade in ("A", "B", "C")


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_each_process_with_other_gases_has_its_row(lang):
    (section,) = co2e_sections(told(lang), lang)
    ((label, title, before, after, saved),) = section.rows
    assert title == "engine" and label
    assert after[0] in "-−"
    assert "SAR" in next(co2e_sections(told(lang, gwp="SAR"), lang)).title
    assert saved != before


def test_a_plant_without_other_gases_has_neither():
    washery = {"raw_coal": "120 万t", "clean_coal": "92 万t", "kind": "thermal", "method": "jig",
               "energy": {"electricity": "420 万kWh"}}  # fmt: skip
    plant = {"sector": "coal", "year": 2025, "washery": [washery]}
    found = assess(read_plant(plant)).to_dict()
    assert co2e_rows(found["totals"], "en") == [] and [*co2e_sections(found, "en")] == []
