import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecdcalc.model.prices import BLOCKS, FLAT, WHOLE, Costs, Demand, Economics, Part, Tariff

BLOCK = Tariff(BLOCKS, (Part(0.50, 0, 5000), Part(0.55, 5000, 8000), Part(0.80, 8000)))


def test_blocks_save_at_the_margin():
    # 2 000 at 0.80 and 1 000 at 0.55; the mean price would say 1 725
    assert BLOCK.bill(10_000) - BLOCK.bill(7_000) == pytest.approx(2150)


def test_a_tier_on_the_whole_volume():
    whole = Tariff(WHOLE, (Part(0.65, 0, 0.9e6), Part(0.70, 0.9e6)))
    assert whole.bill(1e6) - whole.bill(0.9e6) == pytest.approx(115_000)


def test_periods_and_demand():
    periods = Tariff("periods", (Part(1.0, share=0.25), Part(0.4, share=0.75)))
    assert periods.bill(1000) == pytest.approx(550)
    assert Demand(480.0, hours=5000.0).bill(1e6) == pytest.approx(96_000)
    assert Demand(480.0, power=100.0).bill(1e6) == Demand(480.0, power=100.0).bill(0.0) == 48_000


@settings(deadline=None)
@given(st.floats(0, 2e4), st.floats(0, 2e4))
def test_more_never_costs_less_in_blocks_and_a_flat_price_is_a_price(one, other):
    low, high = sorted((one, other))
    assert BLOCK.bill(low) <= BLOCK.bill(high) + 1e-9
    assert Tariff(FLAT, (Part(0.5),)).bill(one) == 0.5 * one


def test_costs_stay_as_they_are_without_an_index():
    costs = Costs(80.0, subsidy=20.0, running=3.0)
    assert costs.at(Economics().cost_index) == costs
    assert costs.at(Economics(cost_index=1.25).cost_index).capex == 100


def test_net_investment():
    assert Costs(100.0, subsidy=20.0, avoided=30.0).net == 50
    assert Costs().net is None
