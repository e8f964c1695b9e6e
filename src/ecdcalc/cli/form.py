"""`ecdcalc form list` and `ecdcalc form check`: the forms for Word, and what is missing before one is set."""

from __future__ import annotations

from typing import Any

import click

from ecdcalc.cli.common import basis_option, guarded, input_option, lang_option, listing, wide_option, write
from ecdcalc.cli.side_files import SideFiles, side_files_options


@click.group(name="form")
def command() -> None:
    """List forms for Word, and what one of them lacks."""


@command.command(name="list")
@wide_option
@lang_option
@guarded
def list_command(lang: str, wide: bool) -> None:
    """List the forms that are shipped."""
    from ecdcalc.report.forms.form import read_form, shipped
    from ecdcalc.words.labels import word

    forms = [read_form(folder) for folder in shipped().values()]
    rows = [(each.id, each.of, each.title[lang], each.edition, each.confidence) for each in forms]
    headers = [word(key, lang) for key in ("id", "result-of", "name", "edition", "confidence")]
    write(listing(headers, rows, lang, wide), None)


@command.command(name="check")
@input_option
@click.option("--form", "paper", required=True, metavar="ID|FOLDER", help="The form to be checked.")
@click.option("--strict", is_flag=True, help="Exit with 2 where a required cell is missing.")
@basis_option
@side_files_options
@lang_option
@guarded
def check_command(
    path: str,
    paper: str,
    strict: bool,
    basis: str,
    beside: SideFiles,
    lang: str,
) -> None:
    """Show every cell of a form: filled, none, or missing, and where it is given."""
    from ecdcalc.assessment.plant import assess
    from ecdcalc.report.forms.completeness import completeness, refuse_missing
    from ecdcalc.report.forms.fill import fill
    from ecdcalc.report.forms.form import load_form

    form = load_form(paper)
    result: Any
    if form.of == "region":
        from ecdcalc.assessment.region.assess import assess_region

        result = assess_region(beside.region(path))
    else:
        result = assess(beside.plant(path), basis=basis)
    filled = fill(form, result, lang)
    if strict:
        refuse_missing(filled)
    write(completeness(filled, result, lang), None)
