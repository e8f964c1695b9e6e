import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from ecdcalc.model.parts.carriers import (
    CoalEquivalent,
    EnergyUse,
    carrier_class,
    carrier_kinds,
    change_amount,
    empty_line,
    save_coal,
    save_heat,
    save_share,
)
from ecdcalc.numbers.ops import is_missing
from ecdcalc.read.record import with_defaults
from ecdcalc.reference.defaults import Context
from ecdcalc.reference.factors import FactorTable
from ecdcalc.words.errors import MissingValueError

CONTEXT = Context(year=2023, electricity_year=2024, province="shanxi")


def line(id, amount, context=CONTEXT, **given):
    return with_defaults(evolve(empty_line(id, ""), amount=amount, **given), context)


def use(**amounts):
    return EnergyUse(carriers={id.replace("_", "-"): line(id.replace("_", "-"), each) for id, each in amounts.items()})


@pytest.mark.parametrize("id", sorted(carrier_kinds()))
def test_every_carrier_has_its_rows(id):
    kind = carrier_kinds()[id]
    table = FactorTable()
    if kind.coal:
        row = kind.coal if "/" in kind.coal else f"coal-2020/{kind.coal}"
        factor = table.find(f"{row}.coal")
        assert factor or id == "argon"  # no row in GB/T 2589
        if factor is None:
            return
        coal_factor = carrier_class(id).__attrs_attrs__
        unit = next(each.metadata["ecdcalc"].unit for each in coal_factor if each.name == "coal_factor")
        assert factor.unit.same_kind(unit)
    assert kind.zh and kind.en


def test_coal_equivalent_by_the_table():
    # GB/T 2589-2020: 100 t raw coal × 0.7143, 1000 kWh × 0.1229 kgce, 1 GJ × 34.12 kgce
    assert line("raw-coal", 1e5).coal == pytest.approx(71_430)
    assert line("electricity", 3.6e9).coal == pytest.approx(122.9)
    assert line("heat", 1e9).coal == pytest.approx(34.12)


def test_a_measured_heating_value_wins():
    assert line("raw-coal", 1e5, lhv=29.3076e6).coal == pytest.approx(1e5)


def test_a_range_needs_a_measured_value():
    assert line("coke-oven-gas", 100.0).coal.names == {"coal-factor"} or is_missing(line("coke-oven-gas", 100.0).coal)
    assert line("coke-oven-gas", 100.0, lhv=17.58456e6).coal == pytest.approx(60)


def test_electricity_on_both_bases():
    assert line("electricity", 3.6e9, basis="primary").coal == pytest.approx(302.4)
    assert is_missing(line("electricity", 3.6e9, Context(year=2031), basis="primary").coal)


def test_co2_by_the_guide():
    # NDRC: natural gas 389.31 GJ/10^4 m3 × 0.0153 × 0.99 × 44/12 = 21.6219 t/10^4 m3 (printed)
    assert line("natural-gas", 1e4, lhv=38.931e6).co2 == pytest.approx(21_621.9, rel=1e-5)
    # MEE 2023 Shanxi grid 0.6634 kg/kWh
    assert line("electricity", 3.6e9).co2 == pytest.approx(663.4)


@given(st.floats(1, 1e9), st.floats(1, 1e9))
def test_carriers_add_up(coal, power):
    both = use(raw_coal=coal, electricity=power)
    assert both.energy == pytest.approx(use(raw_coal=coal).energy + use(electricity=power).energy)
    assert both.electricity == power


@given(st.floats(1, 1e6))
def test_what_is_saved_is_less(saved):
    plant = use(raw_coal=1e9, electricity=1e12, heat=1e12)
    for carrier in ("raw-coal", "heat"):
        assert plant.energy - save_coal(plant, carrier, saved).energy == pytest.approx(saved, rel=1e-6)
    assert plant.energy - save_share(plant, "raw-coal", 0.1).energy == pytest.approx(0.1 * 1e9 * 0.7143)


def test_heat_saved_is_fuel_by_its_heating_value():
    plant = use(raw_coal=1e9)
    spared = plant.carriers["raw-coal"].amount - save_heat(plant, "raw-coal", 1e9).carriers["raw-coal"].amount
    assert spared == pytest.approx(1e9 / (0.7143 * 29307.6e3))


def test_a_carrier_that_is_not_used_cannot_be_saved():
    with pytest.raises(MissingValueError, match="diesel"):
        change_amount(use(raw_coal=1.0), "diesel", -1.0)


def test_energy_known_only_as_coal_equivalent():
    assert isinstance(line("standard-coal", 5.0), CoalEquivalent)
    assert line("standard-coal", 5.0).coal == 5.0
    assert is_missing(line("standard-coal", 5.0).co2)
