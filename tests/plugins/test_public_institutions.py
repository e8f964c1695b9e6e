from pathlib import Path

import pytest
from hypothesis import given
from plain import floats

from ecdcalc import assess, load_plant
from ecdcalc.model.sector import sector
from ecdcalc.read import read_plant
from ecdcalc.testing import check_sector
from ecdcalc.words.errors import InputError

EXAMPLE = Path(__file__).parents[2] / "examples" / "public-institutions.toml"
OFFICE = {"kind": "government", "floor_area": "1 万m2", "energy": {"electricity": "100 万kWh"}}


def plant(**processes):
    return read_plant({"sector": "public-institutions", "year": 2025, **processes})


def test_public_institutions_keep_the_contract():
    check_sector(sector("public-institutions"))


def test_the_example_meets_every_target_it_can():
    result = assess(load_plant(str(EXAMPLE)))
    evaluated = {each.target.id for each in result.gaps if each.status != "not-evaluated"}
    assert evaluated == {f"t{number:03d}" for number in range(65, 70)}
    assert not result.open_gaps
    assert result.saved["energy"] > 0


@pytest.mark.parametrize(
    ("process", "place"),
    [
        (
            {"institution": [OFFICE | {"lighting": "80 万kWh", "cooling": "30 万kWh"}]},
            "institution[0].lighting_and_cooling",
        ),
        ({"charging": [{"car_parks": "2 个", "with_piles": "3 个"}]}, "charging[0].with_piles"),
        (
            {"vehicles": [{"distance": "1 km", "added": "1 辆", "added_new_energy": "2 辆"}]},
            "vehicles[0].added_new_energy",
        ),
        ({"institution": [OFFICE | {"area_quota": "10 kgce"}]}, "institution[0].area_quota"),
    ],
)
def test_impossible_claims_are_refused(process, place):
    with pytest.raises(InputError) as caught:
        plant(**process)
    assert [each.place for each in caught.value.problems] == [place]


def test_a_quota_is_never_invented():
    result = assess(plant(institution=[OFFICE]))
    assert result.processes[0].reporting["area_quota_used"].value.names == {"area_quota"}


@given(floats(0.01, 0.9), floats(0.01, 0.9))
def test_savings_of_lighting_and_commissioning_never_pass_what_is_used(led, rest):
    measures = [
        {"use": "led-indoor-lighting-with-controls", "saving": f"{led * 100!r} %"},
        {"use": "monitoring-based-commissioning", "saving": f"{rest * 100!r} %"},
    ]
    result = assess(plant(institution=[OFFICE | {"lighting": "40 万kWh", "measure": measures}]))
    left = (1e6 - led * 4e5) * (1 - rest)
    assert result.saved["electricity"] / 3.6e6 == pytest.approx(1e6 - left)


@pytest.mark.parametrize("coal", ["raw-coal", "cleaned-coal", "slimes"])
def test_every_coal_burnt_emits(coal):
    school = OFFICE | {"kind": "school", "energy": {coal: "100 t"}}
    state = assess(plant(institution=[school])).processes[0].baseline
    assert state["nox"].value == pytest.approx(400)  # 100 t × 4 kg/t


def test_commissioning_saves_every_use_alike():
    measure = next(
        each for each in sector("public-institutions").measures if each.id == "monitoring-based-commissioning"
    )
    uses = {"lighting": "20 万kWh", "cooling": "30 万kWh", "heating": "900 GJ", "hot_water": "400 GJ"}
    energy = {"electricity": "100 万kWh", "heat": "1500 GJ"}
    before = plant(institution=[OFFICE | uses | {"energy": energy}]).cases[0].baseline
    after = measure(before, saving=0.2)
    for name in uses:
        assert getattr(after, name) == pytest.approx(0.8 * getattr(before, name))
    assert after.energy == pytest.approx(0.8 * before.energy)
