"""The chance of a region: by hand, and against its plants drawn alone."""

import json

import jsonschema
import pytest
from city import EXAMPLE, city, example, written

from ecdcalc import InputError, assess_region, load_region
from ecdcalc.assessment.contract.form import REGION, schema_text
from ecdcalc.decide.chance import chance_of
from ecdcalc.decide.chance_region import chance_of_region, with_region_chance
from ecdcalc.report.region import region_csv, render_region

DRAWS = 20_000


def chance(folder, document, draws=DRAWS):
    return chance_of_region(assess_region(load_region(written(folder, document))), draws, 3)


def target(found, id):
    return next(each for each in found.targets if each.standing.target.id == id)


def test_a_series_by_hand(tmp_path):
    """Energy falls to 1 − E / 1250 of the base; 15.5 % are asked, so E at 1056.25 of 1000 to 1200, evenly drawn."""
    document = city()
    document["series"]["energy"]["2025"] = "1000~1200 万tce"
    found = chance(tmp_path, document)
    one = target(found, "t001")
    assert one.met == pytest.approx(56.25 / 200, abs=0.01) and one.on_track == one.met
    assert (one.reached.low, one.reached.high) == pytest.approx(
        (100 * (1 - 1190 / 1250), 100 * (1 - 1010 / 1250)), abs=0.3
    )
    assert [each.id for each in found.sources] == ["甲市: series.energy.2025"]
    assert one.reached.shares == pytest.approx({"甲市: series.energy.2025": 1.0}, abs=0.001)


def test_on_track_is_told_beside_met(tmp_path):
    """In 2022 of 15.5 % the even path asks 1 − 0.845^0.4, so E at 1100 × 0.845^0.4 of 1000 to 1100."""
    document = city(year=2022)
    document["series"]["energy"]["2022"] = "1000~1100 万tce"
    one = target(chance(tmp_path, document), "t001")
    assert one.met == 0 and one.on_track == pytest.approx((1100 * 0.845**0.4 - 1000) / 100, abs=0.01)


def test_a_project_is_counted_in_every_trial(tmp_path):
    """100 to 200 t of NOx are counted, of which a new source uses 60 t: 80 t or more is left in 60 of 100 trials."""
    document = city(
        project=[{"name": "脱硝", "item": "end-of-pipe-nox", "start": "2023-05", "evidence": ["CEMS"],
                  "annual": {"nox": "100~200 t"}}],
        new_source=[{"name": "新建", "emission": {"nox": "60 t"}}],
        targets={"t004": "80 t"},
    )  # fmt: skip
    found = chance(tmp_path, document, 4_000)
    one = target(found, "t004")
    assert one.met == pytest.approx(0.6, abs=0.03)
    assert (one.reached.low, one.reached.middle, one.reached.high) == pytest.approx((45, 90, 135), abs=2.5)


def test_results_and_indicators_that_are_given_have_ranges_too(tmp_path):
    document = city(result=[{"name": "甲厂", "sector": "coking", "energy": "100~200 tce"}])
    saved = chance(tmp_path, document).saved["energy"]
    assert (saved.low, saved.middle, saved.high) == pytest.approx((105, 150, 195), abs=2)
    document = city(indicators={"t006": {"2025": "10~20 %"}}, targets={"t006": "12 %"})
    indicator = target(chance(tmp_path, document), "t006")
    assert indicator.reached.middle == pytest.approx(15, abs=0.2) and indicator.met == pytest.approx(0.8, abs=0.01)


@pytest.fixture(scope="module")
def drawn():
    return with_region_chance(example(), 500, 4)


def test_a_published_value_is_the_same_in_all_plants_and_sums_are_sums(drawn):
    """The example has no ranges of its own: all sources are published values, so plants drawn alone give the parts."""
    assert not [each for each in drawn.chance.sources if ":" in each.id]
    alone = [chance_of(each.assessment, 500, 4) for each in drawn.members if each.assessment]
    middles = sum(each.saved["electricity"].middle for each in alone if "electricity" in each.saved)
    whole = drawn.chance.saved["electricity"]
    still = drawn.saved("electricity") / 3.6e6 - sum(
        each.assessment.saved["electricity"] / 3.6e6
        for each, one in zip((each for each in drawn.members if each.assessment), alone, strict=True)
        if "electricity" in one.saved
    )
    assert whole.middle == pytest.approx(middles + still, rel=0.01)


def test_a_target_of_plants_needs_all_of_them(drawn):
    for each in drawn.chance.targets:
        assert 0 <= each.met <= each.on_track <= 1
        if each.standing.evaluator == "plants" and each.reached is None and each.met in (0, 1):
            assert (each.met == 1) == (each.standing.state == "met")
    assert drawn.chance.together <= min(each.met for each in drawn.chance.targets)


def test_the_seed_repeats(tmp_path):
    document = city()
    document["series"]["energy"]["2025"] = "1100 ± 40 万tce"
    result = assess_region(load_region(written(tmp_path, document)))
    assert chance_of_region(result, 300, 9) == chance_of_region(result, 300, 9)
    assert chance_of_region(result, 300, 9) != chance_of_region(result, 300, 8)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_form_is_that_of_the_schema_and_every_text_holds_it(drawn, lang):
    found = drawn.to_dict(lang)
    jsonschema.validate(found, json.loads(schema_text(REGION)))
    assert "chance" not in drawn.to_dict(lang, schema=1) and "chance" not in example().to_dict(lang)
    words = "All targets together" if lang == "en" else "全部目标同时完成"
    assert words in render_region(drawn, "markdown", lang) and words in render_region(drawn, "table", lang)
    assert "all_targets" in region_csv(found)


def test_money_of_the_region_has_a_spread(tmp_path):
    text = EXAMPLE.read_text(encoding="utf-8")
    assert "[prices]" in text
    found = chance_of_region(example(), 200)
    assert found.money is not None and found.money.unit == "CNY/a"


@pytest.mark.parametrize(
    ("change", "key", "place"),
    [
        ({"targets": {"t001": "15~16 %"}}, "range-not-here", "targets.t001"),
        ({"limit": "1~2 tce/万元"}, "range-not-here", "limit"),
        ({"series": {"energy": {"2025": "10 ± 20 万tce"}}}, "out-of-bounds", "series.energy.2025"),
    ],
)
def test_ranges_that_cannot_be_are_refused(tmp_path, change, key, place):
    document = city(**{name: value for name, value in change.items() if name != "series"})
    document["series"]["energy"] |= change.get("series", {}).get("energy", {})
    with pytest.raises(InputError) as caught:
        load_region(written(tmp_path, document))
    assert (key, place) in {(each.key, each.place) for each in caught.value.problems}


def test_a_register_that_no_range_moves_stands_as_it_was_counted(tmp_path):
    """100 t are counted of 80 t that are asked, in every trial; that energy is drawn does not move it."""
    document = city(
        project=[{"name": "脱硝", "item": "end-of-pipe-nox", "start": "2023-05", "evidence": ["CEMS"],
                  "annual": {"nox": "100 t"}}],
        targets={"t004": "80 t", "t005": "80 t"},
    )  # fmt: skip
    document["series"]["energy"]["2025"] = "1000~1200 万tce"
    found = chance(tmp_path, document, 200)
    nox, voc = target(found, "t004"), target(found, "t005")
    assert (nox.met, nox.reached, voc.met) == (1, None, 0)
