import re

import pytest
from city import city, example, written

from ecdcalc import assess_region, load_region
from ecdcalc.assessment.region.contract import contract
from ecdcalc.report.region_sections import _handed, heading, sections, set_by
from ecdcalc.words.labels import word


def titles(result, lang="en"):
    return {each.title: each for each in sections(contract(result, lang), lang)}


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_row_has_as_many_cells_as_heads(lang):
    for each in titles(example(), lang).values():
        assert all(len(row) == len(each.headers) for row in each.rows), each.title


def test_the_order_of_pages():
    names = [*titles(example())]
    assert names[:4] == ["Scoreboard", "Are we going to make it?", "Short of what", "All targets"]
    assert names[-1] == "Sources"


def test_no_identifiers_in_chinese_tables():
    found = titles(example(), "zh")
    for title in (
        "企业节能减排量汇总（按行业）",
        "能耗与强度变化的贡献（LMDI）",
        "改造前后每年费用",
        "总量与各部分之和",
    ):
        cells = [str(row[column]) for row in found[title].rows for column in (0, 1)]
        words = [each for each in cells if re.search("[a-z]", re.sub("NOx|tce", "", each))]
        assert words == [], title


def test_what_is_handed_down_stands_side_by_side():
    section = titles(example())["Energy target handed down to the counties"]
    assert len(section.rows) == 14 and section.rows[-1][0] == "total"
    sums = {row for row in section.rows[-1][1:] if row}
    assert len(sums) == 1  # every method hands down the same whole
    assert "gain" in section.headers[5] and section.notes == [word("gain-note", "en")]
    units = titles(example())["COD reduction handed down to key dischargers"]
    assert units.rows and word("gain-note", "en") not in units.notes


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_by_one_method_alone_nothing_is_said_of_what_another_would_ask(lang):
    found = contract(example(), lang)
    for target, given in found["handed_down"].items():
        one = dict([next(iter(given["counties"].items()))])
        note = word("gain-note", lang)
        alone = _handed({"handed_down": {target: {**given, "counties": one}}}, target, "counties", lang)
        assert note in _handed(found, target, "counties", lang).notes and note not in alone.notes


def test_heading_says_the_rules():
    text = heading(contract(example(), "zh"), "zh")
    assert "扣除单列项目" in text and "扣除原料用能" in text and "当量值" in text


def test_sections_without_rows_are_left_out(tmp_path):
    found = titles(assess_region(load_region(written(tmp_path, city()))))
    assert "Major projects listed singly" not in found and "Register of key projects" not in str(list(found))


def test_before_the_target_year_the_path_stands_beside_the_limit(tmp_path):
    found = titles(assess_region(load_region(written(tmp_path, city(year=2023)))))
    short = found["Short of what"]
    assert short.headers[3] == "even path" and short.rows[0][3] == "9.61132 %"  # 1 − 0.845^0.6
    assert "even path" not in titles(example())["Short of what"].headers


def test_what_is_not_given_is_no_zero(tmp_path):
    rows = dict(titles(assess_region(load_region(written(tmp_path, city()))))["Are we going to make it?"].rows)
    assert rows["COD of key projects, counted"] == rows["energy saved"] == "–"
    assert "electricity_import" in rows["the same decline, primary-equivalent"]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_who_set_a_limit_is_told_in_words(lang):
    """A region's own figure by the plan and clause that it answers, a plan's by the name of the plan."""
    found = example().to_dict(lang)
    told = {each["target"]: set_by(each, found, lang) for each in found["targets"]}
    own = [each for each in found["targets"] if each["set_by"].startswith("targets.")]
    assert own and not [each for each in told.values() if "targets." in each or each in found["plan_labels"]]
    assert all(found["plan_label"] in told[each["target"]] and each["clause"] in told[each["target"]] for each in own)
    assert "targets.t" not in "".join(str(each) for section in sections(found, lang) for each in section.rows)
