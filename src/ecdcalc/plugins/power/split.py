"""The split of fuel by a reference condensing unit, and the printed correction of the gas-unit limit."""

from __future__ import annotations

from ecdcalc.plugin import GcePerKwh, KilowattHours, Share, Tce, formula


@formula(cites="thermal-power-plants-textbook", zh="供热比（参照煤耗法，好处归热）")
def heat_share_by_reference(coal: Tce, generation: KilowattHours, condensing_rate: GcePerKwh) -> Share:
    """Share of fuel for heat by a reference condensing unit.

        α = 1 − b_ref W / B

    Power is charged as a condensing unit would need it, heat gets the rest, so the saving of joint production
    goes to heat. Valid where b_ref W < B; a share below zero says that the reference is worse than the unit.
    """
    return 1 - condensing_rate * generation / coal


@formula(cites="gb-45247-2025#5.3", zh="空冷机组二级限额修正量", empirical=True)
def dry_cooling_addition(dry: Share) -> GcePerKwh:
    """Addition to level 2 of a combined-cycle unit with dry cooling: 5 gce/kWh (new, extended or rebuilt)."""
    return 5 * dry / 100
