"""What this sector says, in English and in Chinese, by key."""

TEXTS = {
    "coking-more-energy-out": (
        "coke and by-products hold {found}, more than the {bound} of energy that goes in",
        "焦炭及副产品所含能源 {found}，超过输入的 {bound}",
    ),
    "coking-more-carbon-out": (
        "coke and by-products hold {found} of carbon (as CO2), more than the {bound} that goes in",
        "焦炭及副产品含碳（以CO2计）{found}，超过输入的 {bound}",
    ),
}
