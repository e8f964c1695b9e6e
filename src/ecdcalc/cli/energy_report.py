"""`ecdcalc energy-report --input FILE`: the tables of energy of the yearly report, from a plant file or as filed."""

from __future__ import annotations

import click

from ecdcalc.cli.common import encoding_option, guarded, lang_option
from ecdcalc.cli.outputs import check_outputs, deliver, outputs_option


@click.command(name="energy-report")
@click.option("--input", "path", required=True, metavar="FILE", help="Plant file, or the report's tables (XLSX).")
@click.option("--year", type=int, help="Year of the published factors, for a report as filed.")
@outputs_option
@encoding_option
@lang_option
@guarded
def command(path: str, year: int | None, outputs: tuple[str, ...], encoding: str, lang: str) -> None:
    """Print energy by carrier and comprehensive energy as the form computes it, on both bases.

    The tables of a plant file are those before its retrofit. --output tables.xlsx writes them with formulas.
    """
    from ecdcalc.assessment.energy_report import check, filed, rows_of
    from ecdcalc.read.plant import load_plant
    from ecdcalc.read.workbook import is_form
    from ecdcalc.report.energy_report import text
    from ecdcalc.report.outputs import ENERGY_REPORT, Asked

    check_outputs(outputs, ENERGY_REPORT, "")
    rows = rows_of(load_plant(path, encoding=encoding)) if is_form(path) else filed(path, year)
    check(rows)
    deliver(rows, outputs, ENERGY_REPORT, Asked(lang), lambda: text(rows, lang))
