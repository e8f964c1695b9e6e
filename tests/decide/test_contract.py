import json

import priced as base
import pytest

from ecdcalc import read_plant
from ecdcalc.decide.choose import choose
from ecdcalc.decide.contract import contract
from ecdcalc.decide.question import read_question
from ecdcalc.report.choice import choice_text

pytest.importorskip("highspy")


def test_plain_values_with_units_in_both_languages():
    choice = choose(base.coking(), read_question(level=2, reduce=["CO2=200000 t"]))
    for lang in ("en", "zh"):
        found = json.loads(json.dumps(contract(choice, lang), allow_nan=False))
        aim = next(each for each in found["aims"] if each["kind"] == "reduce")
        assert aim["need"] == {"value": 200_000.0, "unit": "t"} and aim["met"]
        assert found["basis"]["price_year"] == 2025 and found["cost"]["unit"] == "CNY/a"
        assert {each["output"] for each in found["curve"]} == {"CO2"}
        text = choice_text(found, lang)
        assert ("选取的措施" if lang == "zh" else "Chosen measures") in text


def test_a_saving_that_is_known_in_part_says_so():
    line = {"coking-coal": "135 万t", "electricity": "35 GWh"}
    battery = {"coke": "100 万t", "charging": "stamp", "quenching": "wet", "energy": line}
    gas = {
        **line,
        "coke-oven-gas": "-2.1 亿m3",
    }  # its factor is published as a range, and is not the same in both states
    known = {**battery, "measure": [{"use": "coke-dry-quenching", "capex": "1 亿元"}]}
    unknown = {**battery, "energy": gas, "reporting": {"energy": {"coke-oven-gas": "-2.2 亿m3"}}}
    plant = read_plant({"sector": "coking", "year": 2023, "battery": [known, unknown]})
    found = contract(choose(plant, read_question(reduce=["energy=1 tce"])), "en")
    (one,) = found["plants"]
    assert one["saved"]["energy"]["value"] > 1 and "energy" in one["in_part"] and "electricity" not in one["in_part"]
    assert "tce (part)" in choice_text(found, "en")
