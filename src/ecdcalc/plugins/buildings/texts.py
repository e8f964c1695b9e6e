"""What this sector says, in English and in Chinese, by key."""

TEXTS = {
    "buildings-above-one": (
        "an efficiency of {found} is above {bound}",
        "效率 {found} 超过 {bound}",
    ),
    "buildings-air-heat": (
        "assumed: heat capacity of air at 20 °C, 1.2 kJ/(m3·K)",
        "假定：20 °C 空气体积热容 1.2 kJ/(m3·K)",
    ),
    "buildings-burnt-in-heating": (
        "what a building burns for heat is counted in the process heating; the rest has no factor in the data",
        "建筑供热燃料计入供暖工序；其余在数据中没有系数",
    ),
    "buildings-full-sun": ("standard test conditions: 1 kW/m2", "标准测试条件：1 kW/m2"),
    "buildings-gains-above-losses": (
        "useful gains of {found} are more than the heat lost, {bound}",
        "可利用得热量 {found} 大于总散热量 {bound}",
    ),
    "buildings-leakage-below-zero": (
        "a leakage rate of {found} after the corrections is below zero",
        "修正后的漏损率 {found} 小于零",
    ),
    "buildings-more-registered": (
        "{found} registered at the users, but only {bound} supplied",
        "注册用户用水量 {found} 大于供水总量 {bound}",
    ),
    "buildings-no-device": ("assumed: no flue-gas cleaning", "假定：没有烟气治理设施"),
    "buildings-no-gains": ("assumed: no useful gains", "假定：不计可利用得热量"),
    "buildings-no-heat-recovery": ("assumed: no heat recovery", "假定：没有排风热回收"),
    "buildings-no-leakage-corrections": (
        "assumed: no corrections of the leakage rate",
        "假定：漏损率不作修正",
    ),
    "buildings-part-above-meter": (
        "lighting and cooling take {found}, but the meters of electricity show {bound}",
        "照明与制冷用电 {found} 大于计量电量 {bound}",
    ),
    "buildings-pv-not-said": (
        'a PV roof of {found} is described: say pv = "roof", or take it out',
        '已描述光伏 {found}：请写 pv = "roof"，或删去',
    ),
    "buildings-pump-above-one": (
        "the head needs {found} at least, but {bound} is claimed: the pumps would be better than 100 %",
        "按扬程至少需要 {found}，而给出的电耗为 {bound}：机组效率将超过 100 %",
    ),
    "buildings-solar-not-said": (
        'collectors of {found} are described: say solar = "collectors", or take them out',
        '已描述太阳能集热 {found}：请写 solar = "collectors"，或删去',
    ),
    "buildings-solar-above-demand": (
        "solar heat of {found} is more than the heat demand, {bound}",
        "太阳能供热量 {found} 大于耗热量 {bound}",
    ),
    "buildings-sun-up": (
        "assumed: the sun is up half of the year, 4380 h; real sites have 1000 to 2000 h of full sun",
        "假定：太阳在地平线以上的时间为全年一半，4380 h；实际满发 1000～2000 h",
    ),
}
