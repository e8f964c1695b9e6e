"""Water: leakage of networks, the pumping energy lost with it, aeration."""

from __future__ import annotations

from ecdcalc.numbers.formula import formula
from ecdcalc.numbers.kinds import (
    Celsius,
    CubicMetres,
    KgPerKwh,
    Kilograms,
    KilowattHours,
    KwhPerCubicMetre,
    KwhPerKg,
    MgPerLitre,
    PerKelvin,
    Ratio,
    Share,
)
from ecdcalc.numbers.ops import exp


@formula(cites="cjj-92-2016", zh="综合漏损率")
def leakage_rate(supplied: CubicMetres, registered: CubicMetres) -> Share:
    """Leakage rate of a water network.

        R = (Q_supplied − Q_registered) / Q_supplied

    Source: CJJ 92-2016, total loss rate. Registered counts authorised use without charge too.
    """
    return (supplied - registered) / supplied


@formula(cites="cjj-92-2016", zh="漏损率（修正后）")
def corrected_leakage_rate(rate: Share, corrections: Share) -> Share:
    """Leakage rate after the corrections of the standard.

        R_BL = R_WL − R_n

    Source: CJJ 92-2016; R_n sums the corrections for meters at households, pipe length per supply, pressure
    and frost.
    """
    return rate - corrections


@formula(cites="definition", zh="降低漏损率节水量", defined={"rate_before": "below 100 %", "rate_after": "below 100 %"})
def water_saved(registered: CubicMetres, rate_before: Share, rate_after: Share) -> CubicMetres:
    """Water saved by a lower leakage rate.

        ΔQ = Q_registered (1/(1 − R_before) − 1/(1 − R_after))

    Source: water balance at the same registered use. Positive is saved.
    """
    return registered * (1 / (1 - rate_before) - 1 / (1 - rate_after))


@formula(cites="definition", zh="漏损水量输配电耗")
def pumping_lost(lost: CubicMetres, pumping_energy: KwhPerCubicMetre) -> KilowattHours:
    """Electricity that pumped the lost water.

        E = V e

    Source: definition, with e by `pumps.pumping_energy` or as metered (treatment and intake with it; typical: 0.3
    to 0.6 kWh/m³). Lower leakage also lowers pressure losses, which is not counted.
    """
    return lost * pumping_energy


@formula(cites="metcalf-eddy-2014#8", zh="生化需氧量（供氧）", error="10 %")
def oxygen_demand(
    cod_removed: Kilograms,
    sludge: Kilograms,
    oxygen_per_sludge: Ratio,
    nitrogen_oxidised: Kilograms,
    oxygen_per_nitrogen: Ratio,
) -> Kilograms:
    """Oxygen demand of biological treatment.

        O2 = ΔbCOD − 1.42 P_x + 4.57 N_ox

    Source: Metcalf and Eddy, 5th ed. 2014, ch. 8 (the 4th edition has 4.33 for N). The numbers are inputs:
    1.42 kg/kg of volatile sludge, 4.57 kg/kg of nitrogen. Valid: biodegradable COD. What denitrification
    gives back (2.86 kg/kg of nitrate N) is not counted. Error: 10 %.
    """
    return cod_removed - oxygen_per_sludge * sludge + oxygen_per_nitrogen * nitrogen_oxidised


@formula(cites="metcalf-eddy-2014#5", zh="实际曝气动力效率", error="20 %")
def field_aeration(
    standard_efficiency: KgPerKwh,
    alpha: Ratio,
    fouling: Ratio,
    beta: Ratio,
    saturation: MgPerLitre,
    dissolved: MgPerLitre,
    standard_saturation: MgPerLitre,
    temperature: Celsius,
    standard_temperature: Celsius,
    temperature_coefficient: PerKelvin,
) -> KgPerKwh:
    """Aeration efficiency in process water.

        AE = SAE α F (β C_s − C) / C_s,20 × exp(a (t − 20 °C)),   a = ln 1.024 / K = 0.02372 / K

    Source: Metcalf and Eddy 2014, ch. 5 (the form with θ = 1.024). Typical: α 0.4 to 0.8 for fine bubbles, F from
    0.65 to 0.9, β 0.95 to 0.98. Error: 20 %, mostly α.
    """
    driving = (beta * saturation - dissolved) / standard_saturation
    warm = exp(temperature_coefficient * (temperature - standard_temperature))
    return standard_efficiency * alpha * fouling * driving * warm


@formula(cites="metcalf-eddy-2014#5", zh="曝气用电量")
def aeration_energy(oxygen: Kilograms, field_efficiency: KgPerKwh) -> KilowattHours:
    """Electricity of aeration.

        E = O2 / AE

    Source: definition of aeration efficiency, Metcalf and Eddy 2014, ch. 5.
    """
    return oxygen / field_efficiency


@formula(cites="metcalf-eddy-2014#5", zh="单位COD曝气电耗")
def aeration_per_cod(oxygen_share: Ratio, field_efficiency: KgPerKwh) -> KwhPerKg:
    """Electricity of aeration per COD removed.

        e = (O2/COD) / AE

    Source: `oxygen_demand` over COD removed. Typical: that 0.4 to 0.7 without nitrification, the result 0.3 to
    0.8 kWh/kg.
    """
    return oxygen_share / field_efficiency
