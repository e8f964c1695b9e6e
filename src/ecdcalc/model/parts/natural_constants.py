"""Constants that many processes take, as inputs with a source: a result lists them, and a study may give its own."""

from __future__ import annotations

from ecdcalc.model.process import Record, quantity, record
from ecdcalc.numbers.formula import output
from ecdcalc.numbers.kinds import Celsius, KjPerKgce, Ratio, Share
from ecdcalc.reference.defaults import assumed, factor

FLAME = 2121.85
"""In °C: 2395 K, what liquid octane reaches in the least air without loss (Moran and Shapiro, example 13.8, remembered:
the page was not seen, so an assumption of grade C); the bound of heat from a fuel burnt in air. Published flames in air
lie by it: methane 2328 K, hydrogen 2400 K (Princeton University, sophlab, Adiabatic Flame Temperature)."""

COLDEST = 273.15
"""In K: freezing water, the coldest that an engine is cooled by; it bounds what becomes of heat, by Carnot."""


@record
class StandardCoal(Record):
    """The heat of standard coal, between heat and coal equivalent."""

    standard_coal_heat: KjPerKgce = quantity(
        zh="标准煤热值", en="Heat of standard coal", gt=0, default=factor("constant/standard-coal-heat")
    )


@record
class CarbonDioxide(Record):
    """What carbon weighs as CO2: 44/12."""

    co2_per_carbon: Ratio = quantity(
        zh="二氧化碳与碳的质量比", en="Mass of CO2 per mass of carbon", gt=0, default=factor("constant/co2-per-carbon")
    )


@record
class SulphurDioxide(Record):
    """What sulphur weighs as SO2."""

    so2_per_sulphur: Ratio = quantity(
        zh="二氧化硫与硫的质量比",
        en="Mass of SO2 per mass of sulphur",
        gt=0,
        default=factor("constant/so2-per-sulphur"),
    )


@record
class Air(Record):
    """The oxygen in dry air, to which a concentration at reference oxygen refers."""

    oxygen_in_air: Share = quantity(
        zh="空气含氧量", en="Oxygen in air", gt=0, lt=100, default=factor("constant/oxygen-in-air")
    )


@record
class HeatEngine(Record):
    """What no engine passes: Carnot between the flame and the coldest that it is cooled by."""

    flame_temperature: Celsius = quantity(
        zh="热源最高温度", en="Highest temperature of the heat", gt=0, le=FLAME,
        default=assumed(f"{FLAME} °C", "flame-temperature"),
    )  # fmt: skip
    coldest: Celsius = quantity(
        zh="冷源最低温度", en="Coldest temperature of the cooling", ge=0, le=100, default=assumed("0 °C", "coldest")
    )

    @output(zh="热变功最大比例", cites="moran-shapiro-2014#5")
    def greatest_power_share(self) -> Share:
        """Greatest share of heat that can become work."""
        return 1 - self.coldest / self.flame_temperature
