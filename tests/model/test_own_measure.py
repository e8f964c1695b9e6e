"""Measures of the user's own: on every process that has carriers, a share saves that share."""

import tomllib

import pytest

from ecdcalc.model.own_measure import REMOVABLE, STACK, own_measure
from ecdcalc.model.parts.carriers import EnergyUse
from ecdcalc.model.process import changed
from ecdcalc.model.sector import sectors
from ecdcalc.numbers.ops import Missing
from ecdcalc.numbers.units import read_quantity
from ecdcalc.read.plant import read_plant
from ecdcalc.reference.measures import OwnMeasureRow
from ecdcalc.words.errors import InputError

CASES = [
    pytest.param(case.baseline, id=f"{sector.id}.{case.name}")
    for sector in sectors().values()
    for case in read_plant(tomllib.loads(sector.template), within=sector).cases
]
WITH_CARRIERS = [each for each in CASES if isinstance(each.values[0], EnergyUse) and each.values[0].carriers]


def written(**values):
    return OwnMeasureRow("own/x", "x", **values)


def applied(process, **values):
    measure = own_measure(written(**values), type(process))
    return measure(process, **{name: reading.value for name, reading in measure.given.items()})


@pytest.mark.parametrize("process", WITH_CARRIERS)
def test_a_share_of_every_carrier_is_that_share_less(process):
    for id, line in process.carriers.items():
        if not isinstance(line.amount, Missing):
            after = applied(process, carrier=id, saving=read_quantity("12.5 %"))
            assert after.carriers[id].amount == pytest.approx(line.amount * 0.875)


@pytest.mark.parametrize("process", WITH_CARRIERS)
def test_coal_equivalent_saved_is_saved(process):
    for id, line in process.carriers.items():
        if isinstance(line.amount, Missing) or isinstance(line.coal, Missing) or line.amount <= 0:
            continue
        after = applied(process, carrier=id, saving=read_quantity("0.37 tce")).carriers[id]
        assert line.coal - after.coal == pytest.approx(370.0, rel=1e-6)  # kgce


@pytest.mark.parametrize("process", CASES)
@pytest.mark.parametrize("pollutant", REMOVABLE)
def test_a_removal_is_a_share_of_what_is_emitted_or_told_to_be_none(process, pollutant):
    try:
        after = applied(process, removals={pollutant: read_quantity("35 %")})
    except InputError as error:
        assert error.problems[0].key == "own-measure-pollutant"
        return
    before, left = getattr(process, pollutant), getattr(after, pollutant)
    if isinstance(before, Missing):
        assert isinstance(left, Missing)
        return
    assert before * 0.65 <= left * (1 + 1e-9)  # never more than said; a part of it may not pass by there
    told = [*measure_of(type(process), pollutant).lost(process, after)]
    assert bool(told) == (left == before and before != 0)


def measure_of(cls, pollutant):
    return own_measure(written(removals={pollutant: read_quantity("35 %")}), cls)


def process_of(text):
    return read_plant(tomllib.loads(text)).cases[0].baseline


BATTERY = """
sector = "coking"
year = 2025
[[battery]]
coke = "10 万t"
charging = "top"
quenching = "wet"
energy = { coking-coal = "14 万t", electricity = "18 GWh" }
nox = { mass = "120 t" }
"""


@pytest.mark.parametrize(
    ("saving", "left"),
    [
        ("5 kWh/t", 17.5e6),
        ("300 MWh", 17.7e6),
        ("25 %", 13.5e6),
        ("122.9 tce", 17.0e6),
        ("0.6144 kgce/t", 17.5e6 + 100),
    ],
)
def test_the_unit_says_how_a_saving_is_meant(saving, left):
    after = applied(process_of(BATTERY), carrier="electricity", saving=read_quantity(saving))
    assert after.carriers["electricity"].amount / 3.6e6 == pytest.approx(left, rel=1e-4)  # 0.1229 kgce/kWh


def test_heat_becomes_electricity_only_by_an_efficiency():
    plain = process_of(BATTERY)
    given = 'electricity = { value = "18 GWh", power_efficiency = "30 %", heat_temperature = "500 °C" }'
    bounded = process_of(BATTERY.replace('electricity = "18 GWh"', given))
    for heat in ("3600 GJ", "36 MJ/t"):  # a GWh of heat
        unknown = applied(plain, carrier="electricity", saving=read_quantity(heat)).carriers["electricity"].amount
        assert isinstance(unknown, Missing) and "energy.electricity.power_efficiency" in unknown.names
        left = applied(bounded, carrier="electricity", saving=read_quantity(heat)).carriers["electricity"].amount
        assert left / 3.6e6 == pytest.approx(17.7e6)
    document = tomllib.loads(BATTERY.replace('electricity = "18 GWh"', given.replace("30 %", "70 %")))
    with pytest.raises(InputError, match="Carnot"):
        read_plant(document)


@pytest.mark.parametrize(("removal", "left"), [("90 %", 12e3), ("30 t", 90e3), ("0.25 kg/t", 95e3)])
def test_the_unit_says_how_a_removal_is_meant(removal, left):
    assert applied(process_of(BATTERY), removals={"nox": read_quantity(removal)}).nox == pytest.approx(left)


@pytest.mark.parametrize(
    ("given", "pollutant", "before"),
    [
        ('wastewater = { volume = "2 万m3", cod = "60 mg/L" }', "cod", 1200),
        ('wastewater = { volume = "2 万m3", nh3n = "5 mg/L" }', "nh3n", 100),
        ('voc = { mass = "8 t" }', "voc", 8000),
        # 200 t × (1 − 0.6 × 0.9 × 0.5)
        ('voc_factor = "2 kg/t"\nvoc = { capture = "60 %", destruction = "90 %", run_rate = "50 %" }', "voc", 146e3),
        # 200 t − 1 亿m3 × 900 mg/m3
        (
            'voc_factor = "2 kg/t"\nvoc = { flow = "1 亿m3", inlet = "1000 mg/m3", outlet = "100 mg/m3" }',
            "voc",
            110e3,
        ),
    ],
)
def test_a_removal_leaves_the_rest(given, pollutant, before):
    process = process_of(BATTERY + given)
    assert getattr(process, pollutant) == pytest.approx(before)
    assert getattr(applied(process, removals={pollutant: read_quantity("35 %")}), pollutant) == pytest.approx(
        before * 0.65
    )


def test_a_penalty_takes_energy_of_what_was_not_used_before():
    process = process_of(BATTERY)
    measure = own_measure(written(penalties={"natural-gas": read_quantity("3 m3/t")}), type(process))
    assert measure.brings == ("natural-gas",)
    process = changed(process, carriers={"electricity": process.carriers["electricity"]})
    after = applied(process, penalties={"electricity": read_quantity("2 kWh/t")})
    assert after.carriers["electricity"].amount / 3.6e6 == pytest.approx(18.2e6)


def test_every_number_that_does_not_fit_the_process_is_told():
    row = written(
        carrier="electricity",
        saving=read_quantity("3 m3"),
        penalties={"diesel": read_quantity("2 kWh/km")},
        removals={"cod": read_quantity("5 m3"), "nox": read_quantity("5 m3")},
    )
    with pytest.raises(InputError) as caught:
        own_measure(row, type(process_of(BATTERY)))
    assert [each.place for each in caught.value.problems][:2] == ["saving", "penalty.diesel"]
    assert "kWh/t" in caught.value.say("zh")
    assert "removal.nox" in caught.value.say("en")
    assert set(STACK) == {"nox", "so2", "pm"}


def test_a_carrier_that_there_is_not_is_told_with_the_nearest():
    row = written(carrier="electricty", saving=read_quantity("5 kWh/t"))
    with pytest.raises(InputError) as caught:
        own_measure(row, type(process_of(BATTERY)))
    (problem,) = caught.value.problems
    assert (problem.key, problem.values["found"], problem.values["near"]) == (
        "carrier-unknown", "electricty", "electricity",
    )  # fmt: skip
