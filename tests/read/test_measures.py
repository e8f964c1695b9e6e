import tomllib

import pytest

from ecdcalc.read import read_plant
from ecdcalc.words.errors import InputError

PLANT = """
sector = "coking"
year = 2025

[[battery]]
coke = "10 万t"
charging = "top"
quenching = "wet"
energy = { coking-coal = "14 万t" }
"""


def steps(measures):
    return read_plant(tomllib.loads(PLANT + measures)).cases[0].steps


def test_the_typical_saving_of_the_library_has_an_origin():
    (step,) = steps('[[battery.measure]]\nuse = "coke-dry-quenching"\ncapex = "1.8 亿元"\n')
    assert step.numbers["saving"] == pytest.approx(0.038)
    assert (step.origins["saving"].factor.id, step.origins["saving"].factor.confidence) == ("measure/ck-cdq", "B")
    assert step.capex == pytest.approx(1.8e8)
    assert step.after.quenching == "dry"


def test_the_id_of_the_library_is_understood_too():
    assert steps('[[battery.measure]]\nuse = "ck-cdq"\n')[0].measure.id == "coke-dry-quenching"


def test_a_given_saving_wins():
    (step,) = steps('[[battery.measure]]\nuse = "coke-dry-quenching"\nsaving = "30 kgce/t"\n')
    assert (step.numbers["saving"], step.origins["saving"].kind) == (pytest.approx(0.03), "given")


def test_what_is_recovered_needs_no_line_before():
    (step,) = steps('[[battery.measure]]\nuse = "coke-dry-quenching"\n')
    # 38 kgce/t × 100 000 t / 0.03412 kgce/MJ
    assert step.after.carriers["heat"].amount == pytest.approx(-3.8e6 / 0.03412 * 1e6)


@pytest.mark.parametrize(
    ("measures", "says"),
    [
        ('[[battery.measure]]\nuse = "coke-dry-quenching"\n' * 2, "quenching == wet"),
        ('[[battery.measure]]\nuse = "ascension-pipe-raw-gas-heat-recovery"\n' * 2, "cannot be added"),
        ('[[battery.measure]]\nuse = "coal-moisture-control"\nmoisture = "7 %"\n', "coke-oven-gas"),
        ('[[battery.measure]]\nuse = "coke-dry-quenching"\nsavings = "3 kgce/t"\n', "saving"),
        ('[[battery.measure]]\nuse = "coke-dry-quenching"\nsaving = "3 kg"\n', "kgce/t"),
        ('[[battery.measure]]\nuse = "coke-dry-quenching"\nsaving = "-3 kgce/t"\n', "must be >= 0"),
        ('[[battery.measure]]\nuse = "coal-moisture-control"\nmoisture = "120 %"\n', "must be <= 100 %"),
    ],
)
def test_measures_that_do_not_fit(measures, says):
    with pytest.raises(InputError, match=says):
        steps(measures)


LINE = """
sector = "building-materials"
year = 2025

[[clinker]]
clinker = "10 万t"
nox = { removal = "0 %" }
energy = { standard-coal = "10400 tce", electricity = "500 万kWh" }
"""


def problems(measures, text=LINE):
    with pytest.raises(InputError) as caught:
        read_plant(tomllib.loads(text + measures))
    return [(each.place, each.key) for each in caught.value.problems]


def test_a_penalty_is_written_as_a_negative_saving():
    measure = '[[clinker.measure]]\nuse = "cement-kiln-sncr"\ncarrier = "standard-coal"\nsaving = "0.3 %"\n'
    measure += 'electricity = "2 万kWh"\n'
    assert problems(measure) == [("clinker[0].measure[0].saving", "measure-takes-energy")]


def test_a_measure_is_named_by_its_number_though_one_before_it_is_wrong():
    first = '[[clinker.measure]]\nuse = "cement-kiln-scr"\nremoval = "130 %"\nelectricity = "-1 kWh"\n'
    second = '[[clinker.measure]]\nuse = "fourth-generation-grate-cooler"\ncarrier = "oil"\n'
    assert problems(first + second) == [
        ("clinker[0].measure[0].removal", "out-of-bounds"),
        ("clinker[0].measure[0].electricity", "out-of-bounds"),
        ("clinker[0].measure[1].carrier", "measure-carrier"),
    ]


def test_numbers_of_measures_are_read_though_the_process_is_wrong():
    measure = '[[clinker.measure]]\nuse = "cement-kiln-scr"\nremoval = "130 %"\nelectricity = "6 kW"\n'
    found = problems(measure, LINE.replace("10 万t", "-1 t"))
    assert [place for place, _ in found] == [
        "clinker[0].clinker",
        "clinker[0].measure[0].removal",
        "clinker[0].measure[0].electricity",
    ]


def test_a_measure_saves_no_more_of_a_fuel_than_is_used():
    two = LINE.replace("energy = {", 'energy = { natural-gas = { value = "10 万m3", lhv = "35.6 MJ/m3" },')
    measure = '[[clinker.measure]]\nuse = "fourth-generation-grate-cooler"\ncarrier = "natural-gas"\n'
    with pytest.raises(InputError) as caught:
        read_plant(tomllib.loads(two + measure))
    (problem,) = caught.value.problems
    assert problem.place == "clinker[0].measure[0].energy.natural-gas"
    assert "246974 m3 of natural-gas, but only 100000 m3 is used" in problem.say("en")  # 300 tce x 29 307.6 / 35.6


@pytest.mark.parametrize(
    ("use", "told"),
    [
        ("coke-dry-quenching", "measure-not-applicable"),
        ("ascension-pipe-raw-gas-heat-recovery", "measure-exclusive"),
    ],
)
def test_of_a_measure_that_cannot_be_there_twice_nothing_else_is_told(use, told):
    """It has to go: that its number is wrong too is no matter then."""
    table = f'[[battery.measure]]\nuse = "{use}"\n'
    assert problems(2 * table + 'saving = "-3 kgce/t"\n', PLANT) == [("battery[0].measure[1].use", told)]
    assert problems(table + 'saving = "-3 kgce/t"\n', PLANT) == [("battery[0].measure[0].saving", "out-of-bounds")]


def test_converter_gas_is_recovered_where_none_was():
    shop = """
sector = "steel"
year = 2025
[[converter]]
steel = "10 万t"
energy = { electricity = "8 GWh", converter-gas = "0 m3" }
[[converter.measure]]
use = "st-bof-gas"
"""
    (step,) = read_plant(tomllib.loads(shop)).cases[0].steps
    assert step.after.carriers["converter-gas"].amount < 0


def test_coal_is_saved_of_what_is_only_known_as_coal():
    measure = '[[clinker.measure]]\nuse = "fourth-generation-grate-cooler"\ncarrier = "standard-coal"\n'
    (step,) = read_plant(tomllib.loads(LINE + measure)).cases[0].steps
    assert step.after.carriers["standard-coal"].amount == pytest.approx(10_100_000)  # kgce: 3 kgce/t of 100 000 t less


def test_a_measure_that_divides_by_nothing_is_told_and_no_crash():
    source = {
        "furnace": "other",
        "delivered": "1 GJ",
        "network_loss": "10 %",
        "energy": {"raw-coal": "0 t", "electricity": "1 kWh"},
        "measure": [{"use": "pipe-and-valve-insulation", "bare": "20 %"}],
    }
    with pytest.raises(InputError) as error:
        read_plant({"year": 2025, "heat-source": [source]}, asked="parks")
    assert [each.key for each in error.value.problems] == ["measure-divides-by-zero"]
