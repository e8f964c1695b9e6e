"""What this sector says, in English and in Chinese, by key."""

TEXTS = {
    "nonferrous-no-voc": (
        "the data have no VOC factor for nonferrous smelting; solvents are counted where they are used",
        "数据中没有有色冶炼的挥发性有机物产污系数；溶剂在使用环节核算",
    ),
    "nonferrous-below-enthalpy": (
        "{found} is claimed, but electrolysis with carbon anodes takes at least {bound}",
        "给出的电耗为 {found}，而炭阳极铝电解的热力学最低电耗为 {bound}",
    ),
    "nonferrous-above-faraday": (
        "{found} is claimed, but the line current can make at most {bound} by Faraday's law",
        "给出的铝液产量为 {found}，而按法拉第定律该系列电流最多产铝 {bound}",
    ),
    "nonferrous-cells-above-works": (
        "the cells take {found}, more than all the electricity of the works, {bound}",
        "电解用电量 {found} 大于全部用电量 {bound}",
    ),
    "nonferrous-auxiliary-above-works": (
        "the auxiliary systems take {found}, more than all the energy that comes in, {bound}",
        "辅助及附属系统能耗 {found} 大于输入能源合计 {bound}",
    ),
    "nonferrous-magnesium": (
        "{found} of magnesium is made, but the dolomite brings in at most {bound}",
        "产镁 {found}，而白云石最多带入 {bound}",
    ),
    "nonferrous-sulphur": (
        "{found} of sulphur is fixed, but only {bound} enters with the feed",
        "固定硫量为 {found}，而入炉硫量仅为 {bound}",
    ),
}
