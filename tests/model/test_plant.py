import pytest

from ecdcalc.model.parts.carriers import Electricity, Heat
from ecdcalc.model.plant import on_basis


def test_the_other_basis_changes_electricity_and_heat_alone(coking):
    primary = coking.on("primary")
    lines = primary.cases[-1].baseline.carriers
    assert {line.basis for line in lines.values() if isinstance(line, Electricity | Heat)} == {"primary"}
    assert lines["coking-coal"].coal == coking.cases[-1].baseline.carriers["coking-coal"].coal
    assert primary.on("calorific").cases[-1].baseline.energy == pytest.approx(coking.cases[-1].baseline.energy)


def test_a_process_without_carriers_stays_as_it_is(coking):
    account = coking.cases[0].baseline
    assert on_basis(account, "primary") is account
    assert coking.cases[1].key == "battery"
    assert coking.cases[1].name == "1#"


def test_a_case_that_is_on_a_basis_already_is_the_same_case(coking):
    assert all(one is other for one, other in zip(coking.on("calorific").cases, coking.cases, strict=True))
