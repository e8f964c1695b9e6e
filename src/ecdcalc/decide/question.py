"""What is asked of a choice: targets, a level, reductions, a budget, what to keep and what to leave out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import field, frozen

from ecdcalc.model.evaluation import POLLUTANTS
from ecdcalc.numbers.units import read_quantity
from ecdcalc.words.errors import EcdcalcError, InputError, Problem, near

COST, ENERGY, CO2 = "cost", "energy", "CO2"
LEAST = (COST, ENERGY, CO2)
LEVELS = (1, 2, 3)
REDUCED = {"energy": "tce", **dict.fromkeys(POLLUTANTS.values(), "t")}
_OUTPUT = {"energy": "energy", **{label: name for name, label in POLLUTANTS.items()}}


MIDDLE = 0.5
"""With less than even odds nothing is asked for."""
USUAL_DRAWS, LEAST_DRAWS, MOST_DRAWS = 1_000, 100, 1_000_000


@frozen
class Confidence:
    """With which probability what is asked has to be reached, each for itself or all together, and by how many draws.

    Without a share nothing is chosen by it: how likely the choice reaches what is asked is told alone.
    """

    share: float | None = None
    together: bool = False
    draws: int = USUAL_DRAWS
    seed: int = 1


@frozen
class Question:
    """What a choice has to reach and may spend, in base units."""

    targets: tuple[str, ...] = ()
    level: int | None = None
    reduce: Mapping[str, float] = field(factory=dict)
    budget: float | None = None
    years: tuple[int, ...] = ()
    yearly: float | None = None
    least: str = COST
    keep: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    alternatives: int = 3
    share: float = 0.05
    curve: str = "co2"
    hold: bool = False
    unpriced: bool = False
    counties: str = ""
    """The method by which each county of a region has to bring what it is handed down; empty: the region as a whole."""
    dual_control: bool = False
    """Whether a region and its counties have to keep to the total energy that dual control leaves."""
    seconds: float = 60.0
    confidence: Confidence | None = None


def read_question(
    *,
    targets: Sequence[str] = (),
    level: int | None = None,
    reduce: Sequence[str] = (),
    budget: str = "",
    years: str = "",
    yearly: str = "",
    least: str = COST,
    keep: Sequence[str] = (),
    without: Sequence[str] = (),
    alternatives: int = 3,
    curve: str = "CO2",
    hold: bool = False,
    unpriced: bool = False,
    counties: str = "",
    confidence: str = "",
    together: bool = False,
    draws: int | None = None,
    seed: int | None = None,
    dual_control: bool = False,
) -> Question:
    """Read what is asked from texts. Raises `InputError` with every mistake."""
    problems: list[Problem] = []
    wanted = _reductions(reduce, problems)
    money = {
        key: _number(text, "CNY", f"--{key}", problems) if text else None
        for key, text in (("budget", budget), ("yearly-budget", yearly))
    }
    for key, spend in money.items():
        if spend is not None and spend < 0:
            said = {"found": f"{spend:g}", "sign": ">=", "bound": "0", "unit": "CNY"}
            problems.append(Problem(f"--{key}", "out-of-bounds", {**said}))
    span = _years(years, problems)
    if bool(years) != bool(yearly):
        problems.append(Problem("--years", "choose-years", {}))
    if level is not None and level not in LEVELS:
        problems.append(Problem("--level", "not-an-option", {"found": str(level), "options": "1, 2, 3"}))
    if curve not in _OUTPUT:
        problems.append(Problem("--curve", "not-an-option", {"found": curve[:40], "options": ", ".join(_OUTPUT)}))
    if least not in LEAST:
        problems.append(Problem("--least", "not-an-option", {"found": least[:40], "options": ", ".join(LEAST)}))
    chance = _confidence(confidence, together, draws, seed, problems)
    problems += [Problem("--keep", "choose-keep-without", {"found": each}) for each in sorted({*keep} & {*without})]
    if problems:
        raise InputError(problems)
    return Question(
        targets=tuple(each.lower() for each in targets),
        level=level,
        reduce=wanted,
        budget=money["budget"],
        years=span,
        yearly=money["yearly-budget"],
        least=least,
        keep=tuple(keep),
        without=tuple(without),
        alternatives=alternatives,
        curve=_OUTPUT[curve],
        hold=hold,
        unpriced=unpriced,
        counties=counties,
        dual_control=dual_control,
        confidence=chance,
    )


def _confidence(
    text: str, together: bool, draws: int | None, seed: int | None, problems: list[Problem]
) -> Confidence | None:
    """Return with which probability is chosen, and with how many draws is told how it stands; None without either."""
    share = _number(text, "%", "--confidence", problems) if text else None
    if share is not None and not MIDDLE <= share < 1:
        problems.append(Problem("--confidence", "confidence-share", {"found": text[:40]}))
    if together and not text:
        problems.append(Problem("--together", "confidence-alone", {}))
    if seed is not None and draws is None and not text:
        problems.append(Problem("--seed", "chance-seed-alone", {}))
    if not text and draws is None:
        return None
    number, first = USUAL_DRAWS if draws is None else draws, 1 if seed is None else seed
    if not LEAST_DRAWS <= number <= MOST_DRAWS:
        values = {"found": number, "least": LEAST_DRAWS, "most": MOST_DRAWS}
        problems.append(Problem("--draws", "chance-draws", {**values}))
    if first < 0:
        problems.append(Problem("--seed", "chance-seed", {"found": first}))
    return Confidence(share, together, number, first)


def _years(text: str, problems: list[Problem]) -> tuple[int, ...]:
    """Return the years of a span such as 2026-2030."""
    first, _, last = text.partition("-")
    if not text:
        return ()
    years = all(each.isdecimal() and len(each) == 4 for each in (first, last))
    if not years or not 1990 <= int(first) <= int(last) <= 2100:
        problems.append(Problem("--years", "choose-years-span", {"found": text[:40]}))
        return ()
    return tuple(range(int(first), int(last) + 1))


def _reductions(texts: Sequence[str], problems: list[Problem]) -> dict[str, float]:
    """Return how much of each output is to be saved, as NAME=AMOUNT says; mistakes are noted."""
    wanted: dict[str, float] = {}
    for text in texts:
        name, given, amount = text.partition("=")
        if not given:
            problems.append(Problem("--reduce", "reduce-form", {"found": text[:40]}))
            continue
        label = near(name.strip(), [*REDUCED]) if name.strip() not in REDUCED else name.strip()
        if name.strip().lower() not in {each.lower() for each in REDUCED}:
            options = ", ".join(REDUCED)
            problems.append(Problem("--reduce", "not-an-option", {"found": name.strip()[:40], "options": options}))
            continue
        output = _OUTPUT[label or name.strip()]
        if output in wanted:
            problems.append(Problem("--reduce", "reduce-twice", {"found": label or name.strip()}))
        value = _number(amount, of := REDUCED[label or name.strip()], "--reduce", problems)
        if value is not None and value < 0:
            said = {"found": amount.strip()[:40], "sign": ">=", "bound": "0", "unit": of}
            problems.append(Problem("--reduce", "out-of-bounds", {**said}))
        elif value is not None:
            wanted[output] = value
    return wanted


def _number(text: str, like: str, place: str, problems: list[Problem]) -> float | None:
    try:
        found = read_quantity(text.strip(), like)
    except EcdcalcError as error:
        problems.append(Problem(place, error.key, error.values))
        return None
    if found.low is not None:
        problems.append(Problem(place, "range-not-here", {"found": text.strip()[:40]}))
        return None
    return found.value
