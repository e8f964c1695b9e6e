"""Decisions: which measures fit, what is chosen."""

MESSAGES: dict[str, tuple[str, str]] = {
    "choose-keep-impossible": (
        "these measures cannot all be kept here: {names}",
        "这些措施不能同时保留：{names}",
    ),
    "choose-keep-without": ("{found} is to be kept and to be left out", "{found} 既要求保留又要求排除"),
    "reduce-form": ("found {found!r}; write it as NOx=200 t", "出现 {found!r}；请写成 NOx=200 t"),
    "reduce-twice": ("{found} is asked for twice; give one amount", "{found} 重复给出；请只给一个数值"),
    "choose-no-aim": (
        "it is no sum, and no ratio of two sums, of what measures change, or rests on what is not known here",
        "既非措施所改变各量的合计，也非两项合计之比，或所需数据未知",
    ),
    "choose-no-measure": (
        "no measure of a plant moves it: it is a figure of the region",
        "属于地区指标，企业措施不能直接改变",
    ),
    "choose-region-only": (
        "a plant has no counties and no dual control: give a region file",
        "企业没有县区分解和能耗双控：请给出地区文件",
    ),
    "choose-total-energy": ("total energy", "能耗总量"),
    "choose-without": ("left out as asked", "按要求排除"),
    "choose-years": ("years and a yearly budget go together", "年份范围与年度预算须同时给出"),
    "choose-years-span": ("{found!r} is no span of years, such as 2026-2030", "{found!r} 不是年份范围，应如 2026-2030"),
    "decide-extra": (
        "choosing measures needs the packages highspy and NumPy: pip install 'ecdcalc[decide]'",
        "措施优选需要软件包 highspy 和 NumPy：pip install 'ecdcalc[decide]'",
    ),
}
