from ecdcalc.numbers.ops import at_least, at_most, first_of, missing, total, where
from ecdcalc.numbers.trace import Named, methods, used
from ecdcalc.numbers.units import unit

ONE = unit("1")


def named(**values):
    return [Named(name, value, ONE) for name, value in values.items()]


def test_the_text_of_the_arithmetic_keeps_its_brackets():
    a, b, c = named(a=6.0, b=2.0, c=1.0)
    assert ((a + b) * c / (a - b)).text == "(a + b) × c / (a − b)"
    assert (a / (b * c)).text == "a / (b × c)"
    assert (a - (b - c)).text == "a − (b − c)"
    assert (-(a + b)).text == "−(a + b)"
    assert (1 - a * b).text == "1 − a × b"


def test_each_input_is_used_once_in_the_order_it_is_named():
    a, b = named(a=6.0, b=2.0)
    assert used(a * b + a) == (a, b)


def test_the_branch_taken_is_told():
    a, b, c = named(a=6.0, b=2.0, c=missing("c"))
    chosen = where(a > b, a, b)
    assert (chosen.value, chosen.text) == (6.0, "a")
    preferred = first_of(c, b)
    assert (preferred.value, preferred.text) == (2.0, "b")


def test_a_number_at_a_bound_is_itself_and_beyond_it_the_bound():
    a, low = named(a=6.0, low=2.5)
    assert [at_least(a, each).text for each in (2.5, 6.0)] == ["a", "a"]
    assert [at_most(a, each).text for each in (6.0, 7.5)] == ["a", "a"]
    assert at_most(a, low).text == "low" and at_least(low, a).value == 6.0


def test_leaves_are_the_inputs_behind_a_result():
    a, b, c = named(a=6.0, b=2.0, c=3.0)
    middle = Named("middle", 8.0, ONE, formula=a + b)
    assert [leaf.text for leaf in Named("top", 24.0, ONE, formula=middle * c).leaves()] == ["a", "b", "c"]


def test_the_evidence_is_that_of_the_branch_taken():
    mass = Named("mass", 5.0, ONE, method="monitoring")
    gone = Named("mass", missing("mass"), ONE, method="monitoring")
    balance = Named("balance", 4.0, ONE, formula=named(a=2.0)[0] * 2, method="balance")
    assert methods(Named("x", 5.0, ONE, formula=first_of(mass, balance))) == ("monitoring",)
    assert methods(Named("x", 4.0, ONE, formula=first_of(gone, balance))) == ("balance",)
    assert methods(Named("x", 9.0, ONE, formula=mass + balance)) == ("monitoring", "balance")
    assert methods(Named("x", 4.0, ONE, formula=named(a=2.0)[0] * 2, method="factor")) == ("factor",)
    assert methods(mass) == ("monitoring",)


def test_a_sum_of_very_many_is_written_whole():
    """The text is made on demand, and a park of a thousand members does not go too deep for it."""
    many = named(**{f"x{number}": float(number) for number in range(3000)})
    whole = total(many)
    assert whole.value == sum(range(3000))
    assert whole.text.split(" + ") == [f"x{number}" for number in range(3000)]
    assert [each.text for each in whole.uses] == [each.text for each in many]
