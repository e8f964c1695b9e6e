import json

import jsonschema
import pytest

from ecdcalc import assess, load_plant, sectors
from ecdcalc.assessment.contract.form import schema_text
from ecdcalc.report.template import commented

SCHEMA = json.loads(schema_text("assessment"))


@pytest.mark.parametrize("id", sorted(sectors()))
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_sector_keeps_the_contract(id, lang, tmp_path):
    file = tmp_path / "plant.toml"
    file.write_text(commented(sectors()[id], lang), encoding="utf-8")
    result = assess(load_plant(str(file), asked=id)).to_dict(lang)
    jsonschema.validate(json.loads(json.dumps(result)), SCHEMA)


def test_sources_name_document_and_grade(coking):
    sources = {each["id"]: each for each in assess(coking).to_dict()["sources"]}
    factor = sources["coal-2020/electricity-calorific.coal"]
    assert factor["document"].startswith("GB/T 2589-2020")
    assert (factor["edition"], factor["confidence"], factor["value"]) == ("2020", "A", "0.1229 kgce/kWh")
    assert sources["assumed-run-rate"]["confidence"] == "C"
    assert "gb21342-2025.coke.stamp-charging" in sources


def test_the_edition_in_force_stands_beside_the_coming_one(coking):
    grade = assess(coking).to_dict()["processes"][-1]["grades"][0]
    assert (grade["product"], grade["until"]) == ("gb21342-2013.coke.stamp-charging", "2026-04-30")
    assert (grade["in_force"], grade["confidence"], grade["decides"]) == (True, "C", False)
    assert "oven age" in grade["uncorrected"]
    (coming,) = grade["editions"]
    assert (coming["effective"], coming["in_force"], coming["decides"]) == ("2026-05-01", False, True)
