"""The process contract: quantities with units, choices, parts, and what a process says of itself.

A process is one physical unit over one accounting period, as a frozen record of bare numbers in base units.
The same class holds floats for one plant, expressions for a table, quantities for the proof and terms for
the explanation: `lift` turns one into another.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from operator import attrgetter
from types import MappingProxyType
from typing import Any, ClassVar, TypeVar, dataclass_transform

import attrs
from attrs import frozen

from ecdcalc.numbers.by_class import by_class
from ecdcalc.numbers.formula import first_sentence, hint_of, unit_of_hint
from ecdcalc.numbers.ops import Missing, Number, missing, where
from ecdcalc.numbers.units import Reading, Unit
from ecdcalc.reference.defaults import Default
from ecdcalc.reference.factors import Factor
from ecdcalc.words.errors import PluginError

Made = TypeVar("Made", bound="Record")

_FIELD = "ecdcalc"

COUNTED = ("energy", "electricity", "cod", "nh3n", "nox", "voc", "so2", "pm", "co2")
"""The outputs that every process has, or names as absent with the reason."""


@frozen
class Origin:
    """Where the value of a field comes from: text that was given, a factor, an assumption, other processes.

    `value` is the number it had then; a measure may have changed it since. `drawn` says how it lies in its range.
    `instead`: a published value or an assumption would stand here, had it not been given.
    """

    kind: str
    text: str
    factor: Factor | None = None
    low: float | None = None
    high: float | None = None
    value: float | None = None
    drawn: str = ""
    instead: bool = False


def origin_of(found: Reading, value: float | None = None, *, instead: bool = False) -> Origin:
    """Return the origin of a number that was given; `instead` of one that would stand here."""
    return Origin("given", found.text, low=found.low, high=found.high, value=value, drawn=found.drawn, instead=instead)


@frozen
class Field:
    """What is declared of one input: how to write it, its unit, its bounds, its labels, its default."""

    kind: str
    key: str = ""
    en: str = ""
    zh: str = ""
    unit: Unit | None = None
    bounds: tuple[tuple[str, float], ...] = ()
    options: tuple[str, ...] = ()
    word: str | None = None
    part: type[Record] | None = None
    default: Default | None = None
    optional: bool = False
    method: str = ""
    only_with: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """The words of choices of the same table, by their keys, with which the input counts."""

    def label(self, lang: str) -> str:
        """Return the label in `lang`."""
        return self.zh if lang == "zh" else self.en


def quantity(
    *,
    zh: str,
    en: str,
    gt: float | None = None,
    ge: float | None = None,
    lt: float | None = None,
    le: float | None = None,
    default: Default | None = None,
    optional: bool = False,
    key: str = "",
    method: str = "",
    only_with: Mapping[str, tuple[str, ...]] | None = None,
) -> Any:
    """Declare an input with a unit (from the type hint). Bounds are in that unit.

    `default` carries a source; `optional` may stay missing, and what needs it then says so. `method` is the kind
    of evidence that an emission rests on when it is this input ("monitoring", "stated"). `only_with` names the words of
    choices of the same table with which it counts: given with other words, it is warned of.
    """
    pairs = ((">", gt), (">=", ge), ("<", lt), ("<=", le))
    bounds = tuple((sign, bound) for sign, bound in pairs if bound is not None)
    may_lack = optional or default is not None
    field = Field("quantity", key, en, zh, bounds=bounds, default=default, optional=may_lack, method=method)
    return _declare(attrs.evolve(field, only_with=_words(only_with)))


def choice(
    *options: str,
    zh: str,
    en: str,
    default: str | None = None,
    optional: bool = False,
    key: str = "",
    only_with: Mapping[str, tuple[str, ...]] | None = None,
) -> Any:
    """Declare an input that is one of some words. A `default` is for words that say "nothing special"."""
    field = Field("choice", key, en, zh, options=options, word=default, optional=optional or default is not None)
    return _declare(attrs.evolve(field, only_with=_words(only_with)), default)


def _words(only_with: Mapping[str, tuple[str, ...]] | None) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((only_with or {}).items())


def part(
    of: type[Record],
    *,
    zh: str,
    en: str,
    key: str = "",
    only_with: Mapping[str, tuple[str, ...]] | None = None,
) -> Any:
    """Declare a group of inputs, such as a stack or a waste-water stream. A group may be left out."""
    return _declare(Field("part", key, en, zh, part=of, optional=True, only_with=_words(only_with)))


def _declare(field: Field, default: str | None = None) -> Any:
    return attrs.field(default=default or attrs.NOTHING, metadata={_FIELD: field})


@attrs.define(frozen=True, slots=False, kw_only=True, eq=False, repr=False)
class Record:
    """A group of inputs with outputs: the common base of processes and their parts."""

    for_the_record: ClassVar[tuple[str, ...]] = ()
    """Inputs, by their keys, that no result rests on: they say what something is, for whoever reads the file.

    A part says so of its own, and may be wrong in some process; a process says so of those of its parts by path.
    """

    place: str = ""
    origins: Mapping[str, Origin] = attrs.field(factory=dict)

    def __repr__(self) -> str:
        given = (f"{name}={value!r}" for name, value in self.__dict__.items() if name in fields_of(type(self)))
        return f"{type(self).__name__}({', '.join(given)})"


@frozen
class About:
    """What a process class says of itself."""

    key: str
    en: str
    zh: str
    activity: str = ""
    rolls_up: Mapping[str, str] = attrs.field(factory=dict)
    absent: Mapping[str, str] = attrs.field(factory=dict)
    single: bool = False


@attrs.define(frozen=True, slots=False, kw_only=True, eq=False, repr=False)
class Process(Record):
    """One physical unit over one accounting period."""

    about: ClassVar[About] = About("process", "Process", "工序")
    gases: ClassVar[Mapping[str, str]] = {}
    """Greenhouse gases beside CO2: the output that is a mass of one, and the input that is its warming potential."""
    name: str = attrs.field(default="", metadata={_FIELD: Field("text", "name", "Name", "名称", optional=True)})

    def scale_to(self, reporting: Any) -> Number:
        """Return reporting activity over the activity of this state: what the baseline is adjusted by.

        A process with several products overrides it (product method of GB/T 13234: what this state would
        take for the products of the reporting state, over what it takes).
        """
        if not self.about.activity:
            return 1.0
        before, after = getattr(self, self.about.activity), getattr(reporting, self.about.activity)
        return after / where(before == 0, missing(self.about.activity), before)


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(quantity, choice, part))
def record(cls: type[Made]) -> type[Made]:
    """Make a part or a mix-in of a class with declared inputs."""
    return attrs.define(cls, frozen=True, slots=False, kw_only=True, eq=False, repr=False, field_transformer=_fill_in)


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(quantity, choice, part))
def process(
    *,
    key: str,
    zh: str,
    en: str = "",
    activity: str = "",
    rolls_up: Mapping[str, str] | None = None,
    absent: Mapping[str, str] | None = None,
    single: bool = False,
) -> Callable[[type[Made]], type[Made]]:
    """Make a process of a class.

    `key` is the table in a plant file and the name in the command line; `activity` the quantity that savings
    are adjusted to; `rolls_up` fills an input with the sum of an output over the other processes of the plant;
    `absent` names the outputs that have no source here, with the key of the reason; `single`: one per plant.
    """

    def make(cls: type[Made]) -> type[Made]:
        made = record(cls)
        inherited: About = getattr(cls, "about", Process.about)
        made.about = About(  # type: ignore[attr-defined]
            key,
            en or first_sentence(cls.__doc__),
            zh,
            activity,
            dict(rolls_up or {}),
            {**inherited.absent, **(absent or {})},
            single,
        )
        return made

    return make


def _fill_in(cls: type[Any], attributes: list[attrs.Attribute[Any]]) -> list[attrs.Attribute[Any]]:
    """Put unit and key from the class body into the declared fields, and let optional ones start missing."""
    names = vars(sys.modules[cls.__module__])
    return [_filled(cls, each, hint_of(each.type, names)) if _is_declared(each) else each for each in attributes]


def _is_declared(attribute: attrs.Attribute[Any]) -> bool:
    """Tell whether an attribute is an input of the class itself; those of its bases are filled in already."""
    return _FIELD in attribute.metadata and not getattr(attribute, "inherited", False)


def _filled(cls: type[Any], attribute: attrs.Attribute[Any], hint: Any) -> attrs.Attribute[Any]:
    field: Field = attribute.metadata[_FIELD]
    unit = unit_of_hint(hint)
    if field.kind == "quantity" and unit is None:
        raise PluginError("formula-without-unit", formula=cls.__qualname__, argument=attribute.name)
    key = field.key or attribute.name
    unset = attribute.default
    if unset is attrs.NOTHING and field.kind == "part" and field.part:
        unset = attrs.Factory(field.part)
    elif unset is attrs.NOTHING and field.kind != "text" and field.optional:
        unset = attrs.Factory(_unset(key))
    metadata = {_FIELD: attrs.evolve(field, unit=unit, key=key, bounds=_possible(field.bounds, unit))}
    return attribute.evolve(default=unset, metadata=metadata)


def _possible(bounds: tuple[tuple[str, float], ...], unit: Unit | None) -> tuple[tuple[str, float], ...]:
    """Return the declared bounds; those of a temperature start above 0 K at the lowest."""
    if unit is None or not unit.offset:
        return bounds
    zero = unit.out(0)
    kept = tuple((sign, bound) for sign, bound in bounds if sign in ("<", "<=") or bound > zero)
    return kept if any(sign in (">", ">=") for sign, _ in kept) else ((">", round(zero, 2)), *kept)


def _unset(key: str) -> Callable[[], Missing]:
    gap = missing(key)
    return lambda: gap


def changed(record: Made, **values: Any) -> Made:
    """Return the record with other values in some of its fields; the outputs that it computed are left behind."""
    cls = type(record)
    names, had = _names(cls), record.__dict__
    kept = {name: had[name] for name in names}
    kept.update(values)
    if len(kept) > len(names):
        raise TypeError(f"{cls.__name__} has no {', '.join(kept.keys() - names)}")
    made: Made = object.__new__(cls)
    made.__dict__.update(kept)
    return made


@by_class
def _names(cls: type[Any]) -> tuple[str, ...]:
    """Return the names of all that a record holds."""
    return tuple(each.name for each in attrs.fields(cls))


def is_for_the_record(cls: type[Record], key: str) -> bool:
    """Tell whether an input of a record is only kept: its class says so, or a base of it."""
    return any(key in vars(each).get("for_the_record", ()) for each in cls.__mro__)


@by_class
def fields_of(cls: type[Any]) -> Mapping[str, Field]:
    """Return the declared inputs of a record class by attribute name."""
    return MappingProxyType({each.name: each.metadata[_FIELD] for each in attrs.fields(cls) if _FIELD in each.metadata})


@by_class
def keyed(cls: type[Any]) -> Mapping[str, tuple[str, Field]]:
    """Return attribute and declaration of each input of a record class, by its key."""
    return {field.key: (name, field) for name, field in fields_of(cls).items()}


def unset_lines(cls: type[Any], name: str) -> dict[str, Any]:
    """Return the carrier lines that a field has where nothing is given; none of a field of another kind."""
    if fields_of(cls)[name].kind != "parts":
        return {}
    unset: Any = attrs.fields_dict(cls)[name].default
    lines: dict[str, Any] = unset.factory()
    return lines


def lift(record: Made, change: Callable[[str, Field, Number, Origin | None], Number], place: str | None = None) -> Made:
    """Return the record with every number and choice changed; `change` gets path, field, value and origin."""
    here = record.place if place is None else place
    prefix, had, origin_of_it = f"{here}." if here else "", record.__dict__, record.origins.get
    lifted: dict[str, Any] = {"place": here}
    for name, field in fields_of(type(record)).items():
        kind, path = field.kind, prefix + field.key
        if kind in ("quantity", "choice"):
            lifted[name] = change(path, field, had[name], origin_of_it(name))
        elif kind == "part":
            lifted[name] = lift(had[name], change, path)
        elif kind == "parts":
            lifted[name] = {key: lift(each, change, f"{path}.{key}") for key, each in had[name].items()}
    return changed(record, **lifted)


def walk(record: Record, place: str | None = None) -> Iterator[tuple[str, Record, str, Field]]:
    """Yield path, owner, attribute and declaration of every number and choice of a record and its parts."""
    here = record.place if place is None else place
    prefix = f"{here}." if here else ""
    for path, owner_in, name, field in _places(type(record)):
        owner = owner_in(record) if owner_in else record
        if field.kind != "parts":
            yield prefix + path, owner, name, field
            continue
        for key, each in getattr(owner, name).items():
            yield from walk(each, f"{prefix}{path}.{key}")


@by_class
def _places(cls: type[Record]) -> tuple[tuple[str, Callable[[Any], Any] | None, str, Field], ...]:
    """Return every number and choice of a class and its parts, and its carrier lines: path, owner, attribute, field.

    The owner is found from the record on; None where it is the record itself.
    """
    return tuple(
        (path, attrgetter(".".join(above)) if above else None, name, field)
        for path, above, name, field in _declared(cls, "", ())
    )


def _declared(
    cls: type[Record], prefix: str, above: tuple[str, ...]
) -> Iterator[tuple[str, tuple[str, ...], str, Field]]:
    for name, field in fields_of(cls).items():
        if field.kind == "part" and field.part is not None:
            yield from _declared(field.part, f"{prefix}{field.key}.", (*above, name))
        elif field.kind in ("quantity", "choice", "parts"):
            yield prefix + field.key, above, name, field
