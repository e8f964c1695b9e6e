import datetime
import tomllib

import priced as base
import pytest

from ecdcalc import assess, read_plant
from ecdcalc.decide.choose import choose
from ecdcalc.decide.question import read_question
from ecdcalc.decide.written import chosen_document, toml_of, with_measures

pytest.importorskip("highspy")

DOCUMENT = {
    "name": '示例 "甲"\n\\厂', "year": 2025, "closed": datetime.date(2023, 9, 30), "share": 0.5, "ok": True,
    "prices": {"electricity": {"blocks": [{"to": "5 kWh", "price": "1 元/kWh"}, {"price": "2 元/kWh"}]}},
    "plant": {"base": {"year": 2020}},
    "battery": [{"name": "1#", "energy": {"coking-coal": {"value": "8 t"}}, "measure": [{"use": "old"}]}, {"name": "2#"}],
}  # fmt: skip


def test_a_document_comes_back_as_it_was():
    assert tomllib.loads(toml_of(DOCUMENT, "chosen")) == DOCUMENT


class Step:
    def __init__(self, use):
        self.table = {"use": use}


def test_the_measures_are_those_that_were_chosen():
    found = with_measures(DOCUMENT, [("battery[1]", Step("new")), ("plant", Step("whole"))])
    assert "measure" not in found["battery"][0] and found["battery"][1]["measure"] == [{"use": "new"}]
    assert found["plant"]["measure"] == [{"use": "whole"}]
    assert DOCUMENT["battery"][0]["measure"] == [{"use": "old"}]


def test_measures_on_top_of_what_was_measured_at_several_processes_give_the_same():
    """What a file says was measured is written as it is with the measures: read again, the plant saves the same."""
    document = base.document()
    document["battery"][0].pop("closed")
    for battery, heat in zip(document["battery"], ("11 万GJ", "25 万GJ"), strict=True):
        battery.pop("measure", None)
        battery["reporting"] = {"energy": {"heat": heat}}
    asked = read_question(reduce=["CO2=100000 t"], hold=True, unpriced=True, alternatives=0)
    found = choose(read_plant(document), asked)
    assert {place for _, place, _ in found.steps} == {"battery[0]", "battery[1]"}
    again = assess(read_plant(chosen_document(found.after[0].plant)))
    for output in ("co2", "electricity", "energy"):
        assert again.saved[output] == found.after[0].saved[output]
    assert again.saved["co2"] > assess(read_plant(document)).saved["co2"] + 1e8
