"""Every row of the factor sets is offered by something, or listed in `unused.csv` with the reason why not.

Offered is what an input takes by default or by a word that can be chosen, what a measure takes, and what the package
looks up by name. A new row that nothing uses fails here.
"""

import inspect
import re
from itertools import product
from pathlib import Path
from types import SimpleNamespace

import pytest
from attrs import evolve

import ecdcalc
from ecdcalc.assessment import corrections
from ecdcalc.model.parts.carriers import carrier_class, carrier_kinds
from ecdcalc.model.parts.carriers.kinds import OfCarrier
from ecdcalc.model.process import Record, fields_of
from ecdcalc.model.sector import sectors
from ecdcalc.reference.defaults import COAL_EDITIONS, Context, Published
from ecdcalc.reference.factors import FactorTable, factor_set, set_names
from ecdcalc.reference.unused import unused, why_unused

SOURCE = Path(ecdcalc.__file__).parent
YEARS = range(2005, 2031)


def classes():
    """Every record class of the processes, of the carriers and of the corrections, parts included."""
    waiting = [process for each in sectors().values() for process in each.processes]
    waiting += [carrier_class(id) for id in carrier_kinds()]
    waiting += [cls for _, cls in inspect.getmembers(corrections, inspect.isclass) if issubclass(cls, Record)]
    found = set()
    while waiting:
        cls = waiting.pop()
        if cls not in found:
            found.add(cls)
            waiting += [field.part for field in fields_of(cls).values() if field.part]
    return found


def taken_by(default, fields):
    """The ids that a default may take."""
    if isinstance(default, Published):
        return {id for _, id in default.choices}
    if isinstance(default, OfCarrier):
        cases = (
            default.cases(SimpleNamespace(carrier=kind), Context(year=year, coal_edition=edition, co2_guide=guide))
            for kind, edition, guide, year in product(
                carrier_kinds(),
                COAL_EDITIONS,
                ("ndrc", "mee", "provincial"),
                YEARS if default.what == "primary" else (2022,),
            )
        )
    elif word := getattr(default, "by", ""):
        cases = (default.cases(SimpleNamespace(**{word: option}), Context()) for option in fields[word].options)
    else:
        nothing = Record()
        try:
            cases = [default.cases(nothing, Context(year=year)) for year in YEARS]
        except AttributeError:  # looked up from other inputs: a property, no row
            return set()
    return {id for each in cases for _, id in each if isinstance(id, str)}


def offered():
    found = set()
    for cls in classes():
        fields = fields_of(cls)
        for field in fields.values():
            if field.default is not None:
                found |= taken_by(field.default, fields)
    for each in sectors().values():
        for measure in each.measures:
            for default in measure.defaults.values():
                found |= {id for _, id in default.choices}
    text = "".join(path.read_text("utf-8") for path in SOURCE.rglob("*.py"))
    found |= set(re.findall(r'"([a-z][a-z0-9-]*/[A-Za-z0-9.-]+)"', text))
    # looked up by place and year, which are words of the plant file
    found |= {each.id for each in factor_set("grid").values() if each.id[-4:].isdigit()}
    return found


@pytest.fixture(scope="module")
def used():
    return offered()


@pytest.fixture(scope="module")
def listed():
    return {row.id for row in FactorTable() if why_unused(row, "en")}


@pytest.mark.parametrize("name", set_names())
def test_every_row_is_offered_or_listed_with_the_reason(name, used, listed):
    orphans = [each.id for each in factor_set(name).values() if each.id not in used | listed]
    assert orphans == []


@pytest.mark.parametrize("listing", unused(), ids=lambda each: each.patterns[0])
def test_what_is_listed_as_unused_is_there_and_is_unused(listing, used):
    assert listing.en and listing.zh
    for pattern in listing.patterns:
        meant = {row.id for row in FactorTable() if evolve(listing, patterns=(pattern,)).holds(row)}
        assert meant - used, f"{pattern} is no row, or something uses it"


def test_a_row_that_nothing_takes_is_seen(used, listed):
    assert "voc/vf137" in used - listed  # by the choice of a source
    assert "coal-petro/low-temp-heat.coal" in used  # by a carrier
    assert "nox-control/ne009" in used  # by the name of a device
    assert "co2-mee/coke.factor" in listed - used


def test_the_reason_is_told_beside_the_row():
    row = FactorTable().get("grid/north-2019-om")
    assert why_unused(row, "zh").startswith("减排项目")
    assert why_unused(row, "en") != why_unused(row, "zh")
    assert why_unused(FactorTable().get("voc/vf137"), "en") == ""
    assert why_unused(evolve(row, own=True), "en") == ""
