"""How a target of a region, or what its plants save, came about, as terms.

`T020`, `target.t020` or `gap.t020` is how far a target is missed: its value against its limit, the value by the series,
the projects or the plants that it comes from. `saved` (of everything), `saved.NOx` and `total.energy` are the sums over
the plants.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from ecdcalc.assessment.gaps import NOT_EVALUATED
from ecdcalc.assessment.region.dual_control import DualControl
from ecdcalc.assessment.region.plants import SAVED
from ecdcalc.assessment.region.result import RegionFindings
from ecdcalc.assessment.region.targets import Standing
from ecdcalc.model.evaluation import POLLUTANTS, SAVED_UNITS
from ecdcalc.model.process import Origin
from ecdcalc.model.region import series_unit
from ecdcalc.numbers.ops import Missing, Number, total
from ecdcalc.numbers.trace import Named, Term
from ecdcalc.numbers.units import Unit, unit
from ecdcalc.reference.factors import title_of
from ecdcalc.words.errors import NotFoundError, near
from ecdcalc.words.labels import word
from ecdcalc.words.texts import say

_TARGET = re.compile(r"(?:(?:gap|target)s?\.)?(?P<id>[\w-]+)$", re.IGNORECASE)
_SUM = re.compile(r"(?:saved|total)(?:\.(?P<output>[\w-]+))?$")
_RATIOS = {"region.co2_intensity_reduction": ("co2", "gdp")}
_GROWTHS = {
    "region.co2_growth": "co2",
    "region.coal_growth": "coal",
    "coal-balance.growth": "coal",
}


def explain_region(result: RegionFindings, path: str, lang: str = "en") -> tuple[Named, ...]:
    """Return the terms behind a target or a total. Raises `NotFoundError`."""
    if match := _SUM.match(path):
        outputs = [match["output"]] if match["output"] else SAVED
        return tuple(term for output in outputs for term in _saved(result, output))
    match = _TARGET.match(path)
    ids = [each.target.id.upper() for each in result.standings]
    found = [each for each in result.standings if match and each.target.id.lower() == match["id"].lower()]
    if not found:
        raise NotFoundError("path-unknown", found=path, near=near(path.upper(), ids) or ", ".join(ids[:20]))
    return tuple(_gap(result, each, lang) for each in found)


def _saved(result: RegionFindings, asked: str) -> tuple[Named, ...]:
    labels: Mapping[str, str] = {POLLUTANTS.get(name, name).lower(): name for name in SAVED}
    output = labels.get(asked.lower(), asked)
    if output not in SAVED:
        raise NotFoundError("path-unknown", found=asked, near=near(asked.lower(), [*labels]) or ", ".join(labels))
    of, label = SAVED_UNITS.get(output, unit("t")), POLLUTANTS.get(output, output)
    parts = [_told(f"{each.member.name}.saved.{label}", each.totals[output].known, of) for each in result.members]
    known = [each for each in parts if not isinstance(each.value, Missing)]
    lacking = [
        Named(f"{each.member.name}.{place}.saved.{label}".replace("..", "."), gap, of)
        for each in result.members
        for place, gap in each.totals[output].lacks.items()
    ]
    whole: Term | None = total(known) if known else None
    head = Missing(frozenset(), "no-source-class") if whole is None else whole.value
    return (Named(f"saved.{label}", head, of, formula=whole), *lacking)


def _gap(result: RegionFindings, found: Standing, lang: str) -> Named:
    target = found.target
    label = (target.label("en"), target.label("zh"))
    name = f"gap.{target.id.upper()}"
    if found.state == NOT_EVALUATED or found.limit is None or found.gap is None:
        reason = say(found.reason, lang, **found.values) if found.reason else word(found.state, lang)
        return Named(name, reason, found.unit, label=label)
    place = f"{title_of(result.plan.document, lang)} {target.where(lang)}"
    own = found.plan.startswith("targets.")
    given = Origin("given", word("set-by-region", lang, place=place) if own else place)
    limit = Named(f"limit.{target.id.upper()}", found.limit.value, found.limit.unit, origin=given)
    value = Named(target.indicator, found.value, found.unit, label=label, formula=_value(result, found))
    up = target.comparison in (">", ">=")
    return Named(name, found.gap, found.unit, label=label, formula=limit - value if up else value - limit)


def _value(result: RegionFindings, found: Standing) -> Term | None:
    """Return what the value of a target comes from."""
    target, region = found.target, result.region
    if found.evaluator == "plants":
        places = [
            Named(
                f"{member.name}.{gap.process or target.process}",
                gap.reporting,
                gap.limit.unit if gap.limit else gap.unit,
            )
            for member, gap in found.places
        ]
        return Term(found.value, ", ".join(each.text for each in places), 0, tuple(places))
    if found.evaluator == "indicator":
        given = Named(
            f"indicators.{target.id}.{region.year}", found.value, found.unit, origin=Origin("given", region.name)
        )
        return Term(found.value, given.text, 0, (given,))
    ends = (region.base_year, region.year)
    controlled = result.energy[region.rules.basis]
    if target.indicator == "region.energy_intensity_reduction" and isinstance(controlled, DualControl):
        rows = {row.year: row for row in controlled.rows}
        energy = [_told(f"energy.{year}", rows[year].controlled, series_unit("energy")) for year in ends]
        value_added = [_told(f"gdp.{year}", rows[year].value_added, series_unit("gdp")) for year in ends]
        return _decline(energy, value_added)
    pair = _RATIOS.get(target.indicator)
    if target.indicator == "plant.intensity_reduction":
        pair = (f"sector_energy.{target.sector[0]}", f"value_added.{target.sector[0]}")
    if pair:
        above, below = ([_series(result, name, year) for year in ends] for name in pair)
        return _decline(above, below)
    growing = _GROWTHS.get(target.indicator)
    if growing:
        first, last = (_series(result, growing, year) for year in ends)
        growth: Term = last / first - 1
        return growth
    return _counted(result, found)


def _counted(result: RegionFindings, found: Standing) -> Term | None:
    """Return the projects of the register that a counted amount comes from."""
    pollutant = found.target.indicator.removeprefix("key-projects.").removesuffix("_counted")
    entries = [
        _told(each.project.name, each.counted, unit("t"))
        for each in result.register.entries
        if each.pollutant == pollutant and each.counted
    ]
    if not entries or not found.target.indicator.startswith("key-projects."):
        return None
    return Term(found.value, " + ".join(each.text for each in entries), 0, tuple(entries))


def _told(name: str, value: Number, of: Unit) -> Named:
    """Return a number that the region gives, or that stands in its result: here its tree ends."""
    return Named(name, value, of, origin=Origin("result", ""))


def _series(result: RegionFindings, name: str, year: int) -> Named:
    return _told(f"series.{name}.{year}", result.region.value(name, year), series_unit(name))


def _decline(above: list[Named], below: list[Named]) -> Term:
    (first, last), (base, now) = above, below
    decline: Term = 1 - (last / now) / (first / base)
    return decline
