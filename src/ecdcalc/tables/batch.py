"""Files of plants, in parts: memory does not grow with rows, and a run that is stopped goes on where it was.

Each part of the input is computed and written to a work folder beside the output. When all parts are there
they are joined, in order, and the output appears under its name at once. Rows in = rows out + rows set aside.
"""

from __future__ import annotations

import json
import math
import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import narwhals as nw
import polars
from attrs import field, frozen

from ecdcalc._version import __version__
from ecdcalc.errors import InputError, Problem, near
from ecdcalc.formula import outputs_of
from ecdcalc.read.table import UNITS_KEY, Mapped, broken, find_files, open_table
from ecdcalc.sector import sectors
from ecdcalc.tables.columns import NUMBER, label
from ecdcalc.tables.portfolio import Rows

PART = 250_000
ROW = "row"
_ROOM = 1 << 18
_UNIT = re.compile(r"\[([^\]]+)\]$")


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
    def grouped(self) -> Path:
        """The file of the roll-up, beside the output."""
        keys = "-".join(re.sub(r"\W+", "-", key) for key in self.group_by)
        return self.output.with_name(f"{self.output.stem}.by-{keys}{self.output.suffix}")


@frozen
class Done:
    """The numbers of rows of a finished run."""

    rows: int
    out: int
    aside: int


def run_batch(batch: Batch, tell: Callable[[int, int], None] = lambda done, rows: None) -> Done:
    """Run a batch; `tell` is called with rows done and rows in all after each part.

    Raises `InputError` for input that cannot be used, a broken file or a full disk; the finished parts stay in
    the work folder for a run with `resume`.
    """
    stamp = _stamp(batch)
    with _told(batch.output):
        _prepare(batch, stamp)
    source = open_table(batch.source, batch.work, mapped=batch.mapped, units_row=batch.units_row)
    rows = Rows(batch.options)
    done = 0
    for number, first, lazy in source.parts(batch.size):
        out, aside = batch.work / f"part-{number:06}.parquet", batch.work / f"rejects-{number:06}.parquet"
        if not (out.exists() and aside.exists()):
            try:
                frame = lazy.collect()
            except (polars.exceptions.PolarsError, OSError) as error:
                raise broken(batch.source, error) from None
            results, rejects = _part(frame, first, rows)
            if results.height + rejects.height != frame.height:
                raise AssertionError("rows were lost")  # never: a safeguard
            with _told(batch.output):
                _write(rejects, aside)
                _write(results, out)
        done += polars.scan_parquet(out, glob=False).select(polars.len()).collect().item()
        tell(min(first + batch.size, source.rows), source.rows)
    with _told(batch.output):
        _finish(batch)
    shutil.rmtree(batch.work)
    return Done(source.rows, done, source.rows - done)


def _stamp(batch: Batch) -> str:
    files = [(str(path), path.stat().st_size, path.stat().st_mtime_ns) for path in find_files(batch.source)]
    said = (files, batch.options, batch.size, batch.units_row, batch.mapped.names, batch.mapped.units, __version__)
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
    batch.work.mkdir(exist_ok=True)
    note.write_text(stamp, encoding="utf-8")


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except (polars.exceptions.PolarsError, OSError) as error:
        if shutil.disk_usage(path.parent).free < _ROOM:  # Polars does not always say why it could not write
            raise InputError([Problem(str(path), "disk-full", {})]) from None
        raise broken(path, error) from None


def _write(frame: polars.DataFrame, path: Path) -> None:
    draft = path.with_suffix(".draft")
    frame.write_parquet(draft, compression="lz4", statistics=False)
    draft.replace(path)


def _part(frame: polars.DataFrame, first: int, rows: Rows) -> tuple[polars.DataFrame, polars.DataFrame]:
    """Return results and rejects of one part, in the order of its rows."""
    numbered = frame.with_row_index(ROW, offset=first + 1) if ROW not in frame.columns else frame
    answer = rows.assess(nw.from_native(numbered))
    return answer.results.to_native(), answer.rejects.to_native()


def _finish(batch: Batch) -> None:
    """Join the parts, roll them up, and let the files appear under their names."""
    parts, rejects = (sorted(batch.work.glob(f"{name}-*.parquet")) for name in ("part", "rejects"))
    drafts = []
    if batch.group_by:
        drafts.append((_table(rolled_up(parts, batch.group_by), batch.grouped, batch.work), batch.grouped))
    drafts.append((_table(_scan(rejects), batch.rejects, batch.work), batch.rejects))
    drafts.append((_table(_scan(parts), batch.output, batch.work), batch.output))
    for draft, target in drafts:
        draft.replace(target)


def _scan(parts: Sequence[Path]) -> polars.LazyFrame:
    frames = [polars.scan_parquet(part, glob=False) for part in parts]
    frames = [frame for frame in frames if len(frame.collect_schema())] or frames[:1]
    return polars.concat(frames, how="diagonal_relaxed") if frames else polars.LazyFrame()


def _table(lazy: polars.LazyFrame, target: Path, work: Path) -> Path:
    """Write a frame in the form that the name of the target asks for, and return the draft."""
    draft = work / f"{target.name}.draft"
    kind = target.suffix.lower()
    names = lazy.collect_schema().names()
    if kind == ".parquet":
        units = {name: match[1] for name in names if (match := _UNIT.search(name))}
        metadata = {UNITS_KEY: json.dumps(units, ensure_ascii=False)}
        lazy.sink_parquet(draft, metadata=metadata, row_group_size=PART, arrow_schema=_fields(lazy, units))
    elif kind == ".xlsx":
        _xlsx(lazy, draft, target)
    else:
        lazy.with_columns(_escaped(lazy)).sink_csv(draft)
    return draft


def _fields(lazy: polars.LazyFrame, units: dict[str, str]) -> Any:
    """Return the schema with units as the metadata of its fields, where PyArrow can say it."""
    try:
        import pyarrow
    except ModuleNotFoundError:
        return None
    schema = polars.DataFrame(schema=lazy.collect_schema()).to_arrow().schema
    told = [each.with_metadata({"unit": units[each.name]}) if each.name in units else each for each in schema]
    return pyarrow.schema(told)


def _escaped(lazy: polars.LazyFrame) -> list[polars.Expr]:
    """Return the text columns with an apostrophe before what a spreadsheet would run as a formula."""
    texts = [name for name, kind in lazy.collect_schema().items() if kind == polars.String]
    return [_safe(polars.col(name)).alias(name) for name in texts]


def _safe(here: polars.Expr) -> polars.Expr:
    risky = here.str.contains(r"^[=+\-@\t\r]") & ~here.str.contains(NUMBER)
    return polars.when(risky).then(polars.lit("'") + here).otherwise(here)


def _xlsx(lazy: polars.LazyFrame, draft: Path, target: Path) -> None:
    frame = lazy.with_columns(_escaped(lazy)).collect()
    if frame.height > 1_048_575:
        raise InputError([Problem(str(target), "table-too-long", {"rows": frame.height})])
    try:
        frame.write_excel(draft.with_suffix(".xlsx"))
    except ModuleNotFoundError as error:
        raise InputError([Problem(str(target), "table-extra", {"package": error.name or "xlsxwriter"})]) from None
    draft.with_suffix(".xlsx").replace(draft)


def rolled_up(parts: Sequence[Path], keys: Sequence[str]) -> polars.LazyFrame:
    """Return, for each group, the number of rows and the sums of what adds up; nulls count as not known.

    Sums are correctly rounded within a part (`math.fsum`) and over the parts: no order of rows changes them.
    """
    sums: dict[tuple[Any, ...], dict[str, list[float]]] = {}
    counts: dict[tuple[Any, ...], int] = {}
    columns: list[str] = []
    for part in parts:
        lazy = polars.scan_parquet(part, glob=False)
        names = lazy.collect_schema().names()
        lacking = [key for key in keys if key not in names]
        if lacking:
            raise InputError([Problem(key, "group-unknown", {"near": near(key, names) or ""}) for key in lacking])
        adding = [name for name in names if adds_up(name)]
        columns += [name for name in adding if name not in columns]
        frame = lazy.select(*keys, *adding).collect()
        for key, rows in frame.group_by(list(keys), maintain_order=True):
            counts[key] = counts.get(key, 0) + rows.height
            here = sums.setdefault(key, {})
            for name in adding:
                here.setdefault(name, []).append(math.fsum(rows[name].drop_nulls()))
    made = [
        {**dict(zip(keys, key, strict=True)), "rows": counts[key]}
        | {name: math.fsum(found) if (found := here.get(name)) else None for name in columns}
        for key, here in sorted(sums.items(), key=lambda item: tuple(str(each) for each in item[0]))
    ]
    return polars.DataFrame(made, infer_schema_length=None).lazy()


def adds_up(name: str) -> bool:
    """Tell whether a result column is one that adds up over plants: a saving, or an extensive output."""
    state, _, rest = name.partition(".")
    return state == "saved" or (state in ("baseline", "reporting") and rest in _extensive())


def _extensive() -> set[str]:
    if not _EXTENSIVE:
        for sector in sectors().values():
            for process in sector.processes:
                _EXTENSIVE.update(
                    f"{label(name)} [{output.unit.text}]"
                    for name, output in outputs_of(process).items()
                    if output.extensive
                )
    return _EXTENSIVE


_EXTENSIVE: set[str] = set()
