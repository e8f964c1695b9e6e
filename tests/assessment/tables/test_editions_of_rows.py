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


def test_a_clinker_line_of_2021_is_compared_at_standard_strength_where_it_is_known():
    rows = {
        "clinker [万t]": [100.0, 100.0], "altitude [m]": [300.0, 300.0], "strength [MPa]": [60.0, None],
        "energy.raw-coal [万t]": [14.0, 14.0], "energy.raw-coal.lhv [MJ/kg]": [22.0, 22.0],
        "energy.electricity [万kWh]": [5000.0, 5000.0], "waste_heat_power [kWh]": [0.0, 0.0],
    }  # fmt: skip
    found = portfolio(polars.DataFrame(rows), sector="building-materials", process="clinker", year=2021, grid_year=2023)
    assert found.results["grade.reporting.unit_energy"].to_list() == ["1", "2"]
