import json
import typing

import pytest
from held import held

from ecdcalc import PlantResult
from ecdcalc.assessment.contract.form import ASSESSMENT, schema_text
from ecdcalc.assessment.typed.plant import Gap, Grade

SCHEMA = json.loads(schema_text(ASSESSMENT))


def test_the_type_says_what_the_schema_says():
    assert [*held(PlantResult, SCHEMA, SCHEMA)] == []


def test_it_is_the_form_of_what_is_returned():
    from ecdcalc import Assessment

    first = typing.get_overloads(Assessment.to_dict)[0]
    assert first.__annotations__["return"] == "PlantResult"


@pytest.mark.parametrize(
    "change",
    [
        lambda form: form["properties"].pop("op"),
        lambda form: form["properties"].update(more={"type": "string"}),
        lambda form: form["required"].remove("op"),
        lambda form: form["properties"]["op"].update(type="integer"),
        lambda form: form["properties"]["status"]["enum"].append("other"),
        lambda form: form["properties"].update(gap={"type": "number"}),
    ],
)
def test_what_drifts_is_told(change):
    form = json.loads(json.dumps(SCHEMA["$defs"]["gap"]))
    assert [*held(Gap, form, SCHEMA)] == []
    change(form)
    assert [*held(Gap, form, SCHEMA)]


def test_a_grade_holds_grades_of_other_editions():
    assert typing.get_type_hints(Grade)["editions"] == list[Grade]
