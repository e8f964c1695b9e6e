from ecdcalc.equations.constants import CONSTANTS, FARADAY, GRAVITY
from ecdcalc.equations.pumps import hydraulic_power
from ecdcalc.numbers.units import read_quantity


def test_every_constant_reads_as_its_own_text():
    for constant in CONSTANTS.values():
        assert read_quantity(str(constant)).value == constant.base
        assert constant.en and constant.zh and constant.cites


def test_related_constants_agree():
    # CODATA 2018: F = N_A e and R = N_A k with exact N_A, e, k; σ = 2 π⁵ k⁴ / (15 h³ c²)
    avogadro, charge, boltzmann = 6.02214076e23, 1.602176634e-19, 1.380649e-23
    planck, light, pi = 6.62607015e-34, 299792458.0, 3.141592653589793
    sigma = 2 * pi**5 * boltzmann**4 / (15 * planck**3 * light**2)
    assert abs(FARADAY.base / (avogadro * charge) - 1) < 1e-9
    assert abs(CONSTANTS["gas-constant"].base / (avogadro * boltzmann) - 1) < 1e-9
    assert abs(CONSTANTS["stefan-boltzmann"].base / sigma - 1) < 1e-9


def test_a_constant_goes_in_as_text_or_as_number():
    by_text = hydraulic_power.of(flow="100 m3/h", head="50 m", density="1000 kg/m3", gravity=str(GRAVITY))
    by_number = hydraulic_power(flow=100 / 3600, head=50.0, density=1000.0, gravity=GRAVITY.base)
    assert abs(by_text.value - by_number / 1000) < 1e-9
