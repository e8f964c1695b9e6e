"""Heat pumps and chillers: performance, its Carnot bound, energy of the plant."""

from __future__ import annotations

from ecdcalc.numbers.formula import formula
from ecdcalc.numbers.kinds import Celsius, KilowattHours, Kilowatts, Ratio, Share


@formula(cites="definition", zh="制热性能系数")
def heating_cop(heat: Kilowatts, power: Kilowatts) -> Ratio:
    """Coefficient of performance of a heat pump.

        COP = Q_heat / P

    Source: definition (ISO 13256, GB/T 19409). Say which auxiliaries the power counts.
    """
    return heat / power


@formula(cites="definition", zh="制冷性能系数")
def cooling_cop(cooling: Kilowatts, power: Kilowatts) -> Ratio:
    """Coefficient of performance of a chiller.

        COP = Q_cold / P

    Source: definition (GB/T 18430.1). Also called EER where both are in the same unit.
    """
    return cooling / power


@formula(cites="moran-shapiro-2014#5", zh="卡诺制热系数", defined={"cold": "at least -273.15 °C"})
def carnot_heating_cop(hot: Celsius, cold: Celsius) -> Ratio:
    """Greatest heating COP between two temperatures.

        COP_max = T_h / (T_h − T_c)

    Source: Carnot; Moran and Shapiro, 8th ed. 2014, ch. 5. Mean temperatures of sink and source. A limit.
    """
    return hot / (hot - cold)


@formula(cites="moran-shapiro-2014#5", zh="卡诺制冷系数", defined={"cold": "at least -273.15 °C"})
def carnot_cooling_cop(hot: Celsius, cold: Celsius) -> Ratio:
    """Greatest cooling COP between two temperatures.

        COP_max = T_c / (T_h − T_c)

    Source: Carnot; Moran and Shapiro 2014, ch. 5. A limit.
    """
    return cold / (hot - cold)


@formula(cites="moran-shapiro-2014#7", zh="按完善度估算性能系数", defined={"quality": "at most 100 %"}, error="15 %")
def cop_by_quality(carnot_cop: Ratio, quality: Share) -> Ratio:
    """COP from the Carnot bound and a quality grade.

        COP = g COP_max

    Source: second-law efficiency, Moran and Shapiro 2014, ch. 7. Typical: g 35 to 50 % for air,
    45 to 60 % for water sources and large chillers. Valid: g at most 100 %. Error: 15 %.
    """
    return quality * carnot_cop


@formula(cites="definition", zh="热泵用电量")
def heat_pump_energy(heat: KilowattHours, seasonal_cop: Ratio) -> KilowattHours:
    """Electricity of a heat pump over a season.

        E = Q / SCOP

    Source: definition. The seasonal COP counts defrost, auxiliary heat and circulation as measured.
    """
    return heat / seasonal_cop


@formula(cites="gb-t-17981-2007", zh="制冷机房综合能效比")
def plant_ratio(
    cooling: KilowattHours,
    chillers: KilowattHours,
    chilled_water_pumps: KilowattHours,
    cooling_water_pumps: KilowattHours,
    towers: KilowattHours,
) -> Ratio:
    """Energy efficiency ratio of a chiller plant.

        EER_plant = Q / (E_chillers + E_chilled + E_cooling + E_towers)

    Source: GB/T 17981-2007 (economical operation of air-conditioning systems). Typical: 3.5; 5 is good.
    """
    return cooling / (chillers + chilled_water_pumps + cooling_water_pumps + towers)


@formula(cites="gb-t-17981-2007", zh="制冷机房用电量")
def plant_energy(cooling: KilowattHours, plant_ratio: Ratio) -> KilowattHours:
    """Electricity of a chiller plant.

        E = Q / EER_plant

    Source: GB/T 17981-2007, `plant_ratio` turned round.
    """
    return cooling / plant_ratio
