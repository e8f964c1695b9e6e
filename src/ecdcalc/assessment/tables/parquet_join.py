"""Parquet files of one form as one file: what is compressed is copied as it is, and one footer says where it lies.

A Parquet file is row groups, and a footer that says where each column of each begins; so files that have the same
columns are joined without decoding them, with every place in their footers moved. The footer is a struct of Thrift's
compact protocol. Numbers are kept here as they are encoded there: one that is not below zero as twice itself.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

_MARK = b"PAR1"
_TAIL = 4 + len(_MARK)
"""The bytes behind the footer: its length, and the mark."""
_STOP, _TRUE, _FALSE, _BYTE, _I16, _I32, _I64, _DOUBLE, _BINARY, _LIST, _SET, _, _STRUCT = range(13)
_WHOLE = (_I16, _I32, _I64)
_LONG = 15
"""The length in the head of a list that says that the length comes after it."""

_SCHEMA, _ROWS, _GROUPS = 2, 3, 4
"""Fields of the footer."""
_COLUMNS, _GROUP_AT, _ORDINAL = 1, 5, 7
"""Fields of a row group."""
_COLUMN_AT, _COLUMN = (2, 4, 6), 3
"""Fields of a column of a row group: places, and what is in it."""
_PAGES_AT = (9, 10, 11, 14)
"""Fields of what is in a column: places."""

_Struct = dict[int, tuple[int, Any]]
"""Number of each field: its kind and its value."""
_MOST = 1 << 15
"""Row groups that can be numbered."""


def join_parquet(parts: Sequence[Path], target: Path) -> None:
    """Write the rows of Parquet files, in order, to one. Raises `ValueError` where their columns differ."""
    footer: _Struct = {}
    groups: list[bytes] = []
    rows = 0
    with target.open("wb") as out:
        out.write(_MARK)
        for path in parts:
            here, by = _appended(path, out)
            footer = footer or here
            if here[_SCHEMA] != footer[_SCHEMA]:
                raise ValueError(f"{path}: other columns than {parts[0]}")
            rows += here[_ROWS][1]
            groups += [_moved(group, by, len(groups) + place) for place, group in enumerate(here[_GROUPS][1][1])]
        footer |= {_ROWS: (_I64, rows), _GROUPS: (_LIST, (_STRUCT, groups))}
        told = _encoded(footer)
        out.write(told + len(told).to_bytes(4, "little") + _MARK)
        out.truncate()


def _appended(path: Path, out: BinaryIO) -> tuple[_Struct, int]:
    """Copy the row groups of a file; return its footer, and by how much its places moved."""
    with path.open("rb") as part:
        part.seek(-_TAIL, 2)
        size = int.from_bytes(part.read(4), "little")
        part.seek(-_TAIL - size, 2)
        footer = _taken(BytesIO(part.read(size)), _STRUCT)
        by = out.tell() - part.seek(len(_MARK))
        shutil.copyfileobj(part, out, 1 << 20)
        out.seek(-_TAIL - size, 1)
    return footer, by


def _moved(group: _Struct, by: int, number: int) -> bytes:
    """Return a row group with its number and its places moved; a place of zero is none."""

    def move(struct: _Struct, places: Sequence[int]) -> None:
        for each in places:
            if each in struct and struct[each][1]:
                struct[each] = (_I64, struct[each][1] + 2 * by)

    move(group, [_GROUP_AT])
    for column in group[_COLUMNS][1][1]:
        move(column, _COLUMN_AT)
        move(column[_COLUMN][1], _PAGES_AT)
    group.pop(_ORDINAL, None)
    return _encoded(group | ({_ORDINAL: (_I16, 2 * number)} if number < _MOST else {}))


def _encoded(struct: _Struct) -> bytes:
    stream = BytesIO()
    _put(stream, _STRUCT, struct)
    return stream.getvalue()


def _taken(stream: BytesIO, kind: int) -> Any:
    """Read a value of a kind."""
    if kind in _WHOLE:
        return _number(stream)
    if kind in (_BYTE, _DOUBLE):
        return stream.read(1 if kind == _BYTE else 8)
    if kind == _BINARY:
        return stream.read(_number(stream))
    if kind in (_LIST, _SET):
        size, of = divmod(stream.read(1)[0], 16)
        size = _number(stream) if size == _LONG else size
        of_truths = of in (_TRUE, _FALSE)
        return of, [_taken(stream, _BYTE if of_truths else of) for _ in range(size)]
    if kind == _STRUCT:
        return dict(_fields(stream))
    raise ValueError(f"Thrift kind {kind}")


def _fields(stream: BytesIO) -> Iterator[tuple[int, tuple[int, Any]]]:
    """Yield the fields of a struct; a truth is in the kind of its field."""
    number = 0
    while head := stream.read(1)[0]:
        step, kind = divmod(head, 16)
        number = number + step if step else _number(stream) // 2
        yield number, (kind, None if kind in (_TRUE, _FALSE) else _taken(stream, kind))


def _number(stream: BytesIO) -> int:
    found = shift = 0
    while (byte := stream.read(1)[0]) >= 128:
        found |= (byte & 127) << shift
        shift += 7
    return found | byte << shift


def _put(stream: BytesIO, kind: int, value: Any) -> None:
    """Write a value of a kind."""
    if kind in _WHOLE:
        _put_number(stream, value)
    elif kind in (_BYTE, _DOUBLE):
        stream.write(value)
    elif kind == _BINARY:
        _put_number(stream, len(value))
        stream.write(value)
    elif kind in (_LIST, _SET):
        of, each = value
        stream.write(bytes([min(len(each), _LONG) * 16 + of]))
        if len(each) >= _LONG:
            _put_number(stream, len(each))
        for one in each:
            _put(stream, _BYTE if of in (_TRUE, _FALSE) else of, one)
    elif kind == _STRUCT and isinstance(value, bytes):  # as it is written
        stream.write(value)
    elif kind == _STRUCT:
        _put_fields(stream, value)


def _put_fields(stream: BytesIO, struct: _Struct) -> None:
    before = 0
    for number, (kind, value) in sorted(struct.items()):
        step = number - before
        stream.write(bytes([step * 16 + kind] if 0 < step < 16 else [kind]))
        if not 0 < step < 16:
            _put_number(stream, 2 * number)
        if value is not None:
            _put(stream, kind, value)
        before = number
    stream.write(bytes([_STOP]))


def _put_number(stream: BytesIO, value: int) -> None:
    while value >= 128:
        stream.write(bytes([value & 127 | 128]))
        value >>= 7
    stream.write(bytes([value]))
