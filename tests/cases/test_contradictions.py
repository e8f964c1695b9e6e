"""Inputs that contradict each other, units that reports carry, and numbers that were wrong: each gives its right answer."""

import tomllib
from pathlib import Path

import polars
import pytest

from ecdcalc import assess, load_plant, portfolio
from ecdcalc.assessment.convert import convert
from ecdcalc.assessment.tables.batch import Batch, run_batch
from ecdcalc.equations import heat, money, motor_classes, turbines
from ecdcalc.reference.factors import FactorTable
from ecdcalc.report.render import render
from ecdcalc.words.errors import EcdcalcError, InputError

HERE = Path(__file__).parent


@pytest.mark.parametrize("name", ["B11-two-columns-one-input", "B11c-two-columns-other-order"])
def test_two_columns_for_one_input_are_refused(name):
    with pytest.raises(InputError, match=r"energy\.diesel"):
        portfolio(polars.read_csv(HERE / f"{name}.csv"), sector="transport", process="fleet", year=2025)


def test_a_bare_number_is_no_share():
    with pytest.raises(InputError, match=r"50 % \(as a share\) or 0.5 %"):
        load_plant(HERE / "percent-without-sign.toml")


@pytest.mark.parametrize(
    ("given", "unit", "number"),
    [("1 tce", "GJ", 29.3076), ("7000 kcal", "kgce", 1.0), ("1 toe", "GJ", 41.868), ("1e6 scf", "m3", 26_791.1)],
)
def test_units_of_energy_and_gas_convert_as_totals_use_them(given, unit, number):
    assert convert(given, unit).result.value == pytest.approx(number, rel=1e-6)


def test_a_factor_per_standard_cubic_foot_is_of_60_fahrenheit():
    assert FactorTable().get("nox/nx134").base * 1e3 == pytest.approx(1.693, rel=1e-3)  # g/m3 of 0 °C


@pytest.mark.parametrize(
    ("formula", "given", "wanted"),
    [
        (money.net_present_value, {"investment": "100 万元", "yearly_saving": "20 万元/a", "rate": "0 %/a", "life": "10 a",
                                   "period": "1 a"}, 1e6),
        (money.annuity, {"investment": "100 万元", "rate": "0 %/a", "life": "10 a", "period": "1 a"}, 1e5),
        (money.annuity, {"investment": "100 万元", "rate": "1e-12 %/a", "life": "10 a", "period": "1 a"}, 1e5),
        (money.discounted_payback, {"investment": "100 万元", "yearly_saving": "20 万元/a", "rate": "0 %/a",
                                    "period": "1 a"}, 5.0),
        (money.discounted_payback, {"investment": "100 万元", "yearly_saving": "5 万元/a", "rate": "8 %/a",
                                    "period": "1 a"}, None),
        (money.simple_payback, {"investment": "100 万元", "yearly_saving": "0 万元/a"}, None),
        (money.simple_payback, {"investment": "100 万元", "yearly_saving": "-5 万元/a"}, None),
        (motor_classes.ie4_efficiency, {"rated_power": "500 kW"}, None),
        (heat.log_mean_difference, {"hot_in": "100 °C", "hot_out": "60 °C", "cold_in": "20 °C", "cold_out": "60 °C"}, 40.0),
        (heat.log_mean_difference, {"hot_in": "100 °C", "hot_out": "60 °C", "cold_in": "70 °C", "cold_out": "90 °C"}, None),
        (turbines.supply_coal_rate, {"generation_coal_rate": "300 gce/kWh", "house_load": "100 %"}, None),
    ],
)  # fmt: skip
def test_a_formula_gives_a_value_at_its_edge_or_an_error_of_the_house(formula, given, wanted):
    if wanted is None:
        with pytest.raises(EcdcalcError):
            formula.of(**given)
    else:
        assert formula.of(**given).value == pytest.approx(wanted, rel=1e-9)


def test_a_bare_pipe_in_wind_loses_by_forced_convection_and_radiation():
    tonnes = assess(load_plant(HERE / "bare-pipe-in-wind.toml")).processes[0].baseline["energy"].value / 1000
    watts = tonnes * 29.3076e9 / (8640 * 3600)
    assert watts == pytest.approx(280, rel=0.02)  # Churchill and Bernstein, and radiation


def test_media_of_gb_t_2589_are_carriers():
    result = assess(load_plant(HERE / "x3-medium.toml"))
    # GB/T 2589-2020 Table B.1: oxygen 0.4000 kgce/m3, fresh water 0.2571 kgce/t; 1 GWh × 0.1229 kgce/kWh
    media = 0.4 * 100_000 + 0.2571 * 5000
    lines = result.plant.on("primary").cases[0].baseline.carriers
    assert lines["oxygen"].coal + lines["fresh-water"].coal == pytest.approx(media)
    assert result.processes[0].baseline["energy"].value == pytest.approx(122_900)  # they took electricity elsewhere


def test_buses_by_litres_are_buses_by_tonnes(tmp_path):
    text = (HERE / "A15-electric-buses.toml").read_text(encoding="utf-8")
    tonnes = assess(load_plant(HERE / "A15-electric-buses.toml")).saved["energy"]
    path = tmp_path / "plant.toml"
    path.write_text(text.replace('diesel = "214620 t"', 'diesel = { value = "255.5e6 L", density = "0.84 kg/L" }'),
        encoding="utf-8",
    )  # fmt: skip
    assert assess(load_plant(path)).saved["energy"] == pytest.approx(tonnes, rel=1e-9)


def test_a_new_device_that_takes_two_fifths_of_a_load_leaves_the_rest_to_the_old_one():
    result = assess(load_plant(HERE / "B25-partial-heat.toml"))
    # 20 GJ over 45 % in coal are 1.5165 tce, by a heat pump of 2.6 they are 2136.8 kWh of 0.1229 kgce/kWh, 0.2626 tce
    assert result.saved["energy"] / 1000 == pytest.approx(20 / 0.45 / 29.3076 - 20 / 2.6 / 3.6e-3 * 0.1229e-3, rel=1e-4)
    assert result["heating[1]"].saved["energy"] == 0


def _covered(**more):
    document = tomllib.loads((HERE / "B25-partial-heat.toml").read_text(encoding="utf-8"))
    first = {key: value for key, value in document["heating"][0].items() if key not in ("name", "demand")}
    return {**document, "heating": [{**first, "demand": "50 GJ", **more}]}


def test_a_part_of_a_load_needs_no_splitting_by_hand():
    split, covered = assess(load_plant(HERE / "B25-partial-heat.toml")), assess(_covered(covers="40 %"))
    for name in ("energy", "electricity", "co2", "so2", "pm"):
        assert covered.saved[name] == pytest.approx(split.saved[name], rel=1e-9)
    assert covered["heating-rest[0]"].saved["energy"] == 0
    assert covered["heating[0]"].saved["energy"] == pytest.approx(split["heating[0]"].saved["energy"])
    assert assess(_covered(covers="100 %")).saved["energy"] == pytest.approx(2.5 * split.saved["energy"])


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"covers": "0.4"}, r"covers: 0.4 has no sign"),
        ({"covers": "140 %"}, r"covers: 140 % must be <= 100 %"),
        ({"covers": "0 %"}, r"covers: 0 % must be > 0 %"),
        ({"covers": "40 %", "new": True}, r"covers: a new process is covered whole"),
    ],
)
def test_a_part_that_is_none_is_refused(more, said):
    with pytest.raises(InputError, match=said):
        assess(_covered(**more))


@pytest.mark.parametrize("name", ["covers [%]", "改造覆盖比例 [%]"])
def test_a_row_has_no_part(name):
    frame = polars.DataFrame({"demand [GJ]": [50.0], name: [40.0]})
    with pytest.raises(InputError, match="give the part that changes and the rest as two rows"):
        portfolio(frame, sector="buildings", process="heating", year=2020)


def test_what_a_stack_check_is_for_stands_in_its_report():
    text = render(assess(load_plant(HERE / "n04-reference-oxygen.toml")), "table", "en")
    assert "216 mg/m3" in text  # 180 × (21 − 9) / (21 − 11)


def test_units_that_plates_carry_are_read():
    with pytest.raises(InputError) as caught:
        load_plant(HERE / "tr.toml")
    said = {each.place: each.say("en") for each in caught.value.problems}
    assert not any("unknown unit" in each for each in said.values())
    assert not {place for place in said if place.startswith(("transformer", "compressed-air", "fan[1]"))}


def test_a_province_is_read_by_its_chinese_name(tmp_path):
    assert load_plant(HERE / "province-unknown.toml").context.province == "jiangsu"
    path = tmp_path / "plant.toml"
    text = (HERE / "province-unknown.toml").read_text(encoding="utf-8")
    path.write_text(text.replace('province = "江苏"', 'province = "jiangsuu"'), encoding="utf-8")
    with pytest.raises(InputError, match="province: no grid factor of 'jiangsuu'; did you mean jiangsu") as caught:
        load_plant(path)
    assert "是否指 江苏（jiangsu）？可用：安徽（anhui）、北京（beijing）" in caught.value.say("zh")


def test_a_measured_power_of_dry_quenching_is_credited_as_measured():
    saved = assess(load_plant(HERE / "A03b-coking-cdq-measured.toml")).saved
    assert saved["electricity"] / 3.6e6 == pytest.approx(230e6)


def run(tmp_path, name, **words):
    out = tmp_path / "out.csv"
    options = {"sector": "coking", "process": "battery", "year": 2025, "grid_year": 2023}
    done = run_batch(Batch(str(HERE / name), out, tmp_path / "rejects.csv", options, **words))
    return done, polars.read_csv(out)


def test_full_width_digits_are_read_in_tables(tmp_path):
    run(tmp_path, "fullwidth-digit.csv")
    aside = polars.read_csv(tmp_path / "rejects.csv")  # the rows give no coal, so the coke cannot come of anything
    assert aside["reject_column"].to_list() == ["energy_given"] * 2
    assert [float(each.removesuffix(" tce")) for each in aside["reject_value"]] == pytest.approx([116_568, 116.568])
    assert not [*tmp_path.glob(".out*.parts")]


def test_a_row_of_units_is_read_in_a_workbook(tmp_path):
    done, out = run(tmp_path, "units-row.xlsx", units_row=True)
    assert done.aside == 0 and out.height == done.rows >= 1


def test_the_separator_of_a_table_is_named(tmp_path):
    options = {"sector": "transport", "process": "fleet", "year": 2025}
    with pytest.raises(InputError, match=";"):
        run_batch(Batch(str(HERE / "B10-semicolons.csv"), tmp_path / "o.csv", tmp_path / "r.csv", options))


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("1 234 t", "parted by commas or not at all: 1,234 or 1234"),
        ("1'234 t", "parted by commas or not at all: 1,234 or 1234"),
        ("1_000 t", "parted by commas or not at all: 1,234 or 1234"),
        ("1.234,5 t", "the decimal sign is a point, and commas part thousands"),
        ("12,34 t", "the decimal sign is a point (12.34)"),
        ("≈5 t", "leave out the sign for about"),
        ("5 t/a", "accepted is t"),
        ("-5 t", "diesel can only enter this process"),
    ],
)
def test_slips_of_numbers_are_named(tmp_path, written, hint):
    path = tmp_path / "plant.toml"
    text = (HERE / "A15-electric-buses.toml").read_text(encoding="utf-8").replace("214620 t", written)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_plant(path)
    assert [hint in each.say("en") for each in caught.value.problems] == [True]
