"""Heat transfer: layers, surfaces, insulation, furnace openings, exchangers, buildings, waste heat."""

from __future__ import annotations

from math import tau

from ecdcalc.numbers.formula import formula
from ecdcalc.numbers.kinds import (
    Celsius,
    Gigajoules,
    KelvinDays,
    Kelvins,
    Kilowatts,
    KjPerKgKelvin,
    MetreKelvinsPerWatt,
    Metres,
    MetresPerSecond,
    Millimetres,
    Ratio,
    Share,
    SquareMetreKelvinsPerWatt,
    SquareMetres,
    TonnesPerHour,
    WattsPerMetre,
    WattsPerMetreKelvin,
    WattsPerSquareMetre,
    WattsPerSquareMetreKelvin,
    WattsPerSquareMetreKelvin4,
)
from ecdcalc.numbers.ops import exp, log, root, where


@formula(cites="incropera-2011#3.1", zh="平壁层热阻")
def flat_resistance(thickness: Millimetres, conductivity: WattsPerMetreKelvin) -> SquareMetreKelvinsPerWatt:
    """Resistance of a flat layer.

        R = d / λ

    Source: Incropera, 7th ed. 2011, ch. 3.1. Layers add up. λ at the mean temperature of the layer.
    """
    return thickness / conductivity


@formula(cites="incropera-2011#3.1", zh="平壁热流", error="10 to 20 %")
def flat_loss(
    hot: Celsius,
    ambient: Celsius,
    resistance: SquareMetreKelvinsPerWatt,
    surface_coefficient: WattsPerSquareMetreKelvin,
) -> WattsPerSquareMetre:
    """Heat through a flat wall per area.

        q = (t_hot − t_ambient) / (R + 1/h)

    Source: Incropera 2011, ch. 3.1; ISO 12241. h counts convection and radiation outside. Valid: steady
    state. Error: that of λ and h, 10 to 20 %.
    """
    return (hot - ambient) / (resistance + 1 / surface_coefficient)


@formula(cites="incropera-2011#3.3", zh="圆筒层热阻")
def pipe_resistance(
    inner_diameter: Millimetres, outer_diameter: Millimetres, conductivity: WattsPerMetreKelvin
) -> MetreKelvinsPerWatt:
    """Resistance of a cylindrical layer per length.

        R = ln(D_out/D_in) / (2 π λ)

    Source: Incropera 2011, ch. 3.3. Layers add up.
    """
    return log(outer_diameter / inner_diameter) / (tau * conductivity)


@formula(cites="incropera-2011#3.3", zh="管道单位长度热损失", error="10 to 20 %")
def pipe_loss(
    hot: Celsius,
    ambient: Celsius,
    resistance: MetreKelvinsPerWatt,
    outer_diameter: Millimetres,
    surface_coefficient: WattsPerSquareMetreKelvin,
) -> WattsPerMetre:
    """Heat through a pipe wall per length.

        q = (t_hot − t_ambient) / (R + 1/(π D h))

    Source: Incropera 2011, ch. 3.3; ISO 12241. Valid: steady state. More insulation loses less only above the
    critical diameter, which is two λ/h: ten millimetres for mineral wool. Error: 10 to 20 %.
    """
    perimeter = tau * outer_diameter / (1 + 1)
    return (hot - ambient) / (resistance + 1 / (perimeter * surface_coefficient))


_STILL_AIR = {"mean = (surface + ambient) / 2": "20 to 100 °C"}
_WARMER = {"rise = surface - ambient": "at least 0 K"}


@formula(
    cites="holman-2010#table-7-2",
    zh="竖壁自然对流系数",
    empirical=True,
    valid=_STILL_AIR,
    defined=_WARMER,
    error="21 % for walls of 0.1 to 10 m, with a step of 12 %",
)
def wall_convection(surface: Celsius, ambient: Celsius, height: Metres) -> WattsPerSquareMetreKelvin:
    """Natural convection from a vertical wall.

        h = 1.42 (Δt/H)^¼   for H³ Δt ≤ 10 m³K,   otherwise 1.31 Δt^⅓

    Source: Holman, Heat Transfer, 10th ed. 2010, table 7-2; the change at Gr Pr = 10⁹ is written as H³ Δt.
    Valid: wall warmer than still air of the sea level, mean of wall and air from 20 to 100 °C. Error: 21 % against
    Churchill and Chu for walls of 0.1 to 10 m, most at the change, where it steps by 12 %.
    """
    rise = surface - ambient
    return where(height**3 * rise <= 10, 1.42 * root(rise / height, 4), 1.31 * root(rise, 3))


@formula(
    cites="holman-2010#table-7-2",
    zh="水平管自然对流系数",
    empirical=True,
    valid=_STILL_AIR,
    defined=_WARMER,
    error="27 % for pipes of 0.02 to 2 m, with a step of 14 %",
)
def pipe_convection(surface: Celsius, ambient: Celsius, diameter: Metres) -> WattsPerSquareMetreKelvin:
    """Natural convection from a horizontal pipe.

        h = 1.32 (Δt/D)^¼   for D³ Δt ≤ 10 m³K,   otherwise 1.24 Δt^⅓

    Source: Holman 2010, table 7-2. Valid as `wall_convection`. Error: 27 % against Churchill and Chu for pipes of
    0.02 to 2 m, thin ones too much, and a step of 14 % at the change.
    """
    rise = surface - ambient
    return where(diameter**3 * rise <= 10, 1.32 * root(rise / diameter, 4), 1.24 * root(rise, 3))


@formula(
    cites="gb-t-8175-2008",
    zh="保温结构外表面放热系数",
    empirical=True,
    valid={"wind": "0 to 8 m/s"},
    defined={"wind": "at least 0 m/s"},
    error="30 %",
)
def wind_coefficient(wind: MetresPerSecond) -> WattsPerSquareMetreKelvin:
    """Surface coefficient of insulated equipment in wind.

        h = 1.163 (10 + 6 √w)

    Source: GB/T 8175-2008 (convection and radiation together). Valid: 0 to 8 m/s, jacket near air
    temperature. Error: 30 %; shiny jackets lose less.
    """
    return 1.163 * (10 + 6 * root(wind))


@formula(
    cites="incropera-2011#7.4",
    zh="横掠圆管强制对流系数",
    empirical=True,
    valid={"reach = wind * diameter": "at least 2e-5 m2/s"},
    defined={"diameter": "above 0 m", "wind": "at least 0 m/s"},
    error="20 %",
)
def cross_wind_convection(
    surface: Celsius, ambient: Celsius, diameter: Metres, wind: MetresPerSecond
) -> WattsPerSquareMetreKelvin:
    """Forced convection from a pipe across the wind.

        Nu = 0.3 + 0.62 Re^½ Pr^⅓ / (1 + (0.4/Pr)^⅔)^¼ × (1 + (Re/282000)^⅝)^⅘

    Source: Churchill and Bernstein 1977, as in Incropera 2011, ch. 7.4 (eq. 7.54); air of 101.325 kPa at the mean
    temperature by the U.S. Standard Atmosphere 1976 (viscosity, conductivity), c_p 1.007 kJ/(kg K).
    Valid: Re Pr above 0.2; up to a mean of 400 °C air diffuses heat by less than 1e-4 m²/s, so from w d of 2e-5 m²/s.
    Error: 20 %.
    """
    mean = (surface + ambient) / 2 + 273.15
    viscosity = 1.458e-6 * mean**1.5 / (mean + 110.4)
    conductivity = 2.64638e-3 * mean**1.5 / (mean + 245.4 * exp(-12 * 2.302585093 / mean))
    reynolds = wind * diameter * 101325 / (287.05287 * mean * viscosity)
    prandtl = viscosity * 1007 / conductivity
    spread = root(1 + (0.4 / prandtl) ** (2 / 3), 4)
    laminar = 0.62 * root(reynolds) * root(prandtl, 3) / spread
    return conductivity / diameter * (0.3 + laminar * (1 + (reynolds / 282000) ** 0.625) ** 0.8)


@formula(
    cites="incropera-2011#1.2.3",
    zh="表面辐射热流",
    defined={"emissivity": "0 to 1", "surface": "at least -273.15 °C", "ambient": "at least -273.15 °C"},
)
def radiation(
    surface: Celsius, ambient: Celsius, emissivity: Ratio, stefan_boltzmann: WattsPerSquareMetreKelvin4
) -> WattsPerSquareMetre:
    """Radiation from a surface to its surroundings.

        q = ε σ (T_s⁴ − T_a⁴)

    Source: Incropera 2011, ch. 1.2.3. Valid: grey surface, large surroundings. Error: that of ε.
    """
    return emissivity * stefan_boltzmann * (surface**4 - ambient**4)


@formula(cites="incropera-2011#1.2", zh="炉壁散热", error="15 %")
def surface_loss(
    area: SquareMetres,
    surface: Celsius,
    ambient: Celsius,
    convection: WattsPerSquareMetreKelvin,
    radiation: WattsPerSquareMetre,
) -> Kilowatts:
    """Heat lost from the wall of a furnace or a hot surface.

        Q = A (h_c (t_s − t_a) + q_r)

    Source: Incropera 2011, ch. 1.2. h_c by `wall_convection`, q_r by `radiation`. Error: 15 %.
    """
    return area * (convection * (surface - ambient) + radiation)


@formula(cites="definition", zh="保温节能量")
def insulation_saving(
    bare_loss: WattsPerSquareMetre, insulated_loss: WattsPerSquareMetre, area: SquareMetres
) -> Kilowatts:
    """Heat saved by insulation.

        ΔQ = (q_bare − q_insulated) A

    Source: definition. Both losses per the same area. Positive is saved.
    """
    return (bare_loss - insulated_loss) * area


@formula(
    cites="berman-1965",
    zh="圆孔辐射角系数",
    empirical=True,
    defined={"diameter": "above 0 m", "depth": "at least 0 m"},
    error="0.1 %",
)
def round_hole_factor(diameter: Metres, depth: Metres) -> Ratio:
    """Share of the black radiation of a furnace that passes a round hole in its wall.

        F = 1 + L²/4 − L S/4 − ((8 − L²) S + L³ − 16)² / (72 L S − 288 ln((L + S)/2)),   L = 2 d/D,  S = √(L² + 4)

    Source: Berman, J. Appl. Phys. 36 (1965) 3356, for the passage of molecules through a tube (Clausing 1932), which is
    that of radiation through a hole whose walls give back what they take. Error: below 0.1 % up to ten walls a width.
    """
    length = 2 * depth / diameter
    thin = length <= 1e-4
    deep = where(thin, 1.0, length)
    across = root(deep**2 + 4)
    upper = ((8 - deep**2) * across + deep**3 - 16) ** 2
    lower = 72 * deep * across - 288 * log((deep + across) / 2)
    passed = 1 + deep**2 / 4 - deep / 4 * across - upper / lower
    return where(thin, 1 - length / 2, passed)


@formula(
    cites="trinks-2004#openings",
    zh="炉门开口辐射热损失",
    error="10 % to a depth of 3 heights, in walls of an emissivity above 0.8 with below 5 % of openings",
)
def opening_loss(
    area: SquareMetres,
    inside: Celsius,
    ambient: Celsius,
    shape_factor: Ratio,
    emissivity: Ratio,
    stefan_boltzmann: WattsPerSquareMetreKelvin4,
    open_share: Share,
) -> Kilowatts:
    """Radiation through an opening of a furnace.

        Q = ε σ F A (T_f⁴ − T_a⁴) × share of time open

    Source: Trinks, Industrial Furnaces, 6th ed. 2004. F is 1 for a thin wall and falls with its depth: of a round
    hole it is `round_hole_factor`, of another one that of a round hole four areas by one perimeter wide. ε is 1 where
    the openings are small. Valid: no gas blows in or out. Error: 10 % through holes of any shape to a depth of
    3 heights, in walls of an ε above 0.8 that have below 5 % of openings.
    """
    black = stefan_boltzmann * (inside**4 - ambient**4)
    return emissivity * shape_factor * area * black * open_share


@formula(
    cites="incropera-2011#11.3",
    zh="对数平均温差",
    defined={"hot_end = hot_in - cold_out": "above 0 K", "cold_end = hot_out - cold_in": "above 0 K"},
)
def log_mean_difference(hot_in: Celsius, hot_out: Celsius, cold_in: Celsius, cold_out: Celsius) -> Kelvins:
    """Log-mean temperature difference of a counterflow exchanger.

        Δt_m = (Δ1 − Δ2) / ln(Δ1/Δ2),   Δ1 = t_h,in − t_c,out,   Δ2 = t_h,out − t_c,in

    Source: Incropera 2011, ch. 11.3; where both are equal it is Δ1. Valid: Δ1 and Δ2 above 0 K, else no heat flows;
    constant heat capacities. Departures: written on Δ1/Δ2, so that nearly equal differences keep their digits.
    """
    one, other = hot_in - cold_out, hot_out - cold_in
    ratio = one / other
    equal = ratio == 1
    return where(equal, other, other * (ratio - 1) / log(where(equal, 1 + 1, ratio)))


@formula(cites="incropera-2011#11.3", zh="换热器换热量", error="20 %")
def exchanger_heat(
    coefficient: WattsPerSquareMetreKelvin, area: SquareMetres, mean_difference: Kelvins, correction: Ratio
) -> Kilowatts:
    """Heat of an exchanger.

        Q = U A F Δt_m

    Source: Incropera 2011, ch. 11.3. F is 1 in counterflow. Error: that of U, 20 % with fouling.
    """
    return coefficient * area * correction * mean_difference


@formula(cites="incropera-2011#1.3", zh="余热量")
def stream_heat(flow: TonnesPerHour, specific_heat: KjPerKgKelvin, hot: Celsius, cold: Celsius) -> Kilowatts:
    """Heat given by a stream that cools down.

        Q = m c (t_hot − t_cold)

    Source: Incropera 2011, ch. 1.3. Valid: no condensation; c at the mean temperature.
    """
    return flow * specific_heat * (hot - cold)


@formula(cites="moran-shapiro-2014#7", zh="余热最大做功效率")
def greatest_power_share(hot: Celsius, cooled: Celsius, cold: Celsius) -> Share:
    """Greatest share of the heat of a cooling stream that can become power.

        η_max = 1 − T_0 ln(T_h/T_c) / (T_h − T_c)

    T_h before and T_c after, T_0 the surroundings to which heat is rejected. Source: exergy given by a stream of
    constant heat capacity, Moran and Shapiro 2014, ch. 7. A limit that no machine passes; Typical: real
    plants reach 40 to 60 % of it.
    """
    return 1 - cold * log(hot / cooled) / (hot - cooled)


@formula(cites="definition", zh="余热发电功率")
def waste_heat_power(heat: Kilowatts, efficiency: Share) -> Kilowatts:
    """Power from waste heat.

        P = Q η

    Source: definition. Typical: η from 5 to 12 % (below 150 °C), 10 to 20 % (to 300 °C), 20 to 30 % (steam cycle
    above); `greatest_power_share` is the limit.
    """
    return heat * efficiency


@formula(cites="iso-6946-2017", zh="传热系数", error="thermal bridges add 5 to 30 %")
def transmittance(
    resistance: SquareMetreKelvinsPerWatt,
    inner_resistance: SquareMetreKelvinsPerWatt,
    outer_resistance: SquareMetreKelvinsPerWatt,
) -> WattsPerSquareMetreKelvin:
    """Thermal transmittance of a building element.

        U = 1 / (R_si + R + R_se)

    Source: ISO 6946:2017. Surface resistances of a wall: 0.13 and 0.04 m²K/W (GB 50176: 0.11 and 0.04).
    Error: thermal bridges add 5 to 30 %.
    """
    return 1 / (inner_resistance + resistance + outer_resistance)


@formula(cites="definition", zh="围护结构传热耗热量", error="15 %")
def transmission_heat(
    transmittance: WattsPerSquareMetreKelvin, area: SquareMetres, degree_days: KelvinDays
) -> Gigajoules:
    """Heat lost through an envelope over a season.

        Q = U A HDD

    Source: heat balance summed over the days of a season. Degree days for the indoor base
    temperature, for example HDD18. Valid: heating season as a whole, gains not counted. Error: 15 %.
    """
    return transmittance * area * degree_days
