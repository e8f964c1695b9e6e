import pickle

from ecdcalc.numbers.gathering import Gathering
from ecdcalc.numbers.ops import first_of, missing
from ecdcalc.numbers.trace import Named, leaves_of
from ecdcalc.numbers.units import unit

ONE = unit("1")


class Choosing(Gathering):
    def of_choice(self, choice):
        return frozenset({f"{choice.text} not {choice.passed[0].text}"})


def named(**values):
    return [Named(name, value, ONE) for name, value in values.items()]


def test_inputs_gather_what_they_tell_once():
    a, b, c = named(a=1.0, b=2.0, c=3.0)
    middle = Named("middle", 3.0, ONE, formula=a + b)
    asked = []

    def tell(leaf):
        asked.append(leaf.text)
        return leaf.text

    gathering = Gathering(tell)
    assert gathering.of(Named("top", 9.0, ONE, formula=middle * c)) == {"a", "b", "c"}
    assert gathering.of(Named("other", 4.0, ONE, formula=middle + a)) == {"a", "b"}
    assert sorted(asked) == ["a", "b", "c"]
    assert [leaf.text for leaf in leaves_of([middle, c, a])] == ["a", "b", "c"]


def test_a_choice_tells_what_was_taken_and_what_was_passed_wherever_it_stands():
    a, b, c = named(a=1.0, b=2.0, c=missing("c"))
    top = Named("top", 5.0, ONE, formula=b * (a + first_of(c, a * b, b)))
    assert Choosing(lambda leaf: leaf.text).of(top) == {"a", "b", "a × b not b"}
    assert Choosing(lambda leaf: leaf.text).of(pickle.loads(pickle.dumps(top))) == {"a", "b", "a × b not b"}
    whole = Named("top", 5.0, ONE, formula=first_of(c, a * b, b))
    assert Choosing(lambda leaf: leaf.text).of(whole) == {"a", "b", "a × b not b"}
    alone = Named("top", 5.0, ONE, formula=first_of(c, a))
    assert Choosing(lambda leaf: leaf.text).of(alone) == {"a"}
