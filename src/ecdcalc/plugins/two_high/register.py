"""The register of high-energy high-emission projects as a whole."""

from __future__ import annotations

from typing import ClassVar

from ecdcalc.plugin import (
    NO_SOURCE,
    Law,
    Process,
    Ratio,
    Record,
    Share,
    Tce,
    Tonnes,
    at_least,
    output,
    part,
    process,
    quantity,
    record,
)


@record
class Reductions(Record):
    """Reductions of the key projects of the region, before replacement is taken out."""

    nox: Tonnes = quantity(zh="氮氧化物工程减排量", en="NOx", ge=0, optional=True)
    voc: Tonnes = quantity(zh="挥发性有机物工程减排量", en="VOC", ge=0, optional=True)
    cod: Tonnes = quantity(zh="化学需氧量工程减排量", en="COD", ge=0, optional=True)
    nh3n: Tonnes = quantity(zh="氨氮工程减排量", en="NH3-N", ge=0, optional=True)


@process(
    key="register",
    zh="“两高”项目清单",
    rolls_up={
        "built": "built",
        "connected": "connected",
        "preferred": "preferred",
        "to_be_stopped": "to_be_stopped",
        "added_energy": "added_energy",
        "nox_used": "nox_used",
        "voc_used": "voc_used",
        "cod_used": "cod_used",
        "nh3n_used": "nh3n_used",
    },
    absent=NO_SOURCE,
    single=True,
)
class Register(Process):
    """Register of high-energy high-emission projects.

    Filled from the projects. A reduction that replaces the emission of a new project is taken out of the
    counted reductions, in the amount that was used (k × emission).
    """

    built: Ratio = quantity(zh="已建成项目数", en="Projects in operation", optional=True)
    connected: Ratio = quantity(zh="已接入监测项目数", en="Projects in operation and monitored", optional=True)
    preferred: Ratio = quantity(zh="享受优惠电价项目数", en="Projects with a preferential price", optional=True)
    to_be_stopped: Ratio = quantity(zh="手续不全项目数", en="Projects with incomplete permits", optional=True)
    added_energy: Tce = quantity(zh="在建拟建项目新增能耗", en="Energy of planned and building projects", optional=True)
    nox_used: Tonnes = quantity(zh="置换占用氮氧化物削减量", en="NOx reductions used", optional=True)
    voc_used: Tonnes = quantity(zh="置换占用挥发性有机物削减量", en="VOC reductions used", optional=True)
    cod_used: Tonnes = quantity(zh="置换占用化学需氧量削减量", en="COD reductions used", optional=True)
    nh3n_used: Tonnes = quantity(zh="置换占用氨氮削减量", en="NH3-N reductions used", optional=True)
    reductions: Reductions = part(Reductions, zh="区域工程减排量", en="Reductions of key projects")

    laws: ClassVar = (Law("connected", "<=", "built", "part-above-whole"),)

    @output(zh="在线监测接入比例", cites="plan-yuncheng-14fyp#三(十一)")
    def monitored_share(self) -> Share:
        """Share of the projects in operation that are connected to on-line energy monitoring."""
        return self.connected / self.built

    @output(zh="享受优惠电价项目数", cites="plan-yuncheng-14fyp#三(十一)")
    def preferred_projects(self) -> Ratio:
        """Number of projects with a preferential power price."""
        return self.preferred

    @output(zh="在建拟建项目新增能耗合计", cites="plan-yuncheng-14fyp#三(十一)")
    def new_energy(self) -> Tce:
        """Energy that planned projects and those under construction add."""
        return self.added_energy

    @output(zh="应停工停产整改项目数", cites="plan-yuncheng-14fyp#三(十一)")
    def stopped_projects(self) -> Ratio:
        """Number of projects that stop until their permits are put right."""
        return self.to_be_stopped

    @output(zh="可计入的氮氧化物减排量", cites="pollutant-accounting-2021#offsets")
    def counted_nox(self) -> Tonnes:
        """NOx reductions that count, after replacement."""
        left = self.reductions.nox - self.nox_used
        return at_least(left, 0 * left)

    @output(zh="可计入的挥发性有机物减排量", cites="pollutant-accounting-2021#offsets")
    def counted_voc(self) -> Tonnes:
        """VOC reductions that count, after replacement."""
        left = self.reductions.voc - self.voc_used
        return at_least(left, 0 * left)

    @output(zh="可计入的化学需氧量减排量", cites="pollutant-accounting-2021#offsets")
    def counted_cod(self) -> Tonnes:
        """COD reductions that count, after replacement."""
        left = self.reductions.cod - self.cod_used
        return at_least(left, 0 * left)

    @output(zh="可计入的氨氮减排量", cites="pollutant-accounting-2021#offsets")
    def counted_nh3n(self) -> Tonnes:
        """NH3-N reductions that count, after replacement."""
        left = self.reductions.nh3n - self.nh3n_used
        return at_least(left, 0 * left)
