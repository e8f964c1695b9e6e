"""What one process takes and another makes: the examples close, and one number in them that does not is told."""

import tomllib
from pathlib import Path

import pytest

from ecdcalc.assessment.plant import assess
from ecdcalc.read.plant import read_plant

EXAMPLES = Path(__file__).parents[3] / "examples"


def warned(sector, process=None, number=0, **changes):
    """Return the balances that do not close in an example in which some entries of one process are others."""
    document = tomllib.loads((EXAMPLES / f"{sector}.toml").read_text(encoding="utf-8"))
    if process:
        table = document[process] if isinstance(document[process], dict) else document[process][number]
        for path, text in changes.items():
            *parts, key = path.split("__")
            for part in parts:
                table = table.setdefault(part, {})
            table[key.replace("_gas", "-gas") if parts else key] = text
    return [each for each in assess(read_plant(document)).warnings if each.key == "warn-balance"]


def told(*args, **changes):
    """Return what is told of them, by place."""
    return {each.place: each.text("en") for each in warned(*args, **changes)}


@pytest.mark.parametrize("sector", ["steel", "building-materials", "chemicals", "environment"])
def test_the_examples_close(sector):
    assert not told(sector)


@pytest.mark.parametrize(
    ("sector", "process", "changes", "place", "said"),
    [
        ("steel", "converter", {"hot_metal": "340 万t", "steel": "360 万t"}, "converter[0].hot_metal", "125.926 %"),
        ("steel", "rolling", {"rolled": "900 万t"}, "rolling[0].rolled", "300 %"),
        ("steel", "works", {"steel": "150 万t"}, "works.steel", "50 %"),
        ("chemicals", "urea", {"product": "160 万t"}, "urea[0].product", "275.862 %"),
        ("environment", "sludge", {"produced": "46 万t"}, "sludge[0].produced", "10.3"),
    ],
)
def test_more_is_taken_than_made(sector, process, changes, place, said):
    found = told(sector, process, **changes)
    assert said in found[place]


def test_the_source_of_a_balance_is_told_in_the_language_of_the_reader():
    (found,) = warned("steel", "works", steel="150 万t")
    assert found.to_dict("zh")["source"] == "定义：全厂钢产量即其各炼钢炉产量"
    assert found.to_dict("en")["source"] == "definition: the steel of the works is that of its furnaces"


def test_more_gas_is_burnt_than_the_furnaces_give():
    # before: 4.75 + 4.75 + 16.15 亿m3 are given out, 1.05 + 4.64 + 19.96 are taken; now 80 by the works
    found = told("steel", "works", energy={
        "blast-furnace-gas": "80 亿m3", "converter-gas": "4050 万m3", "electricity": "-300 GWh", "diesel": "3000 t",
    })  # fmt: skip
    assert "334.074 %" in found["pellet[0].energy.blast-furnace-gas"]


def test_what_is_not_known_and_what_nobody_makes_is_not_held_against_anything():
    document = {"sector": "steel", "year": 2025, "rolling": [{"rolled": "900 万t", "energy": {"electricity": "1 GWh"}}]}
    assert not [each for each in assess(read_plant(document)).warnings if each.key == "warn-balance"]
