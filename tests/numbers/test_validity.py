import narwhals as nw
import numpy
import polars
import pytest

from ecdcalc.numbers.formula import formula
from ecdcalc.numbers.kinds import Celsius, Metres, Ratio
from ecdcalc.numbers.ops import Missing, is_missing, missing, root
from ecdcalc.numbers.symbols import Graph
from ecdcalc.numbers.trace import Named, outsides
from ecdcalc.numbers.units import unit
from ecdcalc.numbers.validity import NO_VALUE, NoValueError, read_range
from ecdcalc.testing import prove_formula
from ecdcalc.words.errors import InputError, UnitError, ValidityWarning
from ecdcalc.words.texts import known


@formula(cites="definition", zh="示例", valid={"height": "0.5 to 20 m"}, defined={"height": "above 0 cm"}, error="10 %")
def example(height: Metres, factor: Ratio) -> Metres:
    """Example."""
    return factor * height


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("0.5 to 1.2 km", (500, 1200, 800), (499, 1201)),
        ("above 0 m", (1e-9,), (0, -1)),
        ("at least 0 m", (0, 1), (-1e-9,)),
        ("below 100 cm", (0.9,), (1, 2)),
        ("at most 1 m", (1, 1 + 1e-14), (1.1,)),
    ],
)
def test_ranges_are_read_as_they_are_written(text, inside, outside):
    found = read_range("height", text, unit("m"), meaning=True)
    assert all(found.holds(each) for each in inside)
    assert not any(found.holds(each) for each in outside)


def test_other_ranges_are_refused():
    with pytest.raises(ValueError, match="about 3"):
        read_range("height", "about 3 m", unit("m"), meaning=True)
    with pytest.raises(UnitError):
        read_range("height", "above 3 kg", unit("m"), meaning=True)
    assert read_range("t", "-10 to 40 °C", unit("°C"), meaning=False).bounds == ((">=", 263.15), ("<=", 313.15))
    with pytest.raises(ValueError, match="result"):  # what has no meaning is not computed, so there is no result
        read_range("result", "above 0 m", unit("m"), meaning=True)


def test_outside_a_range_of_precision_the_number_stands_and_says_so():
    found = example(height=Named("pump.height", 30.0, unit("m")), factor=2.0)
    assert found.value == 60.0
    ((term, outside),) = outsides([found])
    assert (term.text, outside.range.of, outside.value) == ("example", "height", 30.0)
    assert [each.range.meaning for each in example.outside({"height": 30.0, "factor": 2.0})] == [False]
    assert example.outside({"height": 3.0, "factor": 2.0}) == ()
    assert example.outside({"height": missing("height"), "factor": 2.0}) == ()


@formula(
    cites="definition",
    zh="导出量示例",
    valid={"result": "at most 10 m", "mean = (height + depth) / 2": "1 to 3 m"},
    defined={"rise = height - depth": "above 0 m"},
)
def derived(height: Metres, depth: Metres, factor: Ratio) -> Metres:
    """Example with ranges of its result and of what follows from its arguments."""
    return factor * (height - depth)


@pytest.mark.parametrize(
    ("height", "depth", "factor", "outside"),
    [
        (2.5, 1.0, 1.0, {}),
        (2.5, 1.0, 10.0, {"result": 15.0}),
        (7.0, 1.0, 1.0, {"mean": 4.0}),
        (7.0, 1.0, 2.0, {"result": 12.0, "mean": 4.0}),
    ],
)
def test_ranges_of_a_result_and_of_what_follows_from_arguments(height, depth, factor, outside):
    found = derived(height=Named("h", height, unit("m")), depth=depth, factor=factor)
    assert {each.range.of: each.value for _, each in outsides([found])} == outside
    texts = {"height": f"{height} m", "depth": f"{depth} m", "factor": f"{factor}"}
    if not outside:
        assert derived.of(**texts).value == factor * (height - depth)
        return
    with pytest.warns(ValidityWarning) as told:
        assert derived.of(**texts).value == factor * (height - depth)
    assert told[0].filename == __file__
    assert {each.place for each in told[0].message.problems} == {*outside}
    assert told[0].message.say("en") and told[0].message.say("zh")


def test_a_range_is_told_in_signs_and_of_what_follows_with_how_it_does():
    said = {each.of: each.said for each in derived.ranges}
    assert said == {
        "result": "≤ 10 m",
        "mean": "1–3 m (mean = (height + depth) / 2)",
        "rise": "> 0 m (rise = height - depth)",
    }


def test_what_follows_from_arguments_may_have_no_meaning():
    numbers = {"height": 1.0, "depth": 2.0, "factor": 1.0}
    assert derived(**numbers).reason == "formula-outside"
    with pytest.raises(InputError, match=r"rise: -1 m is outside"):
        derived.of(height="1 m", depth="2 m", factor="1")
    heights = numpy.array([1.0, 5.0])
    assert numpy.isnan(derived(**{**numbers, "height": heights})).tolist() == [True, False]
    frame = nw.from_native(polars.DataFrame({"height": heights}))
    found = frame.select(found=derived(**{**numbers, "height": nw.col("height")}))["found"].to_list()
    assert found == [None, 3.0]
    assert is_missing(derived(**{**numbers, "height": missing("height")}))


def test_what_follows_from_arguments_keeps_its_unit_and_may_have_no_value():
    @formula(cites="definition", zh="商", valid={"share = height / depth": "above 25 %"})
    def quotient(height: Metres, depth: Metres) -> Metres:
        """Example with a range of a quotient."""
        return height + depth

    assert quotient.outside({"height": 1.0, "depth": 0.0}) == ()
    assert [each.value for each in quotient.outside({"height": 1.0, "depth": 5.0})] == [0.2]
    assert prove_formula(quotient) == []

    @formula(cites="definition", zh="商", valid={"share = height / depth": "above 25 m"})
    def wrong(height: Metres, depth: Metres) -> Metres:
        """Example with a range in a wrong unit."""
        return height + depth

    assert any("share" in each for each in prove_formula(wrong))


def test_outside_a_range_of_meaning_nothing_is_computed():
    gap = example(height=-1.0, factor=2.0)
    assert isinstance(gap, Missing) and gap.reason == "formula-outside"
    assert is_missing(example(height=Named("height", -1.0, unit("m")), factor=2.0))
    with pytest.raises(InputError, match=r"height: -1 m is outside .*: > 0 m"):
        example.of(height="-1 m", factor="2")


def test_arrays_and_columns_have_gaps_where_it_has_no_meaning():
    heights = [-1.0, 3.0]
    assert numpy.isnan(example(height=numpy.array(heights), factor=2.0)).tolist() == [True, False]
    frame = nw.from_native(polars.DataFrame({"height": heights}))
    assert frame.select(found=example(height=nw.col("height"), factor=2.0))["found"].to_list() == [None, 6.0]
    graph = Graph()
    assert example(height=graph.column(nw.col("height"), "height"), factor=2.0).nullable


@pytest.mark.parametrize(
    ("height", "factor", "reason"),
    [(-8.0, 1.0, "formula-undefined"), (0.0, 1.0, "zero-denominator"), (1e-300, 1e300, "formula-too-large")],
)
def test_what_has_no_value_says_why(height, factor, reason):
    @formula(cites="definition", zh="无界")
    def unbounded(height: Metres, factor: Ratio) -> Metres:
        """Example without ranges."""
        return factor / height * root(height)

    assert unbounded(height=height, factor=factor).reason == reason
    with pytest.raises(InputError):
        unbounded.of(height=f"{height} m", factor=f"{factor}")


def test_an_error_of_the_body_is_no_lack_of_a_value():
    @formula(cites="definition", zh="错")
    def wrong(height: Metres, temperature: Celsius) -> Metres:
        """Add a text."""
        return height + "1"

    with pytest.raises(TypeError):
        wrong(height=1.0, temperature=1.0)


def test_every_reason_has_a_text():
    assert all(known(each) for each in NO_VALUE)
    assert NoValueError("outside-formulation").reason in NO_VALUE


def test_what_lies_outside_within_a_formula_is_said_of_the_formula_that_was_asked():
    @formula(cites="definition", zh="外层")
    def outer(height: Metres, factor: Ratio) -> Metres:
        """Outer."""
        return example(height=height, factor=factor) + height

    with pytest.raises(InputError) as caught:
        outer.of(height="0 m", factor="2")
    assert [each.place for each in caught.value.problems] == ["outer"]
    assert caught.value.say("en") and caught.value.say("zh")
