"""Use of gangue."""

from __future__ import annotations

from typing import ClassVar

from ecdcalc.plugin import (
    CarbonDioxide,
    EnergyUse,
    KgcePerKg,
    KgPerTonne,
    Law,
    Process,
    Share,
    Stack,
    Sulphur,
    Tce,
    Tonnes,
    TonnesPerTonne,
    assumed,
    factor,
    output,
    process,
    quantity,
    sulphur_of_all,
    where,
)

_NONE = "coal-gangue-not-used"


@process(
    key="gangue",
    zh="煤矸石综合利用",
    activity="generated",
    absent=dict.fromkeys(("cod", "nh3n", "voc"), "coal-gangue-air-only"),
)
class GangueUse(CarbonDioxide, Sulphur, EnergyUse, Stack, Process):
    """Use of gangue.

    Gangue burnt for power or bricks counts with its heat as energy recovered: a negative energy use. Backfill
    and building materials count for the share used. The carbon of gangue has no factor in the data:
    give `carbon_content` where gangue is burnt. Energy that the use takes stands among the carriers; what it gives
    out does not, since its heat is counted already.
    """

    generated: Tonnes = quantity(zh="煤矸石产生量", en="Gangue generated", gt=0)
    burnt: Tonnes = quantity(zh="作燃料利用量", en="Gangue burnt", ge=0, default=assumed("0 t", _NONE))
    materials: Tonnes = quantity(
        zh="建材利用量", en="Gangue used for building materials", ge=0, default=assumed("0 t", _NONE)
    )
    backfilled: Tonnes = quantity(
        zh="充填返井量", en="Gangue filled back into the mine", ge=0, default=assumed("0 t", _NONE)
    )
    other_use: Tonnes = quantity(zh="其他利用量（复垦、筑路等）", en="Other use", ge=0, default=assumed("0 t", _NONE))
    sulphur: Share = quantity(zh="煤矸石硫分", en="Sulphur of the gangue", ge=0, le=10, optional=True)
    coal_factor: KgcePerKg = quantity(
        zh="煤矸石折标准煤系数", en="Coal equivalent of gangue", gt=0, default=factor("coal-2020/gangue.coal")
    )
    carbon_content: TonnesPerTonne = quantity(
        zh="煤矸石含碳量（被氧化）", en="Carbon of the gangue that burns", ge=0, le=1, optional=True
    )
    nox_factor: KgPerTonne = quantity(
        zh="氮氧化物产污系数", en="NOx generated per gangue burnt", ge=0, default=factor("nox/nx023")
    )

    laws: ClassVar = (
        Law("carrier_energy", ">=", "0", "coal-gangue-counted-twice"),
        Law("so2", "<=", "so2_most", "coal-more-sulphur-out"),
    )

    @output(zh="煤矸石硫分全部转化的二氧化硫量")
    def so2_most(self) -> Tonnes:
        """SO2 of all the sulphur of the gangue burnt; unknown where another fuel may bring sulphur in."""
        return self.burnt * sulphur_of_all(self, self.sulphur) * self.so2_per_sulphur

    @output(zh="综合利用率")
    def used_share(self) -> Share:
        """Share of the gangue that is used; above 100 % where old heaps are used."""
        return (self.burnt + self.materials + self.backfilled + self.other_use) / self.generated

    @output(zh="综合能耗（回收为负）", cites="gb-t-2589-2020#4", extensive=True)
    def energy(self) -> Tce:
        """Energy of the carriers, minus the heat of the gangue burnt."""
        return self.carrier_energy - self.burnt * self.coal_factor

    @output(zh="过程二氧化碳排放量（煤矸石燃烧）", cites="ndrc-guides-2013-2015#combustion")
    def process_co2(self) -> Tonnes:
        """CO2 of the gangue burnt."""
        burnt = self.burnt * self.carbon_content * self.co2_per_carbon
        return where(self.burnt > 0, burnt, 0 * self.burnt)

    @output(zh="氮氧化物产生量", cites="t-cses-144-2024#table-d1")
    def nox_generated(self) -> Tonnes:
        """NOx generated before removal."""
        return self.burnt * self.nox_factor

    @output(zh="二氧化硫物料衡算产生量", cites="t-cses-144-2024#table-c1")
    def so2_balance(self) -> Tonnes:
        """SO2 generated before removal, by the sulphur of the gangue."""
        return self.burnt * self.so2_of_coal
