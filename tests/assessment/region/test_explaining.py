import pytest
from city import city, example, written

from ecdcalc import assess_region, load_region
from ecdcalc.assessment.region.explaining import explain_region
from ecdcalc.report.tree import tree
from ecdcalc.words.errors import NotFoundError


def test_every_target_is_explained():
    result = example()
    for standing in result.standings:
        for found in explain_region(result, f"target.{standing.target.id}"):
            assert tree(found, "en") and tree(found, "zh")
            if standing.gap is not None:
                assert found.value == standing.gap


def test_energy_intensity_is_told_by_its_series():
    result = example()
    standing = next(each for each in result.standings if each.target.indicator == "region.energy_intensity_reduction")
    (found,) = explain_region(result, standing.target.id.upper())
    text = tree(found, "en")
    assert "1 − energy.2025 / gdp.2025 / (energy.2020 / gdp.2020)" in text and "limit." in text


def test_growth_is_told_by_its_first_and_last_year():
    (found,) = explain_region(example(), "target.t040")
    assert "= series.coal.2025 / series.coal.2020 − 1\n" in tree(found, "en")


def test_a_total_is_the_sum_over_plants():
    result = example()
    for name in ("energy", "so2"):
        head, *lacking = explain_region(result, f"saved.{name}")
        assert head.value == pytest.approx(result.saved(name))
        assert bool(lacking) == (not result.total(name).complete)


@pytest.mark.parametrize("path", ["t999", "saved.xyz", "a b"])
def test_what_there_is_not_is_refused(path):
    with pytest.raises(NotFoundError):
        explain_region(example(), path)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_target_that_cannot_be_evaluated_says_what_it_lacks(tmp_path, lang):
    document = city()
    del document["series"]["energy"]
    result = assess_region(load_region(written(tmp_path, document)))
    (found,) = explain_region(result, "target.t001", lang=lang)
    assert found.formula is None and "series.energy" in found.value
