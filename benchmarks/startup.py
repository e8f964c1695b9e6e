"""How long a command takes, against importing the libraries that it cannot do without."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.timing import Line, ratio, ratio_line

EXAMPLES = Path(__file__).parent.parent / "examples"
PLAIN, CORRECTED = "gb29447-2022.polysilicon.tcs", "gb21342-2025.coke.top-charging"


def lines(quick: bool) -> Iterator[Line]:
    rounds = 3 if quick else 15
    click, libraries = _python("import click"), _python("import attrs, click, tabulate")
    steel, equipment = (
        _run("sector", each, "--input", str(EXAMPLES / f"{each}.toml")) for each in ("steel", "equipment")
    )
    plain, corrected = (_run("grade", "--product", each, "--value", "120 kgce/t") for each in (PLAIN, CORRECTED))
    pairs = (
        ("`ecdcalc --help`", _run("--help"), click, "≤ 2.5", "`import click`"),
        ("`ecdcalc convert`", _run("convert", "100 MWh", "tce"), click, "≤ 3", "`import click`"),
        ("`ecdcalc grade`, a limit without a correction", plain, click, "≤ 3", "`import click`"),
        ("`ecdcalc grade`, a limit that a sector corrects", corrected, click, "", "`import click`"),
        ("`ecdcalc measures`", _run("measures"), click, "", "`import click`"),
        ("`ecdcalc template steel`", _run("template", "steel"), click, "", "`import click`"),
        ("`ecdcalc sector steel`", steel, libraries, "≤ 1.9", "`import attrs, click, tabulate`"),
        ("`ecdcalc sector equipment`", equipment, steel, "≤ 1.4", "`ecdcalc sector steel`"),
    )
    for what, run, other, asked, against in pairs:
        yield ratio_line(what, ratio(run, other, rounds), asked, against)


def _python(code: str):
    return lambda: _done("-c", code)


def _run(*arguments: str):
    return lambda: _done("-m", "ecdcalc", *arguments)


def _done(*arguments: str) -> None:
    """Run Python as a user has it: what was compiled once is not compiled again."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True, env=kept)
