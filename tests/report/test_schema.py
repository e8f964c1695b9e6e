import json
import tomllib

import jsonschema
import pytest

from ecdcalc import sectors
from ecdcalc.report.schema import BESIDE, ENERGY, plant_schema
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


BATTERY = {"coke": "1 t", "charging": "top", "quenching": "wet"}


@pytest.mark.parametrize(
    "kept",
    [
        {"oxygen": "1 m3"},
        {"diesel-litre": {"value": "1 L", "density": "0.84 kg/L"}},
        {"energy": {"steam": {"amount": "1 t", "pressure": "1 MPa"}}},
        {"reporting": {"electricity": "1 kWh"}},
    ],
)
def test_carriers_stand_in_energy_and_beside_the_quantities(kept):
    jsonschema.validate({"year": 2025, "battery": [{**BATTERY, **kept}]}, plant_schema(sectors()["coking"], "en"))


@pytest.mark.parametrize(
    "wrong", [{"energy": {"colour": "1 t"}}, {"diesel-litre": {"lhw": "1 L"}}, {"reporting": {"electricitty": "1"}}]
)
def test_what_is_no_carrier_does_not(wrong):
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"year": 2025, "battery": [{**BATTERY, **wrong}]}, plant_schema(sectors()["coking"], "en"))


def test_a_quantity_with_the_name_of_a_carrier_is_the_quantity():
    schema = plant_schema(sectors()["equipment"], "en")
    own = schema["$defs"]["of-boiler"]["properties"]["steam"]
    assert "$ref" not in own
    assert "steam" not in schema["$defs"]["energy-beside"]["properties"]
    assert schema["$defs"]["of-motor"]["properties"]["steam"] == {"$ref": "#/$defs/steam"}


def test_a_carrier_stands_once_however_many_processes_there_are():
    schema = plant_schema(sectors()["equipment"], "en")
    assert json.dumps(schema).count("#/$defs/softened-water") == len((ENERGY, BESIDE))
