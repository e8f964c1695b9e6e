import datetime
import tomllib

from ecdcalc.decide.written import toml_of, with_measures

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
