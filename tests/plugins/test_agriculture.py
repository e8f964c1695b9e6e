from pathlib import Path

import pytest
from hypothesis import given
from plain import floats

from ecdcalc import assess
from ecdcalc.model.sector import sector
from ecdcalc.plugins.agriculture.crops import nitrogen_spared
from ecdcalc.read import read_plant
from ecdcalc.testing import check_sector, prove_formula
from ecdcalc.words.errors import InputError

EXAMPLE = Path(__file__).parents[2] / "examples" / "agriculture.toml"
SHARE = floats(0.01, 1)


def plant(**processes):
    return read_plant({"sector": "agriculture", "year": 2025, **processes})


def herd(**more):
    return {"animal": "pig", "slaughtered": "1000 头", "dry_land": "60 %", **more}


USES = ("as_fertiliser", "as_feed", "as_substrate", "as_fuel", "as_material")
STRAW = {"crop": "wheat", "grain": "1000 t", "straw_ratio": "1", "collectable": "90 %", "burnt_share": "5 %"}
STRAW |= dict.fromkeys(USES, "100 t")
SEWAGE = {
    "population": "100 人", "villages": "1 个", "villages_treated": "1 个", "cod_in": "300 mg/L", "cod_out": "50 mg/L",
}  # fmt: skip
HOUSES = {
    "households": "100 户", "coal_households": "50 户", "coal_kind": "lump",
    "energy": {"raw-coal": "100 t", "electricity": "1 kWh"},
}  # fmt: skip


def test_agriculture_keeps_the_contract():
    check_sector(sector("agriculture"))


def test_the_example_meets_every_target_it_can():
    from ecdcalc import load_plant

    result = assess(load_plant(str(EXAMPLE)))
    evaluated = {each.target.id: each.status for each in result.gaps if each.status != "not-evaluated"}
    assert set(evaluated) == {f"t{number:03d}" for number in range(57, 65)}
    assert set(evaluated.values()) == {"met"}
    assert not isinstance(result.saved["cod"], str)
    assert result.saved["cod"] > 0
    assert result.saved["nh3n"] > 0


@pytest.mark.parametrize(
    ("process", "place"),
    [
        ({"slaughter-herd": [herd(dry_fertiliser="60 %")]}, "slaughter-herd[0].handled"),
        ({"film": [{"used": "10 t", "recovered": "11 t"}]}, "film[0].recovered"),
        ({"rural-water": [{"found": "1 个", "cleared": "2 个"}]}, "rural-water[0].cleared"),
        (
            {"irrigation": [{"area": "1 ha", "water": "1000 m3", "head": "100 m", "electricity": "100 kWh"}]},
            "irrigation[0].lift",
        ),
        ({"pest-control": [{"area": "1 ha", "green_area": "2 ha"}]}, "pest-control[0].green_area"),
        ({"fertiliser": [{"area": "1 ha", "nitrogen": "3 t", "nutrients": "2 t"}]}, "fertiliser[0].nitrogen"),
        ({"straw": [STRAW | {"burnt_share": "60 %"}]}, "straw[0].used_or_burnt"),
        ({"straw": [STRAW | {"as_feed": "540 t"}]}, "straw[0].used"),
        ({"straw": [STRAW | {"straw_lhv": "15 MJ/kg", "energy": {"raw-coal": "-80 t"}}]}, "straw[0].replaced"),
        ({"straw": [STRAW | {"energy": {"raw-coal": "-101 t"}}]}, "straw[0].replaced"),
        ({"slaughter-herd": [herd(manure_use="101 %")]}, "slaughter-herd[0].manure_use"),
        ({"rural-sewage": [SEWAGE | {"volume": "1 万m3"}]}, "rural-sewage[0].cod_metered"),
        (
            {"household-heating": [HOUSES | {"measure": [{"use": "bd-ashp", "replaced": "60 户"}]}]},
            "household-heating[0].measure[0].coal_households",
        ),
        (
            {"household-heating": [HOUSES | {"measure": [{"use": "bd-ashp", "replaced": "1 户", "carrier": "coke"}]}]},
            "household-heating[0].measure[0]",
        ),
        (
            {
                "grain-drying": [
                    {"grain": "1 t", "energy": {"electricity": "1 kWh"}, "measure": [{"use": "ag-grain-dryer"}]}
                ]
            },
            "grain-drying[0].measure[0]",
        ),
    ],
)
def test_impossible_claims_are_refused(process, place):
    with pytest.raises(InputError) as caught:
        plant(**process)
    assert [each.place for each in caught.value.problems] == [place]


def test_a_diesel_pump_is_no_pump_without_energy():
    pump = {"area": "1 ha", "water": "1000 m3", "head": "50 m", "energy": {"diesel": "0.05 t"}}
    efficiency = assess(plant(irrigation=[pump])).processes[0].reporting["pump_efficiency"].value
    assert efficiency == pytest.approx(1000 * 1000 * 9.80665 * 50 / (50 * 1.4571 * 29.3076e6))


@pytest.mark.parametrize(("given", "way"), [({}, "factor"), ({"volume": "1 m3"}, "monitoring")])
def test_how_the_removal_of_sewage_was_found_is_told(given, way):
    collected = {"collection": "50 %", "cod_removal": "80 %"}
    found = assess(plant(**{"rural-sewage": [SEWAGE | collected | given]})).to_dict()["processes"][0]
    assert found["methods"]["COD"] == way


def test_pm_of_stoves_is_at_least_their_fine_particles():
    found = assess(plant(**{"household-heating": [HOUSES]})).processes[0].reporting
    assert found["pm"].value == found["pm25"].value > 0
    own = assess(plant(**{"household-heating": [HOUSES | {"pm_factor": "20 kg/t"}]})).processes[0].reporting
    assert own["pm"].value == pytest.approx(2000)


def test_a_better_handling_is_asked_for_by_animal():
    with pytest.raises(InputError) as caught:
        plant(**{"slaughter-herd": [herd(animal="goose")]})
    assert caught.value.problems[0].key == "not-an-option"


def test_straw_without_a_nox_factor_does_not_hide_the_other_sources():
    straw = {"crop": "wheat", "grain": "1000 t", "straw_ratio": "1", "collectable": "90 %", "burnt_share": "5 %"}
    uses = dict.fromkeys(("as_fertiliser", "as_feed", "as_substrate", "as_fuel", "as_material"), "100 t")
    tractors = {"work": "100 ha", "stage": "mixed", "energy": {"diesel": "1 t"}, "reporting": {"diesel": "0 t"}}
    result = assess(plant(straw=[straw | uses], machinery=[tractors]))
    assert result.saved["nox"] == pytest.approx(34.457)


def test_formulas_are_proved():
    assert prove_formula(nitrogen_spared, efficiency=(30, 40), better_efficiency=(41, 50)) == []


@given(SHARE, SHARE)
def test_the_crop_takes_up_as_much_as_before(efficiency, better):
    spared = nitrogen_spared(nitrogen=1.0, efficiency=efficiency, better_efficiency=better)
    assert (1 - spared) * better == pytest.approx(efficiency)


@given(floats(0, 100), floats(0, 100))
def test_more_handling_never_discharges_more(one, other):
    low, high = (f"{each:.9f} %" for each in sorted((one, other)))
    result = assess(plant(**{"slaughter-herd": [herd(dry_land=low, reporting={"dry_land": high})]}))
    assert result.saved["cod"] >= -1e-9
    assert result.saved["nh3n"] >= -1e-9


@pytest.mark.parametrize(
    ("key", "table", "left"),
    [
        (
            "greenhouse",
            {"area": "1 ha", "measure": [{"use": "greenhouse-insulation-and-thermal-screens", "saving": "30 %"}]},
            1330.0,
        ),
        ("grain-drying", {"grain": "1000 t", "measure": [{"use": "heat-pump-grain-drying", "saving": "50 %"}]}, 0.0),
    ],
)
def test_what_is_monitored_falls_with_the_fuel_that_is_saved(key, table, left):
    coal = {"raw-coal": "100 t", "electricity": "0 kWh"}
    heater = {**table, "sulphur": "1 %", "so2": {"mass": "1.9 t"}, "energy": coal}
    state = assess(read_plant({"year": 2025, "electricity_year": 2024, key: [heater]}, asked="agriculture")).processes[
        0
    ]
    assert state.baseline["so2"].value == pytest.approx(1900)
    assert state.reporting["so2"].value == pytest.approx(left)


@pytest.mark.parametrize("coal", ["raw-coal", "cleaned-coal", "slimes"])
def test_every_coal_burnt_emits(coal):
    heater = {"area": "1 ha", "sulphur": "1 %", "energy": {coal: "100 t"}}
    state = assess(read_plant({"year": 2025, "greenhouse": [heater]}, asked="agriculture")).processes[0].baseline
    assert state["coal_burnt"].value == pytest.approx(1e5)
    assert state["so2_most"].value == pytest.approx(2000)
    assert state["nox_generated"].value > 0
    assert state["voc"].value > 0
