"""Rows of a table are graded by the edition in force at the end of the period, and by the coming one."""

import polars
import pytest

from ecdcalc.assessment.tables.portfolio import portfolio

ROW = {
    "iron [t]": [1e6, 1e6], "feed_grade [%]": [60.0, 62.0], "energy.standard-coal [tce]": [425e3, 412e3],
}  # fmt: skip


@pytest.mark.parametrize(
    ("year", "now", "coming"),
    [(2022, ["3", "3"], ["not-qualified", "3"]), (2027, ["not-qualified", "3"], None)],
)
def test_the_edition_of_the_year(year, now, coming):
    found = portfolio(polars.DataFrame(ROW), sector="steel", process="blast-furnace", year=year, grid_year=2023).results
    assert found["grade.baseline.unit_energy"].to_list() == now
    assert f"limits={year}-12-31" in found["audit.editions"][0]
    if coming:
        assert found["grade-coming.baseline.unit_energy"].to_list() == coming
    else:
        assert not [name for name in found.columns if name.startswith("grade-coming")]
