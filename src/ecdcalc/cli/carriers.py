"""`ecdcalc carriers [WORDS]`: the energy carriers, with the unit and the factors that a plant takes."""

from __future__ import annotations

import click

from ecdcalc.cli.common import factors_option, guarded, lang_option, listing, own, wide_option, write


@click.command(name="carriers")
@click.argument("words", nargs=-1)
@click.option("--year", type=int, help="Year of the grid factor and of the primary-equivalent value.")
@click.option("--province", default="", help="Province whose grid factor applies, such as shanxi or 山西.")
@click.option(
    "--edition",
    type=click.Choice(["2020", "2008", "petro"]),
    default="2020",
    show_default=True,
    help="Edition of GB/T 2589, or petro for GB 30251 (refining and petrochemicals).",
)
@wide_option
@factors_option
@lang_option
@guarded
def command(
    words: tuple[str, ...],
    year: int | None,
    province: str,
    edition: str,
    wide: bool,
    own_factors: str | None,
    lang: str,
) -> None:
    """List the energy carriers in which every one of WORDS occurs: key, name, unit, coal equivalent, CO2."""
    from ecdcalc.model.sector import load_data
    from ecdcalc.reference.defaults import Context
    from ecdcalc.reference.factors import FactorTable
    from ecdcalc.reference.grid import province_of
    from ecdcalc.reference.own_factors import load_own_factors
    from ecdcalc.report.carriers import carrier_rows
    from ecdcalc.words.labels import word

    load_data()
    table = own(load_own_factors, own_factors) or FactorTable()
    context = Context(
        factors=table, year=year, grid_year=year, province=province_of(province, table), coal_edition=edition
    )
    headers, rows = carrier_rows(context, lang, words)
    write(listing(headers, rows, lang, wide) + f"\n\n{len(rows)} {word('rows', lang)}", None)
