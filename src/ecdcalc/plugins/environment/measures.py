"""Retrofits of sewage works."""

from __future__ import annotations

from ecdcalc.carriers import save_share
from ecdcalc.kinds import Share
from ecdcalc.measure import measure
from ecdcalc.plugins.environment.water import SewageWorks


@measure("bd-wwtp-benchmark", on=SewageWorks, carrier="electricity")
def works_optimisation(works: SewageWorks, *, saving: Share, carrier: str) -> SewageWorks:
    """Run aeration and pumps to what the water needs; the effluent must keep its limits."""
    return save_share(works, carrier, saving)


@measure("cm-motor-system", on=SewageWorks, carrier="electricity")
def motor_systems(works: SewageWorks, *, saving: Share, motors: Share, carrier: str) -> SewageWorks:
    """Match blowers and pumps and control their speed; `motors` is their share of the electricity."""
    return save_share(works, carrier, saving * motors)


MEASURES = (motor_systems, works_optimisation)
