"""`ecdcalc explain --input FILE PATH`: how a value came about."""

from __future__ import annotations

import click

from ecdcalc.cli.common import basis_option, guarded, input_option, lang_option, write
from ecdcalc.cli.side_files import SideFiles, side_files_options


@click.command(name="explain")
@click.argument("value")
@input_option
@click.option(
    "--state", type=click.Choice(["baseline", "reporting"]), default="reporting", show_default=True,
    help="Before the measures, or after them.",
)  # fmt: skip
@basis_option
@side_files_options
@lang_option
@guarded
def command(
    value: str,
    path: str,
    state: str,
    basis: str,
    beside: SideFiles,
    lang: str,
) -> None:
    """Show how a VALUE came about: saved.NOx, saved, battery[0].unit_energy, battery[0].measure[0], gap.T020 …"""
    from ecdcalc.model.region import Region
    from ecdcalc.report.tree import tree

    given = beside.either(path)
    if isinstance(given, Region):
        from ecdcalc.assessment.region.assess import assess_region
        from ecdcalc.assessment.region.explaining import explain_region

        found = explain_region(assess_region(given), value, lang)
    else:
        from ecdcalc.assessment.explaining import explain

        found = explain(given, value, state=state, basis=basis, lang=lang)
    write("\n\n".join(tree(term, lang) for term in found), None)
