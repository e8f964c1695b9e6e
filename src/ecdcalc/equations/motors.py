"""Electric motors: power, load, part-load efficiency, the chain of motor, belt and frequency converter."""

from __future__ import annotations

from ecdcalc.numbers.formula import formula
from ecdcalc.numbers.kinds import Amperes, Hours, KilowattHours, Kilowatts, Ratio, Share, Volts
from ecdcalc.numbers.ops import root


@formula(cites="doe-motor-load-1997#eq1", zh="电动机输入功率", defined={"phases": "at least 0"})
def electrical_power(voltage: Volts, current: Amperes, power_factor: Ratio, phases: Ratio) -> Kilowatts:
    """Electrical power from voltage and current.

        P = √n U I cos φ     (n = 3 with line voltage, n = 1 for single phase)

    Source: US DOE, Determining Electric Motor Load and Efficiency, 1997, equation 1.
    Valid: sinusoidal, balanced supply; behind a converter use a true power meter.
    """
    return root(phases) * voltage * current * power_factor


@formula(cites="doe-motor-load-1997", zh="电动机轴功率")
def shaft_power(power_in: Kilowatts, efficiency: Share) -> Kilowatts:
    """Shaft power of a motor.

        P_shaft = P_in η

    Source: definition of efficiency; US DOE 1997. Error: that of η at the actual load.
    """
    return power_in * efficiency


@formula(cites="doe-motor-load-1997", zh="电动机效率", error="0.5 to 1 point")
def motor_efficiency(shaft_power: Kilowatts, power_in: Kilowatts) -> Share:
    """Motor efficiency from power in and out.

        η = P_shaft / P_in

    Source: IEC 60034-2-1, direct method. Error: 0.5 to 1 point with workshop meters.
    """
    return shaft_power / power_in


@formula(cites="doe-motor-load-1997", zh="电动机负载率", valid={"result": "above 30 %"})
def motor_load(power_in: Kilowatts, efficiency: Share, rated_power: Kilowatts) -> Share:
    """Load of a motor as a share of its rating.

        p = P_in η / P_rated

    Source: US DOE 1997, input-power method. Valid: load above 30 %; η at that load.
    """
    return power_in * efficiency / rated_power


@formula(
    cites="iec-60034-31-2010#annex-a",
    zh="电动机部分负荷效率",
    valid={"load": "25 to 125 %"},
    defined={"load": "above 0 %", "rated_efficiency": "above 0 %", "known_efficiency": "above 0 %"},
    error="0.5 point above half load, 2 points at a quarter",
)
def part_load_efficiency(load: Share, rated_efficiency: Share, known_load: Share, known_efficiency: Share) -> Share:
    """Motor efficiency at part load.

        v_L = ((1/η_r − 1) − k (1/η_k − 1)) / (1 − k²),   v_0 = (1/η_r − 1) − v_L
        η = 1 / (1 + v_0/p + v_L p)

    Source: IEC/TS 60034-31:2010, annex A (there k = 0.75): losses are a constant part and a part that grows
    with the square of the load. Valid: cage induction motors at fixed speed, p from 25 to 125 %, k another load
    than the rated one. Error: 0.5 point above half load, 2 points at a quarter load.
    """
    rated_loss = 1 / rated_efficiency - 1
    known_loss = known_load * (1 / known_efficiency - 1)
    load_loss = (rated_loss - known_loss) / (1 - known_load**2)
    return 1 / (1 + (rated_loss - load_loss) / load + load_loss * load)


@formula(cites="definition", zh="传动链输入功率")
def chain_power(
    shaft_power: Kilowatts, motor_efficiency: Share, transmission_efficiency: Share, drive_efficiency: Share
) -> Kilowatts:
    """Power drawn by motor, belt or gear, and frequency converter.

        P = P_machine / (η_motor η_transmission η_converter)

    Source: definition. What is not there has 100 %. Typical: V-belt 93 to 97 %, gear 95 to 98 %,
    converter 95 to 98 % at full load and 90 % at a quarter load.
    """
    return shaft_power / (motor_efficiency * transmission_efficiency * drive_efficiency)


@formula(cites="definition", zh="电动机用电量")
def motor_energy(rated_power: Kilowatts, load: Share, efficiency: Share, time: Hours) -> KilowattHours:
    """Electricity used by a motor.

        E = P_rated p t / η

    Source: definition, with the efficiency at the load p.
    """
    return rated_power * load * time / efficiency


@formula(
    cites="doe-motor-load-1997#energy-savings",
    zh="更换电动机节电量",
    error="on pumps and fans 1 to 3 % of the power too much",
)
def replacement_saving(
    shaft_power: Kilowatts, efficiency_before: Share, efficiency_after: Share, time: Hours
) -> KilowattHours:
    """Electricity saved by a better motor.

        ΔE = P_shaft (1/η_before − 1/η_after) t

    Source: US DOE 1997. Valid: same shaft power. Error: a better motor runs slightly faster, and on pumps and
    fans the cube of the speed can take back 1 to 3 % of the power unless the duty is adjusted.
    """
    return shaft_power * (1 / efficiency_before - 1 / efficiency_after) * time
