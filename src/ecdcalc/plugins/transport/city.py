"""What a town or a firm keeps account of: renewal, registrations, the register of vehicles, public charging."""

from __future__ import annotations

from typing import ClassVar

from ecdcalc.plugin import (
    NO_SOURCE,
    EnergyUse,
    Items,
    KilowattHours,
    KwhPerItem,
    Law,
    Process,
    Share,
    Vehicles,
    VehiclesPerItem,
    choice,
    output,
    process,
    quantity,
)


@process(key="renewal", zh="新增及更新车辆", absent=NO_SOURCE)
class Renewal(Process):
    """Vehicles added or renewed.

    In one public service over the period.
    """

    kind: str = choice(
        "city-bus",
        "taxi",
        "logistics",
        "sanitation",
        "coach",
        "official",
        zh="用途（公交/出租/物流/环卫/客运/公务）",
        en="Service",
    )
    renewed: Vehicles = quantity(zh="新增及更新车辆数", en="Vehicles added or renewed", gt=0)
    new_energy: Vehicles = quantity(zh="其中新能源车辆数", en="Of it new-energy vehicles", ge=0)

    laws: ClassVar = (Law("new_energy", "<=", "renewed", "part-above-whole"),)

    @output(zh="新能源车比例")
    def new_energy_share(self) -> Share:
        """New-energy share of the vehicles added or renewed."""
        return self.new_energy / self.renewed


@process(key="registrations", zh="新注册车辆和机械", absent=NO_SOURCE)
class Registrations(Process):
    """New registrations.

    Vehicles sold and machinery added over the period."""

    sold: Vehicles = quantity(zh="汽车新车销售量", en="New vehicles sold", gt=0)
    new_energy: Vehicles = quantity(zh="其中新能源汽车", en="Of it new-energy vehicles", ge=0, optional=True)
    china_6: Vehicles = quantity(zh="其中国六燃油汽车", en="Of it China VI with an engine", ge=0, optional=True)
    machines: Items = quantity(zh="新增非道路柴油机械", en="New non-road diesel machinery", gt=0, optional=True)
    china_4_machines: Items = quantity(zh="其中国四机械", en="Of it China IV", ge=0, optional=True)

    laws: ClassVar = (
        Law("new_energy", "<=", "sold", "part-above-whole"),
        Law("china_6", "<=", "sold", "part-above-whole"),
        Law("clean_vehicles", "<=", "sold", "part-above-whole"),
        Law("china_4_machines", "<=", "machines", "part-above-whole"),
    )

    @output(zh="新能源和国六汽车数")
    def clean_vehicles(self) -> Vehicles:
        """New-energy vehicles, and those at China VI."""
        return self.new_energy + self.china_6

    @output(zh="新能源汽车新车销量占比")
    def new_energy_share(self) -> Share:
        """New-energy share of new vehicles."""
        return self.new_energy / self.sold

    @output(zh="国六标准实施比例")
    def china_6_share(self) -> Share:
        """Share of new vehicles that are at China VI or have no engine."""
        return self.clean_vehicles / self.sold

    @output(zh="国四机械实施比例")
    def china_4_share(self) -> Share:
        """Share of new non-road diesel machinery at China IV."""
        return self.china_4_machines / self.machines


@process(
    key="vehicle-register",
    zh="车辆保有量",
    rolls_up={"vehicles": "registered_vehicles", "old_vehicles": "old_vehicles"},
    absent=NO_SOURCE,
    single=True,
)
class Register(Process):
    """Register of vehicles.

    Summed over all fleets of the file."""

    vehicles: Vehicles = quantity(zh="汽车保有量", en="Vehicles registered", optional=True)
    old_vehicles: Vehicles = quantity(zh="国三及以下汽车", en="Of it China III or older", optional=True)

    laws: ClassVar = (Law("old_vehicles", "<=", "vehicles", "part-above-whole"),)

    @output(zh="国三及以下汽车占比")
    def old_share(self) -> Share:
        """Share of China III and older vehicles."""
        return self.old_vehicles / self.vehicles


@process(
    key="charging",
    zh="公共充电",
    activity="delivered",
    absent=dict.fromkeys(("cod", "nh3n", "nox", "voc", "so2", "pm"), "no-source-class"),
)
class Charging(EnergyUse, Process):
    """Public charging.

    `energy` is what the stations lose and use themselves; what they deliver is counted in the fleets.
    """

    delivered: KilowattHours = quantity(zh="充电量", en="Electricity delivered", gt=0)
    piles: Items = quantity(zh="充电桩数", en="Charging points", gt=0, optional=True)
    served: Vehicles = quantity(zh="服务电动汽车数", en="Electric vehicles served", ge=0, optional=True)

    laws: ClassVar = (Law("electricity", ">=", "0", "transport-more-delivered-than-taken"),)

    @output(zh="充电效率")
    def efficiency(self) -> Share:
        """Electricity delivered over electricity taken."""
        return self.delivered / (self.delivered + self.electricity)

    @output(zh="单桩充电量")
    def delivered_per_pile(self) -> KwhPerItem:
        """Electricity delivered per charging point."""
        return self.delivered / self.piles

    @output(zh="车桩比")
    def vehicles_per_pile(self) -> VehiclesPerItem:
        """Electric vehicles per charging point."""
        return self.served / self.piles
