"""What is given where a published value or an assumption would stand has the grade of whoever gives it, in every process.

Nothing here knows which inputs these are: an input is taken away, and if a result then rests on a published value that
it did not rest on before, the input stood in its place.
"""

import random

import pytest
from moves import PROCESSES, one

from ecdcalc.assessment.contract.totals import GRADES, Grades
from ecdcalc.model.outputs import evaluate
from ecdcalc.model.parts.carriers import carrier_class
from ecdcalc.model.process import Origin, changed, fields_of, lift
from ecdcalc.numbers.ops import Missing, missing
from ecdcalc.numbers.trace import leaves_of
from ecdcalc.read.record import with_defaults
from ecdcalc.reference.defaults import Context
from ecdcalc.testing import probe

LINES = "energy."
"""Lines of carriers are tried once for each way to measure one, and not for every process that takes them."""


@pytest.mark.parametrize("name", PROCESSES)
def test_what_stands_in_the_place_of_a_published_value_is_given(name):
    whole = typed(probe(PROCESSES[name][1], random.Random(name)))
    instead(whole, [path for path in optional(whole) if not path.startswith(LINES)])


@pytest.mark.parametrize("id", ("diesel", "natural-gas", "electricity", "heat", "steam"))
def test_what_is_measured_of_a_carrier_is_given(id):
    line = changed(probe(carrier_class(id), random.Random(id), full=True), carrier=id)
    user = probe(PROCESSES["equipment.boiler"][1], random.Random(id))
    whole = typed(changed(user, carriers={id: line}))
    found = instead(whole, [path for path in optional(whole) if path.startswith(LINES)])
    assert id not in ("diesel", "natural-gas") or f"{LINES}{id}.lhv" in found


def instead(whole, paths):
    """Return which of some inputs stand in the place of a published value, and hold the grades of all that rests on them."""
    after, found = states(whole), set()
    for path in paths if after else ():
        for output, (rests, _) in states(lift(whole, one(path, missing(path)), "")).items():
            if not rests <= after.get(output, (rests,))[0]:
                assert "given" in after[output][1], (path, output, sorted(rests - after[output][0]))
                found.add(path)
    return found


def typed(record):
    """Return a record of which every number is given that has no default."""
    values, origins = {}, {}
    for name, field in fields_of(type(record)).items():
        value = getattr(record, name)
        if field.kind == "quantity" and field.default is not None:
            values[name] = missing(field.key)
        elif field.kind == "quantity":
            origins[name] = Origin("given", "1")
        elif field.kind == "part":
            values[name] = typed(value)
        elif field.kind == "parts":
            values[name] = {id: typed(line) for id, line in value.items()}
    made = changed(record, origins=origins, **values)
    return with_defaults(made, Context(year=2025), first=True)


def optional(record):
    """Return the paths of the numbers that are there and need not be."""
    found = []

    def look(path, field, value, origin):
        if field.kind == "quantity" and field.optional and field.default is None and not isinstance(value, Missing):
            found.append(path)
        return value

    lift(record, look, "")
    return found


def states(record):
    """Return what is published, or assumed, below each output that is known, and the grades of what it rests on."""
    try:
        terms = evaluate(record)
    except (ZeroDivisionError, OverflowError):
        return {}
    grades = Grades()
    known = {name: term for name, term in terms.items() if not isinstance(term.value, Missing)}
    return {name: (published(term), grades.of(term) & {*GRADES}) for name, term in known.items()}


def published(term):
    return {
        leaf.text for leaf in leaves_of([term]) if leaf.origin and (leaf.origin.factor or leaf.origin.kind == "assumed")
    }
