"""`python -m tests.fuzz --count N [--door D] [--seed S]`: N inputs at each door; prints inputs, accepted, refused, slowest.

They are thrown in goes of a thousand, each with a seed of its own, so that a long run takes no more memory than a short one. The time of an
input is the processor's: others may use the machine.
"""

from __future__ import annotations

import argparse
import sys
import time
import traceback
from collections import Counter
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from ecdcalc.model.sector import sector, sectors
from ecdcalc.words.errors import EcdcalcError

sys.path.insert(0, str(Path(__file__).parents[1]))  # what several folders of tests use

from .inputs import DOORS

SLOW = 2.0
GO = 1000


class Found:
    """What became of the inputs at one door."""

    def __init__(self, door: str) -> None:
        self.door = door
        self.counts: Counter[str] = Counter()
        self.foreign: dict[str, str] = {}
        self.slowest = 0.0

    def throw(self, count: int, number: int) -> None:
        """Throw one go of inputs, the same for the same number."""

        @seed(number)
        @settings(
            max_examples=count,
            deadline=None,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(data=st.data())
        def go(data: st.DataObject) -> None:
            began = time.process_time()
            try:
                DOORS[self.door](data)
                self.counts["accepted"] += 1
            except EcdcalcError:
                self.counts["refused"] += 1
            except Exception as error:
                if type(error).__module__.startswith("hypothesis"):
                    raise
                frame = traceback.extract_tb(error.__traceback__)[-1]
                self.foreign.setdefault(
                    f"{type(error).__name__} at {frame.filename}:{frame.lineno}", traceback.format_exc()
                )
                self.counts["foreign"] += 1
            self.slowest = max(self.slowest, time.process_time() - began)

        go()


def run(door: str, count: int, first: int) -> int:
    """Throw inputs at one door; print the counts and every kind of foreign error; return how many kinds there are."""
    Found(door).throw(20, first)  # what is loaded once is not the time of an input
    found = Found(door)
    goes = 0
    while (thrown := found.counts.total()) < count and goes <= 2 * count // GO:
        found.throw(min(GO, count - thrown), first + goes)
        goes += 1
    counts = found.counts
    print(
        f"{door}: {counts.total()} inputs, {counts['accepted']} accepted, {counts['refused']} refused, "
        f"slowest {found.slowest:.2f} s of the processor",
        flush=True,
    )
    for kind, text in found.foreign.items():
        print(f"  FOREIGN {kind}\n{text}", flush=True)
    return len(found.foreign) + (found.slowest > SLOW)


def main() -> None:
    """Run the doors asked for; exit with 1 where an error is not our own, or an input took too long."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--door", choices=sorted(DOORS), action="append")
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    for each in sectors():
        sector(each)
    sys.exit(1 if sum(run(door, asked.count, asked.seed) for door in asked.door or DOORS) else 0)


if __name__ == "__main__":
    main()
