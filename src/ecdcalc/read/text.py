"""From a path or standard input to a TOML document: size, encoding, depth and numbers are checked here.

What a newcomer writes is told in plain words, with the line: the quotation marks and signs of a Chinese input method,
a Chinese key or a value without quotation marks, a date with slashes, a key given twice.
"""

from __future__ import annotations

import os
import re
import sys
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

from ecdcalc.reference.files import path_text
from ecdcalc.reference.outside import MOST_BYTES, absolute, decoded, outside_bytes
from ecdcalc.words.errors import InputError, Problem

__all__ = ["MOST_BYTES", "parsed", "read_document"]

LARGEST_WHOLE = 10**18
_DEEPEST = 30
_DOTTED = re.compile(r"(?:\.\s*+[\w-]++\s*+){40}")
_STRINGS = re.compile(r'"(?:[^"\\]|\\.)*+"|\'[^\']*+\'')
_LINE = re.compile(r"\(at (?:line (\d+), column \d+|end of document)\)")
_SLIPS = (
    (re.compile("[“”‘’「」＂＇]"), "toml-quotes"),
    (re.compile("[＝＃［］｛｝，．：；、。]"), "toml-wide-signs"),
    (re.compile("[\u3000\u00a0\u2002-\u200b\u202f]"), "toml-wide-blanks"),
    (re.compile("[０-９Ａ-Ｚａ-ｚ]"), "toml-wide-letters"),
    (re.compile(r"(?<![^\s\[{,.])\w*[^\x00-\x7f]\w*(?=\s*[=.\]])"), "toml-key"),
)
_DATE = re.compile(r"=\s*\d{4}[/.年]\d{1,2}")
_BARE = re.compile(r"^\s*[\w.\"'-]+\s*=\s*[^\s\"'\[{#]")
_COLON = re.compile(r"^\s*[\w-]+\s*:\s")


def read_document(
    path: str | os.PathLike[str], encoding: str = "utf-8", seen: dict[str, bytes] | None = None
) -> dict[str, Any]:
    """Return the document of a file: TOML (standard input for "-") or a workbook. Raises `InputError`.

    What was read is put into `seen`, by absolute path.
    """
    path = path_text(path)
    if path == "-":
        raw = sys.stdin.buffer.read(MOST_BYTES + 1)
        if len(raw) > MOST_BYTES:
            raise InputError([Problem(path, "file-too-large", {"most": MOST_BYTES // 1_000_000})])
    elif path.lower().endswith(".xlsx"):
        from ecdcalc.read.workbook import read_workbook, workbook_bytes

        raw = workbook_bytes(path)
        if seen is not None:
            seen[absolute(path)] = raw
        return read_workbook(path, raw)
    else:
        raw = outside_bytes(path)
        if seen is not None:
            seen[absolute(path)] = raw
    return parsed(decoded(raw, path, encoding), path)


def parsed(text: str, path: str) -> dict[str, Any]:
    """Return the document of a TOML text; nothing in it is too deep or too large a number. Raises `InputError`."""
    if _DOTTED.search(text):
        raise InputError([Problem(path, "file-too-deep", {"most": _DEEPEST})])
    try:
        document = tomllib.loads(text)
    except ValueError as error:  # also of Python, about numbers of very many digits
        raise InputError(_told(text, path, str(error))) from None
    except RecursionError:
        raise InputError([Problem(path, "file-too-deep", {"most": _DEEPEST})]) from None
    if problems := list(_beyond(document, path)):
        raise InputError(problems)
    return document


def _beyond(document: Mapping[str, Any], path: str) -> Iterator[Problem]:
    """Yield what is too deep or too large to be meant; nothing else is looked at."""
    left: list[tuple[str, Any, int]] = [("", document, 0)]
    while left:
        place, found, depth = left.pop()
        if depth > _DEEPEST:
            yield Problem(path, "file-too-deep", {"most": _DEEPEST})
            return
        if isinstance(found, Mapping):
            left += [(f"{place}.{key[:60]}" if place else key[:60], each, depth + 1) for key, each in found.items()]
        elif isinstance(found, list):
            left += [(f"{place}[{number}]", each, depth + 1) for number, each in enumerate(found)]
        elif isinstance(found, int) and abs(found) > LARGEST_WHOLE:
            yield Problem(place, "whole-number-extreme", {})


def _told(text: str, path: str, reason: str) -> list[Problem]:
    """Return what is wrong with a text that is not TOML: every line with a known slip, else the line that stops it."""
    lines = text.splitlines()
    found = [problem for number, line in enumerate(lines, 1) for problem in _wide(line, path, number)]
    if found:
        return found
    if "digits) for integer" in reason:
        return [Problem(path, "whole-number-extreme", {})]
    match = _LINE.search(reason)
    number = int(match[1]) if match and match[1] else len(lines) if match else 0
    line = lines[number - 1].strip() if 0 < number <= len(lines) else ""
    what = _LINE.sub("", reason).strip()[:200]
    values: dict[str, object] = {"line": number, "text": line[:80], "reason": what}
    return [Problem(path, _kind(line, what) if line else "file-not-toml", values)]


def _wide(line: str, path: str, number: int) -> Iterator[Problem]:
    plain = _STRINGS.sub('""', line).partition("#")[0]
    for form, key in _SLIPS:
        if match := form.search(plain):
            yield Problem(path, key, {"line": number, "text": line.strip()[:80], "found": match[0]})
            return


def _kind(line: str, reason: str) -> str:
    if "overwrite" in reason or "twice" in reason or "Duplicate" in reason or "already" in reason:
        return "toml-twice"
    if _DATE.search(line):
        return "toml-date"
    if _COLON.search(line):
        return "toml-colon"
    if "Invalid value" in reason or "Expected newline" in reason:
        return "toml-unquoted" if _BARE.search(line) else "file-not-toml-line"
    return "file-not-toml-line"
