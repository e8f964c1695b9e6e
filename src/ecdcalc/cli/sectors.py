"""`ecdcalc sectors`: which plugins there are, and whether they work."""

from __future__ import annotations

import click

from ecdcalc.cli.common import guarded, lang_option, listing, wide_option, write


@click.command(name="sectors")
@wide_option
@lang_option
@guarded
def command(lang: str, wide: bool) -> None:
    """List the sector plugins with version, origin and health."""
    from ecdcalc.model.sector import plugins
    from ecdcalc.read.plans import plan_problems
    from ecdcalc.words.labels import word

    plans = {
        each.id: "; ".join(problem.say(lang) for problem in plan_problems(each.sector.folder))
        for each in plugins().values()
        if each.sector and each.sector.data
    }
    rows = [
        (
            each.id,
            each.sector.label(lang) if each.sector else "",
            each.origin,
            each.version,
            each.trouble(lang) or plans.get(each.id) or word("ok", lang),
            len(each.sector.processes) if each.sector else "",
            len(each.sector.measures) if each.sector else "",
        )
        for each in plugins().values()
    ]
    headers = [
        word(name, lang) for name in ("sector", "name", "origin", "version", "health", "processes", "measures-count")
    ]
    write(listing(headers, rows, lang, wide), None)
