"""From a path or standard input to text: size, encoding and TOML are checked here, with clear messages."""

from __future__ import annotations

import os
import sys
import tomllib
from pathlib import Path
from typing import Any

from ecdcalc.reference.files import path_text
from ecdcalc.words.errors import InputError, Problem, unreadable

MOST_BYTES = 5_000_000


def read_document(path: str | os.PathLike[str], encoding: str = "utf-8") -> dict[str, Any]:
    """Return the TOML document of a file, or of standard input for "-". Raises `InputError`."""
    path = path_text(path)
    text = _decoded(_bytes(path), path, encoding)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _problem(path, "file-not-toml", reason=str(error)) from None
    except RecursionError:
        raise _problem(path, "file-not-toml", reason="nested too deeply") from None


def _bytes(path: str) -> bytes:
    if path == "-":
        raw = sys.stdin.buffer.read(MOST_BYTES + 1)
    else:
        file = Path(path)
        if file.is_dir():
            raise _problem(path, "file-directory")
        if not file.exists():
            raise _problem(path, "file-missing")
        try:
            with file.open("rb") as opened:
                raw = opened.read(MOST_BYTES + 1)
        except OSError as error:
            raise InputError([unreadable(path, error)]) from None
    if len(raw) > MOST_BYTES:
        raise _problem(path, "file-too-large", most=MOST_BYTES // 1_000_000)
    return raw


def _decoded(raw: bytes, path: str, encoding: str) -> str:
    if b"\0" in raw:
        raise _problem(path, "file-binary")
    try:
        return raw.decode("utf-8-sig" if encoding.lower() in ("utf-8", "utf8") else encoding)
    except LookupError:
        raise _problem(path, "encoding-unknown", found=encoding[:40]) from None
    except UnicodeDecodeError as error:
        raise _problem(path, "file-not-utf8", position=error.start) from None


def _problem(path: str, key: str, **values: object) -> InputError:
    return InputError([Problem(path, key, values)])
