"""Corrections of GB 16780, editions of 2021 and 2012, and the heat of clinker formation."""

from __future__ import annotations

from ecdcalc.plugin import KjPerKg, Megapascals, Metres, Pascals, Ratio, Share, formula, root, where


@formula(cites="gb-16780-2021#5.3", zh="海拔修正系数", empirical=True)
def altitude_factor(altitude: Metres, pressure: Pascals) -> Ratio:
    """Altitude factor of the level 3 limits.

        K = 1.179 − 0.211 P / 101 325        above 1500 m, else 1

    Source: GB 16780-2021, 5.3, from a public transcription. P is the mean pressure of the site.
    """
    return where(altitude > 1500, 1.179 - 0.211 * pressure / 101325, 1.0)


@formula(cites="gb-16780-2012#comparable", zh="海拔修正系数（2012年版）", empirical=True)
def altitude_factor_2012(altitude: Metres, pressure: Pascals) -> Ratio:
    """Altitude factor of the comparable energy, edition of 2012.

        K = √(P / 101 325)        above 1000 m, else 1

    Source: GB 16780-2012, from a public implementation. P is the mean pressure of the site.
    """
    return where(altitude > 1000, root(pressure / 101325), 1.0)


@formula(cites="gb-16780-2012#comparable", zh="熟料强度修正系数（2012年版）", empirical=True)
def strength_factor(strength: Megapascals) -> Ratio:
    """Strength factor of the comparable energy, edition of 2012.

        a = ⁴√(52.5 / A)

    Source: GB 16780-2012, from two public implementations. A is the compressive strength at 28 days, a mean
    weighted by output.
    """
    return root(52.5 / strength, 4)


@formula(cites="clinker-formation", zh="熟料形成热", empirical=True, error="3 to 5 %")
def formation_heat(cao: Share, mgo: Share, sio2: Share, al2o3: Share, fe2o3: Share) -> KjPerKg:
    """Heat of clinker formation by its oxides.

        Q = 32.01 CaO + 27.10 MgO + 17.19 Al2O3 − 21.40 SiO2 − 2.47 Fe2O3        oxides in %

    Source: the formula of zur Strassen as Chinese kiln balances use it. CaO and MgO that come from carbonates
    only: lime from slag takes next to no heat, lime from hydroxide takes more than this says. Alkalis and
    sulphur are left out (tens of kJ/kg). Error: 3 to 5 %.
    """
    return 32.01 * cao + 27.10 * mgo + 17.19 * al2o3 - 21.40 * sio2 - 2.47 * fe2o3
