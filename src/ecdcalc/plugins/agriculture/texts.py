"""What this sector says, in English and in Chinese, by key."""

TEXTS = {
    "agriculture-upstream": (
        "energy and CO2 of making fertiliser belong to its factory",
        "化肥生产的能耗和二氧化碳计入化肥企业",
    ),
    "agriculture-farmland-no-credit": (
        "losses from farmland are not among the counted water items; see nitrogen_loss",
        "农田流失不在减排核算范围内；见氮流失量",
    ),
    "agriculture-none-deep": ("assumed: no fertiliser is placed deep", "假定：没有深施"),
    "agriculture-mode-not-named": ("not given: no animals have this handling", "未给出：没有畜禽采用该处理方式"),
    "agriculture-land-nh3n": (
        "the accounting rule recognises COD only for this handling",
        "核算规则对该方式只认定COD",
    ),
    "agriculture-full-year": ("assumed: a full year", "假定：全年核算"),
    "agriculture-no-factor": (
        "no published factor for it in the data; give your own and it counts",
        "数据中没有公布的系数；给出自有系数后计入",
    ),
    "agriculture-pump-above-one": (
        "the water and the head need {found} at least, but {bound} is claimed: the pumps would be better than 100 %",
        "按水量和扬程至少需要 {found}，而给出的电耗为 {bound}：泵站效率将超过100 %",
    ),
    "agriculture-cleans-more": (
        "{found} is removed by the meter, but the population makes only {bound}",
        "计量去除量 {found} 大于人口产生量 {bound}",
    ),
    "agriculture-more-electricity-saved": (
        "{found} of electricity is left: more is saved than the process uses",
        "剩余用电量 {found}：节电量大于用电量",
    ),
    "agriculture-more-households-than-on-coal": (
        "{found} are left on coal: more are given a heat pump than burn coal",
        "剩余燃煤户 {found}：替代户数大于燃煤户数",
    ),
    "agriculture-more-replaced-than-burnt": (
        "fuel of {found} is replaced, but the straw used as fuel holds {bound}",
        "替代燃料热量 {found} 大于燃料化秸秆热量 {bound}",
    ),
    "agriculture-more-sulphur-out": (
        "{found} of SO2 is emitted, but all the sulphur of the coal makes {bound}",
        "二氧化硫排放量 {found} 大于燃煤硫分全部转化的量 {bound}",
    ),
}
