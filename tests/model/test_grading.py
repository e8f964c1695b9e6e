from ecdcalc.model.grading import Grading
from ecdcalc.reference.defaults import factor


def test_a_grading_says_whether_it_corrects():
    product = factor("x/y")
    assert not Grading("unit_energy", product).corrects
    assert Grading("unit_energy", product, scale="altitude").corrects
    assert Grading("unit_energy", product, shifts=("", "a", "")).corrects
    assert Grading("unit_energy", product, value_shift="a").corrects
