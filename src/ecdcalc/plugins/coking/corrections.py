"""Corrections of GB 21342-2025, clause 5.3: what a battery is allowed above the base limit.

limit = base + F + V + W, levels 1 and 3 with A beside, level 3 with Q beside.
"""

from __future__ import annotations

from ecdcalc.plugin import KgcePerTonne, Share, Years, formula, interpolate, where


@formula(cites="gb-21342-2025#5.3", zh="顶装焦炉修正量 F+V+W", empirical=True)
def top_charged(mixed_gas: Share, volatile_matter: Share, moisture: Share) -> KgcePerTonne:
    """Correction for a top-charged battery: mixed gas, volatile matter and moisture.

    F = 8.00 × share of time on mixed gas; V from the table, dry-basis volatile matter 21 to 28 %, linear
    between; W = 3.67 × (moisture − 10), moisture in %.
    """
    volatile = interpolate(
        volatile_matter,
        (21, -8.30), (22, -4.20), (23, 0), (24, 4.25), (25, 8.55), (26, 11.00), (27, 14.08), (28, 18.71),
    )  # fmt: skip
    return 8.00 * mixed_gas / 100 + volatile + 3.67 * (moisture - 10)


@formula(cites="gb-21342-2025#5.3", zh="捣固焦炉修正量 F+V+W", empirical=True)
def stamp_charged(mixed_gas: Share, volatile_matter: Share, moisture: Share) -> KgcePerTonne:
    """Correction for a stamp-charged battery: mixed gas, volatile matter and moisture.

    F = 12.00 × share of time on mixed gas; V from the table, dry-basis volatile matter 25 to 32 %, linear
    between; W = 3.71 × (moisture − 10.5), moisture in %.
    """
    volatile = interpolate(
        volatile_matter,
        (25, 0), (26, 3.20), (27, 6.44), (28, 11.40), (29, 14.65), (30, 17.93), (31, 21.23), (32, 24.50),
    )  # fmt: skip
    return 12.00 * mixed_gas / 100 + volatile + 3.71 * (moisture - 10.5)


@formula(cites="gb-21342-2025#5.3", zh="炉龄修正量 A", empirical=True)
def oven_age(age: Years) -> KgcePerTonne:
    """Correction for the age of the ovens: 2.50 above 15 years, 5.50 above 25."""
    return where(age > 25, 5.50, where(age > 15, 2.50, 0.0))
