"""`ecdcalc measures`: the list, and every measure held against the processes of a plant."""

import json

import pytest
from click.testing import CliRunner

from ecdcalc.cli import main


def run(*arguments):
    done = CliRunner().invoke(main, ["measures", *map(str, arguments)])
    assert done.exit_code == 0, done.output
    return done.stdout


def test_what_a_measure_saves_at_a_plant_as_json(coking_file):
    """1.3 million t of coke of the second battery, 9 kgce each by the typical value of the library."""
    found = json.loads(run("coking", "--input", coking_file, "--format", "json"))
    (row,) = [
        each
        for each in found["measures"]
        if each["measure"] == "ascension-pipe-raw-gas-heat-recovery" and each["place"] == "battery[1]"
    ]
    assert row["status"] == "applies" and row["saved"]["energy"] == {"value": pytest.approx(11_700), "unit": "tce"}


@pytest.mark.parametrize(("lang", "head", "saved"), [("en", "applies: 3", "11,700"), ("zh", "适用：3", "1.17 万tce")])
def test_what_a_measure_saves_at_a_plant_as_text(lang, head, saved, coking_file):
    text = run("coking", "--input", coking_file, "--lang", lang)
    assert text.startswith(head) and saved in text and max(map(len, text.splitlines())) <= 80
    wide = run("coking", "--input", coking_file, "--lang", lang, "--wide")
    assert saved in wide and max(map(len, wide.splitlines())) > 80


def test_a_sector_that_a_plugin_brings_without_measures_has_an_empty_list(monkeypatch):
    """The heads of the table, and those of the user's own file."""
    monkeypatch.setattr("ecdcalc.assessment.index.uses", lambda: [])
    monkeypatch.setattr("ecdcalc.reference.measures.measure_rows", dict)
    lines = run("coking").splitlines()
    assert lines[0].startswith("measure") and set("".join(lines[1:])) <= {"-", " "}


@pytest.mark.parametrize(
    ("lang", "title", "here", "elsewhere"),
    [("en", "process", "Rural heating", "Building heating"), ("zh", "工序", "农村取暖", "建筑供暖")],
)
def test_a_measure_of_two_sectors_is_listed_with_the_process_of_the_one_that_is_asked_for(lang, title, here, elsewhere):
    """A heat pump for heating, `bd-ashp`, is for homes in villages and for buildings of a city."""
    asked = {"agriculture": (here, elsewhere), "buildings": (elsewhere, here)}
    for sector, (told, other) in asked.items():
        text = run(sector, "--lang", lang, "--wide")
        assert title in text.splitlines()[0] and told in text and other not in text
    whole = run("--lang", lang, "--wide")
    assert here in whole and elsewhere in whole
