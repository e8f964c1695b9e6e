from ecdcalc.sector import sector
from ecdcalc.testing import check_sector


def test_coking_keeps_the_contract():
    check_sector(sector("coking"))
