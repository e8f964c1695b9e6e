"""Words of conversions."""

WORDS: dict[str, tuple[str, str]] = {
    "computed-enthalpy": ("enthalpy of the steam above water of 20 °C", "蒸汽焓（扣除20℃水焓）"),
    "density": ("density", "密度"),
    "measured-lhv": ("measured heating value", "实测热值"),
    "stated-factor": ("stated factor", "给定系数"),
}
