"""Ceramics: tiles by area, ware by mass."""

from __future__ import annotations

from typing import ClassVar

from ecdcalc.plugin import (
    Grading,
    KgcePerSquareMetre,
    KgcePerTonne,
    KgPerTonne,
    Ratio,
    Share,
    SquareMetres,
    Tonnes,
    TonnesPerTonne,
    Wastewater,
    assumed,
    choice,
    factor,
    one_of,
    output,
    process,
    quantity,
    record,
)
from ecdcalc.plugins.building_materials.kiln import Kiln

TILES = {
    "tile-below-0.2": "gb21252-2023.tile.abs-le0.2",
    "tile-0.2-to-0.5": "gb21252-2023.tile.abs-0.2-0.5",
    "tile-0.5-to-10": "gb21252-2023.tile.abs-0.5-10",
    "tile-above-10": "gb21252-2023.tile.abs-gt10",
    "slab": "gb21252-2023.ceramic-board",
}
"""The limit row of each kind of tile, by water absorption in %."""

WARE = {
    "sanitary-below-0.3": "gb21252-2023.sanitary.abs-le0.3",
    "sanitary-above-0.3": "gb21252-2023.sanitary.abs-gt0.3",
    "extruded": "gb21252-2023.extruded",
    "alumina-balls": "gb21252-2023.alumina-ball-90",
    "porcelain-once-to-1280": "gb36890-2018.porcelain.once-le1280",
    "porcelain-once-above-1280": "gb36890-2018.porcelain.once-gt1280",
    "porcelain-twice": "gb36890-2018.porcelain.twice",
    "pottery-once": "gb36890-2018.pottery.once",
    "pottery-twice": "gb36890-2018.pottery.twice",
}
"""The limit row of each kind of ware."""


@record
class CeramicKiln(Wastewater, Kiln):
    """What tiles and ware share: carbonates of the body, factors per mass.

    The published VOC factor (voc/vf015, 29.22 kg/t) is an outlier in its table and no default.
    """

    ceramics: Tonnes = quantity(zh="产量（质量）", en="Output by mass", gt=0)
    limestone: Tonnes = quantity(
        zh="坯釉料碳酸盐（折CaCO3）", en="Carbonates of the body, as CaCO3", ge=0, optional=True
    )
    limestone_co2: TonnesPerTonne = quantity(
        zh="碳酸盐排放因子", en="CO2 per carbonate", ge=0, default=factor("co2-process/carbonate-caco3")
    )
    nox_factor: KgPerTonne = quantity(
        zh="氮氧化物产污系数", en="NOx generated per product", ge=0, default=factor("nox/nx059")
    )
    so2_factor: KgPerTonne = quantity(
        zh="二氧化硫产污系数", en="SO2 generated per product", ge=0, default=factor("cobenefit/cb075")
    )
    pm_factor: KgPerTonne = quantity(
        zh="颗粒物产污系数（PM10）", en="PM generated per product, as PM10", ge=0, default=factor("cobenefit/cb077")
    )
    reference_oxygen: Share = quantity(
        zh="基准氧含量", en="Reference oxygen", ge=0, lt=21, default=factor("reference-gas/ceramic-kiln")
    )

    @output(zh="产品质量")
    def product_mass(self) -> Tonnes:
        """Output by mass."""
        return self.ceramics

    @output(zh="碳酸盐二氧化碳排放量", cites="ndrc-guides-2013-2015#carbonates")
    def process_co2(self) -> Tonnes:
        """CO2 of the carbonates of the body."""
        return self.limestone * self.limestone_co2


@process(key="ceramic-tile", zh="建筑陶瓷（砖、板）", activity="area")
class CeramicTile(CeramicKiln):
    """Ceramic tiles and slabs, by area."""

    for_the_record: ClassVar = ("capacity",)

    product: str = choice(*TILES, zh="产品（吸水率）", en="Product, by water absorption")
    area: SquareMetres = quantity(zh="产量（面积）", en="Output by area", gt=0)
    thickness_factor: Ratio = quantity(
        zh="厚度修正系数",
        en="Thickness factor of the limit",
        gt=0,
        default=assumed("1", "building-no-further-correction"),
    )

    gradings: ClassVar = (
        Grading(
            output="unit_energy",
            product=one_of(*((f"product == {product}", limit) for product, limit in TILES.items())),
            scale="limit_scale",
        ),
    )

    @output(zh="单位产品综合能耗", cites="gb-21252-2023#indicators")
    def unit_energy(self) -> KgcePerSquareMetre:
        """Comprehensive energy per area."""
        return self.energy / self.area

    @output(zh="限额修正系数", cites="gb-21252-2023#table-2")
    def limit_scale(self) -> Ratio:
        """Factor that the limit is multiplied by: 1 where nothing is 15 mm thick or more."""
        return self.thickness_factor


@process(key="ceramic-ware", zh="卫生陶瓷、日用陶瓷等", activity="ceramics")
class CeramicWare(CeramicKiln):
    """Sanitary ware, household ware and other ceramics, by mass."""

    product: str = choice(*WARE, zh="产品", en="Product")

    gradings: ClassVar = (
        Grading(
            output="unit_energy",
            product=one_of(*((f"product == {product}", limit) for product, limit in WARE.items())),
        ),
    )

    @output(zh="单位产品综合能耗", cites="gb-21252-2023#indicators")
    def unit_energy(self) -> KgcePerTonne:
        """Comprehensive energy per mass."""
        return self.energy / self.ceramics
