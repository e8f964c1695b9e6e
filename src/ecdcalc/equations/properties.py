"""Properties of water, steam and moist air, from CoolProp.

CoolProp has the industrial formulation IAPWS-IF97 and the moist air of ASHRAE RP-1485 in one package under the
MIT licence, with wheels for all common systems and releases every year. (`iapws` is GPL-3 and needs SciPy;
`pyXSteam` has no moist air.) It is loaded on first use: `pip install "ecdcalc[physics]"`.

The functions take and give the units of the empirical formulas that call them (MPa, °C, kJ/kg, kJ/kg/K), and
work on floats, arrays, terms, missing values and the symbols of a table. DuckDB and Spark cannot call CoolProp: a
table of theirs that needs a property is refused.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec, module_from_spec
from threading import Lock
from typing import Any

from ecdcalc.numbers.algebra import Number, algebra_of
from ecdcalc.numbers.validity import NoValueError

_ZERO_CELSIUS = 273.15
_STATE: dict[str, tuple[str, Callable[[Number], Number]]] = {
    "pressure": ("P", lambda mpa: mpa * 1e6),
    "temperature": ("T", lambda celsius: celsius + _ZERO_CELSIUS),
    "enthalpy": ("H", lambda kilojoules: kilojoules * 1e3),
    "entropy": ("S", lambda kilojoules: kilojoules * 1e3),
    "quality": ("Q", lambda share: share),
}
_RESULT: dict[str, tuple[str, Callable[[Number], Number]]] = {
    "temperature": ("T", lambda kelvin: kelvin - _ZERO_CELSIUS),
    "enthalpy": ("H", lambda joules: joules / 1e3),
    "entropy": ("S", lambda joules: joules / 1e3),
    "density": ("D", lambda density: density),
}
_LOADING = Lock()


def available() -> bool:
    """Tell whether the library is there."""
    return find_spec("CoolProp") is not None


def steam(wanted: str, **state: Number) -> Number:
    """Return a property of water and steam by IAPWS-IF97 (R7-97(2012)) from two others.

    Raises `NoValueError` outside its range: 0 to 800 °C up to 100 MPa, to 2000 °C up to 50 MPa.
    """

    def compute(*numbers: Any) -> Any:
        pairs = [(_STATE[name][0], _STATE[name][1](number)) for name, number in zip(state, numbers, strict=True)]
        (first, one), (second, other) = pairs
        name, out = _RESULT[wanted]
        return out(_found("outside-formulation", _library().PropsSI, name, first, one, second, other, "IF97::Water"))

    return algebra_of(*state.values()).look_up(f"{wanted} of steam", compute, state)


def moist_air(wanted: str, temperature: Number, relative_humidity: Number, pressure: Number) -> Number:
    """Return a property of moist air from °C, % and kPa, per kilogram of dry air."""

    def compute(celsius: Any, percent: Any, kilopascals: Any) -> Any:
        name, out = _RESULT[wanted]
        kelvin, share, pascals = celsius + _ZERO_CELSIUS, percent / 100, kilopascals * 1e3
        asked = ("T", kelvin, "R", share, "P", pascals)
        return out(_found("outside-moist-air", _library().HAPropsSI, name, *asked))

    state = {"temperature": temperature, "relative humidity": relative_humidity, "pressure": pressure}
    return algebra_of(*state.values()).look_up(f"{wanted} of moist air", compute, state)


def _found(reason: str, look_up: Callable[..., Any], *asked: Any) -> Any:
    try:
        return look_up(*asked)
    except ValueError as error:
        raise NoValueError(reason) from error


def _library() -> Any:
    """Return the extension module of CoolProp, loaded without its package: that lists all fluids, which takes 2 s.

    An empty package stands in while it is loaded, as the module of some editions imports its neighbours. Engines call
    this from several threads.
    """
    name = "CoolProp.CoolProp"
    with _LOADING:
        if name in sys.modules or "CoolProp" in sys.modules:
            return import_module(name)
        spec = find_spec("CoolProp")
        if spec is None:
            raise NoValueError("physics-extra")
        sys.modules["CoolProp"] = module_from_spec(spec)
        try:
            return import_module(name)
        finally:
            del sys.modules["CoolProp"]
