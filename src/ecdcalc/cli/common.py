"""What the commands share: options, errors as exit code 2, output written whole or not at all."""

from __future__ import annotations

import functools
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

from ecdcalc.cli import completion

Command = TypeVar("Command", bound=Callable[..., Any])

STDOUT = "-"
lang_option = click.option(
    "--lang", type=click.Choice(["en", "zh"]), default="en", envvar="ECDCALC_LANG", show_default=True,
    help="Language of labels and messages.",
)  # fmt: skip
input_option = click.option(
    "--input", "path", required=True, metavar="FILE", help="Plant file (TOML or XLSX); - is standard input."
)
encoding_option = click.option(
    "--encoding", default="utf-8", show_default=True, help="Encoding of the file, such as gb18030."
)
factors_option = click.option(
    "--factors", "own_factors", metavar="FILE", help="Your own factors (CSV of the package's form); they win."
)
limits_option = click.option(
    "--limits",
    "own_limits",
    metavar="FILE",
    help="Your own energy limits (CSV of the package's form); they win.",
)
measures_option = click.option(
    "--measures",
    "own_measures",
    metavar="FILE",
    help="Your own measures (CSV, a row each); named as own/ID.",
)
plan_option = click.option(
    "--plan", default="", metavar="ID|FILE", shell_complete=completion.plans, help="Another plan than the file names."
)
strict_option = click.option("--strict", is_flag=True, help="Refuse what would only be warned of (exit code 2).")
basis_option = click.option(
    "--basis", type=click.Choice(["calorific", "primary"]), default="calorific", show_default=True,
    help="How electricity and heat become coal equivalent.",
)  # fmt: skip

wide_option = click.option("--wide", is_flag=True, help="Every column, a row on one line, however wide.")

schema_option = click.option(
    "--schema", type=click.Choice(["1", "2"]), default="2", show_default=True,
    help="Edition of the form of --format json: 1 for programs that were written for it.",
)  # fmt: skip


def guarded(command: Command) -> Command:
    """Turn every refusal of ecdcalc into its message on stderr and exit code 2."""

    @functools.wraps(command)
    def run(*args: Any, lang: str = "en", **options: Any) -> Any:
        from ecdcalc.words.errors import EcdcalcError

        try:
            return command(*args, lang=lang, **options)
        except EcdcalcError as error:
            click.echo(shown(error.say(lang)), err=True)
            sys.exit(2)

    return run  # type: ignore[return-value]


_STEERING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_INPUTS = ("path", "own_factors", "own_limits", "own_measures", "plan", "outlines", "file", "source", "mapping")
"""The options and arguments of the commands that name files to be read."""


def shown(text: str) -> str:
    """Return what is printed, without what steers a terminal: text from outside may hold it."""
    return _STEERING.sub("", text)


def check_output(target: Path) -> None:
    """Raise `InputError` for a place that is no plain file, or is read by this very command."""
    from ecdcalc.words.errors import InputError, Problem

    if target.exists() and not target.is_file() and not target.is_dir():
        raise InputError([Problem(str(target), "output-not-plain", {})])
    context = click.get_current_context(silent=True)
    given = [context.params.get(name) for name in _INPUTS] if context else []
    for each in given:
        if isinstance(each, str) and each and target.is_file() and Path(each).is_file() and target.samefile(each):
            raise InputError([Problem(str(target), "output-is-input", {})])


def plan_file(plan: str) -> str | None:
    """Return the plan where it is a file and not an id."""
    return plan if plan.endswith(".toml") else None


def own(read: Callable[[Path], Any], path: str | None) -> Any:
    """Read a user's own table, if one is given."""
    from ecdcalc.words.errors import InputError, Problem, unreadable

    if path is None:
        return None
    try:
        return read(Path(path))
    except OSError as error:
        raise InputError([unreadable(path, error)]) from None
    except UnicodeDecodeError as error:
        raise InputError([Problem(path, "file-not-utf8", {"position": error.start})]) from None


def write(text: str, output: str | None) -> None:
    """Print the text, or put it into a file whole or not at all."""
    text = text if text.endswith("\n") else text + "\n"
    if output is None or output == STDOUT:
        put_out(shown(text))
        return
    write_files([(output, lambda draft: draft.write_bytes(text.encode("utf-8")))])


def put_out(text: str) -> None:
    """Print a text as it is; a device that takes no more is refused like a file that cannot be written."""
    with told(STDOUT):
        click.echo(text, nl=False)


def write_files(makers: Sequence[tuple[str, Callable[[Path], object]]]) -> None:
    """Let files be made beside their places, and put them there when all are whole."""
    with ExitStack() as stack:
        ready = []
        for output, make in makers:
            with told(output):
                target = _target(output)
                handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=target.suffix)
                os.close(handle)
                draft = Path(name)
                stack.callback(draft.unlink, missing_ok=True)
                make(draft)
                draft.chmod(0o644)
            ready.append((output, target, draft))
        for output, target, draft in ready:
            with told(output):
                draft.replace(target)


def _target(output: str) -> Path:
    """Return where a file goes; a link stays, what it names is replaced."""
    target = Path(output)
    check_output(target)
    return target.resolve() if target.is_symlink() else target


@contextmanager
def told(output: str) -> Iterator[None]:
    """Turn what the operating system refuses into a message."""
    from ecdcalc.words.errors import InputError, unwritable

    try:
        yield
    except BrokenPipeError:  # whoever reads has seen enough
        raise
    except OSError as error:
        raise InputError([unwritable(output, error)]) from None


def origin_of(row: Any, lang: str) -> str:
    """Return where a row is from: the plugin, the user's own file, or nothing for ours."""
    from ecdcalc.words.labels import word

    return row.origin or (word("origin-own", lang) if getattr(row, "own", False) else "")


def with_origin(
    headers: Sequence[str], rows: Sequence[Sequence[object]], origins: Sequence[str], lang: str
) -> tuple[list[str], list[list[object]]]:
    """Say beside the name of a row which plugin or file it is from, where any is not ours.

    There it stays where a narrow screen leaves columns out, from the right.
    """
    from ecdcalc.words.labels import word

    if not any(origins):
        return [*headers], [[*row] for row in rows]
    named = [[row[0], origin or "ecdcalc", *row[1:]] for row, origin in zip(rows, origins, strict=True)]
    return [headers[0], word("origin", lang), *headers[1:]], named


def listing(headers: Sequence[str], rows: Sequence[Sequence[object]], lang: str, wide: bool) -> str:
    """Return a table that lines up with Chinese text; it keeps to the width of the terminal unless it may be wide."""
    from ecdcalc.report.screen.listing import listed
    from ecdcalc.report.setting import text_table

    return text_table(headers, rows) if wide or not rows else listed(headers, rows, width_of_screen(), lang)


def width_of_screen() -> int:
    """Return the columns that are printed to: at least 80, more where the terminal is wider."""
    from ecdcalc.report.screen.box import WIDTH

    return max(WIDTH, shutil.get_terminal_size().columns) if sys.stdout.isatty() else WIDTH


def iso_day(text: str) -> str:
    """Return a date of a command line as ISO text, empty where none is given. Raises `InputError`."""
    from ecdcalc.read.dates import day_of
    from ecdcalc.words.errors import InputError, Problem

    day = day_of(text)
    if day is None:
        raise InputError([Problem("--date", "not-a-date", {"found": text[:40]})])
    return day
