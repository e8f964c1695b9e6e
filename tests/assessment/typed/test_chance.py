import json

from held import held

from ecdcalc.assessment.contract.form import ASSESSMENT, schema_text
from ecdcalc.assessment.typed.chance import Chance

SCHEMA = json.loads(schema_text(ASSESSMENT))


def test_the_type_says_what_the_schema_says():
    assert [*held(Chance, SCHEMA["properties"]["chance"], SCHEMA)] == []
