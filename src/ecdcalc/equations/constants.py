"""Physical constants and published coefficients, to be passed to the formulas by name.

hydraulic_power(flow=…, head=…, density=…, gravity=GRAVITY.base)
hydraulic_power.of(flow="100 m3/h", head="50 m", density="1000 kg/m3", gravity=str(GRAVITY))
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from types import MappingProxyType

from attrs import frozen

from ecdcalc.numbers.units import unit
from ecdcalc.numbers.value import Value

CIRCLE = math.pi / 4
"""The area of a circle over the square of its diameter: a number of geometry, so bodies may use it by name."""


@frozen
class Constant(Value):
    """A published number: its value and unit, its name in both languages, and the document it comes from."""

    symbol: str
    en: str
    zh: str
    cites: str

    @property
    def base(self) -> float:
        """The number in base units, as a formula body wants it."""
        return unit(self.unit).base(self.value)

    def __str__(self) -> str:
        return f"{self.value!r} {self.unit}"


GRAVITY = Constant(9.80665, "m/s2", "g", "Standard acceleration of gravity", "标准重力加速度", "codata-2018")
STEFAN_BOLTZMANN = Constant(
    5.670374419e-8, "W/m2/K4", "σ", "Stefan-Boltzmann constant", "斯特藩-玻尔兹曼常数", "codata-2018"
)
GAS_CONSTANT = Constant(8.314462618, "J/mol/K", "R", "Molar gas constant", "摩尔气体常数", "codata-2018")
FARADAY = Constant(96485.33212, "A·s/mol", "F", "Faraday constant", "法拉第常数", "codata-2018")
ALUMINIUM_MOLAR_MASS = Constant(
    26.9815384, "g/mol", "M_Al", "Molar mass of aluminium", "铝的摩尔质量", "iupac-weights-2021"
)
ALUMINIUM_ELECTRONS = Constant(3.0, "1", "z", "Electrons per atom of aluminium", "每个铝原子的电子数", "definition")
AIR_GAS_CONSTANT = Constant(
    287.05287, "J/kg/K", "R_air", "Specific gas constant of dry air", "干空气气体常数", "iso-2533-1975"
)
AIR_ISENTROPIC_EXPONENT = Constant(1.4, "1", "κ", "Isentropic exponent of air", "空气等熵指数", "iso-2533-1975")

CONSTANTS: Mapping[str, Constant] = MappingProxyType(
    {
        "gravity": GRAVITY,
        "stefan-boltzmann": STEFAN_BOLTZMANN,
        "gas-constant": GAS_CONSTANT,
        "faraday": FARADAY,
        "aluminium-molar-mass": ALUMINIUM_MOLAR_MASS,
        "aluminium-electrons": ALUMINIUM_ELECTRONS,
        "air-gas-constant": AIR_GAS_CONSTANT,
        "air-isentropic-exponent": AIR_ISENTROPIC_EXPONENT,
    }
)
