"""Retrofits of sewage works."""

from __future__ import annotations

from ecdcalc.equations.water import aeration_energy, oxygen_demand
from ecdcalc.plugin import KgPerKwh, KwhPerCubicMetre, MgPerLitre, Share, change_amount, changed, measure, save_share
from ecdcalc.plugins.environment.water import SewageWorks


@measure("bd-wwtp-benchmark", on=SewageWorks, carrier="electricity")
def works_optimisation(works: SewageWorks, *, saving: Share, carrier: str) -> SewageWorks:
    """Run aeration and pumps to what the water needs; the effluent must keep its limits."""
    return save_share(works, carrier, saving)


@measure("cm-motor-system", on=SewageWorks, carrier="electricity")
def motor_systems(works: SewageWorks, *, saving: Share, motors: Share, carrier: str) -> SewageWorks:
    """Match blowers and pumps and control their speed; `motors` is their share of the electricity."""
    return save_share(works, carrier, saving * motors)


@measure("wt-effluent-upgrade", on=SewageWorks)
def effluent_upgrade(
    works: SewageWorks,
    *,
    cod_out: MgPerLitre,
    nh3n_out: MgPerLitre,
    aeration_efficiency: KgPerKwh,
    electricity: KwhPerCubicMetre,
) -> SewageWorks:
    """Treat to a better effluent; what this takes is a negative saving.

    Oxygen for all COD and NH3-N that is removed in addition, at `aeration_efficiency`, and `electricity` of
    filters, mixing and dosing per water treated. Sludge is left as it is, so the aeration is rather too much.
    """
    oxygen = oxygen_demand(
        cod_removed=works.volume * (works.cod_out - cod_out),
        sludge=0 * works.volume * works.cod_out,
        oxygen_per_sludge=works.oxygen_per_sludge,
        nitrogen_oxidised=works.volume * (works.nh3n_out - nh3n_out),
        oxygen_per_nitrogen=works.oxygen_per_nitrogen,
    )
    taken = aeration_energy(oxygen=oxygen, field_efficiency=aeration_efficiency) + electricity * works.volume
    return changed(change_amount(works, "electricity", taken), cod_out=cod_out, nh3n_out=nh3n_out)


MEASURES = (effluent_upgrade, motor_systems, works_optimisation)
