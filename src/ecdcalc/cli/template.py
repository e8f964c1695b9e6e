"""`ecdcalc template SECTOR|region`: a file that runs as it stands, as text or as a workbook to fill in."""

from __future__ import annotations

import click

from ecdcalc.cli import completion
from ecdcalc.cli.common import guarded, lang_option
from ecdcalc.cli.outputs import check_outputs, deliver, outputs_option

_REGION = {"region": ("地区", "区域", "城市", "region", "city")}


@click.command(name="template")
@click.argument("sector", shell_complete=completion.templates)
@outputs_option
@lang_option
@guarded
def command(sector: str, outputs: tuple[str, ...], lang: str) -> None:
    """Print a commented plant file of SECTOR that runs as it stands; of "region" a region file.

    --output plant.xlsx is a workbook to fill in.
    """
    import tomllib

    from ecdcalc.model.sector import sector as find
    from ecdcalc.report.outputs import INPUT, Asked
    from ecdcalc.report.template import commented, region_template
    from ecdcalc.words.meaning import key_of

    check_outputs(outputs, INPUT, "")
    text = region_template(lang) if key_of(sector, [_REGION]) else commented(find(sector), lang)
    deliver(lambda _: (text, tomllib.loads(text)), outputs, INPUT, Asked(lang), lambda: text)
