"""Files from outside, as bytes, as text, as rows: what is no plain file, too large or of unknown encoding is refused.

A device that never ends, a pipe that nobody writes to and a name that the operating system cannot take are told like
any other mistake. An encoding is found by itself: a mark at the beginning, UTF-8, UTF-16 by its zeros, else GB18030.
"""

from __future__ import annotations

import codecs
import csv
import os
import stat
from itertools import islice
from pathlib import Path

from ecdcalc.words.errors import InputError, Problem, unreadable

MOST_BYTES = 5_000_000
MOST_ROWS = 100_000
_OPEN_ALREADY = ("/dev/stdin", "/dev/fd/", "/proc/self/fd/")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SPREADSHEETS = (b"PK\x03\x04", bytes.fromhex("D0CF11E0A1B11AE1"))
"""How .xlsx, .xlsm and .ods begin, and how .xls does."""
_SAMPLE = 2000


def absolute(path: str | os.PathLike[str]) -> str:
    """Return the whole path of a file, without what leads up; a link stays what it is."""
    return os.path.normpath(Path(path).absolute())


def outside_bytes(path: str, most: int = MOST_BYTES, too_large: str = "file-too-large") -> bytes:
    """Return the bytes of a plain file. Raises `InputError`, with the message `too_large` where it has more."""
    file = Path(path)
    try:
        mode = file.stat().st_mode
        if stat.S_ISDIR(mode):
            raise _refused(path, "file-directory")
        if not stat.S_ISREG(mode) and not path.startswith(_OPEN_ALREADY):
            raise _refused(path, "file-not-plain")
        with file.open("rb") as opened:
            raw = opened.read(most + 1)
    except OSError as error:
        raise InputError([unreadable(path[:200], error)]) from None
    except InputError:
        raise
    except ValueError:  # a name with a zero byte
        raise _refused(path.replace("\0", "␀"), "file-missing") from None
    if len(raw) > most:
        raise _refused(path, too_large, most=most // 1_000_000)
    return raw


def decoded(raw: bytes, path: str, encoding: str = "utf-8") -> str:
    """Return the text of bytes; UTF-8 stands for whatever the bytes turn out to be. Raises `InputError`."""
    if encoding.lower().replace("_", "-") in ("utf-8", "utf8", "utf-8-sig"):
        encoding = _found(raw, path)
    try:
        return raw.decode(encoding)
    except LookupError:
        raise _refused(path, "encoding-unknown", found=encoding[:40]) from None
    except UnicodeDecodeError as error:
        line = raw[: error.start].decode(encoding).count("\n") + 1
        raise _refused(path, "file-not-encoding", found=encoding[:40], line=line, position=error.start) from None
    except ValueError:  # codecs that refuse with what is no place in the file, names with a zero byte
        raise _refused(path, "encoding-unknown", found=encoding[:40].replace("\0", "␀")) from None


def _found(raw: bytes, path: str) -> str:
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return name
    if raw.startswith(_SPREADSHEETS):
        raise _refused(path, "file-spreadsheet")
    if b"\0" in raw:
        zeros = [raw[half:_SAMPLE:2].count(0) / max(1, len(raw[half:_SAMPLE:2])) for half in (0, 1)]
        if len(raw) % 2 or max(zeros) < 0.2 or min(zeros) > 0.05:
            raise _refused(path, "file-binary")
        return "utf-16-be" if zeros[0] > zeros[1] else "utf-16-le"
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as wrong:
        try:
            raw.decode("gb18030")
        except UnicodeDecodeError:
            raise _refused(path, "file-not-utf8", position=wrong.start) from None
        return "gb18030"
    return "utf-8"


def outside_text(path: str, encoding: str = "utf-8", most: int = MOST_BYTES) -> str:
    """Return the text of a plain file. Raises `InputError`."""
    return decoded(outside_bytes(path, most), path, encoding)


def outside_rows(path: Path, needed: tuple[str, ...]) -> list[tuple[int, dict[str, str]]]:
    """Return the rows of a small CSV file with their line numbers; all cells are text.

    Raises `InputError` where columns are missing or given twice, or a row has more cells than the header.
    """
    lines = outside_text(str(path)).splitlines(keepends=True)
    reader = csv.reader(lines, strict=True)
    rows: list[tuple[int, dict[str, str]]] = []
    problems: list[Problem] = []
    try:
        head = [cell.strip() for cell in next(reader, [])]
        problems += _of_head(str(path), head, needed)
        for cells in islice(reader, MOST_ROWS):
            if len(cells) > len(head):
                values: dict[str, object] = {"found": len(cells), "asked": len(head)}
                problems.append(Problem(f"{path.name}:{reader.line_num}", "table-row-broken", values))
            elif any(cells):
                filled = [*(cell.strip() for cell in cells), *[""] * (len(head) - len(cells))]
                rows.append((reader.line_num, dict(zip(head, filled, strict=True))))
    except csv.Error as error:
        problems.append(Problem(f"{path.name}:{reader.line_num}", "table-broken", {"reason": str(error)}))
    if problems:
        raise InputError(problems)
    return rows


def _of_head(path: str, head: list[str], needed: tuple[str, ...]) -> list[Problem]:
    lacking = [name for name in needed if name not in head]
    if lacking:
        return [Problem(path, "columns-missing", {"names": ", ".join(lacking)})]
    twice = sorted({name for name in head if name and head.count(name) > 1})
    return [Problem(path, "table-column-twice", {"columns": ", ".join(twice)})] if twice else []


def _refused(path: str, key: str, **values: object) -> InputError:
    return InputError([Problem(path[:200], key, values)])
