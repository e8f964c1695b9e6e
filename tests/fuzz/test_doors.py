"""A short run with fixed seeds at every door; the long one is `python -m tests.fuzz --count N`."""

import contextlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ecdcalc.words.errors import EcdcalcError

from .inputs import DOORS


@pytest.mark.parametrize("door", sorted(DOORS))
@settings(max_examples=30, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_every_input_is_answered_or_refused_in_our_own_words(door, data):
    with contextlib.suppress(EcdcalcError):
        DOORS[door](data)
