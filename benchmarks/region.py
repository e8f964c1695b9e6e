"""Regions: how time and memory grow with plants; the city of the examples with each of its plants many times."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.timing import Line

CITY = Path(__file__).parent.parent / "examples" / "city"
_RUN = """
import resource, sys, time
from ecdcalc import assess_region
found = assess_region(sys.argv[1])
assert not found.rejected
print(len(found.members), time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def lines(quick: bool) -> Iterator[Line]:
    (few, short, _), (many, long, most) = (_run(times) for times in ((1, 10) if quick else (10, 100)))
    yield Line(f"a region of {many} plants ÷ of {few}, processor time", f"{long / short:.1f} ×", "≤ 10", "")
    yield Line(f"a region of {many} plants, memory", f"{most:.0f} MiB", "≤ 512 at 3,800", "")


def _run(times: int) -> tuple[int, float, float]:
    """Return plants, seconds of the processor and the most memory of a process that reads and assesses the region."""
    with TemporaryDirectory() as folder:
        file = repeated(times, Path(folder))
        done = subprocess.run([sys.executable, "-c", _RUN, str(file)], check=True, capture_output=True, text=True)
    plants, seconds, memory = done.stdout.split()
    return int(plants), float(seconds), float(memory)


def repeated(times: int, folder: Path) -> Path:
    """Write the city with each of its plants so many times, under other names; return its file."""
    (folder / "plants").mkdir()
    for file in (CITY / "plants").glob("*.toml"):
        text = file.read_text(encoding="utf-8")
        for number in range(times):
            named = re.sub(r'^name = "(.*?)"', rf'name = "\1 {number}"', text, count=1, flags=re.MULTILINE)
            (folder / "plants" / f"{file.stem}-n{number}.toml").write_text(named, encoding="utf-8")
    text = (CITY / "city.toml").read_text(encoding="utf-8")
    listed = re.sub("^plants = .*", lambda found: found[0].replace(".toml", "-n*.toml"), text, flags=re.MULTILINE)
    target = folder / "city.toml"
    target.write_text(listed, encoding="utf-8")
    return target
