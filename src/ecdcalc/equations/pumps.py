"""Pumps: hydraulic power, affinity laws, and the pump on a system with static head."""

from __future__ import annotations

from ecdcalc.numbers.formula import formula
from ecdcalc.numbers.kinds import (
    CubicMetresPerHour,
    KgPerCubicMetre,
    Kilowatts,
    KwhPerCubicMetre,
    Metres,
    MetresPerSquareFlow,
    MetresPerSquareSecond,
    Ratio,
    Share,
)
from ecdcalc.numbers.ops import root


@formula(cites="gulich-2014", zh="水功率（有效功率）")
def hydraulic_power(
    flow: CubicMetresPerHour, head: Metres, density: KgPerCubicMetre, gravity: MetresPerSquareSecond
) -> Kilowatts:
    """Hydraulic power of a pump.

        P = ρ g Q H

    Source: Gülich, Centrifugal Pumps, 3rd ed. 2014. Valid: incompressible liquid. Exact by definition.
    """
    return density * gravity * flow * head


@formula(cites="gulich-2014", zh="水泵输入功率")
def pump_power(hydraulic_power: Kilowatts, pump_efficiency: Share, drive_efficiency: Share) -> Kilowatts:
    """Power drawn by a pump.

        P = P_h / (η_pump η_drive)

    Source: Gülich 2014. Drive efficiency covers motor, coupling and converter.
    """
    return hydraulic_power / (pump_efficiency * drive_efficiency)


@formula(cites="gulich-2014", zh="单位水量提升电耗")
def pumping_energy(
    head: Metres, density: KgPerCubicMetre, gravity: MetresPerSquareSecond, efficiency: Share
) -> KwhPerCubicMetre:
    """Pumping energy per volume.

        e = ρ g H / η

    Source: Gülich 2014, with η of pump and drive together.
    """
    return density * gravity * head / efficiency


@formula(cites="gulich-2014", zh="相似定律：流量", valid={"speed_ratio": "0.5 to 1.2"}, error="2 %")
def flow_at_speed(flow: CubicMetresPerHour, speed_ratio: Ratio) -> CubicMetresPerHour:
    """Flow at another speed.

        Q' = Q n'/n

    Source: affinity laws, Gülich 2014. Valid: the point moves along H ~ Q²: no static head, speed
    ratio 0.5 to 1.2. Error: below 2 % of flow.
    """
    return flow * speed_ratio


@formula(cites="gulich-2014", zh="相似定律：扬程", valid={"speed_ratio": "0.5 to 1.2"})
def head_at_speed(head: Metres, speed_ratio: Ratio) -> Metres:
    """Head at another speed.

        H' = H (n'/n)²

    Source: affinity laws, Gülich 2014. Valid as `flow_at_speed`.
    """
    return head * speed_ratio**2


@formula(cites="gulich-2014", zh="相似定律：功率", valid={"speed_ratio": "0.5 to 1.2"}, error="2 to 5 %")
def power_at_speed(power: Kilowatts, speed_ratio: Ratio) -> Kilowatts:
    """Shaft power at another speed.

        P' = P (n'/n)³

    Source: affinity laws, Gülich 2014. Valid as `flow_at_speed`; with static head it promises too
    much: use `speed_ratio_for_flow`. Error: 2 to 5 %, as efficiency falls a little with speed.
    """
    return power * speed_ratio**3


@formula(cites="gulich-2014", zh="管路特性：扬程", error="3 % of the head at full flow, between 50 and 110 % of it")
def system_head(static_head: Metres, resistance: MetresPerSquareFlow, flow: CubicMetresPerHour) -> Metres:
    """Head that the system asks for.

        H = H_s + k Q²

    Source: Gülich 2014. Valid: turbulent flow, valves unmoved. Error: 3 % of the head at
    full flow, between 50 and 110 % of it, in steel pipes; less flow has more friction than the square says.
    """
    return static_head + resistance * flow**2


@formula(cites="gulich-2014", zh="管路阻力系数")
def system_resistance(head: Metres, static_head: Metres, flow: CubicMetresPerHour) -> MetresPerSquareFlow:
    """Resistance of the system from one known point.

        k = (H − H_s) / Q²

    Source: Gülich 2014.
    """
    return (head - static_head) / flow**2


@formula(cites="gulich-2014", zh="水泵特性：扬程", valid={"droop": "at least 0 m/(m3/h)^2"}, error="3 %")
def pump_head(shutoff_head: Metres, droop: MetresPerSquareFlow, flow: CubicMetresPerHour, speed_ratio: Ratio) -> Metres:
    """Head that the pump gives.

        H = H_0 n² − c Q²

    Source: parabola through shut-off and one point, Gülich 2014, scaled by the affinity laws.
    Valid: 40 to 120 % of best flow, falling curves. Error: 3 % of head.
    """
    return shutoff_head * speed_ratio**2 - droop * flow**2


@formula(cites="gulich-2014", zh="给定流量所需转速比", valid={"result": "0.5 to 1.2"})
def speed_ratio_for_flow(
    flow: CubicMetresPerHour,
    static_head: Metres,
    resistance: MetresPerSquareFlow,
    shutoff_head: Metres,
    droop: MetresPerSquareFlow,
) -> Ratio:
    """Speed at which the pump gives a flow in a system with static head.

        n²  = (H_s + (k + c) Q²) / H_0        from H_0 n² − c Q² = H_s + k Q²

    Source: `pump_head` meets `system_head`. Valid: n from 0.5 to 1.2. However little Q is, n stays above √(H_s/H_0).
    """
    return root((static_head + (resistance + droop) * flow**2) / shutoff_head)


@formula(cites="gulich-2014", zh="变速代替节流节电功率")
def speed_control_saving(
    flow: CubicMetresPerHour,
    throttled_head: Metres,
    system_head: Metres,
    density: KgPerCubicMetre,
    gravity: MetresPerSquareSecond,
    throttled_efficiency: Share,
    speed_efficiency: Share,
) -> Kilowatts:
    """Power saved by speed control instead of a throttle.

        ΔP = ρ g Q (H_pump/η_throttled − H_system/η_speed)

    Source: two hydraulic powers at the same flow. Each efficiency covers pump, motor and, for speed control,
    the converter at that point. Positive is saved; at full flow it is negative by the loss of the converter.
    """
    return density * gravity * flow * (throttled_head / throttled_efficiency - system_head / speed_efficiency)
