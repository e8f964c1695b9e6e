"""Money: payback, present value, annuity, cost of saved energy and of abated CO2.

Interest is given per year (`8 %/a`) and compounds once per period (`1 a`).
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
from ecdcalc.numbers.ops import log


@formula(cites="ndrc-economic-evaluation-2006", zh="静态投资回收期")
def simple_payback(investment: Yuan, yearly_saving: YuanPerYear) -> Years:
    """Simple payback time.

        n = I / S

    Source: 建设项目经济评价方法与参数, 3rd ed. 2006. Says nothing about life and interest.
    """
    return investment / yearly_saving


@formula(cites="ndrc-economic-evaluation-2006", zh="动态投资回收期")
def discounted_payback(investment: Yuan, yearly_saving: YuanPerYear, rate: PercentPerYear, period: Years) -> Years:
    """Payback time with interest.

        n = −p ln(1 − I r / S) / ln(1 + r p)

    Source: `present_worth` solved for n. Valid: r > 0 and S > I r; otherwise it never pays.
    """
    return -period * log(1 - investment * rate / yearly_saving) / log(1 + rate * period)


@formula(cites="ndrc-economic-evaluation-2006", zh="年金现值系数")
def present_worth(rate: PercentPerYear, life: Years, period: Years) -> Years:
    """Present worth of one per year.

        a = (1 − (1 + r p)^(−n/p)) / r

    Source: 建设项目经济评价方法与参数, 3rd ed. 2006; payments at the end of each period. Valid: r > 0.
    """
    return (1 - (1 + rate * period) ** (-life / period)) / rate


@formula(cites="ndrc-economic-evaluation-2006", zh="净现值")
def net_present_value(
    investment: Yuan, yearly_saving: YuanPerYear, rate: PercentPerYear, life: Years, period: Years
) -> Yuan:
    """Net present value of a measure.

        NPV = −I + S (1 − (1 + r p)^(−n/p)) / r

    Source: 建设项目经济评价方法与参数, 3rd ed. 2006. Valid: r > 0, the same saving every year, no residual
    value. Savings are net of running costs.
    """
    return yearly_saving * present_worth(rate=rate, life=life, period=period) - investment


@formula(cites="ndrc-economic-evaluation-2006", zh="投资等额年金")
def annuity(investment: Yuan, rate: PercentPerYear, life: Years, period: Years) -> YuanPerYear:
    """Yearly cost of an investment.

        A = I r / (1 − (1 + r p)^(−n/p))

    Source: 建设项目经济评价方法与参数, 3rd ed. 2006. Valid: r > 0.
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
