"""Grades and gaps of rows: the smallest level that is met, limits that lack a level, a user's own limits."""

import polars
import pytest

from ecdcalc.assessment.tables.portfolio import portfolio
from ecdcalc.reference.limits import load_own_limits

OPTIONS = {"sector": "coking", "process": "battery", "year": 2025, "grid_year": 2023}
ROW = {
    "coke [t]": [1e6] * 3, "charging": ["stamp"] * 3, "quenching": ["dry"] * 3, "mixed_gas [%]": [0.0] * 3,
    "volatile_matter [%]": [25.0] * 3, "moisture [%]": [10.5] * 3, "oven_age [a]": [1.0, 1.0, None],
    "energy.coking-coal [t]": [1_091_000.0, 1_097_000.0, 1_091_000.0],
    "energy.coking-coal.coal_factor [kgce/kg]": [1.0] * 3, "energy.coking-coal.co2_lhv [MJ/kg]": [33.0] * 3,
}  # fmt: skip
"""Base limits as they stand (no correction applies): 1 091 000 − 971 400 tce over 1e6 t are 119.6 kgce/t."""


def grades(levels, tmp_path, **options):
    file = tmp_path / "own.csv"
    file.write_text(
        f"id,unit,level1,level2,level3,standard\ngb21342-2025.coke.stamp-charging,kgce/t,{levels},own\n",
        encoding="utf-8",
    )
    answer = portfolio(polars.DataFrame(ROW), **OPTIONS, **options, limits=load_own_limits(file))
    return answer.results["grade.baseline.unit_energy"].to_list()


@pytest.mark.parametrize(
    ("levels", "wanted"),
    [
        ("110,119.6,130", ["2", "3", "incomplete"]),  # what meets it to the last digit meets it
        ("110,115,120", ["3", "not-qualified", "incomplete"]),  # level 1 is corrected by the age of the ovens
        (",119.6,130", ["2", "3", "2"]),  # no level 1: nothing to correct by the age
        ("110,119.6,", ["2", "incomplete", "incomplete"]),
    ],
)
def test_the_smallest_level_that_is_met(levels, wanted, tmp_path):
    assert grades(levels, tmp_path) == wanted


def test_a_gap_above_zero_is_still_missing(tmp_path):
    plan = tmp_path / "plan.toml"
    plan.write_text(
        """id = "x"
zh = "例"
en = "Example"
base_year = 2020
target_year = 2025
document = "x"
[[target]]
id = "t1"
clause = "1"
sector = ["coking"]
zh = "单位能耗"
en = "energy per tonne"
type = "binding"
direction = "<="
limit = "120 kgce/t"
scope = "plant"
indicator = "battery.unit_energy"
op = "<="
when = ["charging == stamp"]
""",
        encoding="utf-8",
    )
    frame = polars.DataFrame(ROW).with_columns(charging=polars.Series(["stamp", "stamp", "top"]))
    gaps = portfolio(frame, **OPTIONS, plan=str(plan)).results["gap.T1 [kgce/t]"].to_list()
    assert gaps == [pytest.approx(-0.4), pytest.approx(5.6), None]


def test_nothing_saved_has_no_sign():
    columns = {**ROW, "new": [True, False, True], "energy.electricity [kWh]": [0.0] * 3}
    answer = portfolio(polars.DataFrame(columns), **OPTIONS).results
    for name, column in zip(answer.columns, answer.get_columns(), strict=True):
        if column.dtype == polars.Float64:
            assert not any(str(each) == "-0.0" for each in column), name
    assert answer["saved.electricity [kWh]"].to_list() == [0.0] * 3
