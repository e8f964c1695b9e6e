"""Water: sewage works, reclaimed water, leachate, and the sewage of county towns.

    R = Q2 (C_in,2 − C_out,2) − Q1 (C_in,1 − C_out,1)

Source: counting of urban sewage works; a new works, more volume, a richer inflow and a better effluent are all
in it, and must not be added to it. COD and NH3-N of a works are therefore what it takes out of the water, as a
negative emission, compared without adjustment to volume. What it discharges stands beside them, adjusted to
volume as usual: that saving is the part of the effluent alone.
"""

from __future__ import annotations

from typing import ClassVar

from ecdcalc.equations.water import aeration_energy, oxygen_demand
from ecdcalc.plugin import (
    GIVEN,
    NO_SOURCE,
    CubicMetres,
    CubicMetresPerTonne,
    EnergyUse,
    KgPerKwh,
    KilowattHours,
    KwhPerCubicMetre,
    KwhPerKg,
    Law,
    Metres,
    MgPerCubicMetre,
    MgPerLitre,
    Process,
    Ratio,
    Record,
    Share,
    Tonnes,
    assumed,
    choice,
    factor,
    one_of,
    output,
    process,
    quantity,
    record,
    where,
)

_AIR = dict.fromkeys(("nox", "so2", "pm"), "no-source-class")


@record
class Treatment(EnergyUse, Record):
    """Water that is treated: metered volume, and annual means of inflow and outflow weighted by flow.

    Of one pollutant alone the other may be left out.
    """

    gives: ClassVar = (*GIVEN, "biogas")

    volume: CubicMetres = quantity(zh="处理水量（计量）", en="Water treated, metered", gt=0)
    cod_in: MgPerLitre = quantity(zh="进水COD", en="COD of the inflow", ge=0, optional=True)
    cod_out: MgPerLitre = quantity(zh="出水COD", en="COD of the outflow", ge=0, optional=True)
    nh3n_in: MgPerLitre = quantity(zh="进水氨氮", en="NH3-N of the inflow", ge=0, optional=True)
    nh3n_out: MgPerLitre = quantity(zh="出水氨氮", en="NH3-N of the outflow", ge=0, optional=True)
    withheld: Share = quantity(
        zh="暂扣的COD减排比例（污泥未安全处置等）", en="Share of the COD credit withheld, as for unsafe sludge",
        ge=0, le=100, default=assumed("0 %", "environment-nothing-withheld"),
    )  # fmt: skip

    laws: ClassVar[tuple[Law, ...]] = (
        Law("cod_out", "<=", "cod_in", "cleans-nothing"),
        Law("nh3n_out", "<=", "nh3n_in", "cleans-nothing"),
    )

    @output(zh="COD去除量", cites="stp-training#text")
    def cod_removed(self) -> Tonnes:
        """COD removed."""
        return self.volume * (self.cod_in - self.cod_out)

    @output(zh="氨氮去除量", cites="stp-training#text")
    def nh3n_removed(self) -> Tonnes:
        """NH3-N removed."""
        return self.volume * (self.nh3n_in - self.nh3n_out)

    @output(
        zh="化学需氧量净排放（去除为负）",
        cites="stp-training#text",
        extensive=True,
        adjusted=False,
        method="monitoring",
    )
    def cod(self) -> Tonnes:
        """COD taken out of the water, negative; compared without adjustment to volume."""
        return -self.cod_removed * (1 - self.withheld)

    @output(zh="氨氮净排放（去除为负）", cites="stp-training#text", extensive=True, adjusted=False, method="monitoring")
    def nh3n(self) -> Tonnes:
        """NH3-N taken out of the water, negative; compared without adjustment to volume."""
        return -self.nh3n_removed

    @output(zh="出水COD排放量", cites="stp-training#text", extensive=True)
    def cod_discharged(self) -> Tonnes:
        """COD discharged; what is saved of it, adjusted to volume, is the effect of the effluent alone."""
        return self.volume * self.cod_out

    @output(zh="出水氨氮排放量", cites="stp-training#text", extensive=True)
    def nh3n_discharged(self) -> Tonnes:
        """NH3-N discharged; what is saved of it, adjusted to volume, is the effect of the effluent alone."""
        return self.volume * self.nh3n_out

    @output(zh="单位水量电耗")
    def unit_electricity(self) -> KwhPerCubicMetre:
        """Electricity per water treated."""
        return self.electricity / self.volume

    @output(zh="单位COD去除电耗")
    def electricity_per_cod(self) -> KwhPerKg:
        """Electricity per COD removed."""
        return self.electricity / self.cod_removed


@process(key="sewage-works", zh="城镇污水处理厂", activity="volume", absent=_AIR)
class SewageWorks(Treatment, Process):
    """Sewage works.

    Only metered volume counts; bypass and storm water do not. CH4 and N2O are not counted: no factor. Oxygen and
    aeration show where the electricity goes (GB 50014 writes the carbon as 1.47 BOD5, here it is the COD).
    """

    bod5_in: MgPerLitre = quantity(zh="进水BOD5", en="BOD5 of the inflow", ge=0, optional=True)
    bod5_normal: MgPerLitre = quantity(
        zh="进水BOD5正常下限", en="BOD5 below which the inflow is abnormal", gt=0, default=factor("water/wf022")
    )
    sewers_faulty: Metres = quantity(
        zh="片区需整治管网长度", en="Sewers of the catchment to be repaired", gt=0, optional=True
    )
    sewers_repaired: Metres = quantity(zh="已整治管网长度", en="Sewers repaired", ge=0, optional=True)
    volatile_sludge: Tonnes = quantity(
        zh="排出的剩余污泥量（挥发性）", en="Volatile sludge wasted", ge=0, optional=True
    )
    aeration_efficiency: KgPerKwh = quantity(
        zh="实际曝气动力效率（每千瓦时供氧）", en="Aeration efficiency in process water, O2 per electricity",
        gt=0, le=6, optional=True,
    )  # fmt: skip
    oxygen_per_sludge: Ratio = quantity(
        zh="剩余污泥的氧当量", en="Oxygen equivalent of sludge", gt=0, default=factor("constant/oxygen-per-sludge")
    )
    oxygen_per_nitrogen: Ratio = quantity(
        zh="氧化氨氮需氧量", en="Oxygen per nitrogen oxidised", gt=0, default=factor("constant/oxygen-per-nitrogen")
    )
    voc_factor: MgPerCubicMetre = quantity(
        zh="挥发性有机物系数", en="VOC per waste water", ge=0, default=factor("voc/vf198")
    )

    laws: ClassVar[tuple[Law, ...]] = (
        Law("sewers_repaired", "<=", "sewers_faulty", "part-above-whole"),
        Law("bod5_in", "<=", "cod_in", "part-above-whole"),
    )

    @output(zh="挥发性有机物排放量", cites="emep-eea#5.D", extensive=True)
    def voc(self) -> Tonnes:
        """VOC of the waste water."""
        return self.volume * self.voc_factor

    @output(zh="生化需氧量", cites="gb-50014-2006#6.8.2")
    def oxygen(self) -> Tonnes:
        """Oxygen that the treatment takes; all COD removed counts as degradable, and no credit for denitrification."""
        return oxygen_demand(
            cod_removed=self.cod_removed,
            sludge=self.volatile_sludge,
            oxygen_per_sludge=self.oxygen_per_sludge,
            nitrogen_oxidised=self.nh3n_removed,
            oxygen_per_nitrogen=self.oxygen_per_nitrogen,
        )

    @output(zh="曝气用电量（估算）", cites="metcalf-eddy-2014#5")
    def aeration(self) -> KilowattHours:
        """Electricity of aeration: oxygen over aeration efficiency."""
        return aeration_energy(oxygen=self.oxygen, field_efficiency=self.aeration_efficiency)

    @output(zh="曝气电耗占比（估算）")
    def aeration_share(self) -> Share:
        """Share of aeration in the electricity of the works."""
        return self.aeration / self.electricity

    @output(zh="进水BOD5与正常下限之差", cites="expert-unconfirmed#inflow")
    def bod5_margin(self) -> MgPerLitre:
        """BOD5 of the inflow above what is normal; below zero the inflow is abnormal."""
        return self.bod5_in - self.bod5_normal

    @output(zh="片区管网整治率", cites="plan-yuncheng-14fyp#sewers")
    def sewers_done(self) -> Share:
        """Share of the faulty sewers of the catchment that are repaired."""
        return self.sewers_repaired / self.sewers_faulty


@process(key="leachate", zh="垃圾渗滤液处理", activity="volume", absent={**_AIR, "voc": "no-generation-factor"})
class Leachate(Treatment, Process):
    """Leachate treatment.

    If the effluent goes to a sewage works, the outflow concentrations are those of that works.
    """

    cod_in: MgPerLitre = quantity(zh="原液COD", en="COD of raw leachate", ge=0, default=factor("water/wf024"))
    nh3n_in: MgPerLitre = quantity(zh="原液氨氮", en="NH3-N of raw leachate", ge=0, default=factor("water/wf025"))
    source: str = choice("landfill", "incinerator", zh="来源（填埋场/焚烧厂）", en="Source")
    waste: Tonnes = quantity(zh="垃圾量", en="Refuse that it comes from", gt=0, optional=True)
    rate: CubicMetresPerTonne = quantity(
        zh="渗滤液产生率", en="Leachate per refuse", ge=0,
        default=one_of(("source == landfill", "water/wf026"), ("", "water/wf027")),
    )  # fmt: skip

    @output(zh="渗滤液产生量（估算）", cites="expert-unconfirmed#leachate")
    def expected(self) -> CubicMetres:
        """Leachate expected from the refuse."""
        return self.waste * self.rate

    @output(zh="渗滤液处理率（估算）", cites="expert-unconfirmed#leachate")
    def treated_share(self) -> Share:
        """Leachate treated over leachate expected."""
        return self.volume / self.expected


@process(
    key="reclaimed-water",
    zh="再生水利用",
    absent=dict.fromkeys(("nox", "voc", "so2", "pm"), "no-source-class"),
)
class ReclaimedWater(EnergyUse, Process):
    """Reclaimed water.

    R = Q_reused × C_effluent: the load that would have been discharged, so the concentrations are those of the
    works' outlet. Only metered delivery counts. Water given back to the river earns no credit unless the rule in
    force allows it. Electricity is compared as it is: more reuse takes more.
    """

    reused: CubicMetres = quantity(zh="再生水利用量（计量）", en="Reclaimed water delivered, metered", ge=0)
    discharged: CubicMetres = quantity(zh="污水处理厂出水量", en="Effluent of the works", gt=0, optional=True)
    cod_effluent: MgPerLitre = quantity(zh="污水处理厂出水COD", en="COD of the works' effluent", ge=0)
    nh3n_effluent: MgPerLitre = quantity(zh="污水处理厂出水氨氮", en="NH3-N of the works' effluent", ge=0)
    use: str = choice("supply", "river", zh="用途（工业、市政、灌溉供水/河道补水）", en="Use")
    river_credit: str = choice("no", "yes", zh="河道补水是否计入减排", en="Credit for water to the river", default="no")

    laws: ClassVar[tuple[Law, ...]] = (Law("reused", "<=", "discharged", "part-above-whole"),)

    @output(zh="计入减排的再生水量", cites="pollutant-accounting-2021#reclaimed-water")
    def credited(self) -> CubicMetres:
        """Reclaimed water that earns credit."""
        return where((self.use == "river") & (self.river_credit == "no"), 0 * self.reused, 1 * self.reused)

    @output(
        zh="化学需氧量净排放（减排为负）",
        cites="pollutant-accounting-2021#reclaimed-water",
        extensive=True,
        method="monitoring",
    )
    def cod(self) -> Tonnes:
        """COD kept from discharge, negative."""
        return -self.credited * self.cod_effluent

    @output(
        zh="氨氮净排放（减排为负）",
        cites="pollutant-accounting-2021#reclaimed-water",
        extensive=True,
        method="monitoring",
    )
    def nh3n(self) -> Tonnes:
        """NH3-N kept from discharge, negative."""
        return -self.credited * self.nh3n_effluent

    @output(zh="替代新水量（负值）", extensive=True)
    def fresh_water(self) -> CubicMetres:
        """Fresh water replaced, negative."""
        return -self.reused

    @output(zh="再生水利用率")
    def reuse_rate(self) -> Share:
        """Reclaimed water over the effluent of the works."""
        return self.reused / self.discharged

    @output(zh="单位再生水电耗")
    def unit_electricity(self) -> KwhPerCubicMetre:
        """Electricity per reclaimed water."""
        return self.electricity / self.reused


@process(key="county-sewage", zh="县城污水", absent=NO_SOURCE)
class CountySewage(Process):
    """County-town sewage.

    The share that is treated; what the treatment takes out is counted in the sewage works.
    """

    produced: CubicMetres = quantity(zh="污水产生量", en="Sewage produced", gt=0)
    treated: CubicMetres = quantity(zh="污水处理量", en="Sewage treated", ge=0)

    laws: ClassVar[tuple[Law, ...]] = (Law("treated", "<=", "produced", "part-above-whole"),)

    @output(zh="县城污水处理率", cites="plan-yuncheng-14fyp#sewage")
    def treatment_rate(self) -> Share:
        """Sewage treated over sewage produced."""
        return self.treated / self.produced
