"""What is wrong with the data that a plugin brings: every row, every file, each with its place.

A plugin's ids carry its name, so that none can be taken for one of ours or of another plugin; what they cite is
described in `sources.toml`; its units can be read. A plugin with a mistake is left out whole.
"""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from ecdcalc.numbers.units import unit
from ecdcalc.reference import costs, factors, limits, measures
from ecdcalc.reference.emission_limits import emission_rows
from ecdcalc.reference.files import Folder, folders
from ecdcalc.reference.plan import ID
from ecdcalc.words.errors import EcdcalcError, Problem, near

Row = dict[str, str]
_LIMITS = ("id", "zh", "en", "indicator", "unit", "level1", "level2", "level3", "standard", "clause", "confidence")
_EMISSION = ("id", "zh", "en", "pollutant", "value", "unit", "oxygen", "limit_type", "applicability", "standard",
             "clause", "confidence", "note")  # fmt: skip
_DESCRIBED = ("title", "en", "kind")
_KNOWN = {
    "": ("factors", "limits", "measures", "plans", "sources.toml", "texts.toml"),
    "limits": ("energy.csv", "earlier.csv", "emission.csv", "indicators.csv"),
}
_ENDINGS = {"factors": ".csv", "measures": ".csv", "plans": ".toml"}


def data_problems(folder: Folder) -> list[Problem]:
    """Return everything that is wrong with a plugin's data."""
    found = [*_files(folder)]
    try:
        sources = tomllib.loads(folder.text("sources.toml"))
        found += _documents(folder, sources)
        cited = {**factors.documents(), **sources}
        found += [*_factors(folder, cited), *_limits(folder, cited), *_emission(folder, cited)]
        found += [*_measures(folder, cited), *_costs(folder, cited), *_plans(folder, cited), *_texts(folder)]
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, csv.Error) as error:
        found.append(Problem(f"{folder.owner} data", "plugin-data-file", {"reason": str(error)}))
    return found


NOT_GRADED = "not graded:"
"""How the note of a limit begins that no process of the plugin is held against: what follows says why."""


def unexplained(folder: Folder, used: Iterable[str]) -> Iterator[Problem]:
    """Yield the limits that nothing uses and that do not say why, and the values of grade C that do not say whence."""
    for name in ("energy.csv", "emission.csv"):
        for place, row in _table(folder, ("id", "note"), "limits", name):
            if isinstance(row, dict) and row["id"] not in used and not row["note"].startswith(NOT_GRADED):
                yield Problem(f"{place} note", "plugin-limit-unused", {"found": row["id"], "begin": NOT_GRADED})
    inner = {"factors": "note", "measures": "basis", "limits": "note"}
    for path, column in [((each, name), column) for each, column in inner.items() for name in folder.names(each)]:
        id, why = ("measure_id", "note") if path[1] == measures.COSTS else ("id", column)
        if path[1] != "indicators.csv":
            for place, row in _table(folder, (id, why), *path):
                if isinstance(row, dict) and row.get("confidence") == "C" and not row[why]:
                    yield Problem(f"{place} {why}", "plugin-grade-c", {"found": row[id]})


def data_texts(folder: Folder) -> dict[str, tuple[str, str]]:
    """Return the messages of `texts.toml`, English and Chinese by key; those that `data_problems` tells are left."""
    try:
        found = tomllib.loads(folder.text("texts.toml"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        return {}
    wrong = {each.place.split()[-1].partition(".")[0] for each in _texts(folder)}
    return {key: (each["en"], each["zh"]) for key, each in found.items() if key not in wrong}


def _files(folder: Folder) -> Iterator[Problem]:
    """Yield the files that nobody reads: a name that is written wrong would be lost without a word."""
    if not folder.root.is_dir():
        yield Problem(f"{folder.owner} data", "plugin-data-none", {"package": folder.package})
        return
    for inner, known in _KNOWN.items():
        for name in folder.names(inner):
            if name not in known and not name.startswith(("_", ".", "README")):
                place = f"{folder.owner} data/{inner}/{name}".replace("//", "/")
                yield Problem(place, "plugin-data-unknown", {"near": near(name, known) or ", ".join(known)})
    for inner, ending in _ENDINGS.items():
        for name in folder.names(inner):
            if not name.endswith(ending):
                yield Problem(f"{folder.owner} data/{inner}/{name}", "plugin-data-unknown", {"near": f"*{ending}"})


def _others(folder: Folder) -> tuple[Folder, ...]:
    return tuple(each for each in folders() if each.owner != folder.owner)


def _named(folder: Folder, id: str, taken: Iterable[str], place: str) -> Iterator[Problem]:
    """Yield whether an id does not carry the plugin's name, or is another's."""
    if id in taken:
        yield Problem(place, "plugin-data-taken", {"found": id})
    elif not folder.carries(id):
        yield Problem(place, "plugin-data-name", {"found": id, "name": folder.owner})


def _table(folder: Folder, columns: Iterable[str], *path: str) -> Iterator[tuple[str, Row | Problem]]:
    """Yield the rows of a file with their places; a file without its columns is one problem."""
    place = f"{folder.owner} data/{'/'.join(path)}"
    text = folder.text(*path)
    if not text:
        return
    reader = csv.DictReader(io.StringIO(text))
    lacking = [name for name in columns if name not in (reader.fieldnames or ())]
    if lacking:
        yield place, Problem(place, "columns-missing", {"names": ", ".join(lacking)})
        return
    for number, row in enumerate(reader, 2):
        here = f"{place}:{number}"
        if None in row or None in row.values():
            yield here, Problem(here, "plugin-data-cells", {})
        else:
            yield here, {key: value or "" for key, value in row.items()}


def _rows(
    folder: Folder, columns: Iterable[str], path: tuple[str, ...], look: Callable[[Row, str], Iterator[Problem]]
) -> Iterator[Problem]:
    """Yield what `look` finds in each row of a file, and the ids that stand twice."""
    seen: set[str] = set()
    for place, row in _table(folder, columns, *path):
        if isinstance(row, Problem):
            yield row
            continue
        if row["id"] in seen:
            yield Problem(f"{place} id", "name-twice", {"found": row["id"]})
        seen.add(row["id"])
        yield from look(row, place)


def _cites(cited: Iterable[str], document: str, place: str) -> Iterator[Problem]:
    if document not in cited:
        values = {"found": document, "near": near(document, [*cited]) or "data/sources.toml"}
        yield Problem(place, "plugin-data-document", {**values})


def _graded(row: Row, place: str) -> Iterator[Problem]:
    if row["confidence"] not in factors.GRADES:
        yield Problem(f"{place} confidence", "not-an-option", {"found": row["confidence"], "options": "A, B, C"})


def _readable(text: str, place: str) -> Iterator[Problem]:
    try:
        unit(text)
    except EcdcalcError as error:
        yield Problem(place, error.key, error.values)


def _finite(row: Row, names: Iterable[str], place: str) -> Iterator[Problem]:
    for name in names:
        if row[name]:
            try:
                good = abs(float(row[name])) < float("inf")
            except ValueError:
                good = False
            if not good:
                yield Problem(f"{place} {name}", "not-a-number", {"found": row[name]})


def _labelled(row: Row, place: str) -> Iterator[Problem]:
    for name in ("zh", "en"):
        if not row[name]:
            yield Problem(f"{place} {name}", "required", {"example": "…"})


def _factors(folder: Folder, cited: Iterable[str]) -> Iterator[Problem]:
    taken = {name.removesuffix(".csv") for each in _others(folder) for name in each.names("factors")}

    def look(row: Row, place: str) -> Iterator[Problem]:
        yield from factors.row_problems(row, place)
        yield from _labelled(row, place)
        if row["document"]:
            yield from _cites(cited, row["document"], f"{place} document")

    for name in folder.names("factors"):
        yield from _named(folder, name.removesuffix(".csv"), taken, f"{folder.owner} data/factors/{name}")
        yield from _rows(folder, factors.COLUMNS, ("factors", name), look)


def _limits(folder: Folder, cited: Iterable[str]) -> Iterator[Problem]:
    names = ("energy.csv", "earlier.csv")
    taken = {row["id"] for each in _others(folder) for name in names for row in each.rows("limits", name)}

    def look(row: Row, place: str) -> Iterator[Problem]:
        yield from _named(folder, row["id"], taken, f"{place} id")
        yield from limits.limit_problems(row, place)
        yield from _labelled(row, place)
        yield from _cites(cited, row["standard"], f"{place} standard")
        yield from _graded(row, place)

    for name in names:
        yield from _rows(folder, _LIMITS, ("limits", name), look)


def _emission(folder: Folder, cited: Iterable[str]) -> Iterator[Problem]:
    taken = {id for id, row in emission_rows().items() if row["origin"] != folder.owner}

    def look(row: Row, place: str) -> Iterator[Problem]:
        yield from _named(folder, row["id"], taken, f"{place} id")
        yield from _readable(row["unit"], f"{place} unit")
        yield from _finite(row, ("value", "oxygen"), place)
        yield from _labelled(row, place)
        yield from _cites(cited, row["standard"], f"{place} standard")
        yield from _graded(row, place)

    yield from _rows(folder, _EMISSION, ("limits", "emission.csv"), look)


def _measures(folder: Folder, cited: Iterable[str]) -> Iterator[Problem]:
    others = [*_others_rows(folder)]
    taken = {row["id"] for row in others} | {row["slug"] for row in others}
    numbers = ("saving_low", "saving_typ", "saving_high", "capex_low", "capex_high", "life_years")

    def look(row: Row, place: str) -> Iterator[Problem]:
        for name in ("id", "slug"):
            yield from _named(folder, row[name], taken, f"{place} {name}")
        yield from _readable(row["saving_unit"], f"{place} saving_unit")
        yield from _readable(row["capex_unit"], f"{place} capex_unit")
        yield from _finite(row, numbers, place)
        yield from _labelled(row, place)
        yield from _cites(cited, row["document"], f"{place} document")
        yield from _graded(row, place)

    for name in folder.names("measures"):
        if name != measures.COSTS:
            yield from _rows(folder, measures.COLUMNS, ("measures", name), look)


def _costs(folder: Folder, cited: Iterable[str]) -> Iterator[Problem]:
    """Yield what is wrong with the costs of measures: they are of the plugin's own measures only."""
    own = {row["id"] for name in folder.names("measures") if name != measures.COSTS
           for row in folder.rows("measures", name)}  # fmt: skip
    for place, row in _table(folder, costs.COLUMNS, "measures", measures.COSTS):
        if isinstance(row, Problem):
            yield row
            continue
        for column, known in (("measure_id", sorted(own)), ("what", [*costs.WHAT])):
            if row[column] not in known:
                options = ", ".join(known)
                yield Problem(f"{place} {column}", "not-an-option", {"found": row[column], "options": options})
        try:
            costs.known_unit(row)
        except EcdcalcError as error:
            yield Problem(f"{place} unit", error.key, error.values)
        if not any(row[name] for name in ("low", "typ", "high")):
            yield Problem(f"{place} typ", "own-empty", {})
        yield from _finite(row, ("low", "typ", "high"), place)
        yield from _cites(cited, row["document"], f"{place} document")
        yield from _graded(row, place)


def _others_rows(folder: Folder) -> Iterator[Row]:
    for each in _others(folder):
        for name in each.names("measures"):
            if name != measures.COSTS:
                yield from each.rows("measures", name)


def _plans(folder: Folder, cited: Iterable[str]) -> Iterator[Problem]:
    taken = {name.removesuffix(".toml") for each in _others(folder) for name in each.names("plans")}
    for name in folder.names("plans"):
        place, id = f"{folder.owner} data/plans/{name}", name.removesuffix(".toml")
        if not name.endswith(_ENDINGS["plans"]):
            continue  # told with the files that nobody reads
        try:
            plan = tomllib.loads(folder.text("plans", name))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            yield Problem(place, "plugin-data-file", {"reason": str(error)})
            continue
        if not plan.keys() & {"id", "target"}:
            yield Problem(place, "plugin-no-plan", {"found": ", ".join(plan)[:60] or "–"})
            continue
        yield from _named(folder, id, taken, place)
        if plan.get("id") != id or not ID.fullmatch(id):
            yield Problem(f"{place} id", "plugin-data-plan", {"found": str(plan.get("id"))[:40], "name": id})
        yield from _cites(cited, str(plan.get("document", "")), f"{place} document")


def _documents(folder: Folder, sources: dict[str, Any]) -> Iterator[Problem]:
    taken = {id for each in _others(folder) for id in tomllib.loads(each.text("sources.toml"))}
    for id, said in sources.items():
        place = f"{folder.owner} data/sources.toml {id}"
        yield from _named(folder, id, taken, place)
        for name in _DESCRIBED:
            if not isinstance(said, dict) or not said.get(name):
                yield Problem(f"{place}.{name}", "required", {"example": "…"})


def _texts(folder: Folder) -> Iterator[Problem]:
    for key, said in tomllib.loads(folder.text("texts.toml")).items():
        place = f"{folder.owner} data/texts.toml {key}"
        yield from _named(folder, key, (), place)
        for lang in ("en", "zh"):
            if not isinstance(said, dict) or not isinstance(said.get(lang), str) or not said[lang]:
                yield Problem(f"{place}.{lang}", "required", {"example": "…"})
