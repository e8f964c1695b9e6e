import json

from held import held

from ecdcalc.assessment.contract.form import ASSESSMENT, schema_text
from ecdcalc.assessment.typed.money import PlantMoney

SCHEMA = json.loads(schema_text(ASSESSMENT))


def test_the_type_says_what_the_schema_says():
    assert [*held(PlantMoney, SCHEMA["properties"]["money"], SCHEMA)] == []
