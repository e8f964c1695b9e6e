"""Words that are no unit here, and slips in writing a number: what was probably meant."""

MESSAGES: dict[str, tuple[str, str]] = {
    "unit-unknown-at-all": (
        "unknown unit {found!r}; write for example kWh, t, 万m3, kgce/t or mg/m3",
        "未知单位 {found!r}；请写成如 kWh、t、万m3、kgce/t 或 mg/m3",
    ),
    "unit-extreme": ("{found!r} is larger or smaller than any unit there is", "{found!r} 超出任何单位的量级"),
    "percent-without-sign": (
        "{found} has no sign: is it {share} (as a share) or {cent}? Write the one that is meant",
        "{found} 没有百分号：是 {share}（按比例）还是 {cent}？请写明",
    ),
    "unit-gauge": (
        "{found!r}: a gauge pressure stands alone; write an absolute pressure here",
        "{found!r}：表压不能与其他单位组合；此处请写绝对压力",
    ),
    "unit-apparent": (
        "{found}: kVA is apparent power, kW active power; the power factor lies between them. Accepted here is {asked}",
        "{found}：kVA 为视在功率，kW 为有功功率，两者相差功率因数；此处应为 {asked}",
    ),
    "unit-reactive": (
        "{found!r} measures reactive power: neither kW nor kWh, and no energy saved; give the active power or the meter "
        "reading in kWh",
        "{found!r} 是无功，既不是 kW 也不是 kWh，不计入节能量；请给出有功功率或电表的 kWh 读数",
    ),
    "unit-horsepower": (
        "{found!r} is not one unit: write PS or 马力 (metric, 735.5 W), or kW (mechanical 745.7 W, electric 746 W)",
        "{found!r} 含义不一：请写 PS 或 马力（米制，735.5 W），或直接用 kW（英制 745.7 W，电工 746 W）",
    ),
    "unit-cooling-horsepower": (
        "{found!r} is a trade word for 2.2 to 2.6 kW of cooling: write the cooling in kW from the plate",
        "{found!r} 是空调行业用语，约 2.2～2.6 kW 制冷量：请按铭牌写 kW",
    ),
    "unit-tesla": ("{found!r} is tesla; tonnes are t or 吨", "{found!r} 是特斯拉；吨请写 t 或 吨"),
    "unit-ton": (
        "{found!r} is not one unit: write t (1000 kg), short_ton (907.18 kg) or long_ton (1016.05 kg)",
        "{found!r} 含义不一：请写 t（1000 kg）、短吨（907.18 kg）或 长吨（1016.05 kg）",
    ),
    "unit-fen": (
        "{found!r} is a minute (min, 分钟), a tenth of a 亩, or a hundredth of a yuan: write which",
        "{found!r} 可指分钟、分地或分钱：请写明，如 min、亩、元",
    ),
    "unit-shi": (
        "{found!r} is a volume of 100 L or a mass of grain of 50 to 60 kg: write L or kg",
        "{found!r} 可指 100 L 或 50～60 kg 粮食：请用 L 或 kg",
    ),
    "unit-shang": ("{found!r} differs by place: write 亩 or ha", "{found!r} 各地不同：请写 亩 或 ha"),
    "unit-li": (
        "{found!r} is 500 m as 市里: write km (公里) or m",
        "{found!r} 若为市里则为 500 m：请写 km（公里）或 m",
    ),
    "unit-gallon": (
        "{found!r} is not one unit: write gal_us (3.785 L) or L (the British one is 4.546 L)",
        "{found!r} 含义不一：请写 gal_us（3.785 L）或 L（英制为 4.546 L）",
    ),
    "unit-barrel": (
        "{found!r} may be an oil barrel (158.987 L) or a drum (200 L): write L, m3 or t",
        "{found!r} 可指石油桶（158.987 L）或 200 L 油桶：请写 L、m3 或 t",
    ),
    "unit-boe": (
        "{found!r} has several conventions, about 6.1 GJ: write GJ, toe or tce",
        "{found!r} 有多种约定，约 6.1 GJ：请写 GJ、toe 或 tce",
    ),
    "unit-ppb": (
        "{found!r} is 1e-9, by volume or by mass: write ug/m3, or ppm",
        "{found!r} 是 1e-9，体积或质量之比：请写 ug/m3 或 ppm",
    ),
    "unit-baume": (
        "{found!r} is a scale, not a unit: write the density in kg/m3 (heavy liquids: 145/(145 − °Bé) × 1000)",
        "{found!r} 是刻度而不是单位：请写密度 kg/m3（重液：145/(145 − °Bé) × 1000）",
    ),
    "unit-yen": ("{found!r} is the yen too: write 元 or CNY", "{found!r} 也表示日元：请写 元 或 CNY"),
    "unit-month": (
        "{found!r} has 28 to 31 days: write d (天), or the whole year a (年)",
        "{found!r} 有 28～31 天：请写 d（天），或整年 a（年）",
    ),
    "unit-heating-season": (
        "{found!r} has 120 to 180 days by city: write the days, d (天)",
        "{found!r} 各地为 120～180 天：请写天数 d（天）",
    ),
    "unit-fahrenheit": ("{found!r}: write °C, which is (°F − 32) / 1.8", "{found!r}：请写 °C，即 (°F − 32) / 1.8"),
    "unit-wobbe": (
        "{found!r}: the Wobbe index is no heating value; write the heating value in MJ/m3",
        "{found!r}：华白数不是热值；请写热值 MJ/m3",
    ),
    "unit-substance": (
        "{found!r} names what is measured too: write the unit alone, such as t or kg/kWh",
        "{found!r} 含有物质名称：请只写单位，如 t 或 kg/kWh",
    ),
    "number-raised": (
        "{found!r}: a raised digit is an exponent, not a digit of the number; write for example 1.2e4",
        "{found!r}：上标是指数，不是数的一部分；请写成如 1.2e4",
    ),
    "number-extreme": (
        "{found!r} is larger or smaller than any number of a plant can be",
        "{found!r} 超出企业数据可能的量级",
    ),
    "number-base": ("{found!r}: write decimal digits", "{found!r}：请用十进制数字"),
    "number-decimal-comma": (
        "{found!r}: the decimal sign is a point, and commas part thousands: 1,234.5",
        "{found!r}：小数点用“.”，逗号只作千分位：1,234.5",
    ),
    "number-comma": (
        "{found!r}: a comma parts groups of three digits (1,234); the decimal sign is a point (12.34)",
        "{found!r}：逗号只作千分位（1,234）；小数点用“.”（12.34）",
    ),
    "number-groups": (
        "{found!r}: groups of digits are parted by commas or not at all: 1,234 or 1234",
        "{found!r}：数字分组只用逗号或不分组：1,234 或 1234",
    ),
    "number-about": (
        "{found!r}: leave out the sign for about; write one number, or a range: 5 ± 1 or 4~6",
        "{found!r}：请去掉“约”；写一个数，或范围：5 ± 1 或 4~6",
    ),
    "number-bound": (
        "{found!r}: a bound is not a value; write one number, or a range such as 4~6",
        "{found!r}：界限不是数值；请写一个数，或范围，如 4~6",
    ),
    "number-power-of-ten": (
        "{found!r}: write powers of ten as 1.2e4 or with 万 and 亿",
        "{found!r}：10 的幂请写成 1.2e4，或用 万、亿",
    ),
    "number-in-words": ("{found!r}: write the number in digits", "{found!r}：请用数字书写"),
    "number-fraction": ("{found!r}: write a fraction as a decimal number", "{found!r}：分数请写成小数"),
    "number-two-points": ("{found!r} has two decimal points", "{found!r} 有两个小数点"),
}
