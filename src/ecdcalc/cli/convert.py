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
    "--edition",
    type=click.Choice(["2020", "2008", "petro"]),
    default="2020",
    show_default=True,
    help="Edition of GB/T 2589, or petro for GB 30251 (refining and petrochemicals).",
)
@click.option("--lhv", default="", help='Measured heating value instead of the table, such as "17.4 MJ/m3".')
@click.option("--factor", default="", help='A factor of your own, such as "0.65 kgce/m3".')
@click.option("--pressure", default="", help='Absolute pressure of steam, such as "0.8 MPa".')
@click.option("--temperature", default="", help='Temperature of superheated steam, such as "300 °C".')
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
    lhv: str,
    factor: str,
    pressure: str,
    temperature: str,
    own_factors: str | None,
    lang: str,
) -> None:
    """Convert QUANTITY into UNIT. From energy to coal equivalent a factor is used, and printed with its source."""
    from ecdcalc.assessment.convert import convert
    from ecdcalc.cli.common import own
    from ecdcalc.reference.own_factors import load_own_factors

    table = own(load_own_factors, own_factors)
    found = convert(
        quantity, unit, basis, year, carrier, edition, table,
        lhv=lhv, factor=factor, pressure=pressure, temperature=temperature,
    )  # fmt: skip
    write(found.say(lang), None)
