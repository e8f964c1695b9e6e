import random
import subprocess
import sys
import tomllib
from pathlib import Path
from types import SimpleNamespace

import attrs
import jsonschema
import pytest
from hypothesis import given, settings
from plain import floats

from ecdcalc.assessment.plant import assess
from ecdcalc.equations import properties
from ecdcalc.model.process import changed
from ecdcalc.model.sector import sector, tables
from ecdcalc.numbers.ops import is_missing
from ecdcalc.read import read_plant
from ecdcalc.read.plans import load_plan
from ecdcalc.reference.plan import Target
from ecdcalc.report.schema import plant_schema
from ecdcalc.report.template import commented
from ecdcalc.testing import check_sector, probe
from ecdcalc.words.errors import InputError

SOURCES = {"emission-source", "carbon-source", "water-source", "gas-release"}
"""What is no equipment: sources by a published coefficient, which the golden cases hold."""
EXAMPLE = Path(__file__).parents[2] / "examples" / "equipment.toml"

PUMP = {
    "hours": "8000 h", "flow": "700 m3/h", "head": "48 m", "pump_efficiency": "74 %", "drive_efficiency": "93 %",
    "design_flow": "1000 m3/h", "design_head": "40 m", "static_head": "12 m",
}  # fmt: skip
BOILER = {
    "fuel": "bituminous-coal", "furnace": "fluidised-bed", "steam": "10 万t", "steam_pressure": "1 MPa",
    "feedwater_temperature": "60 °C", "energy": {"raw-coal": {"value": "1.5 万t", "lhv": "21 MJ/kg"}},
}  # fmt: skip
AIR = {"hours": "8000 h", "flow": "3600 m3/h", "pressure": "0.85 MPa", "leak_share": "25 %",
       "compressor_efficiency": "68 %"}  # fmt: skip
HEAT_PUMP = {"heat": "1.5 万GJ", "share": "80 %", "cop": 3.4, "hot": "85 °C", "cold": "35 °C"}
WASTE = {"hours": "7000 h", "flow": "90 t/h", "specific_heat": "1.05 kJ/kg/K", "hot": "280 °C", "cooled": "120 °C",
         "heat_share": "0 %", "power_share": "100 %", "cycle_efficiency": "13 %", "cold": "25 °C"}  # fmt: skip
TURBINE = {"mode": "turbine", "hours": "7200 h", "flow": "20 t/h", "inlet_pressure": "3.5 MPa",
           "inlet_temperature": "435 °C", "outlet_pressure": "0.9 MPa"}  # fmt: skip
BATTERY = {
    "coke": "60 万t", "charging": "stamp", "quenching": "wet",
    "energy": {"coking-coal": {"value": "81 万t", "lhv": "28.2 MJ/kg"}, "electricity": "18 GWh"},
}  # fmt: skip


def plant(asked="equipment", **given):
    return read_plant({"year": 2025, **{key.replace("_", "-"): each for key, each in given.items()}}, asked=asked)


def one(**given):
    return assess(plant(**given)).processes[0]


def places(**given):
    with pytest.raises(InputError) as error:
        plant(**given)
    return {(each.place, each.key) for each in error.value.problems}


def test_equipment_keeps_the_contract():
    check_sector(sector("equipment"))


def test_the_example_saves_and_leaves_nothing_open_that_a_plant_knows():
    document = assess(read_plant(tomllib.loads(EXAMPLE.read_text(encoding="utf-8")), asked="equipment")).to_dict()
    assert not [each for each in document["not_computed"] if "not given" in each["reason"]]
    assert document["totals"]["energy_saved"]["value"] > 0
    assert {each["process"] for each in document["processes"]} == {
        each.about.key for each in sector("equipment").processes
    } - SOURCES


@pytest.mark.parametrize(
    ("table", "claim", "place", "key"),
    [
        ("boiler", {**BOILER, "steam": "13 万t"}, "steam_heat", "equipment-steam-above-fuel"),
        ("boiler", {**BOILER, "heat": "32 万GJ"}, "useful_heat", "equipment-heat-above-fuel"),
        ("boiler", {**BOILER, "rated_power": "10 MW", "running_time": "6000 h"}, "delivered", "equipment-above-rating"),
        # no steam is metered: 315 000 GJ of coal at 83 % are more than 10 MW × 6000 h = 216 000 GJ
        ("boiler", {"fuel": "bituminous-coal", "furnace": "grate", "rated_power": "10 MW", "running_time": "6000 h",
                    "oxygen": "9 %", "flue_temperature": "165 °C", "air_temperature": "20 °C",
                    "unburnt_solid_loss": "6 %", "unburnt_gas_loss": "0.2 %", "surface_loss": "1.1 %",
                    "ash_loss": "0.5 %", "energy": {"raw-coal": {"value": "1.5 万t", "lhv": "21 MJ/kg"}}},
         "delivered", "equipment-above-rating"),
        ("heat-pump", {**HEAT_PUMP, "cop": 7.5}, "used_cop", "above-carnot"),
        ("chiller-plant", {"cooling": "1 GWh", "cop": 9.0, "hot": "38 °C", "cold": "4 °C",
                           "chilled_water_pumps": "0 kWh", "cooling_water_pumps": "0 kWh"},
         "used_cop", "above-carnot"),
        ("pump", {**PUMP, "power": "80 kW"}, "useful_power", "equipment-work-above-power"),
        ("pump", {**PUMP, "static_head": "45 m"}, "static_head", "equipment-static-above-design"),
        ("compressed-air", {**AIR, "power": "200 kW"}, "power_in", "equipment-below-isothermal"),
        ("waste-heat", {**WASTE, "cycle_efficiency": "38 %"}, "cycle_efficiency", "equipment-above-exergy"),
        ("waste-heat", {**WASTE, "heat_share": "20 %"}, "used_share", "part-above-whole"),
        ("waste-heat", {**WASTE, "sink": "300 °C"}, "sink", "heat-uphill"),
        ("back-pressure-turbine", {**TURBINE, "power": "3 MW"}, "power_out", "equipment-above-isentropic"),
        ("back-pressure-turbine", {**TURBINE, "power": "1 MW", "rated_power": "750 kW"}, "power_out",
         "equipment-above-plate"),
        ("pv", {"rated_power": "2 MW", "irradiation": "1450 kWh/m2", "area": "9600 m2", "metered": "15 GWh"},
         "generation", "above-sunlight"),
        ("pv", {"rated_power": "2 MW", "metered": "18 GWh"}, "generation", "above-rating"),
        ("heat-pump", {**HEAT_PUMP, "cop": 2, "hot": "35 °C", "cold": "85 °C"}, "cold", "equipment-cold-above-hot"),
        ("waste-heat", {**WASTE, "cold": "130 °C"}, "cold", "equipment-colder-than-surroundings"),
        ("transformer", {"no_load_loss": "1.7 kW", "load_loss": "10.3 kW", "form_factor": 1, "load": "50 %",
                         "energised_time": "4000 h", "loaded_time": "5000 h"},
         "loaded_time", "part-above-whole"),
        ("insulation", {"shape": "flat", "hours": "8000 h", "area": "10 m2", "hot": "5 °C", "ambient": "20 °C",
                        "thickness": "50 mm", "conductivity": "0.04 W/m/K", "surface_coefficient": "10 W/m2/K"},
         "ambient", "heat-uphill"),
        ("motor", {"hours": "6000 h", "rated_power": "100 kW", "load": "75 %", "rated_efficiency": "92 %",
                   "power": "50 kW"}, "shaft_energy", "equipment-work-above-power"),
        ("solar-heat", {"area": "100 m2", "irradiation": "1450 kWh/m2", "metered": "600 GJ"}, "heat",
         "above-sunlight"),
        ("furnace", {"fuel": "natural-gas", "furnace": "burner", "hours": "6000 h", "charge": "6 万t",
                     "specific_heat": "0.68 kJ/kg/K", "charge_in": "20 °C", "charge_out": "1150 °C",
                     "energy": {"natural-gas": {"value": "100 万m3", "lhv": "35.5 MJ/m3"}}},
         "charge_heat", "equipment-heat-above-fuel"),
        ("chp", {"furnace": "burner", "heat": "1 万GJ", "generation": "2 GWh",
                 "energy": {"natural-gas": {"value": "30 万m3", "lhv": "36 MJ/m3"}}},
         "given_out", "equipment-heat-above-fuel"),
    ],
)  # fmt: skip
def test_what_nature_does_not_allow_is_refused_with_the_number(table, claim, place, key):
    assert (f"{table}[0].{place}", key) in places(**{table.replace("-", "_"): [claim]})


def test_a_measure_that_breaks_a_law_is_refused_at_its_place():
    trap = {"hours": "8000 h", "pressure": "0.9 MPa", "makeup_temperature": "20 °C", "orifice": "3 mm",
            "failed_traps": 2, "measure": [{"use": "steam-trap-programme", "repaired": 3}]}  # fmt: skip
    assert ("steam-system[0].measure[0].failed_traps", "equipment-more-repaired") in places(steam_system=[trap])


@pytest.mark.parametrize(
    ("tables", "place"),
    [
        (
            {"motor": [{"hours": "1000 h", "rated_power": "90 kW", "rated_efficiency": "101 %"}]},
            "motor[0].rated_efficiency",
        ),
        ({"boiler": [{**BOILER, "furnace": "stove"}]}, "boiler[0].furnace"),
        ({"boiler": [{**BOILER, "nox": {"removal": "130 %"}}]}, "boiler[0].nox.removal"),
        ({"pump": [{**PUMP, "measure": [{"use": "compressed-air-leak-repair"}]}]}, "pump[0].measure[0].use"),
        ({"fan": [{"hours": "1 h", "flow": "1 m3/h"}]}, "fan[0].control"),
    ],
)
def test_bad_input_is_named_with_its_place(tables, place):
    assert place in {found for found, _ in places(**tables)}


def test_a_valve_shows_the_temperature_after_it():
    # ORNL MEASUR (PRV.unit.cpp): 4.8794 MPa, 691.5 K throttled to 4.0823 MPa gives 686.00878 K
    valve = {"mode": "let-down", "hours": "1000 h", "flow": "20 t/h", "inlet_pressure": "4.8794 MPa",
             "inlet_temperature": "418.35 °C", "outlet_pressure": "4.0823 MPa"}  # fmt: skip
    case = one(back_pressure_turbine=[valve]).case
    assert case.reporting.throttled_temperature == pytest.approx(686.00878, rel=1e-5)
    hotter = {**valve, "outlet_temperature": "415 °C"}
    assert ("back-pressure-turbine[0].outlet_temperature", "heat-uphill") in places(back_pressure_turbine=[hotter])


def test_measured_power_of_a_turbine_decides_what_it_takes_of_the_steam():
    # 1500 kW measured, 97 and 95 %: 1500/0.9215 × 7200 h × 3600 = 42 192.08 GJ, whatever the enthalpies say
    efficiencies = {"isentropic_efficiency": "72 %", "mechanical_efficiency": "97 %", "generator_efficiency": "95 %"}
    found = one(back_pressure_turbine=[{**TURBINE, "power": "1500 kW", **efficiencies}]).reporting
    assert found["electricity"].value == pytest.approx(-1500e3 * 7200 * 3600)
    assert found["modelled_heat"].value == pytest.approx(42192.0781e9)


def test_what_a_measure_changes_is_not_told_as_assumed():
    motor = {"hours": "6000 h", "rated_power": "90 kW", "load": "80 %", "rated_efficiency": "95 %",
             "measure": [{"use": "motor-speed-control", "speed": "85 %", "drive_efficiency": "96 %"}]}  # fmt: skip
    case = one(motor=[motor]).case
    origin = case.reporting.origins["speed"]
    assert (case.reporting.speed, origin.value) == (0.85, 1.0)


def test_the_fluidised_bed_conflict_is_visible():
    by_inventory = one(boiler=[BOILER]).reporting["nox_generated"].value
    by_handbook = one(boiler=[{**BOILER, "cfb_factor": "handbook"}]).reporting["nox_generated"].value
    assert by_inventory == pytest.approx(7.5e-3 * 1.5e7)
    assert by_handbook == pytest.approx(2.7e-3 * 1.5e7)


def test_properties_follow_the_temperature_that_a_measure_changes():
    result = one(boiler=[{**BOILER, "measure": [{"use": "condensate-return", "feedwater_temperature": "90 °C"}]}])
    before, after = result.baseline, result.reporting
    assert after["steam_heat"].value < before["steam_heat"].value
    assert after["direct_efficiency"].value == pytest.approx(before["direct_efficiency"].value)
    assert result.saved["energy"] > 0


def test_a_property_out_of_range_is_not_given():
    found = one(boiler=[{**BOILER, "steam_state": "superheated", "steam_pressure": "22 MPa", "energy": {
        "raw-coal": {"value": "9 万t", "lhv": "21 MJ/kg"}}}])  # fmt: skip
    assert "steam_temperature" in str(found.reporting["steam_heat"].value)


def test_less_fuel_is_less_flue_gas():
    given = {**BOILER, "oxygen": "9 %", "flue_temperature": "165 °C", "air_temperature": "20 °C",
             "unburnt_solid_loss": "6 %", "nox": {"flow": "1.5e8 m3", "concentration": "200 mg/m3"},
             "measure": [{"use": "boiler-oxygen-trim", "oxygen": "6 %"}]}  # fmt: skip
    result = one(boiler=[given])
    kept = result.reporting["fuel_heat"].value / result.baseline["fuel_heat"].value
    assert result.reporting["nox"].value == pytest.approx(result.baseline["nox"].value * kept * (21 - 9) / (21 - 6))


def test_a_measured_power_moves_as_the_model_does():
    measures = [{"use": "compressed-air-pressure-reduction", "pressure": "0.75 MPa"}]
    modelled, measured = (
        one(compressed_air=[{**AIR, **more, "measure": measures}]) for more in ({}, {"power": "480 kW"})
    )
    shares = [each.saved["electricity"] / each.baseline["electricity"].value for each in (modelled, measured)]
    assert shares[0] == pytest.approx(shares[1])
    assert measured.baseline["power_in"].value == pytest.approx(480e3)


@settings(max_examples=30, deadline=None)
@given(floats(0.3, 1.0))
def test_static_head_saves_less_than_the_cube(share):
    flow = {"flow": f"{1000 * share!r} m3/h", "head": "60 m"}
    needed = [
        one(pump=[{**PUMP, **flow, "static_head": static}]).reporting["needed_head"].value for static in ("0 m", "12 m")
    ]
    assert needed[0] == pytest.approx(40 * share**2)
    assert needed[1] >= needed[0] - 1e-9


@settings(max_examples=20, deadline=None)
@given(floats(0, 300), floats(0, 300))
def test_more_insulation_on_a_wall_never_loses_more(one_thickness, other_thickness):
    thin, thick = sorted((one_thickness, other_thickness))
    wall = {"shape": "flat", "hours": "1 h", "area": "10 m2", "hot": "150 °C", "ambient": "20 °C",
            "conductivity": "0.05 W/m/K", "wind": "1 m/s"}  # fmt: skip
    losses = [one(insulation=[{**wall, "thickness": f"{each!r} mm"}]).reporting["loss"].value for each in (thin, thick)]
    assert losses[1] <= losses[0] * (1 + 1e-12)


# in the plant file of another sector


def test_equipment_stands_in_the_plant_file_of_another_sector():
    pump = {**PUMP, "measure": [{"use": "pump-speed-control", "pump_efficiency": "76 %", "drive_efficiency": "90 %"}]}
    result = assess(plant("coking", battery=[BATTERY], pump=[pump]))
    assert [each.case.place for each in result.processes] == ["battery[0]", "pump[0]"]
    assert result.saved["electricity"] == pytest.approx(490362.5549 * 3.6e6)


def test_a_table_of_the_sector_itself_is_its_own():
    parks = sector("parks")
    own = parks.processes[0].about.key
    assert tables(parks)[own] == (parks.processes[0], parks)
    assert tables(parks)["motor"][1].id == "equipment"


def test_a_mistyped_table_of_equipment_gets_the_nearest_name():
    with pytest.raises(InputError) as error:
        plant("coking", battery=[BATTERY], compresed_air=[AIR])
    assert error.value.problems[0].values["near"] == "compressed-air"


def test_equipment_is_not_loaded_for_a_plant_without_it():
    code = (
        "import sys; from ecdcalc.read import read_plant; "
        f"read_plant({{'year': 2025, 'battery': [{BATTERY!r}]}}, asked='coking'); "
        "sys.exit(any('equipment' in each for each in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_schema_of_every_sector_knows_equipment():
    schema = plant_schema(sector("coking"), "en")
    jsonschema.validate({"year": 2025, "battery": [BATTERY], "pump": [PUMP]}, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"year": 2025, "pump": [{**PUMP, "colour": "red"}]}, schema)


def test_a_template_with_equipment_is_explained():
    coking = attrs.evolve(sector("coking"), template='[[pump]]\nhead = "48 m"\n')
    assert "Head of the pump" in commented(coking, "en")


@pytest.mark.parametrize(("limit", "status"), [("0.2 kWh/m3", "met"), ("0.1 kWh/m3", "open")])
def test_a_target_can_be_about_equipment(limit, status):
    target = Target(
        id="x1", zh="x", en="x", clause="", type="", sector=("coking",), limit=limit, op="<=",
        indicator="pump.unit_electricity",
    )  # fmt: skip
    given = plant("coking", battery=[BATTERY], pump=[PUMP])
    given = attrs.evolve(given, plan=attrs.evolve(load_plan("yuncheng-14fyp"), target=(target,)))
    assert [each.status for each in assess(given).gaps] == [status]


def without_coolprop(monkeypatch):
    """As on a machine where the extra is not installed."""
    for name in ("CoolProp", "CoolProp.CoolProp"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.setattr(properties, "find_spec", lambda name: None)


def test_a_package_that_is_not_installed_changes_no_number(monkeypatch):
    # the indirect balance must not stand in for the direct one: one number, or none and how to get it
    boiler = {
        **BOILER, "oxygen": "9 %", "flue_temperature": "165 °C", "air_temperature": "20 °C", "ash_loss": "0.5 %",
        "unburnt_solid_loss": "6 %", "unburnt_gas_loss": "0.2 %", "surface_loss": "1.1 %",
        "measure": [{"use": "boiler-oxygen-trim", "oxygen": "6 %"}],
    }  # fmt: skip
    assert isinstance(one(boiler=[boiler]).saved["energy"], float)
    without_coolprop(monkeypatch)
    result = assess(plant(boiler=[boiler]))
    assert is_missing(result.processes[0].saved["energy"])
    assert any("ecdcalc[physics]" in each["reason"] for each in result.to_dict("en")["not_computed"])


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize(("installed", "said"), [(False, "ecdcalc[physics]"), (True, "IAPWS-IF97")])
def test_a_boiler_says_why_its_steam_could_not_be_looked_up(monkeypatch, installed, said, lang):
    def refuse(*_):
        raise ValueError("out of range")

    if installed:
        monkeypatch.setattr(properties, "_library", lambda: SimpleNamespace(PropsSI=refuse))
    else:
        without_coolprop(monkeypatch)
    found = assess(read_plant({"sector": "equipment", "year": 2025, "boiler": [BOILER]})).to_dict(lang)
    reasons = {each["what"]: each["reason"] for each in found["not_computed"]}
    assert said in reasons["boiler[0]: useful_heat"]


def test_a_bare_pipe_in_the_wind_loses_by_convection_and_radiation():
    # Churchill and Bernstein 19.7 W/(m2 K) and radiation of ε 0.8 over 122.2 K and 0.0798 m2 a metre: 278 W/m
    pipe = {
        "shape": "pipe", "hours": "8640 h", "length": "1 m", "diameter": "25.399 mm", "hot": "148.889 °C",
        "ambient": "26.667 °C", "thickness": "0 mm", "conductivity": "0.05 W/m/K", "wind": "0.89408 m/s",
        "energy": {"heat": {"value": "0 GJ", "primary_factor": "40 kgce/GJ"}},
    }  # fmt: skip
    assert one(insulation=[pipe]).baseline["loss"].value == pytest.approx(278, rel=2e-3)
    jacketed = one(insulation=[{**pipe, "thickness": "30 mm"}]).baseline["coefficient"].value
    assert jacketed == pytest.approx(1.163 * (10 + 6 * 0.89408**0.5))


def test_a_formula_beyond_its_range_of_validity_is_warned_of():
    fired = {**BOILER, "oxygen": "16 %", "flue_temperature": "165 °C", "air_temperature": "20 °C"}
    warned = assess(plant(boiler=[fired])).to_dict("zh")["warnings"]
    found = [each for each in warned if each["key"] == "warn-validity"]
    assert any("excess_air_ratio" in each["place"] or "flue_gas_loss" in each["place"] for each in found), warned


def test_a_result_of_a_formula_and_what_follows_from_its_arguments_are_warned_of_with_all_that_is_told_of_a_range():
    pump = {"flow": "20 m3/h", "design_flow": "100 m3/h", "head": "60 m", "static_head": "2 m", "design_head": "40 m",
            "shutoff_head": "60 m", "pump_efficiency": "70 %", "drive_efficiency": "90 %", "hours": "8000 h"}  # fmt: skip
    wall = {"furnace": "burner", "fuel": "natural-gas", "charge": "1000 t", "hours": "5000 h", "wall_area": "100 m2",
            "wall_temperature": "20 °C", "ambient": "5 °C", "wall_height": "3 m", "emissivity": "0.8"}  # fmt: skip
    slow, cold = (each for each in assess(plant(pump=[pump], furnace=[wall])).to_dict("zh")["warnings"]
                  if each["key"] == "warn-validity")  # fmt: skip
    assert slow["place"] == "pump[0].speed_ratio_for_flow.result" and slow["text"].startswith("0.268328 超出")
    assert slow["value"]["value"] == pytest.approx(((2 + 58 * 0.2**2) / 60) ** 0.5)
    assert (slow["expected"], slow["source"]) == ({"low": 0.5, "high": 1.2, "unit": "1"}, "gulich-2014")
    assert (cold["place"], cold["value"]) == ("furnace[0].wall_convection.mean", {"value": 12.5, "unit": "°C"})
    assert cold["expected"] == {"low": pytest.approx(20), "high": pytest.approx(100), "unit": "°C"}


RATED = {
    "pump": ('flow = "100 m3/h"\nhead = "40 m"\npump_efficiency = "70 %"\ndrive_efficiency = "90 %"\nhours = "8000 h"',
             'rated_input = "15 kW"', 'rated_input = "22 kW"'),
    "fan": ('flow = "10000 m3/h"\npressure = "1000 Pa"\nfan_efficiency = "70 %"\ndrive_efficiency = "90 %"\n'
            'control = "inlet-vanes"\nhours = "8000 h"', 'rated_input = "4 kW"', 'rated_input = "7.5 kW"'),
    "compressed-air": ('flow = "60 m3/min"\npower = "350 kW"\nleak_share = "20 %"\nhours = "8000 h"',
                       'rated_input = "300 kW"', 'rated_input = "355 kW"'),
    "motor": ('hours = "8000 h"\nrated_efficiency = "95 %"\npower = "100 kW"', 'rated_power = "55 kW"',
              'rated_power = "90 kW"'),
    "transformer": ('no_load_loss = "1.7 kW"\nload_loss = "10.3 kW"\nform_factor = 1.05\nenergised_time = "8760 h"\n'
                    'loaded_time = "8000 h"\npower_factor = 0.95\nthroughput = "418 万kWh"',
                    'rated_capacity = "500 kVA"', 'rated_capacity = "630 kVA"'),
    "heat-pump": ('heat = "10000 GJ"\nshare = "100 %"\ncop = "3"', 'rated_heat = "300 kW"', 'rated_heat = "400 kW"'),
    "chiller-plant": ('cooling = "300 万kWh"\ncop = "5"\nchilled_water_pumps = "1 万kWh"\ncooling_water_pumps = "1 万kWh"',
                      'rated_cooling = "300 kW"', 'rated_cooling = "400 kW"'),
}  # fmt: skip


@pytest.mark.parametrize("machine", RATED)
def test_no_machine_gives_more_than_its_rating(machine):
    given, less, more = RATED[machine]
    text = f'sector = "equipment"\nyear = 2025\n[[{machine}]]\n{given}\n'
    read_plant(tomllib.loads(text + more))
    with pytest.raises(InputError, match="rating"):
        read_plant(tomllib.loads(text + less))


def test_a_round_opening_radiates_by_its_depth():
    text = """
    sector = "equipment"
    year = 2025
    [[furnace]]
    furnace = "burner"
    fuel = "natural-gas"
    hours = "8000 h"
    charge = "1000 t"
    opening_area = "0.1 m2"
    inside = "1200 °C"
    ambient = "20 °C"
    open_share = "100 %"
    opening_width = "0.3 m"
    opening_depth = "0.3 m"
    """
    furnace = read_plant(tomllib.loads(text)).cases[0].baseline
    # Clausing's tube as long as it is wide passes 0.5142 (Clausing 1932, length two radii); 5.670374e-8 × (1473.15⁴ − 293.15⁴) × 0.1
    assert furnace.opening_factor == pytest.approx(0.5142, rel=1e-3)
    assert furnace.opening_power == pytest.approx(0.5142 * 26_663, rel=2e-3)


def test_steam_that_holds_less_than_the_water_deducted_is_refused():
    line = 'energy = { steam = { value = "10 t", enthalpy = "80 kJ/kg", water_enthalpy = "84 kJ/kg" } }'
    text = f'sector = "equipment"\nyear = 2025\n[[motor]]\nhours = "8000 h"\nrated_power = "55 kW"\n{line}'
    with pytest.raises(InputError, match="80 kJ/kg holds less than the water that is deducted, 84 kJ/kg"):
        read_plant(tomllib.loads(text))


@pytest.mark.parametrize("name", ["actual_load", "most_power"])
def test_the_speed_of_a_motor_counts_where_it_is_variable(name):
    cls = sector("equipment").process("motor")
    motor = changed(
        probe(cls, random.Random(1), full=True), speed=0.8, drive_efficiency=0.96, machine="quadratic-torque"
    )
    slower = changed(motor, speed=0.6, drive_efficiency=0.94)
    fixed, variable = (
        [changed(each, control=word) for each in (motor, slower)] for word in ("fixed-speed", "variable-speed")
    )
    assert getattr(fixed[0], name) == getattr(fixed[1], name)
    assert getattr(variable[0], name) != getattr(variable[1], name)


def test_a_generator_makes_no_more_than_its_rating_all_the_year_round():
    chp = {
        "furnace": "burner", "heat": "200000 GJ", "generation": "30 GWh", "rated_power": "3 MW",
        "energy": {"natural-gas": {"value": "1500 万m3", "lhv": "35.5 MJ/m3"}},
    }  # fmt: skip
    with pytest.raises(InputError, match=r"chp\[0\].generation: 3e\+07 kWh is more than the rating of the machine"):
        read_plant({"sector": "equipment", "year": 2025, "chp": [chp]})
    assert read_plant({"sector": "equipment", "year": 2025, "chp": [{**chp, "rated_power": "3.5 MW"}]})


@pytest.mark.parametrize("name", ["no_load_loss", "load_loss"])
def test_a_transformer_loses_no_more_than_its_rating(name):
    given = {
        "no_load_loss": "1.7 kW", "load_loss": "10.3 kW", "form_factor": "1.05", "energised_time": "8760 h",
        "loaded_time": "8000 h", "load": "60 %", "rated_capacity": "1000 kVA",
    }  # fmt: skip
    plant = {"sector": "equipment", "year": 2025, "transformer": [given]}
    assert not assess(read_plant(plant)).warnings
    found = assess(read_plant({**plant, "transformer": [{**given, name: "200 kW"}]})).warnings
    assert [(each.place, each.key) for each in found] == [(f"transformer[0].{name} / rated_capacity", "warn-range")]
    with pytest.raises(InputError, match=rf"transformer\[0\].{name}: 1100 kW is more than the rating of the machine"):
        read_plant({**plant, "transformer": [{**given, name: "1100 kW"}]})


def test_a_motor_larger_than_any_that_was_built_is_warned_of():
    motor = {"rated_power": "200 MW", "load": "75 %", "efficiency_class": "IE3", "hours": "4000 h"}
    found = assess(read_plant({"sector": "equipment", "year": 2025, "motor": [motor]})).warnings
    assert ("motor[0].rated_power", "warn-far") in {(each.place, each.key) for each in found}
