import pytest

from ecdcalc.assessment.region.result import Difference


def test_rounding_of_a_sum_is_no_difference():
    assert Difference("city", "gdp", 1.0, 1.0 + 1e-15, ()).amount == 0
    assert Difference("city", "gdp", 1.0, 0.9, ("county",)).amount == pytest.approx(0.1)
