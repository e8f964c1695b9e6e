"""A small city for the tests of regions: two counties, six years, figures that can be checked by hand."""

from copy import deepcopy
from functools import cache
from pathlib import Path

YEARS = range(2020, 2026)
ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "examples" / "city" / "city.toml"


def by_year(first, last, unit):
    """A straight line from the first to the last year."""
    return {str(year): f"{first + (last - first) * (year - 2020) / 5} {unit}" for year in YEARS}


CITY = {
    "name": "甲市",
    "plan": "yuncheng-14fyp",
    "year": 2025,
    "price_year": 2020,
    "series": {
        "gdp": by_year(1000, 1250, "亿元"),
        "energy": by_year(1000, 1100, "万tce"),
        "feedstock": by_year(0, 0, "万tce"),
        "renewable_electricity": by_year(0, 0, "万kWh"),
        "coal": by_year(500, 490, "万t"),
        "co2": by_year(2500, 2600, "万t"),
        "value_added": {"steel": by_year(100, 110, "亿元")},
        "sector_energy": {"steel": by_year(300, 270, "万tce")},
    },
    "county": [
        {"name": "乙县", "series": {"gdp": by_year(600, 750, "亿元"), "energy": by_year(400, 450, "万tce")}},
        {"name": "丙县", "series": {"gdp": by_year(400, 500, "亿元"), "energy": by_year(600, 650, "万tce")}},
    ],
}


def city(**changes):
    """The small city with other entries at its head."""
    return {**deepcopy(CITY), **changes}


def written(folder, document):
    """Write a document as a region file and return its path."""
    import json

    def text(table, place=""):
        plain = [f"{json.dumps(k)} = {value(v)}" for k, v in table.items() if not is_tables(v)]
        tables = [
            f"[[{place}{json.dumps(k)}]]\n" + text(each, f"{place}{json.dumps(k)}.")
            for k, v in table.items()
            if is_tables(v)
            for each in v
        ]
        return "\n".join([*plain, *tables])

    def is_tables(found):
        return isinstance(found, list) and bool(found) and all(isinstance(each, dict) for each in found)

    def value(found):
        if isinstance(found, dict):
            return "{ " + ", ".join(f"{json.dumps(k)} = {value(v)}" for k, v in found.items()) + " }"
        return json.dumps(found, ensure_ascii=False)

    file = folder / "city.toml"
    file.write_text(text(document), encoding="utf-8")
    return str(file)


@cache
def example():
    """The example of the package, assessed once."""
    from ecdcalc import assess_region, load_region

    return assess_region(load_region(str(EXAMPLE)))
