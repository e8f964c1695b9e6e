"""Numbers that are improbable, or that do not fit together: each is warned of or refused, with what is expected."""

from pathlib import Path

import pytest

from ecdcalc import assess, load_plant
from ecdcalc.words.errors import InputError

HERE = Path(__file__).parent


def warned(name):
    return {(each.place, each.key): each for each in assess(load_plant(HERE / f"{name}.toml")).warnings}


def refused(name):
    with pytest.raises(InputError) as caught:
        load_plant(HERE / f"{name}.toml")
    return {each.place: each.say("en") for each in caught.value.problems}


@pytest.mark.parametrize(
    ("name", "place", "key", "said"),
    [
        ("missing-wan", "battery[0].unit_energy", "warn-impossible", "about 10,000 times: 万 missing"),
        ("missing-wan", "battery[0].coke", "warn-capacity", "about 0.0001 times: 万 missing"),
        ("zero-gap-252", "caustic-soda[0].measure[0].saving", "warn-measure", "252 kWh/t; the library says 110–140"),
        ("led", "lighting[0].measure[0]", "warn-light", "less light is no saving"),
        ("waste-heat", "waste-heat[0].measure[0]", "warn-taker", "nobody takes"),
        ("ratio", "mineral-product[0].reporting", "warn-scaled", "no fixed part of the energy and no weather"),
        ("A08b-aluminium-new-cathode-volt", "aluminium[0].reporting", "warn-meter", "model and meter disagree"),
        ("B30-chp-boiler-efficiency", "coal-unit[0].reporting", "warn-meter", "model and meter disagree"),
        ("B12-double-count", "pump[0]", "warn-sub-meter", "would count twice"),
        ("r5-ldar-and-factor", "vapour-site[0].leaks", "warn-leaks", "the whole plant"),
        ("r1b-oxygen-20", "stack-check[0].oxygen", "warn-oxygen", "amplifies every error"),
        ("B16-stacking", "rolling[0].measure", "warn-order", "the share of each is that of this order"),
        ("x2-guide-mixed", "chemical[0].energy.crude-oil", "warn-guide", "the guide provincial has no values"),
    ],
)
def test_it_is_warned_of(name, place, key, said):
    assert said in warned(name)[place, key].text("en")


@pytest.mark.parametrize(
    ("name", "place", "said"),
    [
        ("converter-gas-lhv-kj", "converter[0].energy.converter-gas.lhv", "kJ for MJ?"),
        ("B06-factor-1000", "motor[0].energy.electricity.co2_factor", "577 kg/kWh must be <= 1.5 kg/kWh"),
    ],
)
def test_it_is_refused(name, place, said):
    assert said in refused(name)[place]


def test_what_is_wholly_of_the_guide_that_is_asked_for_is_not_warned_of(tmp_path):
    text = (HERE / "x2-guide-mixed.toml").read_text(encoding="utf-8")
    for changed in (text.replace('crude-oil = "1 t", ', ""), text.replace('co2_guide = "provincial"', "")):
        path = tmp_path / "plant.toml"
        path.write_text(changed, encoding="utf-8")
        assert not assess(load_plant(path)).warnings


def test_a_carrier_of_unknown_amount_is_no_trouble(tmp_path):
    path = tmp_path / "plant.toml"
    table = '[[gas-power]]\nname = "a"\ngeneration = "1 GWh"\nenergy = { electricity = "-0.9 GWh" }\n'
    path.write_text(f'sector = "coal"\nyear = 2025\n{table}', encoding="utf-8")
    assert not assess(load_plant(path)).warnings


def test_what_a_user_claims_has_no_published_grade():
    found = assess(load_plant(HERE / "x4-own-saving-graded-a.toml")).to_dict("en")
    assert found["totals"]["confidence"]["energy_saved"] == "given"
