import subprocess
import sys

import pytest

pytest.importorskip("CoolProp")

from ecdcalc.equations.properties import available, moist_air, steam
from ecdcalc.numbers.ops import is_missing, missing


def test_a_missing_input_gives_a_missing_property():
    assert is_missing(steam("enthalpy", pressure=missing("pressure"), quality=1.0))
    assert is_missing(moist_air("enthalpy", 20.0, missing("humidity"), 101.325))


def test_the_library_is_there():
    assert available()


def test_steam_at_the_verification_point():
    from ecdcalc.equations.steam import saturation_temperature

    # IAPWS R7-97, table 36: saturation temperature at 10 MPa is 584.149488 K
    assert saturation_temperature(pressure=10e6) == pytest.approx(584.149488, abs=1e-4)
    assert is_missing(saturation_temperature(pressure=missing("pressure")))


def test_the_package_that_lists_all_fluids_is_not_imported_and_can_be_imported_afterwards():
    code = """
import sys
from ecdcalc.equations.steam import saturation_temperature
print(saturation_temperature.of(pressure="1 MPa"), "CoolProp" in sys.modules)
from CoolProp.CoolProp import PropsSI
import CoolProp
print(CoolProp.CoolProp.PropsSI is PropsSI, PropsSI("T", "P", 1e6, "Q", 0, "IF97::Water"))
"""
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.splitlines() == ["179.886 °C False", "True 453.0356323914666"]
