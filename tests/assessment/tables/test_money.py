"""Money of rows against plant files of one process with the same prices."""

import polars as pl
import pytest
from click.testing import CliRunner

from ecdcalc import assess, portfolio, read_plant
from ecdcalc.cli import main
from ecdcalc.decide.written import toml_of
from ecdcalc.words.errors import InputError

PRICES = {
    "prices": {
        "price_year": 2025,
        "electricity": {
            "blocks": [{"to": "40 GWh", "price": "0.50 元/kWh"}, {"price": "0.65 元/kWh"}],
            "sold": "0.3 元/kWh",
        },
        "raw-coal": "900 元/t",
        "tax_air": "1.8 元",
        "co2": "80 元/t",
    }
}
COLUMNS = {
    "clinker": "clinker [t]", "electricity": "energy.electricity.amount [kWh]", "coal": "energy.raw-coal.amount [t]",
}  # fmt: skip
UNPRICED = {
    "energy.diesel.amount [t]": pl.Series([5.0, 5.0, 5.0]),
    "reporting.energy.diesel.amount [t]": pl.Series([5.0, 3.0, 5.0]),
}
"""A carrier without a price, of which the second row saves some."""
ROWS = [
    (1_500_000.0, 9e7, 2.1e5, 8.4e7, 2.05e5),
    (800_000.0, 3.5e7, 1.2e5, 3.4e7, 1.19e5),
    (900_000.0, 4.1e7, 1.3e5, 3.9e7, 1.3e5),
]


def rows(prices=None, **more):
    names = [COLUMNS["clinker"], COLUMNS["electricity"], COLUMNS["coal"],
             f"reporting.{COLUMNS['electricity']}", f"reporting.{COLUMNS['coal']}"]  # fmt: skip
    frame = pl.DataFrame({name: [row[number] for row in ROWS] for number, name in enumerate(names)}).with_columns(
        **more
    )
    return portfolio(frame, sector="building-materials", process="clinker", year=2024,
                     prices={"prices": {**PRICES["prices"], **(prices or {})}})  # fmt: skip


def of_plant(row):
    table = {"clinker": f"{row[0]} t", "energy": {"electricity": f"{row[1]} kWh", "raw-coal": f"{row[2]} t"},
             "reporting": {"energy": {"electricity": f"{row[3]} kWh", "raw-coal": f"{row[4]} t"}}}  # fmt: skip
    return assess(read_plant({"sector": "building-materials", "year": 2024, "clinker": [table], **PRICES})).money


def test_every_row_has_the_bills_and_the_saving_of_its_plant_file():
    found = rows()
    assert found.rejects.height == 0
    for number, row in enumerate(ROWS):
        money = of_plant(row)
        said = found.results.row(number, named=True)
        assert not money.unpriced
        for instrument, paid in money.after.paid.items():
            assert said[f"money.{instrument}.reporting [CNY]"] == pytest.approx(paid, rel=1e-9)
            assert said[f"money.{instrument}.baseline [CNY]"] == pytest.approx(money.before.paid[instrument], rel=1e-9)
        whole = sum(each.change for each in money.lines)
        assert said["saved.money [CNY]"] == pytest.approx(whole, rel=1e-9)


def test_what_closes_saves_its_bill_and_what_changes_without_a_price_leaves_no_total():
    found = rows(closed=pl.Series([True, False, False]), **{
        "energy.diesel.amount [t]": pl.Series([5.0, 5.0, 5.0]), "reporting.energy.diesel.amount [t]": pl.Series([5.0, 5.0, 3.0]),
    })  # fmt: skip
    first, second, third = found.results.rows(named=True)
    before = sum(value for name, value in first.items() if name.startswith("money.") and ".baseline" in name)
    assert first["saved.money [CNY]"] is None or first["saved.money [CNY]"] == pytest.approx(before)
    assert second["saved.money [CNY]"] is not None and third["saved.money [CNY]"] is None


@pytest.mark.parametrize("suffix", [".parquet", ".csv"])
def test_money_of_groups_is_that_of_their_rows(suffix, tmp_path):
    """Bills and money saved add up; a total that a row has not stands in no sum, and is not nought."""
    file = tmp_path / "in.csv"
    rows(county=pl.Series(["甲", "乙", "甲"]), **UNPRICED).results.select(
        "county", *COLUMNS.values(), *(f"reporting.{COLUMNS[each]}" for each in ("electricity", "coal")), *UNPRICED
    ).write_csv(file)
    prices = tmp_path / "prices.toml"
    prices.write_text(toml_of(PRICES), encoding="utf-8")
    words = ["--sector", "building-materials", "--process", "clinker", "--year", "2024", "--prices", str(prices)]
    out = tmp_path / f"out{suffix}"
    done = CliRunner().invoke(
        main, ["portfolio", "--input", str(file), "--output", str(out), "--group-by", "county", *words]
    )
    assert done.exit_code == 0, done.output
    read = pl.read_parquet if suffix == ".parquet" else pl.read_csv
    single, groups = read(out), read(tmp_path / f"out.by-county{suffix}")
    names = [name for name in single.columns if name.startswith("money.") or name == "saved.money [CNY]"]
    assert len(names) >= 5 and groups["rows"].to_list() == [1, 2]
    for row in groups.rows(named=True):
        of = single.filter(pl.col("county") == row["county"])
        for name in names:
            known = of[name].drop_nulls()
            assert (row[name] is None) if not len(known) else row[name] == pytest.approx(known.sum(), rel=1e-12)
    assert groups["saved.money [CNY]"].null_count() == 1  # of 乙 nothing is known: its diesel has no price


def test_without_prices_nothing_changes():
    names = list(COLUMNS.values())
    frame = pl.DataFrame({name: [row[number] for row in ROWS] for number, name in enumerate(names)})
    found = portfolio(frame, sector="building-materials", process="clinker", year=2024)
    assert not any("money" in name for name in found.results.columns)


@pytest.mark.parametrize(
    ("given", "key"),
    [
        ({}, "required"),
        ({"prices": {**PRICES["prices"], "tiers": {"level-3": "0.05 元/kWh"}}}, "prices-of-plant"),
        ({"price": PRICES["prices"]}, "unknown-key"),
        ({"prices": {"electricity": "0.5 元/kWh"}}, "required"),
    ],
)
def test_prices_that_cannot_be_those_of_rows_are_refused(given, key):
    with pytest.raises(InputError) as refused:
        portfolio(
            pl.DataFrame({"clinker [t]": [1.0]}),
            sector="building-materials",
            process="clinker",
            year=2024,
            prices=given,
        )
    assert key in [each.key for each in refused.value.problems]


def test_a_carrier_of_the_reporting_state_alone_is_paid_for_in_every_row():
    gas = {"natural-gas": "3 元/m3", "kerosene": "8000 元/t"}
    burnt = {
        "reporting.energy.natural-gas.amount [m3]": pl.Series([1e6, 0.0, 2e6]),
        "reporting.energy.natural-gas.lhv [MJ/m3]": pl.Series([29.3076, None, 29.3076]),
    }
    without, found = rows().results, rows(gas, **burnt).results
    assert found["money.natural-gas.baseline [CNY]"].to_list() == [0, 0, 0]
    assert found["money.natural-gas.reporting [CNY]"].to_list() == pytest.approx([3e6, 0, 6e6])
    assert not [each for each in found.columns if "kerosene" in each]
    more = without["saved.money [CNY]"] - found["saved.money [CNY]"]
    assert more.to_list() == pytest.approx([3e6, 0, 6e6], abs=1)
    more = found["reporting.energy [tce]"] - without["reporting.energy [tce]"]
    assert more.to_list() == pytest.approx([1000, 0, 2000])
    assert found["baseline.energy [tce]"].to_list() == without["baseline.energy [tce]"].to_list()


def test_a_row_of_something_new_costs_what_it_pays():
    """Only electricity and coal: 84 GWh in two blocks and 205 000 t."""
    row = rows(new=pl.Series([True, False, False])).results.row(0, named=True)
    paid = sum(value for name, value in row.items() if name.startswith("money.") and ".reporting" in name)
    assert row["money.electricity.reporting [CNY]"] == pytest.approx(40e6 * 0.5 + 44e6 * 0.65)
    assert row["saved.money [CNY]"] == pytest.approx(-paid) and row["money.raw-coal.baseline [CNY]"] is None


def test_a_column_of_measures_that_names_none_changes_no_money():
    """What a measure might give out has no price, and is nothing before and after."""
    empty = rows(measure=pl.Series([None] * 3, dtype=pl.String)).results["saved.money [CNY]"]
    assert empty.to_list() == rows().results["saved.money [CNY]"].to_list() and empty.null_count() == 0


def test_a_price_below_zero_is_told_in_every_row():
    found = rows({"raw-coal": "-900 元/t"}).results["audit.warnings"]
    assert ["prices.raw-coal: " in (each or "") and "below zero" in each for each in found] == [True] * 3
