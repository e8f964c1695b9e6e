"""The kit must find what it is for: each breach of the contract, made on purpose."""

from attrs import evolve

from ecdcalc.model.parts.carriers import EnergyUse
from ecdcalc.model.process import Process, process, quantity
from ecdcalc.model.sector import sector
from ecdcalc.numbers.formula import output
from ecdcalc.numbers.kinds import KgcePerTonne, KgPerTonne, Tonnes
from ecdcalc.reference.defaults import factor
from ecdcalc.testing import problems_of

NONE = dict.fromkeys(("cod", "nh3n", "nox", "voc", "so2", "pm"), "no-source-class")
GOOD = sector("coking")


def breaches(cls):
    return "\n".join(problems_of(evolve(GOOD, processes=(cls,), measures=())))


def test_a_good_sector_has_none():
    assert list(problems_of(GOOD)) == []


def test_wrong_units_literals_and_branches_are_found():
    @process(key="kiln", zh="窑", activity="lime", absent=NONE)
    class Kiln(EnergyUse, Process):
        """Kiln."""

        lime: Tonnes = quantity(zh="石灰", en="Lime", gt=0)

        @output(zh="一")
        def inverted(self) -> KgcePerTonne:
            """The wrong way round."""
            return self.lime / self.energy

        @output(zh="二")
        def stray(self) -> KgcePerTonne:
            """A stray number."""
            return self.energy / self.lime / 1000

        @output(zh="三")
        def branching(self) -> KgcePerTonne:
            """A branch on a value."""
            return self.energy / self.lime if self.lime > 0 else 0

        @output(zh="四", cites="no-such-document#1")
        def uncited(self) -> KgcePerTonne:
            """Without a document."""
            return self.energy / self.lime

    found = breaches(Kiln)
    assert "inverted: its unit is" in found
    assert "1000" in found
    assert "branch" in found
    assert "no-such-document" in found


def test_missing_labels_defaults_and_reasons_are_found():
    @process(key="kiln", zh="窑", absent={"cod": "no-such-text"})
    class Kiln(EnergyUse, Process):
        """Kiln."""

        lime: Tonnes = quantity(zh="", en="Lime", default=factor("nox/none"))
        other: KgPerTonne = quantity(zh="别", en="Other", default=factor("coal-2020/raw-coal.coal"))

    found = breaches(Kiln)
    assert "label in both languages" in found
    assert "no factor nox/none" in found
    assert "the factor coal-2020/raw-coal.coal is in kgce/kg" in found
    assert "no-such-text" in found
    assert "neither an output nox" in found


def test_a_template_that_does_not_run_is_found():
    assert any("template" in each for each in problems_of(evolve(GOOD, template="[[battery]]")))
