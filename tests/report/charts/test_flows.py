import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shown import SECTORS, contract

from ecdcalc.report.charts.flows import OTHER, PRODUCT, RELEASED, UNSPLIT, USED, balances


def total(flows):
    return math.fsum(each.value for each in flows)


@pytest.mark.parametrize("state", ["baseline", "reporting"])
@pytest.mark.parametrize("name", SECTORS)
def test_what_comes_in_goes_out(name, state):
    """Of every process of every example, and nothing of the carriers is lost on the way."""
    found = contract(name)
    listed = [*balances(found, state)]
    for each in listed:
        assert total(each.taken) == pytest.approx(total(each.given), rel=1e-12)
        assert all(flow.value > 0 for flow in (*each.taken, *each.given))
    flows = [flow for each in listed for flow in (*each.taken, *each.given)]
    for id, line in found["splits"]["energy_by_carrier"][state].items():
        if line["energy"]:
            taken, given = (
                math.fsum(flow.value for flow in flows if getattr(flow, end) == id) for end in ("source", "target")
            )
            assert taken - given == pytest.approx(line["energy"]["value"], rel=1e-9, abs=1e-6)


def process(carriers, energy):
    lines = {
        id: {"label": id, "energy": None if value is None else {"value": value, "unit": "tce"}}
        for id, value in carriers.items()
    }
    state = {} if energy is None else {"energy": {"value": energy, "unit": "tce"}}
    one = {"name": "a", "title": "A", "baseline": state, "saved": {"energy": None}}
    return {"processes": [{**one, "energy_by_carrier": {"baseline": lines}}]}


def test_a_product_takes_energy_along():
    """Coal 100, gas 20 out, 15 counted: 65 leave with the coke."""
    (balance,) = balances(process({"coal": 100.0, "gas": -20.0}, 15.0), "baseline")
    assert {flow.target: flow.value for flow in balance.given} == {"gas": 20.0, PRODUCT: 65.0, USED: 15.0}


def test_a_process_that_gives_more_than_it_takes():
    """A converter takes 10 and gives 40 of gas: 30 are of the charge."""
    (balance,) = balances(process({"power": 10.0, "gas": -40.0}, -30.0), "baseline")
    assert {flow.source: flow.value for flow in balance.taken} == {"power": 10.0, RELEASED: 30.0}


def test_a_carrier_that_is_not_known_is_named():
    (balance,) = balances(process({"coal": 100.0, "gas": None}, None), "baseline")
    assert balance.unknown == ("gas",)
    assert {flow.target: flow.value for flow in balance.given} == {UNSPLIT: 100.0}


@pytest.mark.parametrize(("net", "side"), [(100.0, "given"), (-30.0, "taken")])
def test_energy_that_a_process_does_not_know_is_not_told_as_its_energy(net, side):
    """Of coke and a process that lacks an input nobody knows what stays and what leaves with the product."""
    (balance,) = balances(process({"coal": net}, None), "baseline")
    ends = {flow.source if side == "taken" else flow.target for flow in getattr(balance, side)}
    assert ends == {UNSPLIT}


_AMOUNTS = st.floats(-1e6, 1e6).filter(lambda value: abs(value) > 1e-3)


def test_a_small_carrier_is_a_flow_too():
    (balance,) = balances(process({"power": 0.001, "coal": -2e6}, 0.0), "baseline")
    assert {flow.source for flow in balance.taken} == {"power", OTHER}


@given(st.dictionaries(st.sampled_from("abcdef"), _AMOUNTS, min_size=1), st.floats(-1e6, 1e6))
def test_conservation_is_a_law(carriers, energy):
    for each in balances(process(carriers, energy), "baseline"):
        assert total(each.taken) == pytest.approx(total(each.given), rel=1e-9, abs=1e-6)
