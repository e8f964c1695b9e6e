from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from plain import floats

from ecdcalc import assess, load_plant
from ecdcalc.model.sector import sector
from ecdcalc.read import read_plant
from ecdcalc.testing import check_sector
from ecdcalc.words.errors import InputError

EXAMPLE = Path(__file__).parents[2] / "examples" / "environment.toml"
VOLUME = floats(1e3, 1e8)
RAW = floats(100, 1000)
CLEAN = floats(0, 100)


def plant(**processes):
    return read_plant({"sector": "environment", "year": 2025, **processes})


def works(**more):
    water = {"cod_in": "300 mg/L", "cod_out": "30 mg/L", "nh3n_in": "30 mg/L", "nh3n_out": "2 mg/L"}
    return {"volume": "1000 万m3", **water, **more}


def test_environment_keeps_the_contract():
    check_sector(sector("environment"))


def test_the_example_meets_every_target_it_can():
    result = assess(load_plant(str(EXAMPLE)))
    evaluated = {each.target.id for each in result.gaps if each.status != "not-evaluated"}
    numbers = (*range(2, 6), 9, *range(70, 77), *range(81, 84), 89)
    assert evaluated == {f"t{number:03d}" for number in numbers}
    assert not result.open_gaps


@pytest.mark.parametrize(
    ("process", "place"),
    [
        ({"sewage-works": [works(cod_out="400 mg/L")]}, "sewage-works[0].cod_out"),
        ({"county-sewage": [{"produced": "1 m3", "treated": "2 m3"}]}, "county-sewage[0].treated"),
        ({"refuse": [{"incineration": "2 t/d", "total": "1 t/d"}]}, "refuse[0].incineration"),
        ({"outfalls": [{"found": "2 个", "traced": "3 个"}]}, "outfalls[0].traced"),
        ({"sewage-works": [works(volume="1000 万t")]}, "sewage-works[0].volume"),
    ],
)
def test_impossible_claims_are_refused(process, place):
    with pytest.raises(InputError) as caught:
        plant(**process)
    assert [each.place for each in caught.value.problems] == [place]


def test_sewers_are_asked_for_only_where_the_inflow_is_abnormal():
    head = {"sector": "environment", "year": 2025, "plan": "yuncheng-14fyp"}
    sewers = {"sewers_faulty": "10 km", "sewers_repaired": "5 km"}
    status = {}
    for bod5 in ("90 mg/L", "110 mg/L"):
        result = assess(read_plant(head | {"sewage-works": [works(bod5_in=bod5, **sewers)]}))
        status[bod5] = next(each.status for each in result.gaps if each.target.id == "t009")
    assert status == {"90 mg/L": "open", "110 mg/L": "not-evaluated"}


@settings(deadline=None)
@given(VOLUME, VOLUME, RAW, RAW, CLEAN, CLEAN)
def test_volume_inflow_and_effluent_are_all_in_one_formula(before, after, raw, richer, out, cleaner):
    result = assess(
        plant(
            **{
                "sewage-works": [
                    works(
                        volume=f"{before!r} m3",
                        cod_in=f"{raw!r} mg/L",
                        cod_out=f"{out!r} mg/L",
                        reporting={
                            "volume": f"{after!r} m3",
                            "cod_in": f"{richer!r} mg/L",
                            "cod_out": f"{cleaner!r} mg/L",
                        },
                    )
                ]
            }
        )
    )
    grams = after * (richer - cleaner) - before * (raw - out)
    assert result.saved["cod"] == pytest.approx(grams / 1000, rel=1e-6, abs=1e-3)


@settings(deadline=None)
@given(floats(20, 50), floats(0.5, 8), floats(0.5, 5))
def test_a_better_effluent_never_saves_electricity(cod, nh3n, efficiency):
    upgrade = {
        "use": "effluent-upgrade",
        "cod_out": f"{cod!r} mg/L",
        "nh3n_out": f"{nh3n!r} mg/L",
        "aeration_efficiency": f"{efficiency!r} kg/kWh",
        "electricity": "0 kWh/m3",
    }
    before = works(cod_out="50 mg/L", nh3n_out="8 mg/L", energy={"electricity": "1 GWh"}, measure=[upgrade])
    result = assess(plant(**{"sewage-works": [before]}))
    oxygen = 1e7 * ((50 - cod) + 4.57 * (8 - nh3n)) / 1e3  # kg
    assert result.saved["electricity"] / 3.6e6 == pytest.approx(-oxygen / efficiency, abs=1e-3)
    assert result.saved["cod"] == pytest.approx(1e7 * (50 - cod) / 1e3, abs=1e-6)


@settings(deadline=None)
@given(floats(0, 100), floats(0, 100), st.sampled_from(["cod", "nh3n", "nox", "voc", "so2", "pm"]))
def test_a_cut_spares_its_share_of_one_pollutant_only(total, closed, pollutant):
    share = min(total, closed) / (total + 1)
    cut = {"pollutant": pollutant, "previous": "100 t", "capacity": f"{total + 1!r} t"}
    cut["reporting"] = {"capacity_closed": f"{min(total, closed)!r} t"}
    saved = assess(plant(restructuring=[cut])).saved
    assert saved[pollutant] == pytest.approx(100_000 * share, abs=1e-6)
    assert all(saved[each] == 0 for each in ("cod", "nh3n", "nox", "voc", "so2", "pm") if each != pollutant)
