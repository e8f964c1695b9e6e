"""What the docstring of a formula claims is data, and every stated error is measured in a test, or it is said why not.

A new formula is under both from its first day: a number that its docstring claims must stand in its ranges or its error,
or here with the reason why it is no claim.
"""

import ast
import importlib
import pkgutil
import re
from pathlib import Path

import pytest

import ecdcalc.equations
import ecdcalc.plugins
from ecdcalc.numbers.formula import Formula, formula
from ecdcalc.numbers.kinds import Share

HERE = Path(__file__).parent

MEASURED = {
    "air.adiabatic_work": "test_an_ideal_gas_against_real_air",
    "air.gas_density": "test_the_density_of_real_air",
    "air.isothermal_work": "test_an_ideal_gas_against_real_air",
    "air.leak_flow": "test_the_table_of_leaks_through_sharp_holes",
    "combustion.excess_air_ratio": "test_how_far_the_excess_air_ratio_is_off_for_methane",
    "combustion.flue_gas_loss": "test_siegert_agrees_with_the_combustion_of_the_elements",
    "combustion.flue_gas_loss_by_air": "test_both_formulas_for_the_flue_gas_agree",
    "combustion.methane_flue_loss": "test_the_reaction_agrees_with_the_enthalpies_of_a_library",
    "electrical.transformer_loss": "test_a_winding_at_another_temperature",
    "fans.air_power": "test_a_compressibility_factor_of_one",
    "heat.opening_loss": "test_openings_of_any_shape_in_grey_walls",
    "heat.pipe_convection": "test_natural_convection_against_churchill_and_chu",
    "heat.round_hole_factor": "test_a_round_hole_by_the_integral_equation_of_its_wall",
    "heat.wall_convection": "test_natural_convection_against_churchill_and_chu",
    "motor_classes.ie1_efficiency": "test_straight_lines_against_the_cubic_of_the_standard",
    "motor_classes.ie2_efficiency": "test_straight_lines_against_the_cubic_of_the_standard",
    "motor_classes.ie3_efficiency": "test_straight_lines_against_the_cubic_of_the_standard",
    "motors.motor_efficiency": "test_workshop_meters_make_half_a_point_to_one",
    "motors.part_load_efficiency": "test_part_load_of_a_published_motor",
    "pumps.system_head": "test_the_square_law_against_colebrook",
    "steam.enthalpy": "test_enthalpy_by_another_formulation",
    "steam.isentropic_enthalpy": "test_expansion_by_another_formulation",
    "steam.let_down_temperature": "test_expansion_by_another_formulation",
    "steam.saturated_steam_enthalpy": "test_saturation_by_another_formulation",
    "steam.saturated_water_enthalpy": "test_saturation_by_another_formulation",
    "steam.trap_loss": "test_the_table_of_the_tip_sheet",
}
"""The test beside the formula that holds it against an exact form, another program or a published table."""

_METERS = "the formula is exact: the error is that of the meters that it is fed with"
_COEFFICIENTS = "the formula is exact: the error is that of the published coefficients that it is fed with"
_FIELD = "an empirical correlation: the error is that of its source, and there is no exact form"
_LEFT_OUT = "what it leaves out depends on the building or the duty"
NOT_MEASURED = {
    "combustion.boiler_efficiency_direct": _METERS,
    "combustion.boiler_efficiency_indirect": _METERS,
    "combustion.surface_loss_at_load": _FIELD,
    "corrections.formation_heat": _FIELD,
    "electrical.pv_yield": _FIELD,
    "fans.power_at_speed": _FIELD,
    "fans.power_share": _FIELD,
    "heat.cross_wind_convection": _FIELD,
    "heat.exchanger_heat": _METERS,
    "heat.flat_loss": _COEFFICIENTS,
    "heat.pipe_loss": _COEFFICIENTS,
    "heat.surface_loss": _FIELD,
    "heat.transmission_heat": _COEFFICIENTS,
    "heat.transmittance": _LEFT_OUT,
    "heat.wind_coefficient": _FIELD,
    "heat_pumps.cop_by_quality": _FIELD,
    "motor_classes.ie4_efficiency": "the cubic of the standard for this class was not at hand",
    "motors.replacement_saving": _LEFT_OUT,
    "outlets.flue_gas_of_coal": "the source states no error, and the formula says so",
    "outlets.flue_gas_of_gas": "the source states no error, and the formula says so",
    "outlets.flue_gas_of_oil": "the source states no error, and the formula says so",
    "pumps.flow_at_speed": _FIELD,
    "pumps.power_at_speed": _FIELD,
    "pumps.pump_head": _METERS,
    "turbines.back_pressure_power": _METERS,
    "water.field_aeration": _FIELD,
    "water.oxygen_demand": _FIELD,
}


def formulas():
    """Yield every formula of the equations and of the plugins."""
    for package in (ecdcalc.equations, ecdcalc.plugins):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            found = vars(importlib.import_module(module.name)).values()
            yield from (each for each in found if isinstance(each, Formula))


def claims():
    return {f"{each.body.__module__.rpartition('.')[2]}.{each.body.__name__}" for each in formulas() if each.error}


def test_every_claim_of_an_error_is_measured_or_says_why_not():
    assert claims() == {*MEASURED, *NOT_MEASURED}
    assert not {*MEASURED} & {*NOT_MEASURED}


@pytest.mark.parametrize("measured", MEASURED)
def test_the_test_that_measures_it_is_there_and_names_the_formula(measured):
    module, name = measured.split(".")
    text = (HERE / f"test_{module}.py").read_text(encoding="utf-8")
    functions = {each.name for each in ast.walk(ast.parse(text)) if isinstance(each, ast.FunctionDef)}
    assert MEASURED[measured] in functions
    assert name in text


NO_CLAIM = {
    "what is typical of an input or a result, which the formula holds beyond": {
        "aeration_per_cod": "0.4 0.7 0.3 0.8",
        "air_power": "0.99 100 3",
        "alternating_energy": "97 99",
        "chain_power": "100 93 97 95 98 95 98 90 quarter",
        "cop_by_quality": "35 50 45 60",
        "expansion_power": "50 80 80 90",
        "faraday_mass": "90 96",
        "field_aeration": "0.4 0.8 0.65 0.9 0.95 0.98",
        "flue_gas_loss": "21",
        "greatest_power_share": "40 60",
        "minimum_cell_energy": "38 39 5.99",
        "plant_ratio": "3.5",
        "pumping_lost": "0.3 0.6",
        "pv_yield": "75 85",
        "transformer_loss": "1 1.05 1.3",
        "waste_heat_power": "5 12 150 10 20 300 20 30",
    },
    "a rule or a worked number beside it, which a test works out": {
        "ore_electricity": "24",
        "pressure_saving": "2 100 1.1",
    },
    "the oxygen that the result is at": {
        "flue_gas_of_coal": "9",
        "flue_gas_of_gas": "3.5",
        "flue_gas_of_oil": "3.5",
    },
    "the equation of a standard in words: it has no range, or ends where its table does (outside-table)": {
        "agglomerated_ore": "0.15 0.2 1.2",
        "all_stainless": "1.10 0 100",
        "arc_furnace_charge": "0.8",
        "converter_charge": "0.23",
        "lean_burden": "3.61 62 5 62",
        "oven_age": "2.50 15 5.50 25",
        "smelted_ore": "0.3 0.45 0.5",
        "stamp_charged": "25 32 3.71 10.5",
        "sulphur_driven_off": "15",
        "top_charged": "21 28 3.67 10",
    },
    "a range of what is no argument: volatile matter, the best flow, the pressure behind the trap": {
        "flue_gas_of_coal": "15",
        "pump_head": "40 120",
        "trap_loss": "0.55",
    },
    "Reynolds and Prandtl are worked out inside, and no wind that is measured is below it": {
        "cross_wind_convection": "0.2 4 400",
    },
    "the input is held against it (warn-oxygen)": {"at_reference_oxygen": "19"},
}
"""Numbers of docstrings that stand in no range and no error, by the reason."""
_CLAIMS = re.compile(
    r"\b(?:valid|error|typical|usual|within|between|above|below|up to|at (?:most|least)|(?:less|more) than|near|about|"
    r"accura\w*|precis\w*|exact|off by|per cent|points?|to \d)|[±≤≥%<>]",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?<![\w.])(?:\d+(?:\.\d+)?(?!\w)|(?:quarter|half|third|tenth|twice|double)\b)")
_YEAR = re.compile(r"(?:19|20)\d\d")


def sentences(formula):
    """Yield the sentences of a docstring; an equation is set in and is none."""
    lines = (formula.body.__doc__ or "").splitlines()
    prose = " ".join(each.strip() for each in lines if not each.startswith(" " * 8))
    yield from re.split(r"(?<=[.;:]) ", prose)


def undeclared(formula):
    """Return the numbers that a docstring claims and that neither a range nor the error of the formula has."""
    declared = {*_NUMBER.findall(" ".join((*formula.valid.values(), *formula.defined.values(), formula.error)))}
    claims, found = "", []
    for each in sentences(formula):
        claims = f"{claims} {each}" if claims.endswith(":") else each  # "Valid:" belongs to what follows it
        if _CLAIMS.search(claims):
            found += [number for number in _NUMBER.findall(each) if number not in declared]
    return [number for number in found if not _YEAR.fullmatch(number)]


def test_every_number_that_a_docstring_claims_is_declared_or_no_claim():
    listed = {}
    for names in NO_CLAIM.values():
        for name, numbers in names.items():
            listed[name] = [*listed.get(name, []), *numbers.split()]
    found = {each.name: numbers for each in formulas() if (numbers := undeclared(each))}
    assert {name: sorted(each) for name, each in found.items()} == {name: sorted(each) for name, each in listed.items()}


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("Valid: speeds from 0.5 to 1.2.", ["0.5", "1.2"]),
        ("Usual result 3 kWh/kg.", ["3"]),
        ("Accuracy ± 4 %; of two stages 7.", ["4"]),
        ("Holds within 10 K.", ["10"]),
        ("Load above a quarter.", ["quarter"]),
        ("Source: Holman 2010, table 7-2. Error: 5 %.", ["5"]),
        ("Valid: loads of 30 % or more.", []),
        ("Steel of 12 layers.", []),
    ],
)
def test_the_scan_sees_claims_in_any_words(said, wanted):
    @formula(cites="definition", zh="示例", valid={"load": "at least 30 %"})
    def example(load: Share) -> Share:
        return load

    example.body.__doc__ = f"Example.\n\n        y = 99 x above 98\n\n    {said}\n    "
    assert undeclared(example) == wanted


def test_a_range_that_is_said_to_be_that_of_another_formula_is():
    by_place = {(each.body.__module__, each.name): each for each in formulas()}
    said = [
        (each, by_place[module, other])
        for (module, _), each in by_place.items()
        for other in re.findall(r"(?:Valid|range and error) as `(\w+)`", " ".join((each.body.__doc__ or "").split()))
    ]
    assert len(said) >= 8
    assert all((each.valid, each.defined) == (other.valid, other.defined) for each, other in said)
