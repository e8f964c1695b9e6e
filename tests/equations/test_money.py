import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from proof import assert_complete, assert_proven, assert_worked, case

from ecdcalc.equations import money
from ecdcalc.words.errors import InputError

TERMS = {"rate": "8 %/a", "life": "10 a", "period": "1 a"}
CASES = [
    case(money.simple_payback, "5 a", investment="100 万元", yearly_saving="20 万元/a"),
    # ln(1/(1 − 0.4)) / ln 1.08 by hand
    case(
        money.discounted_payback,
        "6.63747 a",
        investment="100 万元",
        yearly_saving="20 万元/a",
        rate="8 %/a",
        period="1 a",
    ),
    # standard compound-interest tables, 8 %, 10 periods: P/A = 6.7101, A/P = 0.1490
    case(money.present_worth, "6.7101 a", 1e-5, **TERMS),
    # 20 × 6.7100814 − 100 by hand
    case(money.net_present_value, "34.20163 万元", 1e-6, investment="100 万元", yearly_saving="20 万元/a", **TERMS),
    case(money.annuity, "14.90295 万元/a", 1e-6, investment="100 万元", **TERMS),
    case(
        money.cost_of_saved_energy,
        "0.3381 CNY/kWh",
        1e-3,
        annuity="14.903 万元/a",
        running_cost="2 万元/a",
        saved="50 万kWh/a",
    ),
    # (14.903 + 2 − 30) 万元 / 285 t by hand
    case(
        money.abatement_cost,
        "-459.54 CNY/t",
        annuity="14.903 万元/a",
        running_cost="2 万元/a",
        energy_saving="30 万元/a",
        abated="285 t/a",
    ),
]


@settings(max_examples=30)
@given(st.integers(1, 30), st.floats(0.01, 0.2))
def test_net_present_value_is_the_sum_of_the_discounted_years(years, rate):
    found = money.net_present_value(investment=100.0, yearly_saving=20.0, rate=rate, life=float(years), period=1.0)
    assert found == pytest.approx(sum(20.0 / (1 + rate) ** year for year in range(1, years + 1)) - 100.0, abs=1e-6)


@settings(max_examples=30)
@given(st.floats(0.01, 0.15))
def test_at_the_discounted_payback_the_net_present_value_is_nil(rate):
    terms = {"investment": 100.0, "yearly_saving": 25.0, "rate": rate, "period": 1.0}
    years = money.discounted_payback(**terms)
    assert years > money.simple_payback(investment=100.0, yearly_saving=25.0)
    assert money.net_present_value(life=years, **terms) == pytest.approx(0.0, abs=1e-6)


@pytest.mark.parametrize("case", CASES)
def test_worked_example(case):
    assert_worked(case)


@pytest.mark.parametrize("case", CASES)
def test_runs_on_anything_and_keeps_units(case):
    assert_proven(case)


def test_every_formula_is_worked():
    assert_complete(money, CASES)


@pytest.mark.parametrize("rate", ["0 %/a", "1e-12 %/a", "-1e-12 %/a"])
def test_without_interest_money_is_only_added_up(rate):
    saved = {"yearly_saving": "20 万元/a", "rate": rate, "period": "1 a"}
    assert money.net_present_value.of(investment="100 万元", life="10 a", **saved).value == pytest.approx(1e6, rel=1e-9)
    assert money.discounted_payback.of(investment="100 万元", **saved).value == pytest.approx(5, rel=1e-9)
    found = money.annuity.of(investment="100 万元", rate=rate, life="10 a", period="1 a")
    assert found.value == pytest.approx(1e5, rel=1e-9)


def test_what_never_pays_says_so():
    with pytest.raises(InputError, match="never pays"):
        money.discounted_payback.of(investment="100 万元", yearly_saving="5 万元/a", rate="8 %/a", period="1 a")
    for saving in ("0 元/a", "-5 万元/a"):
        with pytest.raises(InputError, match="> 0 CNY/a"):
            money.simple_payback.of(investment="100 万元", yearly_saving=saving)
