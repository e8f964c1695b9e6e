"""`ecdcalc convert-keys --input FILE --to words|keys`: a file in keys, or in words of a language."""

from __future__ import annotations

import click

from ecdcalc.cli.common import encoding_option, guarded, lang_option, write


@click.command(name="convert-keys")
@click.option("--input", "path", required=True, metavar="FILE", help="Plant or region file; - is standard input.")
@click.option("--to", type=click.Choice(["keys", "words"]), default="keys", show_default=True)
@click.option("--output", metavar="FILE", help="Write to a file, whole or not at all.")
@encoding_option
@lang_option
@guarded
def command(path: str, to: str, output: str | None, encoding: str, lang: str) -> None:
    """Write a plant or region file with keys, or with the words of --lang, in the place of each other."""
    from ecdcalc.decide.written import toml_of
    from ecdcalc.read.keys import in_keys, in_words
    from ecdcalc.read.text import read_document
    from ecdcalc.words.errors import InputError

    found = in_keys(read_document(path, encoding))
    if found.problems:
        raise InputError(found.told(found.problems))
    write(toml_of(found.document if to == "keys" else in_words(found.document, lang)), output)
