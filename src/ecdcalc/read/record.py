"""From TOML tables to records of numbers: every mistake is noted with its place, none stops the reading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

from ecdcalc.model.parts.carriers import carrier_class, carrier_kinds, given_line
from ecdcalc.model.process import Field, Origin, Record, changed, fields_of, keyed, origin_of, unset_lines
from ecdcalc.numbers.compare import meets
from ecdcalc.numbers.ops import Missing, Number, missing
from ecdcalc.numbers.units import Reading, Unit, read_quantity
from ecdcalc.numbers.unknown import mark_of, unknown
from ecdcalc.read.words import not_an_option
from ecdcalc.reference.defaults import Assumed, Context, Default, choose
from ecdcalc.reference.ranges import range_at
from ecdcalc.words.errors import PAGE, EcdcalcError, InputError, Problem, near, near_label, past_bound
from ecdcalc.words.meaning import keys_told

Made = TypeVar("Made", bound=Record)
Table = Mapping[str, Any]


class Notes:
    """The mistakes found so far."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def add(self, place: str, key: str, **values: object) -> None:
        """Note one mistake."""
        self.problems.append(Problem(place, key, values))

    def error(self, place: str, error: EcdcalcError) -> None:
        """Note what a reader refused."""
        self.problems.append(Problem(place, error.key, error.values))


def read_record(cls: type[Made], table: Table, place: str, notes: Notes, also: tuple[str, ...] = ()) -> Made | None:
    """Make a record of a table; None if it has mistakes. `also` are keys that the caller reads itself."""
    before = len(notes.problems)
    given, origins = given_values(cls, table, place, notes, also)
    for name, field in fields_of(cls).items():
        required = field.kind in ("quantity", "choice") and not field.optional
        here = notes.problems[before:]  # of this table alone: a file may have very many
        if required and name not in given and not any(each.place == f"{place}.{field.key}" for each in here):
            notes.add(f"{place}.{field.key}", "required", example=_example(field))
    if len(notes.problems) > before:
        return None
    return cls(place=place, origins=origins, **given)


def apply_table(record: Made, table: Table, place: str, notes: Notes) -> Made:
    """Return the record with what the table gives put in its place: the measured reporting state."""
    given, origins = given_values(type(record), table, place, notes, (), record)
    return changed(record, origins={**record.origins, **origins}, **given)


def given_values(
    cls: type[Record],
    table: Table,
    place: str,
    notes: Notes,
    also: tuple[str, ...],
    old: Record | None = None,
) -> tuple[dict[str, Any], dict[str, Origin]]:
    """Return the values that a table gives, by attribute, with their origins; mistakes are noted."""
    by_key = keyed(cls)
    values: dict[str, Any] = {}
    origins: dict[str, Origin] = {}
    for key, found in _with_energy(by_key, table, place, notes).items():
        here = f"{place}.{key}"
        if key in also:
            continue
        if key not in by_key:
            carriers = carrier_kinds() if "energy" in by_key else ()
            labels = {each: field.zh for each, (_, field) in by_key.items()} | dict.fromkeys(also, "")
            _unknown(here, key, labels, notes, carriers)
            continue
        name, field = by_key[key]
        former = getattr(old, name) if old is not None else _empty_lines(cls, name, here)
        value = _value(field, found, here, notes, former)
        if isinstance(value, Reading):
            origins[name] = origin_of(value, value.value, instead=field.default is not None)
            value = value.value
        elif field.kind == "choice":
            origins[name] = Origin("given", str(found))
        if value is not None:
            values[name] = value
    return values, origins


def _empty_lines(cls: type[Record], name: str, place: str) -> dict[str, Any] | None:
    """Return the carrier lines that a process has anyway, of no amount: what is given is laid on top of them."""
    lines = unset_lines(cls, name)
    return {id: changed(line, place=f"{place}.{id}") for id, line in lines.items()} or None


def _with_energy(by_key: Mapping[str, Any], table: Table, place: str, notes: Notes) -> Table:
    """Let a carrier stand beside the quantities: `electricity = "16 GWh"` is `energy.electricity`."""
    loose = {key: value for key, value in table.items() if key not in by_key and key in carrier_kinds()}
    if "energy" not in by_key or not loose or not isinstance(table.get("energy", {}), Mapping):
        return table
    for key in loose:
        if key in table.get("energy", {}):
            notes.add(f"{place}.{key}", "given-twice", found=f"energy.{key}")
    rest = {key: value for key, value in table.items() if key not in loose}
    return {**rest, "energy": {**table.get("energy", {}), **loose}}


def _unknown(place: str, key: str, known: Mapping[str, str], notes: Notes, also: Iterable[str] = ()) -> None:
    """Note a key that is none of those known, which have their Chinese labels; `also` are others that may be meant."""
    if len(notes.problems) >= PAGE:  # nobody reads so many: looking for the nearest word of each takes long
        notes.add(place, "unknown-key", near="…")
        return
    guess = near(key, [*known, *also]) or near_label(key, known)
    if guess:
        notes.add(place, "unknown-key-near", near=guess)
    else:
        notes.add(place, "unknown-key", near=keys_told(dict(sorted(known.items()))))


def _value(field: Field, found: Any, place: str, notes: Notes, old: Any) -> Any:
    if field.kind == "quantity":
        return _quantity(field, found, place, notes)
    if field.kind == "choice":
        if found in field.options:
            return found
        return notes.problems.append(not_an_option(place, field, str(found)))
    if field.kind == "text":
        return found if isinstance(found, str) else notes.add(place, "not-text", found=_shown(found))
    if not isinstance(found, Mapping):
        return notes.add(place, "not-a-table", found=_shown(found))
    if field.kind == "part" and field.part:
        return _part(field.part, found, place, notes, old)
    return _carriers(found, place, notes, old or {})


def _part(cls: type[Record], found: Table, place: str, notes: Notes, old: Any) -> Record | None:
    if old is not None:
        return apply_table(old, found, place, notes)
    return read_record(cls, found, place, notes)


def _carriers(found: Table, place: str, notes: Notes, old: Mapping[str, Any]) -> dict[str, Any]:
    lines = dict(old)
    for id, given in found.items():
        here = f"{place}.{id}"
        if id not in carrier_kinds():
            _unknown(here, id, {each: kind.zh for each, kind in carrier_kinds().items()}, notes)
            continue
        try:
            line_given = given_line(id, given, here)
        except InputError as error:
            notes.problems += error.problems
            continue
        table, leaves = line_given.table, line_given.leaves
        if table.pop("basis", None) is not None:
            notes.add(f"{here}.basis", "basis-of-all")
        if id in lines:
            lines[id] = apply_table(lines[id], table, here, notes)
        elif line := read_record(carrier_class(id), table, here, notes):
            lines[id] = changed(line, carrier=id)
        if leaves is not None and id in lines:
            lines[id] = changed(lines[id], leaves=leaves)
    return lines


def _quantity(field: Field, found: Any, place: str, notes: Notes) -> Reading | None:
    assert field.unit is not None
    reading = found if isinstance(found, Reading) else _reading(field, found, place, notes)
    if reading is None:
        return None
    text = reading.text
    for sign, bound in field.bounds:
        if not within(reading, field.unit, sign, bound):
            notes.problems.append(past_bound(place, text, sign, bound, field.unit.text))
            return None
    if problem := _implausible(field, reading, place, text):
        notes.problems.append(problem)
        return None
    return reading


def within(reading: Reading, of: Unit, sign: str, bound: float) -> bool:
    """Tell whether a number keeps to a bound, and both ends of its range."""
    ends = (reading.value,) if reading.low is None else (reading.value, reading.low, reading.high)
    return all(meets(of.out(each), sign, bound) for each in ends if each is not None)


def _reading(field: Field, found: Any, place: str, notes: Notes) -> Reading | None:
    """Read a number that a file gives; what it is not is noted."""
    if isinstance(found, bool) or not isinstance(found, (str, int, float)):
        notes.add(place, "not-a-number", found=_shown(found))
        return None
    try:
        return read_quantity(found if isinstance(found, str) else repr(found), field.unit)
    except EcdcalcError as error:
        notes.error(place, error)
        return None


def _implausible(field: Field, reading: Reading, place: str, text: str) -> Problem | None:
    """Return what is wrong with a number that cannot be, with the slip that would explain it."""
    found, of = range_at(place), field.unit
    if found is None or of is None:
        return None
    beyond = found.beyond(reading.value, of, positive=any(sign == ">" for sign, _ in field.bounds))
    return Problem(place, "beyond-range", {"found": text, **beyond}) if beyond else None


def _example(field: Field) -> str:
    if field.kind == "choice":
        return f'"{field.options[0]}"'
    return f'"1 {field.unit.text}"' if field.unit and field.unit.text != "1" else "1"


def _shown(found: Any) -> str:
    return str(found)[:40]


def with_defaults(
    record: Made, context: Context, path: str = "", *, first: bool = False, resolved: Record | None = None
) -> Made:
    """Return the record with its defaults resolved, and with what stays missing named by its path.

    What a measure left missing keeps the names of the inputs that the measure lacked. `first`: it is the state that
    the others are made of, so what it lacks is the same unknown in all that keep it. `resolved` is the state that it
    was made of: parts and lines that it has from there are left as they are.
    """
    values: dict[str, Any] = {}
    origins = dict(record.origins)
    prefix = f"{path}." if path else ""
    for name, field in fields_of(type(record)).items():
        kind, value = field.kind, getattr(record, name)
        if kind == "quantity":
            lacks = isinstance(value, Missing)
            if field.default is not None and (lacks or _is_default(value, origins.get(name))):
                values[name], origins[name] = _default(record, field, context, prefix + field.key, origins.get(name))
            elif lacks and _is_not_given(value, field, here := prefix + field.key):
                values[name] = unknown(here) if first else missing(here)
        elif kind == "part":
            if value is not getattr(resolved, name, None):
                values[name] = with_defaults(value, context, prefix + field.key, first=first)
        elif kind == "parts":
            here, had = f"{prefix}{field.key}.", getattr(resolved, name, {})
            values[name] = {
                id: line if line is had.get(id) else with_defaults(line, context, here + id, first=first)
                for id, line in value.items()
            }
    return changed(record, origins=origins, **values)


def _is_not_given(value: Any, field: Field, path: str) -> bool:
    """Tell whether an input is simply not there, and nothing was made of it."""
    return isinstance(value, Missing) and value.sum is None and value.names <= {field.key, path}


def _is_default(value: Any, origin: Origin | None) -> bool:
    """Tell whether a value is still the default that it was: what a measure has set is not looked up again."""
    return origin is not None and origin.kind == "default" and value == origin.value


def _default(record: Record, field: Field, context: Context, path: str, old: Origin | None) -> tuple[Any, Origin]:
    """Return the default of a field and where it comes from; an origin that it had already stays the same."""
    if isinstance(field.default, Assumed):
        assumed = field.default.reading.value
        return assumed, Origin("assumed", field.default.reason, value=assumed)
    assert field.default is not None
    found = choose(field.default, record, context)
    if found is None:
        return unknown(path, *_cases_told(field.default, record, context)), Origin("default", "")
    if isinstance(found, Missing):
        return _undecided(record, field, context, path, found), Origin("default", "")
    factor = context.factors.get(found) if isinstance(found, str) else found
    if old is not None and old.factor is factor and old.value is not None:
        return old.value, old
    base = factor.base
    low, high = (None if each is None else factor.unit.base(each) for each in (factor.low, factor.high))
    value: Number = unknown(path, factor.id) if base is None else base
    return value, Origin("default", factor.id, factor, low, high, base)


def _undecided(record: Record, field: Field, context: Context, path: str, found: Missing) -> Missing:
    """Return what a default lacks that hangs on inputs which are not given: these would supply it."""
    assert field.default is not None
    prefix = path.removesuffix(field.key)
    lacking = {
        name: unknown(prefix + of.key)
        for name, of in fields_of(type(record)).items()
        if of.kind in ("quantity", "choice") and _is_not_given(getattr(record, name), of, prefix + of.key)
    }
    asked = changed(record, **lacking)
    state = choose(field.default, asked, context)
    if isinstance(state, Missing) and state.sum is not None:
        return unknown(path, *_cases_told(field.default, asked, context), names=state.names)
    return found if found.names else Missing(frozenset({path}), found.reason)


def _cases_told(default: Default, record: Record, context: Context) -> Iterator[object]:
    """Yield what a default that has no factor was asked: the same unknown where the same was asked in vain."""
    yield [getattr(record, name) for name, field in fields_of(type(record)).items() if field.kind == "choice"]
    cases = default.cases(record, context)
    yield [id if isinstance(id, str) else type(id).__name__ for _, id in cases]
    asked = {each.text: each for conditions, _ in cases for each in conditions}  # each once, in however many cases
    yield [(text, mark_of(each.holds(record))) for text, each in asked.items()]
