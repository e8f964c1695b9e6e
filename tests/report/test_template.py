import tomllib

import pytest

from ecdcalc import sectors
from ecdcalc.report.template import commented


@pytest.mark.parametrize("id", sorted(sectors()))
def test_comments_change_nothing(id):
    sector = sectors()[id]
    for lang in ("en", "zh"):
        assert tomllib.loads(commented(sector, lang)) == tomllib.loads(sector.template)


def test_inputs_are_explained_in_both_languages():
    coking = sectors()["coking"]
    assert 'quenching = "wet"  # Quenching; wet | dry' in commented(coking, "en")
    assert "# 焦炭产量（干基）; t" in commented(coking, "zh")
