import pytest
from attrs import evolve

from ecdcalc.model.parts.carriers.classes import empty_line
from ecdcalc.model.parts.carriers.lines import Electricity, GasFuel, MassFuel
from ecdcalc.read.record import with_defaults
from ecdcalc.reference.defaults import Context


def test_a_fuel_by_mass_and_by_volume():
    # anthracite of 25 MJ/kg: 100 t × 25/29.3076 = 85.302 tce; hydrogen 1000 m3 × 0.3329 kgce/m3
    coal = evolve(empty_line("anthracite", ""), amount=1e5, lhv=25e6)
    assert isinstance(coal, MassFuel)
    assert with_defaults(coal, Context()).coal == pytest.approx(85_302.1, rel=1e-5)
    gas = with_defaults(evolve(empty_line("hydrogen", ""), amount=1000.0), Context())
    assert isinstance(gas, GasFuel) and gas.coal == pytest.approx(332.9)


def test_electricity_on_both_bases():
    line = evolve(empty_line("electricity", ""), amount=3.6e9, primary_factor=0.3 / 3.6e6)
    line = with_defaults(line, Context(year=2023))
    assert isinstance(line, Electricity)
    assert line.coal == pytest.approx(122.9)
    assert evolve(line, basis="primary").coal == pytest.approx(300)
