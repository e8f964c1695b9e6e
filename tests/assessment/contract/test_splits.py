"""Splits: by hand on a plant of three processes, and as laws on every example."""

from pathlib import Path

import pytest
from shown import contract

from ecdcalc import assess, load_plant, read_plant

EXAMPLES = sorted(Path("examples").glob("*.toml"))
PLANT = {
    "year": 2025,
    "battery": [
        {
            "name": "old",
            "coke": "60 万t",
            "energy": {"coking-coal": "81 万t", "electricity": "20 GWh"},
            "reporting": {"coke": "48 万t", "energy": {"electricity": "13 GWh"}},
        },
        {
            "name": "shut",
            "coke": "10 万t",
            "closed": "2024-05-01",
            "energy": {"coking-coal": "14 万t", "electricity": "7 GWh"},
        },
        {"name": "built", "coke": "30 万t", "new": True, "energy": {"coking-coal": "41 万t", "electricity": "5 GWh"}},
    ],
}


@pytest.fixture(scope="module")
def found():
    common = {"chamber_height": "5.5 m", "quenching": "wet", "charging": "stamp"}
    tables = [{**common, **each} for each in PLANT["battery"]]
    return assess(read_plant({**PLANT, "battery": tables}, asked="coking")).to_dict()


def test_savings_by_kind_are_those_of_the_processes_of_the_kind(found):
    kinds = found["splits"]["saved_by_kind"]
    saved = {kind: each["electricity"]["value"] for kind, each in kinds.items()}
    # the first battery made 48/60 of its coke: 20 GWh × 0.8 − 13 GWh; the closed one saves all; the new one takes
    assert saved == pytest.approx({"retrofit": 3e6, "closed": 7e6, "new": -5e6})
    assert found["totals"]["electricity_saved"]["value"] == pytest.approx(5e6)


def test_energy_by_carrier_is_what_stands_in_each_state(found):
    split = found["splits"]["energy_by_carrier"]
    assert split["baseline"]["electricity"]["amount"] == {"value": pytest.approx(27e6), "unit": "kWh"}
    assert split["reporting"]["electricity"]["amount"] == {"value": pytest.approx(18e6), "unit": "kWh"}
    assert split["reporting"]["electricity"]["energy"]["value"] == pytest.approx(18e6 * 0.1229e-3)  # GB/T 2589 A.1
    assert split["baseline"]["coking-coal"]["amount"] == {"value": pytest.approx(950_000), "unit": "t"}
    built = found["processes"][2]["energy_by_carrier"]
    assert built["baseline"] == {} and [*built["reporting"]] == ["coking-coal", "electricity"]


def test_activity_and_scale_say_what_the_baseline_is_adjusted_by(found):
    old, shut, built = found["processes"]
    assert old["activity"]["name"] == "coke" and old["scale"] == pytest.approx(0.8)
    assert old["activity"]["baseline"] == {"value": pytest.approx(600_000), "unit": "t"}
    assert (shut["scale"], shut["activity"]["reporting"]) == (None, None)
    assert (built["scale"], built["activity"]["baseline"]) == (None, None)


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda each: each.stem)
@pytest.mark.parametrize("basis", ["calorific", "primary"])
def test_the_kinds_add_up_to_the_total(file, basis):
    found = assess(load_plant(str(file)), basis=basis).to_dict("zh")
    totals = {"energy": found["totals"]["energy_saved"], "electricity": found["totals"]["electricity_saved"]}
    totals |= found["totals"]["reductions"]
    for name, total in totals.items():
        kinds = [each[name] for each in found["splits"]["saved_by_kind"].values()]
        if total is not None:
            assert sum(each["value"] for each in kinds) == pytest.approx(total["value"], rel=1e-9, abs=1e-9)
        else:
            assert None in kinds


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda each: each.stem)
@pytest.mark.parametrize("basis", ["calorific", "primary"])
def test_the_carriers_add_up_to_the_energy_of_all_carriers(file, basis):
    for each in assess(load_plant(str(file)), basis=basis).to_dict()["processes"]:
        for state, lines in each["energy_by_carrier"].items():
            whole = each[state].get("carrier_energy")
            known = [line["energy"] for line in lines.values()]
            if whole is not None and None not in known:
                assert sum(line["value"] for line in known) == pytest.approx(whole["value"], rel=1e-9, abs=1e-9)


def test_what_is_given_as_much_as_taken_is_nothing():
    """The gases of a steel works, made by one process and burnt by others, are no rounding left over."""
    for lines in contract("steel")["splits"]["energy_by_carrier"].values():
        values = [each[name]["value"] for each in lines.values() for name in ("amount", "energy") if each[name]]
        assert [each for each in values if each and abs(each) < 1e-3] == []
    gas = contract("steel")["splits"]["energy_by_carrier"]["baseline"]["blast-furnace-gas"]
    assert gas["amount"]["value"] == gas["energy"]["value"] == 0 < gas["taken"]["amount"]["value"]
