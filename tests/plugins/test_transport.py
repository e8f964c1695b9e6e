from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecdcalc.assessment.plant import assess
from ecdcalc.assessment.tables.portfolio import portfolio
from ecdcalc.model.sector import sector
from ecdcalc.numbers.ops import Missing
from ecdcalc.plugins.transport.road import parked_evaporation
from ecdcalc.plugins.transport.selection import WORDS, base_factors, deterioration, multipliers
from ecdcalc.read import load_plant, read_plant
from ecdcalc.reference.factors import FactorTable, factor_set
from ecdcalc.testing import check_sector, prove_formula
from ecdcalc.words.errors import InputError

EXAMPLE = Path(__file__).parents[2] / "examples" / "transport.toml"
TRUCK = {"vehicle": "heavy-truck", "fuel": "diesel", "stage": "china-3", "vehicles": "10 vehicle"}
BURNT = {"diesel": "300 t", "electricity": "0 kWh"}
YEARS = {"electricity_year": 2024, "province": "shanxi", "grid_year": 2023}


def plant(year=2025, **tables):
    return read_plant({"year": year, **YEARS, **tables}, asked="transport")


def result(**fleet):
    return assess(plant(fleet=[{**TRUCK, **fleet}])).processes[0]


def problems(**tables):
    with pytest.raises(InputError) as caught:
        plant(**tables)
    return [(each.place, each.key) for each in caught.value.problems]


def test_transport_keeps_the_contract():
    check_sector(sector("transport"))


def test_parked_evaporation_is_proved():
    assert prove_formula(parked_evaporation) == []


@pytest.mark.parametrize("basis", ["calorific", "primary"])
def test_the_example_meets_the_targets_of_transport(basis):
    example = assess(load_plant(str(EXAMPLE)), basis=basis)
    assert not isinstance(example.saved["energy"], Missing)
    assert {each.target.id for each in example.gaps if each.status == "met"} == {f"t05{number}" for number in range(7)}


def test_every_row_of_the_guide_is_reached_once():
    wanted = {
        each.id
        for each in factor_set("vehicle").values()
        if each.condition.startswith("base_exhaust") and each.pollutant in ("NOx", "HC", "PM2.5")
    }
    cases = [case for pollutant in ("NOx", "HC", "PM2.5") for case in base_factors(pollutant)]
    assert {id for _, id in cases} == wanted
    assert len({tuple(each.text for each in conditions) for conditions, _ in base_factors("NOx")}) == len(
        base_factors("NOx")
    )


@pytest.mark.parametrize("pollutant", ["NOx", "HC", "PM2.5"])
@pytest.mark.parametrize("correction", [*WORDS, "warm_humidity"])
def test_every_multiplier_is_for_other_vehicles(correction, pollutant):
    table, inputs = FactorTable(), {"warm_humidity": {"humidity", "temperature"}}.get(correction, {correction})
    cases = multipliers(correction, pollutant)
    assert len({tuple(each.text for each in conditions) for conditions, _ in cases}) == len(cases)
    for conditions, id in cases:
        row = table.get(id)
        assert row.condition.startswith("correction_")
        assert {each.name for each in conditions} <= {*inputs, "fuel", "stage", "vehicle"}


@pytest.mark.parametrize("pollutant", ["NOx", "HC"])
@pytest.mark.parametrize("year", range(2015, 2019))
def test_every_gasoline_vehicle_wears_by_one_row(pollutant, year):
    cases = deterioration(pollutant, year)
    keys = {tuple(each.text for each in conditions) for conditions, _ in cases}
    worn = {conditions[0].value for conditions, _ in cases}
    assert len(keys) == len(cases) == 6 * len(worn)
    based = [[each.value for each in conditions] for conditions, _ in base_factors(pollutant)]
    assert worn >= {vehicle for vehicle, fuel, _ in based[1:] if fuel == "gasoline"}


@pytest.mark.parametrize(("year", "wear"), [(2014, 1), (2015, 1.17), (2018, 1.60), (2025, 1.60)])
def test_wear_starts_in_2015_and_stays_at_the_last_printed_year(year, wear):
    cars = {"vehicle": "passenger-car", "fuel": "gasoline", "stage": "china-3", "vehicles": "1 vehicle"}
    found = assess(plant(year=year, fleet=[cars])).processes[0].reporting["nox_per_km"].value
    assert found == pytest.approx(0.1e-6 * 0.95 * wear)


def test_diesel_does_not_wear_by_the_guide():
    assert isinstance(result().case.baseline.nox_deterioration, Missing)


def test_another_class_of_speed_asks_for_the_mean_speed_of_evaporation():
    cars = {"vehicle": "passenger-car", "fuel": "gasoline", "stage": "china-5", "vehicles": "1 vehicle"}
    slow = {**cars, "speed": "below-20"}
    assert result(**slow).reporting["voc"].value.names == {"mean_speed"}
    assert result(**slow, mean_speed="15 km/h").reporting["voc"].value > result(**cars).reporting["voc"].value
    assert result(speed="below-20").reporting["voc"].value > 0  # diesel does not evaporate


def test_chinese_stages_of_machinery_are_an_interpretation_and_say_so():
    machines = {"machine": "construction", "stage": "china-4", "machines": "1 item", "energy": {"diesel": "1 t"}}
    document = assess(plant(machinery=[machines])).to_dict()
    source = next(each for each in document["sources"] if each["id"] == "nonroad-china/construction-china-4-nox")
    assert (source["confidence"], source["label"]) == ("C", "construction machinery, china-4 (read as EU Stage IIIB)")
    assert document["processes"][0]["confidence"]["NOx"] == "C"


@pytest.mark.parametrize(
    ("machine", "stage", "nox", "voc"),
    [
        ("construction", "pre-china-1", 43.552, 5.851),
        ("construction", "china-1", 31.077, 1.725),
        ("agriculture", "china-1", 30.799, 1.544),
        ("agriculture", "china-2", 20.612, 1.181),
        ("agriculture", "china-3", 12.921, 1.173),
        ("agriculture", "china-4", 9.318, 0.544),
    ],
)
def test_machinery_takes_the_factors_of_its_kind_and_stage(machine, stage, nox, voc):
    machines = {"machine": machine, "stage": stage, "machines": "7 item", "energy": {"diesel": "3 t"}}
    found = assess(plant(machinery=[machines])).processes[0].reporting
    assert found["nox"].value == pytest.approx(3 * nox) and found["voc"].value == pytest.approx(3 * voc)


@pytest.mark.parametrize(
    ("load", "nox", "pm"),
    [("empty", 0.83, 0.9), ("base", 1, 1), ("load-60", 1.09, 1.05), ("load-75", 1.21, 1.13), ("full", 1.43, 1.26)],
)
@pytest.mark.parametrize("vehicle", ["light-truck", "medium-truck", "heavy-truck", "low-speed-truck"])
def test_load_counts_for_diesel_trucks(vehicle, load, nox, pm):
    base, found = (result(vehicle=vehicle, stage="china-2", load=each).reporting for each in ("base", load))
    assert found["nox_per_km"].value / base["nox_per_km"].value == pytest.approx(nox)
    assert found["pm_per_km"].value / base["pm_per_km"].value == pytest.approx(pm)


def test_load_does_not_count_for_what_is_no_truck():
    assert {conditions[2].value for conditions, _ in multipliers("load", "NOx")} == {
        "light-truck", "medium-truck", "heavy-truck", "low-speed-truck"
    }  # fmt: skip


def test_the_corrected_misprint_is_taken():
    gas = result(vehicle="city-bus", fuel="gas", stage="china-4", sulphur="base").reporting
    assert gas["nox_per_km"].value == pytest.approx(6.524e-6)


def test_measured_factors_win_and_are_not_corrected():
    assert result(nox_measured="3 g/km", load="full").reporting["nox_per_km"].value == pytest.approx(3e-6)


def test_how_each_pollutant_was_found_is_told():
    fleet = {**TRUCK, "energy": BURNT, "nox_measured": "3 g/km"}
    document = assess(plant(fleet=[fleet])).to_dict()["processes"][0]
    assert document["methods"] == {"NOx": "monitoring", "VOC": "factor", "PM": "factor"}


def test_motorcycles_at_altitude_take_their_own_multiplier():
    cycle = {"vehicle": "motorcycle", "fuel": "gasoline", "sulphur": "base"}
    low, high = (result(**cycle, altitude=each).reporting["hc_per_km"].value for each in ("base", "above-1500"))
    assert high / low == pytest.approx(2.26)


def test_china_6_has_no_published_hc():
    changed = result(reporting={"stage": "china-6"})
    assert changed.reporting["nox"].value > 0
    assert changed.reporting["voc"].value.names


def test_old_diesel_is_replaced_by_china_6():
    scrap = {"use": "tr-scrap-old", "hc": "0.03 g/km", "pm": "0.006 g/km"}
    changed = result(energy=BURNT, nox_measured="9 g/km", measure=[scrap])
    assert changed.reporting["nox_per_km"].value == pytest.approx(0.7e-6)
    assert changed.saved["voc"] > 0
    newer = {**TRUCK, "stage": "china-5", "energy": BURNT, "measure": [scrap]}
    assert problems(fleet=[newer]) == [("fleet[0].measure[0].use", "measure-not-applicable")]


def test_an_electric_truck_costs_energy_on_the_primary_basis():
    file = plant(fleet=[{**TRUCK, "energy": BURNT, "measure": [{"use": "tr-etruck"}]}])
    assert assess(file, basis="calorific").saved["energy"] > 0
    assert assess(file, basis="primary").saved["energy"] < 0


def test_more_freight_moved_than_goes_by_road_is_refused():
    freight = {name: TRUCK[name] for name in ("vehicle", "fuel", "stage")} | {"payload": "20 t", "energy": BURNT}
    shift = {"use": "tr-modal-shift", "shifted": "3 万t·km"}
    loads = {"turnover": "5 万t·km", "road_turnover": "2 万t·km", "measure": [shift]}
    assert problems(freight=[freight | loads]) == [("freight[0].measure[0].energy.diesel", "measure-saves-too-much")]


@pytest.mark.parametrize(("fuel", "carrier"), [("electricity", "diesel"), ("diesel", "gasoline"), ("gas", "diesel")])
def test_fuel_that_these_vehicles_do_not_burn_is_refused(fuel, carrier):
    fleet = {**TRUCK, "fuel": fuel, "energy": {carrier: "10 t"}}
    assert problems(fleet=[fleet]) == [("fleet[0].other_fuel", "transport-other-fuel")]


def test_parts_above_the_whole_are_refused():
    renewal = {"kind": "taxi", "renewed": "10 vehicle", "new_energy": "11 vehicle"}
    assert problems(renewal=[renewal]) == [("renewal[0].new_energy", "part-above-whole")]
    sold = {"sold": "10 vehicle", "new_energy": "11 vehicle"}
    assert problems(registrations=[sold]) == [("registrations[0].new_energy", "part-above-whole")]


def test_a_shift_without_an_electricity_line_says_so():
    freight = {
        **{name: TRUCK[name] for name in ("vehicle", "fuel", "stage")},
        "turnover": "1 亿t·km",
        "road_turnover": "1 亿t·km",
        "payload": "20 t",
        "energy": {"diesel": "2000 t"},
        "measure": [{"use": "tr-modal-shift", "shifted": "1000 万t·km"}],
    }
    assert problems(freight=[freight]) == [("freight[0].measure[0]", "carrier-missing")]


def test_a_table_of_fleets_takes_the_same_rows_and_words():
    polars = pytest.importorskip("polars")
    frame = polars.DataFrame(
        {
            "vehicle": ["heavy-truck", "passenger-car", "city-bus"],
            "fuel": ["diesel", "gasoline", "electricity"],
            "stage": ["china-3", "china-5", None],
            "vehicles [vehicle]": [100.0, 1000.0, 10.0],
        }
    )
    table = portfolio(frame, sector="transport", process="fleet", year=2025).results
    assert table["baseline.NOx [t]"].to_list() == pytest.approx([55.33965, 18 * 0.017 * 0.95 * 1.33, 0])
    assert table["baseline.VOC [t]"].to_list() == pytest.approx([1.836, 8.2843624, 0])


def test_a_row_that_moves_more_than_goes_by_road_is_set_aside():
    polars = pytest.importorskip("polars")
    words = {name: [TRUCK[name]] * 2 for name in ("vehicle", "fuel", "stage")} | {
        "measure": ["road-to-rail-water-shift"] * 2
    }
    loads = {"turnover [t·km]": [5e4] * 2, "road_turnover [t·km]": [2e4] * 2, "payload [t]": [20.0] * 2}
    burnt = {"energy.diesel [t]": [300.0] * 2, "energy.electricity [kWh]": [0.0] * 2}
    frame = polars.DataFrame(words | loads | burnt | {"measure.shifted [t·km]": [1e4, 3e4]})
    answer = portfolio(frame, sector="transport", process="freight", year=2025)
    assert len(answer.results) == len(answer.rejects) == 1
    assert answer.rejects["reject_column"].to_list() == ["measure.energy.diesel"]
    assert "450 t" in answer.rejects["reason"][0]


@given(st.floats(0.1, 1e5))
def test_emission_is_proportional_to_vehicles(count):
    one, many = (result(vehicles=f"{number!r} vehicle").reporting["nox"].value for number in (1.0, count))
    assert many == pytest.approx(count * one, rel=1e-12)


@given(st.sampled_from(["china-3", "china-4", "china-5"]))
def test_no_change_saves_nothing(stage):
    saved = result(stage=stage, energy=BURNT).saved
    assert [saved[name] for name in ("energy", "nox", "voc", "pm")] == [0, 0, 0, 0]
