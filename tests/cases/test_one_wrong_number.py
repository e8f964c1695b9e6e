"""One wrong number in a file that is right: what cannot be is refused, what hardly is, or does not fit, is warned of.

Each case is an example with one of its numbers changed, as by a slip: a unit, a decimal, 万, two columns exchanged.
"""

import tomllib
from pathlib import Path

import pytest

from ecdcalc.assessment.plant import assess
from ecdcalc.read.plant import read_plant
from ecdcalc.words.errors import InputError

EXAMPLES = Path(__file__).parents[2] / "examples"
RAIL = "energy.electricity / (turnover * rail_share)"
CASES = [
    # sector, process, input, what is written, refused or the key of the warning, where
    ("agriculture", "fertiliser", "deep_placed", "130 %", "refused", "deep_placed"),
    ("agriculture", "fertiliser", "nitrogen", "1.15 kt", "warn-range", "nitrogen / area"),
    ("agriculture", "irrigation", "head", "5 mm", "warn-far", "head"),
    ("agriculture", "pest-control", "pesticides", "380 kg", "warn-range", "pesticides / area"),
    ("agriculture", "straw", "as_fertiliser", "30 万t", "refused", "used"),
    ("building-materials", "clinker", "energy.electricity", "-96 GWh", "warn-impossible", "unit_electricity"),
    ("building-materials", "clinker", "preheater_loss", "6500 kJ/kg", "warn-range", "heat_unaccounted"),
    ("building-materials", "clinker", "raw_meal", "100 万t", "warn-impossible", "raw_meal / clinker"),
    ("buildings", "building", "lighting_density", "0.9 W/m2", "warn-range", "lighting_density"),
    ("buildings", "heating", "envelope.wall_u", "15 W/m2/K", "warn-far", "envelope.wall_u"),
    ("chemicals", "ammonia", "energy.electricity", "-16 亿kWh", "refused", "product_energy"),
    ("chemicals", "ammonia", "product", "18 t", "warn-capacity", "product"),
    ("chemicals", "caustic-soda", "cell_voltage", "1.1 V", "refused", "cell_voltage"),
    ("chemicals", "caustic-soda", "cell_voltage", "31 V", "refused", "cell_voltage"),
    ("chemicals", "caustic-soda", "direct_electricity", "2.8 亿kWh", "warn-range", "direct_electricity / product"),
    ("chemicals", "urea", "product", "160 万t", "warn-range", "unit_energy"),
    ("chemicals", "vapour-site", "leaks.leaking", "26000 item", "warn-far", "leaks.leaking / leaks.connectors"),
    (
        "chemicals",
        "vapour-site",
        "water.open_water",
        "800 万m3",
        "warn-relation",
        "water.open_water / water.treated_water",
    ),
    ("coal", "coal-balance", "closing_stock", "2100 万t", "refused", "consumption"),
    ("coal", "mine", "gas_used", "9 亿m3_20C", "refused", "methane_burnt"),
    ("coal", "washery", "clean_coal", "5000 万t", "refused", "clean_coal"),
    ("environment", "incinerator", "energy.electricity", "-900 GWh", "warn-far", "energy.electricity / waste"),
    ("environment", "incinerator", "nox.flow", "1.85e11 m3", "warn-far", "nox.flow / so2.flow"),
    (
        "environment",
        "key-projects",
        "reporting.cod_offset",
        "8000 t",
        "warn-relation",
        "reporting.cod_offset / cod_projects",
    ),
    ("environment", "leachate", "volume", "21 万m3", "warn-range", "volume / waste"),
    ("environment", "outfalls", "rectified", "400 个", "warn-relation", "rectified / traced"),
    ("environment", "restructuring", "reporting.moved", "46 t", "warn-relation", "reporting.moved / previous"),
    ("environment", "sewage-works", "bod5_in", "300 mg/L", "refused", "bod5_in"),
    ("environment", "sewage-works", "sewers_repaired", "30 km", "refused", "sewers_repaired"),
    ("environment", "sewage-works", "volume", "2920 m3", "warn-far", "energy.electricity / volume"),
    ("equipment", "boiler", "flue_temperature", "16.5 °C", "refused", "air_temperature"),
    ("equipment", "boiler", "nox.concentration", "17000 mg/m3", "refused", "nox.concentration"),
    ("equipment", "boiler", "running_time", "9000 h", "refused", "running_time"),
    ("equipment", "boiler", "so2.flow", "2.9e9 m3", "warn-relation", "nox.flow / so2.flow"),
    ("equipment", "boiler", "so2.removal", "10 %", "warn-relation", "so2.removal"),
    ("equipment", "boiler", "steam", "12 万t", "warn-relation", "direct_efficiency / indirect_efficiency"),
    ("equipment", "boiler", "steam", "20 t", "warn-far", "direct_efficiency"),
    ("equipment", "boiler", "steam_temperature", "300 °C", "warn-not-used", "steam_temperature"),
    ("equipment", "chiller-plant", "chilled_water_pumps", "2100 万kWh", "warn-far", "chilled_water_pumps / cooling"),
    ("equipment", "chiller-plant", "cooling", "6 万kWh", "warn-far", "chilled_water_pumps / cooling"),
    ("equipment", "chiller-plant", "cop", "52", "refused", "used_cop"),
    ("equipment", "chp", "heat", "0.4 万GJ", "warn-range", "efficiency"),
    ("equipment", "compressed-air", "compressor_efficiency", "99.9 %", "warn-far", "compressor_efficiency"),
    ("equipment", "compressed-air", "flow", "3600 m3/min", "warn-range", "flow"),
    ("equipment", "compressed-air", "flow", "60 m3/h", "warn-range", "flow"),
    ("equipment", "compressed-air", "pressure", "0.0085 MPa", "refused", "pressure"),
    ("equipment", "drain-check", "drained", "0.31 万m3", "warn-range", "drained / base_drainage"),
    ("equipment", "fan", "compressibility", "0.1", "warn-far", "compressibility"),
    ("equipment", "fan", "flow", "9 亿m3/h", "refused", "useful_power"),
    ("equipment", "fan", "full_power", "18 kW", "warn-far", "power / full_power"),
    ("equipment", "furnace", "charge", "0.6 万t", "warn-range", "efficiency"),
    ("equipment", "furnace", "energy.natural-gas.value", "2500 万m3", "warn-range", "efficiency"),
    ("equipment", "furnace", "specific_heat", "0.68 J/kg/K", "warn-impossible", "specific_heat"),
    ("equipment", "furnace", "wall_area", "260 万m2", "refused", "heat_out"),
    ("equipment", "heat-pump", "energy.natural-gas.value", "4.7 万m3", "warn-range", "unit_energy"),
    ("equipment", "heat-pump", "energy.natural-gas.value", "470 万m3", "warn-range", "unit_energy"),
    ("equipment", "insulation", "thickness", "8 m", "warn-far", "thickness"),
    ("equipment", "lighting", "area", "3 mm2", "warn-far", "area"),
    ("equipment", "lighting", "density", "900 W/m2", "warn-far", "density"),
    ("equipment", "motor", "rated_power", "315 MW", "warn-far", "rated_power"),
    ("equipment", "motor", "speed", "70 %", "warn-not-used", "speed"),
    ("equipment", "pump", "flow", "1700 m3/h", "warn-range", "flow / design_flow"),
    ("equipment", "pump", "flow", "700 m3/s", "warn-far", "power_in"),
    ("equipment", "pump", "power", "300 kW", "warn-relation", "model_power / power"),
    ("equipment", "pv", "irradiation", "14 kWh/m2", "warn-far", "irradiation"),
    ("equipment", "stack-check", "coal", "2.1 万kg", "warn-far", "flow / coal"),
    ("equipment", "stack-check", "flow", "19 亿m3", "warn-range", "flow / coal"),
    ("equipment", "steam-system", "condensate", "4000 万t", "warn-range", "condensate"),
    ("equipment", "steam-system", "failed_traps", 300_000, "warn-far", "failed_traps"),
    ("equipment", "steam-system", "orifice", "30 mm", "warn-range", "orifice"),
    ("equipment", "transformer", "load_loss", "10.3 MW", "refused", "load_loss"),
    ("equipment", "waste-heat", "cooled", "-300 °C", "refused", "cooled"),
    ("equipment", "waste-heat", "flow", "0.09 kg/h", "warn-far", "available_heat"),
    ("equipment", "waste-heat", "flow", "90 kg/h", "warn-range", "available_heat"),
    ("light-industry", "paper", "reused_water", "81000 万m3", "warn-far", "reused_water / fresh_water"),
    ("light-industry", "pulp", "effluent.volume", "480 万m3", "warn-relation", "effluent.volume / fresh_water"),
    ("light-industry", "pulp", "fresh_water", "6 万m3", "warn-relation", "effluent.volume / fresh_water"),
    ("light-industry", "textile", "fresh_water", "1 万m3", "warn-far", "effluent.volume / fresh_water"),
    ("nonferrous", "magnesium", "dolomite", "1 t", "refused", "magnesium"),
    ("power", "coal-unit", "ash", "99 %", "refused", "ash"),
    ("power", "coal-unit", "boiler_efficiency", "101 %", "refused", "boiler_efficiency"),
    ("power", "coal-unit", "heat_auxiliaries", "12 亿kWh", "refused", "heat_auxiliaries"),
    ("power", "coal-unit", "heat_supplied", "3800 万GJ", "refused", "products"),
    ("power", "coal-unit", "replaced_heat_rate", "5.2 kgce/GJ", "refused", "replaced_heat_rate"),
    ("power", "coal-unit", "wastewater.cod", "42 g/L", "warn-impossible", "wastewater.cod"),
    ("public-institutions", "charging", "piles", "62000 个", "warn-far", "piles_per_space"),
    ("public-institutions", "institution", "floor_area", "410 m2", "warn-far", "unit_energy"),
    ("public-institutions", "institution", "heating", "98000 GJ", "warn-relation", "heating / energy.heat"),
    ("public-institutions", "institution", "people", "125 万人", "warn-far", "water_per_person"),
    ("public-institutions", "institution", "trust_fee", "3100 万元", "warn-range", "trust_fee / trust_base"),
    ("public-institutions", "institution", "water", "3400 万m3", "warn-far", "water_per_person"),
    ("public-institutions", "vehicles", "distance", "2150 km", "warn-scaled", "reporting"),
    ("steel", "blast-furnace", "energy.blast-furnace-gas", "-20 亿m3", "warn-impossible", "unit_energy"),
    ("steel", "blast-furnace", "feed_grade", "5.65 %", "refused", "feed_grade"),
    ("steel", "blast-furnace", "volume", "450 L", "warn-far", "iron / volume"),
    ("steel", "converter", "energy.converter-gas", "-9 亿m3", "warn-impossible", "unit_energy"),
    ("steel", "converter", "hot_metal", "1 万t", "refused", "steel"),
    ("steel", "sinter", "energy.electricity", "170.1 MWh", "warn-far", "energy.electricity / sinter"),
    ("steel", "sinter", "limestone", "3200 万t", "warn-far", "limestone / sinter"),
    ("steel", "sinter", "nox.mass", "3500 t", "warn-relation", "nox.mass"),
    ("building-materials", "plant", "value_added", "12.5 万元", "warn-far", "intensity"),
    ("building-materials", "plant", "base.energy", "4.85 万tce", "warn-relation", "intensity / base_intensity"),
    ("building-materials", "lime", "energy.anthracite.value", "30 万t", "warn-range", "unit_energy"),
    ("building-materials", "flat-glass", "daily_capacity", "6000 t/d", "warn-relation", "cases / daily_capacity"),
    ("building-materials", "flat-glass", "soda_ash", "438000 t", "warn-range", "soda_ash / cases"),
    ("building-materials", "flat-glass", "dolomite", "35 t", "warn-range", "dolomite / cases"),
    ("building-materials", "ceramic-tile", "ceramics", "440 万t", "warn-range", "ceramics / area"),
    ("building-materials", "brick", "limestone", "10 万t", "warn-range", "limestone / bricks"),
    ("building-materials", "replacement", "required_ratio", 15, "warn-range", "required_ratio"),
    ("buildings", "building", "lighting_metered", "150 kWh", "warn-range", "lighting_metered / floor_area"),
    ("buildings", "water-network", "registered", "159 万m3", "warn-relation", "registered / supplied"),
    ("chemicals", "ammonia", "wastewater.volume", "12000 万m3", "warn-range", "wastewater.volume / product"),
    ("chemicals", "urea", "energy.electricity", "54 万kWh", "warn-range", "unit_electricity"),
    ("chemicals", "urea", "pm.removal", "0.92 %", "warn-relation", "pm.removal"),
    ("chemicals", "vapour-site", "tanks.working_loss", "12 kg/t", "warn-range", "tanks.working_loss"),
    ("coal", "coal-boiler", "energy.electricity", "6000 万kWh", "warn-range", "energy.electricity / heat"),
    ("coal", "coal-boiler", "capacity", "1000 t/h", "warn-relation", "heat / rated_heat"),
    ("coal", "mine", "gas_grade", "low", "warn-range", "gas_emission"),
    ("coal", "mine", "energy.diesel", "18000 t", "warn-range", "energy.diesel / raw_coal"),
    ("coking", "battery", "energy.coal-tar", "-230 t", "warn-relation", "energy.coal-tar / coke"),
    ("coking", "battery", "energy.electricity", "1.8 GWh", "warn-range", "energy.electricity / coke"),
    ("coking", "battery", "wastewater.volume", "2400 万m3", "warn-range", "wastewater.volume / coke"),
    ("agriculture", "fertiliser", "last_year", "20.4 万t", "warn-relation", "last_year / nutrients"),
    ("agriculture", "film", "recovered", "65 t", "warn-relation", "recovered / used"),
    ("agriculture", "standing-herd", "animal", "layer", "warn-range", "energy.electricity / stock"),
    ("agriculture", "slaughter-herd", "places", "1.35 万头", "warn-relation", "(slaughtered * feeding_days) / places"),
    ("transport", "fleet", "energy.electricity", "150 万kWh", "warn-relation", "charged_by_engines"),
    ("transport", "fleet", "measure.consumption", "10.5 kWh/km", "warn-range", "reporting.unit_energy"),
    ("transport", "freight", "energy.gasoline", "1 万t", "refused", "other_fuel"),
    ("transport", "freight", "energy.electricity", "165 万kWh", "warn-relation", RAIL),
    ("transport", "freight", "payload", "1.7 t", "warn-relation", "energy.diesel / distance"),
    ("transport", "freight", "nox_measured", "5.2 mg/km", "warn-relation", "nox_measured / nox_factor"),
    ("transport", "machinery", "energy.electricity", "5 亿kWh", "warn-range", "energy.electricity / machines"),
    ("transport", "machinery", "machines", "18000 item", "warn-range", "diesel_burnt / machines"),
    ("transport", "machinery", "pm_per_fuel", "21 kg/t", "warn-range", "pm_per_fuel"),
    ("chemicals", "ammonia", "burning.coal", "30 万t", "refused", "coal_not_burnt"),
    ("chemicals", "ammonia", "burning.gas", "30 万m3", "refused", "gas_not_burnt"),
    ("building-materials", "lime", "limestone", "1 t", "warn-relation", "process_co2 / lime"),
    ("parks", "boiler", "heat", "9 GJ", "warn-far", "efficiency"),
    ("parks", "heat-source", "energy.heat", "9 GJ", "warn-relation", "energy.heat"),
    ("coking", "battery", "energy.electricity", "18 MWh", "warn-relation", "energy.electricity"),
    ("transport", "charging", "energy.electricity", "5800 万kWh", "warn-far", "energy.electricity / delivered"),
    ("transport", "charging", "served", "24 vehicle", "warn-range", "vehicles_per_pile"),
    ("transport", "fleet", "energy.diesel", "5070 kg", "warn-far", "unit_energy"),
    ("transport", "fleet", "energy.diesel", "50700 t", "warn-far", "unit_energy"),
    ("transport", "fleet", "mileage", "58 km/vehicle/a", "warn-range", "mileage"),
    ("transport", "fleet", "vehicles", "26 万vehicle", "warn-far", "unit_energy"),
    ("transport", "freight", "energy.diesel", "51 万t", "warn-range", "unit_energy"),
    ("transport", "machinery", "machines", "18 item", "warn-range", "diesel_burnt / machines"),
    ("two-high", "project", "co2", "3800 万t", "warn-far", "co2 / energy"),
    ("two-high", "project", "electricity", "46000 GWh", "warn-relation", "electricity / energy"),
    ("two-high", "project", "output", "230 万t", "warn-far", "output / capacity"),
    ("two-high", "project", "price", "600 元/kWh", "warn-far", "price"),
    ("voc-industries", "filling-station", "energy.electricity", "85 GWh", "warn-far", "energy.electricity / gasoline"),
    ("voc-industries", "filling-station", "vapour_pressure", "55 Pa", "warn-far", "vapour_pressure"),
    ("voc-industries", "oil-depot", "tank_mass", "4200 t", "warn-relation", "tank_mass / gasoline"),
    ("voc-industries", "oil-depot", "tank_mass", "420000 t", "warn-far", "tank_mass / gasoline"),
    ("voc-industries", "printing", "low_voc.voc_share", "97 %", "warn-range", "low_voc.voc_share"),
    ("voc-industries", "printing", "solvent_borne.voc_share", "0.7 %", "warn-range", "solvent_borne.voc_share"),
    (
        "equipment",
        "transformer",
        "load",
        "20 %",
        "warn-relation",
        "throughput / (load * rated_capacity * power_factor * loaded_time)",
    ),
    (
        "light-industry",
        "paper",
        "effluent.cod_removal",
        "50 %",
        "warn-relation",
        "effluent.cod / (effluent.cod_raw * (1 - effluent.cod_removal))",
    ),
    (
        "power",
        "coal-unit",
        "house_load",
        "3 %",
        "warn-relation",
        "electricity_supplied / (generation * (1 - house_load))",
    ),
    ("public-institutions", "institution", "pv_generation", "1 GWh", "refused", "pv_generation"),
    ("coal", "coal-boiler", "energy.raw-coal.value", "68000 t", "warn-range", "efficiency"),
    ("coal", "gangue", "other_use", "50 万t", "warn-relation", "used_share"),
    ("coal", "heat-supply", "efficiency", "7.2 %", "warn-range", "efficiency"),
    (
        "coal",
        "household-coal",
        "reporting.energy.electricity",
        "26 亿kWh",
        "warn-far",
        "reporting.energy.electricity / households",
    ),
    ("coal", "coal-balance", "power", "90 万t", "warn-relation", "difference"),
    ("agriculture", "grain-drying", "grain", "1 t", "warn-far", "unit_energy"),
    ("agriculture", "greenhouse", "area", "1 m2", "warn-far", "unit_energy"),
    (
        "nonferrous",
        "aluminium",
        "direct_electricity",
        "60 亿kWh",
        "warn-relation",
        "direct_electricity / cell_electricity",
    ),
    (
        "voc-industries",
        "coating",
        "low_voc.voc_share",
        "40 %",
        "warn-relation",
        "low_voc.voc_per_litre / (low_voc.voc_share * low_voc.density)",
    ),
]


def changed(sector, process, path, text):
    """Return an example with one number of the first of its processes changed."""
    document = tomllib.loads((EXAMPLES / f"{sector}.toml").read_text(encoding="utf-8"))
    given = document[process]
    table = given[0] if isinstance(given, list) else given
    *parts, key = path.split(".")
    for part in parts:
        table = table.setdefault(part, {})
        table = table[0] if isinstance(table, list) else table
    table[key] = text
    return document, f"{process}[0]" if isinstance(given, list) else process


@pytest.mark.parametrize(("sector", "process", "path", "text", "what", "where"), CASES)
def test_a_wrong_number_is_not_believed(sector, process, path, text, what, where):
    document, place = changed(sector, process, path, text)
    if what == "refused":
        with pytest.raises(InputError) as caught:
            read_plant(document)
        assert f"{place}.{where}" in {each.place for each in caught.value.problems}
    else:
        found = {(each.place, each.key) for each in assess(read_plant(document)).warnings}
        assert (f"{place}.{where}", what) in found


@pytest.mark.parametrize("sector", sorted({case[0] for case in CASES}))
def test_the_examples_that_are_changed_are_right_as_they_stand(sector):
    document = tomllib.loads((EXAMPLES / f"{sector}.toml").read_text(encoding="utf-8"))
    assert not assess(read_plant(document)).warnings
