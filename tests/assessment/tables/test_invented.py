import polars
from polars.testing import assert_frame_equal

from ecdcalc.assessment.tables.invented import invented, write_invented
from ecdcalc.assessment.tables.portfolio import portfolio


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
