"""What this sector says, in English and in Chinese, by key."""

TEXTS = {
    "parks-none-sent-out": ("assumed: all of it is used in the park", "假定：全部在园区内消纳"),
    "parks-no-wastewater": ("waste water of boilers is not counted", "锅炉废水未计入"),
    "parks-no-burning": ("nothing is burnt", "无燃烧"),
    "parks-above-capacity": ("mean power {found} above the capacity, {bound}", "平均功率 {found} 大于装机容量 {bound}"),
    "parks-heat-above-fuel": (
        "{found} of heat is claimed from fuel that holds {bound}",
        "所报供热量 {found} 超过燃料热量 {bound}",
    ),
    "parks-heat-uphill": (
        "the residual stream is said to be cooled to {found}, below the return of the network, {bound}",
        "余热介质出口温度 {found} 低于管网回水温度 {bound}，热量不能自发传递",
    ),
    "parks-heat-below-zero": ("{found} of heat, below {bound}", "热量 {found} 低于 {bound}"),
}
