"""`ecdcalc template SECTOR`: a plant file that runs as it stands."""

from __future__ import annotations

import click

from ecdcalc.cli import completion
from ecdcalc.cli.common import guarded, lang_option, write


@click.command(name="template")
@click.argument("sector", shell_complete=completion.sectors)
@lang_option
@guarded
def command(sector: str, lang: str) -> None:
    """Print a commented plant file of SECTOR that runs as it stands."""
    from ecdcalc.model.sector import sector as find
    from ecdcalc.report.template import commented

    write(commented(find(sector), lang), None)
