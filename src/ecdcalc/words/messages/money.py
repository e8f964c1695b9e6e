"""Money: prices, tariffs, economics, costs of measures."""

MESSAGES: dict[str, tuple[str, str]] = {
    "exchange-own": (
        "{found} is the currency of all results and has no rate of exchange",
        "{found} 是结果所用货币，不设汇率",
    ),
    "cost-above-capex": (
        "{found} is more than the whole investment, {capex}",
        "{found} 大于全部投资 {capex}",
    ),
    "cost-needs-exchange": (
        "the published cost is in {currency}: give its exchange rate",
        "已公布的投资以 {currency} 计：请给出汇率",
    ),
    "cost-needs-size": (
        'the published cost is of a {unit} ({per}): give the size of the work, such as size = "100 {unit}"',
        '已公布的投资以每 {unit} 计（{per}）：请给出规模，如 size = "100 {unit}"',
    ),
    "cost-size": (
        '{found!r} is no size of a work: an amount above zero with its unit, such as "6 MW"',
        '{found!r} 不是工程规模：应为大于零的数量和单位，如 "6 MW"',
    ),
    "economics-cost-index": (
        'costs are of {found}, prices of {here}: price years must not be mixed; give the index of prices between them, such as "108 %"',
        '投资为 {found} 年价格，而能源价格为 {here} 年：不同年份价格不能混用；请给出其间的价格指数，如 "108 %"',
    ),
    "economics-depreciation": (
        'a tax needs the years of depreciation, such as "10 a"',
        '计算所得税须给出折旧年限，如 "10 a"',
    ),
    "economics-nominal": (
        'prices are constant and the rate is nominal: give the inflation, or the real rate with rate_is = "real"',
        '价格为不变价而折现率为名义利率：请给出通货膨胀率，或给出实际利率并写 rate_is = "real"',
    ),
    "money-no-cost": ("the cost is not known: give capex", "投资未知：请给出 capex"),
    "money-no-life": ("the life is not known: give life", "寿命未知：请给出 life"),
    "money-no-price": ("not priced: {names}", "未给出价格：{names}"),
    "money-no-rate": ("no rate: give economics.rate", "未给出折现率：请给出 economics.rate"),
    "prices-of-plant": (
        "these go by the level of a whole plant; a row of a table has none",
        "按企业整体等级执行；表格的一行没有整个企业",
    ),
    "replacement-list": ("a list of parts is expected, such as {example}", "应为部件列表，如 {example}"),
    "tariff-demand": (
        'a price and either power or hours of use are expected, such as {{ price = "480 元/kW/a", hours = "5000 h" }}',
        '应给出 price 以及 power（功率）或 hours（利用小时）之一，如 {{ price = "480 元/kW/a", hours = "5000 h" }}',
    ),
    "tariff-hole": (
        "the tariff has a hole: nothing from {end} to {found}",
        "电价（价格）分档有空缺：{end} 至 {found} 没有价格",
    ),
    "tariff-list": ("a list of parts is expected, such as {example}", "应为分档列表，如 {example}"),
    "tariff-one-form": (
        "a tariff has one of {options}; found: {found}",
        "价格形式应为 {options} 之一；现有：{found}",
    ),
    "tariff-open": ("the tariff ends at {found}: the last part has no `to`", "价格分档止于 {found}：最后一档不写 to"),
    "tariff-overlap": (
        "the tariff overlaps: a part begins at {found} and the one before it ends at {end}",
        "价格分档重叠：一档始于 {found}，而前一档止于 {end}",
    ),
    "tariff-shares": ("the shares of the periods add up to {found}, not 100 %", "各时段占比合计 {found}，不是 100 %"),
}
