"""A new project and the reductions found for it, of the two sectors that ask for it."""

import pytest

from ecdcalc import assess


@pytest.mark.parametrize("sector", ["environment", "two-high"])
def test_reductions_over_emission(sector):
    """150 t found for 120 t approved: 1.25, as the plan counts it (four, two)."""
    source = {"pollutant": "nox", "ambient": "fails", "emission": "120 t", "reductions": "150 t"}
    result = assess({"sector": sector, "year": 2025, "offset": [source]})
    assert result["offset[0]"].ratio.after.value == pytest.approx(1.25)
