"""Factors of the user's own are held against the same ranges in tables as in plant files."""

import polars
import pytest
from attrs import evolve

from ecdcalc import portfolio
from ecdcalc.assessment.tables.doubts import WARNINGS
from ecdcalc.model.sector import sectors
from ecdcalc.reference.factors import FactorTable
from ecdcalc.reference.ranges import range_of_factor
from tests.assessment.tables.test_doubts import check_same


@pytest.mark.parametrize(("id", "key"), [(sector, found.processes[0].about.key) for sector, found in sectors().items()])
def test_a_table_takes_the_factors_of_its_user_as_plant_files_do(id, key):
    check_same(id, key, FactorTable({each.id: each for each in unusual()}))


def unusual():
    """Yield a factor of the user's own for each of ours that has a range, beyond what is usual."""
    for factor in FactorTable():
        found = range_of_factor(factor.id)
        if found is not None and found.high is not None:
            yield evolve(factor, own=True, value=factor.unit.out(found.high * 1.02), low=None, high=None)


def test_only_rows_that_use_the_carrier_and_give_no_factor_of_their_own_are_warned_of():
    frame = polars.DataFrame(
        {
            "product [万t]": [10.0, 10.0, 10.0],
            "kind": ["gb31825-2024.paper.corrugating"] * 3,
            "energy.raw-coal [万t]": [3.0, None, 3.0],
            "energy.raw-coal.coal_factor [kgce/kg]": [None, None, 0.7],
        }
    )
    own = evolve(FactorTable().get("coal-2020/raw-coal.coal"), value=1.1, own=True)
    found = portfolio(frame, sector="light-industry", process="paper", year=2024, factors=FactorTable({own.id: own}))
    assert [bool(each and "coal_factor: 1.1 kgce/kg is unusual" in each) for each in found.results[WARNINGS]] == [
        True, False, False,
    ]  # fmt: skip
