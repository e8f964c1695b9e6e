"""How the cells of a workbook look: the figures that a number deserves, columns as wide as what stands in them."""

from __future__ import annotations

from collections.abc import Iterable

from ecdcalc.report.screen.box import width_of

_GAP = "_0"
"""As wide as a digit: numbers stand apart from the unit in the next column."""
_WIDEST, _WIDEST_HEAD, _ROOM = 48, 28, 2
_MANY, _SOME, _ONE, _LITTLE = 1e5, 1e3, 1.0, 1e-2


def figures(value: float) -> str:
    """Return the format that shows a result with about six figures.

    At least two decimals or none: of `0.######` a spreadsheet shows 60 as "60." and what is small as "0.".
    """
    size = abs(value)
    if size >= _MANY:
        return f"#,##0{_GAP}"
    if size >= _SOME:
        return f"#,##0.00{_GAP}"
    if size >= _ONE or not size:
        return f"#,##0.00##{_GAP}"
    return f"0.00####{_GAP}" if size >= _LITTLE else f"0.00E+00{_GAP}"


def as_typed(value: float) -> str:
    """Return the format that shows a number as it is typed; large ones with their thousands apart."""
    if len(f"{value:g}") < len(f"{value:.12g}"):  # of more than six figures
        return figures(value) if value != int(value) else f"#,##0{_GAP}"
    return f"General{_GAP}" if abs(value) < _MANY else f"#,##0{_GAP}"


def fitting(head: str, texts: Iterable[str], least: float = 0) -> float:
    """Return how wide a column is in which its texts are not cut, up to a width that a screen has room for."""
    widest = min(max(map(width_of, texts), default=0), _WIDEST)
    return max(least, _ROOM + max(widest, min(width_of(head), _WIDEST_HEAD)))
