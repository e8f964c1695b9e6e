"""`python -m benchmarks [--quick]`: run all and print the table of `docs/benchmarks.md`."""

from __future__ import annotations

import platform
import sys

from benchmarks import columns, draws, portfolio, startup


def main() -> None:
    quick = "--quick" in sys.argv
    print(f"Python {platform.python_version()}, {platform.machine()}, {'quick run' if quick else 'full run'}\n")
    print("| what | measured | asked | against |\n|---|---|---|---|")
    for line in (*startup.lines(quick), *columns.lines(quick), *portfolio.lines(quick), *draws.lines(quick)):
        print(f"| {line.what} | {line.ratio:.2f} × | {line.asked} | {line.against} |")


main()
