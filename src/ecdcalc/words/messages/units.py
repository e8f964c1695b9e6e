"""Reading numbers and units."""

MESSAGES: dict[str, tuple[str, str]] = {
    "text-too-long": ("the text {found!r} is longer than {most} characters", "文本 {found!r} 超过 {most} 个字符"),
    "unit-too-long": ("the unit {found!r} is longer than {most} characters", "单位 {found!r} 超过 {most} 个字符"),
    "unit-grammar": (
        "{found!r} is not a unit; write for example kgce/t, 万m3 or kWh/(t·km)",
        "{found!r} 不是单位；请写成如 kgce/t、万m3 或 kWh/(t·km)",
    ),
    "unit-unknown": ("unknown unit {found!r}; did you mean {near}?", "未知单位 {found!r}；是否指 {near}？"),
    "unit-offset": (
        "{found!r}: a scale that does not begin at zero cannot be raised or multiplied; differences are given in K",
        "{found!r}：不以零为起点的刻度不能乘方或加倍；温差请用 K",
    ),
    "unit-missing": (
        '{found} has no unit; accepted is {asked}, for example "{example}"',
        '{found} 没有单位；应为 {asked}，例如 "{example}"',
    ),
    "unit-kind": (
        "{found} measures something else; accepted is {asked}",
        "{found} 的量纲不符；应为 {asked}",
    ),
    "unit-mass-volume": (
        "{found} measures something else; accepted is {asked}: 1 t of water is 1 m3, of all else the density decides",
        "{found} 的量纲不符；应为 {asked}：水 1 t 即 1 m3，其他物质须按密度换算",
    ),
    "not-a-number": (
        '{found!r} is not a number with a unit; write for example "12.5 kgce/t"',
        '{found!r} 不是带单位的数；请写成如 "12.5 kgce/t"',
    ),
    "not-finite": ("{found!r} is not a finite number", "{found!r} 不是有限数"),
    "range-order": ("{found!r}: the lower end lies above the upper", "{found!r}：下限大于上限"),
    "range-below-zero": (
        "{found!r}: what stands after ± is a width and cannot be below zero",
        "{found!r}：± 后为半宽，不能小于零",
    ),
    "range-drawn": (
        "{found!r} is not a distribution; known are uniform, triangular, normal, lognormal",
        "{found!r} 不是分布名称；可用 uniform（均匀）、triangular（三角）、normal（正态）、lognormal（对数正态）",
    ),
    "range-none": (
        '{found!r} has no range to be {drawn}; write for example "500~600 kWh, {drawn}"',
        '{found!r} 没有区间，不能取 {drawn} 分布；请写成如 "500~600 kWh, {drawn}"',
    ),
    "range-three": (
        "{found!r}: three numbers are the low end, the most likely value and the high end of a triangular distribution",
        "{found!r}：三个数依次为三角分布的下限、最可能值和上限",
    ),
    "range-lognormal": (
        '{found!r}: a lognormal number lies above zero; write "540 */ 1.5 t" (the factor is 1 or more) '
        'or "500~600 t, lognormal"',
        '{found!r}：对数正态的数须大于零；请写成 "540 */ 1.5 t"（倍数不小于 1）或 "500~600 t, lognormal"',
    ),
    "range-after-unit": (
        '{found!r}: the range stands before the unit and in it; write for example "540 ± 27 kWh/t"',
        '{found!r}：区间写在单位之前，单位相同；请写成如 "540 ± 27 kWh/t"',
    ),
    "number-hyphen": (
        "{found!r}: a range is written with ~, for example 20~30 %",
        "{found!r}：区间用 ~ 表示，例如 20~30 %",
    ),
    "condition-grammar": (
        '{found!r} is no condition; write for example "capacity <= 200 MW"',
        '{found!r} 不是条件；请写成如 "capacity <= 200 MW"',
    ),
    "branches-differ": (
        "the branches of a choice differ in dimension: {one} and {other}",
        "分支的量纲不同：{one} 与 {other}",
    ),
}
