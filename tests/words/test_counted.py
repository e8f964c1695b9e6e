import re

import pytest

from ecdcalc.words.counted import filled
from ecdcalc.words.labels import word
from ecdcalc.words.messages import TOPICS as MESSAGES
from ecdcalc.words.texts import say
from ecdcalc.words.vocabulary import TOPICS as WORDS

COUNTED = re.compile(r"\{(count|rows|processes|draws|measures|plants)\} [a-z]+s\b")


@pytest.mark.parametrize(
    ("count", "said"), [(1, "1 plant"), ("1", "1 plant"), (0, "0 plants"), ("1,200", "1,200 plants")]
)
def test_a_number_takes_the_word_for_so_many(count, said):
    assert filled("COD of {count:plant|plants}", {"count": count}) == f"COD of {said}"


def test_other_texts_are_filled_as_ever():
    assert filled("{found!r} is {share:.1f} %", {"found": "a", "share": 2.04}) == "'a' is 2.0 %"
    assert (
        filled("{found!r} of {count:row|rows}, {share:.1f}", {"found": "a", "count": 1, "share": 2})
        == "'a' of 1 row, 2.0"
    )


def test_one_is_not_many_on_the_screen():
    assert word("screen-not-of-plants", "en", names="COD", count=1) == "COD of 1 plant"
    assert word("screen-of-plants", "en", value="3 tce", count=1) == "1 plant saves 3 tce"
    assert word("screen-not-of-plants", "zh", names="COD", count=1) == "1 家的COD"
    assert say("input-has-problems", "en", count=1) == "the input has 1 mistake"
    assert say("table-done", "en", rows=1, out=1, aside=0, file="x.csv").startswith("1 row:")


def test_no_text_puts_a_count_before_a_plural_as_it_stands():
    texts = {key: text for topic in (*MESSAGES, *WORDS) for name in ("MESSAGES", "WORDS")
             for key, text in getattr(topic, name, {}).items()}  # fmt: skip
    assert [key for key, (english, _) in texts.items() if COUNTED.search(english)] == []
