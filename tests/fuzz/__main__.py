"""`python -m tests.fuzz --count N [--door D]`: N inputs at each door; prints inputs, accepted, refused, slowest."""

from __future__ import annotations

import argparse
import sys
import time
import traceback
from collections import Counter
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from ecdcalc.model.sector import sector, sectors
from ecdcalc.words.errors import EcdcalcError

sys.path.insert(0, str(Path(__file__).parents[1]))  # what several folders of tests use

from .inputs import DOORS

SLOW = 2.0


def run(door: str, count: int) -> int:
    """Throw inputs at one door; print the counts and every kind of foreign error; return how many kinds there are."""
    counts: Counter[str] = Counter()
    foreign: dict[str, str] = {}
    slowest = 0.0

    @settings(
        max_examples=count,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(data=st.data())
    def throw(data: st.DataObject) -> None:
        nonlocal slowest
        began = time.monotonic()
        try:
            DOORS[door](data)
            counts["accepted"] += 1
        except EcdcalcError:
            counts["refused"] += 1
        except Exception as error:
            if type(error).__module__.startswith("hypothesis"):
                raise
            frame = traceback.extract_tb(error.__traceback__)[-1]
            foreign.setdefault(f"{type(error).__name__} at {frame.filename}:{frame.lineno}", traceback.format_exc())
            counts["foreign"] += 1
        slowest = max(slowest, time.monotonic() - began)

    throw()
    total = sum(counts.values())
    print(
        f"{door}: {total} inputs, {counts['accepted']} accepted, {counts['refused']} refused, slowest {slowest:.2f} s"
    )
    for kind, text in foreign.items():
        print(f"  FOREIGN {kind}\n{text}")
    return len(foreign) + (slowest > SLOW)


def main() -> None:
    """Run the doors asked for; exit with 1 where an error is not our own, or an input took too long."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--door", choices=sorted(DOORS), action="append")
    asked = parser.parse_args()
    for each in sectors():  # what is loaded once is not the time of an input
        sector(each)
    sys.exit(1 if sum(run(door, asked.count) for door in asked.door or DOORS) else 0)


if __name__ == "__main__":
    main()
