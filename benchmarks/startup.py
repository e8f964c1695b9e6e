"""How long a command takes, against importing the libraries that it cannot do without."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.timing import Line, ratio

EXAMPLE = Path(__file__).parent.parent / "examples" / "steel.toml"


def lines(quick: bool) -> Iterator[Line]:
    rounds = 3 if quick else 15
    click = _python("import click")
    libraries = _python("import attrs, click, pint, tabulate")
    yield Line("`ecdcalc --help`", ratio(_run("--help"), click, rounds), "≤ 2.5", "`import click`")
    steel = _run("sector", "steel", "--input", str(EXAMPLE))
    yield Line(
        "`ecdcalc sector steel`",
        ratio(steel, libraries, rounds),
        "≤ 1.6",
        "`import attrs, click, pint, tabulate`",
    )


def _python(code: str):
    return lambda: subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


def _run(*arguments: str):
    return lambda: subprocess.run([sys.executable, "-m", "ecdcalc", *arguments], check=True, capture_output=True)
