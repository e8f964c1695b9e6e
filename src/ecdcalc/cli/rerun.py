"""`ecdcalc rerun FILE`: a snapshot computed again."""

from __future__ import annotations

import sys

import click

from ecdcalc.cli.common import guarded, lang_option, write


@click.command(name="rerun")
@click.argument("file", metavar="FILE")
@click.option("--check", is_flag=True, help="Exit with 1 where the result differs.")
@lang_option
@guarded
def command(file: str, check: bool, lang: str) -> None:
    """Compute a snapshot (.ecd.json) again: the same digits, or what changed and why."""
    from ecdcalc.report.rerun import render_rerun
    from ecdcalc.report.snapshot import rerun

    found = rerun(file)
    write(render_rerun(found, lang), None)
    if check and not found.same:
        sys.exit(1)
