"""The coking example with prices: what the tests of decisions stand on."""

import tomllib
from pathlib import Path

from ecdcalc import read_plant

ROOT = Path(__file__).parents[1]
PRICES = {
    "price_year": 2025,
    "electricity": "0.55 元/kWh",
    "heat": {"price": "45 元/GJ", "sold": "38 元/GJ"},
    "coke-oven-gas": {"price": "0.6 元/m3", "sold": "0.6 元/m3"},
}


def document(**more):
    found = tomllib.loads((ROOT / "examples" / "coking.toml").read_text(encoding="utf-8"))
    return {**found, "prices": PRICES, "economics": {"rate": "8 %", "rate_is": "real"}, **more}


def coking(**more):
    return read_plant(document(**more))
