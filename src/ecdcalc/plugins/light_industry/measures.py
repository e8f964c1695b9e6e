"""Retrofits of light industry: motors, a better effluent, water used again."""

from __future__ import annotations

from typing import TypeVar

from ecdcalc.plugin import (
    CubicMetres,
    KwhPerCubicMetre,
    MgPerLitre,
    Share,
    at_least,
    change_amount,
    changed,
    measure,
    save_share,
)
from ecdcalc.plugins.light_industry.works import LightWorks

AnyWorks = TypeVar("AnyWorks", bound=LightWorks)


@measure("cm-motor-system", on=LightWorks, carrier="electricity")
def motor_systems(works: AnyWorks, *, saving: Share, motors: Share, carrier: str) -> AnyWorks:
    """Match pumps and fans and control their speed; `motors` is their share of the electricity."""
    return save_share(works, carrier, saving * motors)


@measure("li-effluent", on=LightWorks)
def deep_treatment(works: AnyWorks, *, cod: MgPerLitre, nh3n: MgPerLitre, electricity: KwhPerCubicMetre) -> AnyWorks:
    """Treat to a better effluent; `electricity` is what it takes per water treated, a negative saving."""
    effluent = works.effluent
    taken = electricity * effluent.volume
    return changed(change_amount(works, "electricity", taken), effluent=changed(effluent, cod=cod, nh3n=nh3n))


@measure("li-water-reuse", on=LightWorks)
def water_reuse(works: AnyWorks, *, reused: CubicMetres, electricity: KwhPerCubicMetre) -> AnyWorks:
    """Use treated water again: as much less is taken and drained, at the concentrations of before.

    `electricity` is what treatment and pumping take per water reused.
    """
    effluent = works.effluent
    less = changed(effluent, volume=at_least(effluent.volume - reused, 0 * effluent.volume))
    return changed(
        change_amount(works, "electricity", electricity * reused),
        effluent=less,
        fresh_water=at_least(works.fresh_water - reused, 0 * works.fresh_water),
        reused_water=works.reused_water + reused,
    )


MEASURES = (motor_systems, deep_treatment, water_reuse)
