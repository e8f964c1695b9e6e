"""Corrections of GB 16780-2021."""

from __future__ import annotations

from ecdcalc.formula import formula
from ecdcalc.kinds import Metres, Pascals, Ratio
from ecdcalc.ops import where


@formula(cites="gb-16780-2021#5.3", zh="海拔修正系数", empirical=True)
def altitude_factor(altitude: Metres, pressure: Pascals) -> Ratio:
    """Altitude factor of the level 3 limits.

        K = 1.179 − 0.211 P / 101 325        above 1500 m, else 1

    Source: GB 16780-2021, 5.3, from a public transcription. P is the mean pressure of the site.
    """
    return where(altitude > 1500, 1.179 - 0.211 * pressure / 101325, 1.0)
