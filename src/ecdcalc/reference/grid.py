"""Which grids have a published CO2 factor, by the name that a user writes, and for which years."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from ecdcalc.reference.factors import Factor, FactorTable, factor_set
from ecdcalc.words.errors import NotFoundError, near, near_label
from ecdcalc.words.meaning import keys_told
from ecdcalc.words.texts import Both

_SET = "grid"
_ENDINGS = ("壮族自治区", "回族自治区", "维吾尔自治区", "自治区", "省", "市", "电网", " province", " municipality")
WHOLE = "china"


def province_of(text: str, factors: FactorTable) -> str:
    """Return the id of a province that is written by its id, its English or its Chinese name.

    Raises `NotFoundError` with the nearest and all that there are.
    """
    plain = text.strip().lower()
    if not plain:
        return ""
    names = _names(factors) if factors.own else _published()
    for each in (plain, plain.replace(" ", "-"), *(plain.removesuffix(ending) for ending in _ENDINGS)):
        if each in names:
            return names[each]
    guess = next((each for each in names if _begins_with(plain, each)), None) or near(plain, [*names])
    labels = dict(sorted((grid, each.zh) for grid, _, each in _grids(factors)))
    said = {"found": text[:40], "known": keys_told(labels)}
    if guess:
        raise NotFoundError("province-unknown-near", near=keys_told({names[guess]: labels[names[guess]]}), **said)
    if alike := near_label(plain.removesuffix("省"), labels):
        raise NotFoundError("province-unknown-near", near=alike, **said)
    raise NotFoundError("province-unknown", **said)


def _begins_with(text: str, name: str) -> bool:
    """Return whether a text is a province in Chinese with more behind it, as in 山西省运城市."""
    return not name.isascii() and text.startswith(name)


def province_words() -> dict[str, tuple[str, ...]]:
    """Return the published grids, provinces among them, with their words."""
    return {grid: (each.zh, grid) for grid, _, each in _grids(FactorTable()) if each.zh}


def check_grid_year(province: str, year: int | None, factors: FactorTable) -> None:
    """Raise `NotFoundError` where a year of the grid is asked for that is not published."""
    known = years_of(province or WHOLE, factors)
    if year is not None and str(year) not in known:
        grid = province or WHOLE
        label = next((each.zh for id, _, each in _grids(factors) if id == grid and each.zh), grid)
        raise NotFoundError("grid-year-unknown", province=Both(grid, label), found=year, known=", ".join(known))


def check_supply_year(year: int | None, factors: FactorTable) -> None:
    """Raise `NotFoundError` where a coal rate of electricity is asked for of a year that has none."""
    known = supply_years(factors)
    if year is not None and str(year) not in known:
        raise NotFoundError("supply-year-unknown", found=year, known=", ".join(known))


def supply_years(factors: FactorTable) -> list[str]:
    """Return the years for which the coal rate of electricity is published."""
    return sorted({id.partition("-")[0] for id in _rows("supply-rate", factors)})


def years_of(province: str, factors: FactorTable) -> list[str]:
    """Return the years for which the factor of a grid is published."""
    return sorted(year for grid, year, _ in _grids(factors) if grid == province)


def _rows(name: str, factors: FactorTable) -> Mapping[str, Factor]:
    own = {id.partition("/")[2]: each for id, each in factors.own.items() if id.startswith(f"{name}/")}
    return {**factor_set(name), **own}


def _grids(factors: FactorTable) -> Iterator[tuple[str, str, Factor]]:
    """Yield grid, year and factor of every row that is one: others are of a part of the grid's electricity."""
    for id, each in _rows(_SET, factors).items():
        grid, _, year = id.rpartition("-")
        if year.isdigit():
            yield grid, year, each


@cache
def _published() -> Mapping[str, str]:
    """Return the grids by their names where a user has no factors of their own."""
    return MappingProxyType(_names(FactorTable()))


def _names(factors: FactorTable) -> dict[str, str]:
    names: dict[str, str] = {}
    for grid, _, each in _grids(factors):
        for name in (grid, each.zh.lower(), each.en.lower()):
            if name:
                names.setdefault(name.strip(), grid)
    return names
