"""What this sector says, in English and in Chinese, by key."""

TEXTS = {
    "buildings-above-carnot": (
        "a COP of {found} is above the Carnot limit of {bound} between these temperatures",
        "性能系数 {found} 超过该温差下的卡诺极限 {bound}",
    ),
    "buildings-air-heat": (
        "assumed: heat capacity of air at 20 °C, 1.2 kJ/(m3·K)",
        "假定：20 °C 空气体积热容 1.2 kJ/(m3·K)",
    ),
    "buildings-burnt-in-heating": (
        "what a building burns for heat is counted in the process heating; the rest has no factor in the data",
        "建筑供热燃料计入供暖工序；其余在数据中没有系数",
    ),
    "buildings-gains-above-losses": (
        "useful gains of {found} are more than the heat lost, {bound}",
        "可利用得热量 {found} 大于总散热量 {bound}",
    ),
    "buildings-gravity": ("standard acceleration of gravity (CODATA)", "标准重力加速度（CODATA）"),
    "buildings-no-device": ("assumed: no flue-gas cleaning", "假定：没有烟气治理设施"),
    "buildings-no-gains": ("assumed: no useful gains", "假定：不计可利用得热量"),
    "buildings-no-heat-recovery": ("assumed: no heat recovery", "假定：没有排风热回收"),
    "buildings-no-leakage-corrections": (
        "assumed: no corrections of the leakage rate",
        "假定：漏损率不作修正",
    ),
    "buildings-part-above-whole": (
        "a part of {found} is more than the whole, {bound}",
        "部分 {found} 大于总量 {bound}",
    ),
    "buildings-solar-above-demand": (
        "solar heat of {found} is more than the heat demand, {bound}",
        "太阳能供热量 {found} 大于耗热量 {bound}",
    ),
    "buildings-water-density": ("assumed: density of water 1000 kg/m3", "假定：水的密度 1000 kg/m3"),
}
