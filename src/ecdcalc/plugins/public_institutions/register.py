"""What the institutions of a city or county have in common: vehicles, charging, registers."""

from __future__ import annotations

from typing import ClassVar

from ecdcalc.plugin import (
    INDICATOR_ONLY,
    EnergyUse,
    Items,
    KgcePerKilometre,
    Kilometres,
    Law,
    Process,
    Ratio,
    Share,
    Vehicles,
    output,
    process,
    quantity,
)


@process(
    key="vehicles",
    zh="公务用车",
    activity="distance",
    absent={
        **dict.fromkeys(("nox", "voc", "so2", "pm"), "public-vehicles-apart"),
        **dict.fromkeys(("cod", "nh3n"), "no-source-class"),
    },
)
class OfficialVehicles(EnergyUse, Process):
    """Official vehicles.

    What was added or renewed in the plan period, and the energy of the fleet. Confidential mail and fixed routes
    are counted in the whole, and once more by themselves.
    """

    distance: Kilometres = quantity(zh="行驶里程", en="Distance driven", gt=0)
    added: Vehicles = quantity(zh="新增及更新车辆", en="Vehicles added or renewed", gt=0)
    added_new_energy: Vehicles = quantity(zh="其中新能源汽车", en="Of these new-energy vehicles", ge=0)
    fixed_route: Vehicles = quantity(
        zh="更新的机要通信和固定路线执法执勤、通勤车辆", en="Renewed for confidential mail and fixed routes",
        gt=0, optional=True,
    )  # fmt: skip
    fixed_route_new_energy: Vehicles = quantity(
        zh="其中新能源汽车（机要和固定路线）", en="Of these new-energy, confidential mail and fixed routes",
        ge=0, optional=True,
    )  # fmt: skip
    fleet: Vehicles = quantity(zh="车辆保有量", en="Fleet", gt=0, optional=True)
    fleet_new_energy: Vehicles = quantity(
        zh="新能源汽车保有量", en="New-energy vehicles in the fleet", ge=0, optional=True
    )

    laws: ClassVar[tuple[Law, ...]] = (
        Law("added_new_energy", "<=", "added", "part-above-whole"),
        Law("fixed_route", "<=", "added", "part-above-whole"),
        Law("fixed_route_new_energy", "<=", "fixed_route", "part-above-whole"),
        Law("fleet_new_energy", "<=", "fleet", "part-above-whole"),
    )

    @output(zh="新增及更新车辆新能源比例", cites="plan-yuncheng-14fyp#three-seven")
    def new_energy_share(self) -> Share:
        """New-energy share of the vehicles added or renewed."""
        return self.added_new_energy / self.added

    @output(zh="机要和固定路线更新车辆新能源比例", cites="plan-yuncheng-14fyp#three-seven")
    def fixed_route_share(self) -> Share:
        """New-energy share of the vehicles renewed for confidential mail and fixed routes."""
        return self.fixed_route_new_energy / self.fixed_route

    @output(zh="车辆保有量新能源比例")
    def fleet_share(self) -> Share:
        """New-energy share of the fleet."""
        return self.fleet_new_energy / self.fleet

    @output(zh="单位里程能耗")
    def unit_energy(self) -> KgcePerKilometre:
        """Energy per distance."""
        return self.energy / self.distance


@process(key="charging", zh="充电设施", absent=INDICATOR_ONLY)
class Charging(Process):
    """Charging at institutions.

    Government bodies and public institutions that own a car park.
    """

    car_parks: Items = quantity(zh="拥有停车场的机关事业单位", en="Institutions with a car park", gt=0)
    with_piles: Items = quantity(zh="已建充电设施的单位", en="Of these with charging piles", ge=0)
    spaces: Items = quantity(zh="停车位", en="Parking spaces", gt=0, optional=True)
    piles: Items = quantity(zh="充电桩", en="Charging piles", ge=0, optional=True)

    laws: ClassVar[tuple[Law, ...]] = (Law("with_piles", "<=", "car_parks", "part-above-whole"),)

    @output(zh="充电设施配建比例", cites="plan-yuncheng-14fyp#three-seven")
    def equipped_share(self) -> Share:
        """Share of the institutions with a car park that have charging piles."""
        return self.with_piles / self.car_parks

    @output(zh="桩位比")
    def piles_per_space(self) -> Ratio:
        """Charging piles per parking space."""
        return self.piles / self.spaces


@process(key="saving-offices", zh="节约型机关", absent=INDICATOR_ONLY)
class SavingOffices(Process):
    """Resource-saving offices.

    Government bodies of county level and above.
    """

    bodies: Items = quantity(zh="县级以上党政机关", en="Bodies of county level and above", gt=0)
    meeting: Items = quantity(zh="达到节约型机关创建标准的机关", en="Bodies that meet the standard", ge=0)

    laws: ClassVar[tuple[Law, ...]] = (Law("meeting", "<=", "bodies", "part-above-whole"),)

    @output(zh="节约型机关创建率", cites="plan-yuncheng-14fyp#three-seven")
    def meeting_share(self) -> Share:
        """Share of the bodies that meet the standard."""
        return self.meeting / self.bodies


@process(key="demonstration", zh="示范单位", absent=INDICATOR_ONLY)
class Demonstration(Process):
    """Demonstration units."""

    for_the_record: ClassVar = ("energy_leaders", "water_leaders")

    national: Items = quantity(zh="国家级节约型公共机构示范单位", en="National demonstration units", ge=0)
    provincial: Items = quantity(zh="省级节约型公共机构示范单位", en="Provincial demonstration units", ge=0)
    energy_leaders: Items = quantity(zh="能效领跑者", en="Energy-efficiency leaders", ge=0, optional=True)
    water_leaders: Items = quantity(zh="水效领跑者", en="Water-efficiency leaders", ge=0, optional=True)

    @output(zh="省级以上示范单位数", cites="plan-yuncheng-14fyp#three-seven")
    def units(self) -> Items:
        """Demonstration units of provincial level or higher."""
        return self.national + self.provincial


@process(key="trust-register", zh="能源费用托管", absent=INDICATOR_ONLY)
class TrustRegister(Process):
    """Energy-cost trusts.

    The institutions of a city whose energy is run by contract.
    """

    institutions: Items = quantity(zh="公共机构数", en="Institutions", gt=0)
    trusted: Items = quantity(zh="实施能源费用托管的机构", en="Institutions with an energy-cost trust", ge=0)
    quota_managed: Items = quantity(
        zh="实行能耗定额管理的机构", en="Institutions managed by an energy quota", ge=0, optional=True
    )

    laws: ClassVar[tuple[Law, ...]] = (
        Law("trusted", "<=", "institutions", "part-above-whole"),
        Law("quota_managed", "<=", "institutions", "part-above-whole"),
    )

    @output(zh="能源费用托管比例")
    def trusted_share(self) -> Share:
        """Share of the institutions with an energy-cost trust."""
        return self.trusted / self.institutions

    @output(zh="能耗定额管理比例")
    def quota_share(self) -> Share:
        """Share of the institutions managed by an energy quota."""
        return self.quota_managed / self.institutions
