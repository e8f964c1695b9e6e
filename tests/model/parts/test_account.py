import pytest

from ecdcalc.model.parts.account import BaseYear, PlantAccount


def test_the_reduction_is_against_the_base_year():
    # 40 000 tce on 2 亿元 is 2 tce/万元; base 50 000 on 2 亿元 is 2.5; 1 − 2/2.5 = 20 %
    account = PlantAccount(value_added=2e8, members_energy=4e7, base=BaseYear(year=2020.0, energy=5e7, value_added=2e8))
    assert account.intensity_reduction == pytest.approx(0.2)
    assert PlantAccount.intensity.unit.out(account.intensity) == pytest.approx(2)
