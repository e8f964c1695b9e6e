"""What several sectors say in the same words: laws, assumptions, and why something is not counted."""

from __future__ import annotations

SHARED: dict[str, tuple[str, str]] = {
    # laws
    "above-carnot": ("COP {found} above Carnot, {bound}", "性能系数 {found} 高于卡诺值 {bound}"),
    "above-rating": (
        "{found} claimed, at its rating all the year round it gives {bound}",
        "产出 {found} 超过额定容量全年满发的 {bound}",
    ),
    "above-sunlight": ("{found} is more than the sun gives, {bound}", "{found} 超过太阳能上限 {bound}"),
    "below-faraday": (
        "{found} is claimed, but at this cell voltage Faraday's law needs {bound} even if no current were lost",
        "给出的电耗为 {found}，而按该槽电压，即使电流效率为100 %，法拉第定律也需要 {bound}",
    ),
    "carrier-only-enters": (
        "{carrier} can only enter this process, but {found} would leave it",
        "{carrier} 只能输入该工序，而所报为输出 {found}",
    ),
    "carrier-only-leaves": (
        "{carrier} is a by-product that can only leave this process, but {found} would enter it (write it negative)",
        "{carrier} 为副产品，只能由该工序输出（写为负值），而所报为输入 {found}",
    ),
    "cleans-nothing": ("the outflow of {found} is above the inflow, {bound}", "出水 {found} 高于进水 {bound}"),
    "heat-uphill": ("heat does not flow from {bound} up to {found}", "热量不能从 {bound} 流向 {found}"),
    "part-above-whole": ("a part of {found} is more than the whole, {bound}", "部分 {found} 大于总量 {bound}"),
    "power-above-carnot": (
        "heat becomes electricity at {found}, but Carnot allows {bound} at this temperature",
        "热变电效率 {found} 高于该热源温度下的卡诺效率 {bound}",
    ),
    "steam-below-water": (
        "steam of {found} holds less than the water that is deducted, {bound}",
        "蒸汽焓 {found} 低于所扣除的水焓 {bound}",
    ),
    "power-above-heat-allows": (
        "{found} of electricity, but of this heat Carnot allows {bound}",
        "发电量 {found} 高于该热量按卡诺效率允许的 {bound}",
    ),
    "removed-above-generated": (
        "{found} is said to be removed, but only {bound} is generated",
        "所报去除量 {found} 超过产生量 {bound}",
    ),
    # assumptions
    "assumed-run-rate": ("assumed: the device ran whenever the process did", "假定：治理设施与生产同步运行"),
    "coldest": ("freezing water, the coldest that an engine is cooled by", "冷源按冰点水计，为最低冷却温度"),
    "cold-water": ("assumed: cold water", "假定：常温清水"),
    "flame-temperature": (
        "the flame of a fuel in the least air, without loss: a bound",
        "燃料在理论空气量下的绝热火焰温度，作为上限",
    ),
    "measure-heat-temperature": (
        "temperature of the heat that the measure saves; of a fuel, that of its flame",
        "措施所节热量的温度；燃料取其火焰温度",
    ),
    "steam-tonne": ("a boiler of 1 t/h is one of 0.7 MW", "1 t/h锅炉按0.7 MW计"),
    "same-output": ("assumed: the same output in both states", "假定：前后产量相同"),
    "standard-gravity": ("standard acceleration of gravity", "标准重力加速度"),
    "year-hours": ("assumed: a leap year, the most hours that there are", "假定：按闰年计，即最多小时数"),
    # why something is not counted
    "counted-in-processes": ("counted in the processes", "已计入各工序"),
    "fuel-without-factor": (
        "no factor in the data for what fuels other than coal and natural gas emit; give a monitored value",
        "数据中没有煤和天然气以外燃料的产污系数；请给出监测值",
    ),
    "indicator-only": (
        "an indicator of the plan; no energy or emission is credited",
        "仅为方案指标，不计能耗和排放",
    ),
    "no-generation-factor": (
        "no generation factor in the data for this process; give a monitored value",
        "数据中没有该工序的产污系数；请给出监测值",
    ),
    "no-source-class": ("this process has no source of it", "该工序没有此项来源"),
}
