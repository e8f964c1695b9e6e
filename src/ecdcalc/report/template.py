"""A sector's plant file with a comment on each input: label, unit, options, default; and a region file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib.resources import files

from ecdcalc.model.parts.account import PlantAccount
from ecdcalc.model.process import Field, Process, fields_of
from ecdcalc.model.sector import Sector, tables
from ecdcalc.read.words import label_shown, words_shown
from ecdcalc.reference.defaults import Assumed, Published
from ecdcalc.words.labels import joined, unit_word, word

_TABLE = re.compile(r"\[\[?([\w.-]+)\]\]?\s*$")
_MANY = 20  # options of a choice that a comment lists
_KEY = re.compile(r"([\w-]+)\s*=")
_TWO_TONGUES = re.compile(r"  # (?P<en>.*) \| (?P<zh>.*)$", re.MULTILINE)


def commented(sector: Sector, lang: str) -> str:
    """Return the template of a sector, its lines explained in `lang`."""
    return "\n".join(_lines(sector, lang)) + "\n"


def region_template(lang: str) -> str:
    """Return a region file that runs as it stands, its lines explained in `lang`; its figures are invented."""
    text = files(__package__).joinpath("region_template.toml").read_text(encoding="utf-8")
    return f"# {word('region-invented', lang)}\n" + _TWO_TONGUES.sub(lambda found: f"  # {found[lang]}", text)


def _lines(sector: Sector, lang: str) -> Iterator[str]:
    lines = sector.template.splitlines()
    classes = _classes(sector, {table[1].partition(".")[0] for line in lines if (table := _TABLE.match(line))})
    known: dict[str, Field] = {}
    yield f"# {sector.label(lang)}"
    for line in lines:
        if line.startswith("#"):
            continue
        if table := _TABLE.match(line):
            known = _fields(classes, table[1])
        key = _KEY.match(line)
        field = known.get(key[1]) if key else None
        yield f"{line}  # {comment_of(field, lang)}" if field else line


def _classes(sector: Sector, names: set[str]) -> dict[str, type[Process]]:
    """Return the classes of tables; those of the equipment, which is loaded for it, where the sector has not all."""
    classes: tuple[type[Process], ...] = (*sector.processes, PlantAccount)
    own = {each.about.key: each for each in classes}
    return own if names <= own.keys() else {key: cls for key, (cls, _) in tables(sector).items()} | own


def _fields(classes: dict[str, type[Process]], path: str) -> dict[str, Field]:
    name, *rest = path.split(".")
    if name not in classes or (rest and rest[0] == "measure"):
        return {}
    found = {field.key: field for field in fields_of(classes[name]).values()}
    for part in rest:
        field = found.get(part)
        if part != "reporting" and field is not None and field.part is not None:
            found = {each.key: each for each in fields_of(field.part).values()}
    return found


def counts_with(field: Field, lang: str) -> str:
    """Return with which words of a choice an input counts, empty where it always does."""
    return "".join(word("only-with", lang, name=key, words=", ".join(words)) for key, words in field.only_with)


def comment_of(field: Field, lang: str) -> str:
    """Return what is said of an input: its label, its words or unit, its default."""
    parts = [field.label(lang) + counts_with(field, lang)]
    if field.options:
        parts.append(" | ".join(field.options if len(field.options) <= _MANY else (*field.options[:2], "…")))
    elif field.unit and field.unit.text != "1":
        parts.append(field.unit.text)
    return "; ".join([*parts, *_default_told(field)])


def comment_in_words(field: Field, beside: Mapping[str, Field], lang: str) -> str:
    """Return the same for a file that is in words; `beside` are the inputs of the same table, by key."""
    label = label_shown(field, lang)
    for key, words in field.only_with:
        of = beside[key]
        said = dict(zip(of.options, words_shown(of, lang), strict=True))
        named = label_shown(of, lang) if lang == "zh" else key
        label += word("only-with", lang, name=named, words=joined((said[each] for each in words if each in said), lang))
    parts = [label]
    if field.options:
        shown = words_shown(field, lang)
        parts.append(" | ".join(shown if len(shown) <= _MANY else (*shown[:2], "…")))
    elif field.unit and field.unit.text != "1":
        parts.append(unit_word(field.unit.text, lang) or field.unit.text)
    return "; ".join([*parts, *_default_told(field)])


def _default_told(field: Field) -> Iterator[str]:
    if isinstance(field.default, Published):
        yield ", ".join(id for _, id in field.default.choices)
    elif isinstance(field.default, Assumed):
        yield field.default.reading.text
