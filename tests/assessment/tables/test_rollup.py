"""Sums by group are the true sums, whatever the order of rows and the cut into parts."""

from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

import polars
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecdcalc.assessment.tables.rollup import WITHOUT, adds_up, check_keys, rolled_up
from ecdcalc.words.errors import InputError

SAVED = "saved.energy [tce]"
number = st.none() | st.floats(-1e60, 1e60).filter(lambda each: each == 0 or abs(each) > 1e-250)
rows = st.lists(st.tuples(st.sampled_from(["a", "b", None]), number), min_size=1, max_size=40)


def summed(parts):
    """Return the sums of some frames, each a part in a file."""
    with TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{number}.parquet" for number, _ in enumerate(parts)]
        for part, path in zip(parts, paths, strict=True):
            part.write_parquet(path)
        return rolled_up(paths, ["key"])


@settings(deadline=None)
@given(rows, st.integers(1, 40), st.randoms())
def test_sums_are_exact(rows, size, dice):
    wanted = {}
    for key, value in rows:
        known = wanted.setdefault(key, [0, []])
        known[0] += 1
        known[1] += [] if value is None else [Fraction(value)]
    dice.shuffle(rows)
    frame = polars.DataFrame(rows, schema={"key": polars.String, SAVED: polars.Float64}, orient="row")
    found = summed([*frame.iter_slices(size)])
    if SAVED not in found.columns:
        assert not any(known for _, known in wanted.values())
        return
    assert {row["key"]: (row["rows"], row[SAVED]) for row in found.iter_rows(named=True)} == {
        key: (count, float(sum(known)) if known else None) for key, (count, known) in wanted.items()
    }
    without = {key: count - len(known) for key, (count, known) in wanted.items()}
    assert (WITHOUT + SAVED in found.columns) == any(without.values())
    if any(without.values()):
        assert {row["key"]: row[WITHOUT + SAVED] for row in found.iter_rows(named=True)} == without


@pytest.mark.parametrize("values", [[1e16, 1.0, -1e16], [1e-250, 1e-250], [1e-200, 1e60, -1e60], [0.0]])
def test_numbers_of_any_size(values):
    frame = polars.DataFrame({"key": ["a"] * len(values), SAVED: values})
    assert summed([frame])[SAVED].to_list() == [float(sum(map(Fraction, values)))]


def test_what_adds_up():
    assert adds_up(SAVED)
    assert adds_up("baseline.NOx [t]")
    assert not adds_up("baseline.unit_energy [kgce/t]")


def test_a_key_that_is_no_column():
    with pytest.raises(InputError, match="county"):
        check_keys(["conty"], ["county"])


def test_groups_stand_in_the_order_of_their_words_and_an_empty_column_has_no_sum():
    frame = polars.DataFrame(
        {"key": ["b", None, "a", "b"], SAVED: [1.5, None, 2.0, 0.25], "saved.NOx [t]": [None] * 4},
        schema_overrides={"saved.NOx [t]": polars.Float64},
    )
    found = summed([frame.head(1), frame.tail(3), frame.clear()])
    assert found.columns == ["key", "rows", SAVED, f"without.{SAVED}"]
    assert found.rows() == [(None, 1, None, 1), ("a", 1, 2.0, 0), ("b", 2, 1.75, 0)]
