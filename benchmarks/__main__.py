"""`python -m benchmarks [--quick]`: run all and print the table of `docs/benchmarks.md`."""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterator

from benchmarks import batches, columns, draws, plant, portfolio, region, spark, startup
from benchmarks.timing import Line


def _lines(quick: bool) -> Iterator[Line]:
    """Every line as soon as it is known."""
    for each in (startup, plant, region, columns, portfolio, batches, spark, draws):
        yield from each.lines(quick)


def main() -> None:
    quick = "--quick" in sys.argv
    print(f"Python {platform.python_version()}, {platform.machine()}, {'quick run' if quick else 'full run'}\n")
    print("| what | measured | asked | against |\n|---|---|---|---|")
    for line in _lines(quick):
        print(f"| {line.what} | {line.measured} | {line.asked} | {line.against} |", flush=True)


main()
