import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from plain import floats

from ecdcalc.assessment.plant import assess
from ecdcalc.model.sector import sector
from ecdcalc.read import read_plant
from ecdcalc.testing import check_sector
from ecdcalc.words.errors import InputError

EXAMPLE = Path(__file__).parents[2] / "examples" / "parks.toml"
COAL = {"raw-coal": {"value": "1000 t", "lhv": "21 MJ/kg"}}


def plant(**tables):
    return read_plant({"year": 2025, "grid_year": 2023, **tables}, asked="parks")


def source(**fields):
    return {"furnace": "pulverised", "delivered": "15000 GJ", "network_loss": "10 %", "energy": COAL, **fields}


def test_parks_keep_the_contract():
    check_sector(sector("parks"))


@pytest.mark.parametrize("basis", ["calorific", "primary"])
def test_the_example(basis):
    result = assess(read_plant(tomllib.loads(EXAMPLE.read_text(encoding="utf-8"))), basis=basis)
    gaps = {gap.target.id: gap.status for gap in result.gaps if gap.status != "not-evaluated"}
    assert gaps == {"t007": "met", "t008": "open"}
    for name in ("energy", "nox", "voc", "so2", "pm", "cod", "nh3n", "co2"):
        assert result.saved[name] > 0, name


def test_a_member_may_be_given_by_results_or_by_carriers():
    member = {"industry": "other", "energy": {"standard-coal": "100 tce"}}
    own = {**member, "name": "x", "result": {"energy": "80 tce"}}
    by_carriers, by_result = assess(plant(member=[member, own])).processes
    assert by_carriers.baseline["energy"].value == pytest.approx(100_000)
    assert by_result.baseline["energy"].value == pytest.approx(80_000)


def test_a_fluidised_bed_keeps_the_ash_that_its_class_keeps():
    coal = {"furnace": "cfb", "ash": "20 %", "energy": COAL}
    own = {**coal, "heat": "15000 GJ"}
    of_park, own_boiler = (
        assess(plant(**{key: [table]})).processes[0].reporting["pm_balance"].value
        for key, table in (("heat-source", source(**coal)), ("boiler", own))
    )
    assert of_park == pytest.approx(1e6 * 0.2 * (1 - 0.44)) and own_boiler == pytest.approx(1e6 * 0.2 * (1 - 0.4))


@pytest.mark.parametrize(
    ("tables", "place"),
    [
        ({"boiler": [{"furnace": "grate", "heat": "30000 GJ", "energy": COAL}]}, "boiler[0].heat_made"),
        ({"boiler": [{"furnace": "grate", "heat": "0 GJ", "energy": COAL}]}, "boiler[0].heat"),
        ({"boiler": [{"furnace": "stoker", "heat": "1 GJ"}]}, "boiler[0].furnace"),
        ({"heat-source": [source(network_loss="100 %")]}, "heat-source[0].network_loss"),
        (
            {"heat-source": [source(return_temperature="60 °C", residual={"cold": "55 °C"})]},
            "heat-source[0].residual_cold",
        ),
        ({"member": [{"industry": "coking", "ultra_low": "yes"}]}, "member[0].ultra_low"),
        ({"member": [{"industry": "coking", "result": {"nox": "-1 t"}}]}, "member[0].result.nox"),
        ({"park": [{}]}, "park"),
    ],
)
def test_bad_input_names_its_place(tables, place):
    with pytest.raises(InputError) as caught:
        plant(**tables)
    assert place in {problem.place for problem in caught.value.problems}


@settings(max_examples=20, deadline=None)
@given(old=floats(100, 5000), more=floats(0, 5000))
def test_closing_a_boiler_saves_its_fuel_less_that_of_the_source(old, more):
    def coal(amount):
        return {"raw-coal": {"value": f"{amount} t", "lhv": "29.3076 MJ/kg"}}

    boiler = {"furnace": "gas", "heat": "1000 GJ", "energy": coal(old), "closed": "2024-01-01"}
    central = source(furnace="gas", energy=coal(1000), reporting={"energy": coal(1000 + more)})
    result = assess(plant(**{"boiler": [boiler], "heat-source": [central]}))
    assert result.saved["energy"] == pytest.approx((old - more) * 1000, abs=1e-3)


@settings(max_examples=20, deadline=None)
@given(made=floats(0.1, 50), exported=floats(0, 1))
def test_what_is_sent_out_changes_the_share_and_not_what_the_park_uses(made, exported):
    members = [{"industry": "other", "result": {"energy": "20000 tce"}}]
    roof = {"source": "pv", "exported": f"{exported} 1", "energy": {"electricity": f"-{made} GWh"}}
    result = assess(plant(member=members, renewable=[roof], park={})).processes
    park = next(each for each in result if each.case.key == "park").reporting
    assert park["consumption"].value == pytest.approx(20_000_000)
    assert park["renewable_share"].value == pytest.approx(made * 1e6 * 0.1229 * (1 - exported) / 20e6)


@given(floats(0.1, 1), floats(0.01, 0.1))
def test_points_of_efficiency_are_those_of_the_whole_boiler(part, points):
    """What is saved is taken from one fuel, but it is reckoned on all the fuel that is burnt."""
    energy = {"raw-coal": f"{1000 * part:.6f} t", "cleaned-coal": "100 t"}
    measure = {"use": "boiler-economiser", "saving": f"{100 * points:.6f} %"}
    boiler = {"furnace": "grate", "heat": "1500 GJ", "energy": energy, "measure": [measure]}
    found = assess(read_plant({"year": 2025, "boiler": [boiler]}, asked="parks")).processes[0]
    before, after = (state["efficiency"].value for state in (found.baseline, found.reporting))
    assert after - before == pytest.approx(points, rel=1e-5)
