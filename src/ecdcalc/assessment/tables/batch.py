"""Files of plants, in parts: memory does not grow with rows, and a run that is stopped goes on where it was.

Each part of the input is computed and written to a work folder beside the output. When all parts are there they are
joined, in order, or stay as they are where the output is a folder; it appears under its name at once. Rows in = rows
out + rows set aside.
"""

from __future__ import annotations

import errno
import hashlib
import json
import re
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import narwhals as nw
import polars
from attrs import field, frozen
from narwhals.exceptions import NarwhalsError

from ecdcalc._version import __version__
from ecdcalc.assessment.tables.checks import REFUSAL
from ecdcalc.assessment.tables.lock import locked
from ecdcalc.assessment.tables.portfolio import Rows
from ecdcalc.assessment.tables.rollup import check_keys, rolled_up
from ecdcalc.assessment.tables.work import DRAFT, RAGGED, REJECTS, RESULTS, Count, Work, check_sum
from ecdcalc.assessment.tables.write import check_target, count_rows, write_parquet, write_table
from ecdcalc.read.table import ARROW, ROW, Looks, Mapped, Part, Source, broken, find_files, open_table, scan
from ecdcalc.words.errors import InputError, Problem, unwritable
from ecdcalc.words.labels import word

PART = 250_000
_ROOM = 1 << 18
_PLAIN = (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR)
"""Errors of the system that say for themselves what is wrong with a place."""


def _named(path: Path) -> Path:
    """Return the file that a link names: the link stays, what it names is written."""
    return path.resolve() if path.is_symlink() else path


@frozen
class Summary:
    """The rows of a run, and its sums by the columns that were asked for; of all rows where none were."""

    count: Count
    group_by: tuple[str, ...]
    groups: polars.DataFrame


Maker = Callable[[Summary, Path], None]


@frozen
class Batch:
    """What to run: the input, where results and rejects go, the job's options."""

    source: str
    output: Path = field(converter=_named)
    rejects: Path = field(converter=_named)
    options: dict[str, Any]
    mapped: Mapped = field(factory=Mapped)
    units_row: bool = False
    group_by: tuple[str, ...] = ()
    resume: bool = False
    size: int = PART
    also: tuple[Path, ...] = ()
    """Further tables that get the same rows."""
    summaries: tuple[tuple[Path, Maker], ...] = ()
    """Files that get the sums, with what writes them."""

    @property
    def work(self) -> Work:
        """The work folder."""
        return Work(self.output.with_name(f".{self.output.name}.parts"), self.is_folder)

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

    @property
    def targets(self) -> list[Path]:
        """Everything that the run writes."""
        grouped = [self.grouped] if self.group_by else []
        return [self.output, self.rejects, *grouped, *self.also, *(path for path, _ in self.summaries)]


@frozen
class Done:
    """The numbers of rows of a finished run, and whether it was finished already."""

    rows: int
    out: int
    aside: int
    already: bool = False


def run_batch(
    batch: Batch,
    tell: Callable[[int, int], None] = lambda done, rows: None,
    warn: Callable[[Problem], None] = lambda problem: None,
) -> Done:
    """Run a batch; `tell` is called with rows done and rows in all, at first and after each part; `warn` with warnings.

    Raises `InputError` for input that cannot be used or changes while it is read, a broken file, a full disk, another
    run on the same output, and where rows in are not rows out + rows set aside; the finished parts stay in the work
    folder for a run with `resume`.
    """
    _check_inputs(batch)
    check_target(*([batch.rejects] if batch.is_folder else [batch.rejects, batch.output]), *batch.also)
    with _told(batch.output), locked(batch.targets, warn):
        looks = Looks(find_files(batch.source))
        stamp, work = _stamp(batch, looks), batch.work
        if batch.resume and (done := work.finished(stamp)):
            return _done(done, already=True)
        if batch.resume and work.is_ready(stamp):
            return _done(work.appear(), already=True)
        if batch.output.is_dir() and any(batch.output.iterdir()):
            raise InputError([Problem(str(batch.output), "folder-not-empty", {})])
        work.prepare(stamp, resume=batch.resume)
        with _tidy(work):
            source = open_table(batch.source, work.folder, mapped=batch.mapped, units_row=batch.units_row)
            looks.check()
            sizes = _compute(batch, source, looks, tell)
            looks.check()
            with _drafts(batch) as moves:
                found = work.counted(sizes, source.rows)
                _join(batch, found, moves)
                work.ready(stamp, found, moves)
            return _done(work.appear())


def _check_inputs(batch: Batch) -> None:
    """Raise `InputError` where a result would take the place of an input, or of another result."""
    targets = batch.targets
    inputs = {path.resolve() for path in find_files(batch.source)}
    problems = [Problem(str(each), "output-is-input", {}) for each in targets if each.resolve() in inputs]
    problems += [Problem(str(each), "output-not-plain", {}) for each in targets if each.exists() and not _plain(each)]
    if len({each.resolve() for each in targets}) < len(targets):
        problems.append(Problem(str(batch.rejects), "outputs-same", {}))
    if problems:
        raise InputError(problems)


def _plain(path: Path) -> bool:
    return path.is_file() or path.is_dir()


def _done(found: Count, *, already: bool = False) -> Done:
    return Done(found.read, found.out, found.aside, already)


def _compute(batch: Batch, source: Source, looks: Looks, tell: Callable[[int, int], None]) -> dict[str, int]:
    """Assess what is left to do, one part while the one before it is written; return the rows of each part."""
    rows = Rows(batch.options)
    shapes = _shapes(batch, source, rows)
    check_keys(batch.group_by, [*shapes[RESULTS]])
    parts = [*source.parts(batch.size)]
    left = [part for part in parts if not batch.work.is_done(part.name, part.size)]
    sizes = {part.name: part.size for part in parts} | _keep_ragged(batch, source)
    done = source.rows - sum(part.size for part in left)
    tell(done, source.rows)
    with ThreadPoolExecutor(1) as writer:
        written: Future[None] | None = None
        for part in left:
            looks.check(part.file.path)
            answer = _assessed(batch, part, rows, shapes, looks)
            looks.check(part.file.path)
            if written is not None:
                written.result()
            written = writer.submit(_keep, batch, part.name, *answer)
            done += part.size
            tell(done, source.rows)
        if written is not None:
            written.result()
    if not parts:
        sizes["000000"] = 0
        _keep(batch, "000000", *(polars.DataFrame(schema=shape) for shape in shapes.values()))
    return sizes


def _shapes(batch: Batch, source: Source, rows: Rows) -> dict[str, Mapping[str, Any]]:
    """Return the columns that results and rejects of all parts have."""
    whole = _numbered(source.whole, 0)
    try:
        return {RESULTS: rows.shape(nw.from_native(whole)), REJECTS: _rejected(whole.collect_schema())}
    except (polars.exceptions.PolarsError, NarwhalsError, OSError) as error:
        raise broken(batch.source, error) from None


def _assessed(
    batch: Batch, part: Part, rows: Rows, shapes: Mapping[str, Mapping[str, Any]], looks: Looks
) -> tuple[polars.DataFrame, polars.DataFrame]:
    """Return results and rejects of one part, in the order of its rows."""
    try:
        frame = part.frame.collect()
    except (polars.exceptions.PolarsError, polars.exceptions.PanicException, OSError) as error:
        looks.check(part.file.path)  # a file that is cut off while it is read makes the reader panic
        raise broken(batch.source, error) from None
    answer = rows.assess(nw.from_native(_numbered(frame, part.rows)))
    results, rejects = answer.results.to_native(), answer.rejects.to_native()
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
    if [*frame.schema.items()] == [*shape.items()]:
        return frame
    here = set(frame.columns)
    return frame.select(
        polars.col(name).cast(kind) if name in here else polars.lit(None, kind).alias(name)
        for name, kind in shape.items()
    )


def _stamp(batch: Batch, looks: Looks) -> str:
    """Return what tells a run from another: a digest of its input, options and form."""
    further = [str(each) for each in batch.targets]
    form = (batch.size, batch.units_row, batch.mapped.names, batch.mapped.units, batch.group_by, batch.is_folder)
    said = (looks.at_first, batch.options, form, further, __version__)
    text = json.dumps(said, default=str, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


@contextmanager
def _tidy(work: Work) -> Iterator[None]:
    """Take the work folder away where a run is refused before any part is done, or its parts are of no use."""
    try:
        yield
    except Exception as error:
        changed = isinstance(error, InputError) and any(each.key == "input-changed" for each in error.problems)
        if changed or not work.parts():
            work.remove()
        raise


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Tell errors of writing as ours; those of reading are told where they are met."""
    try:
        yield
    except UnicodeEncodeError as error:  # what the system gave as bytes that are no text
        raise InputError([Problem(ascii(error.object), "name-not-utf8", {})]) from None
    except (polars.exceptions.PolarsError, OSError) as error:
        if isinstance(error, OSError) and error.errno in _PLAIN:
            raise InputError([unwritable(str(path), error)]) from None
        with suppress(OSError):
            if shutil.disk_usage(path.parent).free < _ROOM:  # Polars does not always say why it could not write
                raise InputError([Problem(str(path), "disk-full", {})]) from None
        raise broken(path, error) from None


def _keep(batch: Batch, part: str, results: polars.DataFrame, rejects: polars.DataFrame) -> None:
    """Write one part, and last the note of its rows: where it is, the part is done."""
    work = batch.work
    with _told(batch.output):
        _write(rejects, work.file(REJECTS, part))
        _write(results, work.file(RESULTS, part))
        work.note(part, Count(results.height + rejects.height, results.height, rejects.height))


def _write(frame: polars.DataFrame, path: Path) -> None:
    """Write a part: as Arrow, which is quick to write and read once more, where it is no file of the output."""
    draft = path.with_suffix(DRAFT)
    if path.suffix == ARROW:
        frame.write_ipc(draft)
    else:
        write_parquet(frame.lazy(), draft)
    draft.replace(path)


def _keep_ragged(batch: Batch, source: Source) -> dict[str, int]:
    """Write the rows that have too few or too many cells to the rejects, as a part of their own; return its rows."""
    lang = batch.options.get("lang", "en")
    found = [(row, each.text, each.problem.say(lang)) for row, each in source.ragged]
    if not found:
        return {}
    frame = polars.DataFrame(found, schema=[ROW, *REFUSAL[1:]], orient="row")
    shape = _rejected(_numbered(source.whole, 0).collect_schema())
    _write(_in_shape(frame, shape), batch.work.file(REJECTS, RAGGED))
    batch.work.note(RAGGED, Count(len(found), 0, len(found)))
    return {RAGGED: len(found)}


@contextmanager
def _drafts(batch: Batch) -> Iterator[list[tuple[Path, Path]]]:
    """Give a list for the files that are made, with their names; those outside the work folder go if the run fails."""
    moves: list[tuple[Path, Path]] = []
    try:
        yield moves
    except BaseException:
        for draft, _ in moves:
            if batch.work.folder not in draft.parents:
                draft.unlink(missing_ok=True)
        raise


def _join(batch: Batch, found: Count, moves: list[tuple[Path, Path]]) -> None:
    """Join the parts and roll them up; what is made is counted once more in its file."""
    work, lang = batch.work, batch.options.get("lang", "en")

    def titled(kind: str) -> str:
        return word(f"sheet-{kind}", lang)

    groups = rolled_up(_files(batch, RESULTS), batch.group_by) if batch.group_by or batch.summaries else None
    for path, make in batch.summaries:
        assert groups is not None
        moves.append((_draft(batch, path), path))
        make(Summary(found, batch.group_by, groups), moves[-1][0])
    if batch.group_by:
        assert groups is not None
        check_sum(batch.grouped, Count(found.read, int(groups["rows"].sum()), found.aside), found)
        moves.append((_draft(batch, batch.grouped), batch.grouped))
        write_table(groups.lazy(), *moves[-1], titled("groups"))
    moves.append((_draft(batch, batch.rejects), batch.rejects))
    write_table(_scan(batch, REJECTS), *moves[-1], titled(REJECTS))
    check_sum(batch.rejects, Count(found.read, found.out, count_rows(*moves[-1])), found)
    if batch.is_folder:
        moves.append((work.folder / RESULTS, batch.output))
    for each in batch.also if batch.is_folder else (*batch.also, batch.output):
        moves.append((_draft(batch, each), each))
        write_table(_scan(batch, RESULTS), *moves[-1], titled(RESULTS))
        check_sum(each, Count(found.read, count_rows(*moves[-1]), found.aside), found)


def _draft(batch: Batch, target: Path) -> Path:
    """Return where a file is made: in the work folder, or beside its name where that is on another disk."""
    here = batch.work.folder
    if here.stat().st_dev != target.parent.stat().st_dev:
        return target.with_name(f".{target.name}.draft")
    return here / f"{target.name}.draft"


def _files(batch: Batch, kind: str) -> Sequence[Path]:
    return sorted(path for path in (batch.work.folder / kind).iterdir() if path.suffix != DRAFT)


def _scan(batch: Batch, kind: str) -> polars.LazyFrame:
    return polars.concat([scan(path) for path in _files(batch, kind)])
