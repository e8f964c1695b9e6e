"""`ecdcalc convert "100 万kWh" tce`: from one unit to another, or by a factor with its source."""

from __future__ import annotations

import click

from ecdcalc.cli.common import basis_option, factors_option, guarded, lang_option, write


@click.command(name="convert", context_settings={"ignore_unknown_options": True})
@click.argument("quantity")
@click.argument("unit")
@basis_option
@click.option("--year", type=int, help="Year of the primary-equivalent factor.")
@click.option("--carrier", default="", help="Energy carrier, such as raw-coal, when the unit alone does not tell.")
@click.option(
    "--edition", type=click.Choice(["2020", "2008"]), default="2020", show_default=True, help="Edition of GB/T 2589."
)
@factors_option
@lang_option
@guarded
def command(
    quantity: str,
    unit: str,
    basis: str,
    year: int | None,
    carrier: str,
    edition: str,
    own_factors: str | None,
    lang: str,
) -> None:
    """Convert QUANTITY into UNIT. From energy to coal equivalent a factor is used, and printed with its source."""
    from ecdcalc.assessment.convert import convert
    from ecdcalc.cli.common import own
    from ecdcalc.reference.factors import load_own_factors

    write(
        convert(quantity, unit, basis, year, carrier, edition, own(load_own_factors, own_factors)).say(lang),
        None,
    )
