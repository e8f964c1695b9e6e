import pickle

import pytest

from ecdcalc.errors import EcdcalcError, InputError, NotFoundError, Problem, UnitError, near


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


def test_the_near_word_minds_case_last():
    assert near("kwh", ["kWh", "MWh"]) == "kWh"
    assert near("xyzzy", ["kWh"]) is None
