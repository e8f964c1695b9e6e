"""What leaves by a stack or a drain, held against a limit: reference volumes, and the mass that a limit allows."""

from __future__ import annotations

from ecdcalc.numbers.formula import formula
from ecdcalc.numbers.kinds import (
    CubicMetres,
    CubicMetresPerCubicMetre,
    CubicMetresPerKg,
    CubicMetresPerTonne,
    MgPerCubicMetre,
    MgPerLitre,
    MjPerCubicMetre,
    MjPerKg,
    Tonnes,
)
from ecdcalc.numbers.ops import at_least


@formula(cites="gb-26453-2011#table-2", zh="基准排气量排放浓度")
def at_reference_gas(
    concentration: MgPerCubicMetre, gas: CubicMetres, reference_gas: CubicMetresPerTonne, product: Tonnes
) -> MgPerCubicMetre:
    """Concentration at the reference gas volume of a product.

        C_ref = C Q / (q_ref P)

    Source: GB 26453-2011 for oxy-fuel glass furnaces, and alike for cupolas and nitric acid, where oxygen gives
    no reference. For compliance only: mass takes the measured concentration and gas.
    """
    return concentration * gas / (reference_gas * product)


@formula(cites="gb-26131-2010#4.3", zh="基准排水量排放浓度")
def at_base_drainage(concentration: MgPerLitre, drained: CubicMetres, allowed: CubicMetres) -> MgPerLitre:
    """Concentration at the base drainage.

        C_ref = C × max(1, Q / Σ Y q)

    Source: water standards of industries (such as GB 26131-2010, GB 31571-2015): only where more is drained than
    the base drainage of the products allows. For compliance only.
    """
    return concentration * at_least(drained / allowed, 1)


@formula(cites="definition", zh="许可排放量（按限值和基准气量）")
def allowed_emission(limit: MgPerCubicMetre, reference_gas: CubicMetres) -> Tonnes:
    """Mass that a limit allows.

        E = C_limit V_ref

    Source: definition; the gas volume is dry and at the reference oxygen of the limit.
    """
    return limit * reference_gas


@formula(
    cites="expert-unconfirmed#reference-flue-gas",
    zh="燃煤基准烟气量",
    empirical=True,
    valid={"heating_value": "at least 12.54 MJ/kg"},
    error="unknown",
)
def flue_gas_of_coal(heating_value: MjPerKg) -> CubicMetresPerKg:
    """Reference flue gas of coal, dry and at 9 % oxygen.

        V = 0.411 Q + 0.918

    Source: as used in applications for emission permits, unconfirmed (grade C). Valid: lower heating value of
    12.54 MJ/kg or more, volatile matter of 15 % or more. Error: unknown.
    """
    return 0.411 * heating_value + 0.918


@formula(cites="expert-unconfirmed#reference-flue-gas", zh="燃油基准烟气量", empirical=True, error="unknown")
def flue_gas_of_oil(heating_value: MjPerKg) -> CubicMetresPerKg:
    """Reference flue gas of oil, dry and at 3.5 % oxygen.

        V = 0.29 Q + 0.379

    Source: as for coal, unconfirmed (grade C). Valid: fuel oil and diesel. Error: unknown.
    """
    return 0.29 * heating_value + 0.379


@formula(cites="expert-unconfirmed#reference-flue-gas", zh="燃气基准烟气量", empirical=True, error="unknown")
def flue_gas_of_gas(heating_value: MjPerCubicMetre) -> CubicMetresPerCubicMetre:
    """Reference flue gas of natural gas, dry and at 3.5 % oxygen.

        V = 0.285 Q + 0.343

    Source: as for coal, unconfirmed (grade C). Valid: natural gas. Error: unknown.
    """
    return 0.285 * heating_value + 0.343
