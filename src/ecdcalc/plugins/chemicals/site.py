"""Vapour sources of a site: tanks, loading, leaks, waste-water collection, cooling water, flare."""

from __future__ import annotations

from typing import ClassVar

from ecdcalc.plugin import (
    CubicMetres,
    EnergyUse,
    Hours,
    Items,
    KgPerCubicMetre,
    KgPerHourItem,
    KgPerItem,
    KgPerTonne,
    Law,
    Process,
    Ratio,
    Record,
    Tonnes,
    VapourSource,
    assumed,
    choice,
    factor,
    first_of,
    one_of,
    output,
    part,
    process,
    quantity,
    record,
    total,
    where,
)

_NONE = "chemicals-assumed-none"


@record
class Leaks(Record):
    """Sealing points of pumps, valves and flanges: those counted by factor, and those found leaking."""

    hours: Hours = quantity(zh="运行时间", en="Hours of operation", ge=0, le=8784, optional=True)
    gas_valves: Items = quantity(zh="阀门（气体）数", en="Valves, gas", ge=0, default=assumed("0 item", _NONE))
    light_valves: Items = quantity(
        zh="阀门（轻液）数", en="Valves, light liquid", ge=0, default=assumed("0 item", _NONE)
    )
    heavy_valves: Items = quantity(
        zh="阀门（重液）数", en="Valves, heavy liquid", ge=0, default=assumed("0 item", _NONE)
    )
    light_pumps: Items = quantity(
        zh="泵密封（轻液）数", en="Pump seals, light liquid", ge=0, default=assumed("0 item", _NONE)
    )
    heavy_pumps: Items = quantity(
        zh="泵密封（重液）数", en="Pump seals, heavy liquid", ge=0, default=assumed("0 item", _NONE)
    )
    agitators: Items = quantity(zh="搅拌器密封数", en="Agitator seals", ge=0, default=assumed("0 item", _NONE))
    compressors: Items = quantity(zh="压缩机密封数", en="Compressor seals", ge=0, default=assumed("0 item", _NONE))
    relief_devices: Items = quantity(
        zh="泄压装置数", en="Pressure-relief devices", ge=0, default=assumed("0 item", _NONE)
    )
    connectors: Items = quantity(
        zh="法兰/连接件数", en="Flanges and connectors", ge=0, default=assumed("0 item", _NONE)
    )
    open_ends: Items = quantity(
        zh="开口阀或开口管线数", en="Open-ended valves and lines", ge=0, default=assumed("0 item", _NONE)
    )
    sampling_points: Items = quantity(
        zh="采样连接数", en="Sampling connections", ge=0, default=assumed("0 item", _NONE)
    )
    leaking: Items = quantity(
        zh="检测发现的泄漏点数（可达密封点）",
        en="Accessible points found leaking",
        ge=0,
        default=assumed("0 item", _NONE),
    )
    repaired: Items = quantity(
        zh="其中已修复点数", en="Of these, points repaired", ge=0, default=assumed("0 item", _NONE)
    )
    gas_valves_factor: KgPerHourItem = quantity(
        zh="阀门（气体）泄漏系数", en="Valves, gas: leak per hour", ge=0, default=factor("voc/vf085")
    )
    light_valves_factor: KgPerHourItem = quantity(
        zh="阀门（轻液）泄漏系数", en="Valves, light liquid: leak per hour", ge=0, default=factor("voc/vf086")
    )
    heavy_valves_factor: KgPerHourItem = quantity(
        zh="阀门（重液）泄漏系数", en="Valves, heavy liquid: leak per hour", ge=0, default=factor("voc/vf087")
    )
    light_pumps_factor: KgPerHourItem = quantity(
        zh="泵密封（轻液）泄漏系数", en="Pump seals, light liquid: leak per hour", ge=0, default=factor("voc/vf088")
    )
    heavy_pumps_factor: KgPerHourItem = quantity(
        zh="泵密封（重液）泄漏系数", en="Pump seals, heavy liquid: leak per hour", ge=0, default=factor("voc/vf089")
    )
    agitators_factor: KgPerHourItem = quantity(
        zh="搅拌器密封泄漏系数", en="Agitator seals: leak per hour", ge=0, default=factor("voc/vf090")
    )
    compressors_factor: KgPerHourItem = quantity(
        zh="压缩机密封泄漏系数", en="Compressor seals: leak per hour", ge=0, default=factor("voc/vf091")
    )
    relief_devices_factor: KgPerHourItem = quantity(
        zh="泄压装置泄漏系数", en="Pressure-relief devices: leak per hour", ge=0, default=factor("voc/vf092")
    )
    connectors_factor: KgPerHourItem = quantity(
        zh="法兰/连接件泄漏系数", en="Flanges and connectors: leak per hour", ge=0, default=factor("voc/vf093")
    )
    open_ends_factor: KgPerHourItem = quantity(
        zh="开口阀或开口管线泄漏系数",
        en="Open-ended valves and lines: leak per hour",
        ge=0,
        default=factor("voc/vf094"),
    )
    sampling_points_factor: KgPerHourItem = quantity(
        zh="采样连接泄漏系数", en="Sampling connections: leak per hour", ge=0, default=factor("voc/vf095")
    )
    leaking_factor: KgPerHourItem = quantity(
        zh="泄漏点泄漏系数", en="Leaking point: leak per hour", ge=0, default=factor("voc/vf099")
    )

    @output(zh="按密封点系数计算的泄漏速率", cites="t-cses-144-2024#table-e5")
    def by_factor(self) -> Tonnes:
        """Leaks of the points counted by factor: number, factor, hours."""
        return self.hours * total(
            (
                self.gas_valves * self.gas_valves_factor,
                self.light_valves * self.light_valves_factor,
                self.heavy_valves * self.heavy_valves_factor,
                self.light_pumps * self.light_pumps_factor,
                self.heavy_pumps * self.heavy_pumps_factor,
                self.agitators * self.agitators_factor,
                self.compressors * self.compressors_factor,
                self.relief_devices * self.relief_devices_factor,
                self.connectors * self.connectors_factor,
                self.open_ends * self.open_ends_factor,
                self.sampling_points * self.sampling_points_factor,
            )
        )

    @output(zh="泄漏检测与修复后的泄漏量", cites="t-cses-144-2024#eq15")
    def after_repair(self) -> Tonnes:
        """Leaks of the accessible points found leaking and not repaired."""
        return self.leaking_factor * (self.leaking - self.repaired) * self.hours

    @output(zh="密封点数")
    def points(self) -> Items:
        """Sealing points that are counted."""
        return self.leaking + total(
            (
                self.gas_valves,
                self.light_valves,
                self.heavy_valves,
                self.light_pumps,
                self.heavy_pumps,
                self.agitators,
                self.compressors,
                self.relief_devices,
                self.connectors,
                self.open_ends,
                self.sampling_points,
            )
        )

    @output(zh="设备泄漏排放量", cites="t-cses-144-2024#eq14-15")
    def voc(self) -> Tonnes:
        """VOC of leaks: by factor, and of the leaking points that are not repaired."""
        return self.by_factor + self.after_repair


@record
class Tanks(Record):
    """A tank farm. The working and standing losses k1 and k2 of the 2021 manual are not public: inputs."""

    throughput: Tonnes = quantity(zh="储罐周转量", en="Throughput", ge=0, default=assumed("0 t", _NONE))
    working_loss: KgPerTonne = quantity(zh="工作损失系数k1", en="Working loss k1", ge=0, optional=True)
    count: Items = quantity(zh="储罐数", en="Number of tanks", ge=0, default=assumed("0 item", _NONE))
    standing_loss: KgPerItem = quantity(
        zh="静置损失系数k2（核算期）", en="Standing loss k2 over the period", ge=0, optional=True
    )

    @output(zh="储罐产生量", cites="t-cses-144-2024#tanks")
    def voc(self) -> Tonnes:
        """VOC of the tanks: working and standing losses."""
        none = 0 * self.throughput
        working = where(self.throughput > 0, self.throughput * self.working_loss, none)
        return working + where(self.count > 0, self.count * self.standing_loss, none)


@record
class Loading(Record):
    """Loading of rail and road tankers. Liquids outside the table need their own factor."""

    volume: CubicMetres = quantity(zh="装载量", en="Volume loaded", ge=0, default=assumed("0 m3", _NONE))
    liquid: str = choice(
        "gasoline",
        "crude-oil",
        "kerosene",
        "diesel",
        "light-naphtha",
        "heavy-naphtha",
        "light-slop-oil",
        "heavy-slop-oil",
        "other",
        zh="物料（汽油/原油/煤油/柴油/轻石脑油/重石脑油/轻污油/重污油/其他）",
        en="Liquid",
        default="other",
    )
    factor: KgPerCubicMetre = quantity(
        zh="装载产污系数",
        en="VOC generated per volume loaded",
        ge=0,
        default=one_of(
            ("liquid == gasoline", "voc/vf106"),
            ("liquid == crude-oil", "voc/vf107"),
            ("liquid == kerosene", "voc/vf108"),
            ("liquid == diesel", "voc/vf109"),
            ("liquid == light-naphtha", "voc/vf110"),
            ("liquid == heavy-naphtha", "voc/vf111"),
            ("liquid == light-slop-oil", "voc/vf112"),
            ("liquid == heavy-slop-oil", "voc/vf113"),
        ),
    )

    @output(zh="装载产生量", cites="t-cses-144-2024#table-e6")
    def voc(self) -> Tonnes:
        """VOC of loading: volume and factor."""
        return self.volume * self.factor


@record
class WaterVapours(Record):
    """Vapours from waste water on its way and from circulating cooling water."""

    open_water: CubicMetres = quantity(
        zh="敞开收集与隔油的废水量", en="Waste water, open collection", ge=0, default=assumed("0 m3", _NONE)
    )
    covered_water: CubicMetres = quantity(
        zh="加盖收集与隔油的废水量", en="Waste water, covered collection", ge=0, default=assumed("0 m3", _NONE)
    )
    treated_water: CubicMetres = quantity(
        zh="其他处理设施的废水量", en="Waste water, other treatment units", ge=0, default=assumed("0 m3", _NONE)
    )
    cooling_water: CubicMetres = quantity(
        zh="循环冷却水量", en="Circulating cooling water", ge=0, default=assumed("0 m3", _NONE)
    )
    open_factor: KgPerCubicMetre = quantity(
        zh="敞开收集产污系数", en="VOC per waste water, open", ge=0, default=factor("voc/vf122")
    )
    covered_factor: KgPerCubicMetre = quantity(
        zh="加盖收集产污系数", en="VOC per waste water, covered", ge=0, default=factor("voc/vf123")
    )
    treated_factor: KgPerCubicMetre = quantity(
        zh="其他处理设施产污系数", en="VOC per waste water, other units", ge=0, default=factor("voc/vf124")
    )
    cooling_factor: KgPerCubicMetre = quantity(
        zh="循环冷却水产污系数", en="VOC per circulating water", ge=0, default=factor("voc/vf121")
    )

    @output(zh="废水收集处理产生量", cites="t-cses-144-2024#eq21")
    def collection(self) -> Tonnes:
        """VOC of collecting and treating waste water."""
        collected = self.open_water * self.open_factor + self.covered_water * self.covered_factor
        return collected + self.treated_water * self.treated_factor

    @output(zh="循环冷却水排放量", cites="t-cses-144-2024#eq20")
    def cooling(self) -> Tonnes:
        """VOC of cooling water."""
        return self.cooling_water * self.cooling_factor


@process(
    key="vapour-site",
    zh="厂区挥发性有机物源项",
    absent=dict.fromkeys(("cod", "nh3n", "nox", "so2", "pm"), "chemicals-vapours-only"),
)
class VapourSite(EnergyUse, VapourSource, Process):
    """Vapour sources of a site.

    Tanks, loading and waste-water collection are led to the control device: × (1 − capture × destruction ×
    run rate). Leaks, cooling water and flare are not. A source that is not given counts as none, and the
    result says so. Lines whose vapours are counted here have `voc_method = "site-sources"`. Energy is that of
    the control device.

    Departures: eq. 14 of T/CSES 144-2024 prints a division by 8760 although the factors are per hour; left
    out, as in eq. 16. Safety valves of vf096 to vf098 are counted as pressure-relief devices.
    """

    leaks: Leaks = part(Leaks, zh="设备泄漏", en="Leaks")
    tanks: Tanks = part(Tanks, zh="储罐", en="Tanks")
    loading: Loading = part(Loading, zh="装载", en="Loading")
    water: WaterVapours = part(WaterVapours, zh="废水与循环水", en="Waste and cooling water")
    flare_gas: Tonnes = quantity(
        zh="送火炬挥发性有机物量", en="VOC sent to the flare", ge=0, default=assumed("0 t", _NONE)
    )
    flare_passes: Ratio = quantity(
        zh="火炬未燃烧比例", en="Share that passes the flare", ge=0, le=1, default=factor("voc/vf125")
    )

    laws: ClassVar = (Law("points_repaired", "<=", "points_leaking", "chemicals-repaired-above-leaking"),)

    @output(zh="泄漏点数")
    def points_leaking(self) -> Items:
        """Points found leaking."""
        return self.leaks.leaking

    @output(zh="修复点数")
    def points_repaired(self) -> Items:
        """Points repaired."""
        return self.leaks.repaired

    @output(zh="可收集源项产生量", cites="t-cses-144-2024#vocs")
    def voc_generated(self) -> Tonnes:
        """VOC generated by the sources that can be led to a device."""
        loading = where(self.loading.volume > 0, self.loading.voc, 0 * self.flare_gas)
        return self.tanks.voc + loading + self.water.collection

    @output(zh="无组织源项排放量", cites="t-cses-144-2024#vocs")
    def voc_open(self) -> Tonnes:
        """VOC of leaks, cooling water and flare."""
        leaks = where(self.leaks.points > 0, self.leaks.voc, 0 * self.flare_gas)
        return leaks + self.water.cooling + self.flare_gas * self.flare_passes

    @output(zh="挥发性有机物排放量", cites="t-cses-144-2024#vocs", extensive=True)
    def voc(self) -> Tonnes:
        """VOC emitted by the site."""
        by_source = self.voc_control.after(self.voc_generated) + self.voc_open
        return first_of(self.voc_control.mass, by_source)
