"""What this sector says, in English and in Chinese, by key."""

TEXTS = {
    "environment-nothing-withheld": ("assumed: no credit is withheld", "假定：不暂扣减排量"),
    "environment-more-out-than-burnt": (
        "{found} is given out, but what is burnt and taken holds {bound}",
        "外供 {found}，大于入炉与外购能源 {bound}",
    ),
    "environment-more-reduced-than-there": (
        "{found} would be emitted: more is reduced than is emitted",
        "排放量预测为 {found}：减排量大于排放量",
    ),
    "environment-more-than-carbon": (
        "{found} of CO2 per refuse, but pure carbon makes {bound}",
        "每吨垃圾二氧化碳 {found}，大于纯碳的 {bound}",
    ),
    "environment-no-energy": (
        "its energy is counted where it is used",
        "其能耗在使用处核算",
    ),
    "environment-nothing-moved": ("assumed: no output moves elsewhere in the city", "假定：产能未转移至本市其他企业"),
    "environment-leachate-apart": ("its leachate is a process of its own", "渗滤液另列为工序"),
}
