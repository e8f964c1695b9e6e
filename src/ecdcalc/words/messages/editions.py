"""Editions of limits: which held, which is coming, what is not confirmed."""

MESSAGES: dict[str, tuple[str, str]] = {
    "level-from": ("from {date} ({standard}): {level}", "自{date}起（{standard}）：{level}"),
    "level-national": ("by {document}: {level}", "按{document}：{level}"),
    "level-until": ("until {date} ({standard}): {level}", "至{date}止（{standard}）：{level}"),
    "limits-unconfirmed": (
        "the limits of {standard} are not confirmed (grade C): the level is shown and decides nothing",
        "{standard} 的限值未经证实（C级）：等级仅供显示，不作判定依据",
    ),
    "limits-uncorrected": (
        "base limits of {standard}; what it corrects is not computed: {correction}",
        "按 {standard} 的基本限值；其修正未计算：{correction}",
    ),
    "not-a-month": ("found {found!r}; a month from 1 to 12 is expected", "出现 {found!r}；应为 1 至 12 的月份"),
}
