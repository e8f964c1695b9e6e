"""Spark: the rows of each partition as Polars frames, computed where they lie by the same program as any table.

ecdcalc must be installed where the partitions are computed. Elsewhere (`native`) the program becomes expressions of
Spark's own, which reach the workers without any Python, take longer, and cannot look up properties of steam.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any
from uuid import uuid4

import narwhals as nw
import polars
import pyarrow
from attrs import frozen

from ecdcalc.assessment.tables.checks import REFUSAL

_ROWS = 100_000
"""Rows that are computed at once: what reaches a worker comes in smaller pieces."""


_MADE: dict[str, Any] = {}
"""What assesses the rows of the last call: a worker computes many partitions of it, and makes the programs once."""


@frozen
class Call:
    """A call: the words of it, and what makes of them what assesses rows.

    It is told from others by its id: the same words may name files that have changed since.
    """

    id: str
    make: Callable[[Mapping[str, Any]], Any]
    words: Mapping[str, Any]

    def rows(self) -> Any:
        """Return what assesses rows."""
        if self.id not in _MADE:
            _MADE.clear()
            _MADE[self.id] = self.make(self.words)
        return _MADE[self.id]


@frozen
class Partition:
    """What a worker does with its rows: assess them, and give out results or rejects in one form."""

    call: Call
    kind: str
    names: tuple[str, ...]
    form: pyarrow.Schema

    def __call__(self, pieces: Iterable[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        """Yield what comes of the rows of one partition."""
        rows = self.call.rows()
        for table in _gathered(pieces):
            held: Any = polars.from_arrow(table.rename_columns(self.names))
            answer = rows.assess(nw.from_native(held))
            found = getattr(answer, self.kind).to_native()
            yield from _plainly(_in_form(found, self.form)).to_batches()


def in_partitions(
    frame: Any, words: Mapping[str, Any], make: Callable[[Mapping[str, Any]], Any], keys: Sequence[str]
) -> tuple[Any, Any]:
    """Return results and rejects of a frame of Spark. Raises `InputError` for columns that cannot be used.

    `make` makes what assesses rows of the words of a call; `keys` are the columns that say some of them row by row.
    """
    from pyspark.sql.pandas.types import from_arrow_schema, to_arrow_schema

    given = to_arrow_schema(frame.schema)
    empty = polars.from_arrow(given.empty_table())
    assert isinstance(empty, polars.DataFrame)
    call = Call(uuid4().hex, make, words)
    shape = make(words).shape(nw.from_native(_said(frame, empty, keys).lazy()))
    rejected = {**empty.schema, **dict.fromkeys(REFUSAL, polars.String)}
    forms = {"results": _form(shape), "rejects": _form(rejected)}
    bare = frame.toDF(*_numbered(frame.columns))  # Spark reads a dot in a name as a field of a field
    results, rejects = (
        bare.mapInArrow(Partition(call, kind, (*frame.columns,), form), from_arrow_schema(_plain_names(form))).toDF(
            *form.names
        )
        for kind, form in forms.items()
    )
    return results, rejects


def _numbered(names: Sequence[str]) -> list[str]:
    return [f"c{number}" for number, _ in enumerate(names)]


def _plain_names(form: pyarrow.Schema) -> pyarrow.Schema:
    return pyarrow.schema([each.with_name(name) for each, name in zip(form, _numbered(form.names), strict=True)])


def _plainly(table: pyarrow.Table) -> pyarrow.Table:
    return table.rename_columns(_numbered(table.column_names))


def _said(frame: Any, empty: polars.DataFrame, keys: Sequence[str]) -> polars.DataFrame:
    """Return one row for all that rows say of themselves alike: sector, process, year, province."""
    told = [key for key in keys if key in empty.columns]
    if not told:
        return empty
    found = [row.asDict() for row in frame.select(*told).distinct().collect()]
    said = polars.DataFrame(found, schema={key: empty.schema[key] for key in told}, strict=False)
    return polars.concat([empty, said], how="diagonal")


def _form(shape: Mapping[str, Any]) -> pyarrow.Schema:
    """Return the columns as Spark takes them: text of the plain kind, and text where no row has a value."""
    kinds = {name: polars.String if kind == polars.Null else kind for name, kind in shape.items()}
    return _in_plain(polars.DataFrame(schema=kinds).to_arrow()).schema


def _in_form(frame: polars.DataFrame, form: pyarrow.Schema) -> pyarrow.Table:
    """Return a frame with the columns of the form, null where it has none."""
    lacking = [polars.lit(None, polars.String).alias(name) for name in form.names if name not in frame.columns]
    return frame.with_columns(lacking).select(form.names).to_arrow().cast(form)


def _in_plain(table: pyarrow.Table) -> pyarrow.Table:
    kinds = {pyarrow.large_string(): pyarrow.string(), pyarrow.string_view(): pyarrow.string()}
    fields = [each.with_type(kinds.get(each.type, each.type)) for each in table.schema]
    return table.cast(pyarrow.schema(fields))


def _gathered(pieces: Iterable[pyarrow.RecordBatch]) -> Iterator[pyarrow.Table]:
    """Yield the pieces joined to tables of a good size."""
    held: list[pyarrow.RecordBatch] = []
    for piece in pieces:
        held.append(piece)
        if sum(each.num_rows for each in held) >= _ROWS:
            yield pyarrow.Table.from_batches(held)
            held = []
    if held:
        yield pyarrow.Table.from_batches(held)
