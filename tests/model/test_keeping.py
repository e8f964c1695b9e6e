import pickle

import pytest
from attrs import frozen

from ecdcalc.model import keeping
from ecdcalc.words.errors import InputError


@frozen
class Thing(keeping.Kept):
    name: str
    parts: tuple[object, ...] = ()


def test_parts_that_are_one_stay_one():
    shared = Thing("part")
    found = pickle.loads(pickle.dumps(Thing("whole", (shared, shared))))
    assert found == Thing("whole", (shared, shared)) and found.parts[0] is found.parts[1]


def test_another_version_is_named_in_both_languages(monkeypatch):
    whole = pickle.dumps(Thing("whole"))
    monkeypatch.setattr(keeping, "__version__", "99.0")
    with pytest.raises(InputError) as caught:
        pickle.loads(whole)
    assert all("99.0" in caught.value.say(lang) for lang in ("en", "zh"))
