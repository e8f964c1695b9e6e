"""Texts that are kept: what leaves the package is held, line by line, against what somebody has looked at.

A kept text has its first lines as they are; of a long one the rest are signs of the lines, so that a file of ten
thousand cells can be kept, and a line that has changed be named. Numbers have ten digits, since another machine may
round the last of sixteen in another way.
"""

import csv
import gc
import hashlib
import os
import re
import tempfile
from contextlib import contextmanager
from pathlib import Path

from ecdcalc._version import __version__

ROOT = Path(__file__).parent.parent
GOLDEN = Path(__file__).parent / "golden"
READABLE = 50
"""Lines of a text that are kept as they are, where nothing else is said."""
_SIGNS, _WIDE, _LONG = 20, 4, 2000
_NUMBER = re.compile(r"(?<![\w.])\d+(?:\.\d+)?(?:e[-+]?\d+)?(?![\w.])")
_FULL = 12
"""Signs of a number from which on it is rounded."""
_NOISE = 1e-12


def _rounded(found):
    text = found[0]
    if len(text) < _FULL or not re.search(r"[.e]", text):
        return text
    number = float(text)
    return "0" if number < _NOISE else f"{number:.10g}"


def lines_of(text):
    """Return the lines of a text as they are kept: numbers rounded, no edition of the package, nothing empty."""
    lines = (line.rstrip() for line in text.replace(__version__, "VERSION").splitlines())
    return [_NUMBER.sub(_rounded, line) for line in lines if line]


def shortened(lines, most=READABLE):
    """Return the first lines as they are, and signs of the others, of a very long text a sign for several."""
    if len(lines) <= most:
        return [*lines]
    rest = [sign("\n".join(each)) for each in _parted(lines[most:], _each(lines))]
    first = most + 1
    return [
        *lines[:most],
        *(f"… {first + _SIGNS * _each(lines) * n}: {' '.join(part)}" for n, part in enumerate(_parted(rest, _SIGNS))),
    ]


def _each(lines):
    """Return for how many lines a sign stands."""
    return 1 + len(lines) // _LONG


def _parted(found, size):
    return [found[first : first + size] for first in range(0, len(found), size)]


def sign(line):
    return hashlib.sha256(line.encode()).hexdigest()[:_WIDE]


def folder_of(kind):
    return GOLDEN / kind


def check(kind, name, text, most=READABLE):
    """Assert that a text is the one that is kept; what differs is shown."""
    lines = lines_of(text)
    now, then = shortened(lines, most), (folder_of(kind) / f"{name}.txt").read_text(encoding="utf-8").split("\n")[:-1]
    if now != then:
        raise AssertionError("\n".join(_differing(lines, now, then, most)[:20]))


def _differing(lines, now, then, most):
    """Return what of the lines is new, and what is gone."""
    was = {*then[:most], *(each for line in then[most:] for each in line.partition(": ")[2].split())}
    parts = [*([each] for each in lines[:most]), *_parted(lines[most:], _each(lines))]
    new = [line for part in parts if not {"\n".join(part), sign("\n".join(part))} & was for line in part]
    gone = [f"gone: {line}" for line in then[:most] if line not in now]
    return new + gone or [f"{len(now)} lines in another order, or fewer than {len(then)}"]


def keep(kind, texts, most=READABLE):
    """Write the texts of a kind anew; those that are no longer made go."""
    folder = folder_of(kind)
    folder.mkdir(exist_ok=True)
    for each in folder.iterdir():
        if each.stem not in texts:
            each.unlink()
    for name, make in texts.items():
        kept = "".join(f"{line}\n" for line in shortened(lines_of(make()), most))
        (folder / f"{name}.txt").write_text(kept, encoding="utf-8")
        print(name)


def ran(command, **more):
    """Return what a command prints, and how it ends."""
    from click.testing import CliRunner

    from ecdcalc.cli import main

    rare = gc.get_threshold()
    try:
        done = CliRunner(env={"COLUMNS": "80", "NO_COLOR": "1"}).invoke(main, command, **more)
    finally:
        gc.set_threshold(*rare)  # a command changes it for a process of its own
    assert done.exception is None or isinstance(done.exception, SystemExit), (command, done.exception)
    return done


@contextmanager
def alone():
    """Stand in an empty folder."""
    before = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            yield Path()
        finally:
            os.chdir(before)


def rows_kept(table):
    """Return the rows of a table that is kept, by what stands in their first column."""
    found = {}
    if table.exists():
        with table.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                found.setdefault(next(iter(row.values())), []).append(tuple(row.values()))
    return found


def keep_rows(table, columns, rows):
    """Write a table anew."""
    with table.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([columns, *rows])
