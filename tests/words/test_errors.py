import errno
import os
import pickle

import pytest

from ecdcalc.words.errors import (
    EcdcalcError,
    InputError,
    NotFoundError,
    Problem,
    UnitError,
    near,
    near_label,
    unreadable,
    unwritable,
)


def test_errors_speak_both_languages_and_keep_their_values():
    error = UnitError("unit-unknown", found="kwh", near="kWh")
    assert "kWh" in error.say("en")
    assert error.say("zh") != error.say("en")
    assert error.values == {"found": "kwh", "near": "kWh"}


@pytest.mark.parametrize(
    "error",
    [NotFoundError("plan-unknown", found="x", near="y"), InputError([Problem("a.b", "one-only", {"table": "x"})])],
)
def test_errors_survive_pickling(error):
    copy = pickle.loads(pickle.dumps(error))
    assert (type(copy), copy.say("zh")) == (type(error), error.say("zh"))


def test_errors_are_also_the_builtin_kind():
    assert issubclass(UnitError, ValueError)
    assert issubclass(NotFoundError, LookupError)
    assert issubclass(InputError, EcdcalcError)


@pytest.mark.parametrize(
    ("number", "reading", "writing"),
    [
        (errno.ENOENT, "no such file", "no such folder"),
        (errno.EISDIR, "is a folder", "is a folder"),
        (errno.EACCES, "no permission", "no permission"),
        (errno.EIO, os.strerror(errno.EIO), os.strerror(errno.EIO)),
    ],
)
def test_the_operating_system_is_put_into_words(number, reading, writing):
    error = OSError(number, os.strerror(number))
    assert reading in unreadable("x.toml", error).say("en")
    assert writing in unwritable("x.toml", error).say("en")
    assert unreadable("x.toml", error).say("zh").startswith("x.toml: ")


def test_the_near_word_minds_case_last():
    assert near("kwh", ["kWh", "MWh"]) == "kWh"
    assert near("xyzzy", ["kWh"]) is None


def test_a_word_that_is_too_long_is_near_to_nothing():
    """Of a word of up to 80 letters the nearest is looked for; more would take long and is meant for none."""
    assert near("x" * 80, ["x" * 79]) == "x" * 79
    assert near("x" * 81, ["x" * 79]) is None


CARRIERS = {"coke": "焦炭", "raw-coal": "原煤", "diesel": "柴油", "gasoline": "汽油", "steam": "蒸汽（按热量）"}


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("焦碳", "焦炭（coke）"),
        ("原媒", "原煤（raw-coal）"),
        ("蒸气", "蒸汽（steam）"),
        ("石油", "柴油（diesel）, 汽油（gasoline）"),
        ("炭焦", None),
        ("coke", None),
        ("电" * 90, None),
    ],
)
def test_a_slip_in_two_characters_is_told_what_it_may_be(word, meant):
    assert near_label(word, CARRIERS) == meant
