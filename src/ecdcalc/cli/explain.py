"""`ecdcalc explain --input FILE PATH`: how a value came about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ecdcalc.cli.common import (
    STDOUT,
    basis_option,
    encoding_option,
    factors_option,
    guarded,
    input_option,
    lang_option,
    limits_option,
    load,
    own,
    write,
)

if TYPE_CHECKING:
    from ecdcalc.numbers.trace import Named


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
    """Show how a VALUE came about: battery[0].unit_energy, saved.NOx, battery[0].measure[0], gap.T020, grade …"""
    from ecdcalc.assessment.explaining import explain
    from ecdcalc.read.plant import is_region
    from ecdcalc.read.text import read_document
    from ecdcalc.report.tree import tree

    if path != STDOUT and is_region(read_document(path, encoding)):
        found = _of_region(path, value, encoding, own_factors, own_limits, lang)
    else:
        plant = load(path, "", encoding, own_factors, own_limits, "")
        found = explain(plant, value, state=state, basis=basis, lang=lang)
    write("\n\n".join(tree(term, lang) for term in found), None)


def _of_region(
    path: str, value: str, encoding: str, own_factors: str | None, own_limits: str | None, lang: str
) -> tuple[Named, ...]:
    from ecdcalc.assessment.region.assess import assess_region
    from ecdcalc.assessment.region.explaining import explain_region
    from ecdcalc.read.region import load_region
    from ecdcalc.reference.factors import load_own_factors
    from ecdcalc.reference.limits import load_own_limits

    factors, limits = own(load_own_factors, own_factors), own(load_own_limits, own_limits)
    return explain_region(
        assess_region(load_region(path, encoding=encoding, factors=factors, limits=limits)), value, lang
    )
