"""Keys of a choice, as a reader knows them."""

from pathlib import Path

import pytest

from ecdcalc.decide.naming import Naming
from ecdcalc.read.plant import load_plant

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_applied_measure_is_named(lang):
    for file in sorted(EXAMPLES.glob("*.toml")):
        plant = load_plant(file)
        naming = Naming((plant,), lang)
        for case in plant.cases:
            for step in case.steps:
                found = naming(0, case.place, step.measure.id)
                assert found["process"] == case.name
                assert found["label"] == step.measure.row.label(lang)


def test_the_plant_of_the_key_is_meant():
    plants = (load_plant(EXAMPLES / "coking.toml"), load_plant(EXAMPLES / "steel.toml"))
    naming = Naming(plants, "en")
    assert naming(1, "works", "none")["plant"] == plants[1].name
    assert naming(0, "battery[1]", "coke-dry-quenching") == {
        "plant": plants[0].name, "place": "battery[1]", "process": "2#",
        "measure": "coke-dry-quenching", "label": "coke dry quenching (CDQ)",
    }  # fmt: skip


def test_processes_of_an_aim_are_named_by_their_plant():
    plants = (load_plant(EXAMPLES / "coking.toml"), load_plant(EXAMPLES / "steel.toml"))
    naming = Naming(plants, "en")
    assert naming.process(plants[1].name, "sinter[0]") == plants[1].cases[1].name
    assert naming.process("", "battery[1]") == "2#"
    assert naming.process(plants[0].name, "") == ""
