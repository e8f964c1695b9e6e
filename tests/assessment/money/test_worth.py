import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from ecdcalc.assessment.money.worth import Worth
from ecdcalc.model.prices import Costs, Economics, Replacement


def worth(capex, saved, rate, life, *, costs=None, **economics):
    return Worth(costs or Costs(capex), {"electricity": saved}, Economics(rate, **economics), life)


def test_a_part_that_is_replaced_and_what_is_left_of_it():
    drive = Costs(130.0, replacements=(Replacement("drive", 30.0, 6.0),))
    assert worth(0, 22.0, 0.06, 15.0, costs=drive).npv == pytest.approx(53.87, abs=5e-3)
    assert worth(130.0, 22.0, 0.06, 15.0).npv == pytest.approx(83.67, abs=5e-3)


def test_real_and_nominal():
    real = 1.08 / 1.03 - 1
    assert real == pytest.approx(0.0485437, rel=1e-5)
    assert worth(100.0, 15.0, real, 15.0).npv == pytest.approx(57.24, abs=5e-3)
    assert worth(100.0, 15.0, 0.08, 15.0).npv == pytest.approx(28.39, abs=5e-3)


def test_cost_of_saved_energy_and_of_abatement():
    found = worth(0, 0.6 * 6e5, 0.08, 12.0, costs=Costs(1e6, running=5e4))
    assert found.cost_of(6e5) == pytest.approx(0.304492, abs=5e-7)
    assert evolve(found, fade=0.02).cost_of(6e5) == pytest.approx(0.333345, abs=5e-7)
    tonnes = 6e5 * 0.5568 / 1000
    assert found.cost_of(tonnes) == pytest.approx(546.86, abs=5e-3)
    assert found.net_cost_of(tonnes) == pytest.approx(-530.73, abs=5e-3)


@pytest.mark.parametrize(
    ("invested", "saved", "tax", "rate", "flow", "npv", "npvr", "irr"),
    [  # printed examples of cleaner-production audits, recomputed
        (10.0, 1.58, 0.25, 0.06, 1.435, 0.561725, 0.056172, 0.07170243),
        (150.0, 32.5, 0.0, 0.05, 32.5, 100.956385, 0.673043, 0.17257024),
        (31.67, 11.30, 0.0, 0.12, 11.30, 32.18, None, 0.3373),
        (73.82, 21.50, 0.0, 0.12, 21.50, 47.66, None, 0.2631),
    ],
)
def test_tax_after_depreciation(invested, saved, tax, rate, flow, npv, npvr, irr):
    found = worth(invested, saved, rate, 10.0, tax=tax, depreciation=10.0)
    assert found.flow[1] == pytest.approx(flow, rel=1e-12)
    assert found.npv == pytest.approx(npv, abs=5e-3 if npvr is None else 5e-7)
    if npvr is not None:
        assert found.npv / invested == pytest.approx(npvr, abs=1e-6)
    assert found.irr == pytest.approx([irr], abs=5e-5)


def test_running_costs_are_not_taxed():
    found = worth(0, 20.0, 0.06, 9.5, costs=Costs(100.0, running=3.0), tax=0.25, depreciation=8.0)
    assert found.flow[1] == pytest.approx(20.0 - 3.0 - 0.25 * (20.0 - 3.0 - 12.5))
    assert found.flow[9] == pytest.approx(20.0 - 3.0 - 0.25 * (20.0 - 3.0))
    assert found.flow[10] == pytest.approx((20.0 - 3.0 - 0.25 * (20.0 - 3.0)) / 2)  # half a year


def test_no_tax_is_refunded_on_a_loss():
    assert worth(10.0, 0.8, 0.06, 10.0, tax=0.25, depreciation=10.0).flow[1] == pytest.approx(0.80)


def test_never_is_no_number():
    found = worth(100.0, -5.0, 0.08, 15.0)
    assert found.simple_payback is None and found.discounted_payback is None and found.irr == ()
    assert found.break_even_saving is None


def test_subsidy_and_what_would_have_been_bought_anyway():
    found = worth(0, 20.0, 0.0, 10.0, costs=Costs(130.0, subsidy=20.0, avoided=10.0))
    assert found.invested == 100 and found.simple_payback == 5 and found.npv == pytest.approx(100)


def test_the_last_year_counts_by_its_part():
    assert worth(100.0, 40.0, 0.0, 2.5).flow == pytest.approx((-100, 40, 40, 20))
    assert worth(100.0, 40.0, 0.0, 9.0, horizon=3.0).flow == pytest.approx((-100, 40, 40, 40))


def test_prices_that_rise():
    assert worth(0.0, 100.0, 0.0, 2.0, escalation={"electricity": 0.1}).flow == pytest.approx((0, 110, 121))


@settings(max_examples=30, deadline=None)
@given(st.floats(10, 1e3), st.floats(1, 500), st.floats(0, 0.2), st.integers(1, 30))
def test_break_even(capex, saved, rate, life):
    found = worth(capex, saved, rate, float(life))
    assert found.with_capex(found.break_even_capex).npv == pytest.approx(0, abs=1e-6 * (capex + saved * life))
    assert evolve(found, scale=found.break_even_saving).npv == pytest.approx(0, abs=1e-6 * (capex + saved * life))
    rows = found.table
    assert rows["capex"][-0.2] >= found.npv >= rows["capex"][0.2]
    assert rows["saving"][0.1] >= found.npv >= rows["saving"][-0.1]


@pytest.mark.parametrize(("saved", "years"), [(5.0, 0.0), (0.0, 0.0), (-5.0, None)])
def test_what_costs_nothing_has_paid_back_at_once_unless_it_loses_money(saved, years):
    assert worth(0, saved, 0.0, 10.0, costs=Costs(20.0, subsidy=30.0)).simple_payback == years
