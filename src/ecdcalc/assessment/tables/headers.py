"""The headers of a table: which columns are inputs of a process, in keys or in words, and in which units.

A unit stands in brackets, `coke [万t]`, `焦炭产量(万吨)` or `焦炭产量【万吨】`, in a row of units,
or in a mapping file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import evolve

from ecdcalc.assessment.tables.columns import CARRIERS, MEASURE, REPORTING, Column, inputs_of, label
from ecdcalc.assessment.tables.flows import by_volume, flow_of, net_and_gross
from ecdcalc.model.process import Field, Process
from ecdcalc.numbers.formula import outputs_of
from ecdcalc.numbers.units import Unit, kind_of, unit
from ecdcalc.read.keys import COVERS, HEAD, path_of
from ecdcalc.read.table import ROW_KEYS
from ecdcalc.read.workbook import STEP
from ecdcalc.reference.ranges import hard_bounds
from ecdcalc.words.errors import EcdcalcError, Problem, near
from ecdcalc.words.texts import Both

_RESULTS = ("baseline.", "saved.", "grade.", "gap.")
_SQUARE = re.compile(r"(?P<path>.+?)\s*[\[［【](?P<unit>[^\]］】]+)[\]］】]\s*$")
_ROUND = re.compile(r"(?P<path>.*?[^\s（(])\s*[（(](?P<unit>[^（()）]+)[)）]\s*$")
_NOTHING = "1"
_FOR_ALL = {
    **{
        key: Both(f"--{option}, or {key}= in Python", f"--{option}（Python 参数 {key}=）")
        for key in ("plan", "prices", "grid_year", "electricity_year", "coal_edition", "co2_guide")
        for option in [key.replace("_", "-")]
    },
    "economics": Both("--prices, or prices= in Python", "--prices（Python 参数 prices=）"),
    "month": Both("month= in Python", "Python 参数 month="),
    "gwp": Both("warming= in Python", "Python 参数 warming="),
}
"""How what stands at the head of a plant file is said for all rows of a table."""


def read_columns(
    cls: type[Process], names: Iterable[str], units: Mapping[str, str] | None = None
) -> tuple[list[Column], list[Problem]]:
    """Tell which columns are inputs of the process, and what is wrong with them.

    `units` gives units by column name, for tables without them in the header. Columns that are no inputs
    are left alone, but one that nearly is an input is a mistake.
    """
    inputs = inputs_of(cls)
    outputs = {label(name).lower() for name in outputs_of(cls)}
    found, problems = list[Column](), list[Problem]()
    for name in names:
        if name.startswith((f"{MEASURE}.", *_RESULTS)):  # see `measures.py`; or of a table of results
            continue
        bare, text = _parts(cls, name) or (name, (units or {}).get(name, ""))
        path = bare.removeprefix(REPORTING)
        if path not in inputs and not path.isascii():
            bare, path = _from_words(cls, bare)
        field = inputs.get(path) or flow_of(path, inputs)
        of_basis = CARRIERS in path and path.endswith(".basis")
        if of_basis or path == COVERS:
            problems.append(Problem(name, "basis-of-all" if of_basis else "covers-of-row", {}))
            continue
        if field is None and (head := _of_head(bare)):
            problems.append(_not_by_row(name, head))
            continue
        if field is None:
            of_results = path.lower() in outputs  # a column `reporting.` of a table of results
            guess = near(path, [*inputs]) if (_SQUARE.match(name) or bare != path) and not of_results else None
            if guess:
                problems.append(Problem(name, "unknown-key-near", {"near": guess}))
            continue
        try:
            bounds = hard_bounds(cls.about.key, path, field.unit, field.bounds)
            found.append(Column(name, path, evolve(field, bounds=bounds), _unit(name, path, field, text), bare != path))
        except EcdcalcError as error:
            problems.append(Problem(name, error.key, error.values))
    given = {column.path for column in found if not column.reporting} | {problem.place for problem in problems}
    problems += [*_twice(found)]
    problems += [
        Problem(path, "column-required", {"example": Both(*(_headed(each, field) for each in (path, field.zh)))})
        for path, field in inputs.items()
        if not field.optional and path not in given and CARRIERS not in path
    ]
    return found, problems


def _of_head(bare: str) -> str | None:
    """Return the key of the head of a plant file that a column is called after and no row says of itself, if any."""
    from ecdcalc.words.vocabulary.keys import KEYS

    plain = bare.strip().lower().replace("-", "_")
    return next((each for each in HEAD if each not in (*ROW_KEYS, "name") and plain in (each, KEYS[each][0])), None)


def _not_by_row(name: str, head: str) -> Problem:
    """Return the refusal of a column that would be left unread though it is meant to decide how its row is computed."""
    option = _FOR_ALL.get(head)
    return Problem(name, "column-of-table", {"option": option}) if option else Problem(name, "column-of-file", {})


def _parts(cls: type[Process], name: str) -> tuple[str, str] | None:
    """Return what stands before the unit of a header, and the unit; None where it has none.

    Round brackets hold a unit where their text is one, and the whole is not what an input is called.
    """
    if match := _SQUARE.match(name):
        return match["path"], match["unit"]
    match = _ROUND.match(name)
    return (match["path"], match["unit"]) if match and _is_unit(match["unit"]) and not path_of(cls, name) else None


def _is_unit(text: str) -> bool:
    try:
        unit(text)
    except EcdcalcError:
        return False
    return True


def _headed(name: str, field: Field) -> str:
    return f"{name} [{field.unit.text}]" if field.unit else name


def _from_words(cls: type[Process], bare: str) -> tuple[str, str]:
    """Return a header that is written in words, and its path; both as they are where it names no input.

    The words of a path may stand as in the rows of a workbook to fill in: `能源消费 / 电力`.
    """
    from ecdcalc.words.vocabulary.keys import KEYS

    given, bare = bare, ".".join(part.strip() for part in bare.split(STEP))
    heads = (*(f"{word}." for word in KEYS[REPORTING.rstrip(".")]), REPORTING)
    after = next((each for each in heads if bare.startswith(each)), "")
    path = COVERS if bare in KEYS[COVERS] else path_of(cls, bare.removeprefix(after))
    return (f"{REPORTING}{path}" if after else path, path) if path else (given, given)


def _twice(found: Sequence[Column]) -> Iterator[Problem]:
    """Yield what two columns give: the last would win without a word."""
    first: dict[tuple[str, bool], str] = {}
    for column in found:
        key = column.path, column.reporting
        if key in first:
            yield Problem(column.name, "column-twice", {"one": first[key], "other": column.name})
        first.setdefault(key, column.name)
    yield from (Problem(name, "carrier-net-and-gross", {}) for name in net_and_gross(first))


def _unit(name: str, path: str, field: Field, text: str) -> Unit | None:
    if field.unit is None:
        return None
    if not text and field.unit.needed:
        raise EcdcalcError("column-without-unit", example=f"{name} [{field.unit.text}]")
    given = unit(text or _NOTHING)
    if not given.same_kind(field.unit):
        if mass := by_volume(path, given, field.unit):
            return mass
        raise EcdcalcError(kind_of(given, field.unit), found=text or name, asked=field.unit.text)
    return given
