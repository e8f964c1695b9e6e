import csv
import io

import pytest
from attrs import evolve

from ecdcalc.assessment.tables.columns import inputs_of
from ecdcalc.model.parts.account import PlantAccount
from ecdcalc.model.process import fields_of
from ecdcalc.model.sector import sectors
from ecdcalc.numbers.formula import outputs_of
from ecdcalc.numbers.units import unit
from ecdcalc.reference.conditions import condition
from ecdcalc.reference.files import data_text
from ecdcalc.reference.limits import LimitTable
from ecdcalc.reference.ranges import EVERY, USE, hard_bounds, narrower_of, of_limit, range_at, range_of, slip_of

CONDITIONAL = [*csv.DictReader(io.StringIO(data_text("ranges", "conditional.csv")))]
ROWS = [*csv.DictReader(io.StringIO(data_text("ranges", "plausible.csv"))), *CONDITIONAL]
CLAIMS = [(*each.strip().split(":", 1), row) for row in ROWS for each in row["inputs"].split(";")]
RELATED = ("all carriers", "entering", "CO2", "generated", "left", "flow and concentration", "energy")
CLASSES = [PlantAccount, *(cls for sector in sectors().values() for cls in sector.processes)]
INPUTS = {cls: inputs_of(cls) for cls in CLASSES}


@pytest.mark.parametrize(("process", "claim", "row"), CLAIMS, ids=[f"{each[0]}:{each[1]}" for each in CLAIMS])
def test_every_claim_is_of_a_process_and_in_its_kind_of_unit(process, claim, row):
    asked, found = unit(row["unit"]), []
    for cls, inputs in INPUTS.items():
        if process not in (EVERY, cls.about.key):
            continue
        outputs = outputs_of(cls)
        if claim == USE or (" / " in claim and claim.split(" / ")[1] in RELATED):  # of numbers that no path names
            found.append(True)
        elif claim.startswith("=") and " / " not in claim:
            found += [outputs[claim[1:]].unit.same_kind(asked)] if claim[1:] in outputs else []
        elif " / " in claim:
            sides = [_unit_of(side, inputs, outputs) for side in claim.split(" / ")]
            found += [_over(*sides) == dict(asked.dimension)] if None not in sides else []
        elif claim in inputs and inputs[claim].unit:  # in some processes a word has the same name
            found.append(inputs[claim].unit.same_kind(asked))
    assert found
    assert all(found)


def _unit_of(side, inputs, outputs):
    """Return the powers of a product; None where the process has not all of it."""
    powers = {}
    for factor in side.split(" * "):
        name = factor.removeprefix("1-")
        each = outputs.get(name[1:]) if name[0] == "=" else inputs.get(name)
        if each is None:
            return None
        assert name == factor or not each.unit.dimension  # only of a share is anything left
        for base, power in each.unit.dimension:
            powers[base] = powers.get(base, 0) + power
    return powers


def _over(above, below):
    powers = {name: above.get(name, 0) - below.get(name, 0) for name in above | below}
    return {name: power for name, power in powers.items() if power}


@pytest.mark.parametrize("row", ROWS, ids=[each["inputs"][:40] for each in ROWS])
def test_the_usual_lies_within_what_can_be_and_has_a_source(row):
    ends = [float(row[name]) for name in ("hard_low", "low", "high", "hard_high") if row[name]]
    assert ends == sorted(ends)
    assert row["source"]
    assert row["confidence"] in "ABC"
    assert row["refuse"] in ("", "yes")


@pytest.mark.parametrize("row", CONDITIONAL, ids=[f"{each['inputs']} {each['when']}" for each in CONDITIONAL])
def test_a_condition_names_a_word_of_a_choice(row):
    for process in {each.strip().partition(":")[0] for each in row["inputs"].split(";")}:
        for text in row["when"].split(" & "):
            asked = condition(text)
            words = [
                fields_of(cls)[asked.name].options
                for cls in INPUTS
                if cls.about.key == process and asked.name in fields_of(cls)
            ]
            assert words
            assert all(asked.value in each for each in words), text


def test_a_row_under_a_condition_takes_the_hard_bounds_of_the_one_for_all():
    found = next(each for each in narrower_of("fleet") if each.conditions[0].value == "heavy-truck")
    general = range_of("fleet", "=unit_energy")
    assert (found.range.hard_low, found.range.hard_high) == (general.hard_low, general.hard_high)
    assert general.low < found.range.low
    assert not narrower_of("no-such-process")


def test_a_row_of_a_process_wins_over_that_of_every_process():
    assert range_of("street-lighting", "hours").low == unit("h").base(3000)
    assert range_of("motor", "hours").low == unit("h").base(500)
    assert range_of("motor", "colour") is None
    assert range_at("converter[0].reporting.energy.converter-gas.lhv").high == unit("MJ/m3").base(9.6)
    assert range_at("converter") is None


def test_the_strictest_of_declared_and_hard_bounds_hold_and_zero_may_mean_none():
    assert hard_bounds("x", "energy.diesel.lhv", unit("kJ/kg"), ((">", 0),)) == ((">=", 36e3), ("<=", 46e3))
    assert hard_bounds("x", "hours", unit("h"), ((">", 0), ("<=", 8784))) == ((">", 0), ("<=", 8784))
    assert hard_bounds("coal-unit", "boiler_efficiency", unit("%"), ((">=", 0),)) == (
        (">=", 0),
    )  # of grade C: no refusal
    assert hard_bounds("sewage-works", "cod_in", unit("mg/L"), ((">=", 0),)) == ((">=", 0), ("<=", 3000.0))
    assert hard_bounds("x", "no_such", unit("%"), ()) == ()


def test_a_limit_lets_expect_a_third_to_three_times_and_below_zero_a_distance():
    for each in LimitTable():
        low, high = of_limit(each) or (0.0, 0.0)
        known = [each.unit.base(level) for level in each.levels if level is not None]
        assert all(low <= level <= high for level in known), each.id


@pytest.mark.parametrize(
    ("value", "low", "high", "of", "key", "times"),
    [
        (8000, 5, 9.6, "MJ/m3", "slip-kj", "1,000"),
        (132_000, 3, 2100, "mg/m3", "slip-mg", "1,000"),
        (1.4e6, 90, 220, "kgce/t", "slip-wan", "10,000"),
        (0.14, 90, 220, "kgce/t", "slip-thousand", "0.001"),
        (1.4e10, 90, 220, "kgce/t", "slip-yi", "1e+08"),
        (300, 90, 220, "kgce/t", None, None),
        (3000, 1, 45, "°C", None, None),
    ],
)
def test_a_slip_is_named_by_its_size_and_unit(value, low, high, of, key, times):
    read = unit(of)
    found = slip_of(read.base(value), read.base(low), read.base(high), read)
    assert (found.key, found.values["times"]) == (key, times) if key else found == ""


def test_a_limit_without_a_level_lets_expect_nothing():
    assert of_limit(evolve(next(iter(LimitTable())), levels=(None, None, None))) is None
