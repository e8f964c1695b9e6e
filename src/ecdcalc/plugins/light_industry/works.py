"""What the works of light industry share: energy, the water that they take and drain, what stays in it, vapours."""

from __future__ import annotations

from typing import ClassVar

from ecdcalc.plugin import (
    CubicMetres,
    CubicMetresPerTonne,
    EnergyUse,
    KgcePerTonne,
    KgPerTonne,
    KwhPerTonne,
    Law,
    LimitTable,
    MgPerLitre,
    Process,
    Published,
    Record,
    Share,
    Tonnes,
    VapourSource,
    condition,
    first_of,
    output,
    part,
    quantity,
    record,
)


@record
class Effluent(Record):
    """Waste water of a works: what is in it before treatment, and what is left at the outlet.

    Nothing is taken for a branch: the reference has no published water factors of light industry, so water and
    concentrations are those of the plant. Where the outlet is not measured, it is what treatment leaves of the raw
    water.
    """

    volume: CubicMetres = quantity(zh="废水排放量", en="Waste water discharged", ge=0, optional=True)
    cod_raw: MgPerLitre = quantity(zh="处理前COD浓度", en="COD before treatment", ge=0, optional=True)
    cod_removal: Share = quantity(zh="COD去除效率", en="Removal of COD", ge=0, le=100, optional=True)
    cod: MgPerLitre = quantity(zh="COD排放浓度", en="COD at the outlet", ge=0, optional=True, method="monitoring")
    nh3n_raw: MgPerLitre = quantity(zh="处理前氨氮浓度", en="NH3-N before treatment", ge=0, optional=True)
    nh3n_removal: Share = quantity(zh="氨氮去除效率", en="Removal of NH3-N", ge=0, le=100, optional=True)
    nh3n: MgPerLitre = quantity(zh="氨氮排放浓度", en="NH3-N at the outlet", ge=0, optional=True, method="monitoring")

    @output(zh="COD出水浓度", cites="pollutant-accounting-2021#industrial-water")
    def cod_left(self) -> MgPerLitre:
        """COD at the outlet: measured, else what treatment leaves."""
        return first_of(1 * self.cod, self.cod_raw * (1 - self.cod_removal))

    @output(zh="氨氮出水浓度", cites="pollutant-accounting-2021#industrial-water")
    def nh3n_left(self) -> MgPerLitre:
        """NH3-N at the outlet: measured, else what treatment leaves."""
        return first_of(1 * self.nh3n, self.nh3n_raw * (1 - self.nh3n_removal))


@record
class LightWorks(EnergyUse, VapourSource, Process):
    """A works of light industry."""

    product: Tonnes = quantity(zh="产品产量", en="Product", gt=0)
    fresh_water: CubicMetres = quantity(zh="取新水量", en="Fresh water taken", ge=0, optional=True)
    reused_water: CubicMetres = quantity(zh="重复利用水量", en="Water used again", ge=0, optional=True)
    effluent: Effluent = part(Effluent, zh="废水", en="Waste water")

    laws: ClassVar[tuple[Law, ...]] = (
        Law("cod", "<=", "cod_generated", "cleans-nothing"),
        Law("nh3n", "<=", "nh3n_generated", "cleans-nothing"),
    )

    @output(zh="化学需氧量产生量", cites="pollutant-accounting-2021#industrial-water")
    def cod_generated(self) -> Tonnes:
        """COD before treatment."""
        return self.effluent.volume * self.effluent.cod_raw

    @output(zh="氨氮产生量", cites="pollutant-accounting-2021#industrial-water")
    def nh3n_generated(self) -> Tonnes:
        """NH3-N before treatment."""
        return self.effluent.volume * self.effluent.nh3n_raw

    @output(zh="化学需氧量排放量", cites="pollutant-accounting-2021#industrial-water", extensive=True)
    def cod(self) -> Tonnes:
        """COD discharged."""
        return self.effluent.volume * self.effluent.cod_left

    @output(zh="氨氮排放量", cites="pollutant-accounting-2021#industrial-water", extensive=True)
    def nh3n(self) -> Tonnes:
        """NH3-N discharged."""
        return self.effluent.volume * self.effluent.nh3n_left

    @output(zh="单位产品综合能耗", cites="gb-t-2589-2020#4")
    def unit_energy(self) -> KgcePerTonne:
        """Energy per tonne of product."""
        return self.energy / self.product

    @output(zh="单位产品电耗")
    def unit_electricity(self) -> KwhPerTonne:
        """Electricity per tonne of product."""
        return self.electricity / self.product

    @output(zh="单位产品取水量", cites="definition")
    def unit_water(self) -> CubicMetresPerTonne:
        """Fresh water per tonne of product."""
        return self.fresh_water / self.product

    @output(zh="单位产品排水量", cites="definition")
    def unit_drainage(self) -> CubicMetresPerTonne:
        """Waste water per tonne of product."""
        return self.effluent.volume / self.product

    @output(zh="单位产品化学需氧量排放", cites="definition")
    def unit_cod(self) -> KgPerTonne:
        """COD per tonne of product."""
        return self.cod / self.product

    @output(zh="水重复利用率", cites="definition")
    def reuse_rate(self) -> Share:
        """Water used again, of all water used."""
        return self.reused_water / (self.fresh_water + self.reused_water)


BOILER_APART = dict.fromkeys(("nox", "so2", "pm"), "light-industry-boiler-apart")
"""Flue gas of these works leaves by the stack of a boiler or dryer, which is equipment of its own."""


def limits_of(*starts: str) -> tuple[str, ...]:
    """Return the ids of the limits per tonne of product of a standard, by how they begin."""
    return tuple(each.id for each in LimitTable() if each.id.startswith(starts) and each.unit.text == "kgce/t")


def limit_by_kind(*ids: str) -> Published:
    """Return the choice of a limit by `kind`, whose words are the ids of the rows."""
    return Published(tuple(((condition(f"kind == {id}"),), id) for id in ids))
