"""Oil depots and filling stations: loading, tanks, refuelling, with vapour recovery by stages."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from ecdcalc.plugin import (
    CubicMetres,
    EnergyUse,
    GramsPerCubicMetreKilopascal,
    Items,
    KgcePerCubicMetre,
    KgcePerKg,
    KgPerCubicMetre,
    KgPerItem,
    KgPerTonne,
    Kilopascals,
    Law,
    Process,
    Share,
    Tce,
    Tonnes,
    VapourControl,
    assumed,
    changed,
    choice,
    factor,
    first_of,
    missing,
    one_of,
    output,
    part,
    process,
    quantity,
    record,
    where,
)

AnyOil = TypeVar("AnyOil", bound="OilVapours")

NO_FUEL_BURNT = dict.fromkeys(("cod", "nh3n", "nox", "so2", "pm"), "voc-industries-no-burning")


@record
class OilVapours(EnergyUse):
    """What evaporates is product lost: it counts as energy (losses in storage and transfer, GB/T 2589)."""

    voc_mass: Tonnes = quantity(
        zh="监测挥发性有机物排放量", en="Monitored VOC", ge=0, optional=True, method="monitoring"
    )
    fuel_coal_factor: KgcePerKg = quantity(
        zh="汽油折标准煤系数", en="Coal equivalent of gasoline", gt=0, default=factor("coal-2020/gasoline.coal")
    )

    @output(zh="油品蒸发损耗")
    def lost(self) -> Tonnes:
        """Product that evaporates and is not brought back."""
        return self.voc

    @output(zh="挥发性有机物排放量", extensive=True)
    def voc(self) -> Tonnes:
        """VOC emitted."""
        return self.voc_mass

    @output(zh="综合能耗", cites="gb-t-2589-2020#4", extensive=True)
    def energy(self) -> Tce:
        """Energy of the carriers, and of the product that evaporates."""
        return self.carrier_energy + self.lost * self.fuel_coal_factor


def without_total(source: AnyOil) -> AnyOil:
    """Return the source without its monitored total, which does not tell what a retrofit of one step changes.

    The result then rests on factors, and says that its evidence differs between the states.
    """
    return changed(source, voc_mass=source.voc_mass * missing("voc_mass"))


@process(key="oil-depot", zh="储油库", activity="gasoline", absent=NO_FUEL_BURNT)
class OilDepot(OilVapours, Process):
    """Oil depot.

    Loading of road and rail tankers by T/CSES 144-2024 Table E.6 (25 °C, highest Reid vapour pressure), tanks by
    k1·Q + n·k2 or a tank model. The published k1 and k2 are not in the data: give them, or the mass.
    """

    gasoline: CubicMetres = quantity(zh="汽油发油量", en="Gasoline loaded", gt=0)
    diesel: CubicMetres = quantity(
        zh="柴油发油量", en="Diesel loaded", ge=0, default=assumed("0 m3", "voc-industries-not-handled")
    )
    loading: VapourControl = part(VapourControl, zh="发油油气治理", en="Vapour unit of loading")
    method: str = choice("recovery", "oxidation", zh="油气处理方式（回收/氧化）", en="What the vapour unit does")
    gasoline_factor: KgPerCubicMetre = quantity(
        zh="汽油装载产污系数", en="VOC per gasoline loaded", ge=0, default=factor("voc/vf106")
    )
    diesel_factor: KgPerCubicMetre = quantity(
        zh="柴油装载产污系数", en="VOC per diesel loaded", ge=0, default=factor("voc/vf109")
    )
    least_removal: Share = quantity(
        zh="发油油气最低处理效率",
        en="Least efficiency of the vapour unit",
        ge=0,
        le=100,
        default=factor("voc-control/ve073"),
    )
    tank_mass: Tonnes = quantity(
        zh="储罐排放量（模型法）", en="VOC of the tanks, by a tank model", ge=0, optional=True, method="stated"
    )
    tanks: Items = quantity(zh="储罐数", en="Tanks", ge=0, optional=True)
    tank_working_factor: KgPerCubicMetre = quantity(
        zh="储罐工作损失系数k1", en="Working loss per volume, k1", ge=0, optional=True
    )
    tank_standing_factor: KgPerItem = quantity(
        zh="储罐静置损失系数k2", en="Standing loss per tank and year, k2", ge=0, optional=True
    )

    laws: ClassVar = (Law("loading_voc", ">=", "0", "voc-industries-more-caught-than-made"),)

    @output(zh="单位发油量能耗")
    def unit_energy(self) -> KgcePerCubicMetre:
        """Energy per gasoline and diesel loaded."""
        return self.energy / (self.gasoline + self.diesel)

    @output(zh="装载产生量", cites="t-cses-144-2024#table-e6", method="factor")
    def loading_generated(self) -> Tonnes:
        """VOC displaced by loading."""
        return self.gasoline * self.gasoline_factor + self.diesel * self.diesel_factor

    @output(zh="装载排放量", cites="t-cses-144-2024#table-e6")
    def loading_voc(self) -> Tonnes:
        """VOC of loading after the vapour unit."""
        return first_of(self.loading.mass, self.loading.after(self.loading_generated))

    @output(zh="储罐排放量", cites="t-cses-144-2024#vocs")
    def tank_voc(self) -> Tonnes:
        """VOC of the tanks: by a model, else k1 × volume + number × k2."""
        return first_of(
            self.tank_mass,
            self.gasoline * self.tank_working_factor + self.tanks * self.tank_standing_factor,
        )

    @output(zh="挥发性有机物排放量", cites="t-cses-144-2024#vocs", extensive=True)
    def voc(self) -> Tonnes:
        """VOC of loading and tanks."""
        return first_of(self.voc_mass, self.loading_voc + self.tank_voc)

    @output(zh="回收油量")
    def recovered(self) -> Tonnes:
        """Vapour that comes back as product; none where it is burnt."""
        caught = self.loading_generated - self.loading_voc
        return where(self.method == "recovery", caught, 0 * caught)

    @output(zh="油品蒸发损耗", cites="gb-t-2589-2020#4")
    def lost(self) -> Tonnes:
        """Product that is emitted or burnt in the vapour unit."""
        return self.loading_generated - self.recovered + self.tank_voc

    @output(zh="油气处理效率余量", cites="gb-20950-20951-20952-2020#gb-20950-table-1")
    def removal_margin(self) -> Share:
        """Efficiency of the vapour unit above what GB 20950-2020 asks for."""
        return self.loading.destruction - self.least_removal


@process(key="filling-station", zh="加油站", activity="gasoline", absent=NO_FUEL_BURNT)
class FillingStation(OilVapours, Process):
    """Filling station.

    VOC before recovery: EMEP/EEA factors × true vapour pressure for tank filling, breathing and refuelling;
    without a vapour pressure 3.243 g/kg for the whole chain (grade C). Recovery by `way`: "chain" takes the
    fleet averages of stages 1, 2 and 3 of T/CSES 144-2024 Table A.1 on the whole chain; "steps" takes the
    EMEP/EEA efficiencies of stages 1B and 2 on their own step.
    """

    gasoline: CubicMetres = quantity(zh="汽油销售量", en="Gasoline sold", gt=0)
    density: KgPerCubicMetre = quantity(zh="汽油密度", en="Density of gasoline", gt=0, optional=True)
    vapour_pressure: Kilopascals = quantity(zh="真实蒸气压", en="True vapour pressure", gt=0, le=101.325, optional=True)
    stage: str = choice(
        "none", "stage-1", "stage-2", "stage-3", zh="油气回收（无/一次/二次/三次）", en="Vapour recovery up to"
    )
    way: str = choice(
        "chain", "steps", zh="回收效率取法（全过程/分环节）", en="How recovery is counted", default="chain"
    )
    run_rate: Share = quantity(
        zh="油气回收设施运行率",
        en="Run rate of the recovery",
        ge=0,
        le=100,
        default=assumed("100 %", "assumed-run-rate"),
    )
    filling_factor: GramsPerCubicMetreKilopascal = quantity(
        zh="卸油系数", en="VOC of tank filling", ge=0, default=factor("voc/vf194")
    )
    breathing_factor: GramsPerCubicMetreKilopascal = quantity(
        zh="储罐呼吸系数", en="VOC of tank breathing", ge=0, default=factor("voc/vf195")
    )
    refuelling_factor: GramsPerCubicMetreKilopascal = quantity(
        zh="加油系数", en="VOC of refuelling", ge=0, default=factor("voc/vf193")
    )
    chain_factor: KgPerTonne = quantity(
        zh="全过程产污系数", en="VOC of the whole chain per gasoline", ge=0, default=factor("voc/vf209")
    )
    chain_recovery: Share = quantity(
        zh="全过程回收效率",
        en="Recovery of the whole chain",
        ge=0,
        le=100,
        default=one_of(
            ("stage == stage-1", "voc-control/ve016"),
            ("stage == stage-2", "voc-control/ve017"),
            ("stage == stage-3", "voc-control/ve018"),
        ),
    )
    filling_recovery: Share = quantity(
        zh="卸油回收效率",
        en="Recovery of tank filling",
        ge=0,
        le=100,
        default=one_of(("stage != none", "voc-control/ve088")),
    )
    refuelling_recovery: Share = quantity(
        zh="加油回收效率",
        en="Recovery of refuelling",
        ge=0,
        le=100,
        default=one_of(("stage == stage-2", "voc-control/ve089"), ("stage == stage-3", "voc-control/ve089")),
    )
    breathing_recovery: Share = quantity(
        zh="呼吸排放回收效率（三次）", en="Recovery of breathing, stage 3", ge=0, le=100, optional=True
    )

    laws: ClassVar = (Law("voc", "<=", "gasoline_mass", "voc-industries-more-lost-than-sold"),)

    @output(zh="汽油销售量（质量）")
    def gasoline_mass(self) -> Tonnes:
        """Gasoline sold, by mass."""
        return self.gasoline * self.density

    @output(zh="单位销售量能耗")
    def unit_energy(self) -> KgcePerCubicMetre:
        """Energy per gasoline sold."""
        return self.energy / self.gasoline

    @output(zh="卸油产生量", cites="emep-eea#1.B.2.a.v")
    def filling_generated(self) -> Tonnes:
        """VOC displaced when the tank is filled."""
        return self.gasoline * self.vapour_pressure * self.filling_factor

    @output(zh="呼吸产生量", cites="emep-eea#1.B.2.a.v")
    def breathing_generated(self) -> Tonnes:
        """VOC of tank breathing."""
        return self.gasoline * self.vapour_pressure * self.breathing_factor

    @output(zh="加油产生量", cites="emep-eea#1.B.2.a.v")
    def refuelling_generated(self) -> Tonnes:
        """VOC displaced when cars are refuelled."""
        return self.gasoline * self.vapour_pressure * self.refuelling_factor

    @output(zh="挥发性有机物产生量", cites="emep-eea#1.B.2.a.v")
    def voc_generated(self) -> Tonnes:
        """VOC before recovery: by steps, else by the factor of the whole chain."""
        steps = self.filling_generated + self.breathing_generated + self.refuelling_generated
        return first_of(steps, self.gasoline_mass * self.chain_factor)

    @output(zh="全过程法排放量", cites="t-cses-144-2024#table-a1")
    def chain_voc(self) -> Tonnes:
        """VOC with one recovery for the whole chain."""
        passed = where(self.stage == "none", 1, 1 - self.chain_recovery * self.run_rate)
        return self.voc_generated * passed

    @output(zh="分环节法排放量", cites="emep-eea#1.B.2.a.v")
    def steps_voc(self) -> Tonnes:
        """VOC with the recovery of each step."""
        filling = where(self.stage == "none", 1, 1 - self.filling_recovery * self.run_rate)
        refuelled = (self.stage == "stage-2") | (self.stage == "stage-3")
        refuelling = where(refuelled, 1 - self.refuelling_recovery * self.run_rate, 1)
        breathing = where(self.stage == "stage-3", 1 - self.breathing_recovery * self.run_rate, 1)
        return (
            self.filling_generated * filling
            + self.breathing_generated * breathing
            + self.refuelling_generated * refuelling
        )

    @output(zh="挥发性有机物排放量", cites="t-cses-144-2024#table-a1", extensive=True)
    def voc(self) -> Tonnes:
        """VOC emitted."""
        return first_of(self.voc_mass, where(self.way == "chain", self.chain_voc, self.steps_voc))

    @output(zh="油品蒸发损耗", cites="gb-t-2589-2020#4")
    def lost(self) -> Tonnes:
        """Product that is emitted; what is recovered goes back into the tank."""
        return self.voc
