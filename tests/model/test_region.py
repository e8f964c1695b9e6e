from city import CITY, written

from ecdcalc import load_region
from ecdcalc.model.region import SERIES, series_unit


def test_series_have_units_and_years(tmp_path):
    assert all(series_unit(name) for name in SERIES)
    region = load_region(written(tmp_path, CITY))
    assert list(region.years) == [2020, 2021, 2022, 2023, 2024, 2025]
    assert region.value("gdp", 2019) is None and region.value("population", 2020) is None
    assert region.series["value_added.steel"].unit.text == "亿元"
