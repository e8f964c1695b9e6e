"""Corrections, by hand from the printed rules of the standards as transcribed."""

import pytest

from ecdcalc.assessment import corrections
from ecdcalc.assessment.adjustment import correction_of
from ecdcalc.assessment.corrections import CORRECTIONS
from ecdcalc.assessment.grade import grade_value
from ecdcalc.model.process import fields_of
from ecdcalc.reference.limits import LimitTable
from ecdcalc.testing import prove

TERMINAL = {"main_share": "80 %", "unloading_share": "60 %", "line_length": "1800 m", "heating_region": "yes"}


@pytest.mark.parametrize(
    ("product", "value", "inputs", "compared", "limits"),
    [
        # GB 21341-2022: 8050 − 40 × (97 − 98) = 8090
        (
            "gb21341-2022.ferrosilicon.smelting-electricity",
            "8000 kWh/t",
            {"ore_grade": "97 %"},
            8000,
            (8090, 8340, 8440),
        ),
        # 3100 − 80 × (42 − 40) = 2940
        (
            "gb21341-2022.hc-fecr.smelting-electricity",
            "3300 kWh/t",
            {"ore_grade": "42 %", "chromium_iron_ratio": "2.2"},
            3300,
            (2940, 3140, 3340),
        ),
        # 1280 − 30 × (35 − 37) = 1340
        ("gb21341-2022.bf-femn.coke", "1300 kg/t", {"ore_grade": "35 %"}, 1300, (1340, 1380, 1410)),
        # GB 29145-2023 table C.1: 340 → 1.21; 1210 / 1.21 = 1000
        ("gb29145-2023.tungsten.black", "1210 kgce/t", {"concentration_ratio": "340"}, 1000, (550, 1150, 1450)),
        # table C.2: 580 → 1.35
        ("gb29145-2023.moly.sabc", "2700 kgce/t", {"concentration_ratio": "580"}, 2000, (1900, 2060, 2150)),
        # GB 29435-2025, table 3 note a: 1.38 / 1.44 / 1.69
        ("gb29435-2025.bastnaesite.hcl", "1.4 tce/t", {"roasting": "sulphuric-acid"}, 1.4, (1.38, 1.44, 1.69)),
        ("gb29435-2025.bastnaesite.hcl", "1.4 tce/t", {"roasting": "oxidation"}, 1.4, (0.66, 1.16, 1.52)),
        # GB 21351-2023: three heats, 440 + 2 × 260, 490 + 2 × 290, 540 + 2 × 320
        ("gb21351-2023.r103", "1000 kgce/t", {"heats": "3"}, 1000, (960, 1070, 1180)),
        # 590 + 300, 650 + 330, 725 + 370
        ("gb21351-2023.r107", "900 kgce/t", {"heats": "2"}, 900, (890, 980, 1095)),
        # GB 29450-2012: fine 50, ultrafine 20 × 1.5 = 30, coarse 28 / 1.4 = 20: 98 % of yarn is 100 % of equivalent
        (
            "gb29450-2012.tank.e-fine",
            "800 kgce/t",
            {"fine": "50 %", "ultrafine": "20 %", "coarse": "28 %"},
            784,
            (750, 750, 900),
        ),
        # coarse 60 + 40 × 1.4 = 116
        (
            "gb29450-2012.tank.ecr-coarse",
            "580 kgce/t",
            {"fine": "40 %", "ultrafine": "0 %", "coarse": "60 %"},
            500,
            (550, 550, 700),
        ),
        # GB 31823-2021: 2.5 is above 2, up to 3: a = 0.95
        ("gb31823-2021.terminal.container", "25 tce/10^4 TEU", {"capacity_ratio": "2.5"}, 23.75, (24, 28, 45)),
        # g = 1/(1.4 × 0.6 + 0.04) = 1.1363636, k = 0.95: (0.8636364 + 0.2) × 0.95 = 1.0104545; × 2.1
        ("gb31823-2021.terminal.dry-bulk", "2.1 tce/万t", TERMINAL, 2.12195454545454, (1.8, 2.0, 2.7)),
        # 20 % × 0.95 + 80 % = 0.99
        (
            "gb31823-2021.terminal.crude-oil",
            "0.5 tce/万t",
            {"heating_share": "20 %", "outside_temperature": "-5 °C"},
            0.495,
            (0.36, 0.51, 0.88),
        ),
        # GB 29446-2019, annex A: dense medium 1.12 for coking coal, 0.89 for thermal coal
        ("gb29446-2019.coking-coal", "5 kWh/t", {"method": "dense-medium"}, 5.6, (5, 7, 8.5)),
        # GB 21345-2024, N1 23, N2 1, N3 3: 7555.5556 + 440.6667 + 516.3077 − 7234 = 1278.5299 kWh × 0.1229
        (
            "gb21345-2024.yellow-phosphorus",
            "2000 kgce/t",
            {"p2o5": "23 %", "fe2o3": "1 %", "co2_of_charge": "3 %"},
            1842.8686735,
            (2300, 2450, 2800),
        ),
    ],
)
def test_worked_by_hand(product, value, inputs, compared, limits):
    found = grade_value(product, value, inputs=inputs)
    out = found.limit.unit.out
    assert out(found.value) == pytest.approx(compared, rel=1e-9)
    assert [out(each) for each in found.levels] == pytest.approx(limits, rel=1e-9)


@pytest.mark.parametrize(
    ("share", "factor"),
    [("50 %", 1 / 0.74), ("100 %", 1 / 1.44), ("40 %", 1 / 0.788), ("0 %", 1.0)],
)
def test_unloading(share, factor):
    assert corrections.unloading_factor.of(unloading_share=share).value == pytest.approx(factor)


@pytest.mark.parametrize(
    ("length", "factor"), [(500, 1.1), (501, 1.05), (1500, 1.0), (2000, 0.95), (3000, 0.9), (3001, 0.85)]
)
def test_lines(length, factor):
    assert corrections.line_factor.of(line_length=f"{length} m").value == factor


@pytest.mark.parametrize(("ratio", "factor"), [(2, 1.0), (2.1, 0.95), (4, 0.9), (4.1, 0.85)])
def test_capacity(ratio, factor):
    assert corrections.capacity_factor.of(capacity_ratio=str(ratio)).value == factor


@pytest.mark.parametrize(("celsius", "factor"), [(-5, 0.95), (0, 0.95), (1, 1.0)])
def test_frost(celsius, factor):
    assert corrections.frost_factor.of(outside_temperature=f"{celsius} °C").value == factor


def test_outside_the_printed_table_is_incomplete():
    assert (
        grade_value("gb29145-2023.tungsten.black", "900 kgce/t", inputs={"concentration_ratio": "300"}).level
        == "incomplete"
    )
    assert grade_value("gb29145-2023.tungsten.black", "900 kgce/t", inputs={"coefficient": "1.07"}).level == 2
    poor = {"ore_grade": "42 %", "chromium_iron_ratio": "2"}
    assert grade_value("gb21341-2022.hc-fecr.smelting-electricity", "3300 kWh/t", inputs=poor).level == "incomplete"


@pytest.mark.parametrize("cls", CORRECTIONS, ids=lambda cls: cls.about.key)
def test_units_and_labels(cls):
    assert list(prove(cls)) == []
    assert cls.about.en and cls.about.zh
    assert all(field.en and field.zh for field in fields_of(cls).values())


def test_corrections_in_words_that_have_values_are_computed():
    without_values = {
        "gb-29995-2024", "gb-31335-2024", "gb-25324-2022", "gb-21350-2023", "gb-47835-2026", "gb-32032-2024",
        "gb-29436-2023", "gb-29445-2025", "gb-36889-2025",
    }  # fmt: skip
    # corrections of superseded editions stay in words: of most of them the public copies have no factors
    superseded = {
        "gb-16780-2012", "gb-21258-2007", "gb-21258-2017", "gb-21341-2008", "gb-21342-2013", "gb-21346-2013",
    }  # fmt: skip
    assert {each.standard for each in LimitTable() if each.correction and each.superseded} == superseded
    by_hand = [each for each in LimitTable() if each.correction and correction_of(each.id) is None]
    left = {each.standard for each in by_hand} - without_values - superseded
    assert left == {"gb-29450-2012"}  # crucible yarn has no values
