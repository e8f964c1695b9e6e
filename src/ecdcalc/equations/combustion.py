"""Combustion: excess air, flue-gas loss, boiler efficiency direct and indirect.

All shares are of the fuel energy on lower heating value. Oxygen is in dry flue gas.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from attrs import frozen

from ecdcalc.equations.constants import Constant
from ecdcalc.numbers.formula import formula
from ecdcalc.numbers.kinds import (
    Celsius,
    Gigajoules,
    KjPerKg,
    Megawatts,
    PercentPerKelvin,
    Ratio,
    Share,
    SquarePercentPerKelvin,
    Tonnes,
)
from ecdcalc.numbers.ops import Number, total


@frozen
class Siegert:
    """The two coefficients of the Siegert formula for one fuel."""

    a2: Constant
    b: Constant


@frozen
class FlueGasLine:
    """The two coefficients of the Chinese simplified flue-gas loss for one fuel."""

    m: Constant
    n: Constant


def _siegert(a2: float, b: float, fuel: str, zh: str, cites: str) -> Siegert:
    return Siegert(
        Constant(a2, "%·%/K", "A2", f"Siegert coefficient A2, {fuel}", f"Siegert系数A2（{zh}）", cites),
        Constant(b, "%/K", "B", f"Siegert coefficient B, {fuel}", f"Siegert系数B（{zh}）", cites),
    )


def _line(m: float, n: float, fuel: str, zh: str) -> FlueGasLine:
    cites = "tsg-g0003-2010#simplified-test"
    return FlueGasLine(  # the document prints % per 100 K
        Constant(m / 100, "%/K", "m", f"Flue-gas coefficient m, {fuel}", f"排烟热损失系数m（{zh}）", cites),
        Constant(n / 100, "%/K", "n", f"Flue-gas coefficient n, {fuel}", f"排烟热损失系数n（{zh}）", cites),
    )


SIEGERT: Mapping[str, Siegert] = MappingProxyType(
    {
        "natural-gas": _siegert(0.66, 0.009, "natural gas", "天然气", "bimschv-1-2010#annex-2"),
        "coke-oven-gas": _siegert(0.60, 0.011, "coke-oven gas", "焦炉煤气", "bimschv-1-2010#annex-2"),
        "liquefied-gas": _siegert(0.63, 0.008, "liquefied petroleum gas", "液化石油气", "bimschv-1-2010#annex-2"),
        "light-oil": _siegert(0.68, 0.007, "light fuel oil", "轻质燃料油", "bimschv-1-2010#annex-2"),
        # k = 0.683 on CO2 and CO2max = 18.5 %: A2 = k × 21 / 18.5
        "hard-coal": _siegert(0.775, 0.0, "hard coal", "烟煤", "siegert-solid-fuel"),
    }
)
"""Coefficients for oxygen in %, with 21 % oxygen in air."""

FLUE_GAS_LINES: Mapping[str, FlueGasLine] = MappingProxyType(
    {
        "brown-coal": _line(0.6, 3.8, "brown coal", "褐煤"),
        "bituminous-coal": _line(0.4, 3.6, "bituminous coal", "烟煤"),
        "anthracite": _line(0.3, 3.5, "anthracite", "无烟煤"),
        "oil": _line(0.5, 3.45, "oil", "油"),
        "gas": _line(0.5, 3.45, "gas", "气"),
    }
)


@formula(
    cites="gb-t-10180-2017",
    zh="过量空气系数",
    valid={"oxygen": "at most 15 %"},
    defined={"oxygen": "at least 0 %"},
    error="methane +3.1 % at 6 % oxygen, +6.4 % at 12 %",
)
def excess_air_ratio(oxygen: Share, oxygen_in_air: Share) -> Ratio:
    """Excess-air ratio.

        λ = O2,air / (O2,air − O2)

    Source: GB/T 10180-2017, for complete combustion (the full form subtracts half of CO from O2).
    Valid: dry gas, no CO, fuel with little nitrogen. Error: what the fuel takes from the volume of dry gas, against the
    reaction of methane +3.1 % at 6 % O2 and +6.4 % at 12 %. Noise grows above 15 % O2.
    """
    return oxygen_in_air / (oxygen_in_air - oxygen)


@formula(
    cites="bimschv-1-2010#annex-2",
    zh="排烟热损失（Siegert公式）",
    valid={"temperature": "at most 400 °C", "oxygen": "at most 15 %"},
    defined={"oxygen": "at least 0 %"},
    error="0.3 points to 250 °C, 1 point at 400 °C; coal 1 point; at 900 °C 4 points too low",
)
def flue_gas_loss(
    temperature: Celsius,
    air_temperature: Celsius,
    oxygen: Share,
    oxygen_in_air: Share,
    a2: SquarePercentPerKelvin,
    b: PercentPerKelvin,
) -> Share:
    """Flue-gas loss by the Siegert formula.

        q = (t − t_air) (A2 / (O2,air − O2) + B)

    Source: 1. BImSchV of 2010, annex 2; coefficients in `SIEGERT`, made for an O2,air of 21 %.
    Valid: no condensation, complete combustion, up to about 400 °C, O2 below 15 %. Error: 0.3 points of loss
    for gas and oil to 250 °C, 1 point at 400 °C; for coal 1 point, as moisture and ash vary; natural gas at 900 °C
    loses 4 points more than it says, as heat capacities grow. There take `methane_flue_loss`.
    """
    return (temperature - air_temperature) * (a2 / (oxygen_in_air - oxygen) + b)


_HEAT_CAPACITIES = {  # c_p / R = α + β T + γ T² + δ T³ + ε T⁴, T in K
    "CO2": (2.401, 8.735e-3, -6.607e-6, 2.002e-9, 0.0),
    "H2O": (4.070, -1.108e-3, 4.152e-6, -2.964e-9, 0.807e-12),
    "N2": (3.675, -1.208e-3, 2.324e-6, -0.632e-9, -0.226e-12),
    "O2": (3.626, -1.878e-3, 7.055e-6, -6.764e-9, 2.156e-12),
}


def _rise(gas: str, cold: Number, hot: Number) -> Number:
    """Return the enthalpy of a gas between two temperatures (K), over R: the integral of the polynomial."""
    terms = enumerate(_HEAT_CAPACITIES[gas], 1)
    return total(coefficient / power * (hot**power - cold**power) for power, coefficient in terms)


@formula(
    cites="moran-shapiro-2014#table-a-21",
    zh="排烟热损失（甲烷燃烧反应）",
    empirical=True,
    valid={"temperature": "20 to 1000 °C", "air_temperature": "-20 to 600 °C"},
    defined={"oxygen": "at least 0 %"},
    error="0.15 points of methane, 0.5 points of natural gas",
)
def methane_flue_loss(temperature: Celsius, air_temperature: Celsius, oxygen: Share, oxygen_in_air: Share) -> Share:
    """Flue-gas loss of natural gas taken as methane, by the reaction and the heat capacities of the gases.

        CH4 + 2 (1 + x) (O2 + r N2) → CO2 + 2 H2O + 2 x O2 + 2 r (1 + x) N2,   r = 1 / O2_air − 1
        q = (Σ n (h(t) − h(25 °C)) of the products − Σ n (h(t_air) − h(25 °C)) of the air) / 802.3 kJ/mol,
        x = O2 (1 + 2 r) / (2 − 2 O2 (1 + r))

    Source: Moran and Shapiro 2014, ch. 13, heat capacities of table A-21, lower heating value at 25 °C of table A-25.
    Valid: no condensation, complete combustion, 20 to 1000 °C, beyond the table too; air of −20 to 600 °C. What
    preheated air brings is taken off, of the products and not of the air alone, so it holds for preheated air too.
    Error: 0.15 points against the enthalpies of CoolProp; 0.5 points of loss in all, as natural gas is not all methane.
    """
    share, hot, warm, zero = oxygen / 100, temperature + 273.15, air_temperature + 273.15, 298.15
    nitrogen = 100 / oxygen_in_air - 1
    excess = share * (1 + 2 * nitrogen) / (2 - 2 * share * (1 + nitrogen))
    products = _rise("CO2", zero, hot) + 2 * _rise("H2O", zero, hot)
    rest = 2 * nitrogen * (1 + excess) * _rise("N2", zero, hot) + 2 * excess * _rise("O2", zero, hot)
    brought = 2 * (1 + excess) * (nitrogen * _rise("N2", zero, warm) + _rise("O2", zero, warm))
    return 100 * 8.314462618e-3 * (products + rest - brought) / 802.3


@formula(
    cites="tsg-g0003-2010#simplified-test",
    zh="排烟热损失（简化公式）",
    valid={"excess_air": "1 to 3", "temperature": "at most 300 °C"},
    error="1 point",
)
def flue_gas_loss_by_air(
    temperature: Celsius,
    air_temperature: Celsius,
    excess_air: Ratio,
    m: PercentPerKelvin,
    n: PercentPerKelvin,
    unburnt_solid_loss: Share,
) -> Share:
    """Flue-gas loss by excess air.

        q2 = (m + n α) (t − t_air) (1 − q4)

    Source: TSG G0003-2010, simplified test of industrial boilers; coefficients in `FLUE_GAS_LINES`.
    Valid: industrial boilers, α from 1 to 3, t below 300 °C. Error: about 1 point of loss.
    """
    return (m + n * excess_air) * (temperature - air_temperature) * (1 - unburnt_solid_loss)


@formula(cites="gb-t-10180-2017", zh="锅炉正平衡热效率", error="2 to 4 %")
def boiler_efficiency_direct(
    steam: Tonnes,
    steam_enthalpy: KjPerKg,
    feedwater_enthalpy: KjPerKg,
    blowdown: Tonnes,
    blowdown_enthalpy: KjPerKg,
    fuel_heat: Gigajoules,
) -> Share:
    """Boiler efficiency from fuel and steam.

        η = (D (h_steam − h_fw) + D_bd (h_bd − h_fw)) / Q_fuel

    Source: GB/T 10180-2017, input-output method. Fuel heat on lower heating value.
    Valid: any steam or hot-water boiler at steady load. Error: that of the flow and fuel meters, 2 to 4 %.
    """
    useful = steam * (steam_enthalpy - feedwater_enthalpy) + blowdown * (blowdown_enthalpy - feedwater_enthalpy)
    return useful / fuel_heat


@formula(cites="gb-t-10180-2017", zh="锅炉反平衡热效率", error="0.5 to 1 point")
def boiler_efficiency_indirect(
    flue_gas_loss: Share,
    unburnt_gas_loss: Share,
    unburnt_solid_loss: Share,
    surface_loss: Share,
    ash_loss: Share,
) -> Share:
    """Boiler efficiency from losses.

        η = 1 − (q2 + q3 + q4 + q5 + q6)

    Source: GB/T 10180-2017, heat-loss method. Valid: steady load; blow-down is useful heat here.
    Error: 0.5 to 1 point when all five losses are measured.
    """
    return 1 - (flue_gas_loss + unburnt_gas_loss + unburnt_solid_loss + surface_loss + ash_loss)


@formula(
    cites="gb-t-10180-2017",
    zh="部分负荷散热损失",
    valid={"load = output / rated_output": "above 25 %"},
    error="20 %",
)
def surface_loss_at_load(rated_loss: Share, rated_output: Megawatts, output: Megawatts) -> Share:
    """Surface loss at part load.

        q5 = q5,rated D_rated / D

    Source: GB/T 10180-2017. The casing loses the same heat at any load.
    Valid: load above 25 % of the rating. Error: 20 % of the loss.
    """
    return rated_loss * rated_output / output


@formula(
    cites="gb-t-13234-2018",
    zh="锅炉效率提高节能量",
    defined={"efficiency_before": "at least 0 %", "efficiency_after": "above 0 %"},
)
def fuel_saved(fuel_heat: Gigajoules, efficiency_before: Share, efficiency_after: Share) -> Gigajoules:
    """Fuel saved by higher efficiency.

        ΔQ = Q (1 − η_before / η_after)

    Source: definition, at equal useful heat. Positive is saved.
    """
    return fuel_heat * (1 - efficiency_before / efficiency_after)
