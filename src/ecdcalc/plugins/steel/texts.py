"""What this sector says, in English and in Chinese, by key."""

TEXTS = {
    "steel-furnaces-above-works": (
        "the furnaces make {found} of crude steel, more than the works, {bound}",
        "各炉粗钢合计 {found} 大于全厂粗钢产量 {bound}",
    ),
    "steel-more-steel-than-charge": ("{found} of steel from {bound} of charge", "粗钢 {found} 大于入炉料 {bound}"),
    "steel-more-out-than-in": (
        "the process gives out {found}, more than the {bound} of energy that it takes in",
        "该工序输出能源 {found}，超过输入的 {bound}",
    ),
    "steel-more-saved-than-burnt": (
        "the reheating furnaces would burn {bound} of fuel and give out {found}: more is saved than burnt",
        "加热炉消耗燃料 {bound}、输出 {found}：节约量超过消耗量",
    ),
    "steel-no-gas-factor": (
        "a fuel of this process has no generation factor in the data; give a monitored value",
        "数据中没有该工序某种燃料的产污系数；请给出监测值",
    ),
    "steel-no-voc-factor": (
        "no VOC factor in the data for auxiliary plant of a steel works",
        "数据中没有钢铁厂辅助设施的挥发性有机物系数",
    ),
    "steel-none-charged": ("assumed: none charged", "假定：未使用"),
    "steel-ordinary-ore": ("assumed: no ore of this kind in the charge", "假定：炉料中没有该类矿石"),
    "steel-water-at-works": (
        "counted at the outlet of the works ([works] wastewater)",
        "在全厂总排口计（[works] wastewater）",
    ),
}
