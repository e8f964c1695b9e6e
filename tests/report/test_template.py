import tomllib

import pytest

from ecdcalc import assess_region, read_region, sectors
from ecdcalc.report.template import commented, region_template


@pytest.mark.parametrize("id", sorted(sectors()))
def test_comments_change_nothing(id):
    sector = sectors()[id]
    for lang in ("en", "zh"):
        assert tomllib.loads(commented(sector, lang)) == tomllib.loads(sector.template)


def test_inputs_are_explained_in_both_languages():
    coking = sectors()["coking"]
    assert 'quenching = "wet"  # Quenching; wet | dry' in commented(coking, "en")
    assert "# 焦炭产量（干基）; t" in commented(coking, "zh")


def test_a_region_runs_as_it_stands_and_is_explained_in_both_languages():
    english, chinese = map(region_template, ("en", "zh"))
    document = tomllib.loads(english)
    assert tomllib.loads(chinese) == document
    assert 'name = "示例市"  # Name of the region\n' in english and 'name = "示例市"  # 地区名称\n' in chinese
    assert " | " not in english + chinese
    result = assess_region(read_region(document))
    assert not result.rejected and not result.warnings
    assert {each.state for each in result.standings} >= {"met", "short"}
