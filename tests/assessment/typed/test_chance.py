import json

from held import held

from ecdcalc.assessment.contract.form import ASSESSMENT, REGION, schema_text
from ecdcalc.assessment.typed.chance import Chance, RegionChance

SCHEMA = json.loads(schema_text(ASSESSMENT))


def test_the_type_says_what_the_schema_says():
    assert [*held(Chance, SCHEMA["properties"]["chance"], SCHEMA)] == []


def test_the_type_of_a_region_says_what_its_schema_says():
    region = json.loads(schema_text(REGION))
    assert [*held(RegionChance, region["properties"]["chance"], region)] == []
