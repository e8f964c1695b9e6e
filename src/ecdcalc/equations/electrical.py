"""Electricity: transformers, lighting, photovoltaics, the aluminium cell."""

from __future__ import annotations

from ecdcalc.numbers.formula import formula
from ecdcalc.numbers.kinds import (
    AmpereSecondsPerMole,
    GramsPerMole,
    Hours,
    Kiloamperes,
    KilowattHours,
    Kilowatts,
    KilowattsPerSquareMetre,
    KjPerMole,
    KwhPerSquareMetre,
    KwhPerTonne,
    Ratio,
    Share,
    SquareMetres,
    Tonnes,
    Volts,
    WattsPerSquareMetre,
)
from ecdcalc.numbers.ops import root


@formula(
    cites="gb-t-13462-2008", zh="变压器有功损耗", error="5 % with the winding at 60 to 90 °C, of a load loss at 75 °C"
)
def transformer_loss(no_load_loss: Kilowatts, load_loss: Kilowatts, load: Share, form_factor: Ratio) -> Kilowatts:
    """Loss of a transformer.

        ΔP = P_0 + K_T β² P_k

    Source: GB/T 13462-2008 (economical operation of power transformers). Mean load β. Typical: K_T 1 for a
    steady load, 1.05 for three shifts, up to 1.3 for a peaky one. Error: 5 %, as copper at 60 to 90 °C has another
    resistance than at the 75 °C of P_k.
    """
    return no_load_loss + form_factor * load**2 * load_loss


@formula(cites="gb-t-13462-2008", zh="变压器经济负载率")
def economic_load(no_load_loss: Kilowatts, load_loss: Kilowatts, form_factor: Ratio) -> Share:
    """Load at which a transformer is most efficient.

        β = √(P_0 / (K_T P_k))

    Source: GB/T 13462-2008.
    """
    return root(no_load_loss / (form_factor * load_loss))


@formula(cites="gb-t-13462-2008", zh="变压器电能损耗")
def transformer_energy(
    no_load_loss: Kilowatts,
    load_loss: Kilowatts,
    load: Share,
    form_factor: Ratio,
    energised_time: Hours,
    loaded_time: Hours,
) -> KilowattHours:
    """Energy lost in a transformer.

        ΔE = P_0 t_energised + K_T β² P_k t_loaded

    Source: GB/T 13462-2008. β is the mean over the loaded time.
    """
    return no_load_loss * energised_time + form_factor * load**2 * load_loss * loaded_time


@formula(cites="definition", zh="功率因数提高线损节电功率")
def power_factor_saving(line_loss: Kilowatts, before: Ratio, after: Ratio) -> Kilowatts:
    """Line loss saved by a better power factor.

        ΔP = P_loss (1 − (cos φ_before / cos φ_after)²)

    Source: Joule loss at the same active power and voltage. Valid: for the line between capacitor and source.
    """
    return line_loss * (1 - (before / after) ** 2)


@formula(cites="gb-t-50034-2024", zh="照明用电量")
def lighting_energy(density: WattsPerSquareMetre, area: SquareMetres, time: Hours, use_share: Share) -> KilowattHours:
    """Electricity of lighting.

        E = LPD A t u

    Source: lighting power density as in GB/T 50034. u is the share of the time and power in use, after
    occupancy control and daylight dimming.
    """
    return density * area * time * use_share


@formula(cites="iec-61724-1-2021#pr", zh="光伏发电量", error="5 to 8 %")
def pv_yield(
    rated_power: Kilowatts,
    irradiation: KwhPerSquareMetre,
    reference_irradiance: KilowattsPerSquareMetre,
    performance_ratio: Share,
) -> KilowattHours:
    """Electricity of a photovoltaic plant.

        E = P_rated H / G_ref × PR

    Source: IEC 61724-1:2021, performance ratio; G_ref is 1 kW/m². Irradiation in the plane of the modules.
    Typical: PR 75 to 85 %. Error: 5 to 8 %, year to year.
    """
    return rated_power * irradiation / reference_irradiance * performance_ratio


@formula(cites="grjotheim-kvande-1993", zh="法拉第产铝量")
def faraday_mass(
    current: Kiloamperes,
    time: Hours,
    current_efficiency: Share,
    molar_mass: GramsPerMole,
    electrons: Ratio,
    faraday: AmpereSecondsPerMole,
) -> Tonnes:
    """Metal made by electrolysis.

        m = CE I t M / (z F)

    Source: Faraday's law; Grjotheim and Kvande, Introduction to Aluminium Electrolysis, 2nd ed. 1993:
    0.3356 kg/kAh for aluminium. Typical: current efficiency 90 to 96 %. Exact with CE measured.
    """
    return current_efficiency * current * time * molar_mass / (electrons * faraday)


@formula(cites="grjotheim-kvande-1993", zh="电解直流电耗")
def cell_energy(
    cell_voltage: Volts,
    current_efficiency: Share,
    molar_mass: GramsPerMole,
    electrons: Ratio,
    faraday: AmpereSecondsPerMole,
) -> KwhPerTonne:
    """Direct-current energy of a cell per tonne of product.

        w = U z F / (CE M)

    Source: Faraday's law; Grjotheim and Kvande 1993: 2980 U/CE kWh/t for aluminium. U is the mean voltage, anode
    effects and busbars of the cell counted as the meter counts them.
    """
    return cell_voltage * electrons * faraday / (current_efficiency * molar_mass)


@formula(cites="choate-green-2003", zh="铝电解理论最低电耗")
def minimum_cell_energy(
    reaction_enthalpy: KjPerMole, heat_in_products: KjPerMole, molar_mass: GramsPerMole
) -> KwhPerTonne:
    """Least energy of electrolysis per tonne of metal.

        w_min = (Δ_r H + Δ H_products) / M        per mole of metal

    Source: Choate and Green, US Energy Requirements for Aluminum Production (US DOE 2003, 2007). With carbon
    anodes Δ_r H = 542.7 kJ/mol at 25 °C; hot metal adds 38 to 39 kJ/mol: together 5.99 kWh/kg. A limit that no cell
    passes, if the carbon of the anode is not counted as energy.
    """
    return (reaction_enthalpy + heat_in_products) / molar_mass


@formula(cites="definition", zh="交流电耗")
def alternating_energy(direct_energy: KwhPerTonne, rectifier_efficiency: Share) -> KwhPerTonne:
    """Alternating-current energy from direct-current energy.

        w_ac = w_dc / η_rectifier

    Source: definition. Typical: rectifiers 97 to 99 %.
    """
    return direct_energy / rectifier_efficiency
