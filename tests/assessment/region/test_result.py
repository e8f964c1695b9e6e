import pytest
from shown import assessed

from ecdcalc.assessment.region.result import Difference


def test_rounding_of_a_sum_is_no_difference():
    assert Difference("city", "gdp", 1.0, 1.0 + 1e-15, ()).amount == 0
    assert Difference("city", "gdp", 1.0, 0.9, ("county",)).amount == pytest.approx(0.1)


def test_a_region_is_a_frame_of_what_its_plants_save():
    nw = pytest.importorskip("narwhals")
    result = assessed("city")
    frame = nw.from_native(result.to_frame())
    assert len(frame) == sum(len(each.totals) for each in result.members)
    for row, plant in zip(
        frame.filter(nw.col("output") == "NOx").iter_rows(named=True), result.to_dict()["plants"], strict=True
    ):
        known = plant["saved"]["NOx"]
        assert (row["place"], row["county"], row["sector"]) == (plant["place"], plant["county"], plant["sector"])
        assert row["saved"] == (known and known["value"]) and row["unit"] == "t"
        assert row["complete"] == ("NOx" not in plant["lacks"] and known is not None)
