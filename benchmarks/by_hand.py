"""The assessment of coke-oven batteries as one writes it by hand in lazy Polars: no library, no check of any row.

Only the numbers are looked up (`factors`, `limits`); every formula is typed here once more, in the units of the
columns. It gives the same columns as ecdcalc, which the benchmark compares before it times anything.
"""

from __future__ import annotations

from itertools import pairwise

import polars as pl
from polars import coalesce, col, when

from ecdcalc.reference.factors import FactorTable
from ecdcalc.reference.limits import LimitTable

TARGET = 110.0
"""kgce per tonne of coke: what the gap is measured against (`plan.toml`)."""
TOP = ((21, -8.30), (22, -4.20), (23, 0), (24, 4.25), (25, 8.55), (26, 11.00), (27, 14.08), (28, 18.71))
STAMP = ((25, 0), (26, 3.20), (27, 6.44), (28, 11.40), (29, 14.65), (30, 17.93), (31, 21.23), (32, 24.50))
SAVED = (
    "energy [tce]",
    "electricity [kWh]",
    "COD [t]",
    "NH3-N [t]",
    "NOx [t]",
    "VOC [t]",
    "SO2 [t]",
    "PM [t]",
    "CO2 [t]",
)


FUELS = {
    "coking-coal [t]": ("coking-coal.lhv [MJ/kg]", "coal-2020/cleaned-coal", "co2-ndrc/cleaned-coal", 1.0),
    "coke-oven-gas [m3]": ("coke-oven-gas.lhv [MJ/m3]", "coal-2020/coke-oven-gas", "co2-ndrc/coke-oven-gas", 1e-3),
    "coal-tar [t]": ("", "coal-2020/coal-tar", "co2-ndrc/tar", 1.0),
    "crude-benzene [t]": ("", "coal-2020/crude-benzene", "co2-ndrc/crude-benzene", 1.0),
}
"""Column, measured heating value, coal equivalent, carbon; tonnes (or 1000 m3) per unit of the column."""
STANDARD_COAL = 29.3076


def factor(id: str) -> float:
    return FactorTable().get(id).value


def assessed(plants: pl.LazyFrame) -> pl.LazyFrame:
    """Return the table with outputs before and after, savings, grades and gap."""
    inputs = plants.collect_schema().names()
    after = [name for name in inputs if f"reporting.{name}" in inputs]
    both = plants.with_columns(coalesce(f"reporting.{name}", name).alias(f"after.{name}") for name in after)
    for step in (amounts, sums, ratios):
        both = both.with_columns(*step("baseline", lambda name: name), *step("reporting", _after(after)))
    both = both.with_columns(
        *(_saved(name) for name in SAVED),
        *(_grade(state).alias(f"grade.{state}.unit_energy") for state in ("baseline", "reporting")),
        (col("reporting.unit_energy [kgce/t]") - TARGET).alias("gap.T1 [kgce/t]"),
    )
    return both.drop(f"after.{name}" for name in after)


def _after(names: list[str]):
    return lambda name: f"after.{name}" if name in names else name


def amounts(state: str, at):
    """What follows from the inputs alone."""

    def named(expression: pl.Expr, name: str) -> pl.Expr:
        return expression.alias(f"{state}.{name}")

    def monitored(pollutant: str) -> pl.Expr:
        return col(at(f"{pollutant}.flow [m3]")) * col(at(f"{pollutant}.concentration [mg/m3]")) * 1e-9

    coke = col(at("coke [t]"))
    power, heat = (col(at(f"energy.{name}")).fill_null(0) for name in ("electricity [kWh]", "heat [GJ]"))
    coal = [
        power * (factor("coal-2020/electricity-calorific.coal") / 1000),
        heat * factor("coal-2020/heat-calorific.coal"),
    ]
    burnt = []
    for name, (lhv, equivalent, carbon, tonnes) in FUELS.items():
        amount = col(at(f"energy.{name}")).fill_null(0) * tonnes
        by_table, guide = factor(f"{equivalent}.coal"), _guide_lhv(carbon)
        content = factor(f"{carbon}.carbon") * factor("constant/co2-per-carbon")
        measured = col(at(f"energy.{lhv}")) if lhv else None
        coal.append(amount * _else(measured / STANDARD_COAL if lhv else None, by_table))
        burnt.append(amount * (_else(measured, guide) * content))
    yield named(sum(coal), "carrier_energy [tce]")
    yield named(power, "electricity [kWh]")
    co2 = power * (factor("grid/china-2023") / 1000) + heat * factor("co2-process/heat")
    yield named(co2 + sum(burnt), "energy_co2 [t]")
    carbon = factor("co2-ndrc/coke.lhv") * factor("co2-ndrc/coke.carbon") * factor("constant/co2-per-carbon")
    yield named(coke * -carbon, "process_co2 [t]")
    yield named(_taken(coal), "energy_taken [tce]")
    yield named(coke * factor("coal-2020/coke.coal") - _given(coal), "energy_given [tce]")
    yield named(_taken(burnt), "carbon_taken [t]")
    yield named(coke * carbon - _given(burnt), "carbon_given [t]")
    voc = when(col(at("charging")) != "heat-recovery").then(coke * (factor("voc/vf001") / 1000))
    yield named(coke * (factor("nox/nx046") / 1000), "nox_generated [t]")
    yield named(coke * (factor("cobenefit/cb022") / 1000), "so2_generated [t]")
    yield named(voc, "voc_generated [t]")
    yield named(voc, "voc_entering [t]")
    for name, key in (("NOx [t]", "nox"), ("SO2 [t]", "so2"), ("PM [t]", "pm")):
        yield named(monitored(key), name)
    control = 1 - col(at("voc.capture [%]")) * col(at("voc.destruction [%]")) / 10_000
    yield named(voc * control, "VOC [t]")
    for name, key in (("COD [t]", "cod"), ("NH3-N [t]", "nh3n")):
        yield named(col(at("wastewater.volume [m3]")) * col(at(f"wastewater.{key} [mg/L]")) * 1e-6, name)
    yield named(_shift(at), "shift_level_2 [kgce/t]")


def _taken(carriers: list[pl.Expr]) -> pl.Expr:
    """What comes in; which way a carrier goes is its sign, row by row."""
    return sum(each.clip(lower_bound=0) for each in carriers)


def _given(carriers: list[pl.Expr]) -> pl.Expr:
    """What goes out, negative."""
    return sum(each.clip(upper_bound=0) for each in carriers)


def _else(measured: pl.Expr | None, published: float | None):
    """What was measured, else what is published; for some gases that is a range and no number."""
    if measured is None or published is None:
        return published if measured is None else measured
    return measured.fill_null(published)


def _guide_lhv(row: str) -> float:
    """MJ/kg or MJ/m3; the guide prints GJ/t and GJ per 10 000 m3."""
    found = FactorTable().get(f"{row}.lhv")
    return found.value / 10 if found.unit.text == "GJ/万m3" else found.value


def sums(state: str, at):
    """What follows from the amounts."""
    yield (col(f"{state}.carrier_energy [tce]") - col(at("coke [t]")) * factor("coal-2020/coke.coal")).alias(
        f"{state}.energy [tce]"
    )
    yield (col(f"{state}.energy_co2 [t]") + col(f"{state}.process_co2 [t]")).alias(f"{state}.CO2 [t]")
    age = col(at("oven_age [a]"))
    allowed = when(age > 25).then(5.50).when(age > 15).then(2.50).when(age.is_not_null()).then(0.0)
    yield (col(f"{state}.shift_level_2 [kgce/t]") + allowed).alias(f"{state}.shift_level_1 [kgce/t]")


def ratios(state: str, at):
    """What follows from the sums."""
    yield (col(f"{state}.energy [tce]") / col(at("coke [t]")) * 1000).alias(f"{state}.unit_energy [kgce/t]")
    wet = when(col(at("quenching")) == "wet").then(factor("gb-21342-2025/wet-quenching")).otherwise(0.0)
    yield (col(f"{state}.shift_level_1 [kgce/t]") + wet).alias(f"{state}.shift_level_3 [kgce/t]")


def _shift(at) -> pl.Expr:
    gas, volatile, moisture = (col(at(name)) for name in ("mixed_gas [%]", "volatile_matter [%]", "moisture [%]"))
    stamp = 12.0 * gas / 100 + _interpolated(volatile, STAMP) + 3.71 * (moisture - 10.5)
    top = 8.0 * gas / 100 + _interpolated(volatile, TOP) + 3.67 * (moisture - 10)
    return when(col(at("charging")) == "stamp").then(stamp).otherwise(top)


def _interpolated(x: pl.Expr, points) -> pl.Expr:
    found = pl.lit(None, dtype=pl.Float64)
    for (left, low), (right, high) in pairwise(points):
        line = low + (x - left) * ((high - low) / (right - left))
        found = when(x.is_between(left, right)).then(line).otherwise(found)
    return found


def _grade(state: str) -> pl.Expr:
    value = col(f"{state}.unit_energy [kgce/t]")
    found = []
    for charging in ("top", "stamp"):
        limit = LimitTable().get(f"gb21342-2025.coke.{charging}-charging")
        level = pl.lit("not-qualified")
        for number in (3, 2, 1):
            bound = limit.levels[number - 1] + col(f"{state}.shift_level_{number} [kgce/t]")
            level = when(value <= bound).then(pl.lit(str(number))).when(bound.is_not_null()).then(level)
        found.append(when(value.is_not_null()).then(level).fill_null("incomplete"))
    charging = col("charging")
    return when(charging == "top").then(found[0]).when(charging == "stamp").then(found[1])


def _saved(name: str) -> pl.Expr:
    scale = col("after.coke [t]") / col("coke [t]")
    return (col(f"baseline.{name}") * scale - col(f"reporting.{name}")).alias(f"saved.{name}")
