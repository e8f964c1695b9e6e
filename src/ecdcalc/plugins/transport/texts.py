"""What this sector says, in English and in Chinese, by key."""

TEXTS = {
    "transport-no-so2": (
        "no factor in the data: today's fuel holds at most 10 ppm of sulphur",
        "数据中没有系数：现行油品含硫不高于 10 ppm",
    ),
    "transport-one-year": ("assumed: the accounting period is one year", "假定：核算期为一年"),
    "transport-other-fuel": (
        "{found} of fuel in energy is not what these vehicles burn: see fuel",
        "能源中有 {found} 与车队燃料（fuel）不符",
    ),
    "transport-parked-days": (
        "assumed: every vehicle evaporates on 365 days, as the guide counts",
        "假定：按指南，每车每年停放蒸发 365 天",
    ),
    "transport-more-delivered-than-taken": (
        "the stations lose {found}: more is delivered than taken, or power of their own roofs is among it, which belongs "
        "to a process of its own",
        "充电站损耗与自用电量为 {found}：充电量大于取电量，或自有光伏发电未单列工序",
    ),
}
