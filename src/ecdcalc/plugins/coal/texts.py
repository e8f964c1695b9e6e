"""What this sector says, in English and in Chinese, by key."""

TEXTS = {
    "coal-gangue-air-only": (
        "only energy, gangue and its burning are counted here",
        "此处仅核算能耗、煤矸石及其燃烧",
    ),
    "coal-gangue-counted-twice": (
        "{found} of energy given out, but the heat of the gangue burnt is counted as recovered already",
        "外供能源 {found}，而所烧煤矸石的热量已计为回收",
    ),
    "coal-gangue-not-used": ("not given: taken as no such use", "未给出：视为没有该项利用"),
    "coal-gas-power-air-only": (
        "gas power has no waste water of its own and no VOC factor in the data",
        "瓦斯发电无自身废水，数据中没有其挥发性有机物系数",
    ),
    "coal-more-clean-than-raw": (
        "{found} of clean coal from {bound} of raw coal",
        "精煤 {found} 多于入选原煤 {bound}",
    ),
    "coal-more-delivered-than-generated": (
        "{found} delivered, but {bound} generated",
        "外供电量 {found} 大于发电量 {bound}",
    ),
    "coal-more-electricity-saved": (
        "{found} of electricity is left: more is saved than the process uses, or it gives out power, which belongs to "
        "a process of its own",
        "剩余用电量 {found}：节电量大于用电量，或外供电量未单列工序",
    ),
    "coal-more-gas-than-released": (
        "{found} of methane burnt, but mining releases {bound}",
        "利用或销毁甲烷 {found}，而开采产生 {bound}",
    ),
    "coal-more-heat-than-fuel": (
        "{found} of heat from fuel of {bound}",
        "供热量 {found} 大于燃料热量 {bound}",
    ),
    "coal-more-sulphur-out": (
        "{found} of SO2 is emitted, but all the sulphur of the gangue burnt makes {bound}",
        "二氧化硫排放量 {found} 大于所烧煤矸石硫分全部转化的量 {bound}",
    ),
    "coal-more-sent-than-there": (
        "coal used comes out as {found}: more is sent out than is produced, received and drawn from stock",
        "煤炭消费量为 {found}：调出量大于产量、调入量与库存减少量之和",
    ),
    "coal-no-balance": (
        "not given: supply, uses, or processes that use coal",
        "未给出：供应量、用途或用煤工序",
    ),
    "coal-no-gas-used": ("assumed: no mine gas is drained and burnt", "假定：没有抽采利用或销毁瓦斯"),
    "coal-no-other-use": ("assumed: no other uses of coal", "假定：没有其他用煤"),
    "coal-no-stack": (
        "no stack of its own: boilers are processes of their own",
        "自身没有排气筒：锅炉另列工序",
    ),
    "coal-no-stock-change": ("assumed: stocks as they were", "假定：库存不变"),
    "coal-no-water": ("no waste water is counted for heat", "供热不核算废水"),
    "coal-one-side": ("only one side of the balance is given", "仅给出平衡表的一侧"),
}
