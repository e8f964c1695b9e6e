"""Materials that bring solvent into a line: how much, with how much VOC, and whether they count as low-VOC."""

from __future__ import annotations

from typing import ClassVar

from ecdcalc.plugin import (
    GramsPerLitre,
    KgPerCubicMetre,
    Published,
    Ratio,
    Record,
    Share,
    Tonnes,
    assumed,
    choice,
    factor,
    first_of,
    one_of,
    output,
    quantity,
    record,
    where,
)
from ecdcalc.plugins.voc_industries.contents import OfProduct, content_limits


@record
class Material(Record):
    """One material as applied, thinner and hardener included.

    Its VOC content is, in this order: the mass share of the test report; grams per litre over density; the
    typical value of the class, where there is one.
    """

    mass: Tonnes = quantity(
        zh="用量（施工状态，含稀释剂）",
        en="Mass used, as applied, thinner included",
        ge=0,
        default=assumed("0 t", "voc-industries-not-used"),
    )
    voc_share: Share = quantity(
        zh="VOCs质量占比（检测报告）", en="Mass share of VOC, test report", ge=0, le=100, optional=True
    )
    voc_per_litre: GramsPerLitre = quantity(
        zh="VOCs含量（检测报告）", en="VOC per volume, test report", ge=0, optional=True
    )
    density: KgPerCubicMetre = quantity(zh="密度", en="Density", gt=0, optional=True)
    product: str = choice(
        *content_limits(), zh="含量限值类别", en="Class in the table of content limits", optional=True
    )
    limit_share: Share = quantity(
        zh="含量限值（质量占比）", en="Content limit, mass share", ge=0, default=OfProduct("limit", "%")
    )
    limit_per_litre: GramsPerLitre = quantity(
        zh="含量限值（体积）", en="Content limit, per volume", ge=0, default=OfProduct("limit", "g/L")
    )
    low_voc_class: Ratio = quantity(
        zh="类别属于低VOCs产品（1是，0否）",
        en="Whether the class counts as low-VOC (1 or 0)",
        ge=0,
        le=1,
        default=OfProduct("low-voc", "1"),
    )
    typical_voc: Share = quantity(zh="VOCs质量占比典型值", en="Typical mass share of VOC", ge=0, le=100, optional=True)

    @output(zh="VOCs质量占比", cites="t-cses-144-2024#vocs")
    def content(self) -> Share:
        """Mass share of VOC as applied."""
        return first_of(self.voc_share, self.voc_per_litre / self.density, self.typical_voc)

    @output(zh="带入VOCs量", cites="t-cses-144-2024#vocs")
    def voc(self) -> Tonnes:
        """VOC that the material brings: W × I. None of a material that is not used."""
        return where(self.mass > 0, self.mass * self.content, 0 * self.mass)

    @output(zh="符合低VOCs含量要求的用量", cites="gb-t-38597-2020#low-voc")
    def low_voc_mass(self) -> Tonnes:
        """Mass that counts as low-VOC: a class that may count, with a content within its limit.

        The typical value is no evidence: only a test report counts, as mass share or per volume as the
        standard has it.
        """
        share = first_of(self.voc_share, self.voc_per_litre / self.density)
        volume = first_of(self.voc_per_litre, self.voc_share * self.density)
        by_share = where(share <= self.limit_share, self.mass, 0 * self.mass)
        by_volume = where(volume <= self.limit_per_litre, self.mass, 0 * self.mass)
        meets = where(self.low_voc_class > 0, first_of(by_share, by_volume), 0 * self.mass)
        return where(self.mass > 0, meets, 0 * self.mass)


@record
class SolventBorne(Material):
    """A solvent-borne material: it never counts as low-VOC, whatever its class."""

    for_the_record: ClassVar = ("limit_share", "limit_per_litre", "low_voc_class")

    @output(zh="符合低VOCs含量要求的用量", cites="gb-t-38597-2020#low-voc")
    def low_voc_mass(self) -> Tonnes:
        """None: what counts as low-VOC stands in its own group."""
        return 0 * self.mass


def _typical(default: Published) -> Share:
    return quantity(zh="VOCs质量占比典型值", en="Typical mass share of VOC", ge=0, le=100, default=default)


@record
class SolventCoating(SolventBorne):
    """Solvent-borne industrial coating."""

    typical_voc: Share = _typical(factor("voc/vf199"))


@record
class LowVocCoating(Material):
    """Coating that replaces a solvent-borne one."""

    kind: str = choice(
        "waterborne", "high-solids", "powder", "uv", zh="种类（水性/高固体分/粉末/光固化）", en="Kind", optional=True
    )
    typical_voc: Share = _typical(
        one_of(
            ("kind == waterborne", "voc/vf200"),
            ("kind == high-solids", "voc/vf201"),
            ("kind == powder", "voc/vf202"),
            ("kind == uv", "voc/vf203"),
        )
    )


@record
class SolventWoodCoating(SolventBorne):
    """Solvent-borne polyurethane wood coating with hardener and thinner."""

    typical_voc: Share = _typical(factor("voc/vf204"))


@record
class LowVocWoodCoating(Material):
    """Wood coating that replaces a solvent-borne one."""

    kind: str = choice("waterborne", "powder", "uv", zh="种类（水性/粉末/光固化）", en="Kind", optional=True)
    typical_voc: Share = _typical(
        one_of(("kind == waterborne", "voc/vf205"), ("kind == powder", "voc/vf202"), ("kind == uv", "voc/vf203"))
    )


@record
class SolventInk(SolventBorne):
    """Solvent-borne ink."""

    plate: str = choice(
        "offset",
        "gravure",
        "relief",
        "screen",
        zh="印刷方式（平版/凹版/凸版/孔版）",
        en="Printing method",
        optional=True,
    )
    typical_voc: Share = _typical(
        one_of(
            ("plate == offset", "voc/vf128"),
            ("plate == gravure", "voc/vf132"),
            ("plate == relief", "voc/vf134"),
            ("plate == screen", "voc/vf136"),
        )
    )


@record
class LowVocInk(Material):
    """Water-based or vegetable-oil ink."""

    plate: str = choice(
        "offset", "offset-soy", "gravure", "relief", "screen",
        zh="印刷方式（平版/平版大豆油墨/凹版/凸版/孔版）", en="Printing method", optional=True,
    )  # fmt: skip
    typical_voc: Share = _typical(
        one_of(
            ("plate == offset", "voc/vf130"),
            ("plate == offset-soy", "voc/vf129"),
            ("plate == gravure", "voc/vf131"),
            ("plate == relief", "voc/vf133"),
            ("plate == screen", "voc/vf135"),
        )
    )


@record
class SolventAdhesive(SolventBorne):
    """Solvent-borne adhesive."""

    typical_voc: Share = _typical(factor("voc/vf206"))


@record
class WaterAdhesive(Material):
    """Water-based adhesive."""

    typical_voc: Share = _typical(factor("voc/vf207"))


@record
class Cleaner(Material):
    """Cleaning agent; of organic solvent unless another class is named."""

    product: str = choice(
        *content_limits(),
        zh="含量限值类别",
        en="Class in the table of content limits",
        default="cleaner-organic-solvent",
    )
    typical_voc: Share = _typical(factor("voc/vf208"))
