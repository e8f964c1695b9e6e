"""`ecdcalc measures [SECTOR]`: the retrofit measures."""

from __future__ import annotations

import click

from ecdcalc.cli.common import guarded, lang_option, listing, with_origin, write


@click.command(name="measures")
@click.argument("sector", default="")
@lang_option
@guarded
def command(sector: str, lang: str) -> None:
    """List the measures of SECTOR, or of all, with what they save, their source and grade.

    A measure that a plugin can apply to a plant file shows the process it is for.
    """
    from ecdcalc.model.sector import sectors
    from ecdcalc.reference.measures import measure_rows
    from ecdcalc.words.errors import NotFoundError
    from ecdcalc.words.labels import joined, word

    working = sectors()
    plugin = working.get(sector)
    offered = {each.row.id for each in plugin.measures} if plugin else set()
    found = [each for each in measure_rows().values() if sector in ("", each.sector) or each.id in offered]
    if not found:
        known = sorted({each.sector for each in measure_rows().values()})
        raise NotFoundError("sector-unknown", found=sector, near=", ".join(known))
    on: dict[str, list[str]] = {}
    for each_plugin in [plugin] if plugin else working.values():
        for each in each_plugin.measures:
            abouts = [cls.about for cls in each_plugin.processes if issubclass(cls, each.on)]
            fitting = [about.zh if lang == "zh" else about.en for about in abouts]
            on.setdefault(each.row.id, []).extend(name for name in fitting if name not in on.get(each.row.id, []))
    rows = [
        (
            each.slug,
            each.label(lang),
            joined(on.get(each.id, []), lang),
            "–".join(filter(None, (each.saving_low, each.saving_high))) or "",
            each.saving_typ,
            f"{each.saving_unit} ({each.saving_per})" if each.saving_per else each.saving_unit,
            each.life_years,
            each.confidence,
            each.source,
        )
        for each in found
    ]
    names = ("measure", "name", "process", "range", "typical", "unit", "life", "confidence", "document")
    headers, shown = with_origin([word(name, lang) for name in names], rows, [each.origin for each in found], lang)
    write(listing(headers, shown), None)
