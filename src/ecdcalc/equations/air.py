"""Compressed air: work of compression, pressure reduction, leaks; moist air."""

from __future__ import annotations

from ecdcalc.equations.constants import CIRCLE
from ecdcalc.equations.properties import moist_air
from ecdcalc.numbers.formula import formula
from ecdcalc.numbers.kinds import (
    Celsius,
    CubicMetresPerHour,
    Hours,
    JoulesPerKgKelvin,
    KgPerCubicMetre,
    KgPerHour,
    Kilopascals,
    Kilowatts,
    KjPerKg,
    KwhPerCubicMetre,
    Megapascals,
    Millimetres,
    Ratio,
    Share,
    SquareMillimetres,
)
from ecdcalc.numbers.ops import at_least, log, root


@formula(
    cites="iso-1217-2009",
    zh="等温压缩功",
    valid={"outlet_pressure": "at most 2 MPa"},
    defined={"inlet_pressure": "above 0 MPa", "outlet_pressure": "above 0 MPa"},
    error="1 %",
)
def isothermal_work(inlet_pressure: Megapascals, outlet_pressure: Megapascals) -> KwhPerCubicMetre:
    """Isothermal work of compression per volume at inlet.

        w = p1 ln(p2/p1)

    Source: ISO 1217:2009 (isothermal power). Absolute pressures. Valid: ideal gas; the least possible work
    for a compressor that is cooled to inlet temperature. Error: below 1 % for air up to 2 MPa.
    """
    return inlet_pressure * log(outlet_pressure / inlet_pressure)


@formula(
    cites="iso-1217-2009",
    zh="绝热压缩功",
    valid={"outlet_pressure": "at most 2 MPa"},
    defined={
        "inlet_pressure": "above 0 MPa",
        "outlet_pressure": "above 0 MPa",
        "isentropic_exponent": "above 1",
        "stages": "above 0",
    },
    error="1 %",
)
def adiabatic_work(
    inlet_pressure: Megapascals, outlet_pressure: Megapascals, isentropic_exponent: Ratio, stages: Ratio
) -> KwhPerCubicMetre:
    """Adiabatic work of compression per volume at inlet.

        w = z p1 κ/(κ−1) ((p2/p1)^((κ−1)/(z κ)) − 1)

    Source: ISO 1217:2009 (isentropic power); z equal stages with cooling back to inlet temperature between
    them. Absolute pressures. Valid: ideal gas. Error: below 1 % for air up to 2 MPa.
    """
    exponent = (isentropic_exponent - 1) / (stages * isentropic_exponent)
    return inlet_pressure / exponent * ((outlet_pressure / inlet_pressure) ** exponent - 1)


@formula(cites="iso-1217-2009", zh="空压机输入功率")
def compressor_power(flow: CubicMetresPerHour, work: KwhPerCubicMetre, efficiency: Share) -> Kilowatts:
    """Power drawn by a compressor.

        P = q w / η

    Source: ISO 1217:2009. Flow at inlet state; η of compressor, drive and motor together, on the same work
    (isothermal or adiabatic).
    """
    return flow * work / efficiency


@formula(
    cites="doe-compressed-air-sourcebook-2016",
    zh="降低供气压力节电率",
    defined={
        "inlet_pressure": "above 0 MPa",
        "pressure_before": "above 0 MPa",
        "pressure_after": "above 0 MPa",
        "isentropic_exponent": "above 1",
        "stages": "above 0",
    },
)
def pressure_saving(
    inlet_pressure: Megapascals,
    pressure_before: Megapascals,
    pressure_after: Megapascals,
    isentropic_exponent: Ratio,
    stages: Ratio,
) -> Share:
    """Share of compressor power saved by a lower pressure.

        s = 1 − ((p_after/p1)^a − 1) / ((p_before/p1)^a − 1),   a = (κ−1)/(z κ)

    Source: ratio of two `adiabatic_work` at the same flow. The rule of the US DOE sourcebook (2016), 1 % of
    power per 2 psi near 100 psig, is its slope for two stages; one stage saves 1.1 %. Absolute pressures.
    Unregulated use and leaks fall too, which is not counted here.
    """
    exponent = (isentropic_exponent - 1) / (stages * isentropic_exponent)
    after = (pressure_after / inlet_pressure) ** exponent - 1
    before = (pressure_before / inlet_pressure) ** exponent - 1
    return 1 - after / before


@formula(cites="definition", zh="孔口面积")
def orifice_area(diameter: Millimetres) -> SquareMillimetres:
    """Area of a round hole.

        A = π d² / 4

    Source: geometry. The width of a real leak is a guess: see `leak_flow`.
    """
    return CIRCLE * diameter**2


@formula(cites="shapiro-1953#4", zh="临界压力比", defined={"isentropic_exponent": "above 1"})
def critical_pressure_ratio(isentropic_exponent: Ratio) -> Ratio:
    """Pressure ratio below which the flow is choked.

        r = (2/(κ+1))^(κ/(κ−1))

    Source: Shapiro, Compressible Fluid Flow, 1953, ch. 4. For air it is 0.528. Valid: ideal gas.
    """
    mean = (1 + isentropic_exponent) / (1 + 1)
    return mean ** (-isentropic_exponent / (isentropic_exponent - 1))


@formula(
    cites="shapiro-1953#4",
    zh="孔口泄漏质量流量",
    defined={
        "pressure": "above 0 MPa",
        "outside_pressure": "at least 0 MPa",
        "isentropic_exponent": "above 1",
        "temperature": "above -273.15 °C",
    },
    error="20 %",
)
def leak_flow(
    area: SquareMillimetres,
    discharge: Ratio,
    pressure: Megapascals,
    outside_pressure: Megapascals,
    temperature: Celsius,
    isentropic_exponent: Ratio,
    gas_constant: JoulesPerKgKelvin,
) -> KgPerHour:
    """Leak through an orifice.

        m = C A p √( 2κ/(κ−1) / (R T) (r^(2/κ) − r^((κ+1)/κ)) ),   r = p_out/p, at least the critical ratio

    Source: Shapiro 1953, ch. 4. Absolute pressures. Choked when p_out/p is below the critical ratio: the
    flow then grows with p alone. None where p_out is above p. Discharge coefficient 0.61 for a sharp edge,
    0.97 for a well-rounded one (DOE compressed-air tip sheet 3). Error: that of C and of the guessed hole,
    20 % and more in the field.
    """
    twice = 1 + 1
    critical = critical_pressure_ratio(isentropic_exponent=isentropic_exponent)
    ratio = at_least(outside_pressure / pressure, critical)
    expansion = (ratio ** (1 / isentropic_exponent)) ** 2 - ratio ** (1 + 1 / isentropic_exponent)
    head = twice * isentropic_exponent / (isentropic_exponent - 1) / (gas_constant * temperature)
    return discharge * area * pressure * root(head * at_least(expansion, 0))


@formula(
    cites="moran-shapiro-2014#3",
    zh="气体密度",
    valid={"pressure": "at most 1 MPa"},
    defined={"pressure": "at least 0 MPa", "temperature": "above -273.15 °C"},
    error="0.5 %",
)
def gas_density(pressure: Kilopascals, temperature: Celsius, gas_constant: JoulesPerKgKelvin) -> KgPerCubicMetre:
    """Density of a gas.

        ρ = p / (R T)

    Source: ideal-gas law, Moran and Shapiro 2014, ch. 3. Error: below 0.5 % for air up to 1 MPa near room temperature.
    """
    return pressure / (gas_constant * temperature)


@formula(cites="doe-compressed-air-sourcebook-2016#leaks", zh="加卸载法泄漏率")
def leak_share(load_time: Hours, unload_time: Hours) -> Share:
    """Leakage as a share of compressor capacity.

        s = T_load / (T_load + T_unload)

    Source: US DOE, Improving Compressed Air System Performance, 3rd ed. 2016. Measured with all users off,
    on a compressor with start/stop or load/unload control.
    """
    return load_time / (load_time + unload_time)


@formula(
    cites="ashrae-rp-1485",
    zh="湿空气焓",
    empirical=True,
    defined={"temperature": "-143 to 350 °C", "relative_humidity": "0 to 100 %", "pressure": "at most 10 MPa"},
)
def moist_air_enthalpy(temperature: Celsius, relative_humidity: Share, pressure: Kilopascals) -> KjPerKg:
    """Enthalpy of moist air per kilogram of dry air.

    Source: ASHRAE RP-1485 (Herrmann, Kretzschmar, Gatley 2009), by CoolProp; zero for dry air at 0 °C.
    Valid: −143 to 350 °C, up to 10 MPa. Works on numbers and arrays, not on data-frame expressions.
    """
    return moist_air("enthalpy", temperature, relative_humidity, pressure)
