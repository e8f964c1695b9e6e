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
    "cleans-nothing": ("the outflow of {found} is above the inflow, {bound}", "出水 {found} 高于进水 {bound}"),
    "part-above-whole": ("a part of {found} is more than the whole, {bound}", "部分 {found} 大于总量 {bound}"),
    "removed-above-generated": (
        "{found} is said to be removed, but only {bound} is generated",
        "所报去除量 {found} 超过产生量 {bound}",
    ),
    # assumptions
    "assumed-run-rate": ("assumed: the device ran whenever the process did", "假定：治理设施与生产同步运行"),
    "cold-water": ("assumed: cold water", "假定：常温清水"),
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
