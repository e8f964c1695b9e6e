from pathlib import Path

import pytest

from ecdcalc import assess, load_plant
from ecdcalc.report.own_results import own_results
from ecdcalc.report.render import render
from ecdcalc.report.screen.answer import answer
from ecdcalc.words.labels import amount

HERE = Path(__file__).parents[1]
EXAMPLES = sorted((HERE.parent / "examples").glob("*.toml"))


def test_the_concentration_at_reference_oxygen_stands_in_the_report():
    result = assess(load_plant(HERE / "cases" / "n04-reference-oxygen.toml"))
    for form in ("table", "markdown"):
        text = render(result, form, "en")
        assert "216 mg/m3" in text and "370.526 mg/m3" in text  # 180 · (21 − 9)/(21 − 11); 320 · (21 − 10)/(21 − 11.5)
        assert "216 mg/m3" in render(result, form, "zh")


def test_a_check_is_the_answer_on_the_screen_too():
    result = assess(load_plant(HERE / "cases" / "n04-reference-oxygen.toml")).to_dict("en")
    told = [line.text for line in answer(result, "en")]
    assert any("216 mg/m3" in text for text in told) and any("--details" in text for text in told)


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_every_known_result_of_every_process_stands_in_the_report(file):
    result = assess(load_plant(file))
    found = result.to_dict("zh")
    text = render(result, "table", "zh")
    rows = 0
    for each in found["processes"]:
        for name in each["shown"]:
            for state in (each["baseline"], each["reporting"]):
                if name in state:
                    assert amount(state[name], "zh") in text, (each["name"], name)
                    rows += 1
    assert rows


def test_nothing_known_is_no_section():
    assert not [*own_results([{"shown": ["x"], "baseline": {}, "reporting": {}, "labels": {}, "title": "a"}], "en")]
