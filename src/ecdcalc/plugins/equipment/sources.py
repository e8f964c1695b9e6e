"""Sources by a published coefficient: whatever has a row in the factor sets and no process of its own.

[[emission-source]]
name = "film line"
mass = "5000 t"
voc_factor = { row = "voc/vf137" }
voc_removal = { device = "voc-control/ve045", capture_row = "voc-control/ve039" }
"""

from __future__ import annotations

from typing import Any, ClassVar

from ecdcalc.plugin import (
    CubicMetres,
    Gigajoules,
    Greenhouse,
    Items,
    Law,
    Number,
    PotentialOfGas,
    Process,
    Record,
    Share,
    Stack,
    Tonnes,
    TonnesPerTonne,
    VapourControl,
    VapourSource,
    Vehicles,
    assumed,
    choice,
    first_of,
    gases,
    missing,
    output,
    part,
    process,
    quantity,
    record,
    where,
)
from ecdcalc.plugins.equipment.coefficients import (
    CoCoefficient,
    DustTotal,
    Nh3Coefficient,
    NoxCoefficient,
    OfDevice,
    OfRow,
    Pm10Coefficient,
    Pm25Coefficient,
    So2Coefficient,
    VocCoefficient,
    co2_rows,
    removals_of,
)

ENERGY_ELSEWHERE = dict.fromkeys(("energy", "electricity", "cod", "nh3n", "co2"), "equipment-source-only")
CARBON_ONLY = dict.fromkeys(
    ("energy", "electricity", "cod", "nh3n", "nox", "voc", "so2", "pm"), "equipment-carbon-only"
)
GAS_ONLY = dict.fromkeys(("energy", "electricity", "cod", "nh3n", "nox", "voc", "so2", "pm"), "equipment-gas-only")


@record
class VapourDevice(VapourControl):
    """Capture and device by the row of their efficiency; a row that is of the whole system takes no capture."""

    capture_row: str = choice(
        *removals_of("voc-control", "VOCs", kind="capture"),
        zh="收集效率编号",
        en="Row of the capture efficiency",
        optional=True,
    )
    device: str = choice(
        *removals_of("voc-control", "VOCs"), zh="去除效率编号", en="Row of the removal efficiency", optional=True
    )
    capture: Share = quantity(zh="收集效率", en="Capture efficiency", ge=0, le=100, default=OfDevice("capture_row"))
    destruction: Share = quantity(zh="去除效率", en="Destruction efficiency", ge=0, le=100, default=OfDevice("device"))


@record
class FineDust(Record):
    """What a dust collector removes of fine and of coarser dust, by the rows of its efficiencies."""

    fine_row: str = choice(
        *removals_of("nox-control", "PM2.5"), zh="PM2.5去除效率编号", en="Row of the removal of PM2.5", optional=True
    )
    coarse_row: str = choice(
        *removals_of("nox-control", "PM2.5-10"),
        zh="PM2.5～10去除效率编号",
        en="Row of the removal of PM2.5 to PM10",
        optional=True,
    )
    fine: Share = quantity(zh="PM2.5去除效率", en="Removal of PM2.5", ge=0, le=100, default=OfDevice("fine_row"))
    coarse: Share = quantity(
        zh="PM2.5～10去除效率", en="Removal of PM2.5 to PM10", ge=0, le=100, default=OfDevice("coarse_row")
    )


@process(key="emission-source", zh="排放源（公布系数法）", absent=ENERGY_ELSEWHERE)
class EmissionSource(Stack, VapourSource, Process):
    """Source by published coefficients.

    One amount (product, material or fuel; by mass, volume, number, vehicles or heat) times the row that is named for
    each pollutant, less what the device removes. For what has no process of its own: a pollutant whose row is not
    named stays unknown.
    """

    mass: Tonnes = quantity(zh="数量（质量）", en="Amount by mass", ge=0, optional=True)
    volume: CubicMetres = quantity(zh="数量（体积）", en="Amount by volume", ge=0, optional=True)
    items: Items = quantity(zh="数量（件）", en="Amount by number", ge=0, optional=True)
    vehicles: Vehicles = quantity(zh="数量（车辆）", en="Vehicles", ge=0, optional=True)
    heat: Gigajoules = quantity(zh="数量（热量）", en="Amount by heat", ge=0, optional=True)
    nox_factor: NoxCoefficient = part(NoxCoefficient, zh="氮氧化物系数", en="Coefficient of NOx")
    so2_factor: So2Coefficient = part(So2Coefficient, zh="二氧化硫系数", en="Coefficient of SO2")
    pm_factor: DustTotal = part(DustTotal, zh="颗粒物系数", en="Coefficient of all dust")
    pm10_factor: Pm10Coefficient = part(Pm10Coefficient, zh="PM10系数", en="Coefficient of PM10")
    pm25_factor: Pm25Coefficient = part(Pm25Coefficient, zh="PM2.5系数", en="Coefficient of PM2.5")
    voc_factor: VocCoefficient = part(VocCoefficient, zh="挥发性有机物系数", en="Coefficient of VOC")
    co_factor: CoCoefficient = part(CoCoefficient, zh="一氧化碳系数", en="Coefficient of CO")
    nh3_factor: Nh3Coefficient = part(Nh3Coefficient, zh="氨系数", en="Coefficient of NH3")
    dust: FineDust = part(FineDust, zh="除尘", en="Dust collector")
    voc_control: VapourDevice = part(VapourDevice, key="voc", zh="挥发性有机物", en="VOC")

    laws: ClassVar = (
        *VapourSource.laws,
        Law("pm25_generated", "<=", "pm10_generated", "part-above-whole"),
    )

    def scale_to(self, reporting: Any) -> Number:
        """Return the amount of the reporting state over that of this one."""
        return first_of(
            *(
                getattr(reporting, name) / where(getattr(self, name) == 0, missing(name), getattr(self, name))
                for name in ("mass", "volume", "items", "vehicles", "heat")
            )
        )

    @output(zh="氮氧化物产生量", cites="t-cses-144-2024#general")
    def nox_generated(self) -> Tonnes:
        """NOx generated before removal."""
        return self.nox_factor.times(self)

    @output(zh="二氧化硫产生量", cites="t-cses-144-2024#general")
    def so2_generated(self) -> Tonnes:
        """SO2 generated before removal."""
        return self.so2_factor.times(self)

    @output(zh="颗粒物产生量", cites="t-cses-144-2024#general")
    def pm_generated(self) -> Tonnes:
        """Dust generated before removal."""
        return self.pm_factor.times(self)

    @output(zh="PM10产生量", cites="t-cses-144-2024#general")
    def pm10_generated(self) -> Tonnes:
        """PM10 generated before removal: by its coefficient, else by its share in all dust."""
        return self.pm10_factor.of_dust(self, self.pm_generated)

    @output(zh="PM2.5产生量", cites="t-cses-144-2024#general")
    def pm25_generated(self) -> Tonnes:
        """PM2.5 generated before removal: by its coefficient, else by its share in all dust."""
        return self.pm25_factor.of_dust(self, self.pm_generated)

    @output(zh="挥发性有机物产生量", cites="t-cses-144-2024#vocs")
    def voc_generated(self) -> Tonnes:
        """VOC generated before control."""
        return self.voc_factor.times(self)

    @output(zh="PM2.5排放量", cites="t-cses-144-2024#general", extensive=True)
    def pm25(self) -> Tonnes:
        """PM2.5 emitted."""
        return self.pm25_generated * (1 - self.dust.fine)

    @output(zh="PM10排放量", cites="t-cses-144-2024#general", extensive=True)
    def pm10(self) -> Tonnes:
        """PM10 emitted: fine and coarser dust, each with its own removal."""
        return self.pm25 + (self.pm10_generated - self.pm25_generated) * (1 - self.dust.coarse)

    @output(zh="一氧化碳排放量", cites="t-cses-144-2024#general", extensive=True)
    def co(self) -> Tonnes:
        """CO emitted."""
        return self.co_factor.times(self)

    @output(zh="氨排放量", cites="t-cses-144-2024#general", extensive=True)
    def nh3(self) -> Tonnes:
        """NH3 emitted to air."""
        return self.nh3_factor.times(self)


@process(key="carbon-source", zh="过程二氧化碳源（公布系数法）", activity="mass", absent=CARBON_ONLY)
class CarbonSource(Process):
    """Process CO2 of a material by a published coefficient.

    A material releases its carbon, or keeps it (`carbon = "kept"`: a product that carries it away, a raw material that
    takes the place of a carbonate).
    """

    mass: Tonnes = quantity(zh="质量", en="Mass", ge=0)
    row: str = choice(*co2_rows(), zh="系数编号", en="Row of the published coefficients", optional=True)
    per_mass: TonnesPerTonne = quantity(zh="单位质量二氧化碳", en="CO2 per mass", ge=0, default=OfRow("t/t"))
    carbon: str = choice("released", "kept", zh="碳的去向（排放/固定）", en="Carbon", default="released")

    @output(zh="过程二氧化碳排放量", cites="ndrc-guides-2013-2015#general", extensive=True)
    def co2(self) -> Tonnes:
        """Process CO2: released, or negative where the carbon is kept."""
        found = self.mass * self.per_mass
        return where(self.carbon == "kept", -found, found)


@process(key="gas-release", zh="温室气体逸散（含氟气体等）", absent=GAS_ONLY)
class GasRelease(Greenhouse, Process):
    """Release of a greenhouse gas that is measured as mass.

    SF6 of switchgear, PFC and NF3 of etching, refrigerants, CH4 or N2O of a vent: measured, or by balance: what was
    in the equipment that was repaired or retired, less what was recovered.
    """

    gas: str = choice(*(each for each in gases() if each != "co2"), zh="气体", en="Gas")
    released: Tonnes = quantity(zh="实测逸散量", en="Measured release", ge=0, optional=True, method="monitoring")
    charge: Tonnes = quantity(
        zh="检修和退役设备中的充装量", en="Charge of the equipment repaired or retired", ge=0, optional=True
    )
    recovered: Tonnes = quantity(
        zh="回收量", en="Gas recovered from it", ge=0, default=assumed("0 t", "equipment-none-recovered")
    )
    warming: TonnesPerTonne = quantity(zh="增温潜势", en="Warming potential", ge=0, default=PotentialOfGas())

    gases: ClassVar = {"mass": "warming"}
    laws: ClassVar = (Law("recovered", "<=", "charge", "part-above-whole"),)

    @output(zh="逸散量", cites="ndrc-guides-2013-2015#power-grid", extensive=True)
    def mass(self) -> Tonnes:
        """Mass released: measured, else charge less what was recovered."""
        return first_of(1 * self.released, self.charge - self.recovered)

    @output(zh="二氧化碳排放量", extensive=True)
    def co2(self) -> Tonnes:
        """CO2: none; the gas is another."""
        return 0 * self.mass
