import pickle

from attrs import frozen

from ecdcalc.model.keeping import Kept
from ecdcalc.model.packed import Packed


@frozen
class Thing(Kept):
    name: str
    parts: tuple[object, ...] = ()


def test_what_is_packed_comes_back_equal_and_what_is_shared_is_the_same():
    shared = Thing("table")
    packed = Packed(Thing("whole", (shared, Thing("part"))), (shared,))
    found = packed.unpacked()
    assert found == Thing("whole", (shared, Thing("part"))) and found.parts[0] is shared
    assert pickle.loads(pickle.dumps(packed)).unpacked() == found
