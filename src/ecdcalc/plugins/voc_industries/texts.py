"""What this sector says, in English and in Chinese, by key."""

TEXTS = {
    "voc-industries-not-used": ("assumed: a material that is not listed is not used", "假定：未列出的物料未使用"),
    "voc-industries-not-handled": ("assumed: a product that is not listed is not handled", "假定：未列出的油品不经营"),
    "voc-industries-none-proven": (
        "assumed: nothing leaves this way, as nothing is proven",
        "假定：无凭证，不扣减该去向",
    ),
    "voc-industries-all-solvent": ("assumed: the solvent is all VOC", "假定：溶剂全部为VOCs"),
    "voc-industries-all-surveyed": (
        "assumed: every point of this kind is in the survey",
        "假定：该类密封点已全部纳入检测",
    ),
    "voc-industries-uncounted": (
        "no factor in the data: natural gas brings hardly any, and overspray is not counted",
        "数据中没有系数：天然气排放很少，漆雾未计入",
    ),
    "voc-industries-solvent-made": (
        "{found} of solvent is said to leave or react, but only {bound} comes in",
        "所报溶剂去向合计 {found}，超过带入量 {bound}",
    ),
    "voc-industries-repaired-more": ("{found} repaired, but only {bound} leak", "修复 {found}，超过泄漏点数 {bound}"),
    "voc-industries-leaking-more": (
        "{found} leak, but only {bound} are surveyed",
        "泄漏 {found}，超过检测点数 {bound}",
    ),
    "voc-industries-more-caught-than-made": (
        "{found} is left: the vapour unit is measured to take out more than loading makes",
        "装载剩余排放 {found}：实测处理量大于装载产生量",
    ),
    "voc-industries-more-lost-than-sold": (
        "{found} evaporates, but only {bound} is sold",
        "蒸发 {found}，超过销售量 {bound}",
    ),
    "voc-industries-no-burning": ("nothing is burnt and no process water arises", "无燃烧，无工艺废水"),
}
