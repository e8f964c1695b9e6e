"""The coking example with prices, taxes and a rate: what the tests of money stand on."""

import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
PRICES = {
    "price_year": 2025,
    "electricity": "0.55 元/kWh",
    "heat": {"price": "45 元/GJ", "sold": "38 元/GJ"},
    "coke-oven-gas": {"price": "0.6 元/m3", "sold": "0.6 元/m3"},
    "tax_air": "1.8 元",
    "co2": "80 元/t",
}
ECONOMICS = {"rate": "8 %", "rate_is": "real"}
REST = {"coking-coal": "1500 元/t", "coal-tar": {"price": "3000 元/t", "sold": "3000 元/t"},
        "crude-benzene": {"price": "5000 元/t", "sold": "5000 元/t"}}  # fmt: skip


def document(**prices):
    found = tomllib.loads((ROOT / "examples" / "coking.toml").read_text(encoding="utf-8"))
    return {**found, "prices": {**PRICES, **prices}, "economics": ECONOMICS}
