"""What does not add up between the processes of a plant: more is taken of a thing than the others make of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache

from ecdcalc.assessment.warnings.size import flat
from ecdcalc.assessment.warnings.warned import Warned, between, shown
from ecdcalc.model.evaluation import exists
from ecdcalc.model.plant import Case, Plant
from ecdcalc.numbers.compare import meets
from ecdcalc.numbers.ops import Number, is_missing
from ecdcalc.reference.balances import EVERY, Balance, Claim, balances

KEY = "warn-balance"
_Numbers = tuple[Case, str, Mapping[str, Number]]
"""A process: its place in the plant, its key, its numbers by their paths."""


def of_plant(plant: Plant) -> Iterator[Warned]:
    """Yield the balances that do not close before, and those after that do not close in another way."""
    processes = {state: [*_processes(plant, state)] for state in ("baseline", "reporting")}
    for balance in balances():
        before, after = (_ratio(state, found, balance) for state, found in processes.items())
        yield from _warned(balance, before)
        if before is None or after is None or before[1] != after[1]:
            yield from _warned(balance, after)


@cache
def _concerned() -> tuple[Set[str], Set[str]]:
    """Return the keys of processes that a balance is of, and the carriers that are balanced over all processes."""
    claims = [claim for balance in balances() for claim in (*balance.takes, *balance.makes)]
    carriers = {each.path.partition(".")[2] for each in claims if each.process == EVERY}
    return {each.process for each in claims}, carriers


def _processes(plant: Plant, state: str) -> Iterator[_Numbers]:
    """Yield the processes of a state that may stand in a balance."""
    keys, carriers = _concerned()
    for case in plant.cases:
        process = getattr(case, state)
        key, lines = process.about.key, getattr(process, "carriers", {})
        if exists(case, state) and (key in keys or carriers & lines.keys()):
            yield case, key, flat(process)


def _ratio(state: str, processes: Sequence[_Numbers], balance: Balance) -> tuple[str, float] | None:
    """Return the place of the first that takes, and what all take over what is made; None where that is not known."""
    takes, makes = (_found(processes, claims) for claims in (balance.takes, balance.makes))
    if not takes or not makes or any(is_missing(number) for _, number in (*takes, *makes)):
        return None
    taken, made = (sum(number for _, number in side) for side in (takes, makes))
    where = takes[0][0] if state == "baseline" else takes[0][0].replace(".", ".reporting.", 1)
    return (where, taken / made) if made > 0 and taken > 0 else None


def _found(processes: Sequence[_Numbers], claims: Sequence[Claim]) -> list[tuple[str, Number]]:
    return [each for process in processes for claim in claims for each in _numbers(*process, claim)]


def _numbers(case: Case, key: str, numbers: Mapping[str, Number], claim: Claim) -> Iterator[tuple[str, Number]]:
    """Yield place and amount of a claim in one process: of a carrier only what goes the way of the claim."""
    number = numbers.get(claim.path) if claim.process in (EVERY, key) else None
    if number is None:
        return
    if is_missing(number) or claim.process != EVERY or number * claim.sign > 0:
        yield f"{case.place}.{claim.path}", number * claim.sign


def _warned(balance: Balance, found: tuple[str, float] | None) -> Iterator[Warned]:
    if found is None:
        return
    place, ratio = found
    inside = (balance.low is None or meets(ratio, ">=", balance.low)) and (
        balance.high is None or meets(ratio, "<=", balance.high)
    )
    if not inside:
        takes, makes = (", ".join(map(str, side)) for side in (balance.takes, balance.makes))
        said = {"takes": takes, "makes": makes, "found": shown(ratio, balance.unit),
                "expected": between(balance.low, balance.high, balance.unit)}  # fmt: skip
        yield Warned(place, KEY, said, ratio, balance.low, balance.high, balance.unit, balance.source)
