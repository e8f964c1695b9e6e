"""The kit must find what it is for: each breach of the contract, made on purpose."""

import math

import pytest
from attrs import evolve

from ecdcalc.model.grading import Grading
from ecdcalc.model.laws import Law
from ecdcalc.model.measure import measure
from ecdcalc.model.parts.carriers import EnergyUse
from ecdcalc.model.process import Process, process, quantity
from ecdcalc.model.sector import sector
from ecdcalc.numbers.formula import output
from ecdcalc.numbers.kinds import Days, KgcePerTonne, KgPerTonne, Share, Tonnes
from ecdcalc.reference.defaults import assumed, factor, one_of
from ecdcalc.testing import problems_of

NONE = dict.fromkeys(("cod", "nh3n", "nox", "voc", "so2", "pm"), "no-source-class")
GOOD = sector("coking")


def measure_breaches(made, *processes):
    told = problems_of(evolve(GOOD, processes=processes, measures=(made,)))
    return [each.removeprefix("measure motor-system-optimisation: ") for each in told if each.startswith("measure ")]


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


SUPPLY = "gb21258-2024.supply.1"
"""A limit per kWh of electricity sent out, which no output per tonne is held against."""


@process(key="kiln", zh="", activity="clinker", absent=NONE)
class Careless(EnergyUse, Process):
    """Kiln."""

    gradings = (Grading("per_tonne", one_of(("", SUPPLY)), scale="no_scale"),)
    laws = (
        Law("lime", "<=", "energy", "no-such-law"),
        Law("lime", "<=", "mud", "water-above-all"),
        Law("lime", "<", "0", "water-above-all"),
    )
    lime: Tonnes = quantity(zh="石灰", en="Lime", gt=0)
    days: Days = quantity(zh="天数", en="Days", default=assumed("330 d", "no-such-reason"))

    @output(zh="")
    def per_tonne(self) -> KgcePerTonne:
        return self.energy / self.lime

    @output(zh="根")
    def rooted(self) -> KgcePerTonne:
        """With what only floats can do."""
        return self.energy / self.lime * math.sqrt(0)

    @output(zh="一")
    def bare(self) -> KgcePerTonne:
        """A number of no unit."""
        return 1

    @output(zh="看")
    def peeking(self) -> KgcePerTonne:
        """The magnitude is 1000 times smaller in tonnes than in kilograms."""
        return self.energy / self.lime * getattr(self.lime, "magnitude", self.lime)


@pytest.fixture(scope="module")
def careless():
    return list(problems_of(evolve(GOOD, processes=(Careless,), measures=())))


@pytest.mark.parametrize(
    "told",
    [
        "kiln: needs a label in both languages",
        "kiln.per_tonne: needs a label in both languages",
        "kiln.per_tonne: needs a docstring",
        "kiln.days: the assumption 'no-such-reason' has no text",
        "kiln: the activity 'clinker' is no input",
        "kiln.rooted: math (line 4): use the operations of ops.py",
        "kiln: grading by 'no_scale', which is no output",
        f"kiln: the limit {SUPPLY} is in gce/kWh",
        "kiln: the law lime <= energy compares nothing",
        "kiln: the law lime <= mud compares nothing",
        "kiln: the law lime < 0 compares nothing",
        "kiln: the law has no text 'no-such-law'",
        "kiln: bare: it has no unit, declared is kgce/t",
    ],
)
def test_each_carelessness_is_told(careless, told):
    assert told in careless


def test_a_body_that_looks_at_magnitudes_gives_two_answers(careless):
    assert any(each.startswith("kiln: peeking: ") and each.endswith(" on quantities") for each in careless)
    assert not any("per_tonne: its" in each or "per_tonne: it has" in each for each in careless)


class Elsewhere(EnergyUse, Process):
    """What no process of the sector is."""


def test_measures_that_fit_nothing_or_have_stray_defaults_are_told():
    @measure("cm-motor-system", on=Elsewhere, carrier="electricity", sparing=factor("ports/dust"))
    def drives(process: Elsewhere, *, saving: Share) -> Elsewhere:
        return process

    assert measure_breaches(drives) == [
        "a default for 'sparing', which is no parameter",
        "no process of the sector is a Elsewhere",
    ]


def test_a_measure_that_looks_at_magnitudes_is_told():
    @measure("cm-motor-system", on=Careless)
    def peeking(kiln: Careless, *, saving: Share) -> Careless:
        return evolve(kiln, lime=kiln.lime * getattr(kiln.lime, "magnitude", kiln.lime))

    assert any(
        each.startswith("per_tonne: ") and "on quantities" in each for each in measure_breaches(peeking, Careless)
    )
