"""Fans: air power, affinity laws, ways of flow control."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from attrs import frozen

from ecdcalc.equations.constants import Constant
from ecdcalc.numbers.formula import formula
from ecdcalc.numbers.kinds import CubicMetresPerHour, Kilowatts, Pascals, Ratio, Share


@frozen
class FanControl:
    """The four coefficients of the power of a fan against its flow."""

    c0: Constant
    c1: Constant
    c2: Constant
    c3: Constant


def _control(en: str, zh: str, *values: float) -> FanControl:
    names = ("c0", "c1", "c2", "c3")
    return FanControl(
        *(
            Constant(value, "1", name, f"{en}, {name}", f"{zh}系数{name}", "energyplus-fans#variable-volume")
            for name, value in zip(names, values, strict=True)
        )
    )


FAN_CONTROLS: Mapping[str, FanControl] = MappingProxyType(
    {
        "discharge-damper": _control("Discharge damper", "出口挡板", 0.37073425, 0.97250253, -0.34240761, 0.0),
        "inlet-vanes": _control("Inlet vanes", "进口导叶", 0.35071223, 0.30850535, -0.54137364, 0.87198823),
        "variable-speed": _control("Variable speed", "变频调速", 0.00153028, 0.00520806, 1.1086242, -0.11635563),
    }
)


@formula(
    cites="iso-5801-2017",
    zh="风机有效功率",
    valid={"uncompensated = pressure * compressibility ** 100": "at most 2 kPa"},
    error="0.7 % with a factor of 1 up to 2 kPa",
)
def air_power(flow: CubicMetresPerHour, pressure: Pascals, compressibility: Ratio) -> Kilowatts:
    """Air power of a fan.

        P = k_p q p_total

    Source: ISO 5801:2017. Flow at inlet state, total pressure rise. Typical: compressibility factor 0.99
    at 3 kPa. Error: with a factor of 1 at most 0.7 % up to 2 kPa, by the factor of the standard. Valid: p k^100 of at
    most 2 kPa, which is 2 kPa with a factor of 1, and any pressure with the factor of the standard.
    """
    return compressibility * flow * pressure


@formula(cites="iso-12759-2010", zh="风机输入功率")
def fan_power(air_power: Kilowatts, fan_efficiency: Share, drive_efficiency: Share) -> Kilowatts:
    """Power drawn by a fan.

        P = P_air / (η_fan η_drive)

    Source: ISO 12759:2010. Drive efficiency covers belt, motor and converter.
    """
    return air_power / (fan_efficiency * drive_efficiency)


@formula(cites="iso-5801-2017", zh="风机相似定律：流量", valid={"speed_ratio": "0.5 to 1.2"})
def flow_at_speed(flow: CubicMetresPerHour, speed_ratio: Ratio) -> CubicMetresPerHour:
    """Flow at another speed.

        q' = q n'/n

    Source: fan laws, ISO 5801:2017. Valid: same duct, no fixed pressure; speed ratio 0.5 to 1.2.
    """
    return flow * speed_ratio


@formula(cites="iso-5801-2017", zh="风机相似定律：压力", valid={"speed_ratio": "0.5 to 1.2"})
def pressure_at_speed(pressure: Pascals, speed_ratio: Ratio, density_ratio: Ratio) -> Pascals:
    """Pressure rise at another speed and gas density.

        p' = p (n'/n)² ρ'/ρ

    Source: fan laws, ISO 5801:2017. Valid as `flow_at_speed`.
    """
    return pressure * speed_ratio**2 * density_ratio


@formula(cites="iso-5801-2017", zh="风机相似定律：功率", valid={"speed_ratio": "0.5 to 1.2"}, error="2 to 5 %")
def power_at_speed(power: Kilowatts, speed_ratio: Ratio, density_ratio: Ratio) -> Kilowatts:
    """Shaft power at another speed and gas density.

        P' = P (n'/n)³ ρ'/ρ

    Source: fan laws, ISO 5801:2017. Valid as `flow_at_speed`. Error: 2 to 5 %, as bearings and belts do not
    follow the cube.
    """
    return power * speed_ratio**3 * density_ratio


@formula(
    cites="energyplus-fans#variable-volume",
    zh="风机部分风量功率比",
    valid={"flow_share": "30 to 100 %"},
    error="10 %, at full flow 1.1 %",
)
def power_share(flow_share: Share, c0: Ratio, c1: Ratio, c2: Ratio, c3: Ratio) -> Share:
    """Power of a fan at part flow as a share of full power.

        P/P_full = c0 + c1 x + c2 x² + c3 x³

    Source: EnergyPlus Input Output Reference, Fan:VariableVolume (values of DOE-2); coefficients in
    `FAN_CONTROLS`. Valid: x from 30 to 100 %, ventilation systems with little fixed pressure. Error: 10 % of
    power; at full flow 1.1 %.
    """
    return c0 + c1 * flow_share + c2 * flow_share**2 + c3 * flow_share**3


@formula(cites="energyplus-fans#variable-volume", zh="风机调节方式改变节电功率")
def control_saving(full_power: Kilowatts, share_before: Share, share_after: Share) -> Kilowatts:
    """Power saved by another way of flow control.

        ΔP = P_full (s_before − s_after)

    Source: definition, with `power_share` of both ways at the same flow. Positive is saved.
    """
    return full_power * (share_before - share_after)
