import pytest
from hypothesis import given, settings
from plain import floats

from ecdcalc.assessment.plant import assess
from ecdcalc.model.sector import sector
from ecdcalc.read import read_plant
from ecdcalc.testing import check_sector
from ecdcalc.words.errors import InputError

BATTERY = {"coke": "10 万t", "charging": "top", "quenching": "wet"}


def battery(coal="14 万t", energy=None, **more):
    carriers = {"coking-coal": {"value": coal, "lhv": "28 MJ/kg"}, **(energy or {})}
    return {"year": 2025, "battery": [{**BATTERY, "energy": carriers, **more}]}


def saved(**more):
    return assess(read_plant(battery(**more), asked="coking")).saved


def refused(**more):
    with pytest.raises(InputError) as caught:
        read_plant(battery(**more), asked="coking")
    return {each.place: each.say("en") for each in caught.value.problems}


def test_coking_keeps_the_contract():
    check_sector(sector("coking"))


def test_more_coke_than_the_coal_can_make_is_refused_with_both_numbers():
    found = refused(coal="10 万t")
    # 10 万t x 0.9714 against 10 万t x 28/29.3076
    assert "97140 tce" in found["battery[0].energy_given"]
    assert "95538.4 tce" in found["battery[0].energy_given"]
    assert "battery[0].carbon_given" in found


def test_gas_and_heat_out_count_too():
    gas = {"coke-oven-gas": {"value": "-1 亿m3", "lhv": "17.4 MJ/m3"}}
    assert "battery[0].energy_given" in refused(energy=gas)


def test_a_measure_recovers_no_more_than_there_is():
    measures = [{"use": "ascension-pipe-raw-gas-heat-recovery", "saving": "900 kgce/t"}]
    assert "battery[0].measure[0].energy_given" in refused(measure=measures)


@settings(max_examples=20, deadline=None)
@given(floats(0, 30), floats(0, 30))
def test_heat_recovered_adds_up(one, other):
    def recovered(dry=0.0, pipe=0.0):
        uses = {"coke-dry-quenching": dry, "ascension-pipe-raw-gas-heat-recovery": pipe}
        return saved(measure=[{"use": use, "saving": f"{each} kgce/t"} for use, each in uses.items()])["energy"]

    assert recovered(one, other) == pytest.approx(recovered(dry=one) + recovered(pipe=other), abs=1e-6)
    assert recovered() == pytest.approx(0, abs=1e-6)


MOISTURE = {"use": "coal-moisture-control", "moisture": "6 %", "saving": "10 kgce/t"}


def test_moisture_control_dries_whatever_coal_is_charged():
    def spared(*coals):
        given = {coal: {"value": "14 万t", "lhv": "28 MJ/kg"} for coal in coals}
        energy = {**given, "coke-oven-gas": {"value": "-1e6 m3", "lhv": "17 MJ/m3"}}
        table = {**BATTERY, "energy": energy, "measure": [MOISTURE]}
        return assess(read_plant({"year": 2025, "battery": [table]}, asked="coking")).saved["energy"]

    assert spared("cleaned-coal") == pytest.approx(14e4 * 10)
    assert spared("coking-coal", "cleaned-coal") == pytest.approx(28e4 * 10)
    assert spared("bituminous").names == {"battery[0].energy.coking-coal"}
