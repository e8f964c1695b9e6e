"""`ecdcalc schema [SECTOR]`: JSON Schemas, of a plant file for editors and of the result for programs."""

from __future__ import annotations

import click

from ecdcalc.cli.common import guarded, lang_option, write
from ecdcalc.reference.files import data_text


@click.command(name="schema")
@click.argument("sector", default="")
@lang_option
@guarded
def command(sector: str, lang: str) -> None:
    """Print the JSON Schema of a plant file of SECTOR; without SECTOR, that of the result (--format json)."""
    import json

    from ecdcalc.model.sector import sector as find
    from ecdcalc.report.schema import plant_schema

    if sector:
        write(json.dumps(plant_schema(find(sector), lang), ensure_ascii=False, indent=2), None)
    else:
        write(data_text("schema", "assessment.json"), None)
