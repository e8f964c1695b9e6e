"""Random draws: the ends of the ranges, what is shared, the same answer at the middle."""

import numpy
import pytest

from ecdcalc.decide.draws import drawn, spreads
from ecdcalc.read.plant import load_plant

PLANT = """
sector = "coking"
name = "x"
year = 2025

[[battery]]
name = "1#"
coke = "57~63 万t"
charging = "top"
quenching = "wet"
energy = { coking-coal = "81 万t", electricity = "16~20 GWh" }
"""


@pytest.fixture(scope="module")
def battery(tmp_path_factory):
    path = tmp_path_factory.mktemp("plant") / "plant.toml"
    path.write_text(PLANT, encoding="utf-8")
    return load_plant(str(path)).cases[0].baseline


def test_draws_stay_between_the_ends(battery):
    coke = drawn(battery, 10_000).coke
    assert 5.7e8 <= coke.min() < 5.71e8 and 6.29e8 < coke.max() <= 6.3e8


def test_the_same_seed_draws_the_same(battery):
    assert (drawn(battery, 100, 7).coke == drawn(battery, 100, 7).coke).all()
    assert (drawn(battery, 100, 7).coke != drawn(battery, 100, 8).coke).any()


def test_every_trial_is_the_one_plant_with_its_numbers(battery):
    from ecdcalc.model.process import lift

    sample = drawn(battery, 5)
    for trial in range(5):
        one = lift(sample, lambda *a, n=trial: float(a[2][n]) if isinstance(a[2], numpy.ndarray) else a[2])
        assert sample.unit_energy[trial] == pytest.approx(one.unit_energy, rel=1e-12)


def test_a_shared_factor_is_drawn_once():
    from ecdcalc.model.process import Origin, changed
    from ecdcalc.model.sector import sector
    from ecdcalc.reference.factors import FactorTable

    battery = sector("coking").process("battery")
    factor = next(each for each in FactorTable() if each.low is not None and each.high is not None and each.value)
    origin = Origin("default", factor.id, factor)
    one = battery(coke=1.0, charging="top", quenching="wet", moisture=0.5, volatile_matter=0.5)
    one = changed(one, origins={"moisture": origin, "volatile_matter": origin})
    sample = drawn(one, 100)
    assert isinstance(sample.moisture, numpy.ndarray)
    assert (sample.moisture == sample.volatile_matter).all()


def test_spreads(battery):
    found = spreads(battery, 20_000)
    assert found["unit_energy"].unit == "kgce/t"
    assert found["unit_energy"].low < found["unit_energy"].middle < found["unit_energy"].high
    electricity = found["electricity"]
    assert (electricity.low, electricity.middle, electricity.high) == pytest.approx((16.1e6, 18e6, 19.9e6), rel=0.01)


def test_a_tail_past_a_bound_is_drawn_again(tmp_path):
    """Of 50 ± 49 mg/L one in forty-four would lie below zero; the bound of the input is 0."""
    path = tmp_path / "plant.toml"
    path.write_text(PLANT + 'wastewater = { volume = "100 万m3", cod = "50 ± 49 mg/L" }\n', encoding="utf-8")
    cod = drawn(load_plant(str(path)).cases[0].baseline, 20_000).wastewater.cod
    assert 0 <= cod.min() < 1e-3
    assert (cod > 0.099).mean() == pytest.approx(0.025 / (1 - 0.0228), abs=0.004)


def test_a_printed_range_of_a_decade_is_lognormal():
    """5 to 60 kg: 95 of 100 lie between, half of them below the geometric middle."""
    from ecdcalc.decide.draws import range_of
    from ecdcalc.model.process import Origin
    from ecdcalc.reference.factors import FactorTable

    factor = next(each for each in FactorTable() if each.low and each.high and each.high >= 10 * each.low)
    found = range_of(Origin("default", factor.id, factor), factor.base)
    draws = found.draws(numpy.random.default_rng(1), 100_000)
    inside = (draws >= factor.unit.base(factor.low)) & (draws <= factor.unit.base(factor.high))
    assert inside.mean() == pytest.approx(0.95, abs=0.003)
    assert numpy.median(draws) == pytest.approx(factor.unit.base((factor.low * factor.high) ** 0.5), rel=0.01)


def test_what_was_forgotten_is_drawn_the_same_again(battery):
    from ecdcalc.decide.draws import Dice, rolled

    dice = Dice(50, 3)
    coke = rolled(battery, dice, "x").coke
    dice.forget()
    assert (dice.once("x.coke") == coke).all()


@pytest.mark.parametrize(("ends", "drawn"), [((5.0, 5.0), None), ((4.0, 6.0), "triangular"), ((6.0, 7.0), "uniform")])
def test_a_printed_range_without_width_is_none_and_one_beside_the_value_has_no_middle(ends, drawn):
    from attrs import evolve

    from ecdcalc.decide.draws import range_of
    from ecdcalc.model.process import Origin
    from ecdcalc.reference.factors import FactorTable

    factor = next(each for each in FactorTable() if each.low and each.high and each.unit.factor == 1)
    factor = evolve(factor, value=5.0, low=ends[0], high=ends[1])
    found = range_of(Origin("default", factor.id, factor), factor.base)
    assert (found and found.drawn) == drawn
