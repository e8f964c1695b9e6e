"""Factors that the data does not have."""

from __future__ import annotations

from ecdcalc.plugin import Number, impossible, is_missing


def if_given(factor: Number) -> Number:
    """Return the factor; where the user gives none, say that the data has none: a source not counted, no gap."""
    return impossible("agriculture-no-factor") if is_missing(factor) else factor
