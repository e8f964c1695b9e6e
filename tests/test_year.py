from ecdcalc.defaults import Context
from ecdcalc.read.record import with_defaults
from ecdcalc.year import Year


def test_a_leap_year_is_assumed_and_says_so():
    year = with_defaults(Year(), Context())
    assert year.year_hours == 366 * 24 * 3600
    assert year.origins["year_hours"].kind == "assumed"
