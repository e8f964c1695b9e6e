"""`ecdcalc grade --product ID --value "1400 kgce/t"`: which level of a limit a value meets."""

from __future__ import annotations

import click

from ecdcalc.cli import completion
from ecdcalc.cli.common import guarded, iso_day, lang_option, limits_option, own, write


@click.command(name="grade")
@click.option(
    "--product",
    required=True,
    metavar="PRODUCT",
    shell_complete=completion.products,
    help="Row of the limit table, or words that only one row in force has: see `ecdcalc limits`.",
)
@click.option("--value", required=True, help='The value with its unit, such as "1400 kgce/t".')
@click.option("--input", "inputs", multiple=True, metavar="NAME=VALUE", help="An input of the correction.")
@click.option("--shift", default="", help="The correction as it comes out, added to every level.")
@click.option("--scale", type=float, help="The correction as it comes out, as a factor of every level.")
@click.option("--value-shift", default="", help="The correction as it comes out, added to the value.")
@click.option("--value-scale", type=float, help="The correction as it comes out, as a factor of the value.")
@click.option("--uncorrected", is_flag=True, help="Take the base limits, or a value that is corrected already.")
@click.option("--date", default="", metavar="YYYY-MM-DD", help="The day to judge on; today if left out.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "csv", "markdown"]),
    default="table",
    show_default=True,
)
@click.option("--output", metavar="FILE", help="Write to a file, whole or not at all.")
@limits_option
@lang_option
@guarded
def command(
    product: str,
    value: str,
    inputs: tuple[str, ...],
    shift: str,
    scale: float | None,
    value_shift: str,
    value_scale: float | None,
    uncorrected: bool,
    date: str,
    form: str,
    output: str | None,
    own_limits: str | None,
    lang: str,
) -> None:
    """Say which level of a mandatory limit a VALUE meets: 1, 2, 3, not qualified, or incomplete.

    And whether the standard is in force on that day.
    """
    from ecdcalc.assessment.grade import grade_value
    from ecdcalc.model.installed import others_installed
    from ecdcalc.reference.limits import load_own_limits
    from ecdcalc.report.grade import render

    if others_installed():
        from ecdcalc.model.sector import load_data

        load_data()
    given = dict(_pair(each) for each in inputs)
    found = grade_value(
        product,
        value,
        date=iso_day(date),
        shift=shift,
        scale=scale,
        value_shift=value_shift,
        value_scale=value_scale,
        inputs=given,
        uncorrected=uncorrected,
        limits=own(load_own_limits, own_limits),
    )
    write(render(found, form, lang), output)


def _pair(text: str) -> tuple[str, str]:
    from ecdcalc.words.errors import InputError, Problem

    name, sign, value = text.partition("=")
    if not sign:
        raise InputError([Problem("--input", "required", {"example": '"moisture=11 %"'})])
    return name.strip(), value.strip()
