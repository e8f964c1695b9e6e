import tomllib

import priced as base
import pytest

from ecdcalc import read_plant
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


def test_what_a_published_cost_lacks_is_said():
    document = tomllib.loads((base.ROOT / "examples" / "steel.toml").read_text(encoding="utf-8"))
    found = fitting(read_plant(document), "en")
    row = next(
        each
        for each in found["measures"]
        if each["measure"] == "top-pressure-recovery-turbine" and each["place"] == "blast-furnace[3]"
    )
    assert row["capex"] is None and "give the size of the work" in row["capex_needs"][0]
    assert "give the size of the work" in fitting_text(found, "en")
