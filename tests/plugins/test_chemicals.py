import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plain import floats

from ecdcalc.assessment.plant import assess
from ecdcalc.model.sector import sector
from ecdcalc.plugins.chemicals.phosphorus import ore_electricity
from ecdcalc.plugins.chemicals.products import BY_FEEDSTOCK, PLAIN
from ecdcalc.read.plant import read_plant
from ecdcalc.reference.editions import editions_of
from ecdcalc.reference.limits import LimitTable
from ecdcalc.testing import check_sector, prove_formula
from ecdcalc.words.errors import InputError

EXAMPLE = Path(__file__).parents[2] / "examples" / "chemicals.toml"


def plant(**tables):
    return read_plant({"year": 2025, **tables}, asked="chemicals")


def only(**tables):
    (process,) = assess(plant(**tables)).processes
    return process


def ammonia(**more):
    return {"product": "10 万t", "feedstock": "natural-gas", "energy": {"standard-coal": "110000 tce"}, **more}


def methanol(coal):
    return {"product": "10 万t", "feedstock": "coke-oven-gas", "energy": {"standard-coal": coal}}


def chlor_alkali(**more):
    energy = {"electricity": "2.4 亿kWh"}
    return {"product": "10 万t", "form": "liquor-30", "cell_voltage": "3.0 V", "energy": energy, **more}


def test_chemicals_keeps_the_contract():
    check_sector(sector("chemicals"))


def test_the_ore_correction_knows_its_unit():
    assert not prove_formula(ore_electricity, p2o5=(15, 35), fe2o3=(0, 5), co2=(0, 10))
    assert ore_electricity.of(p2o5="24 %", fe2o3="0 %", co2="0 %").value == pytest.approx(0, abs=1)
    with pytest.raises(InputError, match=r"p2o5: 8 % is outside .*: > 8 %"):
        ore_electricity.of(p2o5="8 %", fe2o3="1 %", co2="0 %")


def test_the_example_saves_and_leaves_nothing_open_that_a_plant_knows():
    result = assess(read_plant(tomllib.loads(EXAMPLE.read_text(encoding="utf-8")), asked="chemicals"))
    document = result.to_dict()
    assert not [each for each in document["not_computed"] if "not given" in each["reason"]]
    assert document["totals"]["energy_saved"]["value"] > 0
    assert {gap["target"].lower() for gap in document["gaps"] if gap["status"] != "not-evaluated"} >= {
        "t032",
        "t034",
        "t036",
        "t038",
        "t039",
    }


def test_every_energy_limit_of_the_sector_is_reached_by_some_process():
    reached = {
        id
        for cls in sector("chemicals").processes
        for grading in getattr(cls, "gradings", ())
        for _, id in grading.product.choices
    }
    reached |= {each.id for id in reached for each in editions_of(LimitTable(), id)}
    kept_out = {
        "gb29141-2024.isp-so2-enrichment",  # a step of a smelter, in kgce per tonne of SO2
        "gb21257-2007.naoh.45",  # the edition of 2014 between it and today's has no row for it here
    }
    assert {each.id for each in LimitTable() if each.sector == "chemicals" and not each.last_day} - kept_out <= reached
    assert not set(PLAIN) & set(BY_FEEDSTOCK)


@pytest.mark.parametrize(
    ("tables", "place"),
    [
        ({"ammonia": [ammonia(feedstock="peat")]}, "ammonia[0].feedstock"),
        ({"ammonia": [ammonia(product="0 t")]}, "ammonia[0].product"),
        ({"ammonia": [ammonia(burning={"sulphur": "60 %"})]}, "ammonia[0].burning.sulphur"),
        ({"chemical": [{"product": "1 t", "kind": "soap"}]}, "chemical[0].kind"),
        (
            {"vapour-site": [{"leaks": {"hours": "9000 h"}}]},
            "vapour-site[0].leaks.hours",
        ),
        (
            {"vapour-site": [{"leaks": {"hours": "8000 h", "leaking": "3 item", "repaired": "4 item"}}]},
            "vapour-site[0].points_repaired",
        ),
        (
            {"ammonia": [ammonia(measure=[{"use": "oxygen-enriched-gasification"}])]},
            "ammonia[0].measure[0].saving",
        ),
        (
            {"ammonia": [ammonia(measure=[{"use": "leak-detection-and-repair", "repaired": "1 item"}])]},
            "ammonia[0].measure[0].use",
        ),
    ],
)
def test_mistakes_are_told_with_their_place(tables, place):
    with pytest.raises(InputError) as caught:
        plant(**tables)
    assert place in [each.place for each in caught.value.problems]


@pytest.mark.parametrize(
    ("tables", "place", "numbers"),
    [
        # 3.0 V x 96 485.332 / 39.997 g/mol = 2010.26 kWh/t
        (
            {"caustic-soda": [chlor_alkali(direct_electricity="1.9 亿kWh")]},
            "caustic-soda[0].cell_electricity",
            ("1900 kWh/t", "2010.26 kWh/t"),
        ),
        # 100 000 t x 0.6347; 10 000 t x 26.4/29.3076
        (
            {"ammonia": [ammonia(energy={"anthracite": {"value": "1 万t", "lhv": "26.4 MJ/kg"}})]},
            "ammonia[0].product_energy",
            ("63470 tce", "9007.9 tce"),
        ),
        ({"methanol": [methanol("60000 tce")]}, "methanol[0].product_energy", ("67940 tce", "60000 tce")),
        # 120 000 t x 26.4 x 0.02749 x 44/12 = 319 324 t
        (
            {"ammonia": [ammonia(energy={"anthracite": {"value": "12 万t", "lhv": "26.4 MJ/kg"}}, carbon_out="9 万t")]},
            "ammonia[0].carbon_leaving",
            ("330000 t", "319324 t"),
        ),
    ],
)
def test_what_cannot_be_true_is_refused_with_both_numbers(tables, place, numbers):
    with pytest.raises(InputError) as caught:
        plant(**tables)
    (problem,) = caught.value.problems
    assert problem.place == place
    assert all(each in problem.say("en") and each in problem.say("zh") for each in numbers)


def test_a_measure_does_not_save_more_than_the_product_holds():
    measures = [{"use": "ammonia-best-available-technology", "carrier": "standard-coal", "saving": "45 %"}]
    with pytest.raises(InputError, match=r"measure\[0\].product_energy"):
        plant(ammonia=[ammonia(measure=measures)])


def test_zero_gap_cells_take_less_voltage():
    line = chlor_alkali(direct_electricity="2.2 亿kWh", measure=[{"use": "zero-gap-membrane-chlor-alkali-cells"}])
    process = only(**{"caustic-soda": [line]})
    assert process.reporting["cell_electricity"].value == pytest.approx(2073 * 3.6e3)  # J/kg: 127 kWh/t less
    assert process.reporting["faraday_minimum"].value / process.baseline["faraday_minimum"].value == pytest.approx(
        2073 / 2200
    )


@pytest.mark.parametrize(("source", "tonnes"), [("t-cses", 750), ("handbook-2021", 270)])
def test_the_fluidised_bed_conflict_is_decided_visibly(source, tonnes):
    burning = {"furnace": "fluidised-bed", "coal": "10 万t", "cfb_nox": source}
    process = only(ammonia=[ammonia(burning=burning, nox={"removal": "0 %"})])
    assert process.reporting["nox"].value == pytest.approx(tonnes * 1000)


def test_a_methanol_plant_below_the_advanced_value_need_not_be_retrofitted():
    line = {"product": "1 万t", "feedstock": "coke-oven-gas", "energy": {"standard-coal": "12700 tce"}}
    result = assess(plant(plan="yuncheng-14fyp", methanol=[line]))
    status = {gap.target.id: gap.status for gap in result.gaps}
    assert status["t036"] == status["t038"] == "not-evaluated"


def test_a_users_own_limit_moves_the_advanced_value():
    from attrs import evolve

    table = LimitTable()
    row = table.get("gb29436-2023.methanol.cog")
    own = LimitTable({row.id: evolve(row, levels=(1250.0, 1400.0, 1500.0), own=True)})
    line = {"product": "1 万t", "feedstock": "coke-oven-gas", "energy": {"standard-coal": "12700 tce"}}
    made = read_plant({"year": 2025, "methanol": [line]}, asked="chemicals", limits=own)
    (process,) = assess(made).processes
    assert process.baseline["over_advanced"].value == pytest.approx(0.020)


def test_vapours_counted_in_the_site_are_not_counted_again():
    line = ammonia(voc_method="site-sources")
    assert only(ammonia=[line]).reporting["voc"].value == 0


def test_each_source_of_a_site_counts_by_its_own_factor():
    """T/CSES 144-2024: table E.5, equations 15, 20, 21, 22 and table E.6; nothing is led to a device."""

    def voc(**sources):
        site = {"energy": {"electricity": "0 kWh"}, "voc": {"capture": "0 %", "destruction": "0 %"}, **sources}
        return only(**{"vapour-site": [site]}).reporting["voc"].value

    assert voc(leaks={"hours": "8000 h", "compressors": "1 item"}) == pytest.approx(0.228 * 8000)
    assert voc(leaks={"hours": "8000 h", "leaking": "5 item", "repaired": "2 item"}) == pytest.approx(0.275 * 3 * 8000)
    assert voc(loading={"volume": "0.5 m3", "liquid": "gasoline"}) == pytest.approx(1.624 * 0.5)
    assert voc(tanks={"throughput": "0.5 kg", "working_loss": "3 kg/t"}) == pytest.approx(0.5 * 0.003)
    assert voc(tanks={"count": "1 item", "standing_loss": "40 kg/item"}) == pytest.approx(40)
    assert voc(water={"open_water": "200 m3", "covered_water": "300 m3"}) == pytest.approx(200 * 0.6 + 300 * 0.42)
    assert voc(water={"treated_water": "400 m3", "cooling_water": "500 m3"}) == pytest.approx(2 + 0.62)
    assert voc(flare_gas="7 t") == pytest.approx(7000 * 0.2)  # no leak, and nothing loaded, takes part in it


def test_working_loss_of_tanks_has_no_published_value():
    site = {"tanks": {"throughput": "10 t"}, "voc": {"capture": "0 %", "destruction": "0 %"}}
    process = only(**{"vapour-site": [{**site, "energy": {"electricity": "0 kWh"}}]})
    assert "tanks.working_loss" in process.reporting["voc"].value.names


@given(st.integers(0, 260), st.integers(0, 260), floats(1, 8000))
def test_repairs_save_in_proportion_and_add_up(first, second, hours):
    def saved(*repairs):
        measures = [{"use": "leak-detection-and-repair", "repaired": f"{each} item"} for each in repairs]
        site = {
            "leaks": {"hours": f"{hours} h", "leaking": "520 item"},
            "voc": {"capture": "0 %", "destruction": "0 %"},
            "measure": measures,
        }
        return only(**{"vapour-site": [site]}).saved["voc"]

    assert saved(first + second) == pytest.approx(saved(first) + saved(second), abs=1e-9)
    assert saved(0) == 0


@given(st.floats(1e-6, 50_000), st.floats(1e-6, 50_000))
def test_carbon_that_leaves_is_not_emitted(less, more):
    def co2(tonnes):
        energy = {"anthracite": {"value": "12 万t", "lhv": "26.4 MJ/kg"}}
        return only(ammonia=[ammonia(energy=energy, carbon_out=f"{tonnes} t")]).reporting["co2"].value

    assert co2(less) - co2(more) == pytest.approx((more - less) * 1000 * 44 / 12, rel=1e-6, abs=1e-3)
