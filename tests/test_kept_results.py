"""What comes out of each process and each formula, as it was when somebody last looked.

That the numbers are right is shown by worked cases from elsewhere (`test_golden.py`, `equations/`); that none of them
changes unseen is shown here, for all of them, at inputs that nobody chose. A line has what is said in the first case,
to be read in a difference, and a digest of what is said in all. After a change on purpose, `python tests/test_kept_results.py`
writes the table anew; read the difference before it is kept, and name it in the changelog.
"""

import csv
import hashlib
import importlib
import pkgutil
import random
from functools import cache, partial
from itertools import chain
from pathlib import Path

import pytest
from moves import PROCESSES, handed, may_be_none, spoken, within

import ecdcalc.equations
import ecdcalc.model.parts
import ecdcalc.plugins
from ecdcalc.model.parts.carriers import COALS, NATURAL_GAS
from ecdcalc.model.process import changed, lift
from ecdcalc.numbers.formula import Formula
from ecdcalc.numbers.ops import Missing, missing
from ecdcalc.reference.factors import Factor
from ecdcalc.reference.ranges import ranges_of
from ecdcalc.testing import probe

TABLE = Path(__file__).parent / "golden" / "results.csv"
CASES = 60
DIGITS = 6
"""Digits that are compared: another machine may round the last of sixteen in another way."""


def case(of, cls, number):
    """Return a process with inputs that each rest on their own name and the number: a new one moves no other.

    In some cases all numbers are alike, since what is equal is where one side of a comparison ends.
    """
    usual = ranges_of(cls.about.key)
    lacking = (0.0, 0.15, 0.4, 0.75)[number % 4]

    def draw(path, field, value, _origin):
        dice = random.Random(f"{number} {path}")
        if field.optional and dice.random() < lacking:
            return value * missing(field.key) if field.unit else missing(field.key)
        if field.kind == "choice":
            return dice.choice(field.options)
        if field.unit is None:
            return value
        if number % 12 == 11:
            return within(field, field.unit.base(10))
        found, way = usual.get(path), dice.random()
        if way < 0.05 and may_be_none(field):
            return 0.0
        if way < 0.5 and found is not None:
            low = 0.0 if found.low is None else found.low
            return within(field, dice.uniform(low, 2 * low if found.high is None else found.high))
        drawn = field.unit.base(dice.uniform(*between(field)))
        return drawn if way < 0.6 else within(field, drawn * dice.choice((0.01, 0.1, 10, 100)))

    whole = whole_of(cls)
    lines = getattr(whole, "carriers", {})
    of_measures = [each.carrier for each in of.measures]
    some = {id: lines[id] for id in taken(lines, of_measures, number)}
    return lift(changed(whole, carriers=some) if lines else whole, draw, "")


def between(field):
    """Return two numbers in the unit of an input that it may lie between."""
    ends = {sign[0]: bound for sign, bound in field.bounds}
    high = ends.get("<", 50 + 2 * max(0, ends.get(">", 0)))
    return ends.get(">", min(0.5, high - abs(high) / 2)), high


@cache
def whole_of(cls):
    return probe(cls, random.Random(0), full=True)


def taken(lines, of_measures, number):
    """Return electricity and some carriers: a few of all, a few that most burn, or all that most burn and measures change."""
    dice = random.Random(number)
    common = [id for id in (*COALS, *NATURAL_GAS, "coke", "heat", *of_measures) if id in lines]
    ways = (dice.sample(sorted(lines), min(6, len(lines))), dice.sample(common, min(2, len(common))), common)
    return [id for id in lines if id in ways[number % 3] or id == "electricity"]


def told(value):
    """Return what is written of something said."""
    if isinstance(value, Missing):
        return f"{value.reason}({' '.join(sorted(value.names))})"
    if isinstance(value, frozenset):
        return told(sorted(value))
    if isinstance(value, Factor):
        return value.id
    if isinstance(value, (list, tuple)):
        return "(" + " ".join(map(told, value)) + ")"
    return f"{value:.{DIGITS}g}" if isinstance(value, float) and value else str(value or 0)


CHOSEN = ("default", "grading")
"""What chooses among published values, each under conditions."""


def possible(choices):
    """Return the published values whose conditions all hold, and those of which some are not known to hold."""
    some = [(conditions, value) for conditions, value in choices if all(each is not False for each in conditions)]
    return [value if all(each is True for each in conditions) else (conditions, value) for conditions, value in some]


def results_of(of, cls):
    """Return what is said of a process in all cases: each output, all of each other kind, all that a measure makes."""
    found = {}
    for number in range(CASES):
        record = case(of, cls, number)
        for key, value in chain(spoken(record, of), handed(record, of, partial(argument, number))):
            name = key if isinstance(key, str) else key[0]
            found.setdefault(name, []).append(told(possible(value) if name in CHOSEN else value))
    return found


def _formulas():
    packages = (ecdcalc.equations, ecdcalc.model.parts, ecdcalc.plugins)
    names = chain.from_iterable(pkgutil.walk_packages(each.__path__, f"{each.__name__}.") for each in packages)
    found = {}
    for each in names:
        for made in vars(importlib.import_module(each.name)).values():
            if isinstance(made, Formula):
                found[f"{made.__module__.removeprefix('ecdcalc.')}.{made.name}"] = made
    return found


def values_of(formula):
    """Return what a formula gives in all cases, most of them where it holds."""
    ends = {each.of: [each.unit.out(bound) for _, bound in each.bounds] for each in formula.ranges}
    for number in range(CASES):
        yield told(
            formula(**{name: argument(number, name, unit, ends.get(name)) for name, unit in formula.inputs.items()})
        )


def argument(number, name, unit, ends=()):
    dice = random.Random(f"{number} {name}")
    if ends and number % 6:
        return unit.base(dice.uniform(ends[0], ends[-1] if len(ends) > 1 else 3 * ends[0] + 1))
    return unit.base(dice.uniform(0.5, 50) * dice.choice((1, 1, 0.02, 30)))


FORMULAS = _formulas()
"""The formulas by where they stand."""


def digest(said):
    return hashlib.sha256("\n".join(said).encode()).hexdigest()[:12]


def rows():
    """Yield a row for each thing that is said."""
    for name, (of, cls) in PROCESSES.items():
        for what, said in results_of(of, cls).items():
            yield name, what, said[0], digest(said)
    for name, formula in FORMULAS.items():
        said = list(values_of(formula))
        yield "formula", name, said[0], digest(said)


def kept():
    with TABLE.open(encoding="utf-8", newline="") as file:
        return [tuple(row.values()) for row in csv.DictReader(file)]


KEPT = {}
for of, what, *rest in kept() if TABLE.exists() else ():
    KEPT.setdefault(of, {})[what] = rest


@pytest.mark.parametrize("name", [name for name in KEPT if name != "formula"])
def test_what_comes_out_is_what_came_out(name):
    now = {what: [said[0], digest(said)] for what, said in results_of(*PROCESSES[name]).items()}
    assert {what: now.get(what) for what in KEPT[name]} == KEPT[name]


@pytest.mark.parametrize("name", KEPT.get("formula", ()))
def test_what_a_formula_gives_is_what_it_gave(name):
    said = list(values_of(FORMULAS[name]))
    assert [said[0], digest(said)] == KEPT["formula"][name]


def test_the_table_is_of_everything():
    assert set(KEPT) == {*PROCESSES, "formula"} and set(KEPT["formula"]) == set(FORMULAS)


if __name__ == "__main__":
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([("of", "what", "first case", "all cases"), *rows()])
