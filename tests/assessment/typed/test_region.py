import json
import typing

from held import held

from ecdcalc import RegionAssessment, RegionResult
from ecdcalc.assessment.contract.form import REGION, schema_text

SCHEMA = json.loads(schema_text(REGION))


def test_the_type_says_what_the_schema_says():
    assert [*held(RegionResult, SCHEMA, SCHEMA)] == []


def test_it_is_the_form_of_what_is_returned():
    assert typing.get_overloads(RegionAssessment.to_dict)[0].__annotations__["return"] == "RegionResult"
