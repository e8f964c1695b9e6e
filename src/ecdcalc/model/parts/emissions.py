"""Emissions: stacks, waste water and vapours, with the order of evidence of the guideline.

For a stack: monitoring (a measured mass, or dry flow × concentration) before material balance before
generation factor × activity × (1 − effective removal): T/CSES 144-2024. Mass uses the concentration and the
flow as measured; only compliance uses reference oxygen. NOx is counted as NO2. Which of them a result rests on is
said by `method=`: see `trace.methods`.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, ClassVar, TypeVar

import attrs

from ecdcalc.model.laws import Law
from ecdcalc.model.parts.carriers import COALS, NATURAL_GAS, CoalEquivalent, EnergyUse, Fuel, amount_of, emitted
from ecdcalc.model.parts.stacks import Device, NoxStack, So2Stack, StackEmission
from ecdcalc.model.process import Record, changed, choice, part, quantity, record
from ecdcalc.numbers.formula import output
from ecdcalc.numbers.kinds import CubicMetres, KgPerTonne, MgPerCubicMetre, MgPerLitre, Share, Tonnes
from ecdcalc.numbers.ops import Number, first_of, impossible, missing, total, where
from ecdcalc.reference.defaults import one_of

AnyStack = TypeVar("AnyStack", bound="StackEmission")
AnyFlue = TypeVar("AnyFlue", bound="Stack")
AnySource = TypeVar("AnySource", bound="VapourSource")
AnyControl = TypeVar("AnyControl", bound="VapourControl")


@record
class Stack(Record):
    """NOx, SO2 and PM of a process. Processes say what they generate; the stack says what passes."""

    nox_stack: StackEmission = part(NoxStack, key="nox", zh="氮氧化物", en="NOx")
    so2_stack: StackEmission = part(So2Stack, key="so2", zh="二氧化硫", en="SO2")
    pm_stack: StackEmission = part(StackEmission, key="pm", zh="颗粒物", en="PM")

    @output(zh="氮氧化物产生量")
    def nox_generated(self) -> Tonnes:
        """NOx generated before removal."""
        return impossible("no-generation-factor")

    @output(zh="二氧化硫产生量")
    def so2_generated(self) -> Tonnes:
        """SO2 generated before removal."""
        return impossible("no-generation-factor")

    @output(zh="二氧化硫物料衡算产生量", method="balance")
    def so2_balance(self) -> Tonnes:
        """SO2 generated, by sulphur balance."""
        return impossible("no-generation-factor")

    @output(zh="颗粒物产生量")
    def pm_generated(self) -> Tonnes:
        """PM generated before removal."""
        return impossible("no-generation-factor")

    @output(zh="颗粒物物料衡算产生量", method="balance")
    def pm_balance(self) -> Tonnes:
        """PM generated, by ash balance."""
        return impossible("no-generation-factor")

    @output(zh="氮氧化物排放量", cites="t-cses-144-2024#general", extensive=True)
    def nox(self) -> Tonnes:
        """NOx emitted, as NO2."""
        return first_of(self.nox_stack.monitored, self.nox_generated * self.nox_stack.passed)

    @output(zh="二氧化硫排放量", cites="t-cses-144-2024#general", extensive=True)
    def so2(self) -> Tonnes:
        """SO2 emitted."""
        passed = self.so2_stack.passed
        return first_of(self.so2_stack.monitored, self.so2_balance * passed, self.so2_generated * passed)

    @output(zh="颗粒物排放量", cites="t-cses-144-2024#general", extensive=True)
    def pm(self) -> Tonnes:
        """PM emitted."""
        passed = self.pm_stack.passed
        return first_of(self.pm_stack.monitored, self.pm_balance * passed, self.pm_generated * passed)


@record
class WaterStream(Record):
    """Waste water at the outlet of the plant, or of the sewage works that it goes to."""

    volume: CubicMetres = quantity(zh="废水排放量", en="Waste water", ge=0, optional=True)
    cod: MgPerLitre = quantity(zh="COD浓度", en="COD concentration", ge=0, optional=True)
    nh3n: MgPerLitre = quantity(zh="氨氮浓度", en="NH3-N concentration", ge=0, optional=True)


@record
class Wastewater(Record):
    """COD and NH3-N of a process, from volume and flow-weighted concentration."""

    wastewater: WaterStream = part(WaterStream, zh="废水", en="Waste water")

    @output(
        zh="化学需氧量排放量", cites="pollutant-accounting-2021#industrial-water", extensive=True, method="monitoring"
    )
    def cod(self) -> Tonnes:
        """COD discharged."""
        return self.wastewater.volume * self.wastewater.cod

    @output(zh="氨氮排放量", cites="pollutant-accounting-2021#industrial-water", extensive=True, method="monitoring")
    def nh3n(self) -> Tonnes:
        """NH3-N discharged."""
        return self.wastewater.volume * self.wastewater.nh3n


@record
class VapourControl(Device):
    """What is done about vapours: capture, destruction, and how long the device runs.

    A test at inlet and outlet comes before a rate. `second` is a device in series with the first; where a table
    or a test gives the joint removal, that is the destruction, and there is no second.
    """

    mass: Tonnes = quantity(zh="监测排放量", en="Monitored mass", ge=0, optional=True, method="monitoring")
    flow: CubicMetres = quantity(zh="治理设施处理气量（干）", en="Dry gas through the device", ge=0, optional=True)
    inlet: MgPerCubicMetre = quantity(zh="治理设施进口浓度", en="Concentration at the inlet", gt=0, optional=True)
    outlet: MgPerCubicMetre = quantity(zh="治理设施出口浓度", en="Concentration at the outlet", ge=0, optional=True)
    capture: Share = quantity(zh="收集效率", en="Capture efficiency", ge=0, le=100, optional=True)
    destruction: Share = quantity(zh="去除效率", en="Destruction efficiency", ge=0, le=100, optional=True)
    second: Share = quantity(
        zh="串联第二级设施去除效率", en="Destruction of a second device in series", ge=0, le=100, optional=True
    )

    @output(zh="实测去除量", cites="shandong-voc-accounting#measurement", method="monitoring")
    def removed(self) -> Tonnes:
        """VOC removed, measured: flow × (inlet − outlet)."""
        return self.flow * (self.inlet - self.outlet)

    @output(zh="综合去除效率", cites="t-cses-144-2024#vocs")
    def destroyed(self) -> Share:
        """Share destroyed of what is captured: tested at inlet and outlet, else 1 − (1 − η1)(1 − η2), else η1."""
        series = 1 - (1 - self.destruction) * (1 - self.second)
        return first_of(1 - self.outlet / self.inlet, series, self.destruction)

    @output(zh="排放比例", cites="t-cses-144-2024#vocs")
    def passed(self) -> Share:
        """Share that is neither captured nor destroyed."""
        return 1 - self.capture * self.destroyed * self.run_rate

    def after(self, generated: Number) -> Number:
        """Return what is emitted of what is generated: less the measured removal, else × the share that passes."""
        return first_of(generated - self.removed, generated * self.passed)


@record
class VapourSource(Record):
    """VOC of a process: monitored mass, else generation less what the device is measured to remove, else by rates."""

    voc_control: VapourControl = part(VapourControl, key="voc", zh="挥发性有机物", en="VOC")

    laws: ClassVar[tuple[Law, ...]] = (Law("voc_removed", "<=", "voc_entering", "removed-above-generated"),)

    @output(zh="挥发性有机物产生量")
    def voc_generated(self) -> Tonnes:
        """VOC generated before control."""
        return impossible("no-generation-factor")

    @output(zh="挥发性有机物物料衡算产生量", method="balance")
    def voc_balance(self) -> Tonnes:
        """VOC generated, by material balance."""
        return impossible("no-generation-factor")

    @output(zh="挥发性有机物产生量（衡算优先）", cites="t-cses-144-2024#general")
    def voc_entering(self) -> Tonnes:
        """VOC generated: by balance before factor."""
        return first_of(self.voc_balance, self.voc_generated)

    @output(zh="实测去除量", cites="shandong-voc-accounting#measurement")
    def voc_removed(self) -> Tonnes:
        """VOC removed, measured at the device."""
        return self.voc_control.removed

    @output(zh="挥发性有机物排放量", cites="t-cses-144-2024#vocs", extensive=True)
    def voc(self) -> Tonnes:
        """VOC emitted: monitored, else G − Q (C_in − C_out), else G × (1 − capture × destruction × run rate)."""
        return first_of(self.voc_control.mass, self.voc_control.after(self.voc_entering))


@record
class AmmoniaSlip(EnergyUse):
    """NH3 that slips through the removal of NOx from the flue gas of coal: T/CSES 144-2024 Table E.1."""

    denitration: str = choice(
        "none", "sncr", "scr", zh="脱硝工艺（无/SNCR/SCR）", en="Removal of NOx with ammonia", optional=True
    )
    slip_factor: KgPerTonne = quantity(
        zh="氨逃逸系数",
        en="NH3 slip per coal",
        ge=0,
        default=one_of(("denitration == sncr", "nox-control/ne045"), ("denitration == scr", "nox-control/ne046")),
        only_with={"denitration": ("sncr", "scr")},
    )

    @output(zh="氨逃逸排放量", cites="t-cses-144-2024#table-e1", extensive=True)
    def nh3(self) -> Tonnes:
        """NH3 emitted with the flue gas: a co-emission, and no NH3-N."""
        coal = amount_of(self.carriers, COALS)
        return where(self.denitration == "none", 0 * coal, coal * self.slip_factor)


def abate(stack: AnyStack, removal: Number) -> AnyStack:
    """Return the stack with one more device in series: what passed before, times (1 − removal)."""
    passes = 1 - removal
    return attrs.evolve(
        stack,
        mass=stack.mass * passes,
        concentration=stack.concentration * passes,
        removal=1 - (1 - stack.removal) * passes,
    )


def less_nox(process: AnyFlue, removal: Number) -> AnyFlue:
    """Return the process with one more removal of NOx."""
    return changed(process, nox_stack=abate(process.nox_stack, removal))


def less_flue_gas(process: AnyFlue, kept: Number, gas: Number | None = None) -> AnyFlue:
    """Return the process with a share of what is monitored: its fuel was saved, its concentrations stay.

    The flue gas keeps the same share, unless another is given.
    """
    flow = kept if gas is None else gas
    stacks = {name: getattr(process, name) for name in ("nox_stack", "so2_stack", "pm_stack")}
    thinner = {name: changed(each, mass=each.mass * kept, flow=each.flow * flow) for name, each in stacks.items()}
    less = changed(process, **thinner)
    if not isinstance(less, VapourSource):
        return less
    return changed(less, voc_control=changed(less.voc_control, mass=less.voc_control.mass * kept))


def thinner(before: AnyFlue, after: AnyFlue) -> AnyFlue:
    """Return the state after with its flue gas fallen as its fuel has; as it is where no fuel was burnt."""
    burnt, left = _fuel(before), _fuel(after)
    return less_flue_gas(after, total(left) / total(burnt)) if burnt else after


def _fuel(user: Any) -> list[Number]:
    return [line.coal for line in user.carriers.values() if isinstance(line, Fuel)]


def denitrate(process: AnyFlue, removal: Number, way: str) -> AnyFlue:
    """Return the process with one more removal of NOx ("scr", "sncr"); burnt coal slips its ammonia from then on."""
    cleaned = less_nox(process, removal)
    return changed(cleaned, denitration=way) if isinstance(cleaned, AmmoniaSlip) else cleaned


def of_coal_and_gas(
    process: EnergyUse,
    coal: Number,
    gas: Number | None = None,
    *,
    coals: Collection[str] = COALS,
    elsewhere: Collection[str] = (),
) -> Number:
    """Return coal × factor plus natural gas × factor; missing where another fuel is burnt, which may emit too.

    Fuels that are counted `elsewhere` are no such.
    """
    found = emitted(process.carriers, coals, coal)
    if gas is not None:
        found = found + emitted(process.carriers, NATURAL_GAS, gas)
    return of_known_fuels(process, (*coals, *NATURAL_GAS, *elsewhere), found)


def of_known_fuels(process: EnergyUse, known: Collection[str], value: Number) -> Number:
    """Return what fuels emit; missing where another than the known ones is burnt, of which no factor is at hand."""
    return _unless_others(process, known, value, impossible("fuel-without-factor"))


def sulphur_of_all(process: EnergyUse, sulphur: Number, described: Collection[str] = ()) -> Number:
    """Return the sulphur of the fuels that it describes; missing where another fuel may bring sulphur in too."""
    return _unless_others(process, described, sulphur, missing("sulphur"))


def _unless_others(process: EnergyUse, known: Collection[str], value: Number, otherwise: Number) -> Number:
    for id, line in process.carriers.items():
        if isinstance(line, (Fuel, CoalEquivalent)) and id not in known:
            value = where(line.amount > 0, otherwise, value)
    return value


def with_control(source: AnySource, **values: Any) -> AnySource:
    """Return the source with another capture or device."""
    return changed(source, voc_control=replaced(source.voc_control, **values))


def replaced(old: AnyControl, **values: Any) -> AnyControl:
    """Return the control with another capture or device.

    A monitored mass falls as the share that passes; what was measured at a device that is replaced is dropped.
    """
    dropped = {"flow", *(("inlet", "outlet", "second") if "destruction" in values else ())}
    origins = {name: origin for name, origin in old.origins.items() if name not in {*values, *dropped}}
    new = changed(old, origins=origins, **{name: _without(old, name) for name in dropped}, **values)
    passed = where(old.passed > 0, old.passed, missing("voc.capture"))
    return changed(new, mass=old.mass * new.passed / passed)


def _without(control: VapourControl, name: str) -> Number:
    """Return a missing value of the dimension of a field."""
    return getattr(control, name) * missing(name)
