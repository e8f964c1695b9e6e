import tomllib

import jsonschema
import pytest

from ecdcalc import sectors
from ecdcalc.report.schema import plant_schema
from ecdcalc.report.template import commented


@pytest.mark.parametrize("id", sorted(sectors()))
def test_the_template_keeps_its_own_schema(id):
    sector = sectors()[id]
    schema = plant_schema(sector, "zh")
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(_dates_as_text(tomllib.loads(commented(sector, "en"))), schema)


def _dates_as_text(found):
    if isinstance(found, dict):
        return {key: _dates_as_text(value) for key, value in found.items()}
    if isinstance(found, list):
        return [_dates_as_text(each) for each in found]
    return found.isoformat() if hasattr(found, "isoformat") else found


@pytest.mark.parametrize("wrong", [{"coke": 3}, {"colour": "red"}, {"quenching": "damp"}])
def test_mistakes_do_not_keep_it(wrong):
    good = {"coke": "1 t", "charging": "top", "quenching": "wet"}
    schema = plant_schema(sectors()["coking"], "en")
    jsonschema.validate({"year": 2025, "battery": [good]}, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"year": 2025, "battery": [{**good, **wrong}]}, schema)
