import pytest

from ecdcalc.model.parts.stacks import at_reference_oxygen
from ecdcalc.numbers.formula import formula, output, outputs_of
from ecdcalc.numbers.kinds import Metres, Share
from ecdcalc.plugins.coking.battery import CokeBattery
from ecdcalc.plugins.coking.corrections import oven_age, stamp_charged, top_charged
from ecdcalc.testing import prove_formula
from ecdcalc.words.errors import InputError, PluginError


def test_the_door_reads_texts_and_gives_the_declared_unit():
    # GB 13271-2014 5.2: C × (21 − 9)/(21 − 12) = 150 × 12/9 = 200
    value = at_reference_oxygen.of(
        concentration="150 mg/m3", oxygen="12 %", reference_oxygen="9 %", oxygen_in_air="21 %"
    )
    assert (value.value, value.unit) == (pytest.approx(200), "mg/m3")


def test_all_mistakes_of_a_call_are_told_at_once():
    with pytest.raises(InputError) as error:
        at_reference_oxygen.of(concentration="150 kg", oxygen="12 %", oxigen="3 %")
    assert {problem.place for problem in error.value.problems} == {
        "concentration", "reference_oxygen", "oxygen_in_air", "oxigen",
    }  # fmt: skip


@pytest.mark.parametrize(
    "each", [at_reference_oxygen, top_charged, stamp_charged, oven_age], ids=lambda each: each.name
)
def test_free_formulas_are_proved(each):
    ranges = {
        "oxygen": (3, 18),
        "reference_oxygen": (3, 18),
        "oxygen_in_air": (21, 21),
        "volatile_matter": (26, 27),
        "age": (1, 40),
    }
    assert prove_formula(each, **ranges) == []


def test_a_formula_that_mixes_dimensions_does_not_pass():
    @formula(cites="definition", zh="错")
    def wrong(height: Metres, share: Share) -> Metres:
        """Add a height to a share."""
        return height + share

    assert prove_formula(wrong) or pytest.fail("the proof let it through")


def test_a_stray_thousand_does_not_pass():
    @formula(cites="definition", zh="错")
    def wrong(height: Metres) -> Metres:
        """Divide by a thousand."""
        return height / 1000

    assert any("1000" in each for each in prove_formula(wrong))


def test_outputs_are_computed_once_and_read_as_numbers():
    assert isinstance(outputs_of(CokeBattery)["unit_energy"].unit.factor, float)
    assert list(outputs_of(CokeBattery)).count("energy") == 1


def test_a_formula_says_which_of_its_arguments_or_whether_its_result_has_no_unit():
    @formula(cites="definition", zh="无")
    def bare(height: Metres, count) -> Metres:
        """Return the height."""
        return height * count

    with pytest.raises(PluginError) as refused:
        _ = bare.inputs
    assert (refused.value.key, refused.value.values["formula"], refused.value.values["argument"]) == (
        "formula-without-unit", "bare", "count",
    )  # fmt: skip

    class Of:
        @output(zh="无")
        def result(self):
            """Return a number of no unit."""

    with pytest.raises(PluginError) as refused:
        _ = outputs_of(Of)["result"].unit
    assert refused.value.values["argument"] == "return"
