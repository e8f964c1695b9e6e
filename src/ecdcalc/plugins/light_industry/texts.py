"""What this sector says, in English and in Chinese, by key."""

TEXTS = {
    "light-industry-boiler-apart": (
        "flue gas is counted with the boiler, furnace or dryer that burns the fuel",
        "烟气在燃用燃料的锅炉、窑炉或烘干设备中核算",
    ),
    "light-industry-no-coefficient": (
        "no coefficient of paper making is published; give a monitored value",
        "无公布的造纸产污系数；请给出监测值",
    ),
    "light-industry-no-correction": (
        "assumed: no through-air drying and no thermal or carbonless grades beside, so m = 0",
        "假定：无热风穿透干燥，未兼产热敏、无碳等纸种，修正值m为0",
    ),
}
