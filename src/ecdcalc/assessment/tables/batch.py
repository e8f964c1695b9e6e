"""Files of plants, in parts: memory does not grow with rows, and a run that is stopped goes on where it was.

Each part of the input is computed and written to a work folder beside the output. When all parts are there they are
joined, in order, or stay as they are where the output is a folder; it appears under its name at once. Rows in = rows
out + rows set aside.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import narwhals as nw
import polars
from attrs import field, frozen
from narwhals.exceptions import NarwhalsError

from ecdcalc._version import __version__
from ecdcalc.assessment.tables.checks import REFUSAL
from ecdcalc.assessment.tables.portfolio import Rows
from ecdcalc.assessment.tables.rollup import check_keys, groups_of, rolled_up
from ecdcalc.assessment.tables.write import check_target, write_parquet, write_table
from ecdcalc.read.table import ROW, Mapped, Part, Source, broken, find_files, open_table
from ecdcalc.words.errors import InputError, Problem

PART = 250_000
RESULTS, REJECTS, GROUPS = "results", "rejects", "groups"
_ROOM = 1 << 18


@frozen
class Batch:
    """What to run: the input, where results and rejects go, the job's options."""

    source: str
    output: Path
    rejects: Path
    options: dict[str, Any]
    mapped: Mapped = field(factory=Mapped)
    units_row: bool = False
    group_by: tuple[str, ...] = ()
    resume: bool = False
    size: int = PART

    @property
    def work(self) -> Path:
        """The work folder."""
        return self.output.with_name(f".{self.output.name}.parts")

    @property
    def is_folder(self) -> bool:
        """Whether the output is a folder of Parquet files: a name without a suffix."""
        return not self.output.suffix or self.output.is_dir()

    @property
    def grouped(self) -> Path:
        """The file of the roll-up, beside the output."""
        keys = "-".join(re.sub(r"\W+", "-", key) for key in self.group_by)
        suffix = ".parquet" if self.is_folder else self.output.suffix
        return self.output.with_name(f"{self.output.stem}.by-{keys}{suffix}")

    def file(self, kind: str, number: int) -> Path:
        """A file of the work folder."""
        return self.work / kind / f"part-{number:06}{'.json' if kind == GROUPS else '.parquet'}"


@frozen
class Done:
    """The numbers of rows of a finished run."""

    rows: int
    out: int
    aside: int


def run_batch(batch: Batch, tell: Callable[[int, int], None] = lambda done, rows: None) -> Done:
    """Run a batch; `tell` is called with rows done and rows in all, at first and after each part.

    Raises `InputError` for input that cannot be used, a broken file or a full disk; the finished parts stay in
    the work folder for a run with `resume`.
    """
    _check_inputs(batch)
    check_target(*([batch.rejects] if batch.is_folder else [batch.rejects, batch.output]))
    if batch.output.is_dir() and any(batch.output.iterdir()):
        raise InputError([Problem(str(batch.output), "folder-not-empty", {})])
    stamp = _stamp(batch)
    with _told(batch.output):
        _prepare(batch, stamp)
    with _tidy(batch):
        with _told(batch.output):
            source = open_table(batch.source, batch.work, mapped=batch.mapped, units_row=batch.units_row)
            _keep_ragged(batch, source)
        _compute(batch, source, tell)
    with _told(batch.output):
        good = _scan(batch, RESULTS).select(polars.len()).collect().item()
        _finish(batch)
    shutil.rmtree(batch.work)
    return Done(source.rows, good, source.rows - good)


def _check_inputs(batch: Batch) -> None:
    """Raise `InputError` where a result would take the place of an input, or of another result."""
    targets = [batch.output, batch.rejects, *([batch.grouped] if batch.group_by else [])]
    inputs = {path.resolve() for path in find_files(batch.source)}
    problems = [Problem(str(each), "output-is-input", {}) for each in targets if each.resolve() in inputs]
    if len({each.resolve() for each in targets}) < len(targets):
        problems.append(Problem(str(batch.rejects), "outputs-same", {}))
    if problems:
        raise InputError(problems)


def _compute(batch: Batch, source: Source, tell: Callable[[int, int], None]) -> None:
    """Assess what is left to do, one part while the one before it is written."""
    rows = Rows(batch.options)
    shapes = _shapes(batch, source, rows)
    check_keys(batch.group_by, [*shapes[RESULTS]])
    left = [part for part in source.parts(batch.size) if not batch.file(RESULTS, part.number).exists()]
    done = source.rows - sum(part.size for part in left)
    tell(done, source.rows)
    with ThreadPoolExecutor(1) as writer:
        written: Future[None] | None = None
        for part in left:
            answer = _assessed(batch, part, rows, shapes)
            if written is not None:
                written.result()
            written = writer.submit(_keep, batch, part.number, *answer)
            done += part.size
            tell(done, source.rows)
        if written is not None:
            written.result()
    if not _files(batch, RESULTS):
        _keep(batch, 0, *(polars.DataFrame(schema=shape) for shape in shapes.values()))


def _shapes(batch: Batch, source: Source, rows: Rows) -> dict[str, Mapping[str, Any]]:
    """Return the columns that results and rejects of all parts have."""
    whole = _numbered(source.whole, 0)
    try:
        return {RESULTS: rows.shape(nw.from_native(whole)), REJECTS: _rejected(whole.collect_schema())}
    except (polars.exceptions.PolarsError, NarwhalsError, OSError) as error:
        raise broken(batch.source, error) from None


def _assessed(
    batch: Batch, part: Part, rows: Rows, shapes: Mapping[str, Mapping[str, Any]]
) -> tuple[polars.DataFrame, polars.DataFrame]:
    """Return results and rejects of one part, in the order of its rows."""
    try:
        frame = _numbered(part.frame.collect(), part.rows)
    except (polars.exceptions.PolarsError, OSError) as error:
        raise broken(batch.source, error) from None
    answer = rows.assess(nw.from_native(frame))
    results, rejects = answer.results.to_native(), answer.rejects.to_native()
    if results.height + rejects.height != frame.height:
        raise AssertionError("rows were lost")  # never: a safeguard
    return _in_shape(results, shapes[RESULTS]), _in_shape(rejects, shapes[REJECTS])


def _numbered(frame: Any, rows: Any) -> Any:
    """Return the frame with the number of each row before it, where it has no column of that name."""
    if ROW in frame.collect_schema():
        return frame
    return frame.select(polars.lit(rows, polars.Int64).alias(ROW), polars.all())


def _rejected(schema: Mapping[str, Any]) -> dict[str, Any]:
    return {**schema, **dict.fromkeys(REFUSAL, polars.String)}


def _in_shape(frame: polars.DataFrame, shape: Mapping[str, Any]) -> polars.DataFrame:
    """Return the frame with the columns that all parts have, in their kind, null where this one has none."""
    return frame.select(
        polars.col(name).cast(kind) if name in frame.columns else polars.lit(None, kind).alias(name)
        for name, kind in shape.items()
    )


def _stamp(batch: Batch) -> str:
    files = [(str(path), path.stat().st_size, path.stat().st_mtime_ns) for path in find_files(batch.source)]
    form = (batch.size, batch.units_row, batch.mapped.names, batch.mapped.units, batch.group_by, batch.is_folder)
    said = (files, batch.options, form, __version__)
    return json.dumps(said, default=str, ensure_ascii=False, sort_keys=True)


def _prepare(batch: Batch, stamp: str) -> None:
    """Make the work folder; parts that are there already stay only if they are of the same run."""
    note = batch.work / "run.json"
    if batch.work.exists():
        same = note.exists() and note.read_text(encoding="utf-8") == stamp
        if batch.resume and not same:
            raise InputError([Problem(str(batch.work), "resume-differs", {})])
        if not batch.resume:
            shutil.rmtree(batch.work)
    for kind in (RESULTS, REJECTS, GROUPS):
        (batch.work / kind).mkdir(parents=True, exist_ok=True)
    note.write_text(stamp, encoding="utf-8")


@contextmanager
def _tidy(batch: Batch) -> Iterator[None]:
    """Take the work folder away where a run is refused before any part is done."""
    try:
        yield
    except InputError:
        if not _files(batch, RESULTS):
            shutil.rmtree(batch.work)
        raise


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except (polars.exceptions.PolarsError, OSError) as error:
        if shutil.disk_usage(path.parent).free < _ROOM:  # Polars does not always say why it could not write
            raise InputError([Problem(str(path), "disk-full", {})]) from None
        raise broken(path, error) from None


def _keep(batch: Batch, number: int, results: polars.DataFrame, rejects: polars.DataFrame) -> None:
    """Write one part, its results last: where they are, the part is done."""
    with _told(batch.output):
        _write(rejects, batch.file(REJECTS, number))
        if batch.group_by:
            text = json.dumps(groups_of(results, batch.group_by), default=str, ensure_ascii=False)
            batch.file(GROUPS, number).write_text(text, encoding="utf-8")
        _write(results, batch.file(RESULTS, number), last=batch.is_folder)


def _write(frame: polars.DataFrame, path: Path, *, last: bool = False) -> None:
    draft = path.with_suffix(".draft")
    write_parquet(frame.lazy(), draft, "zstd" if last else "lz4")
    draft.replace(path)


def _keep_ragged(batch: Batch, source: Source) -> None:
    """Write the rows that have too few or too many cells to the rejects, as a part of their own."""
    lang = batch.options.get("lang", "en")
    found = [(row, each.text, each.problem.say(lang)) for row, each in source.ragged]
    if found:
        frame = polars.DataFrame(found, schema=[ROW, *REFUSAL[1:]], orient="row")
        shape = _rejected(_numbered(source.whole, 0).collect_schema())
        _write(_in_shape(frame, shape), batch.work / REJECTS / "ragged.parquet")


def _finish(batch: Batch) -> None:
    """Join the parts, roll them up, and let the files appear under their names."""
    drafts = []
    if batch.group_by:
        parts = (json.loads(path.read_text(encoding="utf-8")) for path in _files(batch, GROUPS))
        drafts.append((_draft(batch, rolled_up(parts, batch.group_by).lazy(), batch.grouped), batch.grouped))
    drafts.append((_draft(batch, _scan(batch, REJECTS), batch.rejects), batch.rejects))
    if batch.is_folder:
        drafts.append((batch.work / RESULTS, batch.output))
    else:
        drafts.append((_draft(batch, _scan(batch, RESULTS), batch.output), batch.output))
    for draft, target in drafts:
        draft.replace(target)


def _draft(batch: Batch, lazy: polars.LazyFrame, target: Path) -> Path:
    draft = batch.work / f"{target.name}.draft"
    write_table(lazy, draft, target)
    return draft


def _files(batch: Batch, kind: str) -> Sequence[Path]:
    return sorted(path for path in (batch.work / kind).iterdir() if path.suffix != ".draft")


def _scan(batch: Batch, kind: str) -> polars.LazyFrame:
    return polars.concat([polars.scan_parquet(path, glob=False) for path in _files(batch, kind)])
