from ecdcalc_ports import sector

from ecdcalc.testing import check_sector


def test_the_sector_keeps_the_contract():
    check_sector(sector)
