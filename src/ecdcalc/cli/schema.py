"""`ecdcalc schema SECTOR`: the JSON Schema of a plant file, for completion in editors."""

from __future__ import annotations

import json

import click

from ecdcalc.cli.common import guarded, lang_option, write


@click.command(name="schema")
@click.argument("sector")
@lang_option
@guarded
def command(sector: str, lang: str) -> None:
    """Print the JSON Schema of a plant file of SECTOR."""
    from ecdcalc.report.schema import plant_schema
    from ecdcalc.sector import sector as find

    write(json.dumps(plant_schema(find(sector), lang), ensure_ascii=False, indent=2), None)
