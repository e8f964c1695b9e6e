import polars
import pytest
from polars.testing import assert_frame_equal

from ecdcalc.assessment.tables.invented import _ends, invented, write_invented
from ecdcalc.assessment.tables.portfolio import portfolio
from ecdcalc.model.process import fields_of
from ecdcalc.model.sector import sectors


def test_invented_rows_are_mostly_good_and_the_same_for_the_same_seed():
    frame = invented("coking", "battery", 50)
    assert_frame_equal(frame, invented("coking", "battery", 50))
    assert not frame.equals(invented("coking", "battery", 50, seed=2))
    result = portfolio(frame, sector="coking", process="battery", year=2025, grid_year=2023)
    assert result.results.height > 40
    assert result.results["baseline.unit_energy [kgce/t]"].drop_nulls().is_between(0, 400).all()


def test_files_of_them(tmp_path):
    target = tmp_path / "plants.parquet"
    write_invented("coking", "battery", 20, target)
    assert polars.read_parquet(target).height == 20


@pytest.mark.parametrize(
    ("sector", "process", "name", "low", "high"),
    [
        ("coking", "battery", "coke", 0.5, 50),  # above 0
        ("coking", "battery", "moisture", 0.5, 29.97),  # 0 to 30 %
        ("equipment", "furnace", "oxygen_in_air", 21.021, 50),  # 21 to below 100 %
        ("equipment", "stack-check", "coal_lhv", 12.54, 34.965),  # 12.54 to 35 MJ/kg
        ("equipment", "steam-system", "ambient_pressure", 0.05494, 0.10989),  # 0.03 to 0.11 MPa
    ],
)
def test_a_number_of_which_only_bounds_are_known_is_drawn_within_them(sector, process, name, low, high):
    assert _ends(fields_of(sectors()[sector].process(process))[name]) == pytest.approx((low, high), rel=1e-3)
