"""A choice as plain values: what is chosen, what it does, what binds, how far each aim comes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from attrs import evolve

from ecdcalc._version import __version__
from ecdcalc.assessment.contract.money import basis_of, cost_source, money_of, yuan
from ecdcalc.assessment.contract.processes import gap_of
from ecdcalc.assessment.money.published import CostFound
from ecdcalc.assessment.plant import Assessment
from ecdcalc.decide.aims import LEVEL, REDUCE, TOTAL_ENERGY, AimOf
from ecdcalc.decide.chance import source_of
from ecdcalc.decide.choose import Choice, total_investment
from ecdcalc.decide.curve import CurveStep
from ecdcalc.decide.naming import Naming
from ecdcalc.decide.plant_sets import ANNUAL, INVESTMENT
from ecdcalc.decide.program import Solution
from ecdcalc.decide.question import REDUCED
from ecdcalc.decide.reach import Reach
from ecdcalc.decide.schedule import Schedule
from ecdcalc.model.evaluation import POLLUTANTS
from ecdcalc.model.plant import Step
from ecdcalc.numbers.ops import Missing
from ecdcalc.numbers.units import unit
from ecdcalc.reference.clauses import clause_of
from ecdcalc.words.labels import word
from ecdcalc.words.texts import say

if TYPE_CHECKING:
    from ecdcalc.decide.confidence import Verified

SCHEMA = 1


def contract(choice: Choice, lang: str) -> dict[str, Any]:
    """Return the whole answer as a dictionary that JSON can hold."""
    money = next((each.money for each in choice.after if each.money), None)
    ours = [(number, place, step.measure.id) for number, place, step in choice.steps]
    naming = Naming(choice.plants, lang)
    names = {each.id: _named(each, naming, lang) for each in choice.aims}
    return {
        "schema": SCHEMA,
        "status": choice.solution.status,
        "cheapest": choice.met and not choice.unknown_cost and not choice.bounded and choice.solution.gap <= 0,
        "objective": choice.objective,
        "basis": None if money is None else basis_of(money),
        "measures": [_step(choice, number, place, step, naming, lang) for number, place, step in choice.steps],
        "cost": _cost(choice.solution.cost, choice.objective),
        "investment": {"value": choice.solution.spend, "unit": "CNY"},
        "own_investment": {"value": total_investment(choice), "unit": "CNY"},
        "proven_gap": choice.solution.gap,
        "aims": [_aim(each, choice, naming, lang) for each in choice.reach],
        "not_evaluated": [gap_of(each, lang) for each in choice.not_evaluated],
        "binding": [
            {
                "aim": id,
                "name": names[id] if id in names else word(f"stands-{id}", lang),
                "cost_without": _cost(choice.solution.cost - fall, choice.objective),
                "saved": fall,
            }
            for id, fall in choice.binding.items()
        ],
        "alternatives": [
            {
                "measures": [naming(*key) for key in chosen],
                "added": [naming(*key) for key in chosen if key not in ours],
                "dropped": [naming(*key) for key in ours if key not in chosen],
                "cost": _cost(other.cost, choice.objective),
                "investment": {"value": other.spend, "unit": "CNY"},
                "dearer": _dearer(choice.solution, other),
            }
            for other, chosen in choice.others
        ],
        "curve": [_curve(each, choice, naming) for each in choice.curve],
        "shares": {
            POLLUTANTS.get(name, name): [{**naming(*key), **_amount(name, value)} for key, value in found.items()]
            for name, found in choice.shares.items()
        },
        "schedule": None if choice.schedule is None else _schedule(choice, choice.schedule, naming),
        "left_out": [
            {
                **naming(number, each.place, each.measure),
                "reason": say(each.reason, lang),
                "needs": [problem.say(lang) for problem in each.needs],
                "asked": each.reason == "choose-without",
            }
            for number, each in choice.left_out
        ],
        "unpriced": [*choice.unpriced],
        "cost_unknown": [naming(*key) for key in choice.unknown_cost],
        "bounded": [
            {
                "plant": choice.plants[each.plant].name,
                "place": each.place,
                "process": naming.process(choice.plants[each.plant].name, each.place),
                "most": each.most,
                "measures": each.measures,
            }
            for each in choice.bounded
        ],
        "bound_left": None if choice.bound_left is None else _cost(choice.bound_left, choice.objective),
        **({} if choice.verified is None else {"chance": _chance(choice, choice.verified, names, lang)}),
        "plants": [_plant(before, after, lang) for before, after in zip(choice.before, choice.after, strict=True)],
        "ecdcalc": __version__,
    }


def _chance(choice: Choice, found: Verified, names: Mapping[str, str], lang: str) -> dict[str, Any]:
    """Return how likely the choice reaches what is asked, by draws that it was not chosen by."""
    wanted = choice.question.confidence
    share = wanted.share if wanted else None
    return {
        "draws": found.draws,
        "seed": found.seed,
        "confidence": None if share is None else {"value": 100 * share, "unit": "%"},
        "together": bool(wanted and wanted.together),
        "aims": [
            {
                "aim": id,
                "name": names[id],
                "probability": each.probability,
                "reached": each.reached and each.reached.to_dict(),
            }
            for id, each in found.aims.items()
        ],
        "all_aims": found.together,
        "sources": [source_of(each, lang) for each in found.sources],
    }


def _cost(value: float, objective: str) -> dict[str, Any]:
    units = {ANNUAL: "CNY/a", INVESTMENT: "CNY", "energy": "tce", "CO2": "t"}
    of = unit(units[objective])
    return {"value": of.told(value), "unit": units[objective]}


def _dearer(first: Solution, other: Solution) -> float | None:
    return (other.cost - first.cost) / abs(first.cost) if first.cost else None


def _step(choice: Choice, number: int, place: str, step: Step, naming: Naming, lang: str) -> dict[str, Any]:
    row = step.measure.row
    money = choice.after[number].money
    found = next(
        (each for each in money.steps if each.place == place and each.step.measure.id == step.measure.id), None
    ) if money else None  # fmt: skip
    worth = found.worth if found else None
    return {
        **naming(number, place, step.measure.id),
        **_capex(choice.costs.get((number, place, step.measure.id)), step, lang),
        "money_saved": None if found is None or found.total is None else {"value": found.total, "unit": "CNY/a"},
        "npv": None if worth is None else {"value": worth.npv, "unit": "CNY"},
        "source": clause_of(row.source, lang),
        "confidence": row.confidence,
    }


def _capex(found: CostFound | None, step: Step, lang: str) -> dict[str, Any]:
    """Return the investment, its range, and where it comes from: given, of the library, or known to nobody."""
    return {
        "capex": yuan(step.costs.capex),
        **cost_source(found, step.costs),
        "capex_known": step.costs.capex is not None,
        "capex_needs": [] if found is None else [each.say(lang) for each in found.needs],
        "start": step.costs.start,
    }


def _schedule(choice: Choice, found: Schedule, naming: Naming) -> list[dict[str, Any]]:
    """Return what starts in each year, what it invests, and how far each demand has come by its end."""
    years = [
        {
            "year": year,
            "starts": [naming(*key) for key, start in found.starts.items() if start == year],
            "investment": {"value": spent, "unit": "CNY"},
            "reached": {aim.id: _shown(aim, found.path[year][aim.id]) for aim in choice.aims},
        }
        for year, spent in found.spent.items()
    ]
    unpaid: dict[str, Any] = {
        "year": None,
        "starts": [naming(*key) for key in found.unpaid],
        "investment": None,
        "reached": {},
    }
    return [*years, unpaid] if found.unpaid else years


def _shown(aim: AimOf, value: float | None) -> dict[str, Any] | None:
    of = unit(aim.unit or REDUCED.get(POLLUTANTS.get(aim.name, aim.name), "t"))
    return None if value is None else {"value": of.told(aim.sign * value), "unit": of.text}


def _amount(output: str, value: float) -> dict[str, Any]:
    of = unit(REDUCED[POLLUTANTS.get(output, output)])
    return {"value": of.told(value), "unit": of.text}


def _curve(step: CurveStep, choice: Choice, naming: Naming) -> dict[str, Any]:
    """Return one step of the cost curve; its cost is yearly where the choice was by yearly cost."""
    output = choice.question.curve
    objective = ANNUAL if choice.objective == ANNUAL else INVESTMENT
    of = unit(REDUCED[POLLUTANTS.get(output, output)])
    return {
        **naming(*step.measure),
        "output": POLLUTANTS.get(output, output),
        "abated": _amount(output, step.abated),
        "cost": _cost(step.cost, objective),
        "specific": None
        if step.specific is None
        else {"value": step.specific * of.base(1.0), "unit": f"CNY/{of.text}"},
    }


def _aim(each: Reach, choice: Choice, naming: Naming, lang: str) -> dict[str, Any]:
    aim = each.aim
    short = choice.solution.lacks(aim.id)
    shown = {
        name: _shown(aim, value)
        for name, value in (("need", aim.need), ("reached", each.chosen), ("alone", each.alone),
                            ("without_budget", each.unbounded))
    }  # fmt: skip
    named = {one.id: one for one in choice.aims}
    return {
        "id": aim.id,
        "kind": aim.kind,
        "name": _name(aim, lang),
        "plant": aim.plant or None,
        "place": aim.place or None,
        "process": naming.process(aim.plant, aim.place) or None,
        "margin": aim.margin,
        "met": short <= 0,
        **shown,
        "short": _shown(evolve(aim, sign=1.0), short),
        "stands_in_the_way": each.stands if short > 0 else None,
        "beside": [
            {
                "id": id,
                "name": _name(named[id], lang),
                "place": named[id].place or None,
                "process": naming.process(named[id].plant, named[id].place) or None,
            }
            for id in each.beside
        ],
        "left_out": [
            {**naming(number, one.place, one.measure), "reason": say(one.reason, lang)} for number, one in each.left_out
        ],
    }


def _name(aim: AimOf, lang: str) -> str:
    """Return what an aim is called; of a need, the target (or total energy) and what the plants must save for it."""
    if aim.kind != REDUCE:
        return (aim.label[lang == "zh"] or aim.name) if aim.kind == LEVEL else aim.name.upper()
    output = word(POLLUTANTS.get(aim.name, aim.name), lang)
    head, need, _ = aim.id.partition(":need")
    if not need:
        return output
    whose = say("choose-total-energy", lang) if head == TOTAL_ENERGY else head.upper()
    return f"{whose}: {output}"


def _named(aim: AimOf, naming: Naming, lang: str) -> str:
    """Return what an aim is called, with its plant and process."""
    return " ".join(filter(None, (_name(aim, lang), aim.plant, naming.process(aim.plant, aim.place))))


def _plant(before: Assessment, after: Assessment, lang: str) -> dict[str, Any]:
    names = {name: POLLUTANTS.get(name, name) for name in ("energy", "electricity", *POLLUTANTS)}
    said = {label: _saved(after, name) for name, label in names.items()}
    return {
        "plant": after.plant.name,
        **({} if after.chance is None else {"chance": after.chance.to_dict(lang)}),
        "saved": {label: value for label, value in said.items() if value is not None},
        "in_part": [label for name, label in names.items() if after.totals[name].lacks],
        "gaps": [
            {"before": gap_of(one, lang), "after": gap_of(other, lang)}
            for one, other in zip(before.gaps, after.gaps, strict=False)
            if other.status != "not-evaluated"
        ],
        "grades": [
            {
                "process": result.case.name,
                "product": grade.limit.id,
                "label": grade.limit.label(lang),
                "before": grade.level.get("baseline"),
                "after": grade.level.get("reporting"),
            }
            for result in after.processes
            for grade in result.grades
        ],
        "money": None if after.money is None else money_of(after.money, lang),
    }


def _saved(after: Assessment, name: str) -> dict[str, Any] | None:
    """Return what is known of what a plant saves, None where nothing is."""
    value = after.totals[name].known
    if isinstance(value, Missing):
        return None
    of = unit({"energy": "tce", "electricity": "kWh"}.get(name, "t"))
    return {"value": of.told(value), "unit": of.text}
