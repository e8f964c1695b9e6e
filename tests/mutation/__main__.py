"""`python -m tests.mutation --count N [--room R]`: N random mutants, the tests that run them, the score by room.

First `python -m tests.mutation --collect [TESTS]`: the suite once, or some of it, with what each test runs (`.mutation/`).
Then each mutant is written into a copy of the tree, the tests that run its lines are run, the keenest and quickest first, up to
the first that fails, in a process of its own, forked when the libraries are loaded. A mutant that hangs is dead too.
"""

from __future__ import annotations

import argparse
import compileall
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from .collect import FOLDER
from .mutants import Mutant, mutant, sites

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "ecdcalc"
ROOMS = ("numbers", "model", "reference", "equations", "read", "assessment", "decide", "plugins", "report", "cli")
APART = ("assessment/region", "assessment/tables")
FEW, MANY, LONG = 30, 400, 25.0
"""Tests of a first go, tests of the second, and seconds that these may take by the clock of the collecting run."""
KEEN = ("tests/test_kept_", "tests/test_golden.py::")
"""Tests that see almost any change of a number, an order or a word: they go first."""
DECLARED = ("tests/test_declared_inputs.py::", "tests/test_declared_outputs.py::")
"""Tests of what stands in the classes, which runs when these are made and not in any test."""
LIBRARIES = (
    "attrs",
    "click",
    "pint",
    "numpy",
    "narwhals",
    "polars",
    "pyarrow",
    "openpyxl",
    "jsonschema",
    "hypothesis",
    "pytest",
)


_PLAIN = ("-x", "-q", "-p", "no:cacheprovider", "--assert=plain", "--hypothesis-seed=0")
_SETTINGS = """
[run]
branch = True
source = ecdcalc
parallel = True
patch = subprocess, _exit
data_file = {data}
disable_warnings = no-data-collected, module-not-imported
"""
_BROKEN = 99
"""No code of pytest's own: it ends with 3 where a mutant breaks pytest itself, and that is noticed too."""


def room(file: Path) -> str:
    """Return the room of a file: a folder of the package, a plugin, or one of the two large ones of assessments."""
    parts = file.relative_to(SOURCE).parts
    two = "/".join(parts[:2])
    return two if two in APART or (parts[0] == "plugins" and len(parts) > 2) else parts[0]


def collect(folder: Path, tests: list[str]) -> None:
    """Run the suite once, or some of it, and keep which test runs which line."""
    folder = folder.resolve()
    folder.mkdir(exist_ok=True)
    for old in (*folder.glob("data*"), *folder.glob("times*.json")):
        old.unlink()
    settings = folder / "coveragerc"
    settings.write_text(_SETTINGS.format(data=folder / "data"), encoding="utf-8")
    covered = [sys.executable, "-m", "coverage", "run", f"--rcfile={settings}", "-m"]
    command = [*covered, "pytest", "-q", "-n", "auto", "--dist", "worksteal", "-p", "tests.mutation.collect", *tests]
    subprocess.run(command, cwd=ROOT, env={**os.environ, FOLDER: str(folder)}, check=False)
    combine = [sys.executable, "-m", "coverage", "combine", "-q", f"--rcfile={settings}"]
    subprocess.run(combine, cwd=ROOT, check=True)


class Known:
    """What the collecting run found: the tests of a line, and their times."""

    def __init__(self, folder: Path) -> None:
        self._data = [sqlite3.connect(each) for each in sorted(folder.glob("data*"))]
        self._times: dict[str, float] = {}
        for each in folder.glob("times*.json"):
            self._times |= json.loads(each.read_text(encoding="utf-8"))

    def tests(self, found: Mutant) -> tuple[list[str], list[str]]:
        """Return the tests that run a mutant: those that see most first, then the others; what takes too long is left out."""
        names = self._running(found) | self._mirrored(found.file)
        declared = [name for name in self._times if name.startswith(DECLARED)] if found.imported and names else []
        by_time = sorted(names, key=lambda each: self._times[each])
        keen = [each for each in by_time if each.startswith(KEEN)]
        one_each = {each.partition("[")[0]: each for each in reversed(by_time)}.values()
        quickest = sorted(one_each, key=lambda each: self._times[each])
        first = [*dict.fromkeys([*declared, *keen[: FEW // 3], *quickest[:FEW]])]
        left = LONG
        others = []
        for name in dict.fromkeys([*keen, *by_time]):
            if name not in first and len(others) < MANY and self._times[name] <= left:
                left -= self._times[name]
                others.append(name)
        return first, others

    def _running(self, found: Mutant) -> set[str]:
        """Return the tests that run the lines of a mutant, or its file where it is not in a body."""
        inside = (
            "" if found.imported else "and (abs(fromno) between :first and :last or abs(tono) between :first and :last)"
        )
        asked = {"path": f"%/src/{found.file.relative_to(SOURCE.parent)}", "first": found.first, "last": found.last}
        query = f"select distinct context from arc join file on file.id = file_id join context on context.id = context_id where path like :path {inside}"  # fmt: skip
        return {name for data in self._data for (name,) in data.execute(query, asked) if name in self._times}

    def _mirrored(self, file: Path) -> set[str]:
        """Return the tests that stand where the file stands: what is kept in memory, another test may have asked for."""
        at = f"tests/{file.relative_to(SOURCE).with_name(f'test_{file.stem}.py')}::"
        return {name for name in self._times if name.startswith(at)}


def survives(tests: list[str], tree: Path, seconds: float) -> bool:
    """Tell whether tests pass in a tree, in a process of their own."""
    child = os.fork()
    if not child:
        _run(tests, tree)
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            code = os.waitstatus_to_exitcode(status)
            if code == _BROKEN:
                raise RuntimeError((tree / "pytest.out").read_text(encoding="utf-8")[-2000:])
            return code == 0
        time.sleep(0.02)
    os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return False


def _run(tests: list[str], tree: Path) -> None:
    """Run tests, and end the process with what pytest says: never return."""
    code = _BROKEN
    try:
        os.setpgid(0, 0)
        os.chdir(tree)
        os.environ["PYTHONPATH"] = str(tree / "src")
        sys.path[:0] = [str(tree / "src"), str(tree)]
        for name in [each for each in sys.modules if each.partition(".")[0] in ("ecdcalc", "tests")]:
            del sys.modules[name]
        silent = os.open("pytest.out", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(silent, 1)
        os.dup2(silent, 2)
        import pytest

        code = int(pytest.main([*_PLAIN, *tests]))
        if code == pytest.ExitCode.USAGE_ERROR:  # a case is named by what the mutant has changed
            code = int(pytest.main([*_PLAIN, *dict.fromkeys(each.partition("[")[0] for each in tests)]))
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def sample(count: int, rooms: list[str], seed: int, least: int) -> Iterator[Mutant]:
    """Yield random mutants: of each room in proportion to its size, and not too few of a small one."""
    dice = random.Random(seed)
    found: dict[str, list] = {}
    for file in sorted(SOURCE.rglob("*.py")):
        if file.relative_to(SOURCE).parts[0] in ROOMS and (not rooms or room(file) in rooms):
            found.setdefault(room(file), []).extend(sites(file))
    whole = sum(map(len, found.values()))
    drawn = []
    for each in found.values():
        drawn += dice.sample(each, min(len(each), max(least, round(count * len(each) / whole))))
    dice.shuffle(drawn)
    yield from (mutant(each) for each in drawn[: max(count, least)])


def main() -> None:
    """Collect, or make mutants and print what became of them."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutation")
    parser.add_argument("--collect", action="store_true")
    parser.add_argument("tests", nargs="*", help="with --collect: what to run, the whole suite if nothing is named")
    parser.add_argument("--folder", type=Path, default=ROOT / ".mutation")
    parser.add_argument("--count", type=int, default=600)
    parser.add_argument("--least", type=int, default=15, help="mutants of the smallest room")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--room", action="append", default=[])
    asked = parser.parse_args()
    if asked.collect:
        collect(asked.folder, asked.tests)
        return
    for name in LIBRARIES:
        __import__(name)
    known = Known(asked.folder)
    killed: Counter[str] = Counter()
    made: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "tree"
        shutil.copytree(ROOT, tree, ignore=shutil.ignore_patterns(".git", ".venv", ".mutation", "__pycache__"))
        compileall.compile_dir(tree, quiet=2)  # what is not changed is not compiled for every mutant
        sys.dont_write_bytecode = True
        os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
        for each in sample(asked.count, asked.room, asked.seed, asked.least):
            where = room(each.file)
            alive = _try(each, known.tests(each), tree)
            made[where] += 1
            print(f"{made.total()} made, {killed.total()} killed before", end="\r", file=sys.stderr, flush=True)
            killed[where] += not alive
            if alive:
                print(f"ALIVE {each.file.relative_to(ROOT)}:{each.first} {each.change[:300]!r}", flush=True)
    for name in sorted(made):
        print(f"{name}: {killed[name]} of {made[name]} killed, {killed[name] / made[name]:.0%}")
    print(f"all: {killed.total()} of {made.total()} killed, {killed.total() / made.total():.1%}")


def _try(each: Mutant, tests: tuple[list[str], list[str]], tree: Path) -> bool:
    """Write a mutant, run its tests, put the file back; tell whether it lives."""
    file = tree / each.file.relative_to(ROOT)
    whole = file.read_text(encoding="utf-8")
    file.write_text(each.text, encoding="utf-8")
    try:
        return all(survives(some, tree, 4 * LONG) for some in tests if some)
    finally:
        file.write_text(whole, encoding="utf-8")


if __name__ == "__main__":
    main()
