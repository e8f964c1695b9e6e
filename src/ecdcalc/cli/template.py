"""`ecdcalc template SECTOR`: a plant file that runs as it stands, as text or as a workbook to fill in."""

from __future__ import annotations

import click

from ecdcalc.cli import completion
from ecdcalc.cli.common import guarded, lang_option
from ecdcalc.cli.outputs import check_outputs, deliver, outputs_option


@click.command(name="template")
@click.argument("sector", shell_complete=completion.sectors)
@outputs_option
@lang_option
@guarded
def command(sector: str, outputs: tuple[str, ...], lang: str) -> None:
    """Print a commented plant file of SECTOR that runs as it stands; --output plant.xlsx is a workbook to fill in."""
    import tomllib

    from ecdcalc.model.sector import sector as find
    from ecdcalc.report.outputs import INPUT, Asked
    from ecdcalc.report.template import commented

    check_outputs(outputs, INPUT, "")
    found = find(sector)
    text = commented(found, lang)
    deliver((text, tomllib.loads(found.template)), outputs, INPUT, Asked(lang), lambda: text)
