"""`ecdcalc measures [SECTOR]`: the retrofit measures."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from ecdcalc.cli import completion
from ecdcalc.cli.common import guarded, lang_option, listing, wide_option, width_of_screen, with_origin, write
from ecdcalc.cli.side_files import SideFiles, side_files_options

if TYPE_CHECKING:
    from ecdcalc.reference.measures import MeasureRow, OwnMeasureRow


@click.command(name="measures")
@click.argument("sector", default="", shell_complete=completion.sectors)
@click.option("--input", "path", metavar="FILE", help="Plant file: every measure against every process of it.")
@click.option("--sort", default="status", show_default=True, help="With --input: status, energy, capex, payback, …")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@wide_option
@side_files_options
@lang_option
@guarded
def command(
    sector: str,
    path: str | None,
    sort: str,
    form: str,
    wide: bool,
    beside: SideFiles,
    lang: str,
) -> None:
    """List the measures of SECTOR, or of all, with what they save, their source and grade.

    A measure that a plugin can apply to a plant file shows the process it is for. With --input FILE every measure
    is held against every process of that plant: it applies, does not, or needs an input; what it saves there.
    """
    if path is not None:
        write(_fitting(path, sector, sort, form, beside, lang, wide), None)
        return
    if beside._replace(measures=None) != SideFiles():  # they go with a plant
        raise click.MissingParameter(param_hint="'--input'", param_type="option")
    from ecdcalc.assessment.index import uses
    from ecdcalc.reference.clauses import clause_of
    from ecdcalc.reference.costs import investment_of, lives_of
    from ecdcalc.reference.measures import measure_rows
    from ecdcalc.words.labels import joined, word

    applied = uses()
    known = {each.sector for each in applied}
    if sector and sector not in {*known, *(each.sector for each in measure_rows().values())}:
        from ecdcalc.model.sector import sector as find

        sector = find(sector).id
    offered = {each.measure for each in applied if each.sector == sector}
    found = [each for each in measure_rows().values() if sector in ("", each.sector) or each.id in offered]
    yours = beside.own_measures()
    on: dict[str, list[str]] = {}
    for use in applied:
        label = use.zh if lang == "zh" else use.en
        shown_on = on.setdefault(use.measure, [])
        if label and label not in shown_on and (use.sector == sector or sector not in known):
            shown_on.append(label)
    rows: list[tuple[str, ...]] = [
        (
            each.slug,
            each.label(lang),
            joined(on.get(each.id, []), lang),
            "–".join(filter(None, (each.saving_low, each.saving_high))) or "",
            each.saving_typ,
            _of(each, lang),
            cost.say(lang) if (cost := investment_of(each)) else "",
            "; ".join(lives_of(each)),
            each.confidence,
            clause_of(each.source, lang),
        )
        for each in found
    ]
    names = ("measure", "name", "process", "range", "typical", "unit", "capex", "life", "confidence", "document")
    origins = [each.origin for each in found] + [word("origin-own", lang)] * len(yours)
    rows += [_own_cells(each, lang) for each in yours.values()]
    headers, shown = with_origin([word(name, lang) for name in names], rows, origins, lang)
    write(listing(headers, shown, lang, wide), None)


def _of(measure: MeasureRow, lang: str) -> str:
    """Return the unit of what a measure saves, and per what."""
    from ecdcalc.reference.clauses import clause_of
    from ecdcalc.words.labels import unit_word

    of = unit_word(measure.saving_unit, lang)
    return f"{of} ({clause_of(measure.saving_per, lang)})" if measure.saving_per else of


def _own_cells(measure: OwnMeasureRow, lang: str) -> tuple[str, ...]:
    """Return a measure of the user's own in the columns of the library."""
    from ecdcalc.words.labels import joined, number

    effects = joined([f"{name} {reading.text}" for name, reading in measure.numbers.items()], lang)
    capex = "" if measure.capex is None else f"{number(measure.capex)} CNY"
    row = measure.row
    return (measure.id, row.label(lang), measure.carrier, "", effects, "", capex, row.life_years, "", measure.source)


def _fitting(path: str, sector: str, sort: str, form: str, beside: SideFiles, lang: str, wide: bool) -> str:
    """Return which measures fit a plant, as text or JSON."""
    from ecdcalc.decide.fitting import fitting
    from ecdcalc.report.fitting import fitting_text

    found = fitting(beside.plant(path, sector), lang, sort)
    if form == "json":
        return json.dumps(found, ensure_ascii=False, indent=2)
    return fitting_text(found, lang, None if wide else width_of_screen())
