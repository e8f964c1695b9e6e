"""The words of pictures and of the texts that stand for them."""

WORDS: dict[str, tuple[str, str]] = {
    "alt-cost-curve": (
        "Cost curve of {count:measure that abates|measures that together abate} {total} ({name}), from {low} to {high} {unit}; each as wide as it abates and as high as an amount costs.",
        "{count}项措施的成本曲线，合计减少{name} {total}，单位成本由 {low} 至 {high} {unit}；宽度为减少量，高度为单位成本。",
    ),
    "alt-counties": (
        "{count:county|counties}: {met} on or below the even path, {behind} behind it, {unknown} not known.",
        "{count}个县区：达到时序进度{met}个，落后{behind}个，未知{unknown}个。",
    ),
    "alt-decline": (
        "Decline of energy per GDP from {first} to {last}: {decline} reached, {path} by the even path.",
        "{first}年至{last}年单位GDP能耗累计下降：实际 {decline}，时序进度 {path}。",
    ),
    "alt-limits": (
        "{count:comparison|comparisons} with energy limits: {met} reach a level, {others} do not; dashed strokes are the levels 1, 2 and 3.",
        "与能耗限额对标{count}项：达到等级{met}项，未达到{others}项；虚线为1、2、3级限额。",
    ),
    "alt-sankey": (
        "Energy flows, {state}: {total} tce go through {count:process|processes}; the largest comes from {name}, {value} tce.",
        "{state}能流：{count}个工序共 {total} tce；最大一股来自{name}，{value} tce。",
    ),
    "alt-scoreboard": ("{count:target|targets}: {states}.", "目标{count}项：{states}。"),
    "alt-spread": (
        "Spread of {count:result|results}; the widest is {name}: from {low} to {high} {unit} in 90 of 100 draws.",
        "{count}项结果的不确定范围；最宽的是{name}：90%的抽样在 {low} 至 {high} {unit} 之间。",
    ),
    "alt-waterfall": (
        "{name}: {total} in all, from {count:part|parts}; the largest is {part} with {value}.",
        "{name}合计 {total}，由{count}部分组成；最大的是{part}，{value}。",
    ),
    "chart-cost-curve": ("Cost curve, {name}", "成本曲线（{name}）"),
    "chart-counties": ("Counties: decline of energy per GDP", "各县区单位GDP能耗累计下降"),
    "chart-decline": (
        "Decline of energy per GDP against the even path ({basis})",
        "单位GDP能耗累计下降与时序进度（{basis}）",
    ),
    "chart-limits": ("Energy limits: levels by edition, before and after", "能耗限额对标：各版本等级，改造前后"),
    "chart-sankey": ("Energy flows, {state}", "能流图（{state}）"),
    "chart-scoreboard": ("Targets of the plan", "方案目标完成情况"),
    "chart-spread": ("Spread of the results", "结果的不确定范围"),
    "chart-waterfall": ("What saved: {name}", "构成分解：{name}"),
    "curve-left-out": (
        "Measures that abate nothing and are not drawn: {count}.",
        "不产生减少量、未绘出的措施：{count}项。",
    ),
    "flow-other": ("charged beside carriers", "载能工质以外计入"),
    "flow-product": ("in products or delivered", "进入产品或外供"),
    "flow-released": ("recovered or released", "回收或自身释放"),
    "flow-unknown": (
        "Carriers without a known coal equivalent are left out: {names}.",
        "折标系数未知、未计入的能源：{names}。",
    ),
    "flow-unsplit": ("energy, products and what is unknown", "工序能耗、产品及未知项"),
    "flow-used": ("energy of the processes", "工序能耗"),
    "from": ("from", "来源"),
    "less-saved": ("adds", "增加"),
    "map-no-outline": (
        "Counties that the map has no outline of, not drawn: {names}.",
        "地图中没有轮廓、未绘出的县区：{names}。",
    ),
    "not-split": ("not split", "未分解"),
    "of-all": ("share of all", "占总量"),
    "of-middle": ("against the middle, %", "相对中值，%"),
    "operation-of": ("{name}: operation, measures apart", "{name}：措施以外的运行变化"),
    "number-of-targets": ("number of targets", "目标数"),
    "tile-behind": ("behind the path", "落后进度"),
    "tile-met": ("on the path", "达到进度"),
    "tile-no-place": (
        "Counties without a place in the region file, not drawn: {names}.",
        "区域文件中未给位置、未绘出的县区：{names}。",
    ),
    "tile-unknown": ("not known", "未知"),
    "to": ("to", "去向"),
}
