"""Intensity of cities and sectors: decline, compounding, even path, remaining duty, what a year saved.

Rates are shares (`15.5 %`); a decline is positive where intensity falls. Value added is at constant prices of
one price year: figures of two price years must not meet in one formula.
"""

from __future__ import annotations

from ecdcalc.numbers.formula import formula
from ecdcalc.numbers.kinds import KgcePerKwh, KilowattHours, Ratio, Share, Tce, TcePer10kYuan, Yuan
from ecdcalc.numbers.ops import at_least, log, where


@formula(cites="energy-intensity-practice#intensity", zh="单位增加值能耗")
def intensity(energy: Tce, value_added: Yuan) -> TcePer10kYuan:
    """Energy per value added.

        i = E / V

    Source: NBS communiqués on energy per GDP; V at constant prices.
    """
    return energy / value_added


@formula(cites="energy-intensity-practice#decline", zh="单位增加值能耗下降率")
def decline(energy_growth: Share, value_growth: Share) -> Share:
    """Decline of intensity from two growth rates.

        d = 1 − (1 + g_E) / (1 + g_V)

    Source: practice of the yearly communiqués, whose sign is the reverse. Departures: positive is a decline.
    """
    return 1 - (1 + energy_growth) / (1 + value_growth)


@formula(cites="energy-intensity-practice#decline", zh="能耗与强度推算的增加值增速")
def implied_value_growth(energy_growth: Share, decline: Share) -> Share:
    """Growth of value added that growth of energy and decline of intensity imply.

        g_V = (1 + g_E) / (1 − d) − 1

    Source: `decline` solved for g_V.
    """
    return (1 + energy_growth) / (1 - decline) - 1


@formula(cites="energy-intensity-practice#cumulative", zh="两期累计下降率")
def compounded(earlier: Share, later: Share) -> Share:
    """Cumulative decline of two periods, one after the other.

        D = 1 − (1 − d₁)(1 − d₂)

    Source: cumulative targets of five-year plans, D = 1 − Π(1 − d). Declines never add up.
    """
    return 1 - (1 - earlier) * (1 - later)


@formula(
    cites="energy-intensity-practice#cumulative", zh="年均下降率", defined={"target": "below 100 %", "years": "above 0"}
)
def even_rate(target: Share, years: Ratio) -> Share:
    """Even yearly decline that reaches a cumulative target.

        d = 1 − (1 − D)^(1/n)

    Source: cumulative targets of five-year plans. Valid: D below 100 %, n above 0; n is a number of years.
    """
    return 1 - (1 - target) ** (1 / years)


@formula(
    cites="energy-intensity-practice#cumulative",
    zh="均匀进度应累计下降率",
    defined={"target": "below 100 %", "years": "above 0"},
)
def even_path(target: Share, elapsed: Ratio, years: Ratio) -> Share:
    """Cumulative decline that an even path has reached after some years.

        D_t = 1 − (1 − D)^(t/n)

    Source: `even_rate` compounded t times. Valid: D below 100 %, n above 0.
    """
    return 1 - (1 - target) ** (elapsed / years)


@formula(cites="energy-intensity-practice#remaining", zh="剩余下降任务")
def remaining(target: Share, done: Share) -> Share:
    """Decline that is still to be reached, from the level of today.

        D_r = 1 − (1 − D) / (1 − D_t)

    Source: `compounded` solved for the later period. Negative where the target is passed.
    """
    return 1 - (1 - target) / (1 - done)


@formula(
    cites="qinghai-statistics-2009#1",
    zh="节能目标完成进度",
    defined={"target": "above 0 %, below 100 %", "done": "below 100 %"},
)
def progress(target: Share, done: Share) -> Share:
    """Share of a cumulative target that is done.

        p = ln(1 − D_t) / ln(1 − D)

    Source: method of the statistics bureaus for the progress of the eleventh five-year plan. On an even path it is the
    share of the time that has passed. Valid: D above 0 and below 100 %, D_t below 100 %; negative where intensity rose.
    """
    return log(1 - done) / log(1 - target)


@formula(cites="gb-t-13234-2018#output-value", zh="当年节能量（产值法）")
def saving_implied(energy_before: Tce, value_before: Yuan, energy: Tce, value_added: Yuan) -> Tce:
    """Energy that a year saved against the intensity of the year before.

        S = (E₀/V₀ − E/V) V

    Source: GB/T 13234, output-value method. The sum of yearly savings is not the saving against the base year.
    """
    return (energy_before / value_before - energy / value_added) * value_added


@formula(cites="energy-intensity-practice#allowed", zh="目标强度下的能耗")
def allowed_energy(base_energy: Tce, base_value: Yuan, value_added: Yuan, target: Share) -> Tce:
    """Energy that keeps to a target at a given value added.

        E = E₀/V₀ (1 − D) V

    Source: definition of the target. Grows with value added: the effect of growth on the total.
    """
    return base_energy / base_value * (1 - target) * value_added


@formula(cites="energy-intensity-practice#allowed", zh="预期增速下的增加值")
def expected_value(base_value: Yuan, growth: Share, years: Ratio) -> Yuan:
    """Value added that an expected yearly growth leads to.

        V_e = V₀ (1 + g)^t

    Source: definition of a yearly growth at constant prices.
    """
    return base_value * (1 + growth) ** years


@formula(cites="ndrc-dual-control-2021#3", zh="按经济增速调整的能源消费总量目标")
def adjusted_total(total: Tce, expected: Yuan, value_added: Yuan) -> Tce:
    """Total-energy target of a county whose economy grew faster than expected.

        E_a = E max(1, V / V_e)

    Source: plan of Yuncheng, part four (一), after the dual-control scheme of 2021: such counties "may adjust the
    total-energy target accordingly". Departures: the texts say no more; in proportion to value added is our reading,
    which keeps the intensity that the target implies. Growth below what was expected lowers no target.
    """
    return total * at_least(value_added / expected, 1)


@formula(cites="energy-intensity-practice#excluded", zh="考核口径能耗")
def controlled_energy(energy: Tce, renewable: KilowattHours, factor: KgcePerKwh, feedstock: Tce, listed: Tce) -> Tce:
    """Energy that counts for dual control.

        E_c = E − R f − F − L

    Source: plan of Yuncheng, part four (一): renewable electricity added since the base year (R), energy used as
    feedstock (F) and energy of major projects listed singly (L) are left out. Give zero for what is to stay in.
    """
    return energy - renewable * factor - feedstock - listed


@formula(cites="gb-t-2589-2020#annex-a", zh="等价值能耗")
def primary_energy(
    energy: Tce, electricity_import: KilowattHours, primary_factor: KgcePerKwh, calorific_factor: KgcePerKwh
) -> Tce:
    """Energy of a region on the primary-equivalent basis.

        E_p = E + W (f_p − f_c)

    Source: practice of regional balances. W is electricity drawn from outside less what is sent out; negative for a
    region that sends out. What is generated inside is already counted by its fuel.
    """
    return energy + electricity_import * (primary_factor - calorific_factor)


@formula(cites="ang-2005#eq5", zh="对数平均", defined={"one": "above 0 tce", "other": "above 0 tce"})
def log_mean(one: Tce, other: Tce) -> Tce:
    """Logarithmic mean of two amounts, the weight of the LMDI.

        L(a, b) = (a − b) / ln(a / b),  L(a, a) = a

    Source: Ang, Energy Policy 33 (2005) 867, with eq. 5. Valid: both above zero.
    """
    return where(one == other, one, (one - other) / log(where(one == other, one + one, one) / other))
