"""Every published value, assumption and standard that a result rests on."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any

from ecdcalc.assessment.result import Findings
from ecdcalc.model.process import Origin
from ecdcalc.numbers.trace import leaves_of
from ecdcalc.reference.clauses import clause_of
from ecdcalc.reference.factors import Factor, documents, title_of
from ecdcalc.words.texts import say


def sources(result: Findings, lang: str) -> Iterator[dict[str, Any]]:
    """Yield every published value, assumption and standard that the result rests on, each once."""
    origins: dict[str, Origin] = {}
    for each in result.processes:
        both = chain(each.baseline.values(), each.reporting.values())  # the same terms, where nothing changes
        for leaf in leaves_of(both):
            if leaf.origin and leaf.origin.kind in ("default", "assumed") and leaf.origin.text:
                origins.setdefault(leaf.origin.text, leaf.origin)
        for step in each.case.steps:
            origins |= {origin.text: origin for origin in step.origins.values() if origin.kind == "default"}
    for id, origin in sorted(origins.items()):
        yield _factor_source(origin.factor, lang) if origin.factor else _assumption(id, lang)
    yield from _limit_sources(result, lang)
    if result.plant.plan:
        plan = result.plant.plan
        yield _source(plan.id, plan.document, "", "", "A", plan.label(lang), lang)


def _factor_source(factor: Factor, lang: str) -> dict[str, Any]:
    value = f"{factor.value:g} {factor.unit.text}".removesuffix(" 1") if factor.value is not None else ""
    found = _source(factor.id, factor.document, factor.clause, factor.edition, factor.confidence, value, lang)
    return {**found, "label": factor.label(lang), "own": factor.own, "caution": bool(factor.caution)}


def _assumption(id: str, lang: str) -> dict[str, Any]:
    return _source(id, "", "", "", "C", say(id, lang), lang)


def _limit_sources(result: Findings, lang: str) -> Iterator[dict[str, Any]]:
    seen = set()
    for each in result.processes:
        for grade in (edition for of in each.grades for edition in (of, *of.others)):
            if grade.limit.id not in seen:
                seen.add(grade.limit.id)
                limit = grade.limit
                found = _source(limit.id, limit.standard, limit.clause, limit.effective[:4], limit.confidence, "", lang)
                yield {**found, "label": limit.label(lang), "own": limit.own}


def _source(
    id: str, document: str, clause: str, edition: str, confidence: str, value: str, lang: str
) -> dict[str, Any]:
    return {
        "id": id,
        "document": title_of(document, lang),
        "clause": clause_of(clause, lang),
        "edition": edition or documents().get(document, {}).get("edition", ""),
        "confidence": confidence,
        "value": value,
    }
