"""Tables from file to file: against Polars by hand, against themselves without groups, and XLSX."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import polars

from benchmarks.by_hand import assessed
from benchmarks.portfolio import OPTIONS, plants
from benchmarks.timing import Line, ratio, ratio_line, seconds
from ecdcalc.assessment.tables.batch import Batch, run_batch
from ecdcalc.assessment.tables.portfolio import portfolio
from ecdcalc.assessment.tables.write import write_table

_PEAK = "print(int(open('/proc/self/status').read().split('VmHWM:')[1].split()[0]) // 1024)"
"""What a process took at most, without what the one that started it holds."""
_SHEETS = (
    "from pathlib import Path; from ecdcalc.assessment.tables.batch import Batch, run_batch\n"
    "run_batch(Batch({source!r}, Path({output!r}), Path({rejects!r}), {options!r}))\n" + _PEAK
)
_GROUPS = 300_000


def lines(quick: bool) -> Iterator[Line]:
    rounds = 1 if quick else 5
    with tempfile.TemporaryDirectory() as name:
        yield from _files(Path(name), 20_000 if quick else 200_000, rounds)
        yield _grouped(Path(name), 20_000 if quick else 1_000_000, rounds)
        yield _sheets(Path(name), 1_000 if quick else 10_000)


def _files(folder: Path, rows: int, rounds: int) -> Iterator[Line]:
    frame = plants(rows)
    frame.write_parquet(folder / "in.parquet", statistics=False)
    frame.write_csv(folder / "in.csv")
    answer = portfolio(frame, **OPTIONS).results

    def by_hand() -> None:
        query = assessed(polars.scan_parquet(folder / "in.parquet"))
        query.sink_parquet(folder / "hand.parquet", compression_level=1, statistics=False)

    def copied() -> None:
        polars.read_csv(folder / "in.csv")
        answer.write_parquet(folder / "copy.parquet", compression_level=1, statistics=False)

    hand = "by hand from file to file (`by_hand.py`)"
    for source, output, other, asked, against in (
        ("in.csv", "out", copied, "≤ 1.5", "Polars reading the file and writing the same columns"),
        ("in.parquet", "out", by_hand, "≤ 1.1", hand),
        ("in.parquet", "out.parquet", by_hand, "≤ 1.25", hand),
    ):
        kind = "one file" if "." in output else "folder"
        what = f"{source.partition('.')[2].upper() if source.endswith('csv') else 'Parquet'} to {kind}, {rows:,} rows"
        yield ratio_line(what, ratio(_run(folder, source, output), other, rounds), asked, against)


def _grouped(folder: Path, rows: int, rounds: int) -> Line:
    places = polars.int_range(polars.len()) * 7919 % (_GROUPS * rows // 1_000_000)
    plants(rows).with_columns(places.alias("place")).write_parquet(folder / "places.parquet", statistics=False)
    run, plain = (_run(folder, "places.parquet", "out", by) for by in (("place",), ()))
    what = f"sums by {_GROUPS * rows // 1_000_000:,} groups, {rows:,} rows, Parquet to folder"
    return ratio_line(what, ratio(run, plain, min(rounds, 3)), "≤ 2", "the same without groups")


def _run(folder: Path, source: str, output: str, group_by: tuple[str, ...] = ()) -> Callable[[], None]:
    numbers = count()

    def run() -> None:
        place = folder / f"{len(group_by)}-{source}-{next(numbers)}"
        place.mkdir()
        run_batch(Batch(str(folder / source), place / output, place / "rejects.csv", OPTIONS, group_by=group_by))
        shutil.rmtree(place)

    return run


def _sheets(folder: Path, rows: int) -> Line:
    source, output, rejects = (str(folder / f"{name}.xlsx") for name in ("in", "out", "rejects"))
    write_table(plants(rows).lazy(), Path(source), Path(source))
    code = _SHEETS.format(source=source, output=output, rejects=rejects, options=OPTIONS)
    peak: list[str] = []

    def run() -> None:
        peak.append(subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout)

    spent = seconds(run)
    return Line(f"XLSX to XLSX, {rows:,} rows", f"{spent:.1f} s, {int(peak[0])} MiB", "≤ 2.5 s", "")
