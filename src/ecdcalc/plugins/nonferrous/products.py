"""The other metals and products of the limit table, by the id of their row."""

from __future__ import annotations

from typing import ClassVar

from ecdcalc.plugin import (
    Grading,
    KgcePerTonne,
    KwhPerTonne,
    Limit,
    LimitTable,
    Ratio,
    Tonnes,
    choice,
    one_of,
    output,
    process,
    quantity,
    unit,
)
from ecdcalc.plugins.nonferrous.alumina import Alumina
from ecdcalc.plugins.nonferrous.aluminium import PrimaryAluminium
from ecdcalc.plugins.nonferrous.carbon import Carbon
from ecdcalc.plugins.nonferrous.magnesium import Magnesium
from ecdcalc.plugins.nonferrous.smelting import Smelting
from ecdcalc.plugins.nonferrous.works import Works


def _others() -> tuple[Limit, ...]:
    """Return the rows of energy per mass that no other process of the sector has."""
    named = {
        id
        for cls in (Alumina, PrimaryAluminium, Magnesium, Smelting, Carbon)
        for grading in cls.gradings
        for _, id in grading.product.choices
    }
    per_mass = unit("kgce/t")
    rows = (each for each in LimitTable() if each.sector == "nonferrous" and each.unit.same_kind(per_mass))
    return tuple(each for each in rows if each.id not in named)


OTHERS = _others()
AS_PRINTED = tuple(each.id for each in OTHERS if not each.correction)
CORRECTED = tuple(each.id for each in OTHERS if each.correction)


@process(key="metal-product", zh="其他有色产品", activity="production", absent={"voc": "nonferrous-no-voc"})
class MetalProduct(Works):
    """Another metal or metal product of the limit table, one step or the whole.

    `product` is the id of its row (`ecdcalc limits WORDS` finds it): steps of heavy metals, copper and aluminium
    products, rare earths, gold, tungsten and molybdenum, titanium ingots, semiconductor silicon. Where the standard
    corrects the row by factors that are not public, or that depend on the product, `limit_factor` multiplies the
    limit; without it the grade is incomplete. NOx, SO2 and PM are monitored: the data have no factors.
    """

    product: str = choice(*AS_PRINTED, *CORRECTED, zh="产品（限额表编号）", en="Product, id of the limit table")
    production: Tonnes = quantity(zh="产品产量", en="Output", gt=0)
    limit_factor: Ratio = quantity(zh="限额修正系数", en="Factor of the limit", gt=0, optional=True)

    gradings: ClassVar = (
        Grading(output="unit_energy", product=one_of(*((f"product == {id}", id) for id in AS_PRINTED))),
        Grading(
            output="unit_energy",
            product=one_of(*((f"product == {id}", id) for id in CORRECTED)),
            scale="limit_scale",
        ),
    )

    @output(zh="单位产品综合能耗", cites="gb-t-2589-2020#4")
    def unit_energy(self) -> KgcePerTonne:
        """Comprehensive energy per tonne of product."""
        return self.energy / self.production

    @output(zh="单位产品电耗")
    def unit_electricity(self) -> KwhPerTonne:
        """Net electricity per tonne of product."""
        return self.electricity / self.production

    @output(zh="限额修正系数")
    def limit_scale(self) -> Ratio:
        """Factor that the limit is multiplied by, where the standard corrects the row."""
        return self.limit_factor
