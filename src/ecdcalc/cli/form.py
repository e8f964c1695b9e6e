"""`ecdcalc form list` and `ecdcalc form check`: the forms for Word, and what is missing before one is set."""

from __future__ import annotations

from typing import Any

import click

from ecdcalc.cli.common import (
    basis_option,
    encoding_option,
    factors_option,
    guarded,
    input_option,
    lang_option,
    limits_option,
    listing,
    load,
    measures_option,
    plan_option,
    wide_option,
    write,
)


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
@plan_option
@factors_option
@limits_option
@measures_option
@encoding_option
@lang_option
@guarded
def check_command(
    path: str,
    paper: str,
    strict: bool,
    basis: str,
    plan: str,
    own_factors: str | None,
    own_limits: str | None,
    own_measures: str | None,
    encoding: str,
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
        from ecdcalc.read.region import load_region

        result = assess_region(load_region(path, encoding=encoding, plan=plan))
    else:
        result = assess(load(path, "", encoding, own_factors, own_limits, plan, own_measures), basis=basis)
    filled = fill(form, result, lang)
    if strict:
        refuse_missing(filled)
    write(completeness(filled, result, lang), None)
