"""`ecdcalc region --input FILE`: a city or county against every target of its plan."""

from __future__ import annotations

import sys

import click

from ecdcalc.cli.common import guarded, lang_option, schema_option, strict_option
from ecdcalc.cli.draws import FIRST_SEED, draw_problems, draws_options
from ecdcalc.cli.outputs import check_outputs, check_paper, deliver, outputs_option, paper_option, view_of, view_options
from ecdcalc.cli.side_files import SideFiles, side_files_options


@click.command(name="region")
@click.option("--input", "path", required=True, metavar="FILE", help="Region file (TOML or XLSX); - is standard input.")
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
@click.option("--map", "outlines", metavar="FILE", help="Outlines of the counties (GeoJSON) for the picture of them.")
@draws_options
@click.option("--check", is_flag=True, help="Exit with 1 where a target is short or a plant was rejected.")
@click.option("--jobs", type=click.IntRange(1), default=1, show_default=True, help="Processes that share the plants.")
@strict_option
@side_files_options
@schema_option
@lang_option
@guarded
def command(
    path: str,
    form: str,
    outputs: tuple[str, ...],
    paper: str,
    details: bool,
    sources: bool,
    draws: int | None,
    seed: int | None,
    outlines: str | None,
    check: bool,
    jobs: int,
    strict: bool,
    beside: SideFiles,
    schema: str,
    lang: str,
) -> None:
    """Assess a region file: every target of its plan, energy and carbon, projects, counties, plants."""
    from attrs import evolve

    from ecdcalc.assessment.region.assess import assess_region
    from ecdcalc.assessment.warnings.warned import refuse
    from ecdcalc.read.map_file import load_map
    from ecdcalc.report.outputs import REGION, Asked
    from ecdcalc.report.region import render_region
    from ecdcalc.words.errors import InputError

    if problems := [*draw_problems(draws, seed)]:
        raise InputError(problems)
    check_paper(paper, outputs, "region")
    check_outputs(outputs, REGION, form)
    region = beside.region(path)
    if outlines:
        region = evolve(region, map=load_map(outlines, [each.name for each in region.counties]))
    result = assess_region(region, jobs=jobs)
    if strict:
        refuse(result.warnings)
    if draws is not None:
        from ecdcalc.decide.chance_region import chance_of_region

        chance = chance_of_region(result, draws, FIRST_SEED if seed is None else seed)
        if strict:
            refuse(chance.warnings)
        result = evolve(result, chance=chance)
    view = view_of(details=details, sources=sources)
    asked = Asked(lang, int(schema), beside.texts, paper)
    deliver(result, outputs, REGION, asked, lambda: render_region(result, form, lang, int(schema), view))
    if check and (result.open_gaps or result.rejected):
        sys.exit(1)
