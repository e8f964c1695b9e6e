"""One public institution: energy against its quota, sub-metered uses, solar power, energy-cost trust."""

from __future__ import annotations

from typing import ClassVar

from ecdcalc.plugin import (
    CubicMetres,
    CubicMetresPerPerson,
    EnergyUse,
    Gigajoules,
    GramsPerCubicMetre,
    KgcePerPerson,
    KgcePerSquareMetre,
    KgPerTonne,
    KilowattHours,
    KwhPerKilowatt,
    KwhPerSquareMetre,
    Law,
    Persons,
    Process,
    Share,
    SolarRoof,
    SquareMetres,
    Tonnes,
    Yuan,
    YuanPerSquareMetre,
    choice,
    factor,
    first_of,
    of_coal_and_gas,
    output,
    process,
    quantity,
)

_VEHICLES = ("gasoline", "diesel")


@process(
    key="institution",
    zh="公共机构",
    activity="floor_area",
    absent={
        **dict.fromkeys(("cod", "nh3n"), "public-sewage-apart"),
        **dict.fromkeys(("so2", "pm"), "public-boiler-apart"),
    },
)
class Institution(SolarRoof, EnergyUse, Process):
    """Public institution.

    Electricity among the carriers is what is bought; own solar power that is used stands beside it and counts no
    energy. Quotas are those of the province for the kind of institution: they must be given. NOx and VOC are of the
    gas and coal burnt in own boilers, without a device; gasoline and diesel are taken for those of vehicles, which
    *transport* counts.
    """

    for_the_record: ClassVar = ("kind",)

    kind: str = choice(
        "government",
        "school",
        "hospital",
        "venue",
        "research",
        "other",
        zh="类型（机关/学校/医院/场馆/科研/其他）",
        en="Kind",
    )
    floor_area: SquareMetres = quantity(zh="建筑面积", en="Floor area", gt=0)
    people: Persons = quantity(zh="用能人数", en="People who use energy", gt=0, optional=True)
    area_quota: KgcePerSquareMetre = quantity(
        zh="单位建筑面积能耗定额", en="Energy quota per floor area", gt=0, optional=True
    )
    person_quota: KgcePerPerson = quantity(zh="人均能耗定额", en="Energy quota per person", gt=0, optional=True)
    electricity_quota: KwhPerSquareMetre = quantity(
        zh="单位建筑面积电耗定额", en="Electricity quota per floor area", gt=0, optional=True
    )
    water: CubicMetres = quantity(zh="用水量", en="Water used", ge=0, optional=True)
    water_quota: CubicMetresPerPerson = quantity(zh="人均用水定额", en="Water quota per person", gt=0, optional=True)
    lighting: KilowattHours = quantity(zh="照明用电", en="Electricity for lighting", ge=0, optional=True)
    cooling: KilowattHours = quantity(zh="空调制冷用电", en="Electricity for cooling", ge=0, optional=True)
    heating: Gigajoules = quantity(zh="采暖用能", en="Energy for heating", ge=0, optional=True)
    hot_water: Gigajoules = quantity(zh="热水用能", en="Energy for hot water", ge=0, optional=True)
    pv_generation: KilowattHours = quantity(
        zh="光伏自用电量（计量）", en="Solar power used, metered", ge=0, optional=True
    )
    pv_yield: KwhPerKilowatt = quantity(
        zh="光伏单位容量年自用电量", en="Solar power used per capacity and year", ge=0, le=2500, optional=True
    )
    trust_base: Yuan = quantity(
        zh="托管基准能源费用", en="Energy cost that the trust is measured by", gt=0, optional=True
    )
    trust_fee: Yuan = quantity(zh="能源费用托管费", en="Fee of the energy-cost trust", ge=0, optional=True)
    gas_nox_factor: GramsPerCubicMetre = quantity(
        zh="燃气锅炉氮氧化物产污系数", en="NOx per gas", ge=0, default=factor("nox/nx035")
    )
    gas_voc_factor: GramsPerCubicMetre = quantity(
        zh="燃气锅炉挥发性有机物产污系数", en="VOC per gas", ge=0, default=factor("voc/vf156")
    )
    coal_nox_factor: KgPerTonne = quantity(
        zh="燃煤锅炉氮氧化物产污系数（机械炉排）", en="NOx per coal, grate", ge=0, default=factor("nox/nx028")
    )
    coal_voc_factor: KgPerTonne = quantity(
        zh="燃煤锅炉挥发性有机物产污系数（机械炉排）", en="VOC per coal, grate", ge=0, default=factor("voc/vf154")
    )

    laws: ClassVar[tuple[Law, ...]] = (
        Law("lighting_and_cooling", "<=", "electricity_used", "part-above-whole"),
        Law("pv_generation", "<=", "rated_generation", "above-rating"),
    )

    @output(zh="单位建筑面积能耗")
    def unit_energy(self) -> KgcePerSquareMetre:
        """Energy per floor area."""
        return self.energy / self.floor_area

    @output(zh="人均能耗")
    def energy_per_person(self) -> KgcePerPerson:
        """Energy per person."""
        return self.energy / self.people

    @output(zh="单位建筑面积电耗")
    def electricity_per_area(self) -> KwhPerSquareMetre:
        """Electricity bought per floor area."""
        return self.electricity / self.floor_area

    @output(zh="人均用水量")
    def water_per_person(self) -> CubicMetresPerPerson:
        """Water per person."""
        return self.water / self.people

    @output(zh="面积能耗定额执行率", cites="plan-yuncheng-14fyp#three-seven")
    def area_quota_used(self) -> Share:
        """Energy per floor area over its quota; above 100 % the quota is passed."""
        return self.unit_energy / self.area_quota

    @output(zh="人均能耗定额执行率", cites="plan-yuncheng-14fyp#three-seven")
    def person_quota_used(self) -> Share:
        """Energy per person over its quota; above 100 % the quota is passed."""
        return self.energy_per_person / self.person_quota

    @output(zh="电耗定额执行率", cites="plan-yuncheng-14fyp#three-seven")
    def electricity_quota_used(self) -> Share:
        """Electricity per floor area over its quota; above 100 % the quota is passed."""
        return self.electricity_per_area / self.electricity_quota

    @output(zh="用水定额执行率", cites="plan-yuncheng-14fyp#three-seven")
    def water_quota_used(self) -> Share:
        """Water per person over its quota; above 100 % the quota is passed."""
        return self.water_per_person / self.water_quota

    @output(zh="用水量", extensive=True)
    def water_use(self) -> CubicMetres:
        """Water used."""
        return 1 * self.water

    @output(zh="光伏自用电量")
    def solar_power(self) -> KilowattHours:
        """Own solar power used: metered before capacity times yield."""
        return first_of(self.pv_generation, self.pv_capacity * self.pv_yield)

    @output(zh="总用电量（外购加光伏自用）")
    def electricity_used(self) -> KilowattHours:
        """Electricity used: bought, and own solar power where there is any."""
        return first_of(self.electricity + self.solar_power, 1 * self.electricity)

    @output(zh="光伏占用电比例")
    def solar_share(self) -> Share:
        """Share of own solar power in the electricity used."""
        return self.solar_power / (self.electricity + self.solar_power)

    @output(zh="照明与制冷用电")
    def lighting_and_cooling(self) -> KilowattHours:
        """Electricity for lighting and cooling."""
        return self.lighting + self.cooling

    @output(zh="托管节约费用")
    def trust_saving(self) -> Yuan:
        """Cost that the energy-cost trust spares the institution."""
        return self.trust_base - self.trust_fee

    @output(zh="托管费用节约率")
    def trust_rate(self) -> Share:
        """Cost spared by the trust over the cost it is measured by."""
        return self.trust_saving / self.trust_base

    @output(zh="单位建筑面积托管费")
    def trust_fee_per_area(self) -> YuanPerSquareMetre:
        """Fee of the trust per floor area."""
        return self.trust_fee / self.floor_area

    @output(zh="氮氧化物排放量", cites="t-cses-144-2024#table-e7", extensive=True)
    def nox(self) -> Tonnes:
        """NOx of own boilers."""
        return of_coal_and_gas(self, self.coal_nox_factor, self.gas_nox_factor, elsewhere=_VEHICLES)

    @output(zh="挥发性有机物排放量", cites="t-cses-144-2024#table-e7", extensive=True)
    def voc(self) -> Tonnes:
        """VOC of own boilers."""
        return of_coal_and_gas(self, self.coal_voc_factor, self.gas_voc_factor, elsewhere=_VEHICLES)
