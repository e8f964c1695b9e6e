import math
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
    ["9**9**9", "1 m**9**9", "1 m^9", "nan", "inf kg", "1e999 m", "", "kg", "3 ton", "5 kwh", "3 barrel", "2 (kg", "1 kg//s",
     "1 kg)", "540 ± -10 kgce/t", "1 °C/h", "1 万°C", "x" * 100_000, "1 " + "kg*" * 5000 + "kg", "1 " + "(" * 50],
)  # fmt: skip
def test_refuses_what_is_no_quantity(text):
    with pytest.raises(UnitError):
        read_quantity(text)


def test_the_near_spelling_is_named():
    with pytest.raises(UnitError, match="kWh"):
        read_quantity("5 kwh")


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
