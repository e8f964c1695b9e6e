"""Every row of the factor sets is offered by something, or listed in `unused.csv` with the reason why not.

Offered is what an input takes by default or by a word that can be chosen, what a measure takes, and what the package
looks up by name. A new row that nothing uses fails here.
"""

import csv
import inspect
import re
from fnmatch import fnmatchcase
from itertools import product
from pathlib import Path
from types import SimpleNamespace

import pytest

import ecdcalc
from ecdcalc.assessment import corrections
from ecdcalc.model.parts.carriers import carrier_class, carrier_kinds
from ecdcalc.model.parts.carriers.kinds import OfCarrier
from ecdcalc.model.process import Record, fields_of
from ecdcalc.model.sector import sectors
from ecdcalc.reference.defaults import COAL_EDITIONS, Context, Published
from ecdcalc.reference.factors import factor_set, set_names
from ecdcalc.reference.files import data_text

SOURCE = Path(ecdcalc.__file__).parent
YEARS = range(2005, 2031)


def unused():
    return list(csv.DictReader(data_text("unused.csv").splitlines()))


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


def meant_by(row):
    """The ids that a row of the list is about: patterns of ids, of some pollutants where it says so."""
    patterns, pollutants = row["rows"].split(), row["pollutants"].split()
    return {
        each.id
        for name in {pattern.partition("/")[0] for pattern in patterns}
        for each in factor_set(name).values()
        if any(fnmatchcase(each.id, pattern) for pattern in patterns)
        and (not pollutants or each.pollutant in pollutants)
    }


@pytest.fixture(scope="module")
def listed():
    return {id for row in unused() for id in meant_by(row)}


@pytest.mark.parametrize("name", set_names())
def test_every_row_is_offered_or_listed_with_the_reason(name, used, listed):
    orphans = [each.id for each in factor_set(name).values() if each.id not in used | listed]
    assert orphans == []


@pytest.mark.parametrize("row", unused(), ids=lambda row: row["rows"][:40])
def test_what_is_listed_as_unused_is_there_and_is_unused(row, used):
    assert row["en"] and row["zh"]
    for pattern in row["rows"].split():
        assert meant_by({**row, "rows": pattern}) - used, f"{pattern} is no row, or something uses it"


def test_a_row_that_nothing_takes_is_seen(used, listed):
    assert "voc/vf137" in used - listed  # by the choice of a source
    assert "coal-petro/low-temp-heat.coal" in used  # by a carrier
    assert "nox-control/ne009" in used  # by the name of a device
    assert "co2-mee/coke.factor" in listed - used
