"""`ecdcalc factors [WORDS]`: search the published factors."""

from __future__ import annotations

import click

from ecdcalc.cli.common import (
    factors_option,
    guarded,
    lang_option,
    listing,
    origin_of,
    own,
    wide_option,
    with_origin,
    write,
)


@click.command(name="factors")
@click.argument("words", nargs=-1)
@click.option("--notes", is_flag=True, help="Print conditions and notes too.")
@wide_option
@factors_option
@lang_option
@guarded
def command(words: tuple[str, ...], notes: bool, wide: bool, own_factors: str | None, lang: str) -> None:
    """Print the factors in which every one of WORDS occurs, with document, clause, edition and grade."""
    from ecdcalc.model.sector import load_data
    from ecdcalc.reference.clauses import clause_of, condition_of, note_of
    from ecdcalc.reference.factors import FactorTable, title_of
    from ecdcalc.reference.own_factors import load_own_factors
    from ecdcalc.reference.unused import why_unused
    from ecdcalc.words.labels import joined, number, word

    load_data()
    table = own(load_own_factors, own_factors) or FactorTable()
    rows, found = [], table.search(words)
    for each in found:
        value = number(each.value) if each.value is not None else f"{number(each.low)}–{number(each.high)}"
        row = [
            each.id + (" *" if each.own else ""),
            each.label(lang),
            value if each.value is not None or each.low is not None else "",
            each.unit.text + (f" ({clause_of(each.per, lang)})" if each.per else ""),
            each.year or each.edition,
            title_of(each.document, lang),
            clause_of(each.clause, lang),
            each.confidence,
        ]
        told = (note_of(each.note, lang), why_unused(each, lang))
        rows.append([*row, condition_of(each.condition, lang), joined(filter(None, told), lang)] if notes else row)
    names = ["id", "name", "value", "unit", "edition", "document", "clause", "confidence"]
    headers = [word(name, lang) for name in (*names, *(("condition", "note") if notes else ()))]
    headers, rows = with_origin(headers, rows, [origin_of(each, lang) for each in found], lang)
    write(listing(headers, rows, lang, wide) + f"\n\n{len(rows)} {word('rows', lang)}", None)
