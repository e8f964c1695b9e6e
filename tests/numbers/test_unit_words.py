import pytest

from ecdcalc.numbers.unit_words import REFUSED, slip
from ecdcalc.numbers.units import vocabulary
from ecdcalc.words.texts import known


def test_what_is_refused_is_never_a_spelling():
    assert not set(REFUSED) & set(vocabulary())


@pytest.mark.parametrize("key", sorted(set(REFUSED.values())))
def test_every_word_has_a_sentence(key):
    assert known(key)


def test_what_is_no_slip_has_the_general_sentence():
    assert slip("coal") == "not-a-number"
