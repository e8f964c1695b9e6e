"""Members of a park, renewable energy, and the park as a whole."""

from __future__ import annotations

from typing import ClassVar

from ecdcalc.plugin import (
    NO_SOURCE,
    EnergyUse,
    Gigajoules,
    Hours,
    Items,
    KilowattHours,
    Kilowatts,
    Law,
    Megawatts,
    Process,
    Ratio,
    Record,
    Share,
    Tce,
    Tonnes,
    assumed,
    choice,
    electricity_of,
    first_of,
    output,
    part,
    process,
    quantity,
    record,
    where,
)


@record
class MemberResult(Record):
    """Results of a member's own assessment, for one state, at the same output in both states."""

    energy: Tce = quantity(zh="综合能耗", en="Comprehensive energy", optional=True)
    electricity: KilowattHours = quantity(zh="净用电量", en="Net electricity", optional=True)
    cod: Tonnes = quantity(zh="化学需氧量排放量", en="COD discharged", ge=0, optional=True, method="stated")
    nh3n: Tonnes = quantity(zh="氨氮排放量", en="NH3-N discharged", ge=0, optional=True, method="stated")
    nox: Tonnes = quantity(zh="氮氧化物排放量", en="NOx emitted", ge=0, optional=True, method="stated")
    voc: Tonnes = quantity(zh="挥发性有机物排放量", en="VOC emitted", ge=0, optional=True, method="stated")
    so2: Tonnes = quantity(zh="二氧化硫排放量", en="SO2 emitted", ge=0, optional=True, method="stated")
    pm: Tonnes = quantity(zh="颗粒物排放量", en="PM emitted", ge=0, optional=True, method="stated")
    co2: Tonnes = quantity(zh="二氧化碳排放量", en="CO2 emitted", ge=0, optional=True)


@process(key="member", zh="入园企业", activity="activity_index")
class Member(EnergyUse, Process):
    """Member plant of a park.

    Its own carriers, or the results of its own assessment in its own sector. Heat from the park's source is no
    carrier here: its fuel stands at the source.
    """

    gives: ClassVar = None

    industry: str = choice(
        "coking", "steel", "cement", "nonferrous", "chemicals", "building-materials", "other",
        zh="行业（焦化/钢铁/水泥/有色/化工/其他建材/其他）", en="Industry",
    )  # fmt: skip
    activity_index: Ratio = quantity(
        zh="产量相对基期的倍数",
        en="Output relative to the baseline",
        gt=0,
        default=assumed("1 1", "same-output"),
    )
    ultra_low: str = choice(
        "done",
        "partly",
        "no",
        zh="超低排放改造（完成/部分/未做）",
        en="Ultra-low-emission retrofit",
        optional=True,
        only_with={"industry": ("coking", "steel", "cement")},
    )
    result: MemberResult = part(MemberResult, zh="自身核算结果", en="Results of its own assessment")

    @output(zh="综合能耗", cites="gb-t-2589-2020#4", extensive=True)
    def energy(self) -> Tce:
        """Energy: its own result, else its carriers."""
        return first_of(self.result.energy, self.carrier_energy)

    @output(zh="净用电量", extensive=True)
    def electricity(self) -> KilowattHours:
        """Net electricity: its own result, else its carriers."""
        return first_of(self.result.electricity, electricity_of(self.carriers))

    @output(zh="化学需氧量排放量", extensive=True)
    def cod(self) -> Tonnes:
        """COD of its own result."""
        return self.result.cod

    @output(zh="氨氮排放量", extensive=True)
    def nh3n(self) -> Tonnes:
        """NH3-N of its own result."""
        return self.result.nh3n

    @output(zh="氮氧化物排放量", extensive=True)
    def nox(self) -> Tonnes:
        """NOx of its own result."""
        return self.result.nox

    @output(zh="挥发性有机物排放量", extensive=True)
    def voc(self) -> Tonnes:
        """VOC of its own result."""
        return self.result.voc

    @output(zh="二氧化硫排放量", extensive=True)
    def so2(self) -> Tonnes:
        """SO2 of its own result."""
        return self.result.so2

    @output(zh="颗粒物排放量", extensive=True)
    def pm(self) -> Tonnes:
        """PM of its own result."""
        return self.result.pm

    @output(zh="二氧化碳排放量", extensive=True)
    def co2(self) -> Tonnes:
        """CO2 of its own result, else of its carriers."""
        return first_of(self.result.co2, self.energy_co2 + self.process_co2)

    @output(zh="应实施超低排放改造（1是，0否）", cites="plan-yuncheng-14fyp#三(一)")
    def ultra_low_due(self) -> Ratio:
        """Whether the plan asks this member for an ultra-low-emission retrofit: coking, steel, cement."""
        asked = (self.industry == "coking") | (self.industry == "steel") | (self.industry == "cement")
        return where(asked, 1, 0)

    @output(zh="完成超低排放改造（1是，0否）", cites="plan-yuncheng-14fyp#三(一)")
    def ultra_low_done(self) -> Ratio:
        """Whether a member that is asked for it has done the whole retrofit."""
        done = where(self.ultra_low == "done", 1, 0)
        return where(self.ultra_low_due > 0, done, 0)


@process(
    key="renewable",
    zh="可再生能源",
    absent=dict.fromkeys(("cod", "nh3n", "nox", "voc", "so2", "pm"), "parks-no-burning"),
)
class Renewable(EnergyUse, Process):
    """Renewable energy of a park.

    Photovoltaics, wind, solar heat, ground heat: what it gives stands among its carriers with a minus sign, and
    lessens what the park takes from outside.
    """

    for_the_record: ClassVar = ("source",)

    source: str = choice("pv", "wind", "solar-heat", "ground-heat", zh="种类（光伏/风电/太阳能热/地热）", en="Source")
    capacity: Megawatts = quantity(zh="装机容量", en="Capacity", gt=0, optional=True)
    exported: Share = quantity(
        zh="外送比例", en="Share sent out of the park", ge=0, le=100, default=assumed("0 %", "parks-none-sent-out")
    )
    hours_in_period: Hours = quantity(zh="核算期小时数", en="Hours of the period", gt=0, le=8784, optional=True)

    laws: ClassVar[tuple[Law, ...]] = (Law("mean_power", "<=", "capacity", "parks-above-capacity"),)

    @output(zh="可再生能源产量", cites="gb-t-2589-2020#4")
    def renewable_made(self) -> Tce:
        """Renewable energy made, used in the park or sent out."""
        return -self.energy

    @output(zh="园区消纳的可再生能源", cites="gb-t-2589-2020#4")
    def renewable_energy(self) -> Tce:
        """Renewable energy used in the park."""
        return self.renewable_made * (1 - self.exported)

    @output(zh="平均发电功率")
    def mean_power(self) -> Kilowatts:
        """Mean power over the period."""
        return -self.electricity / self.hours_in_period

    @output(zh="容量系数")
    def capacity_factor(self) -> Share:
        """Mean power over capacity."""
        return self.mean_power / self.capacity


@process(
    key="park",
    zh="园区",
    rolls_up={
        "members_energy": "energy",
        "renewables": "renewable_energy",
        "renewables_made": "renewable_made",
        "central": "central_heat",
        "scattered": "scattered_heat",
        "residual": "cascaded",
        "sent_out": "sent_out",
        "due": "ultra_low_due",
        "done": "ultra_low_done",
    },
    absent=NO_SOURCE,
    single=True,
)
class Park(Process):
    """Park as a whole.

    Filled from the other tables of the file: members, heat, renewables. Energy, reductions and savings of the
    park are the totals of the result.
    """

    demonstrations: Items = quantity(zh="建成节能环保示范园区数", en="Demonstration parks built", ge=0, optional=True)
    members_energy: Tce = quantity(zh="园区净综合能耗", en="Energy from outside, net", optional=True)
    renewables: Tce = quantity(zh="园区消纳的可再生能源", en="Renewable energy used", optional=True)
    renewables_made: Tce = quantity(zh="可再生能源产量", en="Renewable energy made", optional=True)
    central: Gigajoules = quantity(zh="集中供热量", en="Heat from the central source", optional=True)
    scattered: Gigajoules = quantity(zh="分散供热量", en="Heat from scattered boilers", optional=True)
    residual: Gigajoules = quantity(zh="梯级利用余热量", en="Residual heat passed on", optional=True)
    sent_out: Gigajoules = quantity(zh="管网输入热量", en="Heat that enters the network", optional=True)
    due: Ratio = quantity(zh="应改造企业数", en="Members asked for ultra-low emission", optional=True)
    done: Ratio = quantity(zh="完成改造企业数", en="Members that have done it", optional=True)

    laws: ClassVar[tuple[Law, ...]] = (
        Law("renewables", "<=", "renewables_made", "part-above-whole"),
        Law("residual", "<=", "sent_out", "part-above-whole"),
        Law("done", "<=", "due", "part-above-whole"),
    )

    @output(zh="园区能源消费总量", cites="gb-t-2589-2020#4")
    def consumption(self) -> Tce:
        """Energy used in the park: what comes from outside net of what is sent out, and all renewable energy made."""
        return self.members_energy + self.renewables_made

    @output(zh="可再生能源占比", cites="plan-yuncheng-14fyp#三(一)")
    def renewable_share(self) -> Share:
        """Share of renewable energy in the energy used."""
        return self.renewables / self.consumption

    @output(zh="集中供热占比", cites="plan-yuncheng-14fyp#三(一)")
    def central_heat_share(self) -> Share:
        """Share of central heat in the heat of boilers and source."""
        return self.central / (self.central + self.scattered)

    @output(zh="余热梯级利用占比", cites="plan-yuncheng-14fyp#三(一)")
    def cascade_share(self) -> Share:
        """Share of residual heat in the heat that enters the network."""
        return self.residual / self.sent_out

    @output(zh="超低排放改造完成比例", cites="plan-yuncheng-14fyp#三(一)")
    def ultra_low_share(self) -> Share:
        """Share of the coking, steel and cement members with ultra-low emission, by number of plants."""
        return self.done / self.due

    @output(zh="节能环保示范园区数", cites="plan-yuncheng-14fyp#三(一)")
    def demonstration_parks(self) -> Items:
        """Demonstration parks built."""
        return self.demonstrations
