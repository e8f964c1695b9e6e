"""The conformance kit: what a sector plugin must keep to, for our own and for strangers' plugins.

    from ecdcalc.testing import check_sector

    def test_my_sector():
        check_sector(sector)

Every formula is proved: run on pint quantities and on bare numbers at random probes, the two must agree.
Bodies are read for the three rules; texts, factors, limits and the template are looked up.
"""

from __future__ import annotations

import ast
import inspect
import math
import random
import textwrap
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

import attrs

from ecdcalc.model.laws import NOTHING, WHOLE, laws_of, unit_of
from ecdcalc.model.measure import Measure
from ecdcalc.model.parts.carriers import COALS, NATURAL_GAS, carrier_class, carrier_kinds
from ecdcalc.model.process import COUNTED, Field, Origin, Process, Record, changed, fields_of, lift
from ecdcalc.model.sector import Sector
from ecdcalc.numbers.formula import Formula, Output, outputs_of
from ecdcalc.numbers.ops import Missing, Number, missing
from ecdcalc.numbers.units import Unit, registry, unit
from ecdcalc.read.plans import plan_problems
from ecdcalc.reference.defaults import Assumed, Published
from ecdcalc.reference.emission_limits import EmissionValue
from ecdcalc.reference.factors import FactorTable, documents
from ecdcalc.reference.limits import LimitTable
from ecdcalc.reference.plugin_data import data_problems, unexplained
from ecdcalc.reference.ranges import hard_bounds
from ecdcalc.words.errors import EcdcalcError, PluginError
from ecdcalc.words.texts import known

Made = TypeVar("Made", bound=Record)

PROBES = 12
_TOLERANCE = 1e-7  # the two runs round differently, which shows in the difference of like numbers
_PLAIN_NUMBERS = (0, 1)
_LARGER = {
    "kilogram": "tonne",
    "metre": "kilometre",
    "second": "hour",
    "kilogram_coal_equivalent": "tonne_coal_equivalent",
}


def check_sector(sector: Sector) -> None:
    """Raise `PluginError` with every way in which a sector breaks the contract."""
    found = list(problems_of(sector))
    if found:
        raise PluginError("contract-broken", sector=sector.id, problems="\n  ".join(found))


def problems_of(sector: Sector) -> Iterator[str]:
    """Yield every breach of the contract, as text."""
    if not sector.processes:
        yield "it has no processes"
    if sector.data:
        found = data_problems(sector.folder) or [*plan_problems(sector.folder)]
        found = found or [*unexplained(sector.folder, _limits_used(sector))]
        yield from (each.say("en") for each in found)
        if found:
            return
    for cls in sector.processes:
        yield from _process_problems(cls)
    for measure in sector.measures:
        yield from _measure_problems(measure, sector)
    yield from _template_problems(sector)


def _limits_used(sector: Sector) -> set[str]:
    """Return the limits that the processes are graded by or take values from."""
    graded = {id for cls in sector.processes for each in getattr(cls, "gradings", ()) for _, id in each.product.choices}
    defaults = [field.default for cls in sector.processes for field in _all_fields(cls)]
    return graded | {id for each in defaults if isinstance(each, EmissionValue) for _, id in each.choices}


def _all_fields(cls: type[Record]) -> Iterator[Field]:
    for field in fields_of(cls).values():
        yield field
        if field.part is not None:
            yield from _all_fields(field.part)


def _process_problems(cls: type[Process]) -> Iterator[str]:
    name = cls.about.key
    if not (cls.about.en and cls.about.zh):
        yield f"{name}: needs a label in both languages"
    yield from _field_problems(cls, name)
    for output in outputs_of(cls).values():
        yield from (f"{name}.{output.name}: {each}" for each in _output_problems(output))
    for counted in COUNTED:
        if counted not in outputs_of(cls) and counted not in cls.about.absent:
            yield f"{name}: neither an output {counted} nor a reason why it is absent"
    for reason in cls.about.absent.values():
        if not known(reason):
            yield f"{name}: the reason {reason!r} has no text"
    if cls.about.activity and cls.about.activity not in fields_of(cls):
        yield f"{name}: the activity {cls.about.activity!r} is no input"
    yield from _grading_problems(cls)
    yield from _law_problems(cls)
    yield from (f"{name}: {each}" for each in prove(cls))


def _field_problems(cls: type[Record], place: str) -> Iterator[str]:
    for name, field in fields_of(cls).items():
        here = f"{place}.{name}"
        if not (field.en and field.zh):
            yield f"{here}: needs a label in both languages"
        if isinstance(field.default, Published):
            yield from (f"{here}: {each}" for each in _default_problems(field.default, field))
        elif isinstance(field.default, Assumed) and not known(field.default.reason):
            yield f"{here}: the assumption {field.default.reason!r} has no text"
        if field.part is not None:
            yield from _field_problems(field.part, here)


def _default_problems(default: Published, field: Field) -> Iterator[str]:
    for _, id in default.choices:
        factor = FactorTable().find(id)
        if factor is None:
            yield f"no factor {id}"
        elif field.unit and not factor.unit.same_kind(field.unit):
            yield f"the factor {id} is in {factor.unit.text}, the input in {field.unit.text}"


def _output_problems(output: Output) -> Iterator[str]:
    if not (output.en and output.zh):
        yield "needs a label in both languages"
    if not (output.body.__doc__ or "").strip():
        yield "needs a docstring"
    yield from cite_problems(output.cites)
    yield from rule_problems(output.body)


def cite_problems(cites: str) -> Iterator[str]:
    """Yield what is wrong with a citation `document#clause`."""
    document = cites.partition("#")[0]
    if document not in documents():
        yield f"the document {document!r} is not in data/sources.toml"


def rule_problems(body: Callable[..., Any]) -> Iterator[str]:
    """Yield every breach of the three rules for bodies: literals, branches on values, NumPy."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(body)))
    exponents = {
        id(node.right) for node in ast.walk(tree) if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Pow)
    }
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            for statement in function.body:
                yield from _statement_problems(statement, exponents)


def _statement_problems(statement: ast.stmt, exponents: set[int]) -> Iterator[str]:
    for node in ast.walk(statement):
        if isinstance(node, ast.Constant) and isinstance(node.value, (int, float)) and not isinstance(node.value, bool):
            whole_exponent = id(node) in exponents and isinstance(node.value, int)
            if node.value not in _PLAIN_NUMBERS and not whole_exponent:
                yield f"the literal {node.value!r} (line {node.lineno}) should be an input or a factor with a unit"
        elif isinstance(node, (ast.If, ast.BoolOp)) or (isinstance(node, ast.IfExp) and not _is_type_test(node.test)):
            yield f"a branch on values (line {node.lineno}): use where() and its kin"
        elif isinstance(node, ast.Name) and node.id in ("np", "numpy", "math"):
            yield f"{node.id} (line {node.lineno}): use the operations of ops.py"


def _is_type_test(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "isinstance"


def _grading_problems(cls: type[Process]) -> Iterator[str]:
    declared = outputs_of(cls)
    for grading in getattr(cls, "gradings", ()):
        for name in (grading.output, grading.scale, *grading.shifts):
            if name and name not in declared:
                yield f"{cls.about.key}: grading by {name!r}, which is no output"
        for _, id in grading.product.choices:
            try:
                limit = LimitTable().get(id)
            except EcdcalcError as error:
                yield f"{cls.about.key}: {error}"
                continue
            if grading.output in declared and not limit.unit.same_kind(declared[grading.output].unit):
                yield f"{cls.about.key}: the limit {id} is in {limit.unit.text}"


def _law_problems(cls: type[Process]) -> Iterator[str]:
    for law in laws_of(cls):
        claim = unit_of(cls, law.claim)
        bound = claim if law.bound in (NOTHING, WHOLE) else unit_of(cls, law.bound)
        if claim is None or bound is None or not claim.same_kind(bound) or law.sign not in ("<=", ">="):
            yield f"{cls.about.key}: the law {law.claim} {law.sign} {law.bound} compares nothing"
        if not known(law.text):
            yield f"{cls.about.key}: the law has no text {law.text!r}"


def _measure_problems(measure: Measure, sector: Sector) -> Iterator[str]:
    name = f"measure {measure.id}"
    yield from (f"{name}: {each}" for each in rule_problems(measure.body))
    for parameter in measure.defaults:
        if parameter not in measure.parameters:
            yield f"{name}: a default for {parameter!r}, which is no parameter"
    fitting = [cls for cls in sector.processes if issubclass(cls, measure.on)]
    if not fitting:
        yield f"{name}: no process of the sector is a {measure.on.__name__}"
    for cls in fitting:
        yield from (f"{name}: {each}" for each in prove_measure(measure, cls))


def _template_problems(sector: Sector) -> Iterator[str]:
    import tomllib

    from ecdcalc.assessment.plant import assess
    from ecdcalc.read.plant import read_plant

    try:
        assess(read_plant(tomllib.loads(sector.template), within=sector)).to_dict()
    except (EcdcalcError, tomllib.TOMLDecodeError) as error:
        yield f"the template does not run: {error}"


def prove(cls: type[Process], probes: int = PROBES, seed: int = 0) -> list[str]:
    """Return every output that gives different answers on quantities and on bare numbers, or another unit."""
    found: dict[str, None] = {}
    for number in range(probes):
        bare = probe(cls, random.Random(f"{seed}.{number}.{cls.__name__}"))
        for each in _compare(bare, with_units(bare), outputs_of(cls)):
            found[each] = None
    return list(found)


def prove_measure(measure: Measure, cls: type[Process], probes: int = 3) -> list[str]:
    """Return every output of the changed process that differs between quantities and bare numbers."""
    found: dict[str, None] = {}
    for number in range(probes):
        dice = random.Random(f"{number}.{measure.id}.{cls.__name__}")
        bare = probe(cls, dice, full=True)
        numbers = {name: of.base(dice.uniform(0.1, 0.9)) for name, of in measure.parameters.items()}
        lifted = {name: quantity(numbers[name], of) for name, of in measure.parameters.items()}
        carrier = measure.carrier if measure.carrier in carrier_kinds() else "electricity"
        try:
            after, after_units = (
                measure(bare, carrier=carrier, **numbers),
                measure(with_units(bare), carrier=carrier, **lifted),
            )
        except Exception as error:
            return [f"{type(error).__name__}: {error}"]
        for each in _compare(after, after_units, outputs_of(cls)):
            found[each] = None
    return list(found)


def prove_formula(formula: Formula, probes: int = PROBES, **ranges: tuple[float, float]) -> list[str]:
    """Return what is wrong with a free formula; `ranges` are in declared units, (0.1, 0.9) otherwise."""
    found = [*cite_problems(formula.cites), *([] if formula.empirical else rule_problems(formula.body))]
    for number in range(probes):
        dice = random.Random(number)
        bare = {name: of.base(dice.uniform(*ranges.get(name, (0.1, 0.9)))) for name, of in formula.inputs.items()}
        lifted = {name: quantity(bare[name], of) for name, of in formula.inputs.items()}
        found += range_problems(formula, lifted)
        try:
            problem = _differs(formula(**bare), formula(**lifted), formula.unit)
        except Exception as error:  # any exception of a body is a finding of the proof
            problem = f"{type(error).__name__}: {error}"
        if problem:
            found.append(f"{formula.name}: {problem}")
    return list(dict.fromkeys(found))


def range_problems(formula: Formula, lifted: Mapping[str, Any]) -> Iterator[str]:
    """Yield each range of what follows from arguments that has another unit than what follows."""
    for each in formula.ranges:
        number = each.number(lifted)
        if each.expression and number is not None:
            powers = {str(name): int(power) for name, power in number.to_root_units().unit_items() if power}
            if powers != dict(each.unit.dimension):
                yield f"{formula.name}: {each.of} is in {number.units}, its range in {each.unit.text}"


def probe(cls: type[Made], dice: random.Random, *, full: bool = False, of: str = "", at: str = "") -> Made:
    """Return a record of random numbers within its bounds; optional inputs are there or not (all if `full`).

    `of` is the process that a part of it belongs to, `at` the path that the inputs of the part begin with.
    """
    values: dict[str, Any] = {}
    key = of or (cls.about.key if issubclass(cls, Process) else "")
    for name, declared in fields_of(cls).items():
        path = f"{at}{declared.key}"
        field = attrs.evolve(declared, bounds=hard_bounds(key, path, declared.unit, declared.bounds))
        if field.kind == "part" and field.part:
            values[name] = probe(field.part, dice, full=full, of=key, at=f"{path}.")
        elif field.kind == "parts":
            values[name] = {id: _line(id, dice, full, key, f"{path}.{id}.") for id in _some_carriers(dice, full)}
        elif field.kind == "choice":
            values[name] = dice.choice(field.options)
        elif field.kind == "quantity" and field.unit:
            there = full or not field.optional or field.default is not None or dice.random() < 0.6
            values[name] = field.unit.base(_within(field, dice)) if there else missing(name)
    return cls(**values)


def _within(field: Field, dice: random.Random) -> float:
    low, high = 0.5, 50.0
    for sign, bound in field.bounds:
        if sign in (">", ">="):
            low, high = max(low, bound * 1.001 + 1e-3), max(high, bound * 2 + 1)
        else:
            high = min(high, bound - abs(bound) * 1e-3)
            low = min(low, high / 2 if high > 0 else high * 2)
    for sign, bound in field.bounds:
        if sign in (">", ">="):
            low = max(low, bound)
    return dice.uniform(low, high)


def _some_carriers(dice: random.Random, full: bool) -> list[str]:
    """Return all carriers, or electricity and three more: every other time of the fuels that most furnaces burn."""
    if full:
        return list(carrier_kinds())
    common = (*COALS, *NATURAL_GAS, "heat")
    others = [id for id in carrier_kinds() if id != "electricity"]
    return ["electricity", *dice.sample(common if dice.random() < 1 / 2 else others, 3)]


def _line(id: str, dice: random.Random, full: bool, of: str, at: str) -> Any:
    return changed(probe(carrier_class(id), dice, full=full, of=of, at=at), carrier=id)


def with_units(record: Made) -> Made:
    """Return the record with its numbers as pint quantities in their declared units."""

    def change(path: str, field: Field, value: Number, origin: Origin | None) -> Number:
        return value if field.unit is None else quantity(value, field.unit)

    return lift(record, change)


def quantity(base: Number, of: Unit) -> Any:
    """Return a number of base units as a pint quantity in larger units (t, km, h, tce).

    A body that looks at a magnitude then sees another number than the bare run does.
    """
    scale, units = 1.0, registry().Unit("")
    for name, power in of.dimension:
        larger = _LARGER.get(name, name)
        units, scale = units * registry().Unit(larger) ** power, scale * unit(larger).factor ** power
    return registry().Quantity(base / scale, units)


def _compare(bare: Any, lifted: Any, outputs: Mapping[str, Output]) -> Iterator[str]:
    for name, output in outputs.items():
        try:
            plain, quantified = getattr(bare, name), getattr(lifted, name)
        except ZeroDivisionError:
            continue
        except Exception as error:  # any exception of a body is a finding of the proof
            yield f"{name}: {type(error).__name__}: {error}"
            continue
        if problem := _differs(plain, quantified, output.unit):
            yield f"{name}: {problem}"


def _differs(plain: Number, quantified: Any, of: Unit) -> str:
    if hasattr(quantified, "magnitude"):
        powers = {str(name): int(power) for name, power in quantified.to_root_units().unit_items() if power}
        if powers != dict(of.dimension) and not isinstance(quantified.magnitude, Missing):
            return f"its unit is {quantified.units}, declared is {of.text}"
        quantified = quantified.to_root_units().magnitude
    elif of.dimension and not isinstance(quantified, Missing) and quantified != 0:
        return f"it has no unit, declared is {of.text}"
    if isinstance(plain, Missing) or isinstance(quantified, Missing):
        return "" if isinstance(plain, Missing) and isinstance(quantified, Missing) else "missing on one side only"
    if math.isclose(plain, quantified, rel_tol=_TOLERANCE, abs_tol=1e-300):
        return ""
    return f"{plain!r} on bare numbers, {quantified!r} on quantities"
