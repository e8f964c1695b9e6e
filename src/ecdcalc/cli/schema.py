"""`ecdcalc schema [SECTOR]`: JSON Schemas, of a plant file for editors and of the result for programs."""

from __future__ import annotations

import click

from ecdcalc.cli import completion
from ecdcalc.cli.common import guarded, lang_option, schema_option, write


@click.command(name="schema")
@click.argument("sector", default="", shell_complete=completion.sectors)
@click.option("--region", is_flag=True, help="Print the schema of the result of a region.")
@schema_option
@lang_option
@guarded
def command(sector: str, region: bool, schema: str, lang: str) -> None:
    """Print the JSON Schema of a plant file of SECTOR; without SECTOR, that of the result (--format json)."""
    import json

    from ecdcalc.assessment.contract.form import ASSESSMENT, REGION, schema_text
    from ecdcalc.model.sector import sector as find
    from ecdcalc.report.schema import plant_schema

    if sector:
        write(json.dumps(plant_schema(find(sector), lang), ensure_ascii=False, indent=2), None)
    else:
        write(schema_text(REGION if region else ASSESSMENT, int(schema)), None)
