import priced as base
import pytest

from ecdcalc.decide.fitting import SORTS, fitting
from ecdcalc.report.fitting import fitting_text
from ecdcalc.words.errors import InputError


@pytest.mark.parametrize("sort", SORTS)
def test_any_order_has_the_same_rows(sort):
    plant = base.coking()
    found = fitting(plant, "en", sort)["measures"]
    assert len(found) == len(fitting(plant, "en")["measures"])
    if sort == "energy":
        saved = [each["saved"]["energy"]["value"] for each in found if "energy" in each["saved"]]
        assert saved == sorted(saved, reverse=True)


def test_an_unknown_order_is_refused():
    with pytest.raises(InputError, match="colour"):
        fitting(base.coking(), "en", "colour")


def test_an_unknown_cost_is_visible_and_the_measure_stands_in_the_list():
    found = fitting(base.coking(), "zh")
    row = next(each for each in found["measures"] if each["measure"] == "coke-oven-automatic-heating-control" and each["status"] == "applies")  # fmt: skip
    assert row["capex"] is None and row["money_saved"]["value"] > 0 and row["payback"] is None
    assert "未知" in fitting_text(found, "zh")
