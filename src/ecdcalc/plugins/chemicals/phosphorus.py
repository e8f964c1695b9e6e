"""Yellow phosphorus, with the ore correction of GB 21345-2024."""

from __future__ import annotations

from typing import ClassVar

from ecdcalc.plugin import (
    Grading,
    KgcePerKwh,
    KgcePerTonne,
    KwhPerTonne,
    Share,
    Tonnes,
    factor,
    formula,
    output,
    process,
    quantity,
)
from ecdcalc.plugins.chemicals.common import ChemicalProcess


@formula(cites="gb-21345-2024#table-1", zh="矿石品位修正电耗", empirical=True, defined={"p2o5": "above 8 %"})
def ore_electricity(p2o5: Share, fe2o3: Share, co2: Share) -> KwhPerTonne:
    """Furnace electricity that the standard takes off for the charge.

    170000/(N1 − 0.5) + (7750/(N1 − 8) − 76) N2 + (3200/(N1 − 3.5) + 8) N3 − 7234, kWh per tonne of phosphorus;
    N1, N2, N3: P2O5, Fe2O3 and CO2 of the charge in %. About zero at 24 % P2O5 without iron and carbonate;
    negative for richer ore. Valid: P2O5 above 8 %, and well above it, for at 8 % it grows without end.
    """
    iron = (7750 / (p2o5 - 8) - 76) * fe2o3
    carbonate = (3200 / (p2o5 - 3.5) + 8) * co2
    return 170000 / (p2o5 - 0.5) + iron + carbonate - 7234


@process(key="yellow-phosphorus", zh="黄磷", activity="product")
class YellowPhosphorus(ChemicalProcess):
    """Yellow-phosphorus furnace.

    GB 21345-2024: the furnace electricity of the actual energy is reduced for poor ore, then compared with the
    limit. The standard counts reductants by their fixed carbon at 1156.4 kgce/t: give their `lhv` to match.
    """

    product: Tonnes = quantity(zh="黄磷产量", en="Yellow phosphorus output", gt=0)
    p2o5: Share = quantity(zh="入炉混合料五氧化二磷含量", en="P2O5 of the charge", gt=8, le=45, optional=True)
    fe2o3: Share = quantity(zh="入炉混合料三氧化二铁含量", en="Fe2O3 of the charge", ge=0, le=20, optional=True)
    co2_of_charge: Share = quantity(zh="入炉混合料二氧化碳含量", en="CO2 of the charge", ge=0, le=30, optional=True)
    electricity_factor: KgcePerKwh = quantity(
        zh="电力当量值",
        en="Calorific factor of electricity",
        gt=0,
        default=factor("coal-2020/electricity-calorific.coal"),
    )

    gradings: ClassVar = (
        Grading(
            output="unit_energy_corrected",
            product=factor("gb21345-2024.yellow-phosphorus"),
            value_shift="ore_shift",
        ),
    )

    @output(zh="矿石品位修正电耗", cites="gb-21345-2024#table-1")
    def taken_off(self) -> KwhPerTonne:
        """Electricity per tonne that the standard takes off for the ore."""
        return ore_electricity(p2o5=self.p2o5, fe2o3=self.fe2o3, co2=self.co2_of_charge)

    @output(zh="矿石品位修正量", cites="gb-21345-2024#table-1")
    def ore_shift(self) -> KgcePerTonne:
        """What the ore adds to the energy per tonne: negative for poor ore."""
        return -self.taken_off * self.electricity_factor

    @output(zh="单位产品综合能耗（修正后）", cites="gb-21345-2024#table-1")
    def unit_energy_corrected(self) -> KgcePerTonne:
        """Energy per tonne, with the correction for the ore."""
        return self.unit_energy + self.ore_shift
