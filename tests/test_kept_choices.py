"""What is chosen, and how likely it is, with all digits, as it was when somebody last looked.

What screens say of it is kept among the texts; here is the form for programs. After a change on purpose,
`python tests/test_kept_choices.py` writes the texts anew; read the difference before they are kept.
"""

import json
import os
import tomllib
from functools import cache, partial

import pytest
from kept import ROOT, check, folder_of, keep
from priced import coking
from shown import EXAMPLES, assessed

from ecdcalc import assess_region, load_plant, read_region
from ecdcalc.decide.chance import with_chance
from ecdcalc.decide.chance_region import with_region_chance
from ecdcalc.decide.choose import choose
from ecdcalc.decide.contract import contract
from ecdcalc.decide.question import read_question
from ecdcalc.decide.region import choose_region

pytest.importorskip("highspy")
KIND = "choices"
READABLE = 30
PLANTS = {
    "level": ("coking", {"level": 2, "curve": "energy", "alternatives": 2}),
    "budget": ("coking", {"reduce": ["CO2=20000 t", "energy=9000 tce"], "budget": "3 亿元", "unpriced": True, "least": "CO2"}),
    "energy": ("coking", {"reduce": ["CO2=10000 t"], "least": "energy", "curve": "NOx", "alternatives": 1}),
    "years": ("coking", {"reduce": ["CO2=30000 t"], "years": "2026-2029", "yearly": "1 亿元", "alternatives": 0}),
    "held": ("coking", {"reduce": ["CO2=1000 t"], "hold": True, "alternatives": 1}),
    "without": ("coking", {"reduce": ["energy=90000 tce"], "without": ["coke-dry-quenching"], "alternatives": 0}),
    "out-of-reach": ("coking", {"reduce": ["CO2=9000000 t", "NOx=1 t"], "budget": "1 亿元"}),
    "confidence": ("coking", {"reduce": ["CO2=10000 t"], "confidence": "90 %", "draws": 100, "seed": 3, "alternatives": 0}),
    "together": ("coking", {"reduce": ["CO2=10000 t", "energy=9000 tce"], "confidence": "80 %", "together": True, "draws": 100, "alternatives": 0}),
    "steel": ("steel", {"reduce": ["energy=5000 tce"], "unpriced": True, "alternatives": 1}),
    "equipment": ("equipment", {"reduce": ["CO2=100 t"], "unpriced": True, "alternatives": 1, "curve": "SO2"}),
}  # fmt: skip
REGIONS = {
    "region": {"unpriced": True, "reduce": ["CO2=1000 t"], "alternatives": 1},
    "region-counties": {"unpriced": True, "counties": "base-energy", "alternatives": 0},
    "region-dual": {"unpriced": True, "dual_control": True, "alternatives": 0},
}


def plain(found):
    return json.dumps(found, ensure_ascii=False, indent=1)


def chosen(name, asked, lang):
    plant = (
        coking(economics={"rate": "12 %", "rate_is": "real"})
        if name == "coking"
        else load_plant(EXAMPLES / f"{name}.toml")
    )
    return plain(contract(choose(plant, read_question(**asked)), lang))


@cache
def part():
    """Two counties of the city, with six plants."""
    city = EXAMPLES / "city" / "city.toml"
    found = tomllib.loads(city.read_text(encoding="utf-8"))
    return read_region({**found, "county": found["county"][1:3]}, folder=city.parent)


def chosen_in_a_region(asked):
    return plain(contract(choose_region(part(), read_question(**asked)), "zh"))


KEPT = {
    **{name: partial(chosen, of, asked, "zh" if number % 2 else "en") for number, (name, (of, asked)) in enumerate(PLANTS.items())},
    **{name: partial(chosen_in_a_region, asked) for name, asked in REGIONS.items()},
    **{f"chance-{name}": lambda name=name: plain(with_chance(assessed(name), 200, 7).to_dict("zh")["chance"])
       for name in ("steel", "coking", "equipment", "chemicals")},
    "chance-region": lambda: plain(with_region_chance(assess_region(part()), 100, 7).to_dict("en")["chance"]),
}  # fmt: skip


@pytest.mark.parametrize("name", KEPT)
def test_a_choice_is_what_it_was(name, monkeypatch):
    monkeypatch.chdir(ROOT)
    check(KIND, name, KEPT[name](), READABLE)


def test_what_is_kept_is_what_is_made():
    assert {each.stem for each in folder_of(KIND).iterdir()} == {*KEPT}


if __name__ == "__main__":
    os.chdir(ROOT)
    keep(KIND, KEPT, READABLE)
