"""One run at a time on one output: a file beside it is held by the process that writes there.

The operating system holds the lock and lets it go when the process ends, however it ends; so a lock that can be taken
is free, and what an ended process left behind is only its name in the file.
"""

from __future__ import annotations

import json
import os
import socket
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any

from ecdcalc.words.errors import InputError, Problem

if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        os.lseek(handle, 1 << 20, os.SEEK_SET)  # beyond what is written: that must stay readable
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def lock_of(target: Path) -> Path:
    """Return the file that is held while the target is written."""
    whole = target.resolve()
    return whole.with_name(f".{whole.name}.lock")


@contextmanager
def locked(targets: Iterable[Path], warn: Callable[[Problem], None]) -> Iterator[None]:
    """Hold the locks of some targets; `warn` is told of the runs that ended without giving theirs back.

    Raises `InputError` where another process holds one of them.
    """
    with ExitStack() as stack:
        for path in sorted({lock_of(each) for each in targets}):
            stack.enter_context(_held(path, warn))
        yield


@contextmanager
def _held(path: Path, warn: Callable[[Problem], None]) -> Iterator[None]:
    handle = _taken(path)
    try:
        if owner := _owner(handle):
            warn(Problem(str(path), "lock-taken-over", _said(owner)))
        text = json.dumps({"process": os.getpid(), "host": socket.gethostname(), "since": time.time()})
        os.ftruncate(handle, 0)
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, text.encode())
        yield
    finally:
        with suppress(PermissionError):  # a system that removes no open file keeps it, and its owner is gone
            path.unlink(missing_ok=True)  # while it is held: whoever opened it sees that it is no more the file there
        os.close(handle)


def _taken(path: Path) -> int:
    """Return the handle of a lock file that is held, and still is the file of that name."""
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            _take(handle)
        except (BlockingIOError, PermissionError):
            owner = _owner(handle)
            os.close(handle)
            raise InputError([Problem(str(path), "locked", _said(owner))]) from None
        with suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(handle), path.stat()):
                return handle
        os.close(handle)


def _owner(handle: int) -> dict[str, Any]:
    """Return what the owner wrote: nothing where the file was just made."""
    os.lseek(handle, 0, os.SEEK_SET)
    try:
        found = json.loads(os.read(handle, 1 << 12))
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _said(owner: dict[str, Any]) -> dict[str, object]:
    since = owner.get("since")
    when = time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(since)) if isinstance(since, (int, float)) else "?"
    return {"process": owner.get("process", "?"), "host": owner.get("host", "?"), "since": when}
