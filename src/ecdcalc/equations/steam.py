"""Steam: enthalpies, traps, flash, let-down and expansion.

The functions that look properties up are empirical: they work on numbers, arrays and terms, not on data-frame
expressions. Those that take enthalpies are plain arithmetic. Pressures are absolute.
"""

from __future__ import annotations

from ecdcalc.equations.constants import Constant
from ecdcalc.equations.properties import steam
from ecdcalc.numbers.formula import formula
from ecdcalc.numbers.kinds import (
    Celsius,
    KgPerHour,
    Kilowatts,
    KjPerKg,
    Megapascals,
    Ratio,
    SecondsPerMetre,
    Share,
    SquareMillimetres,
    TonnesPerHour,
)

NAPIER = Constant(  # 1/70 lb/s per psi × in²; psi × in² = lbf = lb × 9.80665 m/s²
    1 / (70 * 9.80665), "s/m", "K", "Napier coefficient", "Napier系数", "marks-11#napier"
)


@formula(cites="iapws-r7-97#4", zh="饱和温度", empirical=True, defined={"pressure": "0.000611 to 22.064 MPa"})
def saturation_temperature(pressure: Megapascals) -> Celsius:
    """Saturation temperature of steam.

    Source: IAPWS R7-97(2012), region 4. Valid: 0.000611 to 22.064 MPa.
    """
    return steam("temperature", pressure=pressure, quality=0.0)


_SATURATED = "0.1 % to 21 MPa, to 1.2 % towards the critical point"


@formula(
    cites="iapws-r7-97",
    zh="饱和蒸汽焓",
    empirical=True,
    defined={"pressure": "0.000611 to 22.064 MPa"},
    error=_SATURATED,
)
def saturated_steam_enthalpy(pressure: Megapascals) -> KjPerKg:
    """Enthalpy of dry saturated steam.

    Source: IAPWS R7-97(2012). Valid: 0.000611 to 22.064 MPa. Error: below 0.1 % to 21 MPa, to 1.2 % towards the
    critical point. Wet steam of dryness x has h = h_water + x (h_steam − h_water).
    """
    return steam("enthalpy", pressure=pressure, quality=1.0)


@formula(
    cites="iapws-r7-97", zh="饱和水焓", empirical=True, defined={"pressure": "0.000611 to 22.064 MPa"}, error=_SATURATED
)
def saturated_water_enthalpy(pressure: Megapascals) -> KjPerKg:
    """Enthalpy of boiling water.

    Source: IAPWS R7-97(2012). Valid: 0.000611 to 22.064 MPa. Error: below 0.1 % to 21 MPa, to 1.2 % towards the
    critical point.
    """
    return steam("enthalpy", pressure=pressure, quality=0.0)


@formula(
    cites="iapws-r7-97",
    zh="水和过热蒸汽焓",
    empirical=True,
    defined={"pressure": "above 0 MPa, at most 100 MPa", "temperature": "0 to 800 °C"},
    error="0.2 %, near the critical point 0.7 %",
)
def enthalpy(pressure: Megapascals, temperature: Celsius) -> KjPerKg:
    """Enthalpy of water or superheated steam.

    Source: IAPWS R7-97(2012). Valid: 0 to 800 °C up to 100 MPa, not on the saturation line. Error: below
    0.2 %, to 0.7 % near the critical point.
    """
    return steam("enthalpy", pressure=pressure, temperature=temperature)


@formula(
    cites="iapws-r7-97",
    zh="等熵膨胀后焓",
    empirical=True,
    defined={"inlet_pressure": "above 0 MPa", "inlet_temperature": "0 to 800 °C", "outlet_pressure": "above 0 MPa"},
    error="0.1 %",
)
def isentropic_enthalpy(
    inlet_pressure: Megapascals, inlet_temperature: Celsius, outlet_pressure: Megapascals
) -> KjPerKg:
    """Enthalpy of steam after isentropic expansion.

        h2s = h(p2, s(p1, t1))

    Source: IAPWS R7-97(2012). The outlet may be wet. Error: 0.1 % (backward equations).
    """
    entropy = steam("entropy", pressure=inlet_pressure, temperature=inlet_temperature)
    return steam("enthalpy", pressure=outlet_pressure, entropy=entropy)


@formula(
    cites="iapws-r7-97",
    zh="节流后温度",
    empirical=True,
    defined={"inlet_pressure": "above 0 MPa", "inlet_temperature": "0 to 800 °C", "outlet_pressure": "above 0 MPa"},
    error="0.1 %",
)
def let_down_temperature(
    inlet_pressure: Megapascals, inlet_temperature: Celsius, outlet_pressure: Megapascals
) -> Celsius:
    """Temperature of steam after a pressure-reducing valve.

        t2 = t(p2, h(p1, t1))

    Source: throttling at constant enthalpy with IAPWS R7-97(2012). Valid: no water spray, no heat loss.
    """
    before = steam("enthalpy", pressure=inlet_pressure, temperature=inlet_temperature)
    return steam("temperature", pressure=outlet_pressure, enthalpy=before)


@formula(cites="moran-shapiro-2014#6", zh="汽轮机排汽焓", valid={"efficiency": "0 to 100 %"})
def exhaust_enthalpy(inlet_enthalpy: KjPerKg, isentropic_enthalpy: KjPerKg, efficiency: Share) -> KjPerKg:
    """Enthalpy of steam at the exhaust of a turbine.

        h2 = h1 − η (h1 − h2s)

    Source: definition of isentropic efficiency, Moran and Shapiro, 8th ed. 2014, ch. 6.
    """
    return inlet_enthalpy - efficiency * (inlet_enthalpy - isentropic_enthalpy)


@formula(cites="moran-shapiro-2014#6", zh="蒸汽膨胀功率", valid={"efficiency": "0 to 100 %"})
def expansion_power(
    flow: TonnesPerHour, inlet_enthalpy: KjPerKg, isentropic_enthalpy: KjPerKg, efficiency: Share
) -> Kilowatts:
    """Power of steam expanding between two pressures.

        P = m η (h1 − h2s)

    Source: Moran and Shapiro 2014, ch. 6. Efficiency 100 % gives the isentropic power; typical are
    50 to 80 % (small single-stage) or 80 to 90 % (large). Mechanical and generator losses come on top.
    """
    return flow * efficiency * (inlet_enthalpy - isentropic_enthalpy)


@formula(
    cites="doe-tip-sheets#steam-1",
    zh="疏水阀漏汽量",
    error="3 %",
    valid={"pressure": "at least 0.184 MPa"},
    defined={"pressure": "at least 0 MPa"},
)
def trap_loss(area: SquareMillimetres, discharge: Ratio, pressure: Megapascals, napier: SecondsPerMetre) -> KgPerHour:
    """Steam lost through a trap that is stuck open.

        m = K C A p        with K = `NAPIER`

    Source: Napier's formula (lb/s = psia in²/70), Marks' Handbook; the table of DOE steam tip sheet 1 has
    C = 0.72. Valid: saturated steam blowing into less than 0.55 p: into the air, from 0.184 MPa. Error: 3 % of the
    formula; in practice condensate in the seat halves the loss.
    """
    return napier * discharge * area * pressure


@formula(cites="doe-tip-sheets#steam-12", zh="闪蒸汽比例")
def flash_share(
    condensate_enthalpy: KjPerKg, flashed_water_enthalpy: KjPerKg, flashed_steam_enthalpy: KjPerKg
) -> Share:
    """Share of condensate that flashes into steam.

        x = (h1 − h_water,2) / (h_steam,2 − h_water,2)

    Source: heat balance at constant enthalpy; DOE steam tip sheet 12. Exact for saturated outlets.
    """
    return (condensate_enthalpy - flashed_water_enthalpy) / (flashed_steam_enthalpy - flashed_water_enthalpy)


@formula(cites="moran-shapiro-2014#4", zh="减温减压喷水量")
def desuperheating_water(
    steam_flow: TonnesPerHour, inlet_enthalpy: KjPerKg, outlet_enthalpy: KjPerKg, water_enthalpy: KjPerKg
) -> TonnesPerHour:
    """Spray water of a let-down station with desuperheating.

        m_w = m_s (h1 − h2) / (h2 − h_w)

    Source: mass and heat balance, Moran and Shapiro 2014, ch. 4. The steam that leaves is m_s + m_w.
    """
    return steam_flow * (inlet_enthalpy - outlet_enthalpy) / (outlet_enthalpy - water_enthalpy)


@formula(cites="doe-tip-sheets#steam-8", zh="凝结水回收热量")
def condensate_heat(flow: TonnesPerHour, condensate_enthalpy: KjPerKg, makeup_enthalpy: KjPerKg) -> Kilowatts:
    """Heat returned with condensate.

        Q = m (h_condensate − h_make-up)

    Source: DOE steam tip sheet 8. Divide by the boiler efficiency for fuel.
    """
    return flow * (condensate_enthalpy - makeup_enthalpy)
