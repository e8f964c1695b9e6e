"""The words of chance, and of two plants side by side."""

WORDS: dict[str, tuple[str, str]] = {
    "chance-all": ("All targets together are met in {share} of the trials.", "全部目标同时完成的概率：{share}。"),
    "chance-all-measures": ("all measures", "全部措施"),
    "chance-choice": ("Chance: how likely the choice reaches what is asked", "概率：所选方案达到要求的可能性"),
    "chance-drawn": (
        "{draws:trial|trials}, seed {seed}; {count:range is|ranges are} drawn.",
        "随机抽样 {draws} 次，种子 {seed}；抽样的区间有 {count} 个。",
    ),
    "chance-lost": (
        "{name}: cannot be worked out in {share} of the trials.",
        "{name}：{share} 的抽样中无法计算。",
    ),
    "chance-money": ("Chance: money", "概率：经济性"),
    "chance-none": (
        "No input or factor has a range: nothing is drawn, every result is one number.",
        "输入量和因子均无区间，不作抽样，各结果为单一数值。",
    ),
    "chance-on-track": ("{met}; at least on track {share}", "{met}；至少达到进度 {share}"),
    "chance-pays": ("pays back within its life", "寿命期内收回投资的概率"),
    "chance-processes": ("Chance: the results of the processes, reporting period", "概率：各工序报告期结果"),
    "chance-reached": ("Probability: target met, paid back", "概率：达标、收回投资"),
    "chance-share": ("{share} of the spread is “{source}”", "{share} 的离散来自“{source}”"),
    "chance-still": (
        "The ranges move nothing that is saved.",
        "各区间不影响节约量。",
    ),
    "chance-sheet": (
        "Drawn when this file was made; the numbers do not follow the other sheets.",
        "生成本文件时的抽样结果，不随其他工作表变化。",
    ),
    "chance-sure": ("{share}: no range moves it", "{share}（不受区间影响）"),
    "chance-targets": ("Chance of the targets", "完成目标的概率"),
    "chance-title": ("Chance: what the ranges make of the results", "概率：区间对结果的影响"),
    "compare-carriers": ("Energy by carrier, reporting period", "报告期分品种能源"),
    "compare-none": ("Both give the same.", "两者结果相同。"),
    "compare-page": ("Plants side by side", "企业对比"),
    "compare-processes": ("Processes", "工序"),
    "compare-saved": ("Saved and reduced", "节约与减排"),
    "compare-title": ("{names}", "对比 {names}"),
    "confidence-each": (
        "Chosen so that each is reached with a probability of {share}; what was seen in draws of its own stands above.",
        "按各项要求以 {share} 的概率达到选取；上表为另行抽样所得概率。",
    ),
    "confidence-together": (
        "Chosen so that all are reached together with a probability of {share}; what was seen stands above.",
        "按全部要求以 {share} 的概率同时达到选取；上表为另行抽样所得概率。",
    ),
    "probability": ("probability", "概率"),
}
