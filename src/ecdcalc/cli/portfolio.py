"""`ecdcalc portfolio --sector S --process P --input FILE --output FILE`: a table of plants."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

import click

from ecdcalc.cli.common import basis_option, factors_option, guarded, lang_option, limits_option, own

_GENERATED = (".parquet", ".csv")


@click.command(name="portfolio")
@click.option("--sector", default="", help="Sector of all rows; without it a column `sector` says it.")
@click.option("--process", default="", help="Process of all rows; without it a column `process` says it.")
@click.option("--input", "source", metavar="FILE|FOLDER|GLOB", help="Parquet, CSV or XLSX.")
@click.option("--output", required=True, metavar="FILE", help="Parquet, CSV or XLSX by its name; whole or not at all.")
@click.option("--rejects", metavar="FILE", help="Rows set aside, with the reason [default: OUTPUT.rejects.csv].")
@click.option("--group-by", default="", metavar="COLUMNS", help="Also write sums by these columns, beside the output.")
@click.option("--plan", default="", metavar="ID|FILE", help="Plan whose targets are compared.")
@click.option("--year", type=int, help="Year of the data.")
@click.option("--province", default="", help="Province whose grid factor applies, such as shanxi.")
@click.option("--grid-year", type=int, help="Year of the grid's CO2 factor.")
@click.option("--units", "mapping", metavar="FILE", help="TOML with [columns] (new names) and [units].")
@click.option("--units-row", is_flag=True, help="The first row under the header of a CSV or XLSX holds the units.")
@click.option("--resume", is_flag=True, help="Go on where a stopped run was.")
@click.option(
    "--generate",
    type=click.IntRange(min=0),
    metavar="N",
    help="Write N invented rows of the process to the output, and stop.",
)
@click.option("--quiet", is_flag=True, help="No progress.")
@basis_option
@factors_option
@limits_option
@lang_option
@guarded
def command(
    sector: str,
    process: str,
    source: str | None,
    output: str,
    rejects: str | None,
    group_by: str,
    plan: str,
    year: int | None,
    province: str,
    grid_year: int | None,
    mapping: str | None,
    units_row: bool,
    resume: bool,
    generate: int | None,
    quiet: bool,
    basis: str,
    own_factors: str | None,
    own_limits: str | None,
    lang: str,
) -> None:
    """Assess a table of plants, a row each: rows in = rows out + rows set aside."""
    from ecdcalc.errors import InputError, Problem
    from ecdcalc.texts import say

    try:
        from ecdcalc.tables.batch import Batch, run_batch
    except ModuleNotFoundError as error:
        raise InputError([Problem("ecdcalc portfolio", "table-extra", {"package": error.name})]) from None
    from ecdcalc.factors import load_own_factors
    from ecdcalc.limits import load_own_limits
    from ecdcalc.read.table import Mapped, read_mapping

    target = Path(output)
    if generate is not None:
        from ecdcalc.tables.invented import write_invented

        if target.suffix.lower() not in _GENERATED:
            raise InputError([Problem(output, "table-kind-out", {"kinds": ", ".join(_GENERATED)})])
        if not target.parent.is_dir():
            raise InputError([Problem(output, "output-no-folder", {})])
        write_invented(sector, process, generate, target)
        return
    if source is None:
        raise click.UsageError("Missing option '--input'.")
    context = {"year": year, "province": province, "grid_year": grid_year}
    if factors := own(load_own_factors, own_factors):
        context["factors"] = factors
    if limits := own(load_own_limits, own_limits):
        context["limits"] = limits
    batch = Batch(
        source,
        target,
        Path(rejects) if rejects else target.with_name(f"{target.stem}.rejects.csv"),
        {"sector": sector, "process": process, "plan": plan, "basis": basis, "lang": lang, **context},
        mapped=read_mapping(Path(mapping)) if mapping else Mapped(),
        units_row=units_row,
        group_by=tuple(key.strip() for key in group_by.split(",") if key.strip()),
        resume=resume,
    )
    show = not quiet and sys.stderr.isatty()
    try:
        done = run_batch(batch, _progress(lang) if show else lambda done, rows: None)
    except KeyboardInterrupt:
        click.echo("\n" + say("table-stopped", lang), err=True)
        sys.exit(130)
    if not quiet:
        found = say("table-done", lang, rows=done.rows, out=done.out, aside=done.aside, file=batch.rejects)
        click.echo(found, err=True)


def _progress(lang: str) -> Callable[[int, int], None]:
    """Return what prints rows, rate and time left over itself."""
    from ecdcalc.texts import say

    start = time.monotonic()
    first: list[int] = []

    def tell(done: int, rows: int) -> None:
        first.append(done)
        spent = time.monotonic() - start
        left = spent * (rows - done) / done if done else 0.0
        end = "\n" if done >= rows else ""
        values = {"done": f"{done:,}", "rows": f"{rows:,}", "rate": f"{done / spent:,.0f}", "left": f"{left:.0f}"}
        text = say("table-progress", lang, **values)
        click.echo(f"\r{text}   {end}", nl=False, err=True)

    return tell
