"""What this sector says, in English and in Chinese, by key."""

TEXTS = {
    "building-no-process-water": (
        "a dry process: its cooling and household water is counted where it is treated",
        "干法工序，无工艺废水；冷却与生活污水在处理环节核算",
    ),
    "building-no-alternative-fuel": ("assumed: no alternative fuel is burnt", "假定：未使用替代燃料"),
    "building-no-carbonate-free-feed": (
        "assumed: all calcium comes from carbonates, none from slag or hydrated lime",
        "假定：钙质原料全部为碳酸盐，未使用电石渣等",
    ),
    "building-no-further-correction": (
        "assumed: no further correction; the values of the standard's other factors are not public",
        "假定：无其他修正；标准中其余修正系数未公开",
    ),
    "building-lime-not-burnt": (
        "lime that is no carbonate takes less heat; give the heat of formation",
        "部分钙质原料不是碳酸盐，形成热较低；请给出熟料形成热",
    ),
    "building-below-formation": (
        "forming the clinker takes {found}, more than the heat that is fired, {bound}",
        "熟料形成热 {found} 大于入窑热量 {bound}",
    ),
    "building-below-decarbonation": (
        "{found} of heat comes in, but the calcium carbonate that is calcined takes {bound}",
        "输入热量 {found}，而分解的碳酸钙至少需要 {bound}",
    ),
    "building-heat-used": (
        "{found} of waste heat is used, but only {bound} of the heat fired does not go into the clinker",
        "余热利用量 {found} 大于熟料形成热以外的热量 {bound}",
    ),
    "building-clinker-share": (
        "{found} of clinker is used in only {bound} of cement",
        "熟料用量 {found} 大于水泥产量 {bound}",
    ),
}
