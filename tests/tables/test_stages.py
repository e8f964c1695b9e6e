import narwhals as nw
import polars
import pytest

from ecdcalc.tables.stages import Stages


def test_what_is_used_twice_is_one_column():
    frame = nw.from_native(polars.DataFrame({"a": [1.0, 2.0], "b": [3.0, 4.0]}))
    with Stages() as stages:
        both = stages.keep(nw.col("a") + nw.col("b"))
        assert repr(stages.keep(nw.col("a") + nw.col("b"))) == repr(both)
        other = stages.keep(nw.col("a") - nw.col("b"))
        top = stages.keep(both * other)
    result = stages.apply(frame, {"top": top, "both": both})
    assert result.columns == ["a", "b", "top", "both"]
    assert result["top"].to_list() == pytest.approx([-8, -12])


def test_what_no_result_needs_is_not_computed():
    frame = nw.from_native(polars.DataFrame({"a": [1.0]}))
    with Stages() as stages:
        stages.keep(nw.col("no such column") * 2)
        kept = stages.keep(nw.col("a") * 2)
    assert stages.apply(frame, {"kept": kept})["kept"].to_list() == [2.0]


@pytest.mark.parametrize("value", [0.1, 0.1 + 1e-17, 0.30000000000000004, 0.3])
def test_expressions_that_differ_in_a_literal_stay_apart(value):
    frame = nw.from_native(polars.DataFrame({"a": [1.0]}))
    with Stages() as stages:
        one, other = stages.keep(nw.col("a") * 0.3), stages.keep(nw.col("a") * value)
    row = stages.apply(frame, {"one": one, "other": other})
    assert (row["one"].item(), row["other"].item()) == (0.3, value)
