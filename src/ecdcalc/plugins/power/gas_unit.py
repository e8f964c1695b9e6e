"""The gas-fired combined-cycle unit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from ecdcalc.plugin import (
    Carrier,
    CubicMetres,
    GasFuel,
    GcePerKwh,
    Grading,
    GramsPerCubicMetre,
    KgPerGj,
    MgPerCubicMetre,
    Number,
    Share,
    Tonnes,
    choice,
    emission_limit,
    emission_oxygen,
    factor,
    missing,
    one_of,
    output,
    process,
    quantity,
    total,
    where,
)
from ecdcalc.plugins.power.split import dry_cooling_addition
from ecdcalc.plugins.power.unit import PowerUnit

_CLASSES = (
    ("h", "class-500", "1"),
    ("f", "class-400", "2"),
    ("f", "class-300", "3"),
    ("f", "class-100", "4"),
    ("e", "class-100", "5"),
)
_HEAT = "turbine != condensing"
_OF_CLASS = tuple((f"turbine_class == {each} & capacity_class == {size}", row) for each, size, row in _CLASSES)


def gas_burnt(carriers: Mapping[str, Carrier]) -> Number:
    """Return the volume of the gases among the carriers; missing where there is none."""
    amounts = [line.amount for line in carriers.values() if isinstance(line, GasFuel)]
    return total(amounts) if amounts else missing("energy.natural-gas")


@process(key="gas-unit", zh="燃气-蒸汽联合循环机组")
class GasUnit(PowerUnit):
    """Gas-steam combined-cycle unit.

    `turbine` is the steam turbine. SO2 and PM have no factor for gas turbines in the data and want a
    monitored value.
    """

    turbine_class: str = choice("h", "f", "e", zh="燃气轮机等级（H/F/E）", en="Class of the gas turbine")
    capacity_class: str = choice(
        "class-500",
        "class-400",
        "class-300",
        "class-100",
        zh="容量等级（500/400/300/100 MW）",
        en="Capacity class",
    )
    nox_factor: KgPerGj = quantity(
        zh="氮氧化物产污系数", en="NOx generated per heat of the fuel", ge=0, default=factor("nox/nx098")
    )
    voc_factor: GramsPerCubicMetre = quantity(
        zh="挥发性有机物产污系数", en="VOC generated per gas", ge=0, default=factor("voc/vf153")
    )
    reference_oxygen: Share = quantity(
        zh="基准氧含量", en="Reference oxygen", ge=0, lt=21, default=emission_oxygen("el038")
    )
    nox_limit: MgPerCubicMetre = quantity(
        zh="氮氧化物排放限值", en="NOx limit", gt=0, default=emission_limit(("", "el038"))
    )

    gradings: ClassVar = (
        Grading(
            output="supply_coal_rate",
            product=one_of(*((text, f"gb45247-2025.supply.{row}") for text, row in _OF_CLASS)),
            shifts=("", "limit_shift", ""),
            scale="limit_scale",
            unscaled=(2,),
        ),
        Grading(
            output="heat_supply_rate",
            product=one_of(*((f"{_HEAT} & {text}", f"gb45247-2025.heat.{row}") for text, row in _OF_CLASS)),
        ),
    )

    @output(zh="燃气量", cites="gb-t-2589-2020#4")
    def gas_burnt(self) -> CubicMetres:
        """Gas burnt."""
        return gas_burnt(self.carriers)

    @output(zh="氮氧化物产生量", cites="emep-eea")
    def nox_generated(self) -> Tonnes:
        """NOx generated before removal."""
        return self.fuel_heat * self.nox_factor

    @output(zh="挥发性有机物产生量", cites="t-cses-144-2024#table-d1")
    def voc_generated(self) -> Tonnes:
        """VOC generated before control."""
        return self.gas_burnt * self.voc_factor

    @output(zh="二级限额空冷修正量", cites="gb-45247-2025#5.3")
    def limit_shift(self) -> GcePerKwh:
        """Addition to level 2 for dry cooling."""
        none = 0 * self.reference_oxygen
        return dry_cooling_addition(dry=where(self.cooling == "dry", 1 + none, none))

    @output(zh="氮氧化物基准氧含量浓度", cites="gb-13223-2011")
    def nox_at_reference(self) -> MgPerCubicMetre:
        """NOx at reference oxygen."""
        return self.nox_stack.at_oxygen(self.reference_oxygen, self.oxygen_in_air)

    @output(zh="氮氧化物超限值", cites="gb-13223-2011")
    def nox_above_limit(self) -> MgPerCubicMetre:
        """NOx at reference oxygen minus its limit; negative keeps to it."""
        return self.nox_at_reference - self.nox_limit
