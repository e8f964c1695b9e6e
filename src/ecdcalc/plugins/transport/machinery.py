"""Non-road mobile machinery."""

from __future__ import annotations

from typing import ClassVar

from ecdcalc.plugin import (
    EnergyUse,
    GramsPerKwh,
    Hours,
    Items,
    KgPerTonne,
    KilowattHours,
    Kilowatts,
    Process,
    Published,
    Share,
    Tonnes,
    amount_of,
    choice,
    one_of,
    output,
    process,
    quantity,
    where,
)
from ecdcalc.plugins.transport.road import NO_WATER_NO_SO2

STAGES = ("pre-china-1", "china-1", "china-2", "china-3", "china-4")


def _per_fuel(pollutant: str, **guide: str) -> Published:
    """Return the factors per fuel: of the guidebook by machine and stage, and the fleet averages of the guide."""
    staged = [("construction", each) for each in STAGES] + [("agriculture", each) for each in STAGES[1:]]
    cases = [
        (f"factors == emep & machine == {machine} & stage == {stage}", f"nonroad-china/{machine}-{stage}-{pollutant}")
        for machine, stage in staged
    ]
    cases += [(f"factors == guide & machine == {machine}", row) for machine, row in guide.items()]
    return one_of(*cases)


@process(key="machinery", zh="非道路移动机械", activity="machines", absent=NO_WATER_NO_SO2)
class Machinery(EnergyUse, Process):
    """Non-road machinery.

    Machines of one kind and stage, by the fuel they burn or by power and hours. The Chinese stages take the EMEP
    factors of the European stages with the same limits: I, II, IIIA, IIIB for China I to IV. That reading is an
    interpretation, and its factors are of grade C. VOC by stage is NMVOC, of the guide's averages HC.

    Departures: T/CSES and the guide set China stages; the guidebook knows European ones only.
    """

    gives: ClassVar = ()

    machine: str = choice("construction", "agriculture", zh="机械类别（工程/农业）", en="Kind of machinery")
    stage: str = choice(*STAGES, zh="排放阶段", en="Emission stage", optional=True)
    method: str = choice("fuel", "power", zh="方法（燃油/功率）", en="Method", default="fuel")
    factors: str = choice(
        "emep",
        "guide",
        zh="燃油法因子来源（EMEP 分阶段/指南平均）",
        en="Source of the factors per fuel",
        default="emep",
    )
    machines: Items = quantity(zh="机械台数", en="Machines", gt=0)
    rated_power: Kilowatts = quantity(zh="额定总功率", en="Rated power of all machines", gt=0, optional=True)
    engine_power: Kilowatts = quantity(zh="单机功率", en="Power of one engine", gt=0, optional=True)
    hours: Hours = quantity(zh="年工作小时", en="Hours of work", ge=0, le=8784, optional=True)
    load_factor: Share = quantity(
        zh="负荷因子",
        en="Load factor",
        gt=0,
        le=100,
        default=one_of(("machine == construction", "vehicle/vh1147"), ("machine == agriculture", "vehicle/vh1148")),
    )
    nox_per_fuel: KgPerTonne = quantity(
        zh="单位燃油氮氧化物排放因子",
        en="NOx per fuel",
        ge=0,
        default=_per_fuel("nox", construction="vehicle/vh1127", agriculture="vehicle/vh1129"),
    )
    hc_per_fuel: KgPerTonne = quantity(
        zh="单位燃油碳氢排放因子",
        en="HC per fuel",
        ge=0,
        default=_per_fuel("voc", construction="vehicle/vh1128", agriculture="vehicle/vh1130"),
    )
    pm_per_fuel: KgPerTonne = quantity(zh="单位燃油颗粒物排放因子", en="PM per fuel", ge=0, optional=True)
    nox_per_work: GramsPerKwh = quantity(
        zh="单位做功氮氧化物排放因子（缺省为限值）",
        en="NOx per work; the test limit unless given",
        ge=0,
        default=one_of(
            ("stage == china-1 & engine_power >= 37 kW & engine_power <= 560 kW", "vehicle/vh1146"),
            ("stage == china-2 & engine_power >= 130 kW & engine_power <= 560 kW", "vehicle/vh1142"),
            ("stage == china-2 & engine_power >= 75 kW & engine_power < 130 kW", "vehicle/vh1143"),
            ("stage == china-2 & engine_power >= 37 kW & engine_power < 75 kW", "vehicle/vh1144"),
            ("stage == china-2 & engine_power >= 18 kW & engine_power < 37 kW", "vehicle/vh1145"),
            ("stage == china-4 & engine_power > 560 kW", "vehicle/vh1141"),
            ("stage == china-4 & engine_power >= 130 kW", "vehicle/vh1138"),
            ("stage == china-4 & engine_power >= 56 kW", "vehicle/vh1139"),
        ),
        only_with={"method": ("power",)},
    )
    hc_per_work: GramsPerKwh = quantity(
        zh="单位做功碳氢排放因子", en="HC per work", ge=0, optional=True, only_with={"method": ("power",)}
    )
    pm_per_work: GramsPerKwh = quantity(
        zh="单位做功颗粒物排放因子", en="PM per work", ge=0, optional=True, only_with={"method": ("power",)}
    )

    @output(zh="柴油用量")
    def diesel_burnt(self) -> Tonnes:
        """Diesel burnt; electric machines say `diesel = "0 t"`."""
        return amount_of(self.carriers, ("diesel",))

    @output(zh="做功量", cites="nonroad-guide#power")
    def work(self) -> KilowattHours:
        """Work of the engines: rated power × load factor × hours."""
        return self.rated_power * self.load_factor * self.hours

    @output(zh="氮氧化物排放量", cites="nonroad-guide#fuel", extensive=True)
    def nox(self) -> Tonnes:
        """NOx of the engines."""
        return where(self.method == "power", self.work * self.nox_per_work, self.diesel_burnt * self.nox_per_fuel)

    @output(zh="挥发性有机物排放量", cites="nonroad-guide#fuel", extensive=True)
    def voc(self) -> Tonnes:
        """VOC of the engines, as HC."""
        return where(self.method == "power", self.work * self.hc_per_work, self.diesel_burnt * self.hc_per_fuel)

    @output(zh="颗粒物排放量", cites="nonroad-guide#fuel", extensive=True)
    def pm(self) -> Tonnes:
        """PM of the engines."""
        return where(self.method == "power", self.work * self.pm_per_work, self.diesel_burnt * self.pm_per_fuel)
