"""`ecdcalc convert-keys --input FILE --to words|keys`: a file in keys, in words of a language, or as a workbook."""

from __future__ import annotations

from pathlib import Path

import click

from ecdcalc.cli.common import STDOUT, encoding_option, guarded, lang_option
from ecdcalc.cli.outputs import check_outputs, deliver, outputs_option


@click.command(name="convert-keys")
@click.option("--input", "path", required=True, metavar="FILE", help="Plant or region file; - is standard input.")
@click.option("--to", type=click.Choice(["keys", "words"]), default="keys", show_default=True)
@outputs_option
@encoding_option
@lang_option
@guarded
def command(path: str, to: str, outputs: tuple[str, ...], encoding: str, lang: str) -> None:
    """Write a plant or region file with keys, or with the words of --lang, in the place of each other.

    An output that ends in .xlsx is a workbook to fill in, always in words; the input may be one too. Files that a
    region names keep their places: in another folder they are named by the way from there.
    """
    from ecdcalc.decide.written import toml_of
    from ecdcalc.read.keys import in_keys, in_words
    from ecdcalc.read.moving import moved
    from ecdcalc.read.text import read_document
    from ecdcalc.report.outputs import INPUT, Asked, FileText
    from ecdcalc.words.errors import InputError

    check_outputs(outputs, INPUT, "")
    found = in_keys(read_document(path, encoding))
    if found.problems:
        raise InputError(found.told(found.problems))
    here = Path.cwd() if path == STDOUT else Path(path).parent

    def written(folder: Path) -> FileText:
        document = moved(found.document, here, folder)
        return toml_of(document if to == "keys" else in_words(document, lang)), document

    deliver(written, outputs, INPUT, Asked(lang), lambda: written(here)[0])
