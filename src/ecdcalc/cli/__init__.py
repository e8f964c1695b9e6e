"""The command line: one file per command, imported when it is called."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

from ecdcalc._version import __version__
from ecdcalc.cli.speech import helped, in_language, language, no_command, said, speak

_COMMANDS = {
    "carriers": "List the energy carriers with units and factors.",
    "choose": "Choose the cheapest measures that reach targets, a level, reductions.",
    "convert": "Convert a quantity, with the factor, its edition and source.",
    "convert-keys": "Write a file in keys or in words.",
    "energy-report": "Energy by carrier as in the yearly report of key users.",
    "explain": "Show how a value came about: formulas, numbers, factors, sources.",
    "factors": "Search the published factors.",
    "form": "List forms for Word, and what one of them lacks.",
    "grade": "Say which level of a mandatory limit a value meets.",
    "limits": "Search the mandatory energy limits.",
    "measures": "List the retrofit measures.",
    "plan": "Show plans and their targets.",
    "portfolio": "Assess a table of plants, a row each.",
    "region": "Assess a city or county against every target of its plan.",
    "rerun": "Compute a snapshot again: the same digits, or what changed.",
    "schema": "Print the JSON Schema of a sector's plant file.",
    "sector": "Assess a plant: savings, reductions, grades, gaps.",
    "sectors": "List the sector plugins.",
    "template": "Print a plant or region file to begin with.",
}


_RARELY = 100_000
"""Objects that are made before Python looks for circles among them: a command leaves few, the looking takes long."""


def _lang_last(given: list[str]) -> list[str]:
    """Return a command line with a language that stands before the command behind it: every command has the option."""
    asked = 2 if given[:1] == ["--lang"] else int(given[:1] != [] and given[0].startswith("--lang="))
    rest = given[asked:]
    return [*rest, *given[:asked]] if rest and not rest[0].startswith("-") else given


class _Lazy(click.Group):
    def main(self, args: Sequence[str] | None = None, *rest: Any, **options: Any) -> Any:
        gc.set_threshold(_RARELY)
        atexit.register(gc.freeze)  # what is left goes with the process: to take it apart took a fifth of the time
        asked = sys.argv[1:] if args is None else args
        given = [each.replace("\0", "␀") for each in asked]  # no system passes it on, a program that calls this may
        speak(language(given))
        return super(_Lazy, in_language(self)).main(_lang_last(given), *rest, **options)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(f"ecdcalc.cli.{cmd_name.replace('-', '_')}").command
        return in_language(command)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in _COMMANDS and not args[0].startswith("-") and not ctx.resilient_parsing:
            ctx.fail(no_command(args[0], [*_COMMANDS]))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section(said("Commands")):
            formatter.write_dl([(name, helped(text) or "") for name, text in sorted(_COMMANDS.items())])


@click.command(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="ecdcalc")
@click.option("--lang", type=click.Choice(["en", "zh"]), expose_value=False, help="Language of labels and messages.")
def main() -> None:
    """What does this retrofit save, and what is still missing to the target?

    \b
    ecdcalc template steel > plant.toml
    ecdcalc sector steel --input plant.toml
    """
    _open_closed_streams()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a terminal that cannot show a character gets a mark, not a crash
            stream.reconfigure(errors="replace")


def _open_closed_streams() -> None:
    """Give what the shell has closed to nobody: else the next file that is opened would get what is said there."""
    for handle in range(3):
        try:
            os.fstat(handle)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
