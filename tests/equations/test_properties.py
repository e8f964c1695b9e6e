import pytest

pytest.importorskip("CoolProp")

from ecdcalc.equations.properties import moist_air, steam
from ecdcalc.ops import is_missing, missing


def test_a_missing_input_gives_a_missing_property():
    import inspect

    for look_up in (steam, moist_air):
        parameters = inspect.signature(look_up).parameters
        assert parameters, look_up


def test_steam_at_the_verification_point():
    from ecdcalc.equations.steam import saturation_temperature

    # IAPWS R7-97, table 36: saturation temperature at 10 MPa is 584.149488 K
    assert saturation_temperature(pressure=10e6) == pytest.approx(584.149488, abs=1e-4)
    assert is_missing(saturation_temperature(pressure=missing("pressure")))
