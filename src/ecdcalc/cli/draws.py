"""`--draws` and `--seed`: what commands that draw ranges share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from ecdcalc.cli.common import Command

if TYPE_CHECKING:
    from ecdcalc.report.outputs import Forms
    from ecdcalc.words.errors import Problem

FIRST_SEED = 1


def draws_options(command: Command) -> Command:
    """Add the options of random draws."""
    for option in (
        click.option("--seed", type=int, help="Where the draws begin; the same seed gives the same; 1 if left out."),
        click.option("--draws", type=int, metavar="N", help="Draw all ranges N times: spread, chance of targets."),
    ):
        command = option(command)
    return command


def draw_problems(
    outputs: Sequence[str], draws: int | None, seed: int | None, forms: Forms, holding: Sequence[str]
) -> Iterator[Problem]:
    """Yield what does not go together: a seed without draws, a file of a form that does not hold the chance."""
    from ecdcalc.report.outputs import suffix_of
    from ecdcalc.words.errors import Problem

    if draws is None:
        if seed is not None:
            yield Problem("--seed", "chance-seed-alone", {})
        return
    known = ", ".join(holding)
    for each in outputs:
        if (suffix_of(each, forms) or holding[0]) not in holding:
            yield Problem(each, "chance-form", {"known": known})
