import tomllib

import pytest

from ecdcalc.errors import InputError
from ecdcalc.read import read_plant

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
    ],
)
def test_measures_that_do_not_fit(measures, says):
    with pytest.raises(InputError, match=says):
        steps(measures)


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
