"""What lies between the solvent and the air: capture, destruction, burners."""

from __future__ import annotations

from ecdcalc.plugin import (
    NATURAL_GAS,
    EnergyUse,
    GramsPerCubicMetre,
    NoxStack,
    Share,
    StackEmission,
    Tonnes,
    VapourControl,
    VapourSource,
    choice,
    emitted,
    factor,
    first_of,
    of_known_fuels,
    one_of,
    output,
    part,
    quantity,
    record,
    where,
)


@record
class SolventControl(VapourControl):
    """Capture and destruction; by name of hood and device where nothing was measured.

    `rates` chooses the set: the fleet averages of T/CSES 144-2024 Table A.1 for an inventory (grade A), or the
    generic rates of the national accounting guide for a project (grade C). The two are never mixed: what a set
    does not list has to be measured, and retrofits, whose rates are of the project set, ask for that set.
    """

    rates: str = choice("inventory", "project", zh="效率取值（清单/项目核算）", en="Set of rates", default="inventory")
    enclosure: str = choice(
        "other", "closed-duct", "closed-negative", "closed-positive", "semi-closed", "surrounding-hood",
        "external-hood", "none",
        zh="收集方式（其他/密闭管道/密闭负压/密闭正压/半密闭/包围型集气罩/外部集气罩/无）",
        en="Enclosure",
        default="other",
    )  # fmt: skip
    device: str = choice(
        "other", "rto", "thermal", "catalytic", "concentrator", "carbon", "carbon-regenerated", "condensation",
        "absorption", "water-absorption", "photolysis", "plasma", "biological", "zeolite", "photocatalysis", "none",
        zh="治理设施（其他/RTO/TO/催化燃烧/吸附浓缩燃烧/一次性活性炭/集中再生活性炭/冷凝/其他吸收/水溶性吸收/光解/等离子/生物/沸石转轮吸附/光催化/无）",
        en="Device",
        default="other",
    )  # fmt: skip
    capture: Share = quantity(
        zh="收集效率",
        en="Capture efficiency",
        ge=0,
        le=100,
        default=one_of(
            ("rates == inventory & enclosure == closed-duct", "voc-control/ve013"),
            ("rates == inventory & enclosure == closed-negative", "voc-control/ve013"),
            ("rates == inventory & enclosure == closed-positive", "voc-control/ve013"),
            ("rates == inventory & enclosure == external-hood", "voc-control/ve014"),
            ("enclosure == none", "voc-control/ve015"),
            ("rates == project & enclosure == closed-duct", "voc-control/ve038"),
            ("rates == project & enclosure == closed-negative", "voc-control/ve039"),
            ("rates == project & enclosure == closed-positive", "voc-control/ve040"),
            ("rates == project & enclosure == semi-closed", "voc-control/ve041"),
            ("rates == project & enclosure == surrounding-hood", "voc-control/ve042"),
            ("rates == project & enclosure == external-hood", "voc-control/ve043"),
        ),
    )
    destruction: Share = quantity(
        zh="去除效率",
        en="Destruction efficiency",
        ge=0,
        le=100,
        default=one_of(
            ("rates == inventory & device == rto", "voc-control/ve003"),
            ("rates == inventory & device == thermal", "voc-control/ve012"),
            ("rates == inventory & device == catalytic", "voc-control/ve008"),
            ("rates == inventory & device == concentrator", "voc-control/ve007"),
            ("rates == inventory & device == carbon", "voc-control/ve001"),
            ("rates == inventory & device == carbon-regenerated", "voc-control/ve001"),
            ("rates == inventory & device == condensation", "voc-control/ve006"),
            ("rates == inventory & device == absorption", "voc-control/ve011"),
            ("rates == inventory & device == photolysis", "voc-control/ve004"),
            ("rates == inventory & device == plasma", "voc-control/ve009"),
            ("rates == inventory & device == biological", "voc-control/ve010"),
            ("rates == inventory & device == zeolite", "voc-control/ve002"),
            ("rates == inventory & device == photocatalysis", "voc-control/ve005"),
            ("rates == project & device == rto", "voc-control/ve045"),
            ("rates == project & device == thermal", "voc-control/ve047"),
            ("rates == project & device == catalytic", "voc-control/ve046"),
            ("rates == project & device == concentrator", "voc-control/ve048"),
            ("rates == project & device == carbon", "voc-control/ve050"),
            ("rates == project & device == carbon-regenerated", "voc-control/ve049"),
            ("rates == project & device == condensation", "voc-control/ve051"),
            ("rates == project & device == water-absorption", "voc-control/ve052"),
            ("rates == project & device == absorption", "voc-control/ve053"),
            ("rates == project & device == photolysis", "voc-control/ve054"),
            ("rates == project & device == plasma", "voc-control/ve055"),
            ("rates == project & device == biological", "voc-control/ve056"),
        ),
    )

    @output(zh="排放比例", cites="t-cses-144-2024#vocs")
    def passed(self) -> Share:
        """Share that is neither captured nor destroyed; all of it without a device."""
        treated = 1 - self.capture * self.destroyed * self.run_rate
        return where(self.device == "none", 1, treated)


@record
class SolventVapours(VapourSource):
    """VOC of a solvent user; capture and device may be named."""

    voc_control: SolventControl = part(SolventControl, key="voc", zh="挥发性有机物", en="VOC")

    @property
    def rates(self) -> str:
        """The set of rates, for what asks for one of them."""
        return self.voc_control.rates

    @output(zh="无组织排放量", cites="t-cses-144-2024#vocs")
    def voc_fugitive(self) -> Tonnes:
        """VOC that no hood catches."""
        return self.voc_entering * (1 - self.voc_control.capture)


@record
class Burners(EnergyUse):
    """NOx of ovens and oxidisers: monitored, else natural gas × factor, less what a device removes if there is one.

    Departures: the factor is that of industrial boilers (T/CSES 144-2024 Table E.7), the nearest in the data;
    other fuels than natural gas need a monitored value.
    """

    nox_stack: StackEmission = part(NoxStack, key="nox", zh="氮氧化物", en="NOx")
    nox_factor: GramsPerCubicMetre = quantity(
        zh="天然气氮氧化物产污系数", en="NOx generated per natural gas", ge=0, default=factor("nox/nx035")
    )

    @output(zh="氮氧化物产生量", cites="t-cses-144-2024#table-e7")
    def nox_generated(self) -> Tonnes:
        """NOx of the natural gas burnt in ovens and oxidisers."""
        return of_known_fuels(self, NATURAL_GAS, emitted(self.carriers, NATURAL_GAS, self.nox_factor))

    @output(zh="氮氧化物排放量", cites="t-cses-144-2024#general", extensive=True)
    def nox(self) -> Tonnes:
        """NOx emitted, as NO2."""
        passed = self.nox_generated * self.nox_stack.passed
        return first_of(self.nox_stack.monitored, passed, self.nox_generated)
