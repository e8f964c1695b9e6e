"""What this sector says, in English and in Chinese, by key."""

TEXTS = {
    "chemicals-ammonia-no-carbon": (
        "ammonia holds no carbon: its CO2 comes from the feed",
        "氨不含碳：其二氧化碳来自原料",
    ),
    "chemicals-assumed-none": ("not given: taken as none of these at the site", "未给出：视为厂区没有该源项"),
    "chemicals-no-carbon-out": (
        "assumed: no carbon leaves with by-products, CO2 sold or slag",
        "假定：没有碳随副产品、外供二氧化碳或炉渣离开",
    ),
    "chemicals-no-other-carbon": (
        "assumed: no carbon comes with feeds that are no energy carriers",
        "假定：非能源原料不带入碳",
    ),
    "chemicals-nothing-taken-off": (
        "assumed: the standard takes nothing off the energy",
        "假定：标准不扣除任何能耗",
    ),
    "chemicals-vapours-only": (
        "only vapours are counted here; the rest is counted in the lines",
        "此处仅核算挥发性有机物；其余计入各生产线",
    ),
    "chemicals-more-carbon-out": (
        "{found} of carbon (as CO2) leaves, but only {bound} enters with fuels and feeds",
        "带出的碳（以CO2计）为 {found}，而燃料和原料带入的碳仅为 {bound}",
    ),
    "chemicals-more-coal-burnt": (
        "{found} of coal are left for the feed: more is burnt (burning.coal) than stands among the energy carriers",
        "扣除燃料煤（burning.coal）后原料煤为 {found}：燃料煤多于能源中的煤",
    ),
    "chemicals-more-gas-burnt": (
        "{found} of natural gas are left for the feed: more is burnt (burning.gas) than stands among the energy carriers",
        "扣除燃料气（burning.gas）后原料气为 {found}：燃料气多于能源中的天然气",
    ),
    "chemicals-more-heat-out": (
        "the product holds {found} of heat, more than all the energy that went in, {bound}",
        "产品所含热量为 {found}，大于投入的全部能源 {bound}",
    ),
    "chemicals-repaired-above-leaking": (
        "{found} repaired, but only {bound} were found leaking",
        "修复 {found}，但仅发现 {bound} 泄漏",
    ),
}
