import re

import pytest

from ecdcalc.model.process import fields_of
from ecdcalc.model.sector import sectors
from ecdcalc.read.words import carrier_of, carrier_words, field_words, measure_words, option_words, told
from ecdcalc.words.errors import NotFoundError
from ecdcalc.words.meaning import key_of

MANY = 100  # rows of the published tables of limits: their labels are their sources'


def classes():
    found = {}

    def walk(cls):
        if cls not in found:
            found[cls] = None
            for field in fields_of(cls).values():
                if field.part:
                    walk(field.part)

    for sector in sectors().values():
        for process in sector.processes:
            walk(process)
    return [*found]


def choices():
    return [(cls, field) for cls in classes() for field in fields_of(cls).values() if field.options]


@pytest.mark.parametrize(("cls", "field"), choices(), ids=lambda each: getattr(each, "key", None) or each.__name__)
def test_every_choice_has_a_chinese_word_that_leads_back(cls, field):
    if len(field.options) > MANY or re.match(r"el\d|gb", field.options[0]):
        pytest.skip("rows of published tables are named by their ids")
    words = option_words(field)
    for option in field.options:
        assert words[option][0] and words[option][0] != option
        assert key_of(words[option][0], [words]) == option


@pytest.mark.parametrize("cls", classes(), ids=lambda each: each.__name__)
def test_every_input_is_known_by_its_label(cls):
    words = field_words(cls)
    for field in fields_of(cls).values():
        assert key_of(field.zh, [words]) == field.key


def test_every_carrier_is_known_by_its_label():
    words = carrier_words()
    assert all(key_of(each[0], [words]) == id for id, each in words.items())


def test_every_measure_is_known_by_its_label():
    for sector in sectors().values():
        for process in sector.processes:
            words = measure_words(sector, process)
            assert all(key_of(each[0], [words]) == id for id, each in words.items())


def test_a_carrier_is_named_in_words_and_not_guessed():
    assert carrier_of("焦炉煤气") == "coke-oven-gas"
    assert carrier_of("raw-coal") == "raw-coal"
    with pytest.raises(NotFoundError, match="nitrogen-main") as refused:
        carrier_of("氮气")
    assert "多种含义" in refused.value.say("zh")
    with pytest.raises(NotFoundError, match="raw-coal"):
        carrier_of("raw-cola")


def test_options_are_told_in_words_with_their_keys():
    of = fields_of(sectors()["coking"].process("battery"))["quenching"]
    assert (told(of, of.options).say("en"), told(of, of.options).say("zh")) == ("wet, dry", "湿（wet）、干（dry）")
