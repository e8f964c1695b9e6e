"""The contract of a region for programs: plain values with units, what is not known null with its reason."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ecdcalc._version import __version__
from ecdcalc.assessment.co2e import CO2E
from ecdcalc.assessment.contract.form import REGION, SCHEMA, in_schema
from ecdcalc.assessment.contract.values import quantity
from ecdcalc.assessment.gaps import NOT_EVALUATED
from ecdcalc.assessment.money.instruments import equivalents, total_by_instrument
from ecdcalc.assessment.money.result import Money
from ecdcalc.assessment.region.counting import Entry, Offset
from ecdcalc.assessment.region.decompose import Effect, Share
from ecdcalc.assessment.region.dual_control import Decline, DualControl, TotalEnergy
from ecdcalc.assessment.region.handing_down import HandedDown
from ecdcalc.assessment.region.owned import own_measures
from ecdcalc.assessment.region.plants import SAVED
from ecdcalc.assessment.region.result import RegionFindings
from ecdcalc.assessment.region.targets import STATES, Standing
from ecdcalc.model.evaluation import POLLUTANTS
from ecdcalc.model.region import KEY_POLLUTANTS, Listed, series_unit
from ecdcalc.numbers.ops import Missing
from ecdcalc.numbers.units import Unit, unit
from ecdcalc.read.plans import load_plan
from ecdcalc.reference.factors import FactorTable, title_of
from ecdcalc.reference.plan import Plan
from ecdcalc.words.errors import Problem
from ecdcalc.words.labels import word
from ecdcalc.words.texts import say

_TCE, _KWH, _T, _SHARE = unit("tce"), unit("kWh"), unit("t"), unit("%")
_INTENSITY, _GDP, _MONEY = unit("tce/万元"), unit("亿元"), unit("万元")
_ENERGY = series_unit("energy")


def contract(result: RegionFindings, lang: str, schema: int = SCHEMA) -> dict[str, Any]:
    """Return the whole result as a dictionary that JSON can hold, in one edition of the schema."""
    region = result.region
    found = {
        "schema": SCHEMA,
        "region": region.name,
        "parent": region.parent or None,
        "plan": result.plan.id,
        "plan_label": result.plan.label(lang),
        "plan_labels": {each.id: each.label(lang) for each in _plans(result)},
        "base_year": region.base_year,
        "year": region.year,
        "price_year": region.price_year,
        "rules": {
            "exclude_renewables": region.rules.exclude_renewables,
            "exclude_feedstock": region.rules.exclude_feedstock,
            "exclude_listed": region.rules.exclude_listed,
            "basis": region.rules.basis,
            "count_rule": region.count_rule,
            "lag": region.lag,
        },
        "warnings": [each.to_dict(lang) for each in result.warnings],
        "scoreboard": {state: result.count(state) for state in STATES},
        "targets": [_standing(each, lang) for each in result.standings],
        "energy": {basis: _dual(each) for basis, each in result.energy.items()},
        "counties": {name: _dual(each) for name, each in result.counties.items()},
        "tiles": {each.name: [*each.tile] for each in region.whole() if each.tile is not None},
        "total_energy": {name: _total(each) for name, each in result.totals.items()},
        "single_listed": [_listed(each, region.year) for each in region.all_listed()],
        "carbon": {name: _decline(each) for name, each in result.carbon.items()},
        "sectors": {name: _decline(each) for name, each in result.sectors.items()},
        "plants": list(_plants(result)),
        "own_measures": list(own_measures(result, lang)),
        "rollup": _rollup(result),
        "projects": _register(result, lang),
        "contribution": _contribution(result),
        "handed_down": dict(_handed_down(result)),
        "differences": [
            {
                "region": each.region,
                "series": each.series,
                "whole": quantity(series_unit(each.series), each.whole),
                "parts": quantity(series_unit(each.series), each.parts),
                "difference": quantity(series_unit(each.series), each.amount),
                "lacking": list(each.lacking),
            }
            for each in result.differences
        ],
        "money": [_money(each) for each in result.money],
        "money_total": [_money(each) for each in total_by_instrument(result.money).values()],
        "rejected": [
            {"place": each.place, "problems": [problem.say(lang) for problem in each.problems]}
            for each in result.rejected
        ],
        "sources": list(_sources(result, lang)),
        "ecdcalc": __version__,
    }
    if result.chance is not None:
        found["chance"] = result.chance.to_dict(lang)
    return in_schema(found, REGION, schema)


def _standing(each: Standing, lang: str) -> dict[str, Any]:
    target = each.target
    own = target.reason_zh if lang == "zh" else target.reason
    reason = say(each.reason, lang, **each.values) if each.reason else ""
    parts = [reason, own if each.state == NOT_EVALUATED else ""]
    return {
        "target": target.id.upper(),
        "clause": target.where(lang),
        "label": target.label(lang),
        "type": target.type,
        "sector": list(target.sector),
        "op": target.comparison,
        "limit": quantity(each.limit.unit, each.limit.value) if each.limit else None,
        "set_by": each.plan,
        "state": each.state,
        "base": quantity(each.unit, each.base),
        "value": quantity(each.unit, each.value),
        "gap": quantity(each.unit, each.gap),
        "path": quantity(each.unit, each.path),
        "evaluator": each.evaluator or None,
        "deadline": target.deadline or None,
        "reason": "; ".join(filter(None, parts)) or None,
        "places": [
            {
                "plant": member.name,
                "county": member.county,
                "process": gap.process or None,
                "status": gap.status,
                "value": quantity(gap.limit.unit if gap.limit else gap.unit, gap.reporting),
                "gap": quantity(gap.limit.unit if gap.limit else gap.unit, gap.gap),
            }
            for member, gap in each.places
        ],
    }


_SHARES = (
    "target", "done", "compounded", "progress", "path", "remaining", "yearly_left", "yearly_even", "total_growth",
)  # fmt: skip


def _dual(found: DualControl | Missing) -> dict[str, Any] | None:
    if isinstance(found, Missing):
        return {"missing": sorted(found.names)}
    share = {name: quantity(_SHARE, getattr(found, name)) for name in _SHARES}
    return {
        **share,
        "allowed": quantity(_ENERGY, found.allowed),
        "growth_effect": quantity(_ENERGY, found.growth_effect),
        "basis": found.basis,
        "years": [
            {
                "year": row.year,
                "value_added": quantity(_GDP, row.value_added),
                "energy": quantity(_ENERGY, row.energy),
                "controlled": quantity(_ENERGY, row.controlled),
                "renewable": quantity(_KWH, row.renewable),
                "feedstock": quantity(_ENERGY, row.feedstock),
                "listed": quantity(_ENERGY, row.listed),
                "intensity": quantity(_INTENSITY, row.intensity),
                "decline": quantity(_SHARE, row.decline),
                "yearly": quantity(_SHARE, row.yearly),
                "path": quantity(_SHARE, row.path),
                "saved": quantity(_ENERGY, row.saved),
            }
            for row in found.rows
        ],
    }


def _decline(found: Decline | Missing) -> dict[str, Any]:
    if isinstance(found, Missing):
        return {"missing": sorted(found.names)}
    return {"change": quantity(_SHARE, found.value)}


def _saved_units() -> dict[str, Unit]:
    return {"energy": _TCE, "electricity": _KWH, **dict.fromkeys((*POLLUTANTS, CO2E), _T)}


def _label(name: str) -> str:
    return POLLUTANTS.get(name, name)


def _plants(result: RegionFindings) -> Iterator[dict[str, Any]]:
    for each in result.members:
        units = _saved_units()
        yield {
            "name": each.member.name,
            "county": each.member.county,
            "sector": each.member.sector,
            "place": each.member.place,
            "saved": {_label(name): quantity(units[name], each.totals[name].known) for name in SAVED},
            "lacks": {_label(name): [*each.totals[name].wants] for name in SAVED if each.totals[name].wants},
        }


def _rollup(result: RegionFindings) -> dict[str, Any]:
    counties = dict.fromkeys(each.member.county for each in result.members)
    sectors = sorted({each.member.sector for each in result.members})
    units = _saved_units()

    def sums(**only: str) -> dict[str, Any]:
        return {_label(name): quantity(units[name], result.saved(name, **only)) for name in SAVED}

    def lacks(**only: str) -> dict[str, Any]:
        found = {_label(name): result.total(name, **only).wants for name in SAVED}
        return {name: [names[place] for place in lacking] for name, lacking in found.items() if lacking}

    names = {each.member.place: each.member.name for each in result.members}
    return {
        "total": sums(),
        "counties": {name: sums(county=name) for name in counties},
        "sectors": {name: sums(sector=name) for name in sectors},
        "lacks": {
            "total": lacks(),
            "counties": {name: lacks(county=name) for name in counties},
            "sectors": {name: lacks(sector=name) for name in sectors},
        },
        "complete": {_label(name): result.total(name).complete for name in SAVED},
        "unknown": lacks(),
    }


def _register(result: RegionFindings, lang: str) -> dict[str, Any]:
    found = result.register
    return {
        "rule": found.rule,
        "lag": found.lag,
        "counted": {
            POLLUTANTS[name]: {
                "projects": quantity(_T, found.projects_sum(name)),
                "offsets": quantity(_T, found.used(name)),
                "counted": quantity(_T, found.counted(name)),
            }
            for name in KEY_POLLUTANTS
        },
        "entries": [_entry(each, lang) for each in found.entries],
        "offsets": [_offset(each) for each in found.offsets],
    }


def _entry(each: Entry, lang: str) -> dict[str, Any]:
    problem: Problem | None = each.problem
    return {
        "project": each.project.name,
        "county": each.project.county,
        "item": each.project.item,
        "plant": each.project.plant or None,
        "start": f"{each.project.start[0]}-{each.project.start[1]:02}",
        "pollutant": _label(each.pollutant),
        "annual": quantity(_T, each.annual),
        "counted": quantity(_T, each.counted),
        "carried": quantity(_T, each.carried),
        "by_year": {str(year): quantity(_T, value) for year, value in each.by_year.items()},
        "note": say(problem.key, lang, **problem.values) if problem else None,
    }


def _offset(each: Offset) -> dict[str, Any]:
    return {
        "source": each.source.name,
        "county": each.source.county,
        "pollutant": _label(each.pollutant),
        "multiple": each.multiple,
        "need": quantity(_T, each.need),
        "used": quantity(_T, each.used),
        "gap": quantity(_T, each.gap),
    }


def _effect(each: Effect, of: Unit) -> dict[str, Any]:
    return {name: quantity(of, getattr(each, name)) for name in ("activity", "structure", "intensity", "total")}


def _contribution(result: RegionFindings) -> dict[str, Any] | None:
    found = result.contribution
    if found is None:
        return None
    return {
        "energy": _effect(found.energy, _ENERGY),
        "by_sector": {name: _effect(each, _ENERGY) for name, each in found.by_sector.items()},
        "intensity": _effect(found.intensity, _INTENSITY),
        "intensity_by_sector": {name: _effect(each, _INTENSITY) for name, each in found.intensity_by_sector.items()},
    }


def _total(each: TotalEnergy) -> dict[str, Any]:
    return {
        "given": each.given,
        "expected_growth": quantity(_SHARE, each.expected),
        "growth": quantity(_SHARE, each.actual),
        "target": quantity(_ENERGY, each.target),
        "adjusted": quantity(_ENERGY, each.adjusted),
        "energy": quantity(_ENERGY, each.energy),
        "gap": quantity(_ENERGY, each.gap),
    }


def _listed(each: Listed, year: int) -> dict[str, Any]:
    return {
        "project": each.name,
        "county": each.county,
        "approval": each.approval or None,
        "energy": quantity(_ENERGY, each.energy.get(year)),
        "left_out": bool(each.approval),
    }


def _handed_down(result: RegionFindings) -> Iterator[tuple[str, dict[str, Any]]]:
    yield "energy", _handed(result.handed_down, _ENERGY)
    for pollutant, found in result.quotas.items():
        given = _handed(found, _T)
        for rows in given["counties"].values():
            for row in rows:
                row["counted"] = quantity(_T, result.register.counted(pollutant, row["name"]))
        yield POLLUTANTS[pollutant], given


def _handed(found: HandedDown, of: Unit) -> dict[str, Any]:
    both = {"counties": found.counties, "units": found.units}
    rows = {
        name: {method: [_share(each, of) for each in rows] for method, rows in shares.items()}
        for name, shares in both.items()
    }
    return {**rows, "lacking": list(found.lacking)}


def _share(each: Share, of: Unit) -> dict[str, Any]:
    return {
        "name": each.name,
        "saving": quantity(of, each.saving),
        "allowed": quantity(of, each.allowed),
        "rate": quantity(_SHARE, each.rate),
        "gain": quantity(of, each.gain),
    }


def _money(each: Money) -> dict[str, Any]:
    return {
        "plant": each.plant or None,
        "instrument": each.instrument,
        "before": quantity(_MONEY, each.before),
        "after": quantity(_MONEY, each.after),
        "saved": quantity(_MONEY, each.change),
    }


def factor_ids(result: RegionFindings) -> list[str]:
    """Return the published values that the region itself rests on, beside those of its plants."""
    ids = [id for each in result.energy.values() if isinstance(each, DualControl) for id in each.factors]
    taxed = {each.instrument.removeprefix("tax-") for each in result.money}
    ids += [id for name, id in equivalents(str(result.region.prices.get("dust", ""))).items() if name in taxed]
    return [*dict.fromkeys(ids)]


def _sources(result: RegionFindings, lang: str) -> Iterator[dict[str, str]]:
    for id in factor_ids(result):
        factor = FactorTable().get(id)
        title = title_of(factor.document, lang)
        yield {"id": id, "document": title, "value": f"{factor.value:g} {factor.unit.text}", "grade": factor.confidence}
    rules = {
        "pollutant-accounting-2021": result.register.entries,
        "ndrc-dual-control-2021": result.totals or [*result.region.all_listed()],
        "ang-2005": result.contribution,
    }
    for id in (id for id, used in rules.items() if used):
        yield {"id": id, "document": title_of(id, lang), "value": word("rule", lang), "grade": ""}
    for plan in _plans(result):
        title = title_of(plan.document, lang)
        yield {"id": plan.id, "document": title, "value": plan.label(lang), "grade": ""}


def _plans(result: RegionFindings) -> Iterator[Plan]:
    """Yield the plan and those above it."""
    plan = result.plan
    yield plan
    while plan.parent:
        plan = load_plan(plan.parent)
        yield plan
