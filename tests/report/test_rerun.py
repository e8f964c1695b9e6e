import pytest

from ecdcalc import assess, load_plant
from ecdcalc.report.rerun import render_rerun
from ecdcalc.report.snapshot import Change, Rerun

RESULT = assess(load_plant("examples/coking.toml"))


@pytest.mark.parametrize(("lang", "word"), [("en", "the same"), ("zh", "一致")])
def test_the_same(lang, word):
    assert word in render_rerun(Rerun(RESULT, (), ()), lang)


def test_differences_and_their_cause():
    difference = Change("result", "totals.x", 1.0, 2.0)
    factor = Change("factor", "grid/shanxi-2023", {"value": 0.7}, None)
    found = render_rerun(Rerun(RESULT, (factor,), (difference,) * 60), "en")
    assert "grid/shanxi-2023" in found and "60 places" in found and "and 20 more" in found
    assert "it is the code" in render_rerun(Rerun(RESULT, (), (difference,)), "en")
