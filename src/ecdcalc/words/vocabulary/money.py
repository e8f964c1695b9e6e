"""The words of money: bills, worth of measures, choices."""

WORDS: dict[str, tuple[str, str]] = {
    "adjusted-baseline": ("baseline, adjusted", "基期（按报告期产量折算）"),
    "co2-cost": ("net cost per t CO2", "CO2净减排成本"),
    "co2-price": ("price of CO2", "碳价"),
    "irr": ("IRR", "内部收益率"),
    "money-basis": (
        "Currency {currency}, prices of {year}, {rate}. Each cost of abatement carries the whole cost of the measure.",
        "货币 {currency}，{year}年价格，{rate}。各污染物减排成本均按措施全部费用计算，不可相加。",
    ),
    "money-plant-title": ("Money of a year", "年度费用"),
    "money-saved": ("money saved", "年节约费用"),
    "net-capex": ("net investment", "净投资"),
    "never": ("never", "永不"),
    "none": ("none", "无"),
    "npv": ("NPV", "净现值"),
    "payback": ("simple payback", "静态回收期"),
    "payback-discounted": ("discounted payback", "动态回收期"),
    "rate-real": ("real rate {rate} %", "实际折现率 {rate} %"),
    "rate-unknown": ("no rate", "未给出折现率"),
    "saved-energy-cost": ("cost of saved energy", "节能成本"),
    "unpriced": ("Not priced: {names}; the total is not known.", "未给出价格：{names}；合计未知。"),
    "worth-title": ("What the measures are worth", "措施经济性"),
}
