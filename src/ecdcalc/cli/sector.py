"""`ecdcalc sector SECTOR --input FILE`: the main job."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from ecdcalc.cli import completion
from ecdcalc.cli.common import basis_option, guarded, input_option, lang_option, schema_option, strict_option
from ecdcalc.cli.draws import FIRST_SEED, draw_problems, draws_options
from ecdcalc.cli.outputs import check_outputs, check_paper, deliver, outputs_option, paper_option, view_of, view_options
from ecdcalc.cli.side_files import SideFiles, side_files_options


@click.command(name="sector")
@click.argument("sector", shell_complete=completion.sectors)
@input_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "csv", "markdown"]),
    default="table",
    show_default=True,
)
@outputs_option
@paper_option
@view_options
@draws_options
@click.option(
    "--compare", "others", multiple=True, metavar="FILE", help="Put another plant file beside it; repeatable."
)
@click.option(
    "--set",
    "sets",
    multiple=True,
    metavar="IDS",
    help="Put the plant with these of its measures beside it, such as A,B (none: ''); repeatable.",
)
@click.option("--check", is_flag=True, help="Exit with 1 where a gap is open.")
@strict_option
@basis_option
@side_files_options
@schema_option
@lang_option
@guarded
def command(
    sector: str,
    path: str,
    form: str,
    outputs: tuple[str, ...],
    paper: str,
    details: bool,
    sources: bool,
    draws: int | None,
    seed: int | None,
    others: tuple[str, ...],
    sets: tuple[str, ...],
    check: bool,
    strict: bool,
    basis: str,
    beside: SideFiles,
    schema: str,
    lang: str,
) -> None:
    """Assess a plant file of SECTOR: energy saved, reductions, grades, gaps to the targets of its plan."""
    from attrs import evolve

    from ecdcalc.assessment.plant import assess
    from ecdcalc.assessment.warnings.warned import refuse
    from ecdcalc.report.outputs import ASSESSMENT, COMPARISON, Asked
    from ecdcalc.report.render import render

    forms = COMPARISON if others or sets else ASSESSMENT
    _check(draws, seed, others or sets)
    check_paper(paper, outputs, "assessment")
    check_outputs(outputs, forms, form)
    result = assess(beside.plant(path, sector), basis=basis)
    if strict:
        refuse(result.warnings)
    if draws is not None:
        from ecdcalc.decide.chance import chance_of

        chance = chance_of(result, draws, FIRST_SEED if seed is None else seed)
        if strict:
            refuse(chance.warnings)
        result = evolve(result, chance=chance)
    if others or sets:
        from ecdcalc.read.measure_sets import with_set
        from ecdcalc.report.comparison import render_comparison
        from ecdcalc.report.side_by_side import compare

        plants = [beside.plant(each, sector) for each in others]
        plants += [with_set(result.plant, [*filter(None, map(str.strip, each.split(",")))]) for each in sets]
        results = [result, *(assess(each, basis=basis) for each in plants)]
        for each in results if strict else ():
            refuse(each.warnings)
        found = compare(*results, names=[path, *others, *(each or "–" for each in sets)]).to_dict(lang)
        deliver(found, outputs, forms, Asked(lang), lambda: render_comparison(found, form, lang))
        if check and any(each.open_gaps for each in results):
            sys.exit(1)
        return
    asked = Asked(lang, int(schema), beside.texts, paper)
    view = view_of(details=details, sources=sources)
    deliver(result, outputs, ASSESSMENT, asked, lambda: render(result, form, lang, int(schema), view))
    if check and result.open_gaps:
        sys.exit(1)


def _check(draws: int | None, seed: int | None, beside: Sequence[str]) -> None:
    """Raise `InputError` for options that do not go together."""
    from ecdcalc.words.errors import InputError, Problem

    found = [*draw_problems(draws, seed)]
    if draws is not None and beside:
        found.append(Problem("--compare", "compare-draws", {}))
    if found:
        raise InputError(found)
