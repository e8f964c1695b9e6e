"""`ecdcalc portfolio --sector S --process P --input FILE --output FILE`: a table of plants."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ecdcalc.cli import completion
from ecdcalc.cli.common import basis_option, factors_option, guarded, lang_option, limits_option, measures_option, own

if TYPE_CHECKING:
    from ecdcalc.assessment.tables.batch import Batch


@click.command(name="portfolio")
@click.option(
    "--sector",
    default="",
    shell_complete=completion.sectors,
    help="Sector of all rows; without it a column `sector` says it.",
)
@click.option(
    "--process",
    default="",
    help="Process of all rows; without it a column `process` says it, or the sector has only one.",
)
@click.option("--input", "source", metavar="FILE|FOLDER|GLOB", help="Parquet, CSV or XLSX.")
@click.option(
    "--output",
    "outputs",
    required=True,
    multiple=True,
    metavar="FILE|FOLDER",
    help="Parquet, CSV or XLSX by its name, or a folder of Parquet; .txt, .md and .json get the sums; repeatable.",
)
@click.option("--rejects", metavar="FILE", help="Rows set aside, with the reason [default: OUTPUT.rejects.csv].")
@click.option(
    "--columns",
    default="",
    metavar="NAMES",
    help="Columns of the output, such as name,saved.*,grade.* [default: all, and those of the input].",
)
@click.option("--group-by", default="", metavar="COLUMNS", help="Also write sums by these columns, beside the output.")
@click.option(
    "--plan", default="", metavar="ID|FILE", shell_complete=completion.plans, help="Plan whose targets are compared."
)
@click.option("--prices", metavar="FILE", help="TOML with [prices] and [economics]: bills and money saved of each row.")
@click.option("--year", type=int, help="Year of the data.")
@click.option("--province", default="", help="Province whose grid factor applies, such as shanxi.")
@click.option("--grid-year", type=int, help="Year of the grid's CO2 factor.")
@click.option("--electricity-year", type=int, help="Year of the coal rate of electricity [default: that of the data].")
@click.option(
    "--coal-edition",
    type=click.Choice(["2020", "2008", "petro"]),
    help="Edition of GB/T 2589, or petro for GB 30251 [default: 2020].",
)
@click.option(
    "--co2-guide",
    type=click.Choice(["ndrc", "mee", "provincial"]),
    help="CO2 guideline that is preferred [default: that of the sector].",
)
@click.option("--units", "mapping", metavar="FILE", help="TOML with [columns] (new names) and [units].")
@click.option("--units-row", is_flag=True, help="The first row under the header of a CSV or XLSX holds the units.")
@click.option("--resume", is_flag=True, help="Go on where a stopped run was.")
@click.option(
    "--generate",
    type=click.IntRange(min=0),
    metavar="N",
    help="Write N invented rows of the process to the output, and stop.",
)
@click.option("--strict", is_flag=True, help="Set rows aside that would only be warned of (exit code 2).")
@click.option("--quiet", is_flag=True, help="No progress.")
@basis_option
@factors_option
@limits_option
@measures_option
@lang_option
@guarded
def command(
    source: str | None, outputs: tuple[str, ...], generate: int | None, quiet: bool, lang: str, **options: Any
) -> None:
    """Assess a table of plants, a row each: rows in = rows out + rows set aside."""
    from ecdcalc.words.errors import InputError, Problem
    from ecdcalc.words.texts import say

    try:
        from ecdcalc.assessment.tables.batch import run_batch
        from ecdcalc.assessment.tables.invented import write_invented
    except ModuleNotFoundError as error:
        raise InputError([Problem("ecdcalc portfolio", "table-extra", {"package": error.name})]) from None
    if generate is not None:
        write_invented(options["sector"], options["process"], generate, Path(outputs[0]))
        return
    if source is None:
        raise click.MissingParameter(param_hint="'--input'", param_type="option")
    batch = _batch(source, outputs, lang=lang, **options)
    show = not quiet and sys.stderr is not None and sys.stderr.isatty()

    def warn(problem: Problem) -> None:
        click.echo(problem.say(lang), err=True)

    try:
        done = run_batch(batch, _progress(lang) if show else lambda done, rows: None, warn)
    except KeyboardInterrupt:
        click.echo("\n" + say("table-stopped", lang), err=True)
        sys.exit(130)
    if not quiet:
        key = "table-already" if done.already else "table-done"
        found = say(key, lang, rows=done.rows, out=done.out, aside=done.aside, file=batch.rejects)
        click.echo(found, err=True)
    if options["strict"] and done.aside:
        sys.exit(2)


def _batch(
    source: str,
    outputs: tuple[str, ...],
    *,
    rejects: str | None,
    columns: str,
    group_by: str,
    mapping: str | None,
    units_row: bool,
    resume: bool,
    own_factors: str | None,
    own_limits: str | None,
    own_measures: str | None,
    prices: str | None,
    **words: Any,
) -> Batch:
    """Return what to run; `words` say what the rows are, where they do not say it themselves."""
    from ecdcalc.assessment.tables.batch import Batch
    from ecdcalc.read.costs import prices_of
    from ecdcalc.read.own_measures import load_own_measures
    from ecdcalc.read.table import KINDS, Mapped, read_mapping
    from ecdcalc.reference.limits import load_own_limits
    from ecdcalc.reference.own_factors import load_own_factors
    from ecdcalc.report.outputs import SUMMARY, Asked, suffix_of
    from ecdcalc.words.errors import InputError, Problem

    tables = [Path(each) for each in outputs if suffix_of(each, SUMMARY) is None]
    if not tables:
        raise InputError([Problem(outputs[0], "table-output", {"kinds": ", ".join(KINDS)})])
    output = tables[0]
    summed = [(each, suffix) for each in outputs if (suffix := suffix_of(each, SUMMARY)) is not None]
    keys, asked = ([each.strip() for each in text.split(",") if each.strip()] for text in (group_by, columns))
    words |= {
        "columns": tuple(dict.fromkeys([*asked, *keys])) if asked else None,
        "factors": own(load_own_factors, own_factors),
        "limits": own(load_own_limits, own_limits),
        "measures": own(load_own_measures, own_measures),
        "prices": own(prices_of, prices),
    }
    return Batch(
        source,
        output,
        Path(rejects) if rejects else output.with_name(f"{output.stem}.rejects.csv"),
        {name: word for name, word in words.items() if word is not None},
        mapped=read_mapping(Path(mapping)) if mapping else Mapped(),
        units_row=units_row,
        group_by=tuple(keys),
        resume=resume,
        also=tuple(tables[1:]),
        summaries=tuple((Path(each), _summary(SUMMARY[suffix], Asked(words["lang"]))) for each, suffix in summed),
    )


def _summary(make: Callable[[Any, Path, Any], None], asked: Any) -> Callable[[Any, Path], None]:
    """Return what writes the sums of a run in one form."""
    return lambda found, draft: make(found, draft, asked)


def _progress(lang: str) -> Callable[[int, int], None]:
    """Return what prints rows, rate and time left over itself; parts of an earlier run do not count for the rate."""
    from ecdcalc.words.texts import say

    began: list[tuple[float, int]] = []

    def tell(done: int, rows: int) -> None:
        began.append((time.monotonic(), done))
        spent, more = began[-1][0] - began[0][0], done - began[0][1]
        left = f"{spent * (rows - done) / more:.0f}" if more else "?"
        rate = f"{more / spent:,.0f}" if more else "?"
        text = say("table-progress", lang, done=f"{done:,}", rows=f"{rows:,}", rate=rate, left=left)
        click.echo(f"\r{text}   ", nl=done >= rows, err=True)

    return tell
