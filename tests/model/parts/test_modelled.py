import pytest
from attrs import evolve

from ecdcalc.model.parts.carriers import empty_line
from ecdcalc.model.parts.modelled import ModelledElectricity, co2_factor, coal_factor
from ecdcalc.numbers.ops import is_missing
from ecdcalc.read.record import with_defaults
from ecdcalc.reference.defaults import Context

CONTEXT = Context(year=2023, electricity_year=2024, province="shanxi")


def test_what_is_modelled_takes_the_factors_of_its_carrier_line():
    process = with_defaults(ModelledElectricity(), CONTEXT)
    # GB/T 2589-2020: 0.1229 kgce/kWh; MEE 2023, Shanxi: 0.6634 kg/kWh
    assert coal_factor(process, "electricity") * 3.6e6 == pytest.approx(0.1229)
    assert co2_factor(process, "electricity") * 3.6e6 == pytest.approx(0.6634)


def test_the_basis_of_the_line_decides():
    line = with_defaults(evolve(empty_line("electricity", ""), basis="primary"), CONTEXT)
    process = ModelledElectricity(carriers={"electricity": line})
    assert coal_factor(process, "electricity") * 3.6e6 == pytest.approx(0.3024)


def test_a_line_that_is_not_there_is_named():
    process = ModelledElectricity(carriers={})
    assert is_missing(coal_factor(process, "heat"))
    assert coal_factor(process, "heat").names == {"energy.heat"}
