"""How what is found came about, as terms: savings, measures, totals, gaps and grades of a plant.

    saved, saved.NOx       what the plant saves of everything, of one thing, process by process (also `total.energy`)
    battery[1].saved.NOx   what one process saves, measure by measure (`battery[1].saved`: of everything)
    battery[1].measure[0]  what one measure saves
    energy, plant.energy   what the plant uses in a state, process by process
    gap.t020, grade        every target of that name, every grade (also battery[1].grade)
    money, money.heat      what is saved of all bills, of one (`assessment.money.explaining`)
    battery[1].measure[0].money   what one measure saves a year, and what it is worth

Anything else is an input or an output of a process, as `model.evaluation.find` has it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from ecdcalc.assessment.co2e import CO2E
from ecdcalc.assessment.gaps import NOT_EVALUATED, Gap, gaps
from ecdcalc.assessment.grades import grades_of
from ecdcalc.assessment.money.explaining import bill_terms, money_term, step_terms
from ecdcalc.assessment.money.result import PlantMoney
from ecdcalc.assessment.plant import assess
from ecdcalc.model.evaluation import POLLUTANTS, SAVED_UNITS, Evaluated, exists, find, saving, scale_of, states_of
from ecdcalc.model.plant import CLOSED, NEW, Case, Plant
from ecdcalc.model.process import COUNTED, Field, Origin, lift
from ecdcalc.numbers.formula import outputs_of
from ecdcalc.numbers.ops import Missing, Number, missing, total
from ecdcalc.numbers.trace import Named, Term, used
from ecdcalc.numbers.units import Unit, unit
from ecdcalc.read.keys import path_of
from ecdcalc.read.words import process_words
from ecdcalc.reference.clauses import clause_of
from ecdcalc.reference.factors import title_of
from ecdcalc.words.errors import NotFoundError, near
from ecdcalc.words.labels import word
from ecdcalc.words.meaning import key_of, keys_told
from ecdcalc.words.texts import say

_ONE, _TONNES = unit("1"), unit("t")
_OF_PLANT = re.compile(r"(?:saved|total)(?:\.(?P<output>[\w-]+))?$")
_ENERGY_OF_PLANT = re.compile(r"(?:plant\.)?energy$")
_OF_CASE = re.compile(r"(?P<place>\w[\w-]*(?:\[\d+\])?)\.saved(?:\.(?P<output>[\w-]+))?$")
_STEP = re.compile(r"(?P<place>\w[\w-]*(?:\[\d+\])?)\.measure\[(?P<number>\d+)\](?:\.(?:saved\.)?(?P<output>[\w-]+))?$")
_GAP = re.compile(r"gaps?\.(?P<id>[\w-]+)$", re.IGNORECASE)
_MONEY = re.compile(r"money(?:\.(?P<instrument>[\w-]+))?$")
_STEP_MONEY = re.compile(r"(?P<place>\w[\w-]*(?:\[\d+\])?)\.measure\[(?P<number>\d+)\]\.money$")
_SAVED = "saved"
_COUNTED_WORDS = {name: (word(POLLUTANTS.get(name, name), "zh"),) for name in COUNTED}
_GRADE = re.compile(r"(?:(?P<place>\w[\w-]*(?:\[\d+\])?)\.)?grades?$")


def explain(
    plant: Plant, path: str, *, state: str = "reporting", basis: str = "calorific", lang: str = "en"
) -> tuple[Named, ...]:
    """Return the terms behind a path; what is only words in them is in `lang`. Raises `NotFoundError`."""
    asked, path = _Asked(plant, basis, lang), path if path.isascii() else _in_keys(plant, path)
    if match := _OF_PLANT.match(path):
        outputs = [_output(match["output"])] if match["output"] else asked.declared(plant.cases)
        return tuple(term for output in outputs for term in asked.total(output))
    if _ENERGY_OF_PLANT.match(path):
        return (asked.energy(state),)
    if match := _OF_CASE.match(path):
        case = asked.case(match["place"])
        outputs = [_output(match["output"])] if match["output"] else asked.declared([case])
        return tuple(asked.saved(case, output) for output in outputs)
    if match := _MONEY.match(path):
        return _money_terms(plant, path, match["instrument"], basis)
    if match := _STEP_MONEY.match(path):
        return _money_of_step(plant, path, asked.case(match["place"]), int(match["number"]), basis)
    if match := _STEP.match(path):
        case, number = asked.case(match["place"]), int(match["number"])
        if number >= len(case.steps):
            found = ", ".join(f"{case.place}.measure[{each}]" for each in range(len(case.steps)))
            raise NotFoundError("path-unknown", found=path, near=found or "–")
        declared = asked.declared([case])
        output = _output(match["output"] or next(iter(declared), "energy"))
        if output not in declared:
            raise NotFoundError("path-unknown", found=path, near=", ".join(declared) or "–")
        return (asked.step(case, number, output),)
    if match := _GAP.match(path):
        return asked.gaps(match["id"])
    if match := _GRADE.match(path):
        return asked.grades(match["place"])
    if path.partition(".")[0] not in {name for case in plant.cases for name in (case.place, case.key)}:
        raise NotFoundError("path-unknown", found=path, near=", ".join(_known(plant, path)))
    if "." not in path.rstrip("."):
        raise _of_process(asked.case(path.rstrip(".")))
    return (find(plant, path, state=state, basis=basis),)


def _of_process(case: Case) -> NotFoundError:
    """Return the refusal of a process by itself: which of its values is meant, only the asker knows."""
    outputs = outputs_of(type(case.baseline))
    example = f"{case.place}.{_SAVED if set(outputs) & set(COUNTED) else next(iter(outputs), _SAVED)}"
    return NotFoundError(
        "path-of-process",
        found=case.place,
        example=example,
        near=keys_told({_label(name): each.zh for name, each in outputs.items()}),
    )


def _in_keys(plant: Plant, path: str) -> str:
    """Return a path of words, `焦炉[0].单位产品能耗`, in keys; what is no word of the plant stays as it is."""
    if path == word("screen-plant", "zh"):
        return "plant.energy"
    place, dot, rest = path.partition(".")
    named, bracket, number = place.partition("[")
    classes = {case.key: type(case.baseline) for case in plant.cases}
    words = {_SAVED: (word(_SAVED, "zh"),), **process_words(classes.values())}
    key = named if named in words else key_of(named, [words])
    if not isinstance(key, str):
        return path
    cls = classes.get(key)
    outputs = {name: (each.zh, each.en) for name, each in outputs_of(cls).items()} if cls else _COUNTED_WORDS
    output = key_of(rest, [outputs])
    found = output if isinstance(output, str) else (path_of(cls, rest) if cls else None) or rest
    return f"{key}{bracket}{number}{dot}{found}"


def _known(plant: Plant, path: str) -> list[str]:
    """Return what may be asked of a plant: what is like a path, else the ways to ask."""
    ways = ["saved", *(f"saved.{_label(name)}" for name in COUNTED), "plant.energy", "grade", "money"]
    targets = [f"gap.{each.id.upper()}" for each in plant.plan.target] if plant.plan else []
    places = [case.place for case in plant.cases]
    alike = near(path, [*ways, *targets, *places])
    return [alike] if alike else [*ways, *targets[:1], *places]


def _money(plant: Plant, path: str, basis: str) -> PlantMoney:
    """Return the money of a plant. Raises `NotFoundError` where it has no prices."""
    found = assess(plant, basis=basis).money
    if found is None:
        raise NotFoundError("path-unknown", found=path, near="[prices]")
    return found


def _money_terms(plant: Plant, path: str, instrument: str | None, basis: str) -> tuple[Named, ...]:
    """Return what is saved of all bills, or of one. Raises `NotFoundError`."""
    money = _money(plant, path, basis)
    if instrument is None:
        return (money_term(money),)
    found = bill_terms(money)
    if instrument not in found:
        raise NotFoundError("path-unknown", found=path, near=", ".join(f"money.{each}" for each in found) or "–")
    return (found[instrument].get("saved", found[instrument]["reporting"]),)


def _money_of_step(plant: Plant, path: str, case: Case, number: int, basis: str) -> tuple[Named, ...]:
    """Return the money of one measure: what it saves a year, then what it is worth. Raises `NotFoundError`."""
    steps = [each for each in _money(plant, path, basis).steps if each.place == case.place]
    if number >= len(steps):
        found = ", ".join(f"{case.place}.measure[{each}].money" for each in range(len(steps)))
        raise NotFoundError("path-unknown", found=path, near=found or "–")
    return tuple(step_terms(steps[number], number).values())


def gap_terms(plant: Plant, states: Mapping[str, Evaluated], lang: str) -> tuple[Named, ...]:
    """Return every gap in the order of the result; `states` are those of the plant on the calorific basis."""
    asked = _Asked(plant, "calorific", lang, states)
    return tuple(asked.gap(each, states) for each in gaps(asked.plant, states))


def _output(name: str) -> str:
    """Return the output that is asked for, as it is written by people."""
    named = {label.lower(): key for key, label in POLLUTANTS.items()}
    spoken = {word(_label(key), "zh"): key for key in (*COUNTED, CO2E)}
    wanted = spoken.get(name) or named.get(name.lower(), name.lower())
    if wanted not in (*COUNTED, CO2E):
        known = ["energy", "electricity", *POLLUTANTS.values(), CO2E]
        raise NotFoundError("path-unknown", found=name, near=near(name, known) or ", ".join(known))
    return wanted


class _Asked:
    """One plant, evaluated once."""

    def __init__(self, plant: Plant, basis: str, lang: str, states: Mapping[str, Evaluated] | None = None) -> None:
        self.plant = plant.on(basis)
        self.states = states or states_of(self.plant)
        self.lang = lang

    def case(self, place: str) -> Case:
        """Return a process by its place, or by its table where there is one of it. Raises `NotFoundError`."""
        found = [each for each in self.plant.cases if place in (each.place, each.key)]
        exact = [each for each in found if each.place == place]
        if len(exact or found) != 1:
            places = [each.place for each in found or self.plant.cases]  # of several of one table each may be meant
            alike = None if found else near(place, places)
            raise NotFoundError("path-unknown", found=place, near=alike or ", ".join(places))
        return (exact or found)[0]

    def declared(self, cases: Sequence[Case]) -> list[str]:
        """Return what some processes save or emit, in the order of a result."""
        return [name for name in COUNTED if any(name in outputs_of(type(case.baseline)) for case in cases)]

    def total(self, output: str) -> tuple[Named, ...]:
        """Return the sum over the processes of which it is known; those that it lacks beside it."""
        parts = []
        for case in self.plant.cases:
            declared = outputs_of(type(case.baseline))
            name = "co2" if output == CO2E and CO2E not in declared else output  # without other gases it is the CO2
            if name in declared:
                parts.append(self.saved(case, name))
        known = [each for each in parts if not isinstance(each.value, Missing)]
        lacking = [each for each in parts if isinstance(each.value, Missing) and each.value.names]
        if not known:
            return (*lacking,) or (Named(f"saved.{_label(output)}", missing(output), _unit(output)),)
        return (_named(f"saved.{_label(output)}", output, total(known)), *lacking)

    def energy(self, state: str) -> Named:
        """Return what the processes that are there in a state use; not known where one of them is not."""
        there = [
            case for case in self.plant.cases if exists(case, state) and "energy" in outputs_of(type(case.baseline))
        ]
        parts = [_state(case, self.states[case.place], state, "energy") for case in there]
        name = f"plant.{state}.energy"
        return _named(name, "energy", total(parts)) if parts else Named(name, missing("energy"), _unit("energy"))

    def saved(self, case: Case, output: str) -> Named:
        """Return what a process saves: by its measures and what was measured after them."""
        states, name = self.states[case.place], f"{case.place}.saved.{_label(output)}"
        if output not in states.baseline:
            reason = type(case.baseline).about.absent.get(output, "no-source-class")
            return Named(name, Missing(frozenset(), reason), _unit(output))
        before, after = (_state(case, states, state, output) for state in ("baseline", "reporting"))
        if case.kind == CLOSED:
            return _named(name, output, before)
        if case.kind == NEW:
            return _named(name, output, -after)
        whole = self._adjusted(before, case, output) - after
        steps = [self.step(case, number, output) for number in range(len(case.steps))]
        if not steps:
            return _named(name, output, Term(saving(case, states, output), whole.text, whole.rank, used(whole)))
        formula = total(steps) if case.reporting is case.steps[-1].after else _beside(whole, steps)
        return _named(name, output, Term(saving(case, states, output), formula.text, formula.rank, used(formula)))

    def step(self, case: Case, number: int, output: str) -> Named:
        """Return what one measure saves, with its parameters and where they come from."""
        states, step = self.states[case.place], case.steps[number]
        chain = (states.baseline, *states.after)
        before, after = (
            _alias(f"{case.place}.{_after(each)}.{_label(output)}", chain[each][output])
            for each in (number, number + 1)
        )
        saved = self._adjusted(before - after, case, output)
        parameters = tuple(
            Named(f"{case.place}.measure[{number}].{name}", value, step.measure.units[name], origin=step.origins[name])
            for name, value in step.numbers.items()
        )
        row = step.measure.row
        told = Term(saved.value, f"{saved.text}    {row.slug}", 0, (saved, *parameters))
        return Named(
            f"{case.place}.measure[{number}].saved.{_label(output)}",
            told.value,
            _unit(output),
            label=(row.label("en"), row.label("zh")),
            formula=told,
        )

    def _adjusted(self, number: Term, case: Case, output: str) -> Term:
        """Return a number of the baseline adjusted to the reporting activity, where there is anything to adjust."""
        plain = scale_of(case, output)
        if not isinstance(plain, Missing) and plain == 1:
            return number
        before, after = lift(case.baseline, _leaf("baseline"), ""), lift(case.reporting, _leaf("reporting"), "")
        scale = before.scale_to(after)
        named = Named(f"{case.place}.scale", plain, _ONE, formula=scale if isinstance(scale, Term) else None)
        adjusted: Term = number * named
        return adjusted

    def gaps(self, id: str) -> tuple[Named, ...]:
        """Return every gap to a target; its targets are always on the calorific basis. Raises `NotFoundError`."""
        states = states_of(self.plant.on("calorific"))
        found = [each for each in gaps(self.plant.on("calorific"), states) if each.target.id.lower() == id.lower()]
        if not found:
            known = [each.id.upper() for each in self.plant.plan.target] if self.plant.plan else []
            raise NotFoundError("path-unknown", found=id, near=near(id.upper(), known) or ", ".join(known[:20]) or "–")
        return tuple(self.gap(each, states) for each in found)

    def gap(self, gap: Gap, states: Mapping[str, Evaluated]) -> Named:
        """Return one gap: the value and the limit that it is between."""
        target = gap.target
        name = f"gap.{target.id.upper()}" + (f" {gap.process}" if gap.process else "")
        label = (target.label("en"), target.label("zh"))
        if gap.status == NOT_EVALUATED or gap.limit is None:
            reason = say(gap.reason, self.lang, **gap.values) if gap.reason else word(gap.status, self.lang)
            return Named(name, reason, gap.unit, label=label)
        document = title_of(self.plant.plan.document, self.lang) if self.plant.plan else ""
        clause = Origin("given", f"{document} {target.where(self.lang)}".strip())
        limit = Named(f"limit.{target.id.upper()}", gap.limit.value, gap.limit.unit, label=label, origin=clause)
        case = next((each for each in self.plant.cases if each.name == gap.process), None)
        output = states[case.place].reporting.get(target.output) if case else None
        value = (
            output
            if output is not None
            else Named(target.indicator, gap.reporting, gap.unit, origin=Origin("result", ""))
        )
        missing_is_up = target.op in (">=", ">")
        formula = limit - value if missing_is_up else value - limit
        return Named(name, gap.gap, gap.limit.unit, label=label, formula=formula)

    def grades(self, place: str | None) -> tuple[Named, ...]:
        """Return every grade, of one process or of all. Raises `NotFoundError`."""
        states = states_of(self.plant.on("calorific"))
        cases = [self.case(place)] if place else self.plant.cases
        found = tuple(each for case in cases for each in self._grades(case, states[case.place]))
        if not found:
            raise NotFoundError("path-unknown", found="grade", near=", ".join(each.place for each in self.plant.cases))
        return found

    def _grades(self, case: Case, states: Evaluated) -> Iterator[Named]:
        state = "reporting" if exists(case, "reporting") else "baseline"
        terms = states.reporting if state == "reporting" else states.baseline
        for grade in grades_of(case, states, self.plant):
            limit = grade.limit
            origin = Origin(
                "given", f"{title_of(limit.standard, self.lang)} {clause_of(limit.clause, self.lang)}".strip()
            )
            levels = [
                Named(f"{limit.id}.level{number}", level, limit.unit, origin=origin)
                for number, level in enumerate(grade.levels[state], 1)
                if level is not None
            ]
            value = terms[grade.output]
            label = (limit.label("en"), limit.label("zh"))
            formula = Term(grade.level[state], f"{value.text} ≤ {' / '.join(each.text for each in levels)}", 0,
                           (value, *levels))  # fmt: skip
            yield Named(f"{case.place}.grade.{grade.output}", grade.level[state], _ONE, label=label, formula=formula)


def _unit(output: str) -> Unit:
    return SAVED_UNITS.get(output, _TONNES)


def _label(output: str) -> str:
    return POLLUTANTS.get(output, output)


def _after(number: int) -> str:
    return "baseline" if number == 0 else f"after[{number - 1}]"


def _named(name: str, output: str, formula: Term) -> Named:
    return Named(name, formula.value, _unit(output), formula=formula)


def _alias(name: str, term: Named) -> Named:
    """Return an output under a name that says of which state it is."""
    return Named(name, term.value, term.unit, label=term.label, formula=term)


def _state(case: Case, states: Evaluated, state: str, output: str) -> Named:
    return _alias(f"{case.place}.{state}.{_label(output)}", getattr(states, state)[output])


def _beside(whole: Term, steps: list[Named]) -> Term:
    """Return the difference of two states, with the measures that lie between them beside it."""
    return Term(whole.value, whole.text, whole.rank, (*whole.uses, *steps))


def _leaf(state: str) -> Callable[[str, Field, Number, Origin | None], Number]:
    def named(path: str, field: Field, value: Number, origin: Origin | None) -> Named:
        return Named(f"{state}.{path}", value, field.unit or _ONE, label=(field.en, field.zh), origin=origin)

    return named
