"""Both flows of a carrier and a liquid by volume in columns give what a plant file with the same words gives."""

import polars
import pytest

from ecdcalc.assessment.plant import assess
from ecdcalc.assessment.tables.portfolio import portfolio
from ecdcalc.read.plant import read_plant
from ecdcalc.words.errors import InputError

WASHERY = {"raw_coal": "100 万t", "kind": "thermal", "method": "jig"}
COLUMNS = {"raw_coal [万t]": [100.0] * 4, "kind": ["thermal"] * 4, "method": ["jig"] * 4}
CALL = {"sector": "coal", "process": "washery", "year": 2023, "grid_year": 2023}


def table(**columns):
    frame = polars.DataFrame({**COLUMNS, **columns}, strict=False).with_columns(number=polars.int_range(4))
    return portfolio(frame, **CALL).results.sort("number")


def plant(energy, reporting=None):
    washery = {**WASHERY, "energy": energy, **({"reporting": {"energy": reporting}} if reporting else {})}
    result = assess(read_plant({"sector": "coal", "year": 2023, "grid_year": 2023, "washery": [washery]}))
    return result.to_dict()


def energy(found):
    return found["processes"][0]["reporting"]["energy"]["value"]


def test_two_flows_stand_for_their_difference():
    answer = table(
        **{
            "energy.electricity.taken [万kWh]": [5000.0, 5000.0, None, None],
            "energy.electricity.given [万kWh]": [800.0, None, 800.0, None],
        }
    )
    found = dict(answer.select("number", "reporting.energy [tce]").iter_rows())
    both = energy(plant({"electricity": {"taken": "5000 万kWh", "given": "800 万kWh"}}))
    assert found[0] == pytest.approx(both)
    assert found[1] == pytest.approx(energy(plant({"electricity": "5000 万kWh"})))
    assert 2 not in found  # a washery cannot give out power alone, as a plant file may not say so
    assert found[3] == 0


def test_a_flow_of_the_reporting_state_alone_leaves_the_others():
    found = table(
        **{
            "energy.electricity.taken [万kWh]": [5000.0] * 4,
            "energy.electricity.given [万kWh]": [800.0] * 4,
            "reporting.energy.electricity.taken [万kWh]": [4000.0, None, 4000.0, None],
            "reporting.energy.electricity.given [万kWh]": [800.0, None, None, None],
        }
    )["reporting.energy [tce]"].to_list()
    assert found[0] == pytest.approx(energy(plant({"electricity": "3200 万kWh"})))
    assert found[1] == found[3] == pytest.approx(energy(plant({"electricity": "4200 万kWh"})))
    assert found[2] == pytest.approx(energy(plant({"electricity": "4000 万kWh"})))


def test_a_liquid_by_volume_has_its_published_density():
    found = table(**{"energy.diesel [L]": [3200.0, 0.0, 1.0, None]})["reporting.energy [tce]"].to_list()
    assert found[0] == pytest.approx(energy(plant({"diesel": "3200 L"})))
    assert found[1] == 0
    assert found[2] == pytest.approx(energy(plant({"diesel": "1 L"})))


@pytest.mark.parametrize(
    ("columns", "key"),
    [
        (["energy.electricity [kWh]", "energy.electricity.taken [kWh]"], "carrier-net-and-gross"),
        (["energy.raw-coal [m3]"], "unit-mass-volume"),
        (["energy.electricity.taken [t]"], "unit-kind"),
        (["energy.electricity.takes [kWh]"], "unknown-key-near"),
    ],
)
def test_what_cannot_be_read_is_refused(columns, key):
    with pytest.raises(InputError) as caught:
        table(**{name: [1.0] * 4 for name in columns})
    assert key in {problem.key for problem in caught.value.problems}


def test_a_flow_below_zero_is_set_aside():
    frame = polars.DataFrame({**COLUMNS, "energy.electricity.taken [kWh]": [1.0, -1.0, 2.0, 3.0]})
    assert len(portfolio(frame, **CALL).rejects) == 1
