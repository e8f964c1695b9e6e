"""Rated efficiency of motors by efficiency class: four poles, 50 Hz, IEC 60034-30-1 and GB 18613.

IE3 is grade 3 of GB 18613-2020 and IE4 its grade 2; of grade 1 (IE5) no table was at hand.
"""

from __future__ import annotations

from ecdcalc.numbers.formula import formula
from ecdcalc.numbers.kinds import Kilowatts, Share
from ecdcalc.numbers.ops import interpolate

_POWERS = (0.75, 1.1, 1.5, 2.2, 3, 4, 5.5, 7.5, 11, 15, 18.5, 22, 30, 37, 45, 55, 75, 90, 110, 132, 160, 200, 315)
_IE1 = (72.1, 75.0, 77.2, 79.7, 81.5, 83.1, 84.7, 86.0, 87.6, 88.7, 89.3, 89.9, 90.7, 91.2, 91.7, 92.1, 92.7, 93.0,
        93.3, 93.5, 93.8, 94.0, 94.0)  # fmt: skip
_IE2 = (79.6, 81.4, 82.8, 84.3, 85.5, 86.6, 87.7, 88.7, 89.8, 90.6, 91.2, 91.6, 92.3, 92.7, 93.1, 93.5, 94.0, 94.2,
        94.5, 94.7, 94.9, 95.1, 95.1)  # fmt: skip
_IE3 = (82.5, 84.1, 85.3, 86.7, 87.7, 88.6, 89.6, 90.4, 91.4, 92.1, 92.6, 93.0, 93.6, 93.9, 94.2, 94.6, 95.0, 95.2,
        95.4, 95.6, 95.8, 96.0, 96.0)  # fmt: skip
_IE4 = (85.7, 87.2, 88.2, 89.5, 90.4, 91.1, 91.9, 92.6, 93.3, 93.9, 94.2, 94.5, 94.9, 95.2, 95.4, 95.7, 96.0, 96.1,
        96.3, 96.4, 96.6, 96.7, 96.7)  # fmt: skip


@formula(
    cites="iec-60034-30-1-2014#4-pole-50-hz",
    zh="IE1电动机额定效率（4极50 Hz）",
    empirical=True,
    defined={"rated_power": "0.75 to 315 kW"},
    error="0.2 points",
)
def ie1_efficiency(rated_power: Kilowatts) -> Share:
    """Rated efficiency of class IE1, four poles, 50 Hz.

    Source: IEC 60034-30-1:2014, nominal limits. Valid: 0.75 to 315 kW. Departure: straight lines between the printed
    powers, where the standard takes the nearer power or a cubic in log P. Error: below 0.2 points by the cubic. A
    class is a lower limit: the plate of a motor may say more.
    """
    return interpolate(rated_power, *zip(_POWERS, _IE1, strict=True))


@formula(
    cites="iec-60034-30-1-2014#4-pole-50-hz",
    zh="IE2电动机额定效率（4极50 Hz）",
    empirical=True,
    defined={"rated_power": "0.75 to 315 kW"},
    error="0.2 points",
)
def ie2_efficiency(rated_power: Kilowatts) -> Share:
    """Rated efficiency of class IE2, four poles, 50 Hz.

    Source: the limits of the class; range and error as `ie1_efficiency`.
    """
    return interpolate(rated_power, *zip(_POWERS, _IE2, strict=True))


@formula(
    cites="gb-18613-2020#table-1",
    zh="IE3电动机额定效率（4极，国标3级）",
    empirical=True,
    defined={"rated_power": "0.75 to 315 kW"},
    error="0.2 points",
)
def ie3_efficiency(rated_power: Kilowatts) -> Share:
    """Rated efficiency of class IE3, four poles, 50 Hz: grade 3 of GB 18613-2020.

    Source: the limits of the class; range and error as `ie1_efficiency`.
    """
    return interpolate(rated_power, *zip(_POWERS, _IE3, strict=True))


@formula(
    cites="gb-18613-2020#table-1",
    zh="IE4电动机额定效率（4极，国标2级）",
    empirical=True,
    defined={"rated_power": "0.75 to 315 kW"},
    error="0.2 points",
)
def ie4_efficiency(rated_power: Kilowatts) -> Share:
    """Rated efficiency of class IE4, four poles, 50 Hz: grade 2 of GB 18613-2020.

    Source: the limits of the class; range and error as `ie1_efficiency`.
    """
    return interpolate(rated_power, *zip(_POWERS, _IE4, strict=True))
