import narwhals as nw
import polars
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ecdcalc.assessment.tables.cells import with_numbers
from ecdcalc.numbers.text_numbers import as_written

CELLS = ["1", "-1.5", "+2", " 3 ", "1,234.5", "1,23", ".5", "5.", "1e3", "1e999", "inf", "nan", "-Infinity", "1_000",
         "0x10", "1d5", "１２", "", " ", "-", "1 2", "1e", "∞", "1.5f", "--1", "1,000,00", "\t7\n", "00012", "-.5e-3"]  # fmt: skip


def by_pattern(cells):
    frame = nw.from_native(polars.DataFrame({"x": cells}, schema={"x": polars.String}))
    return frame.select(as_written(nw.col("x")).cast(nw.Float64)).to_native()["x"]


def at_once(cells):
    frame = polars.DataFrame({"x": cells}, schema={"x": polars.String})
    made = with_numbers(frame, {"x": "n"})
    assert made["x"].equals(frame["x"])
    return made["n"].alias("x")


@given(
    st.lists(
        st.none() | st.sampled_from(CELLS) | st.text(alphabet="0123456789+-.,eE infaty_ ", max_size=9), max_size=20
    )
)
@example([])
@example([None])
def test_numbers_are_those_of_the_pattern(cells):
    assert at_once(cells).equals(by_pattern(cells), null_equal=True)


@pytest.mark.parametrize("word", ["inf", "nan", "-Infinity", "NaN"])
def test_words_that_the_engine_takes_for_numbers_are_none(word):
    assert at_once(["1", word]).to_list() == [1, None]


def test_a_frame_without_text_stays_as_it_is():
    frame = polars.DataFrame({"x": [1.0]})
    assert with_numbers(frame, {}) is frame
