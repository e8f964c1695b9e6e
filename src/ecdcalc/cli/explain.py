"""`ecdcalc explain --input FILE PATH`: how a value came about."""

from __future__ import annotations

import click

from ecdcalc.cli.common import (
    basis_option,
    encoding_option,
    factors_option,
    guarded,
    input_option,
    lang_option,
    limits_option,
    load,
    write,
)


@click.command(name="explain")
@click.argument("value")
@input_option
@click.option(
    "--state", type=click.Choice(["baseline", "reporting"]), default="reporting", show_default=True,
    help="Before the measures, or after them.",
)  # fmt: skip
@basis_option
@factors_option
@limits_option
@encoding_option
@lang_option
@guarded
def command(
    value: str,
    path: str,
    state: str,
    basis: str,
    own_factors: str | None,
    own_limits: str | None,
    encoding: str,
    lang: str,
) -> None:
    """Show how a VALUE such as battery[0].unit_energy came about."""
    from ecdcalc.model.evaluation import find
    from ecdcalc.report.tree import tree

    plant = load(path, "", encoding, own_factors, own_limits, "")
    write(tree(find(plant, value, state=state, basis=basis), lang), None)
