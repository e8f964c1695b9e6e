"""The VOC account of a plant, a park or a city: shares of solvent-borne materials and on-line monitors."""

from __future__ import annotations

from typing import ClassVar

from ecdcalc.plugin import (
    NO_SOURCE,
    Items,
    Law,
    Process,
    Record,
    Share,
    Tonnes,
    first_of,
    output,
    part,
    process,
    quantity,
    record,
)


@record
class SolventBase(Record):
    """What was used in the base year of the plan, of each group."""

    solvent_coating: Tonnes = quantity(zh="基年溶剂型涂料用量", en="Solvent-borne coating", ge=0, optional=True)
    coating: Tonnes = quantity(zh="基年涂料总用量", en="All coating", gt=0, optional=True)
    solvent_coating_share: Share = quantity(
        zh="基年溶剂型涂料占比", en="Share of solvent-borne coating", ge=0, le=100, optional=True
    )
    solvent_ink: Tonnes = quantity(zh="基年溶剂型油墨用量", en="Solvent-borne ink", ge=0, optional=True)
    ink: Tonnes = quantity(zh="基年油墨总用量", en="All ink", gt=0, optional=True)
    solvent_ink_share: Share = quantity(
        zh="基年溶剂型油墨占比", en="Share of solvent-borne ink", ge=0, le=100, optional=True
    )
    solvent_adhesive: Tonnes = quantity(zh="基年溶剂型胶粘剂用量", en="Solvent-borne adhesive", gt=0, optional=True)


@process(
    key="account",
    zh="挥发性有机物台账",
    rolls_up={
        "solvent_coating": "solvent_coating",
        "coating": "coating",
        "solvent_ink": "solvent_ink",
        "ink": "ink",
        "solvent_adhesive": "solvent_adhesive",
    },
    absent=NO_SOURCE,
    single=True,
)
class VocAccount(Process):
    """VOC account.

    The plan cuts the shares of solvent-borne coatings by 20 % and inks by 10 %, and the quantity of
    solvent-borne adhesives by 20 %. The national plan means percentage points of the share for the first two:
    so does the cut in points, which the targets take. The relative cut stands beside it for the other reading.
    """

    solvent_coating: Tonnes = quantity(zh="溶剂型涂料用量", en="Solvent-borne coating", ge=0, optional=True)
    coating: Tonnes = quantity(zh="涂料总用量", en="All coating", ge=0, optional=True)
    solvent_ink: Tonnes = quantity(zh="溶剂型油墨用量", en="Solvent-borne ink", ge=0, optional=True)
    ink: Tonnes = quantity(zh="油墨总用量", en="All ink", ge=0, optional=True)
    solvent_adhesive: Tonnes = quantity(zh="溶剂型胶粘剂用量", en="Solvent-borne adhesive", ge=0, optional=True)
    base: SolventBase = part(SolventBase, zh="基年", en="Base year")
    key_dischargers: Items = quantity(
        zh="涉VOCs重点排污单位数", en="Listed key dischargers of VOC", ge=0, optional=True
    )
    monitored: Items = quantity(
        zh="已安装在线监测的单位数", en="Key dischargers with on-line monitors", ge=0, optional=True
    )

    laws: ClassVar = (
        Law("solvent_coating", "<=", "coating", "part-above-whole"),
        Law("solvent_ink", "<=", "ink", "part-above-whole"),
        Law("base_coating_share", "<=", "whole", "part-above-whole"),
        Law("base_ink_share", "<=", "whole", "part-above-whole"),
        Law("monitored", "<=", "key_dischargers", "part-above-whole"),
    )

    @output(zh="全部（100 %）", cites="definition")
    def whole(self) -> Share:
        """All of a material, as a share."""
        return 1 + 0 * first_of(self.base_coating_share, self.base_ink_share)

    @output(zh="溶剂型涂料占比", cites="plan-yuncheng-14fyp#三(九)")
    def coating_share(self) -> Share:
        """Share of solvent-borne coating."""
        return self.solvent_coating / self.coating

    @output(zh="溶剂型油墨占比", cites="plan-yuncheng-14fyp#三(九)")
    def ink_share(self) -> Share:
        """Share of solvent-borne ink."""
        return self.solvent_ink / self.ink

    @output(zh="基年溶剂型涂料占比")
    def base_coating_share(self) -> Share:
        """Share of solvent-borne coating in the base year."""
        return first_of(self.base.solvent_coating_share, self.base.solvent_coating / self.base.coating)

    @output(zh="基年溶剂型油墨占比")
    def base_ink_share(self) -> Share:
        """Share of solvent-borne ink in the base year."""
        return first_of(self.base.solvent_ink_share, self.base.solvent_ink / self.base.ink)

    @output(zh="溶剂型涂料占比降幅（百分点）", cites="plan-yuncheng-14fyp#三(九)")
    def coating_share_cut(self) -> Share:
        """Cut of the share of solvent-borne coating, in percentage points."""
        return self.base_coating_share - self.coating_share

    @output(zh="溶剂型涂料占比相对降幅", cites="plan-yuncheng-14fyp#三(九)")
    def coating_share_cut_relative(self) -> Share:
        """Cut of the share of solvent-borne coating, relative to the base year."""
        return 1 - self.coating_share / self.base_coating_share

    @output(zh="溶剂型油墨占比降幅（百分点）", cites="plan-yuncheng-14fyp#三(九)")
    def ink_share_cut(self) -> Share:
        """Cut of the share of solvent-borne ink, in percentage points."""
        return self.base_ink_share - self.ink_share

    @output(zh="溶剂型油墨占比相对降幅", cites="plan-yuncheng-14fyp#三(九)")
    def ink_share_cut_relative(self) -> Share:
        """Cut of the share of solvent-borne ink, relative to the base year."""
        return 1 - self.ink_share / self.base_ink_share

    @output(zh="溶剂型胶粘剂用量降幅", cites="plan-yuncheng-14fyp#三(九)")
    def adhesive_cut(self) -> Share:
        """Cut of the quantity of solvent-borne adhesive, relative to the base year."""
        return 1 - self.solvent_adhesive / self.base.solvent_adhesive

    @output(zh="在线监测安装比例", cites="plan-yuncheng-14fyp#四(六)")
    def monitor_share(self) -> Share:
        """Share of key dischargers with on-line monitors."""
        return self.monitored / self.key_dischargers
