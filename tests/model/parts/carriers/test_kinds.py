import pytest

from ecdcalc.model.parts.carriers.kinds import OfCarrier, carrier_kinds
from ecdcalc.reference.defaults import Context
from ecdcalc.reference.factors import FactorTable


class Line:
    carrier = "diesel-litre"


def test_a_carrier_has_both_labels():
    kind = carrier_kinds()["compressed-air"]
    assert (kind.label("en"), kind.label("zh")) == ("Compressed air", "压缩空气")


@pytest.mark.parametrize(
    ("what", "id"),
    [("coal", "coal-2020/diesel.coal"), ("density", "carriers/diesel-litre.density"), ("lhv", "co2-ndrc/diesel.lhv")],
)
def test_a_liquid_by_volume_takes_the_factors_of_its_mass(what, id):
    assert OfCarrier(what).cases(Line(), Context()) == (((), id),)


def test_every_named_row_is_there():
    table = FactorTable()
    for kind in carrier_kinds().values():
        if kind.density:
            assert table.get(f"{kind.density}.density").base
        if kind.fossil:
            assert table.get(kind.fossil).base == 0
