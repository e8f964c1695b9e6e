import pytest

from ecdcalc import read_plant
from ecdcalc.words.errors import InputError

PLANT = {"sector": "coking", "year": 2025, "plant": {"value_added": "20 亿元"}}


def test_what_forms_ask_is_kept_as_it_is_written():
    report = {"organisation": {"code": "9114"}, "meters": [{"name": "电表", "count": 2}], "project": {"subsidy": False}}
    assert read_plant({**PLANT, "report": report}).report == report
    assert read_plant(PLANT).report == {}


def test_mistakes_are_told_in_one_pass():
    with pytest.raises(InputError) as caught:
        read_plant({**PLANT, "report": {"a": None, "b": ["x"], "c": [{"d": [1]}]}})
    assert [each.place for each in caught.value.problems] == ["report.a", "report.b[0]", "report.c[0].d[0]"]
    with pytest.raises(InputError, match="report: found nothing"):
        read_plant({**PLANT, "report": "nothing"})
