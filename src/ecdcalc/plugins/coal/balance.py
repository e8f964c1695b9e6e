"""The coal balance of a plant, a county or a city, and its growth."""

from __future__ import annotations

from typing import ClassVar

from ecdcalc.plugin import (
    NO_SOURCE,
    Law,
    Process,
    Ratio,
    Record,
    Share,
    Tonnes,
    assumed,
    first_of,
    impossible,
    output,
    part,
    process,
    quantity,
    record,
    where,
)


@record
class CoalBaseYear(Record):
    """Coal of the base year, on the same basis (mass, same boundary)."""

    for_the_record: ClassVar = ("year",)

    year: Ratio = quantity(zh="基年", en="Base year", gt=1900, lt=2100, optional=True)
    consumption: Tonnes = quantity(zh="基年煤炭消费量", en="Coal used in the base year", gt=0, optional=True)


@process(
    key="coal-balance",
    zh="煤炭平衡",
    rolls_up={"members_coal": "coal_use"},
    absent=NO_SOURCE,
    single=True,
)
class CoalBalance(Process):
    """Coal balance.

    Consumption by supply: production + received − sent out + opening stock − closing stock. By use: the sum of
    the uses. If neither is given: the coal of the other processes of the file. The order is that of preference;
    where both are given their difference is shown. Growth is against the base year, by mass; the plan asks for
    less than zero.
    """

    production: Tonnes = quantity(zh="煤炭产量", en="Coal produced", ge=0, optional=True)
    received: Tonnes = quantity(zh="调入与进口量", en="Coal received from outside", ge=0, optional=True)
    sent: Tonnes = quantity(zh="调出与出口量", en="Coal sent out", ge=0, optional=True)
    opening_stock: Tonnes = quantity(
        zh="期初库存", en="Stock at the beginning", ge=0, default=assumed("0 t", "coal-no-stock-change")
    )
    closing_stock: Tonnes = quantity(
        zh="期末库存", en="Stock at the end", ge=0, default=assumed("0 t", "coal-no-stock-change")
    )
    power: Tonnes = quantity(zh="发电用煤", en="Coal for power", ge=0, optional=True)
    heating: Tonnes = quantity(zh="供热用煤", en="Coal for heat", ge=0, optional=True)
    coking: Tonnes = quantity(zh="炼焦用煤", en="Coal for coking", ge=0, optional=True)
    industry: Tonnes = quantity(zh="其他工业用煤", en="Coal for other industry", ge=0, optional=True)
    households: Tonnes = quantity(zh="生活用煤", en="Coal of households", ge=0, optional=True)
    washing_loss: Tonnes = quantity(zh="洗选损耗", en="Loss in washing", ge=0, optional=True)
    other_use: Tonnes = quantity(zh="其他用煤", en="Other uses", ge=0, default=assumed("0 t", "coal-no-other-use"))
    members_coal: Tonnes = quantity(zh="各工序用煤合计", en="Coal of the other processes", optional=True)
    base: CoalBaseYear = part(CoalBaseYear, zh="基年", en="Base year")

    laws: ClassVar = (Law("consumption", ">=", "0", "coal-more-sent-than-there"),)

    @output(zh="按供应计算的消费量")
    def by_supply(self) -> Tonnes:
        """Coal used, by the supply side."""
        stock_drawn = self.opening_stock - self.closing_stock
        return self.production + self.received - self.sent + stock_drawn

    @output(zh="按用途计算的消费量")
    def by_use(self) -> Tonnes:
        """Coal used, by the uses."""
        transformed = self.power + self.heating + self.coking + self.washing_loss
        return transformed + self.industry + self.households + self.other_use

    @output(zh="煤炭消费量")
    def consumption(self) -> Tonnes:
        """Coal used: by supply, by use, or by the processes of the file."""
        members = where(self.members_coal > 0, self.members_coal, impossible("coal-no-balance"))
        return first_of(self.by_supply, self.by_use, members)

    @output(zh="平衡差额占比")
    def difference(self) -> Share:
        """Difference between the two sides, as a share of the use."""
        either = where(self.by_use > 0, (self.by_supply - self.by_use) / self.by_use, impossible("coal-one-side"))
        return first_of(either, impossible("coal-one-side"))

    @output(zh="煤炭消费量增长率", cites="plan-yuncheng-14fyp#3.3.7")
    def growth(self) -> Share:
        """Growth of coal consumption against the base year."""
        return self.consumption / self.base.consumption - 1
