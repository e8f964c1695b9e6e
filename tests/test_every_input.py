"""No input is there for nothing: each moves a result, or its class says that it is kept for the record."""

import random

import pytest
from moves import PROCESSES, differs, one, others, spoken, unmoving, unmoving_of_line

from ecdcalc.model.parts.carriers import carrier_kinds
from ecdcalc.model.process import is_for_the_record, lift, walk
from ecdcalc.testing import probe

PROBES = 1000
"""How many worked cases are tried before an input is said to move nothing; most are seen to in the first few."""


@pytest.mark.parametrize("name", PROCESSES)
def test_every_input_moves_something(name):
    of, cls = PROCESSES[name]
    assert not unmoving(of, cls, PROBES)


@pytest.mark.parametrize("id", carrier_kinds())
def test_every_input_of_a_carrier_moves_something(id):
    assert not unmoving_of_line(id, PROBES)


@pytest.mark.parametrize("name", PROCESSES)
def test_what_a_process_keeps_for_the_record_moves_nothing(name):
    of, cls = PROCESSES[name]
    for number in range(4):
        dice = random.Random(number)
        before, says = probe(cls, dice, full=number == 0), [None]
        for path, owner, field_name, field in walk(before, ""):
            if owner is before and is_for_the_record(cls, field.key):
                for new in others(field, getattr(owner, field_name), dice):
                    assert not differs(before, lift(before, one(path, new)), (spoken,), of, says), path
