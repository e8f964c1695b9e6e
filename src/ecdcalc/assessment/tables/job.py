"""What to compute for the rows of a table: the process, the factors that apply, the plan, the basis."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from fnmatch import fnmatchcase
from typing import Any

from attrs import field, frozen

from ecdcalc.model.prices import Prices
from ecdcalc.model.process import Process
from ecdcalc.model.sector import Sector
from ecdcalc.model.sector import sector as find_sector
from ecdcalc.read.costs import prices_of
from ecdcalc.read.dates import is_year
from ecdcalc.read.plans import plan_in_force
from ecdcalc.read.table import ROW
from ecdcalc.reference.defaults import Context
from ecdcalc.reference.factors import FactorTable
from ecdcalc.reference.grid import check_grid_year, check_supply_year, province_of
from ecdcalc.reference.limits import LimitTable
from ecdcalc.reference.plan import Plan
from ecdcalc.words.errors import InputError, Problem

OURS = "__ecdcalc_"
"""What the names of columns begin with that are only there in between."""


@frozen
class Job:
    """One process of one sector, in one context."""

    sector: Sector
    process: type[Process]
    context: Context = field(factory=Context)
    plan: Plan | None = None
    basis: str = "calorific"
    units: Mapping[str, str] = field(factory=dict)
    lang: str = "en"
    strict: bool = False
    """Whether a row that would be warned of is set aside."""
    prices: Prices | None = None
    """Prices by which each row is billed; without them there is no money in the results."""
    columns: tuple[str, ...] = ()
    """The columns of the results that are asked for, by name or pattern; all where none is named."""

    def keeps(self, name: str) -> bool:
        """Tell whether a column is asked for; the number of a row always is."""
        always = not self.columns or name == ROW or name.startswith(OURS)
        return always or any(fnmatchcase(name, as_pattern(each)) for each in self.columns)

    @property
    def limits(self) -> LimitTable:
        """The energy limits: the user's own over the package's."""
        return self.context.limits or LimitTable()

    @property
    def editions(self) -> str:
        """Which published values were used, for the audit column."""
        context = self.context
        parts = [
            f"coal-{context.coal_edition}",
            f"co2-{context.co2_guide}",
            f"basis={self.basis}",
            f"grid={context.province or 'china'}-{context.grid_year or context.year}",
        ]
        dated = [f"limits={context.last_day}"] if context.last_day else []
        return "; ".join([*parts, *dated, *([f"plan={self.plan.id}"] if self.plan else [])])


def as_pattern(column: str) -> str:
    """Return a pattern in which `*` alone stands for something: the brackets of a unit are brackets."""
    return re.sub(r"[\[?]", r"[\g<0>]", column)


def job_of(
    *,
    sector: str,
    process: str,
    plan: str = "",
    basis: str = "calorific",
    units: Mapping[str, str] | None = None,
    lang: str = "en",
    strict: bool = False,
    prices: Prices | Mapping[str, Any] | str | os.PathLike[str] | None = None,
    columns: Sequence[str] = (),
    **context: Any,
) -> Job:
    """Return what to compute, from the words of a call or a command; other words go to `Context`.

    Raises `NotFoundError` for a sector, process or plan that there is not.
    """
    if context.get("year") is not None and not is_year(context["year"]):
        raise InputError([Problem("year", "not-a-year", {"found": str(context["year"])[:40]})])
    found = find_sector(sector)
    factors = context.get("factors") or FactorTable()
    context = {**context, "province": province_of(str(context.get("province") or ""), factors)}
    check_grid_year(context["province"], context.get("grid_year"), factors)
    check_supply_year(context.get("electricity_year"), factors)
    return Job(
        found,
        found.process(process),
        Context(**{"co2_guide": found.co2_guide, **context}),
        plan_in_force(plan) if plan else None,
        basis,
        units or {},
        lang,
        strict,
        None if prices is None else prices_of(prices),
        tuple(columns),
    )
