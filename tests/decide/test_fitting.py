import tomllib

import priced as base
import pytest
from wcwidth import wcswidth

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


def test_what_does_not_apply_stands_once_for_each_reason_in_the_reader_s_words():
    document = tomllib.loads((base.ROOT / "examples" / "building-materials.toml").read_text(encoding="utf-8"))
    text = fitting_text(fitting(read_plant(document), "zh"), "zh", 80)
    assert text.count("该工序已关停") == 1 and "high-solid-gas-ratio" not in text
    assert max(wcswidth(line) for line in text.splitlines()) <= 80


@pytest.mark.parametrize("width", [None, 80])
def test_every_measure_stands_in_the_text(width):
    found = fitting(base.coking(), "en")
    text = "".join(fitting_text(found, "en", width).split())
    for each in found["measures"]:
        assert "".join(each["label"].split()) in text
