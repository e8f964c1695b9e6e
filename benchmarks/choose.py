"""How long a choice takes to be proven: `python -m benchmarks.choose`. Invented plants, each set run beforehand."""

from __future__ import annotations

import random
import time

from ecdcalc.decide.program import Aim, Option, Program

CASES = (
    ("41 processes × 6 measures × 5 targets, proven", 41, 6, 0.0, 10),
    ("1 000 × 5 × 5, within 0.1 %", 1000, 5, 1e-3, 60),
)
AIMS = 5


def invented(processes: int, measures: int) -> tuple[list[list[Option]], list[Aim]]:
    """Every set of some measures at each process; each measure takes a little from the others."""
    dice = random.Random(7)
    cases = []
    for _ in range(processes):
        rows = [(dice.uniform(1, 100), [max(dice.gauss(1, 1), 0.0) for _ in range(AIMS)]) for _ in range(measures)]
        options = []
        for mask in range(2**measures):
            on = [row for number, row in enumerate(rows) if mask >> number & 1]
            keeps = 0.95 ** max(len(on) - 1, 0)
            brings = {f"a{aim}": keeps * sum(row[1][aim] for row in on) for aim in range(AIMS)}
            cost = sum(row[0] for row in on)
            options.append(Option(str(mask), cost, cost, brings))
        cases.append(options)
    most = [sum(max(option.brings[f"a{aim}"] for option in case) for case in cases) for aim in range(AIMS)]
    return cases, [Aim(f"a{aim}", 0.6 * total, total) for aim, total in enumerate(most)]


def main() -> None:
    print("| what | seconds | processor seconds | asked | gap left |\n|---|---|---|---|---|")
    for what, processes, measures, gap, asked in CASES:
        cases, aims = invented(processes, measures)
        start, busy = time.perf_counter(), time.process_time()
        found = Program(cases, aims, None, 60.0, gap).solve()
        took, worked = time.perf_counter() - start, time.process_time() - busy
        print(f"| {what} | {took:.1f} | {worked:.1f} | ≤ {asked} | {100 * found.gap:.3f} % |")


if __name__ == "__main__":
    main()
