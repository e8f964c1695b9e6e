"""What a plant file may write of a carrier: amounts, flows both ways, liquids by volume."""

import json

import pytest

from ecdcalc.assessment.plant import assess
from ecdcalc.model.parts.carriers import given_line
from ecdcalc.read.plant import read_plant
from ecdcalc.report.flows import flow_sections
from ecdcalc.words.errors import InputError


def washery(**energy):
    table = {"raw_coal": "100 万t", "clean_coal": "80 万t", "kind": "thermal", "method": "jig", "energy": energy}
    return assess(read_plant({"sector": "coal", "year": 2025, "washery": [table]})).to_dict()


def carriers(found):
    return found["processes"][0]["energy_by_carrier"]["baseline"]


def test_both_flows_are_told_and_the_difference_counts():
    gross, net = washery(electricity={"taken": "50 GWh", "given": "8 GWh"}), washery(electricity="42 GWh")
    one, other = carriers(gross)["electricity"], carriers(net)["electricity"]
    assert one["amount"] == other["amount"] == {"value": pytest.approx(42e6), "unit": "kWh"}
    assert one["energy"]["value"] == pytest.approx(42e6 * 0.1229 / 1e3)
    assert one["taken"]["amount"]["value"] == pytest.approx(50e6)
    assert one["given"]["amount"]["value"] == pytest.approx(8e6)
    assert one["given"]["energy"]["value"] == pytest.approx(8e6 * 0.1229 / 1e3)
    assert (other["taken"]["amount"]["value"], other["given"]["amount"]["value"]) == (pytest.approx(42e6), 0)
    assert gross["splits"]["energy_by_carrier"]["baseline"]["electricity"]["given"] == one["given"]


def test_what_one_process_takes_and_another_gives_stands_both_ways_in_the_report():
    (section,) = flow_sections(washery(electricity={"taken": "50 GWh", "given": "8 GWh"}), "en")
    assert (
        section.rows[0][0] == "Electricity" and "50,000,000" in section.rows[0][2] and "8,000,000" in section.rows[0][4]
    )
    assert [*flow_sections(washery(electricity="42 GWh"), "en")] == []


def test_what_is_only_given_out_is_negative():
    line = given_line("electricity", {"given": "3 GWh"}, "here")
    assert (line.table["amount"].value, line.leaves) == (pytest.approx(-3e6 * 3.6e6 / 1), pytest.approx(3e6 * 3.6e6))


@pytest.mark.parametrize(
    ("given", "tonnes"),
    [
        ("3200 L", 3.2 * 0.835),
        ({"value": "3.2 m3", "density": "0.84 kg/L"}, 3.2 * 0.84),
        ({"taken": "4000 L", "given": "1000 L", "density": "850 kg/m3"}, 3 * 0.85),
    ],
)
def test_a_liquid_by_volume_is_its_mass(given, tonnes):
    found = carriers(washery(electricity="1 GWh", diesel=given))["diesel"]
    assert found["amount"] == {"value": pytest.approx(tonnes), "unit": "t"}
    assert found["energy"]["value"] == pytest.approx(tonnes * 1.4571)


def test_the_density_that_is_taken_is_named():
    assert given_line("gasoline", "1000 L", "here").table["amount"].text.endswith("[carriers/gasoline-litre.density]")


@pytest.mark.parametrize(
    ("given", "place"),
    [
        ({"electricity": {"taken": "5 GWh", "value": "4 GWh"}}, "electricity.amount"),
        ({"electricity": {"taken": "-5 GWh"}}, "electricity.taken"),
        ({"electricity": {"taken": "5 t"}}, "electricity.taken"),
        ({"diesel": {"value": "5 L", "density": "0 kg/L"}}, "diesel.density"),
        ({"diesel": {"value": "5 L", "density": "0.8 kg"}}, "diesel.density"),
        ({"diesel": {"value": "5 t", "density": "0.8 kg/L"}}, "diesel.density"),
        ({"raw-coal": "5 m3"}, "raw-coal"),
        ({"diesel": True}, "diesel"),
    ],
)
def test_what_cannot_be_is_refused_at_its_place(given, place):
    with pytest.raises(InputError) as refusal:
        washery(**given)
    assert place in str(refusal.value)


def test_the_flows_are_plain_values():
    assert json.dumps(carriers(washery(electricity={"taken": "50 GWh", "given": "8 GWh"})))
