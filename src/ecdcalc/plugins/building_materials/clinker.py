"""The clinker line."""

from __future__ import annotations

from typing import ClassVar

from ecdcalc.plugin import (
    Electricity,
    Gigajoules,
    Grading,
    Heat,
    HeatEngine,
    KgcePerKwh,
    KgcePerTonne,
    KgPerGj,
    KgPerTonne,
    KilowattHours,
    KjPerKg,
    KwhPerTonne,
    Law,
    Megapascals,
    Metres,
    Number,
    Pascals,
    Ratio,
    Share,
    StandardCoal,
    Tce,
    Tonnes,
    TonnesPerTonne,
    assumed,
    at_least,
    choice,
    factor,
    first_of,
    impossible,
    one_of,
    output,
    process,
    quantity,
    total,
    where,
)
from ecdcalc.plugins.building_materials.corrections import (
    altitude_factor,
    altitude_factor_2012,
    formation_heat,
    strength_factor,
)
from ecdcalc.plugins.building_materials.kiln import DRY, Kiln

COMPARABLE = ("gb-16780-2012", "gb-16780-2007")
"""Editions that compare values at standard conditions."""


@process(key="clinker", zh="水泥熟料生产线", activity="clinker", absent=DRY)
class ClinkerLine(HeatEngine, StandardCoal, Kiln):
    """Clinker line, from raw materials to clinker.

    Energy is that of GB 16780: fuels and electricity, waste-heat power deducted. Electricity among the carriers is
    what is bought; `waste_heat_power` is what the line makes of its waste heat and uses. Alternative fuel made of
    waste stands apart from the carriers: it is heat in the balance, and energy only where
    `alternative_counted` says so, as the published text of the limit does not tell.
    Departures: the plan's comparable energy (可比) is a term of the edition of 2012, which brings the energy to
    52.5 MPa and to sea level, and takes waste-heat power off at 0.404 kgce/kWh, as public programs do. By the
    edition of 2021 it is divided by the altitude factor of the level 3 limit. `comparable_edition` decides.
    """

    clinker: Tonnes = quantity(zh="熟料产量", en="Clinker output", gt=0)
    kiln: str = choice(
        "nsp", "shaft", "other-rotary", zh="窑型（新型干法/立窑/其他回转窑）", en="Kind of kiln", default="nsp"
    )
    kind: str = choice("portland", "white", "csa", "aluminate", zh="熟料品种", en="Kind of clinker", default="portland")
    raw_meal: Tonnes = quantity(zh="生料用量", en="Raw meal", gt=0, optional=True)
    waste_heat_power: KilowattHours = quantity(
        zh="余热发电自用电量", en="Electricity from waste heat, used by the line", ge=0, optional=True
    )
    altitude: Metres = quantity(zh="海拔高度", en="Altitude of the site", optional=True)
    pressure: Pascals = quantity(zh="当地大气压", en="Mean pressure of the site", gt=0, le=120000, optional=True)
    comparable_edition: str = choice(
        "edition-2021",
        "edition-2012",
        zh="可比能耗口径（GB 16780 版本）",
        en="Edition of GB 16780 for the comparable energy",
        default="edition-2021",
    )
    strength: Megapascals = quantity(
        zh="熟料28天抗压强度", en="Compressive strength of the clinker at 28 days", gt=0, le=100, optional=True
    )

    alternative_heat: Gigajoules = quantity(
        zh="替代燃料热量", en="Heat of alternative fuel", ge=0, default=assumed("0 GJ", "building-no-alternative-fuel")
    )
    alternative_co2: KgPerGj = quantity(
        zh="替代燃料化石碳排放因子", en="Fossil CO2 per heat of alternative fuel", ge=0, optional=True
    )
    alternative_counted: str = choice(
        "no", "yes", zh="替代燃料是否计入综合能耗", en="Whether alternative fuel counts as energy", default="no"
    )
    electricity_coal: KgcePerKwh = quantity(
        zh="电力当量值",
        en="Calorific factor of electricity",
        gt=0,
        default=factor("coal-2020/electricity-calorific.coal"),
    )
    waste_heat_power_coal: KgcePerKwh = quantity(
        zh="余热供电折标系数（2007、2012年版）",
        en="Coal of waste-heat power, editions of 2007 and 2012",
        gt=0,
        default=factor("coal-nbs/electricity-404-historic.coal"),
    )
    formation_heat: KjPerKg = quantity(zh="熟料形成热", en="Heat of clinker formation", gt=0, optional=True)
    preheater_loss: KjPerKg = quantity(
        zh="预热器出口废气热损失", en="Heat in preheater gas, per clinker", ge=0, optional=True
    )
    cooler_loss: KjPerKg = quantity(
        zh="冷却机余风热损失", en="Heat in cooler exhaust, per clinker", ge=0, optional=True
    )
    surface_loss: KjPerKg = quantity(zh="表面散热损失", en="Heat through surfaces, per clinker", ge=0, optional=True)
    clinker_heat: KjPerKg = quantity(zh="出冷却机熟料热损失", en="Heat in the clinker", ge=0, optional=True)

    least_formation_heat: KjPerKg = quantity(
        zh="熟料形成热下限",
        en="Least heat of clinker formation",
        gt=0,
        default=one_of(("kind == portland", "constant/clinker-formation-heat-least")),
    )

    cao: Share = quantity(zh="熟料CaO含量", en="CaO in clinker", ge=0, le=100, optional=True)
    mgo: Share = quantity(zh="熟料MgO含量", en="MgO in clinker", ge=0, le=100, optional=True)
    sio2: Share = quantity(zh="熟料SiO2含量", en="SiO2 in clinker", ge=0, le=100, optional=True)
    al2o3: Share = quantity(zh="熟料Al2O3含量", en="Al2O3 in clinker", ge=0, le=100, optional=True)
    fe2o3: Share = quantity(zh="熟料Fe2O3含量", en="Fe2O3 in clinker", ge=0, le=100, optional=True)
    free_cao: Share = quantity(
        zh="非碳酸盐来源CaO（占熟料）", en="CaO not from carbonates, share of clinker", ge=0, le=100, optional=True
    )
    free_mgo: Share = quantity(
        zh="非碳酸盐来源MgO（占熟料）", en="MgO not from carbonates, share of clinker", ge=0, le=100, optional=True
    )
    co2_per_cao: TonnesPerTonne = quantity(
        zh="CaO对应排放因子", en="CO2 per CaO", gt=0, default=factor("co2-process/clinker-cao")
    )
    co2_per_mgo: TonnesPerTonne = quantity(
        zh="MgO对应排放因子", en="CO2 per MgO", gt=0, default=factor("co2-process/clinker-mgo")
    )
    clinker_co2: TonnesPerTonne = quantity(
        zh="熟料过程排放因子",
        en="Process CO2 per clinker",
        gt=0,
        default=one_of(
            ("kind == portland", "co2-process/clinker-portland"),
            ("kind == white", "co2-process/clinker-white"),
            ("kind == csa", "co2-process/clinker-csa"),
            ("kind == aluminate", "co2-process/clinker-aluminate"),
        ),
    )
    carbide_slag: Tonnes = quantity(
        zh="电石渣、镁渣用量（干）",
        en="Carbide or magnesium slag, dry",
        ge=0,
        default=assumed("0 t", "building-no-carbonate-free-feed"),
    )
    carbide_slag_co2: TonnesPerTonne = quantity(
        zh="电石渣扣减因子", en="CO2 deducted per slag", ge=0, default=factor("co2-process/clinker-alt-carbide-slag")
    )
    hydrated_lime: Tonnes = quantity(
        zh="熟石灰、脱硫粉剂用量（干）",
        en="Hydrated lime, dry",
        ge=0,
        default=assumed("0 t", "building-no-carbonate-free-feed"),
    )
    hydrated_lime_co2: TonnesPerTonne = quantity(
        zh="熟石灰扣减因子", en="CO2 deducted per lime", ge=0, default=factor("co2-process/clinker-alt-caoh2")
    )

    nox_factor: KgPerTonne = quantity(
        zh="氮氧化物产污系数",
        en="NOx generated per clinker",
        ge=0,
        default=one_of(
            ("kiln == nsp", "nox/nx052"), ("kiln == shaft", "nox/nx053"), ("kiln == other-rotary", "nox/nx054")
        ),
    )
    so2_factor: KgPerTonne = quantity(
        zh="二氧化硫产污系数", en="SO2 generated per clinker", ge=0, default=one_of(("kiln == nsp", "cobenefit/cb060"))
    )
    pm_factor: KgPerTonne = quantity(
        zh="颗粒物产污系数（PM10）",
        en="PM generated per clinker, as PM10",
        ge=0,
        default=one_of(("kiln == nsp", "cobenefit/cb062")),
    )
    voc_factor: KgPerTonne = quantity(
        zh="挥发性有机物产污系数", en="VOC generated per clinker", ge=0, default=factor("voc/vf009")
    )
    reference_oxygen: Share = quantity(
        zh="基准氧含量", en="Reference oxygen", ge=0, lt=21, default=factor("reference-gas/cement-kiln")
    )
    energy_level_3: KgcePerTonne = quantity(
        zh="熟料综合能耗3级", en="Level 3 of energy", default=factor("gb-16780-2021/clinker-energy-level-3")
    )
    coal_level_3: KgcePerTonne = quantity(
        zh="熟料综合煤耗3级", en="Level 3 of coal", default=factor("gb-16780-2021/clinker-coal-level-3")
    )
    electricity_level_3: KwhPerTonne = quantity(
        zh="熟料综合电耗3级", en="Level 3 of electricity", default=factor("gb-16780-2021/clinker-electricity-level-3")
    )

    gradings: ClassVar = (
        Grading(
            output="unit_energy",
            product=factor("gb16780-2021.clinker.comprehensive"),
            shifts=("", "", "energy_shift_level_3"),
            earlier=dict.fromkeys(COMPARABLE, "comparable_2012"),
        ),
        Grading(
            output="unit_coal",
            product=factor("gb16780-2021.clinker.coal"),
            shifts=("", "", "coal_shift_level_3"),
            earlier=dict.fromkeys(COMPARABLE, "comparable_coal_2012"),
        ),
        Grading(
            output="unit_electricity",
            product=factor("gb16780-2021.clinker.electricity"),
            shifts=("", "", "electricity_shift_level_3"),
            earlier=dict.fromkeys(COMPARABLE, "comparable_electricity_2012"),
        ),
    )
    laws: ClassVar = (
        Law("least_heat", "<=", "heat_consumption", "building-below-formation"),
        Law("waste_heat_power", "<=", "greatest_generation", "power-above-heat-allows"),
        Law("waste_heat_used", "<=", "heat_lost", "building-heat-used"),
    )

    @output(zh="产品质量")
    def product_mass(self) -> Tonnes:
        """Clinker."""
        return self.clinker

    @output(zh="替代燃料计入综合能耗的部分", cites="gb-16780-2021#indicators")
    def alternative_energy(self) -> Tce:
        """Alternative fuel that counts as energy: none, unless `alternative_counted` says so."""
        heat = self.alternative_heat / self.standard_coal_heat
        return where(self.alternative_counted == "yes", heat, 0 * heat)

    @output(zh="综合能耗", cites="gb-16780-2021#indicators", extensive=True)
    def energy(self) -> Tce:
        """Comprehensive energy: carriers, with alternative fuel if it counts."""
        return self.carrier_energy + self.alternative_energy

    @output(zh="熟料单位产品综合能耗", cites="gb-16780-2021#indicators")
    def unit_energy(self) -> KgcePerTonne:
        """Comprehensive energy per tonne of clinker, waste-heat power deducted."""
        return self.energy / self.clinker

    @output(zh="熟料单位产品综合煤耗", cites="gb-16780-2021#indicators")
    def unit_coal(self) -> KgcePerTonne:
        """Fuel per tonne of clinker, waste-heat power deducted at the calorific value."""
        fuel = self.fuel_energy + self.alternative_energy
        return (fuel - self.waste_heat_power * self.electricity_coal) / self.clinker

    @output(zh="熟料单位产品综合电耗", cites="gb-16780-2021#indicators")
    def unit_electricity(self) -> KwhPerTonne:
        """All electricity used per tonne of clinker, bought or made of waste heat."""
        return (self.electricity + self.waste_heat_power) / self.clinker

    @output(zh="海拔修正系数", cites="gb-16780-2021#5.3")
    def altitude_factor(self) -> Ratio:
        """Altitude factor K."""
        return altitude_factor(altitude=self.altitude, pressure=self.pressure)

    @output(zh="海拔修正系数（2012年版）", cites="gb-16780-2012#comparable")
    def altitude_factor_2012(self) -> Ratio:
        """Altitude factor of the edition of 2012."""
        return altitude_factor_2012(altitude=self.altitude, pressure=self.pressure)

    @output(zh="可比熟料综合能耗", cites="gb-16780-2012#comparable")
    def comparable_energy(self) -> KgcePerTonne:
        """Comparable energy per tonne of clinker: at sea level, by the edition of 2012 also at 52.5 MPa."""
        today = self.unit_energy / self.altitude_factor
        return where(self.comparable_edition == "edition-2012", self.comparable_2012, today)

    @output(zh="可比熟料综合能耗（2012年版）", cites="gb-16780-2012#comparable")
    def comparable_2012(self) -> KgcePerTonne:
        """Comparable energy per tonne of clinker by the editions of 2007 and 2012: at sea level and 52.5 MPa."""
        return (self.unit_energy - self._deducted_more) * self._to_standard

    @output(zh="可比熟料综合煤耗（2012年版）", cites="gb-16780-2012#comparable")
    def comparable_coal_2012(self) -> KgcePerTonne:
        """Comparable fuel per tonne of clinker by the same editions."""
        return (self.unit_coal - self._deducted_more) * self._to_standard

    @output(zh="可比熟料综合电耗（2012年版）", cites="gb-16780-2012#comparable")
    def comparable_electricity_2012(self) -> KwhPerTonne:
        """Comparable electricity per tonne of clinker by the same editions."""
        return self.unit_electricity * self._to_standard

    @property
    def _deducted_more(self) -> Number:
        """What the earlier editions deduct for waste-heat power beyond its calorific value."""
        return self.waste_heat_power * (self.waste_heat_power_coal - self.electricity_coal) / self.clinker

    @property
    def _to_standard(self) -> Number:
        return strength_factor(strength=self.strength) * self.altitude_factor_2012

    @output(zh="综合能耗3级限额修正量", cites="gb-16780-2021#5.3")
    def energy_shift_level_3(self) -> KgcePerTonne:
        """Altitude allowance of the level 3 limit of energy."""
        return self.energy_level_3 * (self.altitude_factor - 1)

    @output(zh="综合煤耗3级限额修正量", cites="gb-16780-2021#5.3")
    def coal_shift_level_3(self) -> KgcePerTonne:
        """Altitude allowance of the level 3 limit of coal."""
        return self.coal_level_3 * (self.altitude_factor - 1)

    @output(zh="综合电耗3级限额修正量", cites="gb-16780-2021#5.3")
    def electricity_shift_level_3(self) -> KwhPerTonne:
        """Altitude allowance of the level 3 limit of electricity."""
        return self.electricity_level_3 * (self.altitude_factor - 1)

    @output(zh="燃料热量")
    def heat_input(self) -> Gigajoules:
        """Heat fired: fuels and alternative fuel; steam that is given out or taken in is not fired."""
        fired = total(line.coal for line in self.carriers.values() if not isinstance(line, (Electricity, Heat)))
        return fired * self.standard_coal_heat + self.alternative_heat

    @output(zh="熟料热耗")
    def heat_consumption(self) -> KjPerKg:
        """Heat fired per clinker."""
        return self.heat_input / self.clinker

    @output(zh="熟料形成热", cites="clinker-formation")
    def heat_of_formation(self) -> KjPerKg:
        """Heat of clinker formation: as given, or by the oxides of the clinker."""
        by_oxides = formation_heat(
            cao=self.cao - self.free_cao,
            mgo=self.mgo - self.free_mgo,
            sio2=self.sio2,
            al2o3=self.al2o3,
            fe2o3=self.fe2o3,
        )
        return first_of(self.formation_heat, by_oxides)

    @output(zh="熟料形成热（核对下限）", cites="clinker-formation")
    def least_heat(self) -> KjPerKg:
        """Heat of formation that the heat fired is held against; a floor where neither it nor the oxides are given."""
        burnt_lime = self.carbide_slag + self.hydrated_lime
        floor = where(burnt_lime > 0 * burnt_lime, impossible("building-lime-not-burnt"), self.least_formation_heat)
        return first_of(self.heat_of_formation, floor)

    @output(zh="烧成系统热效率")
    def heat_efficiency(self) -> Share:
        """Heat of formation over heat fired."""
        return self.heat_of_formation / self.heat_consumption

    @output(zh="热平衡差额")
    def heat_unaccounted(self) -> KjPerKg:
        """Heat fired that no item of the balance accounts for: moisture, dust, other losses, errors."""
        losses = self.preheater_loss + self.cooler_loss + self.surface_loss + self.clinker_heat
        return self.heat_consumption - self.heat_of_formation - losses

    @output(zh="可用余热")
    def waste_heat(self) -> KilowattHours:
        """Heat in preheater gas and cooler exhaust."""
        return (self.preheater_loss + self.cooler_loss) * self.clinker

    @output(zh="余热允许的最大发电量", cites="moran-shapiro-2014#5")
    def greatest_generation(self) -> KilowattHours:
        """Electricity that the waste heat allows, by Carnot."""
        return self.waste_heat * self.greatest_power_share

    @output(zh="余热利用量（发电与供热）")
    def waste_heat_used(self) -> Gigajoules:
        """Electricity made of waste heat, and heat given out."""
        given = total(at_least(-line.amount, 0) for line in self.carriers.values() if isinstance(line, Heat))
        return self.waste_heat_power + given

    @output(zh="熟料形成热以外的热量")
    def heat_lost(self) -> Gigajoules:
        """Heat fired that does not go into the formation of clinker."""
        return self.heat_input - self.least_heat * self.clinker

    @output(zh="燃料替代率")
    def substitution(self) -> Share:
        """Alternative fuel over all heat fired."""
        return self.alternative_heat / self.heat_input

    @output(zh="过程二氧化碳排放量", cites="mee-guides-2021-2024#cement")
    def process_co2(self) -> Tonnes:
        """CO2 of carbonates, by the oxides of the clinker if measured, else by factor; fossil alternative fuel.

        By factor, feed that brings calcium without carbonate is deducted; by oxides it is in the shares that are not
        from carbonates.
        """
        oxides = (self.cao - self.free_cao) * self.co2_per_cao + (self.mgo - self.free_mgo) * self.co2_per_mgo
        deducted = self.carbide_slag * self.carbide_slag_co2 + self.hydrated_lime * self.hydrated_lime_co2
        carbonates = first_of(self.clinker * oxides, self.clinker * self.clinker_co2 - deducted)
        burnt = self.alternative_heat * self.alternative_co2
        return carbonates + where(self.alternative_heat > 0 * self.alternative_heat, burnt, 0 * carbonates)
