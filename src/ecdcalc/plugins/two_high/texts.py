"""What this sector says, in English and in Chinese, by key."""

TEXTS = {
    "two-high-above-one": (
        "{found} of coal is claimed, but electricity alone holds {bound}: the unit would be better than 100 %",
        "供电煤耗 {found} 低于电力当量值 {bound}：机组效率将超过100 %",
    ),
}
