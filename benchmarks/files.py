"""Files of plants by the number of rows: time, memory, and the ratio to the same arithmetic by hand in lazy Polars.

`python -m benchmarks.files 1e4 1e6 --plot docs/portfolio.svg`: each run is a process of its own, ours and by hand in
turns; both write Parquet with the same compression.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import polars
from attrs import frozen

from benchmarks.portfolio import OPTIONS, plants

_BLOCK = 200_000
_PEAK = "import resource; print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)"
_OURS = (
    "from pathlib import Path; from ecdcalc.assessment.tables.batch import Batch, run_batch\n"
    "o = Path({output!r}); run_batch(Batch({source!r}, o, o.with_name('rejects.csv'), {options!r}))\n" + _PEAK
)
_BY_HAND = (
    "import polars; from benchmarks.by_hand import assessed\n"
    "assessed(polars.scan_parquet({source!r})).sink_parquet({output!r} + '.parquet')\n" + _PEAK
)
WAYS = {"folder": (_OURS, "out"), "one file": (_OURS, "out.parquet"), "by hand": (_BY_HAND, "out")}


@frozen
class Run:
    """Seconds and peak memory in MiB of one run."""

    seconds: float
    memory: int


def written(rows: int, target: Path) -> None:
    """Write a table of so many batteries."""
    block = plants(min(rows, _BLOCK))
    several = polars.concat([block.lazy()] * -(-rows // block.height)).head(rows)
    several.sink_parquet(target, row_group_size=_BLOCK, statistics=False)


def run(way: str, source: Path, folder: Path) -> Run:
    """Run one way in a process of its own."""
    code, output = WAYS[way]
    code = code.format(source=str(source), output=str(folder / output), options=OPTIONS)
    start = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    spent = time.perf_counter() - start
    for made in (folder / output, folder / "out.parquet"):
        shutil.rmtree(made) if made.is_dir() else made.unlink(missing_ok=True)
    return Run(spent, int(done.stdout))


def measured(rows: int, rounds: int, ways: Sequence[str], place: str | None) -> dict[str, Run]:
    """Return the middle of some rounds for each way, in turns."""
    with tempfile.TemporaryDirectory(dir=place) as name:
        folder = Path(name)
        written(rows, folder / "in.parquet")
        runs = [{way: run(way, folder / "in.parquet", folder) for way in ways} for _ in range(rounds)]
    return {
        way: Run(statistics.median(each[way].seconds for each in runs), max(each[way].memory for each in runs))
        for way in ways
    }


def plotted(found: dict[int, dict[str, Run]], target: Path) -> None:
    """Draw seconds over rows."""
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(7, 4.5))
    for way in WAYS:
        points = [(rows, each[way].seconds) for rows, each in found.items() if way in each]
        axes.plot(*zip(*points, strict=True), marker="o", label=way if way == "by hand" else f"ecdcalc, {way}")
    axes.set(xscale="log", yscale="log", xlabel="rows", ylabel="seconds, Parquet to Parquet")
    axes.grid(visible=True, which="both", alpha=0.3)
    axes.legend()
    figure.savefig(target, bbox_inches="tight", metadata={"Date": None})


def main() -> None:
    """Print the table, a line for each size as soon as it is known."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("rows", nargs="*", type=float, default=[1e4, 1e5, 1e6])
    options.add_argument("--rounds", type=int, default=1)
    options.add_argument("--ways", nargs="*", default=[*WAYS], choices=[*WAYS])
    options.add_argument("--plot", type=Path)
    options.add_argument("--folder", help="where to write [default: the folder of temporary files]")
    given = options.parse_args()
    head = [f"{way}: {what}" for way in given.ways for what in ("s", "MiB")]
    print(f"| rows | {' | '.join(head)} |\n|{'---|' * (len(head) + 1)}", flush=True)
    found = {}
    for rows in (int(each) for each in given.rows):
        found[rows] = measured(rows, given.rounds, given.ways, given.folder)
        cells = [text for each in found[rows].values() for text in (f"{each.seconds:.1f}", f"{each.memory}")]
        print(f"| {rows:,} | {' | '.join(cells)} |", flush=True)
    if given.plot:
        plotted(found, given.plot)


if __name__ == "__main__":
    main()
