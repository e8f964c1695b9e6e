"""Devices by name: the efficiency of the set that is chosen, unless it is given; what a set does not list is unknown."""

import pytest

from ecdcalc.model.parts.stacks import NoxStack, So2Stack
from ecdcalc.model.process import fields_of
from ecdcalc.numbers.ops import Missing
from ecdcalc.read.record import with_defaults
from ecdcalc.reference.defaults import Context
from ecdcalc.reference.factors import FactorTable


def removal(stack):
    return with_defaults(stack, Context()).removal


@pytest.mark.parametrize(
    ("rates", "device", "share"),
    [
        ("inventory", "scr", 0.42),
        ("inventory", "low-nox-sncr", 0.52),
        ("boiler", "recirculation", 0.65),
        ("cement-kiln", "low-nox-sncr", 0.60),
        ("fluidised-bed", "sncr", 0.60),
    ],
)
def test_a_named_device_removes_what_its_set_says(rates, device, share):
    assert removal(NoxStack(rates=rates, device=device)) == pytest.approx(share)


def test_without_a_name_nothing_is_assumed():
    assert isinstance(removal(NoxStack()), Missing)
    assert isinstance(removal(So2Stack()), Missing)
    assert isinstance(removal(NoxStack(rates="coke-oven", device="sncr")), Missing)


def test_what_is_measured_comes_before_the_name():
    assert removal(NoxStack(device="scr", removal=0.9)) == 0.9
    assert removal(So2Stack(device="wet", removal=0.97)) == 0.97


def test_desulphurisation_by_name():
    assert removal(So2Stack(device="wet")) == pytest.approx(0.8)
    assert removal(So2Stack(device="furnace-injection")) == pytest.approx(0.5)


@pytest.mark.parametrize("stack", [NoxStack, So2Stack])
def test_every_row_is_of_the_pollutant(stack):
    pollutant = {"NoxStack": "NOx", "So2Stack": "SO2"}[stack.__name__]
    for _, id in fields_of(stack)["removal"].default.choices:
        assert FactorTable().get(id).pollutant == pollutant
