"""Factors: values with unit, edition, document, clause and grade of confidence, from `data/factors/`.

One CSV file is one set of one edition. An id is `set/row`, such as `coal-2020/raw-coal.coal`. Editions lie
side by side and are never edited. A user's own file of the same form is laid on top and wins visibly: its
rows carry `own` as set.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property, lru_cache

from attrs import astuple, field, frozen

from ecdcalc.numbers.units import Unit, unit
from ecdcalc.reference.clauses import clause_of, condition_of
from ecdcalc.reference.files import Asked, Folder, folders
from ecdcalc.words.errors import NotFoundError, Problem, UnitError, near
from ecdcalc.words.texts import say

COLUMNS = (
    "id", "zh", "en", "value", "low", "high", "unit", "per", "edition", "year", "region", "pollutant",
    "condition", "document", "clause", "confidence", "note",
)  # fmt: skip
_NUMBERS = ("value", "low", "high")
_TEXTS = tuple(name for name in COLUMNS if name not in ("id", "unit", *_NUMBERS))
GRADES = ("A", "B", "C")
CAUTIONS = {
    "nox/nx021": "caution-fluidised-bed",
    "nox/nx027": "caution-fluidised-bed",
    "voc/vf015": "caution-outlier",
    "voc/vf057": "caution-outlier",
    "voc/vf161": "caution-implausible",
}
"""What has to be said wherever a published value is named that other sources contradict, or that is out of line."""


_TABLE = re.compile(r"^\[([^\[\]\s]+)\]\s*\n", re.MULTILINE)
"""The head of a table in the file of documents, which has no tables in tables and no text over several lines."""


@frozen
class Factor:
    """A published value. `low` and `high` where the source gives a range; a range alone is not a value."""

    id: str
    zh: str
    en: str
    value: float | None
    low: float | None
    high: float | None
    unit: Unit
    per: str
    edition: str
    year: str
    region: str
    pollutant: str
    condition: str
    document: str
    clause: str
    confidence: str
    note: str
    own: bool = False
    origin: str = ""

    def __reduce__(self) -> tuple[object, ...]:  # a value of the package is its row, here and in another process
        if not (self.own or self.origin) and FactorTable().find(self.id) is self:
            return _published, (self.id,)
        return Factor, astuple(self, recurse=False)

    @property
    def base(self) -> float | None:
        """The value in base units."""
        return None if self.value is None else self.unit.base(self.value)

    def label(self, lang: str) -> str:
        """Return the label in `lang`, with what must be said of the value; a user's own value needs no such word."""
        name = (self.zh if lang == "zh" else self.en) or self.id
        return say(self.caution, lang, name=name) if self.caution else name

    @property
    def caution(self) -> str:
        """The key of what must be said of the value, if anything."""
        return "" if self.own else CAUTIONS.get(self.id, "")


@frozen(slots=False)
class FactorTable:
    """The package's sets with a user's own rows on top."""

    own: dict[str, Factor] = field(factory=dict)

    def find(self, id: str) -> Factor | None:
        """Return one factor, the user's own row before ours, or None."""
        if id in self.own:
            return self.own[id]
        return _found(folders(), id)

    def get(self, id: str) -> Factor:
        """Return one factor. Raises `NotFoundError` with the nearest id."""
        found = self.find(id)
        if found is None:
            name = id.partition("/")[0]
            known = [f"{name}/{each}" for each in factor_set(name)] if name in set_names() else list(set_names())
            raise NotFoundError("factor-unknown", found=id, near=near(id, known) or ", ".join(set_names()))
        return found

    def __iter__(self) -> Iterator[Factor]:
        yield from self.own.values()
        for name in set_names():
            yield from (each for each in factor_set(name).values() if each.id not in self.own)

    def search(self, words: Iterable[str]) -> list[Factor]:
        """Return the factors in which every word occurs: in what is said of them in either language."""
        wanted = [word.lower() for word in words]
        return [each for each in self if all(word in _searchable(each) for word in wanted)]

    @cached_property
    def editions(self) -> tuple[str, ...]:
        """The names of the sets."""
        return set_names()


def _published(id: str) -> Factor:
    return FactorTable().get(id)


def _searchable(each: Factor) -> str:
    texts = (each.id, each.zh, each.en, each.per, each.condition, each.document, each.pollutant, each.region)
    titles = [title_of(each.document, lang) for lang in ("en", "zh")]
    chinese = (clause_of(each.per, "zh"), condition_of(each.condition, "zh"))
    return " ".join((*texts, each.edition, each.year, each.unit.text, *titles, *chinese)).lower()


def set_names() -> tuple[str, ...]:
    """Return the names of the sets in `data/factors/`, ours and those of plugins."""
    return tuple(_sets(folders()))


@cache
def _sets(among: tuple[Folder, ...]) -> dict[str, Folder]:
    """Return where each set lies. Ours come first, and none of a plugin takes the name of another."""
    found: dict[str, Folder] = {}
    for folder in among:
        for name in folder.names("factors"):
            if name.endswith(".csv"):
                found.setdefault(name.removesuffix(".csv"), folder)
    return found


@lru_cache(maxsize=1 << 14)
def _found(among: tuple[Folder, ...], id: str) -> Factor | None:
    """Return one factor of the package or of a plugin: every input with a default asks for its own anew."""
    name, _, row = id.partition("/")
    folder = _sets(among).get(name)
    return _factor_set(folder, name).get(row) if folder else None


def factor_set(name: str) -> Mapping[str, Factor]:
    """Return one set by row id."""
    return _factor_set(_sets(folders())[name], name)


@cache
def _factor_set(folder: Folder, name: str) -> Mapping[str, Factor]:
    rows = {row["id"]: row for row in folder.rows("factors", f"{name}.csv")}
    return Asked(rows, lambda row: factor_of(row, f"{name}/{row['id']}", origin=folder.owner))


def factor_of(row: dict[str, str], id: str, own: bool = False, origin: str = "") -> Factor:
    """Return the factor of one row of a set."""
    numbers = {name: float(row[name]) if row[name] else None for name in _NUMBERS}
    texts = {name: row[name] for name in _TEXTS}
    return Factor(id=id, unit=unit(row["unit"]), own=own, origin=origin, **numbers, **texts)  # type: ignore[arg-type]


def row_problems(row: dict[str, str], place: str) -> Iterator[Problem]:
    """Yield what is wrong with one row of a set."""
    if not row["id"]:
        yield Problem(place, "required", {"example": "coal-2020/raw-coal.coal"})
    try:
        unit(row["unit"])
    except UnitError as error:
        yield Problem(f"{place} unit", error.key, error.values)
    if not (row["value"] or row["low"] or row["high"]):
        yield Problem(f"{place} value", "own-empty", {})
    for name in _NUMBERS:
        if row[name] and not _is_finite(row[name]):
            yield Problem(f"{place} {name}", "not-a-number", {"found": row[name]})
    if not row["document"]:
        yield Problem(f"{place} document", "document-required", {})
    if row["confidence"] not in GRADES:
        yield Problem(f"{place} confidence", "not-an-option", {"found": row["confidence"], "options": "A, B, C"})


def _is_finite(text: str) -> bool:
    try:
        return abs(float(text)) < float("inf")
    except ValueError:
        return False


def supply_rates(year: int | None) -> list[str]:
    """Return the ids that the national supply coal rate of a year may have: the final value before others."""
    return [f"supply-rate/{year}-{status}" for status in ("final", "derived", "preliminary")]


def documents_in(text: str) -> Mapping[str, dict[str, str]]:
    """Return the tables of a file of documents by their id."""
    _, *parts = _TABLE.split(text)
    return Asked(dict(zip(parts[::2], parts[1::2], strict=True)), tomllib.loads)


def documents() -> Mapping[str, dict[str, str]]:
    """Return the cited documents by id: title, en, edition, kind, note."""
    return _documents(folders())


@cache
def _documents(among: tuple[Folder, ...]) -> Mapping[str, dict[str, str]]:
    first, *others = among
    ours = documents_in(first.text("sources.toml"))
    if not others:
        return ours
    found: dict[str, dict[str, str]] = {}
    for folder in reversed(others):
        found |= tomllib.loads(folder.text("sources.toml"))
    return {**found, **ours}


def title_of(document: str, lang: str) -> str:
    """Return the title of a cited document as a reader of `lang` knows it; its id where it is not listed."""
    return _title(folders(), document, lang)


@lru_cache(maxsize=1 << 12)
def _title(among: tuple[Folder, ...], document: str, lang: str) -> str:
    found = _documents(among).get(document, {})
    title = found.get("title", document)
    if lang == "zh" or not found.get("en"):
        return found.get("zh", title) if lang == "zh" else title
    number = title[: next((at for at, each in enumerate(title) if not each.isascii()), len(title))].strip()
    return found["en"] if found["en"].startswith(number) else f"{number} {found['en']}"
