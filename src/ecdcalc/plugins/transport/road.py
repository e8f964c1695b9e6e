"""Exhaust of road vehicles per kilometre, and road fleets."""

from __future__ import annotations

from collections.abc import Mapping
from functools import reduce
from operator import mul
from typing import Any, ClassVar

from ecdcalc.plugin import (
    Days,
    DaysPerYear,
    EnergyUse,
    Fuel,
    GramsPerDay,
    GramsPerHour,
    GramsPerKilometre,
    KgcePerKilometre,
    Kilometres,
    KilometresPerHour,
    KilometresPerVehicleYear,
    KilowattHours,
    Law,
    Number,
    Process,
    Ratio,
    Record,
    Tce,
    Tonnes,
    Vehicles,
    Years,
    assumed,
    choice,
    electricity_of,
    factor,
    first_of,
    formula,
    is_missing,
    one_of,
    output,
    process,
    quantity,
    record,
    substance,
    total,
    where,
)
from ecdcalc.plugins.transport.selection import CLASSES, STAGES, TRUCKS, WORDS, Deterioration, OfVehicle

FUEL_OF = {"gasoline": "gasoline", "diesel": "diesel"}  # all other fuels are gas and the like
NO_WATER_NO_SO2 = {"cod": "no-source-class", "nh3n": "no-source-class", "so2": "transport-no-so2"}


@formula(cites="road-vehicle-guide-2014#evaporation", zh="停放蒸发排放量", empirical=True)
def parked_evaporation(vehicles: Vehicles, days: Days, loss: GramsPerDay) -> Tonnes:
    """HC that evaporates from parked gasoline vehicles.

        E = P × d × F

    Source: road-vehicle guide 2014; the printed unit g/d is per vehicle.
    """
    return vehicles * days * loss / 1e6


def _base(pollutant: str, zh: str, en: str) -> GramsPerKilometre:
    declared: GramsPerKilometre = quantity(zh=zh, en=en, ge=0, default=OfVehicle(pollutant))
    return declared


def _multiplier(pollutant: str, correction: str, zh: str, en: str) -> Ratio:
    declared: Ratio = quantity(zh=zh, en=en, gt=0, default=OfVehicle(pollutant, correction))
    return declared


def _wear(pollutant: str, zh: str, en: str) -> Ratio:
    declared: Ratio = quantity(zh=zh, en=en, gt=0, default=Deterioration(pollutant))
    return declared


def _condition(
    correction: str, zh: str, en: str, default: str = "base", only_with: Mapping[str, tuple[str, ...]] | None = None
) -> str:
    declared: str = choice("base", *WORDS[correction].values(), zh=zh, en=en, default=default, only_with=only_with)
    return declared


def _corrected(factor: Number, *multipliers: Number) -> Number:
    """Return the factor times the multipliers that apply."""
    return reduce(mul, (first_of(each, 1) for each in multipliers if not is_missing(each)), factor)


@record
class RoadExhaust(Record):
    """Exhaust factors of one class, fuel and stage: base factor × multipliers, or as measured.

    A multiplier that the guide does not print for a fuel or stage is not applied. Base conditions: 15 °C,
    50 % humidity, below 1500 m, 30 km/h, half load, 50 ppm (gasoline) or 350 ppm (diesel) of sulphur. Sulphur is
    taken at today's 10 ppm unless another is chosen. Gasoline vehicles wear: by the year that is accounted for.

    Departures: wear after 2018 takes the last column that the guide prints; above 25 °C humidity counts twice, by
    its own multiplier and by that for heat, as the only public transcription has it.
    """

    vehicle: str = choice(*dict.fromkeys(CLASSES.values()), zh="车型", en="Class of vehicle")
    fuel: str = choice("gasoline", "diesel", "gas", "electricity", zh="燃料（汽油/柴油/燃气等/电）", en="Fuel")
    stage: str = choice(*STAGES.values(), zh="排放阶段（国零至国六）", en="Emission stage", optional=True)
    temperature: str = _condition("temperature", "气温（°C）", "Air temperature, °C")
    humidity: str = _condition("humidity", "相对湿度（%）", "Relative humidity, %")
    altitude: str = _condition("altitude", "海拔（m）", "Altitude, m")
    speed: str = _condition("speed", "平均车速档（km/h）", "Class of mean speed, km/h")
    load: str = _condition("load", "柴油货车载重系数", "Load factor of diesel trucks", only_with={"vehicle": TRUCKS})
    sulphur: str = _condition("sulphur", "油品含硫量", "Sulphur in the fuel", default="ppm-10")

    nox_measured: GramsPerKilometre = quantity(
        zh="氮氧化物实测因子", en="NOx factor, measured", ge=0, optional=True, method="monitoring"
    )
    hc_measured: GramsPerKilometre = quantity(
        zh="碳氢实测因子", en="HC factor, measured", ge=0, optional=True, method="monitoring"
    )
    pm_measured: GramsPerKilometre = quantity(
        zh="颗粒物实测因子", en="PM factor, measured", ge=0, optional=True, method="monitoring"
    )
    nox_factor: GramsPerKilometre = _base("NOx", "氮氧化物基准因子", "NOx base factor")
    hc_factor: GramsPerKilometre = _base("HC", "碳氢基准因子", "HC base factor")
    pm_factor: GramsPerKilometre = _base("PM2.5", "细颗粒物基准因子", "PM2.5 base factor")
    nox_temperature: Ratio = _multiplier("NOx", "temperature", "氮氧化物气温修正", "NOx multiplier of temperature")
    nox_humidity: Ratio = _multiplier("NOx", "humidity", "氮氧化物湿度修正", "NOx multiplier of humidity")
    nox_warm_humidity: Ratio = _multiplier(
        "NOx", "warm_humidity", "氮氧化物高温湿度修正", "NOx multiplier of humid heat"
    )
    nox_altitude: Ratio = _multiplier("NOx", "altitude", "氮氧化物海拔修正", "NOx multiplier of altitude")
    nox_speed: Ratio = _multiplier("NOx", "speed", "氮氧化物车速修正", "NOx multiplier of speed")
    nox_load: Ratio = _multiplier("NOx", "load", "氮氧化物载重修正", "NOx multiplier of load")
    nox_sulphur: Ratio = _multiplier("NOx", "sulphur", "氮氧化物含硫修正", "NOx multiplier of sulphur")
    hc_temperature: Ratio = _multiplier("HC", "temperature", "碳氢气温修正", "HC multiplier of temperature")
    hc_warm_humidity: Ratio = _multiplier(
        "HC", "warm_humidity", "碳氢高温湿度修正", "HC multiplier of humidity in heat"
    )
    hc_altitude: Ratio = _multiplier("HC", "altitude", "碳氢海拔修正", "HC multiplier of altitude")
    hc_speed: Ratio = _multiplier("HC", "speed", "碳氢车速修正", "HC multiplier of speed")
    hc_load: Ratio = _multiplier("HC", "load", "碳氢载重修正", "HC multiplier of load")
    hc_sulphur: Ratio = _multiplier("HC", "sulphur", "碳氢含硫修正", "HC multiplier of sulphur")
    pm_temperature: Ratio = _multiplier("PM2.5", "temperature", "颗粒物气温修正", "PM multiplier of temperature")
    pm_speed: Ratio = _multiplier("PM2.5", "speed", "颗粒物车速修正", "PM multiplier of speed")
    pm_load: Ratio = _multiplier("PM2.5", "load", "颗粒物载重修正", "PM multiplier of load")
    pm_sulphur: Ratio = _multiplier("PM2.5", "sulphur", "颗粒物含硫修正", "PM multiplier of sulphur")
    nox_deterioration: Ratio = _wear("NOx", "氮氧化物劣化修正", "NOx deterioration")
    hc_deterioration: Ratio = _wear("HC", "碳氢劣化修正", "HC deterioration")
    pm_deterioration: Ratio = quantity(zh="颗粒物劣化修正", en="PM deterioration", gt=0, optional=True)

    @output(zh="单位里程氮氧化物排放", cites="road-vehicle-guide-2014#exhaust")
    def nox_per_km(self) -> GramsPerKilometre:
        """NOx per kilometre at the tail-pipe."""
        weather = (self.nox_temperature, self.nox_humidity, self.nox_warm_humidity, self.nox_altitude)
        use = (self.nox_speed, self.nox_load, self.nox_sulphur, self.nox_deterioration)
        return self._none_if_electric(first_of(self.nox_measured, _corrected(self.nox_factor, *weather, *use)))

    @output(zh="单位里程碳氢排放", cites="road-vehicle-guide-2014#exhaust")
    def hc_per_km(self) -> GramsPerKilometre:
        """HC per kilometre at the tail-pipe."""
        weather = (self.hc_temperature, self.hc_warm_humidity, self.hc_altitude)
        use = (self.hc_speed, self.hc_load, self.hc_sulphur, self.hc_deterioration)
        return self._none_if_electric(first_of(self.hc_measured, _corrected(self.hc_factor, *weather, *use)))

    @output(zh="单位里程颗粒物排放", cites="road-vehicle-guide-2014#exhaust")
    def pm_per_km(self) -> GramsPerKilometre:
        """Fine particles (PM2.5) per kilometre at the tail-pipe."""
        use = (self.pm_temperature, self.pm_speed, self.pm_load, self.pm_sulphur, self.pm_deterioration)
        return self._none_if_electric(first_of(self.pm_measured, _corrected(self.pm_factor, *use)))

    def _none_if_electric(self, exhaust: Number) -> Number:
        return where(self.fuel == "electricity", 0 * exhaust, exhaust)


@record
class RoadFuel(EnergyUse):
    """The fuel of vehicles: all of it is the one that they burn."""

    laws: ClassVar[tuple[Law, ...]] = (Law("other_fuel", "<=", "0", "transport-other-fuel"),)

    @output(zh="与车队燃料不符的燃料")
    def other_fuel(self) -> Tce:
        """Fuel in `energy` that vehicles of this fuel do not burn."""
        own: Any = self.fuel  # type: ignore[attr-defined]
        fuels = {id: line for id, line in self.carriers.items() if isinstance(line, Fuel)}
        lines = [(FUEL_OF.get(substance(id), "gas"), line) for id, line in fuels.items()]
        return total(where(own == fuel, 0 * line.coal, line.coal) for fuel, line in lines)


@process(key="fleet", zh="道路车队", activity="vehicles", absent=NO_WATER_NO_SO2)
class Fleet(RoadFuel, RoadExhaust, Process):
    """Road fleet.

    Vehicles of one class, fuel and stage. `energy` is the fuel and the electricity that they take; electricity
    emits where it is made, CO2 with the factor of the grid. VOC is HC: exhaust and, for gasoline, evaporation.
    """

    gives: ClassVar = ()

    vehicles: Vehicles = quantity(zh="车辆数", en="Vehicles", gt=0)
    mileage: KilometresPerVehicleYear = quantity(
        zh="年均行驶里程",
        en="Kilometres per vehicle and year",
        gt=0,
        default=one_of(
            ("vehicle == passenger-car", "vehicle/vh1070"),
            ("vehicle == taxi", "vehicle/vh1071"),
            ("vehicle == medium-coach", "vehicle/vh1072"),
            ("vehicle == large-coach", "vehicle/vh1073"),
            ("vehicle == city-bus", "vehicle/vh1074"),
            ("vehicle == light-truck", "vehicle/vh1075"),
            ("vehicle == medium-truck", "vehicle/vh1076"),
            ("vehicle == heavy-truck", "vehicle/vh1077"),
            ("vehicle == low-speed-truck", "vehicle/vh1078"),
            ("vehicle == three-wheeler", "vehicle/vh1079"),
            ("vehicle == motorcycle", "vehicle/vh1080"),
            ("vehicle == moped", "vehicle/vh1080"),
        ),
    )
    period: Years = quantity(
        zh="核算期", en="Accounting period", gt=0, le=1, default=assumed("1 a", "transport-one-year")
    )
    mean_speed: KilometresPerHour = quantity(
        zh="平均车速（蒸发排放用）", en="Mean speed, for evaporation", gt=0, le=200,
        default=one_of(("speed == base", "vehicle-corrections/base-speed")),
        only_with={"fuel": ("gasoline",)},
    )  # fmt: skip
    running_loss: GramsPerHour = quantity(
        zh="行驶蒸发因子（每车）",
        en="Running loss per vehicle",
        ge=0,
        default=factor("vehicle/vh671"),
        only_with={"fuel": ("gasoline",)},
    )
    parking: str = choice(
        "transcribed",
        "expert",
        zh="停放蒸发因子来源（公开抄录/专家）",
        en="Source of the parking loss",
        default="transcribed",
    )
    parking_loss: GramsPerDay = quantity(
        zh="停放蒸发因子（每车）",
        en="Parking loss per vehicle",
        ge=0,
        default=one_of(("parking == transcribed", "vehicle/vh672"), ("parking == expert", "vehicle/vh673")),
    )
    parked_days: DaysPerYear = quantity(
        zh="全年停放天数", en="Days parked in a year", ge=0, le=366, default=assumed("365 d/a", "transport-parked-days")
    )

    @output(zh="行驶里程")
    def distance(self) -> Kilometres:
        """Kilometres driven by all vehicles."""
        return self.vehicles * self.mileage * self.period

    @output(zh="燃油燃气车辆充入的电量")
    def charged_by_engines(self) -> KilowattHours:
        """Electricity that vehicles take whose fuel is none: plug-in hybrids, or electric ones under the wrong fuel."""
        taken = electricity_of(self.carriers)
        return where(self.fuel == "electricity", 0 * taken, taken)

    @output(zh="单位里程能耗")
    def unit_energy(self) -> KgcePerKilometre:
        """Energy per kilometre."""
        return self.energy / self.distance

    @output(zh="氮氧化物排放量", cites="road-vehicle-guide-2014#exhaust", extensive=True)
    def nox(self) -> Tonnes:
        """NOx at the tail-pipe."""
        return self.distance * self.nox_per_km

    @output(zh="颗粒物排放量", cites="road-vehicle-guide-2014#exhaust", extensive=True)
    def pm(self) -> Tonnes:
        """Fine particles at the tail-pipe; tyres and brakes are not counted."""
        return self.distance * self.pm_per_km

    @output(zh="行驶蒸发排放量", cites="road-vehicle-guide-2014#evaporation")
    def running_evaporation(self) -> Tonnes:
        """HC that evaporates from gasoline vehicles on the road: hours driven × running loss."""
        return self._if_gasoline(self.distance / self.mean_speed * self.running_loss)

    @output(zh="停放蒸发排放量", cites="road-vehicle-guide-2014#evaporation")
    def parking_evaporation(self) -> Tonnes:
        """HC that evaporates from gasoline vehicles while parked."""
        return self._if_gasoline(self._parked)

    @property
    def _parked(self) -> Number:
        days = self.parked_days * self.period
        return parked_evaporation(vehicles=self.vehicles, days=days, loss=self.parking_loss)

    def _if_gasoline(self, evaporated: Number) -> Number:
        return where(self.fuel == "gasoline", evaporated, 0 * self._parked)

    @output(zh="挥发性有机物排放量", cites="road-vehicle-guide-2014#exhaust", extensive=True)
    def voc(self) -> Tonnes:
        """VOC: exhaust HC, with the evaporation of gasoline vehicles."""
        return self.distance * self.hc_per_km + self.running_evaporation + self.parking_evaporation

    @output(zh="在册车辆数")
    def registered_vehicles(self) -> Vehicles:
        """Vehicles registered."""
        return 1 * self.vehicles

    @output(zh="国三及以下车辆数")
    def old_vehicles(self) -> Vehicles:
        """Vehicles at China III or older."""
        early = (self.stage == "pre-china-1") | (self.stage == "china-1") | (self.stage == "china-2")
        burns = self.fuel != "electricity"
        return where((early | (self.stage == "china-3")) & burns, self.vehicles, 0 * self.vehicles)
