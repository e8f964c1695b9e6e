import re

import pytest

from ecdcalc.numbers.text_numbers import NUMBER


@pytest.mark.parametrize(
    ("text", "is_one"), [("1,234.5", True), ("1,23", False), (".5", True), ("inf", False), ("1e3", True)]
)
def test_what_a_number_is(text, is_one):
    assert bool(re.fullmatch(NUMBER, text)) == is_one
