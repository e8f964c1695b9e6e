import json

import pytest
from held import held

from ecdcalc.assessment.contract.form import ASSESSMENT, REGION, schema_text
from ecdcalc.assessment.typed.common import Amount, Outputs, Warned


@pytest.mark.parametrize("kind", [ASSESSMENT, REGION])
def test_plants_and_regions_share_these_forms(kind):
    schema = json.loads(schema_text(kind))
    for hint, name in ((Amount, "quantity"), (Outputs, "outputs"), (Warned, "warning")):
        assert [*held(hint, schema["$defs"][name], schema)] == []
