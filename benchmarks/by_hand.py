"""The assessment of coke-oven batteries as one writes it by hand in lazy Polars: no library, no check of any row.

Only the numbers are looked up (`factors`, `limits`); every formula is typed here once more, in the units of the
columns. It gives the same columns as ecdcalc, which the benchmark compares before it times anything.
"""

from __future__ import annotations

import operator
from functools import cache, reduce
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


@cache
def factor(id: str) -> float:
    return FactorTable().get(id).value


def assessed(plants: pl.LazyFrame) -> pl.LazyFrame:
    """Return the table with outputs before and after, savings, grades and gap."""
    inputs = plants.collect_schema().names()
    after = [name for name in inputs if f"reporting.{name}" in inputs]
    both = plants.with_columns(
        *(coalesce(f"reporting.{name}", name).alias(f"after.{name}") for name in after), _shift().alias("_2")
    )
    both = both.with_columns((col("_2") + _allowed()).alias("_1"))
    both = both.with_columns((col("_1") + _wet()).alias("_3"))
    for step in (amounts, sums, ratios):
        both = both.with_columns(*step("baseline", lambda name: name), *step("reporting", _after(after)))
    both = both.with_columns(each.alias(f"_bound_{number}") for number, each in enumerate(_bounds(), 1))
    both = both.with_columns(
        *(_saved(name) for name in SAVED),
        *(_grade(state).alias(f"grade.{state}.unit_energy") for state in ("baseline", "reporting")),
        (col("reporting.unit_energy [kgce/t]") - TARGET).alias("gap.T1 [kgce/t]"),
    )
    return both.drop([f"after.{name}" for name in after] + [name for n in "123" for name in (f"_{n}", f"_bound_{n}")])


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
        amount = col(at(f"energy.{name}")).fill_null(0)
        by_table, guide = factor(f"{equivalent}.coal"), _guide_lhv(carbon)
        content = factor(f"{carbon}.carbon") * factor("constant/co2-per-carbon") * tonnes
        measured = col(at(f"energy.{lhv}")) if lhv else None
        coal.append(amount * _else(measured, by_table, tonnes / STANDARD_COAL, tonnes))
        burnt.append(amount * _else(measured, guide, content, content))
    yield named(_sum(coal), "carrier_energy [tce]")
    yield named(power, "electricity [kWh]")
    co2 = power * (factor("grid/china-2023") / 1000) + heat * factor("co2-process/heat")
    yield named(co2 + _sum(burnt), "energy_co2 [t]")
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
    for name, key in (("NOx [t]", "nox"), ("SO2 [t]", "so2"), ("PM [t]", "pm")):
        yield named(monitored(key), name)
    for name, key in (("COD [t]", "cod"), ("NH3-N [t]", "nh3n")):
        yield named(col(at("wastewater.volume [m3]")) * col(at(f"wastewater.{key} [mg/L]")) * 1e-6, name)
    for number in (2, 1, 3):
        yield named(col(f"_{number}"), f"shift_level_{number} [kgce/t]")


def _taken(carriers: list[pl.Expr]) -> pl.Expr:
    """What comes in; which way a carrier goes is its sign, row by row."""
    return _sum([each.clip(lower_bound=0) for each in carriers])


def _given(carriers: list[pl.Expr]) -> pl.Expr:
    """What goes out, negative."""
    return _sum([each.clip(upper_bound=0) for each in carriers])


def _sum(parts: list[pl.Expr]) -> pl.Expr:
    """The sum without the zero that `sum` begins with, which would be one more pass over the column."""
    return reduce(operator.add, parts)


def _else(measured: pl.Expr | None, published: float | None, scale: float, scale_published: float):
    """What was measured, else what is published, each times a constant; for some gases that is a range and no number."""
    if measured is None:
        return published * scale_published
    scaled = measured * scale
    return scaled if published is None else scaled.fill_null(published * scale_published)


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
    voc = col(f"{state}.voc_generated [t]")
    yield voc.alias(f"{state}.voc_entering [t]")
    control = 1 - col(at("voc.capture [%]")) * col(at("voc.destruction [%]")) * 1e-4
    yield (voc * control).alias(f"{state}.VOC [t]")


def ratios(state: str, at):
    """What follows from the sums."""
    yield (col(f"{state}.energy [tce]") * 1000 / col(at("coke [t]"))).alias(f"{state}.unit_energy [kgce/t]")


def _shift() -> pl.Expr:
    """The shift of level 2, the same before and after.

    Both tables have a point at every whole per cent, so one look-up finds value and slope of either.
    """
    gas, volatile, moisture = (col(name) for name in ("mixed_gas [%]", "volatile_matter [%]", "moisture [%]"))
    stamp = col("charging") == "stamp"
    points = [float(value) for table in (STAMP, TOP) for _, value in table[:-1]]
    slopes = [float(high - low) for table in (STAMP, TOP) for (_, low), (_, high) in pairwise(table)]
    along = volatile - when(stamp).then(float(STAMP[0][0])).otherwise(float(TOP[0][0]))
    whole = along.floor().clip(0, 6)
    place = (whole + when(stamp).then(0.0).otherwise(7.0)).cast(pl.UInt32)
    line = pl.lit(pl.Series(points)).gather(place) + (along - whole) * pl.lit(pl.Series(slopes)).gather(place)
    by_volatile = when(along.is_between(0, 7)).then(line)
    return by_volatile + when(stamp).then(gas * 0.12 + (moisture - 10.5) * 3.71).otherwise(
        gas * 0.08 + (moisture - 10) * 3.67
    )


def _allowed() -> pl.Expr:
    age = col("oven_age [a]")
    return when(age > 25).then(5.50).when(age > 15).then(2.50).when(age.is_not_null()).then(0.0)


def _wet() -> pl.Expr:
    return when(col("quenching") == "wet").then(factor("gb-21342-2025/wet-quenching")).otherwise(0.0)


def _bounds() -> list[pl.Expr]:
    """What each level allows a row, null where the standard has nothing for its charging."""
    limits = [LimitTable().get(f"gb21342-2025.coke.{each}-charging").levels for each in ("top", "stamp")]
    charging = col("charging")
    return [
        when(charging == "top").then(top).when(charging == "stamp").then(stamp) + col(f"_{number}")
        for number, (top, stamp) in enumerate(zip(*limits, strict=True), 1)
    ]


_GRADES = pl.Series(["1", "2", "3", "not-qualified", "incomplete"])


def _grade(state: str) -> pl.Expr:
    """The level that is met; words are only looked up at the end."""
    value = col(f"{state}.unit_energy [kgce/t]")
    place = when(value.is_null() | col("_bound_1").is_null()).then(4)
    for number in (1, 2, 3):
        place = place.when(value <= col(f"_bound_{number}")).then(number - 1)
    place = place.otherwise(3)
    return when(col("charging") != "heat-recovery").then(pl.lit(_GRADES).gather(place.cast(pl.UInt32)))


def _saved(name: str) -> pl.Expr:
    scale = col("after.coke [t]") / col("coke [t]")
    return (col(f"baseline.{name}") * scale - col(f"reporting.{name}")).alias(f"saved.{name}")
