"""`--output`, as often as asked: each file in the form of its suffix, all of them whole or none."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from ecdcalc.cli.common import STDOUT, Command, put_out, shown, told, width_of_screen, write_files

if TYPE_CHECKING:
    from ecdcalc.report.outputs import Asked, Forms
    from ecdcalc.report.screen.view import View
    from ecdcalc.words.errors import Problem

outputs_option = click.option(
    "--output", "outputs", multiple=True, metavar="FILE",
    help="Write to a file in the form of its suffix, whole or not at all; repeatable; - is standard output.",
)  # fmt: skip

paper_option = click.option(
    "--form", "paper", default="", metavar="ID|FOLDER",
    help="The form of a .docx output: one of `ecdcalc form list`, or a folder of your own.",
)  # fmt: skip


def check_paper(paper: str, outputs: Sequence[str], kind: str) -> None:
    """Raise `EcdcalcError` for a form that cannot be filled or is not asked for, before anything is computed."""
    if not paper:
        return
    from ecdcalc.report.forms.word import form_for
    from ecdcalc.words.errors import InputError, Problem

    form_for(kind, paper)
    if not any(each.lower().endswith(".docx") for each in outputs):
        raise InputError([Problem("--form", "form-without-word", {})])


def check_outputs(outputs: Sequence[str], forms: Forms, form: str) -> None:
    """Raise `InputError` for every file that cannot be written, before anything is computed."""
    from ecdcalc.words.errors import InputError

    files = [each for each in outputs if each != STDOUT]
    found = [problem for each in files for problem in _problems(each, forms)]
    found += [_twice(each) for each in dict.fromkeys(files) if _same(each, files) > 1]
    if files and STDOUT not in outputs:
        found += _differing(files, forms, form)
    if found:
        raise InputError(found)


def _problems(name: str, forms: Forms) -> list[Problem]:
    from ecdcalc.report.outputs import suffix_of
    from ecdcalc.words.errors import Problem, unwritable

    target = Path(name)
    try:
        if target.is_dir():
            return [Problem(name, "output-directory", {})]
        if not target.parent.is_dir():
            return [Problem(name, "output-no-folder", {})]
    except OSError as error:  # a name that is too long for the system
        return [unwritable(name, error)]
    if suffix_of(name, forms) is None:
        return [Problem(name, "output-suffix", {"known": ", ".join(sorted(forms))})]
    return []


def _same(name: str, files: Sequence[str]) -> int:
    return sum(Path(each).resolve() == Path(name).resolve() for each in files)


def _twice(name: str) -> Problem:
    from ecdcalc.words.errors import Problem

    return Problem(name, "output-twice", {})


def _differing(files: Sequence[str], forms: Forms, form: str) -> list[Problem]:
    """Return where --format is given and means another form than the file's name."""
    from ecdcalc.report.outputs import NAMES, suffix_of
    from ecdcalc.words.errors import Problem

    if click.get_current_context().get_parameter_source("form") in (None, ParameterSource.DEFAULT):
        return []
    known = [(each, suffix_of(each, forms)) for each in files]
    return [
        Problem(each, "output-format", {"form": form, "suffix": NAMES[form]})
        for each, suffix in known
        if suffix is not None and suffix != NAMES[form]
    ]


def deliver(
    result: Any,
    outputs: Sequence[str],
    forms: Forms,
    asked: Asked,
    show: Callable[[], str],
    more: Sequence[tuple[str, Callable[[Path], object]]] = (),
) -> None:
    """Write every file that is asked for; print what `show` returns where none is, or `-` is among them.

    `more` are files that are made apart, in folders of their own where these are not there yet.
    """
    from ecdcalc.report.outputs import suffix_of

    def maker(output: str) -> Callable[[Path], None]:
        make = forms[suffix_of(output, forms) or ""]
        return lambda draft: make(result, draft, asked)

    makers = [*more, *((each, maker(each)) for each in outputs if each != STDOUT)]
    if makers:
        with _folders([Path(name).parent for name, _ in more]):
            write_files(makers)
    if not makers or STDOUT in outputs:
        text = show()
        put_out(_painted(shown(text if text.endswith("\n") else text + "\n")))


@contextmanager
def _folders(folders: Sequence[Path]) -> Iterator[None]:
    """Make folders for what is written; of a run that fails none is left."""
    made = [each for each in dict.fromkeys(folders) if not each.exists()]
    try:
        for each in made:
            with told(str(each)):
                each.mkdir()
        yield
    except BaseException:
        for each in made:
            if each.is_dir():
                each.rmdir()
        raise


def view_options(command: Command) -> Command:
    """Add the options that say what of a result is shown on a terminal."""
    for option in (
        click.option("--sources", is_flag=True, help="Show where the numbers come from too."),
        click.option("--details", is_flag=True, help="Show the tables behind the answer too."),
    ):
        command = option(command)
    return command


def view_of(*, details: bool, sources: bool) -> View:
    """Return what is shown: at least 80 columns, more where the terminal is wider; colour on a terminal only."""
    from ecdcalc.report.screen.view import View

    terminal = sys.stdout.isatty()
    colour = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return View(details, sources, width_of_screen(), colour)


_COLOURS = {"good": "green", "bad": "red", "care": "yellow"}


def _painted(text: str) -> str:
    """Return the text with its marks as colours; click takes them out where nothing shows them."""
    from ecdcalc.report.screen.box import PLAIN, TONES

    if PLAIN not in text:
        return text
    for tone, mark in TONES.items():
        styled = click.style("", fg=_COLOURS.get(tone), bold=tone == "head", reset=False)
        text = text.replace(mark, styled)
    return text.replace(PLAIN, "\x1b[0m")
