"""`--draws` and `--seed`: what commands that draw ranges share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from ecdcalc.cli.common import Command

if TYPE_CHECKING:
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


def draw_problems(draws: int | None, seed: int | None) -> Iterator[Problem]:
    """Yield what does not go together: a seed without draws."""
    from ecdcalc.words.errors import Problem

    if draws is None and seed is not None:
        yield Problem("--seed", "chance-seed-alone", {})
