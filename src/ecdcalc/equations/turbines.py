"""Back-pressure turbines and combined heat and power: power, the split of fuel, coal rates.

The split has no natural answer, so the method is named in the function: by heat quantity the saving of
combined production goes to power (好处归电), by enthalpy drop it goes to heat (好处归热).
"""

from __future__ import annotations

from ecdcalc.numbers.formula import formula
from ecdcalc.numbers.kinds import (
    GcePerKwh,
    Gigajoules,
    KgcePerGj,
    KgPerKwh,
    KilowattHours,
    Kilowatts,
    KjPerKg,
    Share,
    Tce,
    Tonnes,
    TonnesPerHour,
)


@formula(cites="moran-shapiro-2014#8", zh="背压机发电功率", error="2 %")
def back_pressure_power(
    flow: TonnesPerHour,
    inlet_enthalpy: KjPerKg,
    outlet_enthalpy: KjPerKg,
    mechanical_efficiency: Share,
    generator_efficiency: Share,
) -> Kilowatts:
    """Electrical power of a back-pressure turbine.

        P = m (h1 − h2) η_m η_g

    Source: Moran and Shapiro, 8th ed. 2014, ch. 8. h2 by `steam.exhaust_enthalpy`. Error: 2 % with measured
    enthalpies; wet exhaust cannot be measured by temperature.
    """
    return flow * (inlet_enthalpy - outlet_enthalpy) * mechanical_efficiency * generator_efficiency


@formula(cites="dl-t-904-2015", zh="汽耗率")
def steam_rate(flow: TonnesPerHour, power: Kilowatts) -> KgPerKwh:
    """Steam per electricity.

        d = m / P

    Source: DL/T 904-2015.
    """
    return flow / power


@formula(cites="dl-t-904-2015", zh="供热比（热量法，好处归电）")
def heat_share_by_quantity(heat_supplied: Gigajoules, heat_input: Gigajoules) -> Share:
    """Share of fuel for heat by heat quantity.

        α = Q_supplied / Q_in

    Source: DL/T 904-2015 (heat method). Q_in is the heat that the turbine plant takes from the boiler. All of
    the saving goes to power.
    """
    return heat_supplied / heat_input


@formula(cites="thermal-power-plants-textbook", zh="供热比（实际焓降法，好处归热）")
def heat_share_by_enthalpy_drop(
    extraction: Tonnes,
    extraction_enthalpy: KjPerKg,
    live_steam: Tonnes,
    live_enthalpy: KjPerKg,
    condenser_enthalpy: KjPerKg,
) -> Share:
    """Share of fuel for heat by enthalpy drop.

        α = D_h (h_h − h_c) / (D_0 (h_0 − h_c))

    Source: actual-enthalpy-drop method of Chinese textbooks on thermal power plants. Heat is charged with the
    power that its steam could still have given. All of the saving goes to heat. Valid: extraction turbines; a
    back-pressure turbine takes the h_c of a condensing turbine of the same live steam.
    """
    possible = extraction * (extraction_enthalpy - condenser_enthalpy)
    return possible / (live_steam * (live_enthalpy - condenser_enthalpy))


@formula(cites="dl-t-904-2015", zh="供热标准煤量")
def coal_for_heat(coal: Tce, heat_share: Share) -> Tce:
    """Coal charged to heat.

        B_h = α B

    Source: DL/T 904-2015, with either heat share.
    """
    return coal * heat_share


@formula(cites="dl-t-904-2015", zh="发电标准煤量")
def coal_for_power(coal: Tce, heat_share: Share) -> Tce:
    """Coal charged to power.

        B_e = (1 − α) B

    Source: DL/T 904-2015, with either heat share.
    """
    return coal * (1 - heat_share)


@formula(cites="dl-t-904-2015", zh="发电标准煤耗")
def generation_coal_rate(coal_for_power: Tce, generation: KilowattHours) -> GcePerKwh:
    """Coal per electricity generated.

        b_g = B_e / W

    Source: DL/T 904-2015.
    """
    return coal_for_power / generation


@formula(cites="dl-t-904-2015", zh="发电厂用电率")
def house_load(power_use: KilowattHours, generation: KilowattHours) -> Share:
    """House load of power generation.

        e = W_use / W

    Source: DL/T 904-2015. Of a CHP plant, the house electricity that is charged to power: what serves heat
    alone is taken out first, the rest is split by the heat share.
    """
    return power_use / generation


@formula(cites="dl-t-904-2015", zh="供电标准煤耗", defined={"house_load": "below 100 %"})
def supply_coal_rate(generation_coal_rate: GcePerKwh, house_load: Share) -> GcePerKwh:
    """Coal per electricity supplied.

        b_s = b_g / (1 − e)

    Source: DL/T 904-2015.
    """
    return generation_coal_rate / (1 - house_load)


@formula(cites="dl-t-904-2015", zh="供热标准煤耗")
def heat_supply_rate(coal_for_heat: Tce, heat_supplied: Gigajoules) -> KgcePerGj:
    """Coal per heat supplied.

        b_h = B_h / Q

    Source: DL/T 904-2015. With a boiler and pipe efficiency η the heat method gives 34.12 kgce/GJ / η. Some
    documents add the coal of the house electricity for heat.
    """
    return coal_for_heat / heat_supplied


@formula(cites="dl-t-904-2015", zh="热电比")
def heat_to_power(heat_supplied: Gigajoules, electricity_supplied: KilowattHours) -> Share:
    """Heat supplied per electricity supplied.

        R = Q / W_s

    Source: DL/T 904-2015; both in the same unit of energy.
    """
    return heat_supplied / electricity_supplied


@formula(cites="dl-t-904-2015", zh="全厂热效率")
def plant_efficiency(electricity_supplied: KilowattHours, heat_supplied: Gigajoules, fuel_heat: Gigajoules) -> Share:
    """Efficiency of a plant that gives heat and power.

        η = (W_s + Q) / Q_fuel

    Source: DL/T 904-2015. Heat and power are counted alike, on lower heating value.
    """
    return (electricity_supplied + heat_supplied) / fuel_heat
