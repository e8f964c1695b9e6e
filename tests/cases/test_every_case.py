"""Every case that was found wrong, silent or stuck has a test with its right answer: which one, and that it is there."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
IMPOSSIBLE = "tests/cases/test_impossible.py"
IMPROBABLE = "tests/cases/test_improbable.py"
OTHERS = "tests/cases/test_contradictions.py"
ENOUGH = "tests/cases/test_known_enough.py"

WHERE = {
    # impossible, and believed
    "reaction-enriched": (IMPOSSIBLE, "test_the_reaction_takes_the_oxygen_of_the_air"),
    "boiler-superheated-below-saturation": (IMPOSSIBLE, "test_it_is_refused_with_what_contradicts"),
    "boiler-air-hotter-than-flue-gas": (IMPOSSIBLE, "test_it_is_refused_with_what_contradicts"),
    "furnace-charge-swapped": (IMPOSSIBLE, "test_it_is_refused_with_what_contradicts"),
    "trap-below-atmosphere": (IMPOSSIBLE, "test_it_is_refused_with_what_contradicts"),
    "coal-boiler-above-rating": (IMPOSSIBLE, "test_it_is_refused_with_what_contradicts"),
    "A03-coking-cdq": (IMPOSSIBLE, "test_heat_becomes_electricity_by_its_efficiency"),
    "A03b-coking-cdq-measured": (OTHERS, "test_a_measured_power_of_dry_quenching_is_credited_as_measured"),
    "A16-dairy-biogas": (IMPOSSIBLE, "test_heat_becomes_electricity_by_its_efficiency"),
    "B29-heat-as-power": (IMPOSSIBLE, "test_heat_is_no_electricity_without_an_efficiency"),
    "reaction-other-gas": (IMPOSSIBLE, "test_the_reaction_of_another_gas_is_not_computed"),
    "B33-negative-fuel": (IMPOSSIBLE, "test_it_is_refused_with_what_contradicts"),
    # improbable, and not a word
    "missing-wan": (IMPROBABLE, "test_it_is_warned_of"),
    "converter-gas-lhv-kj": (IMPROBABLE, "test_it_is_refused"),
    "B06-factor-1000": (IMPROBABLE, "test_it_is_refused"),
    "zero-gap-252": (IMPROBABLE, "test_it_is_warned_of"),
    "x4-own-saving-graded-a": (IMPROBABLE, "test_what_a_user_claims_has_no_published_grade"),
    "led": (IMPROBABLE, "test_it_is_warned_of"),
    "waste-heat": (IMPROBABLE, "test_it_is_warned_of"),
    "ratio": (IMPROBABLE, "test_it_is_warned_of"),
    "A08b-aluminium-new-cathode-volt": (IMPROBABLE, "test_it_is_warned_of"),
    "B30-chp-boiler-efficiency": (IMPROBABLE, "test_it_is_warned_of"),
    "B12-double-count": (IMPROBABLE, "test_it_is_warned_of"),
    "r5-ldar-and-factor": (IMPROBABLE, "test_it_is_warned_of"),
    "r1b-oxygen-20": (IMPROBABLE, "test_it_is_warned_of"),
    "B16-stacking": (IMPROBABLE, "test_it_is_warned_of"),
    # wrong or contradictory numbers
    "B27-gross-supply": (IMPOSSIBLE, "test_coal_equivalents_are_fuel"),
    "B27d-boiler-tce": (IMPOSSIBLE, "test_coal_equivalents_are_fuel"),
    "B11-two-columns-one-input": (OTHERS, "test_two_columns_for_one_input_are_refused"),
    "B11c-two-columns-other-order": (OTHERS, "test_two_columns_for_one_input_are_refused"),
    "physics-extra-changes-result": (
        "tests/cases/test_extras.py",
        "test_what_lacks_only_the_package_says_how_to_install_it",
    ),
    "x1-basis-ignored": (IMPOSSIBLE, "test_the_basis_of_one_line_is_refused"),
    "x2-guide-mixed": (IMPROBABLE, "test_it_is_warned_of"),
    "percent-without-sign": (OTHERS, "test_a_bare_number_is_no_share"),
    "convert-tce": (OTHERS, "test_units_of_energy_and_gas_convert_as_totals_use_them"),
    "convert-scf": (OTHERS, "test_a_factor_per_standard_cubic_foot_is_of_60_fahrenheit"),
    "trigger-at-its-bound": ("tests/reference/test_conditions.py", "test_a_trigger_above_a_value_does_not_fire_at_it"),
    "formula-of": (OTHERS, "test_a_formula_gives_a_value_at_its_edge_or_an_error_of_the_house"),
    "claims-of-error": (
        "tests/equations/test_combustion.py",
        "test_the_reaction_agrees_with_the_enthalpies_of_a_library",
    ),
    "bare-pipe-in-wind": (OTHERS, "test_a_bare_pipe_in_wind_loses_by_forced_convection_and_radiation"),
    "brick-kiln-oxygen": (
        "tests/plugins/test_building_materials.py",
        "test_the_oxygen_rule_of_bricks_is_chosen_visibly",
    ),
    # refused or blank, though enough is known
    "co2-cancels": (ENOUGH, "test_co2_saved_is_the_same_whatever_the_limestone"),
    "A13-heating-retrofit": (ENOUGH, "test_no_electricity_needs_no_grid_factor"),
    "A23-flash-steam": (ENOUGH, "test_no_electricity_needs_no_grid_factor"),
    "partial-total": (ENOUGH, "test_a_total_is_marked_as_a_part"),
    "province-unknown": (OTHERS, "test_a_province_is_read_by_its_chinese_name"),
    "fullwidth-digit": (OTHERS, "test_full_width_digits_are_read_in_tables"),
    "units-row": (OTHERS, "test_a_row_of_units_is_read_in_a_workbook"),
    "x3-medium": (OTHERS, "test_media_of_gb_t_2589_are_carriers"),
    "A15-electric-buses": (OTHERS, "test_buses_by_litres_are_buses_by_tonnes"),
    "x5-sewer-repair-zero": (IMPOSSIBLE, "test_sewage_gained_in_the_baseline_is_told"),
    "n04-reference-oxygen": (OTHERS, "test_what_a_stack_check_is_for_stands_in_its_report"),
    "tr": (OTHERS, "test_units_that_plates_carry_are_read"),
    "B25-partial-heat": (OTHERS, "test_a_new_device_that_takes_two_fifths_of_a_load_leaves_the_rest_to_the_old_one"),
    "B09-number-forms": (OTHERS, "test_slips_of_numbers_are_named"),
    "B10-semicolons": (OTHERS, "test_the_separator_of_a_table_is_named"),
}
"""The case, the file of its test, and the test."""


@pytest.mark.parametrize("case", WHERE)
def test_the_case_has_its_test(case):
    file, name = WHERE[case]
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    tests = {each.name for each in ast.walk(tree) if isinstance(each, ast.FunctionDef)}
    assert name in tests


def test_no_file_of_a_case_is_left_without_a_test():
    files = {each.stem for each in Path(__file__).parent.iterdir() if each.suffix in (".toml", ".csv", ".xlsx")}
    assert files - {*WHERE} == set()
