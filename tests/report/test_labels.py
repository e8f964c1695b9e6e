import re

import pytest

from ecdcalc.report import labels
from ecdcalc.report.labels import amount, number, word


@pytest.mark.parametrize("key", sorted(labels._WORDS))
def test_every_word_is_in_both_languages(key):
    english, chinese = labels._WORDS[key]
    assert english
    assert re.search(r"[\u4e00-\u9fff]", chinese)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (161666.7, "161,667"),
        (2357.64, "2,357.64"),
        (0.0, "0"),
        (-221.22, "-221.22"),
        (1e-6, "1e-06"),
        (None, ""),
        (16_200_000, "16,200,000"),
    ],
)
def test_numbers_are_for_people(value, shown):
    assert number(value) == shown


def test_an_amount_has_its_unit():
    assert amount({"value": 520.0, "unit": "kgce/t"}) == "520 kgce/t"
    assert amount(None) == "–"


def test_an_unknown_word_is_shown_as_it_is():
    assert word("nothing", "zh") == "nothing"
