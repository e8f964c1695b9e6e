import pytest

from ecdcalc.model.parts.year import RatedSteam, SolarRoof, Year
from ecdcalc.read.record import with_defaults
from ecdcalc.reference.defaults import Context


def test_a_leap_year_is_assumed_and_says_so():
    year = with_defaults(Year(), Context())
    assert year.year_hours == 366 * 24 * 3600
    assert year.origins["year_hours"].kind == "assumed"


def test_a_roof_gives_at_most_its_capacity_all_the_year_round():
    roof = SolarRoof(pv_capacity=100e3, year_hours=8784 * 3600.0)
    assert roof.rated_generation / 3.6e6 == 878_400


def test_a_boiler_of_8_tonnes_an_hour_is_one_of_5_6_megawatts():
    boiler = with_defaults(RatedSteam(capacity=8000 / 3600), Context())
    assert boiler.rated_heat / 1e9 == pytest.approx(5.6e-3 * 3600 * 8784)
