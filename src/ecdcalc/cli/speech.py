"""The language of help and of click's own messages: that of --lang, else of ECDCALC_LANG.

Click asks `gettext` for each of its words by the English text; here the words that it asks come from our own table.
"""

from __future__ import annotations

import copy
import os
import re
from collections.abc import Sequence
from importlib import import_module
from typing import TypeVar

import click

_MODULES = ("core", "decorators", "exceptions", "formatting", "parser", "types")
_OPTION = "--lang"
_spoken = ["en"]
"""The language in which click speaks now."""


def language(arguments: Sequence[str]) -> str:
    """Return the language that a command line asks for, before it is parsed."""
    following = zip(arguments, [*arguments, ""][1:], strict=True)
    asked = [
        after if each == _OPTION else each.partition("=")[2]
        for each, after in following
        if each == _OPTION or each.startswith(f"{_OPTION}=")
    ]
    found = asked[-1] if asked else os.environ.get("ECDCALC_LANG", "")
    return found if found == "zh" else "en"


def speak(lang: str) -> None:
    """Let click speak a language; it is not touched until another than English is asked for."""
    _spoken[0] = lang
    if lang == "en":
        return
    for name in _MODULES:
        module = import_module(f"click.{name}")
        for name_there, ours in (("_", said), ("ngettext", _said_of)):
            if hasattr(module, name_there):
                setattr(module, name_there, ours)
    import_module("click.formatting").term_len = _width  # type: ignore[attr-defined]


def _width(text: str) -> int:
    """Return how many columns of a terminal a text takes; click counts its letters."""
    from ecdcalc.report.screen.box import width_of

    return width_of(click.unstyle(text))


def said(text: str) -> str:
    """Return a text of help, or of click, in the language that is spoken."""
    from ecdcalc.words.help_zh import CLICK, HELP

    return text if _spoken[0] == "en" else CLICK.get(text) or HELP.get(text, text)


def _said_of(one: str, several: str, number: int) -> str:
    return said(one if number == 1 else several)


def no_command(asked: str, known: Sequence[str]) -> str:
    """Return that there is no such command, with the one that was probably meant."""
    from ecdcalc.words.errors import near

    text = said("No such command {name!r}.").format(name=asked)
    meant = near(asked, known)
    return f"{text} {said('Did you mean {possibility}?').format(possibility=repr(meant))}" if meant else text


Command = TypeVar("Command", bound=click.Command)


def in_language(command: Command) -> Command:
    """Return a command with its help in the language that is spoken."""
    if _spoken[0] == "en":
        return command
    command = copy.copy(command)
    command._help_option = None  # click keeps the one it has made, with the words in which it was first asked for
    command.help = helped(command.help)
    command.params = [copy.copy(each) for each in command.params]
    for each in command.params:
        if isinstance(each, click.Option):
            each.help = helped(each.help)
            each.metavar = _metavar(each)
        elif isinstance(each, click.Argument):
            each.metavar = _of_argument(each)
    command.options_metavar = command.options_metavar and placeholders(command.options_metavar)
    if isinstance(command, click.Group):
        command.subcommand_metavar = placeholders(command.subcommand_metavar)
        command.commands = {name: in_language(each) for name, each in command.commands.items()}
    return command


def _metavar(option: click.Option) -> str | None:
    """Return what stands for the value of an option; choices stand for themselves."""
    if option.is_flag or option.count or (option.metavar is None and isinstance(option.type, click.Choice)):
        return option.metavar
    return placeholders(option.metavar or option.type.name.upper())


def _of_argument(argument: click.Argument) -> str:
    name = placeholders((argument.metavar or argument.name or "").upper())
    return f"{name if argument.required else f'[{name}]'}{'...' if argument.nargs != 1 else ''}"


def placeholders(text: str) -> str:
    """Return the words in capitals that stand for what is to be given, in the language that is spoken."""
    from ecdcalc.words.help_zh import METAVARS

    if _spoken[0] == "en":
        return text
    return re.sub("[A-Z]+", lambda found: METAVARS.get(found[0], found[0]), text).strip()


def helped(text: str | None) -> str | None:
    """Return a help text, a paragraph at a time, in the language that is spoken."""
    if text is None or _spoken[0] == "en":
        return text
    paragraphs = re.split(r"\n\s*\n", text.strip())
    return "\n\n".join(each if "\b" in each else said(" ".join(each.split())) for each in paragraphs)
