"""The chance of a whole plant: by hand, at the extremes, and against the plant computed anew."""

import json
import sys
import tomllib
from pathlib import Path

import jsonschema
import pytest

from ecdcalc.assessment.contract.form import ASSESSMENT, schema_text
from ecdcalc.assessment.plant import assess
from ecdcalc.decide.chance import chance_of, with_chance
from ecdcalc.report.render import render
from ecdcalc.words.errors import InputError

DRAWS = 20_000


def plant(battery=None, **head):
    given = {
        "name": "1#",
        "coke": "60 万t",
        "charging": "top",
        "quenching": "wet",
        "energy": {"coking-coal": "81 万t", "electricity": "20 GWh"},
    }
    given |= battery or {}
    return {"sector": "coking", "name": "x", "year": 2025, "battery": [given], **head}


def ranged(text):
    return plant({"reporting": {"energy": {"electricity": text}}})


RANGED = ranged("14~18 GWh")


def test_one_range_by_hand():
    """20 GWh before and 14 to 18 GWh evenly after: 2 to 6 GWh are saved, of which 5, 50 and 95 % lie below these."""
    found = chance_of(assess(RANGED), DRAWS, 3)
    saved = found.saved["electricity"]
    assert (saved.low, saved.middle, saved.high) == pytest.approx((2.2e6, 4e6, 5.8e6), rel=0.02)
    assert [each.id for each in found.sources] == ["battery[0].reporting.energy.electricity.amount"]
    assert saved.shares["battery[0].reporting.energy.electricity.amount"] == pytest.approx(1, abs=0.001)


def test_a_measure_of_a_range_by_hand():
    """10 to 30 % of 20 GWh, drawn evenly, are 2 to 6 GWh."""
    own = {"use": "own", "name": "fans", "carrier": "electricity", "saving": "10~30 %", "source": "an offer"}
    result = assess(plant({"measure": [own]}))
    saved = chance_of(result, DRAWS).saved["electricity"]
    assert (saved.low, saved.middle, saved.high) == pytest.approx((2.2e6, 4e6, 5.8e6), rel=0.02)


@pytest.mark.parametrize(
    ("text", "low", "middle", "high"),
    [
        ("16 ± 2 GWh", 4 - 1.645 * 2 / 1.96, 4, 4 + 1.645 * 2 / 1.96),
        ("14~18 GWh, normal", 4 - 1.645 * 2 / 1.96, 4, 4 + 1.645 * 2 / 1.96),
        ("16 ± 2 GWh, uniform", 2.2, 4, 5.8),
        ("14~18~18 GWh", 20 - (14 + 4 * 0.95**0.5), 20 - (14 + 4 * 0.5**0.5), 20 - (14 + 4 * 0.05**0.5)),
        ("10 */ 1.5 GWh", 20 - 10 * 1.5 ** (1.645 / 1.96), 10, 20 - 10 * 1.5 ** (-1.645 / 1.96)),
        ("5~20 GWh, lognormal", 20 - 10 * 2 ** (1.645 / 1.96), 10, 20 - 10 * 2 ** (-1.645 / 1.96)),
    ],
)
def test_each_distribution_by_hand(text, low, middle, high):
    """Of 20 GWh is left what is drawn; 5 and 95 of 100 of a normal number lie 1.645 deviations from its middle."""
    saved = chance_of(assess(ranged(text)), DRAWS, 5).saved["electricity"]
    assert (saved.low / 1e6, saved.middle / 1e6, saved.high / 1e6) == pytest.approx((low, middle, high), abs=0.06)


def test_every_result_that_moves_has_a_spread():
    found = chance_of(assess(RANGED), DRAWS).processes
    assert {name for _, name in found} >= {"energy", "electricity", "unit_energy"}
    assert found["1#", "electricity"].low == pytest.approx(14.2e6, rel=0.01)
    assert found["1#", "unit_energy"].shares == pytest.approx(
        {"battery[0].reporting.energy.electricity.amount": 1.0}, abs=0.01
    )


def steel(limit):
    document = tomllib.loads(Path("examples/steel.toml").read_text(encoding="utf-8"))
    document["targets"] = {**document.get("targets", {}), "t020": limit}
    return assess(document)


def test_probability_at_the_extremes_and_between():
    def t020(limit):
        found = chance_of(steel(limit), 2_000)
        others = [each.probability for each in found.targets if each.gap.target.id != "t020"]
        assert others and set(others) == {1.0}
        one = next(each for each in found.targets if each.gap.target.id == "t020")
        assert found.together == one.probability
        return one

    assert t020("1 kgce/t").probability == 0
    met = t020("5000 kgce/t")
    assert met.probability == 1
    assert t020(f"{met.reached.middle!r} kgce/t").probability == pytest.approx(0.5, abs=0.001)
    assert t020(f"{met.reached.high!r} kgce/t").probability == pytest.approx(0.95, abs=0.001)


def test_the_seed_repeats():
    result = assess(RANGED)
    assert chance_of(result, 500, 9) == chance_of(result, 500, 9)
    assert chance_of(result, 500, 9) != chance_of(result, 500, 8)


def test_nothing_to_draw_is_told():
    found = with_chance(assess(plant()), 200)
    assert found.chance.sources == () and not found.chance.saved and found.chance.together is None
    assert "No input or factor has a range" in render(found, "markdown", "en")
    assert "输入量和因子均无区间" in render(found, "markdown", "zh")


def test_without_numpy_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "numpy", None)
    with pytest.raises(InputError) as caught:
        chance_of(assess(plant()), 200)
    assert "pip install 'ecdcalc[decide]'" in caught.value.say("en")


@pytest.mark.parametrize(("draws", "seed"), [(99, 1), (1_000_001, 1), (1000, -1)])
def test_what_cannot_be_drawn_is_refused(draws, seed):
    with pytest.raises(InputError):
        chance_of(assess(RANGED), draws, seed)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_form_is_that_of_the_schema(lang):
    form = json.loads(schema_text(ASSESSMENT))
    found = with_chance(assess("examples/steel.toml"), 300).to_dict(lang)
    assert found["chance"]["saved"] and found["chance"]["targets"]
    jsonschema.validate(found, form)
    assert "chance" not in assess("examples/steel.toml").to_dict(lang)
    assert "chance" not in with_chance(assess(RANGED), 300).to_dict(lang, schema=1)
