"""What a shell completes: sectors, plans, products of limits, measures; each with what it is called."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from click import Context, Parameter
    from click.shell_completion import CompletionItem


def _items(found: Iterable[tuple[str, str]], begun: str) -> list[CompletionItem]:
    from click.shell_completion import CompletionItem

    return [CompletionItem(id, help=label) for id, label in found if id.startswith(begun)]


def _lang() -> str:
    return os.environ.get("ECDCALC_LANG", "en")


def sectors(context: Context, parameter: Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete the id of a sector."""
    from ecdcalc.model.sector import sectors as known

    return _items(((id, each.label(_lang())) for id, each in known().items()), incomplete)


def templates(context: Context, parameter: Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete what there is a template of: a sector, or a region."""
    from ecdcalc.words.labels import word

    of_region = _items([("region", word("region", _lang()))], incomplete)
    return [*sectors(context, parameter, incomplete), *of_region]


def plans(context: Context, parameter: Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete the id of a plan."""
    from ecdcalc.read.plans import load_plan, plan_ids

    return _items(((id, load_plan(id).label(_lang())) for id in plan_ids()), incomplete)


def products(context: Context, parameter: Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete the row of an energy limit."""
    from ecdcalc.reference.limits import LimitTable

    return _items(((each.id, each.label(_lang())) for each in LimitTable().search(())), incomplete)


def measures(context: Context, parameter: Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete the id of a measure."""
    from ecdcalc.reference.measures import measure_rows

    return _items(((each.slug, each.label(_lang())) for each in measure_rows().values()), incomplete)
