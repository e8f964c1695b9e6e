"""Constants that many processes take, as inputs with a source: a result lists them, and a study may give its own."""

from __future__ import annotations

from ecdcalc.model.process import Record, quantity, record
from ecdcalc.numbers.kinds import KjPerKgce, Ratio, Share
from ecdcalc.reference.defaults import factor


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
