"""Lighting and transformers."""

from __future__ import annotations

from typing import ClassVar

from ecdcalc.equations.electrical import economic_load, lighting_energy, transformer_energy
from ecdcalc.plugin import (
    Hours,
    KilovoltAmperes,
    KilowattHours,
    Kilowatts,
    Law,
    ModelledElectricity,
    Ratio,
    Share,
    SquareMetres,
    WattsPerSquareMetre,
    assumed,
    first_of,
    output,
    process,
    quantity,
)
from ecdcalc.plugins.equipment.common import NO_EMISSIONS, Running, Service


@process(key="lighting", zh="照明", absent=NO_EMISSIONS)
class Lighting(Running, ModelledElectricity, Service):
    """Lighting."""

    service: ClassVar[tuple[str, ...]] = ("area", "hours")

    area: SquareMetres = quantity(zh="照明面积", en="Area that is lit", gt=0)
    density: WattsPerSquareMetre = quantity(zh="照明功率密度", en="Lighting power density", ge=0)
    use_share: Share = quantity(
        zh="同时使用率（感应、调光后）",
        en="Share of time and power in use, after controls",
        ge=0,
        le=100,
        default=assumed("100 %", "equipment-all-lit"),
    )

    @output(zh="计算电量", cites="gb-t-50034-2024")
    def modelled_electricity(self) -> KilowattHours:
        """Electricity of the lamps."""
        return lighting_energy(density=self.density, area=self.area, time=self.hours, use_share=self.use_share)


@process(key="transformer", zh="变压器", absent=NO_EMISSIONS)
class Transformer(ModelledElectricity, Service):
    """Transformer.

    Only its losses count as energy. The mean load is given, or follows from the electricity that passes.
    """

    service: ClassVar[tuple[str, ...]] = ("energised_time",)

    no_load_loss: Kilowatts = quantity(zh="空载损耗", en="No-load loss", gt=0)
    load_loss: Kilowatts = quantity(zh="负载损耗", en="Load loss at rated current", gt=0)
    form_factor: Ratio = quantity(
        zh="负载波动损耗系数", en="Form factor of the load (steady 1, three shifts 1.05)", ge=1
    )
    energised_time: Hours = quantity(zh="带电时间", en="Time energised", gt=0, le=8784)
    loaded_time: Hours = quantity(zh="负载时间", en="Time loaded", gt=0, le=8784)
    load: Share = quantity(zh="平均负载率", en="Mean load over the loaded time", ge=0, optional=True)
    rated_capacity: KilovoltAmperes = quantity(zh="额定容量", en="Rated capacity", gt=0, optional=True)
    power_factor: Ratio = quantity(zh="功率因数", en="Power factor", gt=0, le=1, optional=True)
    throughput: KilowattHours = quantity(zh="通过电量", en="Electricity that passes", gt=0, optional=True)

    laws: ClassVar[tuple[Law, ...]] = (
        Law("modelled_electricity", "<=", "throughput", "equipment-loss-above-throughput"),
        Law("loaded_time", "<=", "energised_time", "part-above-whole"),
        Law("mean_load", "<=", "1", "equipment-above-plate"),
        Law("no_load_loss", "<=", "greatest_power", "equipment-above-plate"),
        Law("load_loss", "<=", "greatest_power", "equipment-above-plate"),
    )

    @output(zh="额定容量下的最大有功功率（功率因数1）", cites="definition")
    def greatest_power(self) -> Kilowatts:
        """Greatest power that the rated capacity takes, at a power factor of one."""
        return 1 * self.rated_capacity

    @output(zh="平均负载率", cites="gb-t-13462-2008")
    def mean_load(self) -> Share:
        """Mean load over the loaded time."""
        by_meter = self.throughput / self.power_factor / (self.rated_capacity * self.loaded_time)
        return first_of(self.load, by_meter)

    @output(zh="经济负载率", cites="gb-t-13462-2008")
    def best_load(self) -> Share:
        """Load at which it is most efficient."""
        return economic_load(no_load_loss=self.no_load_loss, load_loss=self.load_loss, form_factor=self.form_factor)

    @output(zh="计算电量", cites="gb-t-13462-2008")
    def modelled_electricity(self) -> KilowattHours:
        """Electricity lost."""
        return transformer_energy(
            no_load_loss=self.no_load_loss,
            load_loss=self.load_loss,
            load=self.mean_load,
            form_factor=self.form_factor,
            energised_time=self.energised_time,
            loaded_time=self.loaded_time,
        )
