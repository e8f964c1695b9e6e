import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecdcalc.model.parts.coal_quality import CoalQuality

shares = st.floats(0, 1)


def test_sulphur_and_ash_by_hand():
    # 1 % sulphur of which 15 % stays, 20 % ash of which 85 % stays: 17 kg SO2 and 30 kg PM per tonne
    coal = CoalQuality(sulphur=0.01, sulphur_kept=0.15, so2_per_sulphur=2.0, ash=0.2, ash_kept=0.85)
    assert 1000 * coal.so2_of_coal == pytest.approx(17)
    assert 1000 * coal.pm_of_coal == pytest.approx(30)


@given(shares, shares, shares, shares)
def test_no_more_leaves_than_is_in_the_coal(sulphur, kept, ash, ash_kept):
    coal = CoalQuality(sulphur=sulphur, sulphur_kept=kept, so2_per_sulphur=2.0, ash=ash, ash_kept=ash_kept)
    assert 0 <= coal.so2_of_coal <= 2 * sulphur
    assert 0 <= coal.pm_of_coal <= ash
