"""Words of conversions and of the CO2 equivalent."""

WORDS: dict[str, tuple[str, str]] = {
    "carrier": ("carrier", "能源品种"),
    "carrier-coal": ("coal equivalent", "折标准煤系数"),
    "carrier-key": ("key", "键"),
    "carrier-other": ("other factors", "其他系数"),
    "co2e": ("CO2 equivalent", "二氧化碳当量"),
    "co2e-by-gases": ("CO2 equivalent ({report}: {gases})", "二氧化碳当量（{report}：{gases}）"),
    "co2e-of-processes": ("CO2 equivalent of processes ({report})", "各工序二氧化碳当量（{report}）"),
    "co2e-saved": ("CO2 equivalent reduced", "二氧化碳当量减排量"),
    "computed-enthalpy": ("enthalpy of the steam above water of 20 °C", "蒸汽焓（扣除20℃水焓）"),
    "density": ("density", "密度"),
    "given-energy": ("as coal equivalent", "折标准煤"),
    "given-out": ("given out", "外供"),
    "gross-flows": ("Carriers taken and given out", "能源购入与外供"),
    "measured-lhv": ("measured heating value", "实测热值"),
    "net-energy": ("net", "净值"),
    "stated-factor": ("stated factor", "给定系数"),
    "taken": ("taken", "购入"),
    "taken-energy": ("as coal equivalent", "折标准煤"),
}
