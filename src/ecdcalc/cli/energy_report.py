"""`ecdcalc energy-report --input FILE`: the tables of the yearly report, from a plant file or as filed, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from ecdcalc.cli.common import encoding_option, guarded, lang_option, wide_option, width_of_screen
from ecdcalc.cli.outputs import check_outputs, deliver, outputs_option

if TYPE_CHECKING:
    from ecdcalc.report.outputs import Asked


@click.command(name="energy-report")
@click.option("--input", "path", required=True, metavar="FILE", help="Plant file, or the report's tables (XLSX).")
@click.option("--year", type=int, help="Year of the published factors, for a report as filed.")
@click.option("--into", metavar="FILE", help="Plant file that a report as filed is put into.")
@click.option("--process", default="", help="With --into: the process that takes the energy [default: the works].")
@outputs_option
@wide_option
@encoding_option
@lang_option
@guarded
def command(
    path: str,
    year: int | None,
    into: str | None,
    process: str,
    outputs: tuple[str, ...],
    wide: bool,
    encoding: str,
    lang: str,
) -> None:
    """Print energy by carrier and comprehensive energy as the form computes it, on both bases.

    The tables of a plant file are those before its retrofit. --output tables.xlsx writes tables 2, 2-1, 4, 6, 9 and 10
    with formulas. --into PLANT puts a report as filed into a plant file: the carriers of its works, outputs, measures.
    """
    from ecdcalc.assessment.energy_report import check, filed, read_report, rows_of
    from ecdcalc.read.plant import load_plant
    from ecdcalc.read.workbook import is_form
    from ecdcalc.report.energy_report import EnergyReport, text
    from ecdcalc.report.outputs import ENERGY_REPORT, INPUT, Asked

    check_outputs(outputs, INPUT if into else ENERGY_REPORT, "")
    asked = Asked(lang)
    if into is None and is_form(path):
        plant = load_plant(path, encoding=encoding)
        found = EnergyReport(rows_of(plant), plant)
    else:
        report = read_report(path)
        found = EnergyReport(filed(report, year))
        if into is not None:
            check(found.rows)
            _put_in(report, found.rows, into, process, outputs, encoding, asked)
            return
    check(found.rows)
    deliver(found, outputs, ENERGY_REPORT, asked, lambda: text(found.rows, lang, None if wide else width_of_screen()))


def _put_in(
    report: Any, rows: Any, into: str, process: str, outputs: tuple[str, ...], encoding: str, asked: Asked
) -> None:
    """Write the plant file with the report in it; say what form and engine come to, and what was not taken."""
    from ecdcalc.assessment.filed_plant import filled_in
    from ecdcalc.decide.written import toml_of
    from ecdcalc.read.keys import in_keys
    from ecdcalc.read.text import read_document
    from ecdcalc.report.energy_report import reconciled
    from ecdcalc.report.outputs import INPUT
    from ecdcalc.words.errors import InputError

    keyed = in_keys(read_document(into, encoding))
    if keyed.problems:
        raise InputError(keyed.told(keyed.problems))
    found = filled_in(keyed.document, report, rows, process)
    said = reconciled(found, asked.lang)
    text = toml_of(found.document, said)
    deliver(lambda _: (text, found.document), outputs, INPUT, asked, lambda: text)
    if outputs:
        click.echo(said, err=True)
