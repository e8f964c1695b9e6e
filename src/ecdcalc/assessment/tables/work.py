"""The work folder of a run: its parts, what each says of its rows, and how the results come under their names.

A part is done where its note stands: how many rows it read, wrote and set aside. The note is written last, and is
believed only while the files of the part hold as many rows as it says.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from attrs import asdict, frozen

from ecdcalc.read.table import ARROW, scan
from ecdcalc.words.errors import InputError, Problem

RESULTS, REJECTS = "results", "rejects"
KINDS = (RESULTS, REJECTS)
DRAFT = ".draft"
"""The suffix of a file while it is written."""
RAGGED = "ragged"
"""The part of the rows that have too few or too many cells."""
_NOTES, _RUN, _READY = "notes", "run.json", "ready.json"


@frozen
class Count:
    """Rows of a part, or of all: read, written, set aside."""

    read: int
    out: int
    aside: int


@frozen
class Move:
    """A file or folder of the work folder and the name under which it appears, with what it was when it was made."""

    draft: str
    target: str
    look: list[list[Any]]


@frozen
class Work:
    """The work folder beside an output."""

    folder: Path
    is_output: bool = False
    """Whether the results of the parts are the output, as they are."""

    @property
    def receipt(self) -> Path:
        """What a finished run leaves beside its output: of which run it is, its counts, and how its files look."""
        return self.folder.with_suffix(".done")

    @property
    def _spent(self) -> Path:
        """The name that the folder has once it is no longer needed."""
        return self.folder.with_suffix(".spent")

    def file(self, kind: str, part: str) -> Path:
        """A file of a part."""
        return self.folder / kind / f"part-{part}{'.parquet' if self.is_output and kind == RESULTS else ARROW}"

    def prepare(self, stamp: str, *, resume: bool) -> None:
        """Make the folder; parts that are there already stay only if they are of the same run."""
        shutil.rmtree(self._spent, ignore_errors=True)
        if self.folder.exists():
            if resume and not self._is_of(stamp):
                raise InputError([Problem(str(self.folder), "resume-differs", {})])
            if not resume:
                self.remove()
        for kind in (*KINDS, _NOTES):
            (self.folder / kind).mkdir(parents=True, exist_ok=True)
        _put(self.folder / _RUN, stamp)

    def remove(self) -> None:
        """Take the folder away: under its name at once, so that a kill in between leaves no half of it."""
        shutil.rmtree(self._spent, ignore_errors=True)
        if self.folder.exists():
            self.folder.rename(self._spent)
            shutil.rmtree(self._spent)

    def note(self, part: str, count: Count) -> None:
        """Say that the files of a part are there."""
        _put(self._note(part), json.dumps(asdict(count)))

    def parts(self) -> list[str]:
        """Return the parts that are noted, in order."""
        return sorted(path.stem for path in (self.folder / _NOTES).glob("*.json"))

    def is_done(self, part: str, size: int) -> bool:
        """Tell whether a part is noted and its files hold what the note says."""
        return self._note(part).exists() and not self._wrong(part, size)

    def counted(self, sizes: Mapping[str, int], rows: int) -> Count:
        """Return the rows of all parts, counted in their files.

        Raises `InputError` where they are not what the notes say, or where the sums do not hold: rows in = rows out +
        rows set aside.
        """
        lost = [problem for part, size in sizes.items() for problem in self._wrong(part, size)]
        there = (path for kind in KINDS for path in (self.folder / kind).iterdir() if path.suffix != DRAFT)
        odd = {path.stem.removeprefix("part-") for path in there}
        lost += [Problem(str(self.folder / f"part-{part}"), "rows-unknown", {}) for part in sorted(odd - {*sizes})]
        if lost:
            raise InputError(lost)
        found = [self._read(part) for part in sizes]
        total = Count(*(sum(getattr(each, name) for each in found) for name in ("read", "out", "aside")))
        check_sum(self.folder, total, Count(rows, total.out, rows - total.out))
        return total

    def _note(self, part: str) -> Path:
        return self.folder / _NOTES / f"{part}.json"

    def _read(self, part: str) -> Count:
        return Count(**json.loads(self._note(part).read_text(encoding="utf-8")))

    def _wrong(self, part: str, size: int) -> list[Problem]:
        """Return what does not hold of a part."""
        if not self._note(part).exists():
            return [Problem(str(self._note(part)), "rows-unknown", {})]
        said = self._read(part)
        asked = {RESULTS: said.out, REJECTS: said.aside} if part != RAGGED else {REJECTS: said.aside}
        pairs = [(self.file(kind, part), rows_of(self.file(kind, part)), rows) for kind, rows in asked.items()]
        pairs += [(self._note(part), said.read, size), (self._note(part), said.out + said.aside, said.read)]
        return [
            Problem(str(path), "rows-lost", {"found": "?" if found is None else found, "asked": rows})
            for path, found, rows in pairs
            if found != rows
        ]

    # -------------------------------------------------------------- the end of a run

    def ready(self, stamp: str, count: Count, moves: Iterable[tuple[Path, Path]]) -> None:
        """Note that everything is made and counted: what is left is to let it appear."""
        made = [asdict(Move(str(draft), str(target), look(draft))) for draft, target in moves]
        _put(self.folder / _READY, json.dumps({"stamp": stamp, "count": asdict(count), "moves": made}))

    def appear(self) -> Count:
        """Let the files appear under their names, leave the receipt, and take the folder away.

        Raises `InputError` where a file that has appeared before is not what it was.
        """
        found = json.loads((self.folder / _READY).read_text(encoding="utf-8"))
        moves = [Move(**each) for each in found["moves"]]
        gone = [each for each in moves if not Path(each.draft).exists() and look(Path(each.target)) != each.look]
        if gone:
            raise InputError([Problem(each.target, "output-changed", {}) for each in gone])
        for each in moves:
            if Path(each.draft).exists():
                Path(each.draft).replace(each.target)
        (self.folder / _READY).replace(self.receipt)
        self.remove()
        return Count(**found["count"])

    def is_ready(self, stamp: str) -> bool:
        """Tell whether a run with that stamp stopped when all was made."""
        return _stamp_of(self.folder / _READY) == stamp

    def finished(self, stamp: str) -> Count | None:
        """Return the rows of a run with that stamp that is over, if its files are as it left them; tidy up after it."""
        if _stamp_of(self.receipt) != stamp or (self.folder.exists() and not self._is_of(stamp)):
            return None
        found = json.loads(self.receipt.read_text(encoding="utf-8"))
        if any(look(Path(each["target"])) != each["look"] for each in found["moves"]):
            return None
        self.remove()
        return Count(**found["count"])

    def _is_of(self, stamp: str) -> bool:
        note = self.folder / _RUN
        return note.exists() and note.read_text(encoding="utf-8") == stamp


def check_sum(place: Path, found: Count, asked: Count) -> None:
    """Raise `InputError` where rows were lost or are there twice."""
    if found != asked:
        said, wanted = ("{read} = {out} + {aside}".format(**asdict(each)) for each in (found, asked))
        raise InputError([Problem(str(place), "rows-lost", {"found": said, "asked": wanted})])


def rows_of(path: Path) -> int | None:
    """Return the rows that a Parquet or Arrow file holds, None where it is broken or not there."""
    import polars

    try:
        found: int = scan(path).select(polars.len()).collect().item()
    except (polars.exceptions.PolarsError, OSError):
        return None
    return found


def look(path: Path) -> list[list[Any]]:
    """Return how a file, or each file of a folder, looks from outside: name, size, time."""
    files: Sequence[Path] = sorted(path.rglob("*")) if path.is_dir() else [path] if path.exists() else []
    return [
        [str(each.relative_to(path)), each.stat().st_size, each.stat().st_mtime_ns] for each in files if each.is_file()
    ]


def _stamp_of(path: Path) -> str:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ""
    return str(found.get("stamp", "")) if isinstance(found, dict) else ""


def _put(path: Path, text: str) -> None:
    draft = path.with_suffix(".draft")
    draft.write_text(text, encoding="utf-8")
    draft.replace(path)
