import pytest

from ecdcalc.numbers import kinds
from ecdcalc.numbers.formula import unit_of_hint

KINDS = {name: unit_of_hint(hint) for name, hint in vars(kinds).items() if unit_of_hint(hint)}


def test_one_unit_has_one_name():
    texts = [of.text for of in KINDS.values()]
    assert len(texts) == len(set(texts)), sorted({each for each in texts if texts.count(each) > 1})


@pytest.mark.parametrize("name", sorted(KINDS))
def test_every_kind_reads_its_own_unit(name):
    from ecdcalc.numbers.units import read_quantity

    assert read_quantity(f"1 {KINDS[name].text}", KINDS[name]).unit.same_kind(KINDS[name])
