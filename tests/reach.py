"""What a process rests on as it is: the inputs below its outputs, its laws, its limits and its measures.

Found from the terms of its outputs, which know what they are made of. An input that is reached with one word of a
choice and with another never is one that counts only with that word, and has to be declared so (`only_with`).
"""

from __future__ import annotations

import random

from moves import PROCESSES, asked_by_plans, inputs, of_idle_devices, one, thinned, worded

from ecdcalc.assessment.warnings.not_used import conditional
from ecdcalc.model.laws import laws_of
from ecdcalc.model.outputs import evaluate
from ecdcalc.model.process import fields_of, lift, walk
from ecdcalc.numbers.trace import leaves_of
from ecdcalc.reference.defaults import Context
from ecdcalc.testing import probe
from ecdcalc.words.errors import EcdcalcError

COMMON = ("nox.", "so2.", "pm.", "voc.", "wastewater.", "energy.")
"""Stacks, streams and lines, which all processes share: their words are those of devices, and are looked at in one process
of each kind. A line has no word but its basis, which is of all lines and never given for one.
"""
MOST = 48
"""Words of a device that are tried one by one."""
MANY, PROBES, FEW, OFTEN, EACH = 12, 20, 10, 3, 30
"""What is hardly ever reached with another word either says nothing of this one: 3 of 10 times, and then none of 30."""
LATER = 300
"""From this number on `thinned` leaves out what is better known than an input that is looked for."""


def shared():
    """Return where each kind of stack and stream with words of its own stands: one process, and the table in it."""
    found = {}
    for name, (_, cls) in PROCESSES.items():
        for field in fields_of(cls).values():
            if field.part is not None and f"{field.key}." in COMMON:
                worded_part = any(each.kind == "choice" for each in fields_of(field.part).values())
                found.setdefault(field.part, (name, f"{field.key}.")) if worded_part else None
    return tuple(found.values())


def undeclared(name, table=""):
    """Yield (input, choice, word) where the input was never reached with that word, and its class does not say so.

    `table`: of the inputs and words of one table of the process that many share.
    """
    of, cls = PROCESSES[name]
    whole = probe(cls, random.Random(0), full=True)
    words = {
        path: field.options for path, _, _, field in walk(whole, "")
        if field.kind == "choice" and len(field.options) <= (MOST if table else MANY) and _is_asked(path, table)
    }  # fmt: skip
    told = {
        (each.path, each.key, word) for each in conditional(cls) for word in {*words.get(each.key, ())} - {*each.words}
    }
    asked = {path for path in inputs(cls) if _is_asked(path, table)}
    asked -= of_idle_devices(cls) | asked_by_plans(of, cls) | {cls.about.activity} | _constants(whole)
    found: dict[tuple[str, str], set[str]] = {(at, word): set() for at in words for word in words[at]}
    for number in range(PROBES if words else 0):
        before = _probe(cls, number, asked)
        _keep(found, before, reached(before))
    rare: set[str] = set()
    for (at, word), there in found.items():
        others = set().union(*(found[at, each] for each in words[at])) & asked - {at}
        for path in sorted(others - there - rare):
            if (path, at, word) in told or path in there:
                continue
            other = next(each for each in words[at] if path in found[at, each])
            seen = [path in each for each in _tries(of, cls, path, at, other, FEW, found)]
            if sum(seen) < OFTEN:
                rare.add(path)
            elif not any(path in each for each in _tries(of, cls, path, at, word, EACH, found)):
                yield path, at, word


def _is_asked(path, table):
    return path.startswith(table) if table else not path.startswith(COMMON)


def _tries(of, cls, path, at, word, times, found):
    """Yield what is reached with a word by processes in which an input is looked for."""
    for number in range(LATER, LATER + times):
        before = lift(_probe(cls, number, {path}), one(at, word), "")
        there = reached(before) | (handed_on(of, before) if number % 10 == 0 else set())
        _keep(found, before, there)
        yield there


def _keep(found, record, there):
    has = _values(record)
    for at, word in found:
        if isinstance(has[at], str) and has[at] == word:
            found[at, word] |= there


def _probe(cls, number, left):
    dice = random.Random(f"{number}.{cls.__name__}")
    return thinned(worded(probe(cls, dice, full=True), number), dice, left, number)


def _constants(record):
    """Return the constants of nature, which nobody gives."""
    return {path for path, owner, name, _ in walk(record, "") if _of_nature(type(owner), name)}


def _of_nature(cls, name):
    return any(name in vars(each).get("__annotations__", ()) and "natural" in each.__module__ for each in cls.__mro__)


def reached(record):
    """Return the paths of the inputs that the outputs, laws and limits of a process rest on."""
    cls = type(record)
    terms = _evaluated(record)
    laws = laws_of(cls)
    of_inputs = {law.bound for law in laws if law.claim in fields_of(cls)}
    found = {leaf.text for leaf in leaves_of(term for name, term in terms.items() if name not in of_inputs)}
    found |= {law.claim for law in laws if law.bound in found} | {law.bound for law in laws if law.claim in found}
    for grading in getattr(cls, "gradings", ()):
        found |= {each.name for conditions, _ in grading.product.choices for each in conditions}
    return found | _looked_up(record, found)


def _evaluated(record):
    try:
        return evaluate(record)
    except (ZeroDivisionError, OverflowError):
        return {}


def handed_on(of, record):
    """Return the inputs that are left as they were by a measure, and that what is made of the process rests on."""
    found = set()
    for measure in of.measures:
        if isinstance(record, measure.on):
            numbers = {name: unit.base(0.5) for name, unit in measure.parameters.items()}
            try:
                after = measure(record, carrier=measure.carrier or "electricity", **numbers)
            except (EcdcalcError, ZeroDivisionError):
                continue
            had, has = _values(record), _values(after)
            found |= {path for path in reached(after) if has.get(path) is had.get(path)}
    return found


def _values(record):
    return {path: getattr(owner, name) for path, owner, name, _ in walk(record, "")}


def _looked_up(record, found):
    """Return what decides on, or goes into, the published values of the inputs that are reached."""
    more: set[str] = set()
    for path, owner, _, field in walk(record, ""):
        if path not in found or field.default is None:
            continue
        at, own = (
            path[: len(path) - len(field.key)],
            {field.key: name for name, field in fields_of(type(owner)).items()},
        )
        keys = {name: key for key, name in own.items()}
        for conditions, _value in field.default.cases(owner, Context(year=2025)):
            held = [(each, each.holds(owner)) for each in conditions]
            more |= {f"{at}{keys[each.name]}" for each, _ in held if each.name in keys and _is_word(owner, each.name)}
            if all(truth is True for _, truth in held):
                more |= {f"{at}{keys[each.name]}" for each, _ in held if each.name in keys}
                break
    return more if more <= found else more | _looked_up(record, found | more)


def _is_word(owner, name):
    return isinstance(getattr(owner, name), str)
