"""Sulphuric acid, nitric acid and soda ash: products whose limits carry corrections."""

from __future__ import annotations

from typing import ClassVar

from ecdcalc.plugin import (
    Grading,
    Greenhouse,
    KgcePerTonne,
    KgPerTonne,
    Potential,
    Ratio,
    Share,
    Tonnes,
    TonnesPerTonne,
    choice,
    factor,
    first_of,
    one_of,
    output,
    process,
    quantity,
    where,
)
from ecdcalc.plugins.chemicals.common import ChemicalProcess

_ACID = (
    ("sulphur", "sulfur"),
    ("pyrite", "pyrite"),
    ("copper-gas-rich", "copper-gt13"),
    ("copper-gas", "copper-le13"),
    ("nickel-gas", "nickel"),
    ("lead-gas", "lead"),
    ("zinc-gas", "zinc"),
    ("lead-zinc-gas", "lead-zinc"),
    ("gypsum", "gypsum"),
    ("waste-acid", "feso4"),
)


@process(key="sulphuric-acid", zh="硫酸", activity="product")
class SulphuricAcid(ChemicalProcess):
    """Sulphuric-acid line.

    Energy is mostly negative: steam given out is a carrier with a negative amount (GB 29141-2024). The limit
    is 35 kgce/t higher for 20 % oleum, by its share of the output; level 3 of acid from sulphur is 10 kgce/t
    lower (-120 in place of -110) where low-temperature heat is recovered.
    """

    product: Tonnes = quantity(zh="硫酸产量（折百）", en="Acid output, as 100 % H2SO4", gt=0)
    feedstock: str = choice(
        *(word for word, _ in _ACID),
        zh="原料（硫黄/硫铁矿/铜烟气＞13%/铜烟气/镍烟气/铅烟气/锌烟气/铅锌烟气/石膏/硫酸亚铁或废硫酸）",
        en="Feedstock",
    )
    heat_recovery: str = choice(
        "none", "low-temperature", zh="低温余热回收（无/有）", en="Low-temperature heat recovery", default="none"
    )
    oleum_share: Share = quantity(
        zh="20%发烟硫酸占比", en="Share of 20 % oleum in the output", ge=0, le=100, optional=True
    )
    oleum_allowance: KgcePerTonne = quantity(
        zh="发烟硫酸限额修正量", en="Allowance for 20 % oleum", default=factor("gb-29141-2024/oleum")
    )
    recovery_allowance: KgcePerTonne = quantity(
        zh="低温余热回收限额修正量（3级）",
        en="Allowance for low-temperature heat recovery, level 3",
        default=factor("gb-29141-2024/low-temperature-recovery"),
    )
    so2_factor: KgPerTonne = quantity(
        zh="二氧化硫产污系数", en="SO2 generated per acid", ge=0, default=factor("cobenefit/cb081")
    )

    gradings: ClassVar = (
        Grading(
            output="unit_energy",
            product=one_of(*((f"feedstock == {word}", f"gb29141-2024.h2so4.{row}") for word, row in _ACID)),
            shifts=("oleum_shift", "oleum_shift", "shift_level_3"),
        ),
    )

    @output(zh="限额修正量（发烟硫酸）", cites="gb-29141-2024#4.1")
    def oleum_shift(self) -> KgcePerTonne:
        """Correction of the limit for oleum."""
        return self.oleum_share * self.oleum_allowance

    @output(zh="限额修正量（3级）", cites="gb-29141-2024#4.1")
    def shift_level_3(self) -> KgcePerTonne:
        """Correction of the level 3 limit: oleum, and low-temperature heat recovery from sulphur."""
        recovers = (self.feedstock == "sulphur") & (self.heat_recovery == "low-temperature")
        return self.oleum_shift + where(recovers, self.recovery_allowance, 0 * self.recovery_allowance)

    @output(zh="二氧化硫产生量", cites="t-cses-144-2024#table-e1")
    def so2_generated(self) -> Tonnes:
        """SO2 generated before removal, by the factor of the acid."""
        return self.product * self.so2_factor


@process(key="nitric-acid", zh="稀硝酸", activity="product")
class NitricAcid(Greenhouse, ChemicalProcess):
    """Nitric-acid line.

    Limits of dilute acid, GB 29141-2024; the energy of the ammonia feed is left out. NOx of the tail gas by
    EMEP/EEA (no Chinese coefficient is at hand), N2O by the NDRC chemical guide, neither with removal.
    """

    product: Tonnes = quantity(zh="硝酸产量（折百）", en="Acid output, as 100 % HNO3", gt=0)
    pressure: str = choice(
        "high",
        "medium",
        "atmospheric",
        "dual",
        "combined",
        "low",
        zh="工艺（高压/中压/常压/双加压/综合/低压）",
        en="Pressure process",
    )
    nox_factor: KgPerTonne = quantity(
        zh="氮氧化物产污系数",
        en="NOx generated per acid",
        ge=0,
        default=one_of(
            ("pressure == high", "nox/nx122"),
            ("pressure == medium", "nox/nx121"),
            ("", "nox/nx120"),
        ),
    )
    n2o_factor: TonnesPerTonne = quantity(
        zh="氧化亚氮产生系数",
        en="N2O generated per acid",
        ge=0,
        default=one_of(
            *(
                (f"pressure == {word}", f"co2-process/nitric-{word}")
                for word in ("high", "medium", "atmospheric", "dual", "combined", "low")
            )
        ),
    )
    n2o_removal: Share = quantity(zh="氧化亚氮去除效率", en="Removal of N2O", ge=0, le=100, optional=True)
    n2o_warming: TonnesPerTonne = quantity(
        zh="氧化亚氮增温潜势", en="Warming potential of N2O", gt=0, default=Potential("n2o")
    )

    gases: ClassVar = {"n2o": "n2o_warming"}
    gradings: ClassVar = (Grading(output="unit_energy", product=factor("gb29141-2024.dilute-hno3")),)

    @output(zh="氮氧化物产生量", cites="emep-eea#2.B.2")
    def nox_generated(self) -> Tonnes:
        """NOx of the tail gas before removal, and of fuel where it is said to be burnt."""
        tail = self.product * self.nox_factor
        return first_of(self.burning.nox + tail, tail)

    @output(zh="氧化亚氮排放量", cites="ndrc-guides-2013-2015#nitric-acid", extensive=True)
    def n2o(self) -> Tonnes:
        """N2O emitted."""
        return self.product * self.n2o_factor * (1 - self.n2o_removal)

    @output(zh="氧化亚氮排放量（以二氧化碳当量计）", cites="ndrc-guides-2013-2015#nitric-acid", extensive=True)
    def n2o_co2e(self) -> Tonnes:
        """N2O emitted, as CO2 equivalent; not part of the CO2 of the line."""
        return self.n2o * self.n2o_warming


@process(key="soda-ash", zh="纯碱", activity="product")
class SodaAsh(ChemicalProcess):
    """Soda-ash line.

    Limits of GB 29140-2024; those of the combined process are 1.18 times as high for sun-dried salt.
    """

    product: Tonnes = quantity(zh="纯碱产量", en="Soda ash output", gt=0)
    route: str = choice(
        "ammonia-soda",
        "combined",
        "natural-carbonation",
        "natural-evaporation",
        zh="工艺（氨碱/联碱/天然碱碳化/天然碱蒸发）",
        en="Route",
    )
    grade: str = choice("light", "dense", zh="品种（轻质/重质）", en="Grade")
    salt: str = choice("refined", "sun-dried", zh="原盐（精制盐/日晒盐）", en="Salt", default="refined")
    sun_dried_scale: Ratio = quantity(
        zh="日晒盐限额系数",
        en="Scale of the limit for sun-dried salt",
        gt=0,
        default=factor("gb-29140-2024/sun-dried-salt"),
        only_with={"route": ("combined",), "salt": ("sun-dried",)},
    )

    gradings: ClassVar = (
        Grading(
            output="unit_energy",
            product=one_of(
                *(
                    (f"route == {route} & grade == {grade}", f"gb29140-2024.{route}.{grade}")
                    for route in ("ammonia-soda", "combined", "natural-carbonation", "natural-evaporation")
                    for grade in ("light", "dense")
                )
            ),
            scale="limit_scale",
        ),
    )

    @output(zh="限额系数", cites="gb-29140-2024#table-1")
    def limit_scale(self) -> Ratio:
        """Scale of the limit for the kind of salt."""
        scaled = (self.route == "combined") & (self.salt == "sun-dried")
        return where(scaled, self.sun_dried_scale, 1.0)
