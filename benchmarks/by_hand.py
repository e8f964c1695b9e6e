"""The assessment of coke-oven batteries as one writes it by hand in lazy Polars: no library, no check of any row.

Only the numbers are looked up (`factors`, `limits`); every formula is typed here once more, in the units of the
columns. It gives the same columns as ecdcalc, which the benchmark compares before it times anything.
"""

from __future__ import annotations

import polars as pl
from polars import coalesce, col, when

from ecdcalc.factors import FactorTable
from ecdcalc.limits import LimitTable

TARGET = 110.0
"""kgce per tonne of coke: what the gap is measured against (`plan.toml`)."""
TOP = ((21, -8.30), (22, -4.20), (23, 0), (24, 4.25), (25, 8.55), (26, 11.00), (27, 14.08), (28, 18.71))
STAMP = ((25, 0), (26, 3.20), (27, 6.44), (28, 11.40), (29, 14.65), (30, 17.93), (31, 21.23), (32, 24.50))
SAVED = ("energy [tce]", "electricity [kWh]", "COD [t]", "NH3-N [t]", "NOx [t]", "VOC [t]", "SO2 [t]", "PM [t]", "CO2 [t]")


def factor(id: str) -> float:
    return FactorTable().get(id).value


def assessed(plants: pl.LazyFrame) -> pl.LazyFrame:
    """Return the table with outputs before and after, savings, grades and gap."""
    inputs = plants.collect_schema().names()
    both = plants.with_columns(
        coalesce(f"reporting.{name}", name).alias(f"after.{name}") for name in inputs if f"reporting.{name}" in inputs
    )
    after = [name for name in inputs if f"reporting.{name}" in inputs]
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

    def passed(pollutant: str) -> pl.Expr:
        return 1 - col(at(f"{pollutant}.removal [%]")) / 100

    def monitored(pollutant: str) -> pl.Expr:
        mass = col(at(f"{pollutant}.flow [m3]")) * col(at(f"{pollutant}.concentration [mg/m3]")) * 1e-9
        return coalesce(col(at(f"{pollutant}.mass [t]")), mass)

    coke = col(at("coke [t]"))
    coal, power, heat = (
        col(at(f"energy.{name}")).fill_null(0) for name in ("raw-coal [t]", "electricity [kWh]", "heat [GJ]")
    )
    yield named(
        coal * factor("coal-2020/raw-coal.coal")
        + power * factor("coal-2020/electricity-calorific.coal") / 1000
        + heat * factor("coal-2020/heat-calorific.coal"),
        "carrier_energy [tce]",
    )
    yield named(power, "electricity [kWh]")
    yield named(
        coal * factor("co2-ndrc/bituminous.lhv") * factor("co2-ndrc/bituminous.carbon") * factor("constant/co2-per-carbon")
        + power * factor("grid/china-2023") / 1000
        + heat * factor("co2-process/heat"),
        "energy_co2 [t]",
    )
    carbon = factor("co2-ndrc/coke.lhv") * factor("co2-ndrc/coke.carbon") * factor("constant/co2-per-carbon")
    yield named(coke * -carbon, "process_co2 [t]")
    nox, so2 = coke * factor("nox/nx046") / 1000, coke * factor("cobenefit/cb022") / 1000
    voc = when(col(at("charging")) != "heat-recovery").then(coke * factor("voc/vf001") / 1000)
    yield named(nox, "nox_generated [t]")
    yield named(so2, "so2_generated [t]")
    yield named(voc, "voc_generated [t]")
    yield named(coalesce(monitored("nox"), nox * passed("nox")), "NOx [t]")
    yield named(coalesce(monitored("so2"), so2 * passed("so2")), "SO2 [t]")
    yield named(monitored("pm"), "PM [t]")
    control = 1 - col(at("voc.capture [%]")) * col(at("voc.destruction [%]")) / 10_000
    yield named(coalesce(col(at("voc.mass [t]")), voc * control), "VOC [t]")
    for name, key in (("COD [t]", "cod"), ("NH3-N [t]", "nh3n")):
        yield named(col(at("wastewater.volume [m3]")) * col(at(f"wastewater.{key} [mg/L]")) * 1e-6, name)
    yield named(_shift(at), "shift_level_2 [kgce/t]")


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
    gas, volatile, moisture = (
        col(at(name)) for name in ("mixed_gas [%]", "volatile_matter [%]", "moisture [%]")
    )
    stamp = 12.0 * gas / 100 + _interpolated(volatile, STAMP) + 3.71 * (moisture - 10.5)
    top = 8.0 * gas / 100 + _interpolated(volatile, TOP) + 3.67 * (moisture - 10)
    return when(col(at("charging")) == "stamp").then(stamp).otherwise(top)


def _interpolated(x: pl.Expr, points) -> pl.Expr:
    found = pl.lit(None, dtype=pl.Float64)
    for (left, low), (right, high) in zip(points, points[1:], strict=False):
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
        found.append(level.fill_null("incomplete"))
    charging = coalesce("reporting.charging", "charging")
    return when(charging == "top").then(found[0]).when(charging == "stamp").then(found[1])


def _saved(name: str) -> pl.Expr:
    scale = col("after.coke [t]") / col("coke [t]")
    return (col(f"baseline.{name}") * scale - col(f"reporting.{name}")).alias(f"saved.{name}")
