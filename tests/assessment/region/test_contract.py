import json

import pytest
from city import example


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_contract_is_json_and_complete(lang):
    found = json.loads(json.dumps(example().to_dict(lang), allow_nan=False))
    assert len(found["targets"]) == 91 and sum(found["scoreboard"].values()) == 91
    assert all(each["label"] and each["clause"] and each["set_by"] for each in found["targets"])
    assert {each["id"] for each in found["sources"]} >= {
        *("yuncheng-14fyp", "shanxi-14fyp", "national-14fyp"),
        *("cobenefit/cb104", "cobenefit/cb106", "pollutant-accounting-2021", "ang-2005"),
    }
    assert len(found["counties"]) == 13 and len(found["plants"]) >= 30


def test_labels_follow_the_language():
    one, other = (example().to_dict(lang)["targets"][0]["label"] for lang in ("en", "zh"))
    assert one.startswith("energy") and other.startswith("单位")
