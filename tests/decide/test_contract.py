import json

import priced as base
import pytest

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
