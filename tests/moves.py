"""What an input moves: an output, a law, which published value or limit is taken, a measure, a warning, a target.

Nothing here knows what an input is for: a process is changed in that input alone, and what is said of it before and
after is compared, at random probes within the bounds.
"""

from __future__ import annotations

import random
from functools import cache, partial

from ecdcalc.assessment.warnings import size
from ecdcalc.model.laws import bound_of, carrier_claims, laws_of
from ecdcalc.model.parts.carriers import COALS, NATURAL_GAS, carrier_class
from ecdcalc.model.process import changed, fields_of, is_for_the_record, lift, walk
from ecdcalc.model.sector import sector, sectors
from ecdcalc.numbers.formula import outputs_of, value_of
from ecdcalc.numbers.ops import Missing, is_missing, missing
from ecdcalc.read.plans import load_plan, plan_ids
from ecdcalc.reference.defaults import Context
from ecdcalc.testing import probe
from ecdcalc.words.errors import EcdcalcError

PROCESSES = {f"{id}.{cls.about.key}": (sector(id), cls) for id in sectors() for cls in sector(id).processes}
CHANCE = 300
"""Cases that are left to chance; after them, one input at a time is tried without the others of its table."""
ENERGY = "energy."
"""Lines of carriers are shown once, for each carrier, and not for every process that takes them."""
BURNERS = ("equipment.boiler", "parks.heat-source")
"""Processes that ask of a line all that it may be asked."""


def inputs(cls):
    """Return the paths of the inputs of a process, those of its parts with them, but not those for the record."""
    found = walk(probe(cls, random.Random(0), full=True), "")
    return {
        path for path, owner, _, field in found
        if not path.startswith(ENERGY)
        and not is_for_the_record(type(owner), field.key)
        and not is_for_the_record(cls, path)
    }  # fmt: skip


def unmoving(of, cls, probes, left=None):
    """Return the inputs that nothing was seen to rest on, of those of a process or of some of them."""
    asked = inputs(cls) - asked_by_plans(of, cls) - {cls.about.activity} - of_idle_devices(cls)
    left = set(left or asked)
    for way in (spoken, handed):
        for number in range(probes):
            if not left:
                break
            dice = random.Random(f"{number}.{cls.__name__}")
            before = thinned(worded(probe(cls, dice, full=True), number), dice, left, number)
            before_says = [None]
            for path, owner, name, field in walk(before, ""):
                if path in left and any(
                    differs(before, lift(before, one(path, new)), (way,), of, before_says)
                    for new in others(field, getattr(owner, name), dice)
                ):
                    left.discard(path)
    return left


def unmoving_of_line(id, probes):
    """Return the inputs of a line of a carrier that nothing was seen to rest on, where it is all that is used."""
    kind = carrier_class(id)
    keys = {each.key for each in fields_of(kind).values() if each.kind in ("quantity", "choice")}
    left = {f"{ENERGY}{id}.{key}" for key in keys if not is_for_the_record(kind, key)}
    for number in range(probes):
        if not left:
            break
        dice = random.Random(f"{number}.{id}")
        of, user = burner(number % 8)
        line = changed(probe(kind, dice, full=True), carrier=id)
        before, says = lacking(changed(user, carriers={id: line}), dice, left), [None]
        for path, owner, name, field in walk(before, ""):
            if path in left and any(
                differs(before, lift(before, one(path, new)), (spoken, carried), of, says)
                for new in others(field, getattr(owner, name), dice)
            ):
                left.discard(path)
    return left


@cache
def burner(number):
    """Return one of some processes that burn nothing yet, and its sector."""
    of, cls = PROCESSES[BURNERS[number % len(BURNERS)]]
    return of, changed(probe(cls, random.Random(number), full=number < len(BURNERS)), carriers={})


def lacking(record, dice, left):
    """Return the record without some of what may be left out of its lines."""
    share = dice.choice((0, 0.3, 0.6, 0.9))

    def change(path, field, value, _origin):
        may = path.startswith(ENERGY) and field.kind == "quantity" and field.optional
        return value * missing(field.key) if may and dice.random() < share * (0.4 if path in left else 1) else value

    return lift(record, change, "")


def carried(record, _of):
    """Yield what the laws for all carriers hold against each other."""
    for each in carrier_claims(record):
        yield ("law", each.name), [plain(each.found), plain(each.bound)]


def worded(record, number):
    """Return the record with its choices of many words taken in turn, so that none is left to chance."""
    many = {name: field.options for name, field in fields_of(type(record)).items() if len(field.options) > 3}
    return changed(record, **{name: words[number % len(words)] for name, words in many.items()})


def of_idle_devices(cls):
    """Return the inputs of devices that clean what nothing says is generated: the result says that no source is known."""
    ways = {"nox": ("nox_generated",), "so2": ("so2_generated", "so2_balance"), "pm": ("pm_generated", "pm_balance"), "voc": ("voc_entering",)}  # fmt: skip
    measured = ("mass", "flow", "concentration", "inlet", "outlet", "oxygen")
    idle = {
        gas for gas, names in ways.items() if all(name in outputs_of(cls) and sourceless(cls, name) for name in names)
    }
    paths = (path.partition(".") for path, *_ in walk(probe(cls, random.Random(0), full=True), ""))
    return {f"{gas}.{key}" for gas, _, key in paths if gas in idle and key not in measured}


def sourceless(cls, name):
    """Tell whether an output is missing for a reason and not for want of an input, whatever is burnt."""
    values = (value_of(probe(cls, random.Random(seed)), name) for seed in range(6))
    return all(
        isinstance(value, Missing) and not value.names and value.reason == "no-generation-factor" for value in values
    )


def thinned(record, dice, left, number):
    """Return the record without some of what may be left out: what is better known hides what is worse known.

    Sometimes much is left out and sometimes little, the same of the carriers; what is still to be shown stays more often.
    """
    shares, large = {}, dice.choice((0.0, 0.1, 0.5))
    alone = dice.choice(sorted(left)) if number >= CHANCE and dice.random() < 0.5 else ""

    def change(path, field, value, _origin):
        if path.endswith(".amount") and dice.random() < 0.3:
            return -value
        if field.kind == "choice":
            goes = field.optional and field.word is None and dice.random() < 0.3
            return missing(field.key) if goes else value
        group = path.rpartition(".")[0]
        share = shares.setdefault(group, dice.choice((0.0, 0.2, 0.3, 0.3, 0.9, 1.0)))
        if alone and path != alone and group == alone.rpartition(".")[0] and field.optional and dice.random() < 0.7:
            return value * missing(field.key)
        goes = field.kind == "quantity" and field.optional and field.default is None and not path.endswith(".amount")
        if goes and dice.random() < share * (0.3 if path in left else 1):
            return value * missing(field.key)
        if may_be_none(field) and dice.random() < 0.08:
            return 0 * value
        return within(field, value * dice.choice((0.01, 100, 1000))) if field.unit and dice.random() < large else value

    whole = lift(record, change, "")
    lines = getattr(whole, "carriers", {})
    fuels = [id for id in lines if id not in ("electricity", "heat")]
    kept = burnt(fuels, dice, number, left)
    return changed(whole, carriers={id: lines[id] for id in lines if id in kept or id not in fuels}) if lines else whole


def may_be_none(field):
    """Tell whether an input may be nothing."""
    return (">=", 0) in field.bounds and not any(sign == ">" for sign, _ in field.bounds)


def burnt(fuels, dice, number, left):
    """Return one of the fuels that are named by what is still to be shown, or that most burn, or some, all, none."""
    common = [id for id in fuels if id in (*COALS, *NATURAL_GAS)]
    named = [id for id in fuels if any(id.replace("-", "_") in path for path in left)]
    gas = {id for id in NATURAL_GAS[:1] if id in fuels}
    ways = [gas, common and {dice.choice(common)}, fuels and {fuels[number % len(fuels)]}, common, fuels, (), dice.sample(fuels, len(fuels) // 3)]  # fmt: skip
    return {dice.choice(named)} if named and dice.random() < 0.3 else dice.choice(ways)


def one(path, new):
    """Return what changes the one input at a path, whatever the others are."""
    return lambda there, _field, value, _origin: new if there == path else value


def others(field, value, dice):
    """Return other values that an input may have; one that is missing is tried by other probes."""
    if is_missing(value):
        return []
    if field.kind == "choice":
        return [each for each in field.options if each != value]
    if field.unit is None:
        return []
    return [
        within(field, value * times + (value == 0) * 0.01)
        for times in (dice.choice((1.2, 100)), dice.choice((0.7, 0.01)))
    ]


def within(field, value):
    """Return a value, or the bound that it is past."""
    for sign, bound in field.bounds:
        end = field.unit.base(bound)
        value = max(value, end) if sign in (">", ">=") else min(value, end * 0.999)
    return value


def differs(before, after, ways, of, said_before):
    """Tell whether anything that is said of one is not said of the other; what is said of the first is kept."""
    if said_before[0] is None:
        said_before[0] = {key: value for way in ways for key, value in way(before, of)}
    return any(said_before[0].get(key, ...) != value for way in ways for key, value in way(after, of))


def spoken(record, of):
    """Yield what is said of a process as it is: outputs, claims of laws, which published value, checks of size."""
    cls = type(record)
    for name in outputs_of(cls):
        yield name, said(partial(value_of, record, name))
    for law in laws_of(cls):
        yield ("law", law), [said(partial(value_of, record, law.claim)), said(partial(bound_of, record, law))]
    for grading in getattr(cls, "gradings", ()):
        yield ("grading", grading.output), taken(grading.product, record)
    yield from defaults(record, "")
    values = size.flat(record)
    for check in size.of_inputs(record, values, values):
        if len(check.given) == 2:
            yield ("size", check.path, check.key), plain(check.value)


def defaults(record, place):
    """Yield which published value each input would take."""
    for name, field in fields_of(type(record)).items():
        if field.kind == "part":
            yield from defaults(getattr(record, name), f"{place}{field.key}.")
        elif field.default is not None:
            yield ("default", place + field.key), taken(field.default, record)


def taken(default, record):
    """Return the conditions and what they choose, as far as they are decided."""
    cases = default.cases(record, Context(year=2025))
    return [(decided(conditions, record), plain(value)) for conditions, value in cases]


def decided(conditions, record):
    """Return which of some conditions hold."""
    return [said(partial(each.holds, record)) for each in conditions]


def half(_name, unit):
    """Return half of one, in base units: of a share, half of what it may be."""
    return unit.base(0.5)


def handed(record, of, given=half):
    """Yield what becomes of a process by each measure that fits it, with parameters that are given."""
    for measure in of.measures:
        if isinstance(record, measure.on):
            yield (measure.id, "applies"), decided(measure.applies, record)
            numbers = {name: given(name, unit) for name, unit in measure.parameters.items()}
            try:
                after = measure(record, carrier=measure.carrier or "electricity", **numbers)
            except (EcdcalcError, ZeroDivisionError):  # what it saves is not used here, or nothing is
                continue
            for name in outputs_of(type(record)):
                yield (measure.id, name), said(partial(value_of, after, name))


def asked_by_plans(of, cls):
    """Return the inputs that a target of a plan asks of a process, as indicator or as condition."""
    names = {field.key: name for name, field in fields_of(cls).items()}
    asked = set()
    for id in plan_ids():
        for target in load_plan(id).target:
            if target.process == cls.about.key:
                asked |= {target.output, *(each.name for each in target.conditions)}
                asked |= {"capacity"} if target.output == "replacement_ratio" else set()
    return {key for key, name in names.items() if name in asked}


def said(ask):
    """Return what is answered, so that it can be compared; a division by nothing is an answer too."""
    try:
        return plain(ask())
    except ZeroDivisionError:
        return "divided by nothing"


def plain(value):
    """Return a value that can be compared: what is missing, by what it lacks."""
    return ("missing", value.names, value.reason) if isinstance(value, Missing) else value
