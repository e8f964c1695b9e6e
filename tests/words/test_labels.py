import re
from pathlib import Path

import pytest

from ecdcalc.words import labels
from ecdcalc.words.labels import amount, field, joined, number, unit_word, word


@pytest.mark.parametrize("key", sorted(labels._WORDS))
def test_every_word_is_in_both_languages(key):
    english, chinese = labels._WORDS[key]
    assert english
    assert re.search(r"[\u4e00-\u9fff]", chinese)


ASKED = re.compile(r'\bword\("([^"{]+)", (?:self\.)?lang|\bself\._words?\(((?:"[^"]+",?\s*)+)')


def test_every_word_that_is_asked_for_is_there():
    """A key without an entry would be shown as it is, in the midst of Chinese."""
    asked = {
        key
        for file in (Path(labels.__file__).parents[1]).rglob("*.py")
        for one, several in ASKED.findall(file.read_text(encoding="utf-8"))
        for key in [one, *re.findall(r'"([^"]+)"', several)]
        if key
    }
    assert len(asked) > 200
    assert {each for key in asked for each in key.split()} - {*labels._WORDS} == set()


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
    assert amount({"value": 520.0, "unit": "kgce/t"}, "en") == "520 kgce/t"
    assert amount({"value": 1.5, "unit": "1"}, "zh") == "1.5"
    assert amount({"value": 2.0, "unit": "item"}, "en") == "2"
    assert amount({"value": 2.0, "unit": "item"}, "zh") == "2 个"
    assert amount(None, "en") == "–"


def test_a_unit_of_words_is_in_the_language_of_the_reader():
    assert unit_word("CNY", "zh") == "元"
    assert unit_word("CNY/a", "zh") == "元/年"
    assert unit_word("kgce/item", "zh") == "kgce/个"
    assert unit_word("kgce/item", "en") == "kgce/item"
    assert unit_word("kgce/t", "zh") == "kgce/t"
    assert unit_word("tce/万元", "zh") == "tce/万元"
    assert unit_word("tce/万元", "en") == "tce/10^4 CNY"
    assert unit_word("亿元", "en") == "10^8 CNY"
    assert unit_word("万person", "zh") == "万人"
    assert unit_word("万person", "en") == "10^4 persons"
    assert unit_word("万t", "zh") == "万t"


def test_running_text_has_the_marks_of_its_language():
    assert joined(["NOx", "VOC"], "en") == "NOx, VOC"
    assert joined(["氮氧化物", "氨氮"], "zh") == "氮氧化物、氨氮"
    assert field("year", 2025, "zh") == "年份：2025"


def test_an_unknown_word_is_shown_as_it_is():
    assert word("nothing", "zh") == "nothing"
