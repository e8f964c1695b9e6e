import math

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from proof import assert_complete, assert_proven, assert_worked, case

from ecdcalc.equations import heat
from ecdcalc.equations.constants import STEFAN_BOLTZMANN
from ecdcalc.words.errors import InputError, ValidityWarning

SIGMA = str(STEFAN_BOLTZMANN)
CASES = [
    case(heat.flat_resistance, "2.5 m2·K/W", thickness="100 mm", conductivity="0.04 W/m/K"),
    # 180 / (2.5 + 0.1) by hand
    case(
        heat.flat_loss,
        "69.2308 W/m2",
        hot="200 °C",
        ambient="20 °C",
        resistance="2.5 m2·K/W",
        surface_coefficient="10 W/m2/K",
    ),
    # ln 2 / (2 π 0.04) by hand
    case(
        heat.pipe_resistance,
        "2.75793 m·K/W",
        inner_diameter="100 mm",
        outer_diameter="200 mm",
        conductivity="0.04 W/m/K",
    ),
    # 180 / (2.75793 + 1/(π 0.2 × 10)) by hand
    case(
        heat.pipe_loss,
        "61.7072 W/m",
        hot="200 °C",
        ambient="20 °C",
        resistance="2.75793 m·K/W",
        outer_diameter="200 mm",
        surface_coefficient="10 W/m2/K",
    ),
    # ht 1.2.0, Nu_vertical_plate_Churchill with air properties of Incropera's table A.4: 5.200 and, below, 4.528
    case(heat.wall_convection, "5.200 W/m2/K", 0.1, surface="60 °C", ambient="20 °C", height="0.3 m"),
    # ht 1.2.0, Nu_horizontal_cylinder_Churchill_Chu: 5.406 and, below, 4.456
    case(heat.pipe_convection, "5.406 W/m2/K", 0.1, surface="60 °C", ambient="20 °C", diameter="0.1 m"),
    # Incropera, example 7.4 (restated, page not seen): 96 W/(m² K) by Churchill and Bernstein
    case(
        heat.cross_wind_convection,
        "96 W/m2/K",
        0.02,
        surface="128.4 °C",
        ambient="26.2 °C",
        diameter="12.7 mm",
        wind="10 m/s",
    ),
    # Clausing 1932 and Cole 1977: 0.6720 for a tube as long as its radius, 0.5142 for one as long as its width
    case(heat.round_hole_factor, "0.6720", 2e-4, diameter="200 mm", depth="100 mm"),
    # 1.163 (10 + 6 × 2) by hand
    case(heat.wind_coefficient, "25.586 W/m2/K", wind="4 m/s"),
    # Incropera, example 1.2 (restated, page not seen):
    # steam pipe of 200 °C, ε = 0.8, in a room of 25 °C: 421 W over 0.2199 m²
    case(
        heat.radiation, "1914 W/m2", 2e-3, surface="200 °C", ambient="25 °C", emissivity="0.8", stefan_boltzmann=SIGMA
    ),
    # the same with h = 15 W/(m² K): 577 + 421 = 998 W
    case(
        heat.surface_loss,
        "998 W",
        2e-3,
        area="0.2199 m2",
        surface="200 °C",
        ambient="25 °C",
        convection="15 W/m2/K",
        radiation="1914 W/m2",
    ),
    case(heat.insulation_saving, "43.1 kW", bare_loss="2224 W/m2", insulated_loss="69 W/m2", area="20 m2"),
    # unit tests of ORNL's MEASUR (OpeningLosses.unit.cpp): 16038.27 Btu/h through a hole of 12 inch, 1600 °F to 75 °F
    case(
        heat.opening_loss,
        "4.7004 kW",
        2e-3,
        area="0.0729659 m2",
        inside="871.111 °C",
        ambient="23.889 °C",
        shape_factor="0.70",
        emissivity="0.95",
        stefan_boltzmann=SIGMA,
        open_share="100 %",
    ),
    # ht 1.2.0, LMTD(100, 60, 30, 40.2)
    case(
        heat.log_mean_difference,
        "43.200409294 K",
        1e-9,
        hot_in="100 °C",
        hot_out="60 °C",
        cold_in="30 °C",
        cold_out="40.2 °C",
    ),
    case(
        heat.exchanger_heat,
        "207.36 kW",
        coefficient="500 W/m2/K",
        area="10 m2",
        mean_difference="43.2 K",
        correction="0.96",
    ),
    # 36 t/h is 10 kg/s
    case(heat.stream_heat, "1750 kW", flow="36 t/h", specific_heat="1.0 kJ/kg/K", hot="325 °C", cold="150 °C"),
    # 1 − 300 ln 2 / 300 by hand
    case(heat.greatest_power_share, "30.6853 %", hot="326.85 °C", cooled="26.85 °C", cold="26.85 °C"),
    case(heat.waste_heat_power, "350 kW", heat="1750 kW", efficiency="20 %"),
    # 1 / (0.13 + 2.5 + 0.04) by hand
    case(
        heat.transmittance,
        "0.374532 W/m2/K",
        resistance="2.5 m2·K/W",
        inner_resistance="0.13 m2·K/W",
        outer_resistance="0.04 m2·K/W",
    ),
    # 0.5 × 100 × 2500 × 86400 s by hand
    case(heat.transmission_heat, "10.8 GJ", transmittance="0.5 W/m2/K", area="100 m2", degree_days="2500 K·d"),
]


def test_tall_walls_and_thick_pipes_are_turbulent():
    assert heat.wall_convection(surface=333.15, ambient=293.15, height=2.0) == pytest.approx(4.528, rel=0.1)
    assert heat.pipe_convection(surface=333.15, ambient=293.15, diameter=1.0) == pytest.approx(4.456, rel=0.1)


@settings(max_examples=30)
@given(st.floats(0.0, 5.0), st.floats(0.0, 5.0))
def test_more_insulation_never_loses_more(resistance, more):
    def loss(value):
        return heat.flat_loss(hot=450.0, ambient=290.0, resistance=value, surface_coefficient=10.0)

    assert loss(resistance + more) <= loss(resistance)


@settings(max_examples=30)
@given(st.floats(0.011, 0.5), st.floats(0.001, 0.3))
def test_more_insulation_on_a_pipe_above_the_critical_diameter_never_loses_more(diameter, thickness):
    def loss(outer):
        resistance = heat.pipe_resistance(inner_diameter=diameter, outer_diameter=outer, conductivity=0.05)
        return heat.pipe_loss(
            hot=450.0, ambient=290.0, resistance=resistance, outer_diameter=outer, surface_coefficient=10.0
        )

    assert loss(diameter + 2 * thickness) <= loss(diameter + thickness)


@settings(max_examples=30)
@given(st.floats(2.0, 100.0), st.floats(2.0, 100.0))
def test_log_mean_lies_between_geometric_and_arithmetic_mean(one, other):
    if abs(one - other) > 1e-3:
        found = heat.log_mean_difference(hot_in=400 + one, hot_out=300 + other, cold_in=300.0, cold_out=400.0)
        assert (one * other) ** 0.5 * (1 - 1e-9) <= found <= (one + other) / 2 * (1 + 1e-9)


def test_greatest_power_is_the_sum_of_small_carnot_engines():
    steps = 2000
    width = (600.0 - 300.0) / steps
    total = sum((1 - 300.0 / (300.0 + (step + 0.5) * width)) / steps for step in range(steps))
    assert heat.greatest_power_share(hot=600.0, cooled=300.0, cold=300.0) == pytest.approx(total, rel=1e-5)


def test_greatest_power_counts_the_heat_that_is_taken_alone():
    # cooled from 600 to 450 K with surroundings of 300 K: every engine of the sum works above 450 K
    steps = 2000
    width = (600.0 - 450.0) / steps
    total = sum((1 - 300.0 / (450.0 + (step + 0.5) * width)) / steps for step in range(steps))
    assert heat.greatest_power_share(hot=600.0, cooled=450.0, cold=300.0) == pytest.approx(total, rel=1e-5)


@settings(max_examples=30)
@given(st.floats(310.0, 1500.0))
def test_greatest_power_of_a_stream_is_below_carnot(hot):
    assert 0 < heat.greatest_power_share(hot=hot, cooled=300.0, cold=300.0) < 1 - 300.0 / hot


@pytest.mark.parametrize("case", CASES)
def test_worked_example(case):
    assert_worked(case)


@pytest.mark.parametrize("case", CASES)
def test_runs_on_anything_and_keeps_units(case):
    assert_proven(case)


def test_every_formula_is_worked():
    assert_complete(heat, CASES)


def test_a_hole_as_wide_as_its_wall_passes_half_the_radiation():
    assert heat.round_hole_factor(diameter=0.1, depth=0.1) == pytest.approx(0.5142, rel=2e-4)
    assert heat.round_hole_factor(diameter=1.3, depth=1.0) == pytest.approx(0.576, abs=1e-3)  # not 0.7
    assert heat.round_hole_factor(diameter=1.0, depth=0.0) == 1


def tube(depth):
    """Return the share that passes a tube one wide: the integral equation of its wall (Clausing 1932) by quadrature."""
    nodes, weights = numpy.polynomial.legendre.leggauss(160)
    x, weights = depth * (nodes + 1) / 2, depth * weights / 2

    def to_end(z):
        return (z**2 + 0.5) / numpy.sqrt(z**2 + 1) - z

    away = numpy.abs(x[:, None] - x)
    kernel = (1 - away * (away**2 + 1.5) / (away**2 + 1) ** 1.5) * weights
    out = numpy.linalg.solve(numpy.diag(to_end(x) + to_end(depth - x) + kernel.sum(axis=1)) - kernel, to_end(depth - x))
    straight = 1 + 2 * depth**2 - 2 * depth * math.sqrt(depth**2 + 1)
    return straight + (4 * to_end(x) * out * weights).sum()


@pytest.mark.parametrize("depth", [0.01, 0.1, 0.5, 1.0, 2.0, 5.0, 10.0])
def test_a_round_hole_by_the_integral_equation_of_its_wall(depth):
    assert heat.round_hole_factor(diameter=1.0, depth=depth) == pytest.approx(tube(depth), rel=1e-3)


def rectangle(width, depth, rays=60_000):
    """Return the share of diffuse rays that pass a rectangular hole one high, whose walls send them on diffusely."""
    dice, size = numpy.random.default_rng(1), numpy.array([width, 1.0, depth])

    def diffuse(number):
        sine, turn = numpy.sqrt(dice.random(number)), math.tau * dice.random(number)
        return sine * numpy.cos(turn), sine * numpy.sin(turn), numpy.sqrt(1 - sine**2)

    at, go, passed = dice.random((rays, 3)) * size, numpy.stack(diffuse(rays), axis=1), 0
    at[:, 2] = 0
    while len(at):
        reach = numpy.where(go > 0, size - at, -at) / numpy.where(go > 0, go, numpy.minimum(go, -1e-300))
        face = (-numpy.abs(reach)).argmax(axis=1)
        ends = face == 2
        passed += (ends & (go[:, 2] > 0)).sum()
        at, go, face, reach = (each[~ends] for each in (at, go, face, numpy.abs(reach)))
        rows = numpy.arange(len(at))
        at = at + go * reach[rows, face][:, None]
        far = go[rows, face] > 0
        at[rows, face] = numpy.where(far, size[face], 0)
        one, other, inwards = diffuse(len(at))
        go = numpy.empty_like(go)
        go[rows, face], go[rows, 1 - face], go[:, 2] = numpy.where(far, -inwards, inwards), one, other
    return passed / rays


def test_rays_through_a_square_hole_are_those_of_the_literature():
    assert rectangle(1.0, 1.0) == pytest.approx(0.536, abs=0.006)  # W of a square duct as long as it is wide


@pytest.mark.parametrize("width", [1, 2, 5, 50])
@pytest.mark.parametrize("depth", [0.0, 0.25, 1, 3])
def test_openings_of_any_shape_in_grey_walls(width, depth):
    """The claim of the docstring against the exact heat of a grey enclosure: resistances of its wall and of the hole."""
    exact_factor = rectangle(width, depth) if depth else 1.0
    for grey, share in ((0.8, 0.05), (0.95, 0.05), (0.8, 0.0)):
        exact = 5.670374419e-8 * (1173.15**4 - 293.15**4) / (1 / exact_factor + share * (1 - grey) / grey)
        found = heat.opening_loss(
            area=1.0,
            inside=1173.15,
            ambient=293.15,
            shape_factor=heat.round_hole_factor(diameter=2 * width / (width + 1), depth=depth),
            emissivity=1.0,
            stefan_boltzmann=5.670374419e-8,
            open_share=1.0,
        )
        assert found == pytest.approx(exact, rel=0.1)


def churchill_and_chu(rise, mean, length, laminar, grows, prandtl_part):
    """Return the coefficient of still air of 100 kPa by Churchill and Chu 1975; properties of the Standard Atmosphere."""
    kelvin = mean + 273.15
    viscosity = 1.458e-6 * kelvin**1.5 / (kelvin + 110.4)
    conductivity = 2.64638e-3 * kelvin**1.5 / (kelvin + 245.4 * 10 ** (-12 / kelvin))
    density, prandtl = 1e5 / (287.05 * kelvin), viscosity * 1007 / conductivity
    rayleigh = 9.80665 / kelvin * rise * length**3 * density**2 * prandtl / viscosity**2
    spread = (1 + (prandtl_part / prandtl) ** (9 / 16)) ** (8 / 27)
    return conductivity / length * (laminar + grows * rayleigh ** (1 / 6) / spread) ** 2


def off(formula, lengths, key, numbers):
    """Return how far a formula is off Churchill and Chu at most, over its range of the mean temperature."""
    return max(
        abs(formula(surface=mean + rise / 2 + 273.15, ambient=mean - rise / 2 + 273.15, **{key: length})
            / churchill_and_chu(rise, mean, length, *numbers) - 1)
        for mean in (20, 40, 60, 80, 100)
        for rise in (1, 2, 3, 5, 7, 10, 15, 20, 30, 40, 60, 80, 100, 120, 150)
        for length in lengths
    )  # fmt: skip


def test_natural_convection_against_churchill_and_chu():
    walls = (0.1, 0.2, 0.3, 0.5, 0.7, 1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 7, 10)
    assert 0.19 < off(heat.wall_convection, walls, "height", (0.825, 0.387, 0.492)) < 0.21
    pipes = (0.02, 0.03, 0.05, 0.07, 0.1, 0.15, 0.2, 0.3, 0.5, 0.7, 1, 1.5, 2)
    assert 0.25 < off(heat.pipe_convection, pipes, "diameter", (0.60, 0.387, 0.559)) < 0.27


@pytest.mark.parametrize(("formula", "key", "step"), [(heat.wall_convection, "height", 0.12),
                                                      (heat.pipe_convection, "diameter", 0.14)])  # fmt: skip
def test_natural_convection_steps_where_it_becomes_turbulent(formula, key, step):
    before, after = (formula(surface=303.15 + rise, ambient=293.15, **{key: 1.0}) for rise in (-1e-9, 1e-9))
    assert after / before - 1 == pytest.approx(step, abs=0.005)


@pytest.mark.parametrize(
    ("hot", "cold", "wanted"),
    [
        (("100 °C", "60 °C"), ("20 °C", "60 °C"), 40),
        (("100 °C", "60 °C"), ("20 °C", "59.999999999 °C"), 40),
        (("100 °C", "60 °C"), ("70 °C", "90 °C"), None),
        (("60 °C", "50 °C"), ("70 °C", "90 °C"), None),
    ],
)
def test_log_mean_of_equal_nearly_equal_and_crossed_temperatures(hot, cold, wanted):
    given = {"hot_in": hot[0], "hot_out": hot[1], "cold_in": cold[0], "cold_out": cold[1]}
    if wanted is None:
        with pytest.raises(InputError, match=r"(hot|cold)_end: -?\d+ K is outside"):
            heat.log_mean_difference.of(**given)
    else:
        assert heat.log_mean_difference.of(**given).value == pytest.approx(wanted, rel=1e-10)


def test_the_wind_of_a_correlation_is_told_where_it_is_too_little():
    pipe = {"surface": "100 °C", "ambient": "20 °C", "diameter": "10 mm"}
    with pytest.warns(ValidityWarning, match="reach"):
        heat.cross_wind_convection.of(**pipe, wind="0.5 mm/s")
    assert heat.cross_wind_convection.of(**pipe, wind="3 m/s")  # a warning is a failure
