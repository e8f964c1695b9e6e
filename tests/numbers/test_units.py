import math
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecdcalc.numbers.unit_words import REFUSED
from ecdcalc.numbers.units import _definitions, _resolved, read_quantity, registry, unit, vocabulary
from ecdcalc.words.errors import DimensionError, UnitError

# what engineers write (the issue's own list), and what it is in base units
WRITTEN = {
    "3.2 Mt": 3.2e9,
    "320 万吨": 3.2e9,
    "18 GWh": 18e9 * 3600,
    "1800 万kWh": 18e9 * 3600,
    "5 亿千瓦时": 5e8 * 3.6e6,
    "62 万tce": 62e7,
    "62 万吨标准煤": 62e7,
    "520 kgce/t": 0.52,
    "300 gce/kWh": 0.3 / 3.6e6,
    "300 gce/(kW·h)": 0.3 / 3.6e6,
    "300 克标准煤/千瓦时": 0.3 / 3.6e6,
    "180 mg/m3": 180e-6,
    "180 mg/m³": 180e-6,
    "1.8 亿元": 1.8e8,
    "35 t/h": 35000 / 3600,
    "150 °C": 423.15,
    "150℃": 423.15,
    "12 %": 0.12,
    "１２ ％": 0.12,
    "0.5 ‰": 0.0005,
    "1,200.5 kWh": 1200.5 * 3.6e6,
    "1 百万大卡": 4.1868e9,
    "1 百万千焦": 1e9,
    "-1.2 亿m3": -1.2e8,
    "− 3 kg": -3,
    "4 W/(m²·K)": 4,
    "4 W m-2 K-1": 4,
    "2 亩": 2000 / 1.5,
    "5 万": 50000,
    "1245 mmH2O": 1245 * 9.80665,
    "8 kgf/cm2": 8 * 98066.5,
    "8 kg/cm2": 8 * 98066.5,
    "1.25 MPa(表压)": 1.25e6 + 101325,
    "0.7 MPaG": 0.7e6 + 101325,
    "6 bar (g)": 6e5 + 101325,
    "300 冷吨": 300 * 3516.8528420667,
    "1450 r/min": 1450 / 60,
    "35 L/100km": 35e-3 / 1e5,
    "35 L/100 km": 35e-3 / 1e5,
    "5 kcal/(m2·h·℃)": 5 * 1.163,
    "2600 ℃·d": 2600 * 86400,
    "7 万标方(20℃)": 7e4 * 273.15 / 293.15,
    "10 kW.h": 3.6e7,
    "3 ￥": 3,
    "150 lm/W": 150,
}


@pytest.mark.parametrize(("text", "base"), WRITTEN.items())
def test_reads_what_engineers_write(text, base):
    assert read_quantity(text).value == pytest.approx(base, rel=1e-12)


@pytest.mark.parametrize(
    "text", ["-1.2 ± 0.03 亿m3", "−1.2±0.03亿m3", "- 1.2 ± 0.03 亿m3", "-1.23 ~ -1.17 亿m3", "-1.23 — -1.17 亿m3"]
)
def test_a_range_may_be_below_zero(text):
    reading = read_quantity(text, "m3")
    assert (reading.low, reading.value, reading.high) == pytest.approx((-1.23e8, -1.2e8, -1.17e8))


def test_a_range_is_kept():
    reading = read_quantity("540 ± 10 kgce/t", "kgce/t")
    assert (reading.low, reading.value, reading.high) == pytest.approx((0.53, 0.54, 0.55))
    assert read_quantity("500~540 kgce/t").value == pytest.approx(0.52)


@pytest.mark.parametrize(
    "text",
    ["9**9**9", "1 m**9**9", "1 m^9", "nan", "inf kg", "1e999 m", "", "kg", "3 ton", "5 kwt", "3 barrel", "2 (kg", "1 kg//s",
     "1 kg)", "540 ± -10 kgce/t", "1 °C^2", "1 °C2", "1 万°C", "1 barg/h", "x" * 100_000, "1 " + "kg*" * 5000 + "kg", "1 " + "(" * 50],
)  # fmt: skip
def test_refuses_what_is_no_quantity(text):
    with pytest.raises(UnitError):
        read_quantity(text)


SLIPS = {
    "10² t": "number-raised",
    "10⁴ m3": "number-raised",
    "² t": "number-raised",
    "1.234,5 t": "number-decimal-comma",
    "12,34 t": "number-comma",
    "0,500 t": "number-decimal-comma",
    "1,23 万t": "number-comma",
    "1 234 t": "number-groups",
    "1'234 t": "number-groups",
    "1_000 t": "number-groups",
    "≈5 t": "number-about",
    "约5 t": "number-about",
    "五 t": "number-in-words",
    "0x10 t": "number-base",
    "1.2×10^4 t": "number-power-of-ten",
    "1e-310 万t": "number-extreme",
    "1e308 万t": "number-extreme",
    "1 ± 1e308 万t": "number-extreme",
    "1 (((亿^4)^4)^4)": "unit-extreme",
    "1 ((((t^4)^4)^4)^4)": "unit-extreme",
    "5 T": "unit-tesla",
    "5 万kvarh": "unit-reactive",
    "3 ton": "unit-ton",
    "3 匹": "unit-cooling-horsepower",
}


@pytest.mark.parametrize(("text", "key"), SLIPS.items())
def test_a_slip_is_named(text, key):
    with pytest.raises(UnitError) as caught:
        read_quantity(text)
    assert caught.value.key == key


@pytest.mark.parametrize("word", sorted(REFUSED))
def test_a_word_of_two_meanings_is_refused_with_them(word):
    for text in (word, f"万{word}"):
        with pytest.raises(UnitError) as caught:
            unit(text)
        assert caught.value.key == REFUSED[word]


def test_apparent_power_is_no_active_power():
    assert unit("kV·A").same_kind(unit("MVA"))
    with pytest.raises(DimensionError, match="power factor"):
        read_quantity("1000 kVA", "kW")
    with pytest.raises(DimensionError, match="power factor"):
        read_quantity("1000 kW", "kVA")


@pytest.mark.parametrize("text", ["MPa g", "MPa G", "MPa gauge", "MPa 表压", "MPa 表", "MPa (表压)"])
def test_the_g_of_a_gauge_pressure_may_stand_apart(text):
    assert unit(text).out(unit("MPa").base(0.701325)) == pytest.approx(0.6)
    assert read_quantity(f"0.6 {text}", "MPa").value == pytest.approx(701325)
    assert unit("kgf/cm2 g").same_kind(unit("bar")) and unit("kg g").text == "kg g"


def test_a_gauge_pressure_says_what_was_added():
    assert read_quantity("1.25 MPa(g)", "MPa").text == "1.25 MPa(g) + 101.325 kPa"
    assert unit("barg").out(unit("kPa").base(801.325)) == pytest.approx(7)


def test_the_size_of_a_boiler_is_what_is_asked_for():
    assert read_quantity("35 蒸吨/h", "t/h").value == pytest.approx(35 / 3.6)
    assert read_quantity("35 蒸吨", "MW").value == pytest.approx(24.5e6)


@pytest.mark.parametrize(("text", "like"), [("24.5 MW", "t/h"), ("8 bar", "t"), ("3.5 GWh", "tce")])
def test_no_hint_advises_another_number_with_the_same_digits(text, like):
    with pytest.raises(DimensionError) as caught:
        read_quantity(text, like)
    for lang in ("en", "zh"):
        assert caught.value.say(lang).count(text.split()[0]) == 1


def test_the_near_spelling_is_named():
    with pytest.raises(UnitError, match="kWh"):
        read_quantity("5 kWhh")


def test_a_bare_number_shows_how_to_write_it():
    with pytest.raises(DimensionError, match='"60 t"'):
        read_quantity("60", "t")


def test_electricity_is_no_coal_equivalent():
    with pytest.raises(DimensionError):
        read_quantity("18 GWh", "tce")


@given(st.text(max_size=80))
def test_any_text_is_read_or_refused_with_one_kind_of_error(text):
    with suppress(UnitError):
        assert math.isfinite(read_quantity(text).value)


@given(st.floats(-1e12, 1e12), st.sampled_from(sorted(vocabulary())))
def test_out_is_the_inverse_of_base(value, spelling):
    of = unit(spelling)
    assert of.out(of.base(value)) == pytest.approx(value, rel=1e-9, abs=1e-9)


@pytest.mark.parametrize("name", sorted(set(_definitions()) - {"one"}))
def test_our_reading_of_a_definition_is_that_of_pint(name):
    zero = registry().Quantity(0.0, registry().Unit(name)).to_root_units()
    one = registry().Quantity(1.0, registry().Unit(name)).to_root_units()
    factor, offset, powers = _resolved(name)
    assert factor == pytest.approx(one.magnitude - zero.magnitude, rel=1e-12)
    assert offset == zero.magnitude
    powers.pop("apparent power", None)  # watts to pint
    assert {each: power for each, power in powers.items() if power} == {str(a): b for a, b in zero.unit_items()}


def test_no_spelling_is_used_twice():
    spellings = [each for _, (name, others) in _definitions().items() for each in (name, *others)]
    names = [each for name, (_, others) in _definitions().items() for each in (name, *others)]
    assert len(names) == len(set(names)), sorted({each for each in names if names.count(each) > 1})
    assert spellings


def test_standard_coal_is_29307_6_kj():
    from ecdcalc.reference.factors import FactorTable

    # GB/T 2589: 7000 kcal(IT) of 4.1868 kJ
    assert FactorTable().get("constant/standard-coal-heat").value == pytest.approx(7000 * 4.1868)


@pytest.mark.parametrize(
    ("text", "like", "key"),
    [
        ("5 t", "m3", "unit-mass-volume"),
        ("5 m3", "t", "unit-mass-volume"),
        ("5 t/h", "m3/h", "unit-mass-volume"),
        ("5 万t", "万m3", "unit-mass-volume"),
        ("5 kWh", "m3", "unit-kind"),
        ("5 t/m3", "1", "unit-kind"),
        ("5 kV·A", "kW", "unit-apparent"),
    ],
)
def test_a_mass_for_a_volume_is_told_what_it_is_of_water(text, like, key):
    with pytest.raises(DimensionError) as caught:
        read_quantity(text, like)
    assert caught.value.key == key
    if key == "unit-mass-volume":
        assert "1 t of water is 1 m3" in caught.value.say("en") and "水 1 t 即 1 m3" in caught.value.say("zh")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("·".join(["kg"] * 30), "unit-too-long"),
        ("km3·km3·km3·km3", "unit-extreme"),  # 1e36 m12
        ("mm3·mm3·mm3·mm3", "unit-extreme"),  # 1e-36 m12
        ("kPaG^-1", "unit-gauge"),
    ],
)
def test_a_unit_that_cannot_be_meant_is_refused(text, key):
    with pytest.raises(UnitError) as refused:
        unit(text)
    assert refused.value.key == key


def test_per_degree_is_per_kelvin():
    found = unit("kJ kg-1 °C-1")
    assert (found.factor, found.offset) == (1000.0, 0.0)
    assert found.same_kind(unit("J/(kg·K)"))


def test_a_text_that_is_longer_than_any_quantity_is_refused():
    with pytest.raises(UnitError) as refused:
        read_quantity("1" * 121)
    assert refused.value.key == "text-too-long"
