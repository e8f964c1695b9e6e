from functools import reduce

import pytest
from hypothesis import given
from hypothesis import strategies as st
from proof import assert_complete, assert_proven, assert_worked, case

from ecdcalc.equations import intensity

CASES = [
    case(intensity.intensity, "1.2 tce/万元", 1e-12, energy="1200 万tce", value_added="1000 亿元"),
    # chinagate.cn 2007-07-13: energy +9.61 % and GDP +11.1 % in 2006 are intensity −1.33 % (published to 0.01 point)
    case(intensity.decline, "1.34 %", 5e-3, energy_growth="9.61 %", value_growth="11.1 %"),
    # the same figures the other way: 1.0961 / 0.9867 − 1
    case(intensity.implied_value_growth, "11.1 %", 2e-3, energy_growth="9.61 %", decline="1.33 %"),
    # 1 − 0.96 × 0.959 by hand
    case(intensity.compounded, "7.936 %", 1e-9, earlier="4 %", later="4.1 %"),
    # wapiknow.baidu.com/question/307779101450553084.html: 20 % in five years is 4.3648 % a year
    case(intensity.even_rate, "4.3648 %", 2e-5, target="20 %", years="5"),
    # 1 − 0.8^0.4 = 1 − exp(0.4 ln 0.8) = 1 − exp(−0.0892574) by hand
    case(intensity.even_path, "8.53899 %", 1e-5, target="20 %", elapsed="2", years="5"),
    # 1 − 0.8 / 0.9 by hand
    case(intensity.remaining, "11.1111 %", 1e-5, target="20 %", done="10 %"),
    # dawenbaishu.com/life/45334.html: (22400/56000 − 29640/78000) × 78000 = 1560 t
    case(
        intensity.saving_implied,
        "1560 tce",
        1e-9,
        energy_before="22400 tce",
        value_before="56000 CNY",
        energy="29640 tce",
        value_added="78000 CNY",
    ),
    # 1000/800 × 0.8 × 1000 by hand
    case(
        intensity.allowed_energy,
        "1000 tce",
        1e-9,
        base_energy="1000 tce",
        base_value="800 CNY",
        value_added="1000 CNY",
        target="20 %",
    ),
    # 1000 − 1e6 kWh × 0.1229 kgce/kWh − 50 − 27.1 by hand
    case(
        intensity.controlled_energy,
        "800 tce",
        1e-9,
        energy="1000 tce",
        renewable="1e6 kWh",
        factor="0.1229 kgce/kWh",
        feedstock="50 tce",
        listed="27.1 tce",
    ),
    # Qinghai bureau of statistics 2009: 26.8 % of 17 % after +1.51 %, −2.20 % and −4.18 %
    case(intensity.progress, "26.8 %", 2e-3, target="17 %", done="4.87 %"),
    # 1000 × 1.1² by hand
    case(intensity.expected_value, "1210 CNY", 1e-12, base_value="1000 CNY", growth="10 %", years="2"),
    # 900 × 1331/1210 by hand; slower growth leaves the target as it is
    case(intensity.adjusted_total, "990 tce", 1e-12, total="900 tce", expected="1210 CNY", value_added="1331 CNY"),
    case(intensity.adjusted_total, "900 tce", 1e-12, total="900 tce", expected="1210 CNY", value_added="1100 CNY"),
    # 1000 + 1e6 × (0.3 − 0.1229) kgce by hand
    case(
        intensity.primary_energy,
        "1177.1 tce",
        1e-9,
        energy="1000 tce",
        electricity_import="1e6 kWh",
        primary_factor="0.3 kgce/kWh",
        calorific_factor="0.1229 kgce/kWh",
    ),
    # (40 − 30) / ln(4/3) = 10 / 0.2876821 by hand
    case(intensity.log_mean, "34.76059 tce", 1e-6, one="40 tce", other="30 tce"),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_worked_examples(case):
    assert_worked(case)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_proven(case):
    assert_proven(case)


def test_every_formula_has_a_worked_example():
    assert_complete(intensity, CASES)


def compound(declines):
    return reduce(lambda done, each: intensity.compounded(earlier=done, later=each), declines, 0.0)


def test_the_yearly_declines_of_the_eleventh_plan():
    # Baidu page above: 4, 4.1, 4.2, 4.5, 5.0 % compound to 19.98 %, "20 %"
    assert compound([0.04, 0.041, 0.042, 0.045, 0.05]) == pytest.approx(0.1998, abs=5e-5)
    # earthwitness2.blogspot.com 2009-10: 1.79, 4.04, 4.59, 3.35 % are "more than 13 per cent"
    assert compound([0.0179, 0.0404, 0.0459, 0.0335]) == pytest.approx(0.131, abs=5e-4)


RATES = st.floats(0.001, 0.5)


@given(RATES, st.integers(1, 10))
def test_the_even_rate_compounds_to_the_target(target, years):
    rate = intensity.even_rate(target=target, years=years)
    assert compound([rate] * years) == pytest.approx(target, rel=1e-12)


@given(RATES, RATES)
def test_what_is_done_and_what_remains_make_the_target(target, done):
    rest = intensity.remaining(target=target, done=done)
    assert intensity.compounded(earlier=done, later=rest) == pytest.approx(target, rel=1e-12)


@given(st.floats(1, 1e9), st.floats(1, 1e9))
def test_the_log_mean_lies_between_and_does_not_mind_the_order(one, other):
    mean = intensity.log_mean(one=one, other=other)
    assert min(one, other) * (1 - 1e-9) <= mean <= max(one, other) * (1 + 1e-9)
    assert intensity.log_mean(one=one, other=one) == one
