"""Money: payback, present value, annuity, cost of saved energy and of abated CO2.

Interest is given per year (`8 %/a`) and compounds once per period (`1 a`). These are for the same saving every year,
on any kind of number: in plugins, in tables, by themselves. Flows that differ from year to year (prices that rise,
parts that are replaced, tax) are those of `ecdcalc.assessment.money`; for a constant flow both give the same.
"""

from __future__ import annotations

from ecdcalc.numbers.formula import formula
from ecdcalc.numbers.kinds import (
    KwhPerYear,
    PercentPerYear,
    TonnesPerYear,
    Years,
    Yuan,
    YuanPerKwh,
    YuanPerTonne,
    YuanPerYear,
)
from ecdcalc.numbers.ops import mean_exp, mean_log, only_where, where


@formula(cites="ndrc-economic-evaluation-2006", zh="静态投资回收期", defined={"yearly_saving": "above 0 CNY/a"})
def simple_payback(investment: Yuan, yearly_saving: YuanPerYear) -> Years:
    """Simple payback time.

        n = I / S

    Source: 建设项目经济评价方法与参数, 3rd ed. 2006. Says nothing about life and interest.
    """
    return investment / yearly_saving


@formula(cites="ndrc-economic-evaluation-2006", zh="动态投资回收期", defined={"yearly_saving": "above 0 CNY/a"})
def discounted_payback(investment: Yuan, yearly_saving: YuanPerYear, rate: PercentPerYear, period: Years) -> Years:
    """Payback time with interest.

        n = −p ln(1 − I r / S) / ln(1 + r p)

    Source: `present_worth` solved for n; without interest it is I / S. It never pays where S is not above I r.
    """
    share = investment * rate / yearly_saving
    pays = share < 1
    time = investment / yearly_saving * mean_log(where(pays, -share, 0)) / mean_log(rate * period)
    return only_where(pays, time, "never-pays")


@formula(cites="ndrc-economic-evaluation-2006", zh="年金现值系数")
def present_worth(rate: PercentPerYear, life: Years, period: Years) -> Years:
    """Present worth of one per year.

        a = (1 − (1 + r p)^(−n/p)) / r

    Source: 建设项目经济评价方法与参数, 3rd ed. 2006; payments at the end of each period. Without interest it is the
    life. Departures: written so that it keeps its digits at rates near zero.
    """
    mean = mean_log(rate * period)
    return life * mean * mean_exp(-life * rate * mean)


@formula(cites="ndrc-economic-evaluation-2006", zh="净现值")
def net_present_value(
    investment: Yuan, yearly_saving: YuanPerYear, rate: PercentPerYear, life: Years, period: Years
) -> Yuan:
    """Net present value of a measure.

        NPV = −I + S (1 − (1 + r p)^(−n/p)) / r

    Source: 建设项目经济评价方法与参数, 3rd ed. 2006. Valid: the same saving every year, no residual
    value. Savings are net of running costs.
    """
    return yearly_saving * present_worth(rate=rate, life=life, period=period) - investment


@formula(cites="ndrc-economic-evaluation-2006", zh="投资等额年金", defined={"life": "above 0 a"})
def annuity(investment: Yuan, rate: PercentPerYear, life: Years, period: Years) -> YuanPerYear:
    """Yearly cost of an investment.

        A = I r / (1 − (1 + r p)^(−n/p))

    Source: 建设项目经济评价方法与参数, 3rd ed. 2006. Without interest it is I / n.
    """
    return investment / present_worth(rate=rate, life=life, period=period)


@formula(cites="meier-1982", zh="节能成本")
def cost_of_saved_energy(annuity: YuanPerYear, running_cost: YuanPerYear, saved: KwhPerYear) -> YuanPerKwh:
    """Levelised cost of saved energy.

        c = (A + O) / E

    Source: Meier, Supply curves of conserved energy, 1982. Worth doing where c is below the price of energy.
    The running cost is the change by the measure, without the energy it saves.
    """
    return (annuity + running_cost) / saved


@formula(cites="mckinsey-abatement-2009", zh="二氧化碳减排成本")
def abatement_cost(
    annuity: YuanPerYear, running_cost: YuanPerYear, energy_saving: YuanPerYear, abated: TonnesPerYear
) -> YuanPerTonne:
    """Cost of abated CO2.

        c = (A + O − S) / M

    Source: McKinsey, Pathways to a Low-Carbon Economy, 2009. Negative where the energy saved pays for the
    measure; negative costs must not be ranked, as more abatement makes them look worse.
    """
    return (annuity + running_cost - energy_saving) / abated
