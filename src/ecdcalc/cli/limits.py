"""`ecdcalc limits [WORDS]`: search the mandatory energy limits."""

from __future__ import annotations

import click

from ecdcalc.cli.common import (
    guarded,
    iso_day,
    lang_option,
    limits_option,
    listing,
    origin_of,
    own,
    wide_option,
    with_origin,
    write,
)


@click.command(name="limits")
@click.argument("words", nargs=-1)
@click.option("--notes", is_flag=True, help="Print corrections and notes too.")
@click.option("--emissions", is_flag=True, help="Search the concentration limits of emission standards instead.")
@click.option("--date", default="", metavar="YYYY-MM-DD", help="Only the editions in force on that day.")
@wide_option
@limits_option
@lang_option
@guarded
def command(
    words: tuple[str, ...], notes: bool, emissions: bool, date: str, wide: bool, own_limits: str | None, lang: str
) -> None:
    """Print the limits in which every one of WORDS occurs, with standard, clause and dates."""
    from ecdcalc.model.sector import load_data

    day = iso_day(date)
    load_data()
    if emissions:
        write(_emissions(words, notes, lang, wide), None)
    else:
        write(_energy(words, notes, day, own_limits, lang, wide), None)


def _energy(words: tuple[str, ...], notes: bool, day: str, own_limits: str | None, lang: str, wide: bool) -> str:
    from ecdcalc.reference.clauses import clause_of, note_of
    from ecdcalc.reference.editions import holds
    from ecdcalc.reference.factors import title_of
    from ecdcalc.reference.limits import LimitTable, load_own_limits
    from ecdcalc.words.labels import number, word

    table = own(load_own_limits, own_limits) or LimitTable()
    rows, found = [], [each for each in table.search(words) if not day or holds(each, day)]
    for each in found:
        row = [
            each.id + (" *" if each.own else ""),
            each.label(lang),
            *(number(level) for level in each.levels),
            each.unit_text,
            title_of(each.standard, lang),
            each.standard,
            clause_of(each.clause, lang),
            each.effective,
            each.last_day,
            each.confidence,
        ]
        rows.append([*row, clause_of(each.correction, lang), note_of(each.note, lang)] if notes else row)
    names = ["id", "product", "level-1", "level-2", "level-3", "unit", "document", "standard", "clause", "effective",
             "until", "confidence", *(("correction", "note") if notes else ())]  # fmt: skip
    origins = [origin_of(each, lang) for each in found]
    headers, rows = with_origin([word(name, lang) for name in names], rows, origins, lang)
    return listing(headers, rows, lang, wide) + f"\n\n{len(rows)} {word('rows', lang)}"


def _emissions(words: tuple[str, ...], notes: bool, lang: str, wide: bool) -> str:
    from ecdcalc.reference.clauses import clause_of, note_of
    from ecdcalc.reference.emission_limits import search
    from ecdcalc.reference.factors import title_of
    from ecdcalc.words.labels import word

    names = ["id", "name", "pollutant", "limit", "unit", "oxygen", "type", "document", "clause", "confidence"]
    rows, found = [], search(words)
    for each in found:
        row = [each["id"], each["zh" if lang == "zh" else "en"], word(each["pollutant"], lang), each["value"],
               each["unit"], each["oxygen"], word(each["limit_type"], lang), title_of(each["standard"], lang),
               clause_of(each["clause"], lang),
               each["confidence"]]  # fmt: skip
        told = (clause_of(each["applicability"], lang), note_of(each["note"], lang))
        rows.append([*row, *told] if notes else row)
    headers = [word(name, lang) for name in (*names, *(("condition", "note") if notes else ()))]
    headers, shown = with_origin(headers, rows, [each["origin"] for each in found], lang)
    return listing(headers, shown, lang, wide) + f"\n\n{len(rows)} {word('rows', lang)}"
