"""Every stated error of a formula is measured in a test, or it is said why it cannot be; a new claim needs one of both."""

import ast
import importlib
import pkgutil
import re
from pathlib import Path

import pytest

import ecdcalc.equations
import ecdcalc.plugins
from ecdcalc.numbers.formula import Formula

HERE = Path(__file__).parent

MEASURED = {
    "air.leak_flow": "test_the_table_of_leaks_through_sharp_holes",
    "combustion.excess_air_ratio": "test_how_far_the_excess_air_ratio_is_off_for_methane",
    "combustion.flue_gas_loss": "test_siegert_agrees_with_the_combustion_of_the_elements",
    "combustion.flue_gas_loss_by_air": "test_both_formulas_for_the_flue_gas_agree",
    "combustion.methane_flue_loss": "test_the_reaction_agrees_with_the_enthalpies_of_a_library",
    "heat.round_hole_factor": "test_a_hole_as_wide_as_its_wall_passes_half_the_radiation",
    "motors.motor_efficiency": "test_workshop_meters_make_half_a_point_to_one",
    "motors.part_load_efficiency": "test_part_load_of_a_published_motor",
    "steam.enthalpy": "test_the_verification_tables_of_the_formulation",
    "steam.isentropic_enthalpy": "test_expansion_by_another_formulation",
    "steam.let_down_temperature": "test_expansion_by_another_formulation",
    "steam.trap_loss": "test_the_table_of_the_tip_sheet",
}
"""The test beside the formula that holds it against an exact form, another program or a published table."""

_METERS = "the formula is exact: the error is that of the meters that it is fed with"
_COEFFICIENTS = "the formula is exact: the error is that of the published coefficients that it is fed with"
_REAL = "an ideal gas or fluid stands for the real one: an exact form would need its equation of state"
_FIELD = "an empirical correlation: the error is that of its source, and there is no exact form"
_NONE = "the standard states no error, and says so"
NOT_MEASURED = {
    "air.adiabatic_work": _REAL,
    "air.gas_density": _REAL,
    "air.isothermal_work": _REAL,
    "combustion.boiler_efficiency_direct": _METERS,
    "combustion.boiler_efficiency_indirect": _METERS,
    "combustion.surface_loss_at_load": _FIELD,
    "electrical.pv_yield": _FIELD,
    "electrical.transformer_loss": _METERS,
    "fans.air_power": _REAL,
    "fans.power_at_speed": _FIELD,
    "fans.power_share": _FIELD,
    "heat.cross_wind_convection": _FIELD,
    "heat.exchanger_heat": _METERS,
    "heat.flat_loss": _COEFFICIENTS,
    "heat.opening_loss": _COEFFICIENTS,
    "heat.pipe_convection": _FIELD,
    "heat.pipe_loss": _COEFFICIENTS,
    "heat.surface_loss": _FIELD,
    "heat.transmission_heat": _COEFFICIENTS,
    "heat.wall_convection": _FIELD,
    "heat.wind_coefficient": _FIELD,
    "heat_pumps.cop_by_quality": _FIELD,
    "outlets.flue_gas_of_coal": _NONE,
    "outlets.flue_gas_of_gas": _NONE,
    "outlets.flue_gas_of_oil": _NONE,
    "pumps.flow_at_speed": _FIELD,
    "pumps.power_at_speed": _FIELD,
    "pumps.pump_head": _METERS,
    "pumps.system_head": _FIELD,
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


@pytest.mark.parametrize("formula", MEASURED)
def test_the_test_that_measures_it_is_there_and_names_the_formula(formula):
    module, name = formula.split(".")
    text = (HERE / f"test_{module}.py").read_text(encoding="utf-8")
    functions = {each.name for each in ast.walk(ast.parse(text)) if isinstance(each, ast.FunctionDef)}
    assert MEASURED[formula] in functions
    assert name in text


OF_NO_ARGUMENT = {
    "flue_gas_of_gas": "the reference oxygen is that of the standard, and no argument",
    "flue_gas_of_oil": "the reference oxygen is that of the standard, and no argument",
    "log_mean_difference": "both above zero, else it says that no heat flows",
    "oxygen_demand": "the number is of what is not counted, and no range",
}
"""Formulas whose stated range is not one of a single argument, and so stands in words alone."""
_LIMITS = re.compile(r"Valid[^.]*?(?:\d|load above|as `)")


def stated():
    """Return the formulas whose docstring states a range in numbers."""
    return {each.name: each for each in formulas() if _LIMITS.search(" ".join((each.body.__doc__ or "").split()))}


def test_every_range_that_a_docstring_states_is_declared():
    bare = {name for name, each in stated().items() if not each.ranges}
    assert bare == {*OF_NO_ARGUMENT}
