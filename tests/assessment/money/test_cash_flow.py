import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecdcalc.assessment.money.cash_flow import (
    adjusted_return,
    annual_worth,
    irr,
    mirr,
    npv,
    payback,
    sign_changes,
    worth_factor,
)
from ecdcalc.equations.money import net_present_value, present_worth


@pytest.mark.parametrize(
    ("flow", "rates"),
    [
        ([-1600, 10000, -10000], [0.25, 4.0]),
        ([-100, 230, -132], [0.10, 0.20]),
        ([-100, 200, -150], []),
        ([100, 20, 30], []),
        ([-100, 20, 30], [-0.343224]),
        ([-10, *[1.435] * 10], [0.07170243]),
        ([-150, *[32.5] * 10], [0.17257024]),
        ([-31.67, *[11.30] * 10], [0.3373]),
        ([-73.82, *[21.50] * 10], [0.2631]),
        ([-100, 220, -121], [0.10]),  # a root that only touches the axis
    ],
)
def test_all_internal_rates(flow, rates):
    assert irr(flow) == pytest.approx(rates, abs=5e-5)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(-20, 20), min_size=2, max_size=7))
def test_every_rate_makes_the_flow_worth_nothing_and_none_is_lost(flow):
    numpy = pytest.importorskip("numpy")
    found = irr(flow)
    assert len(found) <= sign_changes(flow)
    size = sum(abs(each) for each in flow)
    for rate in found:
        assert npv(rate, flow) == pytest.approx(0, abs=1e-6 * size * max(1.0, (1 + rate) ** -len(flow)))
    grid = numpy.geomspace(1e-3, 1e3, 4001)  # of 1 + rate
    signs = [npv(each - 1, flow) > 0 for each in grid if abs(npv(each - 1, flow)) > 1e-9]
    crossings = sum(one != other for one, other in itertools.pairwise(signs))
    assert len([each for each in found if 1e-3 < 1 + each < 1e3]) >= crossings


def test_modified_rate():
    assert mirr([-1600, 10000, -10000], 0.10, 0.12) == pytest.approx(0.06554622, rel=1e-6)
    assert mirr([100, 20], 0.1, 0.1) is None


def test_a_rate_of_nothing_is_the_sum():
    assert npv(0.0, [-100, 30, 40, 50]) == 20
    assert worth_factor(0.0, 12) == 12
    assert annual_worth(0.0, [-100, 30, 40, 50]) == pytest.approx(20 / 3)


def test_payback_is_the_last_crossing_and_never_is_none():
    assert payback([-100, 40, 40, 40]) == pytest.approx(2.5)
    assert payback([-100, 120, -60, 50]) == pytest.approx(2.8)  # −100, 20, −40, 10
    assert payback([-100, -5, -5]) is None
    assert payback([-100, 60, 60], 0.2) is None  # 50 + 41.7
    assert payback([0, 5]) == 0


def test_adjusted_return():
    # (1.08) × 2^(1/10) − 1 by hand
    assert adjusted_return(0.08, 2.0, 10) == pytest.approx(0.157514, rel=1e-5)
    assert adjusted_return(0.08, -1.0, 10) is None


@pytest.mark.parametrize(("rate", "years", "saving"), [(0.08, 12, 6e4), (0.0, 5, 1e4), (0.15, 20, 3e5)])
def test_a_constant_flow_is_worth_what_the_published_formulas_say(rate, years, saving):
    flow = [-1e5, *[saving] * years]
    terms = {"investment": "100000 CNY", "yearly_saving": f"{saving} CNY/a", "rate": f"{100 * rate} %/a",
             "life": f"{years} a", "period": "1 a"}  # fmt: skip
    assert npv(rate, flow) == pytest.approx(net_present_value.of(**terms).value, rel=1e-12)
    assert worth_factor(rate, years) == pytest.approx(
        present_worth.of(**{name: terms[name] for name in ("rate", "life", "period")}).value, rel=1e-12
    )


def test_a_rate_that_is_larger_than_any_real_one_is_found_to_its_last_digit():
    assert irr((-1.0, 1e100)) == (pytest.approx(1e100, rel=1e-12),)
