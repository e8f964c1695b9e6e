"""Regions, plans and key projects."""

MESSAGES: dict[str, tuple[str, str]] = {
    "map-coordinates": (
        "the coordinates are no closed rings of degrees east and north (WGS 84)",
        "坐标不是以度为单位（经度、纬度，WGS 84）的闭合环",
    ),
    "map-geometry": (
        "{found} is no outline that can be drawn; accepted: {known}",
        "{found} 不是可绘制的轮廓；可用：{known}",
    ),
    "map-no-county": (
        "no feature has a property that is the name of a county: {names}",
        "没有要素的属性与县区名称一致：{names}",
    ),
    "map-no-features": ("is no GeoJSON with features", "不是含要素（features）的 GeoJSON 文件"),
    "map-not-json": ("is not JSON: {reason}", "不是有效的 JSON：{reason}"),
    "map-too-fine": (
        "the outlines have {found} points, a picture bears {most}: simplify them",
        "轮廓共有 {found} 个点，图中至多 {most} 个：请先简化",
    ),
    "region-year-order": ("{year} is not after the base year {base}", "{year} 不晚于基年 {base}"),
    "region-by-year": ("values by year are expected: {example}", "应按年份给出：{example}"),
    "region-city-only": ("{name} is given once, for the region of the file", "{name} 只在文件的地区一级给出一次"),
    "region-tile": (
        "{found!r} is no place of a tile; write column and row from the upper left, 0 to {most}, such as [2, 0]",
        "{found!r} 不是图格位置；请写列号和行号（自左上角起，0 至 {most}），例如 [2, 0]",
    ),
    "region-tile-taken": (
        "the tile {found} is that of {other} already",
        "图格 {found} 已被 {other} 占用",
    ),
    "region-twice": ("the region {found!r} is given twice", "地区 {found!r} 重复"),
    "region-parent-unknown": (
        "no region {found!r} in this file; known: {known}",
        "文件中没有地区 {found!r}；已有：{known}",
    ),
    "region-circle": ("regions lie in one another in a circle: {names}", "地区上下级成环：{names}"),
    "region-years-missing": ("values are missing for {years}", "缺少年份：{years}"),
    "region-years-differ": (
        "covers {found}; all regions of a whole cover the same years",
        "年份为 {found}；各地区的年份须一致",
    ),
    "region-price-years": (
        "at prices of {found}, the region at prices of {here}: price years must not be mixed",
        "按 {found} 年价格，而本地区按 {here} 年价格：不同价格年不能混用",
    ),
    "region-parts-exceed": (
        "the parts add up to {parts} {unit}, more than the whole of {whole} {unit}",
        "各部分合计 {parts} {unit}，大于总量 {whole} {unit}",
    ),
    "region-target-unit": (
        "{found} measures something else than the target; accepted is {unit}",
        "{found} 与目标的量纲不符；应为 {unit}",
    ),
    "region-files": ("a list is expected: {example}", "应为列表：{example}"),
    "region-plant-twice": (
        "the plant {found} stands in {one} and in {other}",
        "企业 {found} 同时列在 {one} 和 {other}",
    ),
    "region-plant-year": ("the plant reports {found}, the region {year}", "企业报告期为 {found} 年，地区为 {year} 年"),
    "region-month": ("found {found!r}; a month such as 2023-05 is expected", "出现 {found!r}；应为月份，如 2023-05"),
    "region-not-pooled": (
        "all {count} meet it, the worst is shown; a figure of the whole region goes into indicators.{id}",
        "{count} 个均达标，所列为其中最差者；如有全域数据请填入 indicators.{id}",
    ),
    "region-open-of": ("short: {open} of {count}", "{count} 个中有 {open} 个未达标"),
    "region-none-concerned": (
        "no plant of the region falls under it; give indicators.{id} if there are any",
        "本地区没有适用的企业；如有请给出 indicators.{id}",
    ),
    "project-no-evidence": ("no evidence: not counted", "没有佐证材料：不予核算"),
    "project-too-late": ("runs from {start}: not counted yet", "{start} 起运行：尚不核算"),
    "project-too-early": ("runs from {start}, before the plan: not counted", "{start} 起运行，早于规划期：不予核算"),
    "project-plant-unknown": ("no plant {found!r} among those read", "已读取的企业中没有 {found!r}"),
    "project-twice": ("{pollutant} of {found} is counted under {other} already", "{found} 的{pollutant}已计入 {other}"),
    "project-over-plant": (
        "{pollutant}: {found} t is more than the baseline emission left of {bound} t; cut to it",
        "{pollutant}：{found} t 超过基期剩余排放量 {bound} t；按后者核算",
    ),
    "plan-circle": ("plans inherit from one another in a circle: {names}", "方案相互继承成环：{names}"),
    "decompose-weights": (
        "weights must be zero or more, and not all zero: nobody is left to hand anything to",
        "权重不得为负，且不能全为零：没有可分解的对象",
    ),
    "decompose-units": ("energy and value added of every unit must be above zero", "各单元的能耗和增加值必须大于零"),
    "project-no-reduction": ("the plant's {pollutant} reduction is not known", "企业的{pollutant}减排量未知"),
}
