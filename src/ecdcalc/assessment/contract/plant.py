"""The contract for programs: an assessment as plain values with units (`ecdcalc schema` prints its form).

Numbers are in the units of `docs/json.md`; what is not known is null with its reason in `not_computed`.
Nothing is rounded.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from ecdcalc._version import __version__
from ecdcalc.assessment.contract.form import ASSESSMENT, SCHEMA, in_schema
from ecdcalc.assessment.contract.lacking import not_computed
from ecdcalc.assessment.contract.processes import gap_of, process_of
from ecdcalc.assessment.contract.sources import sources
from ecdcalc.assessment.contract.splits import splits
from ecdcalc.assessment.contract.totals import Grades, only_whole, totals
from ecdcalc.assessment.result import Findings
from ecdcalc.model.part_of import whole_of
from ecdcalc.words.labels import word

if TYPE_CHECKING:
    from ecdcalc.assessment.money.result import PlantMoney


def contract(result: Findings, lang: str, schema: int = SCHEMA) -> dict[str, Any]:
    """Return the whole result as a dictionary that JSON can hold, in one edition of the schema."""
    plant, titles, grades = result.plant, titles_of(result, lang), Grades()
    saved = totals(result, grades, titles, lang)
    found = {
        "schema": SCHEMA,
        "sector": plant.sector.id,
        "sector_label": plant.sector.label(lang),
        "plant": plant.name,
        "year": plant.year,
        "plan": plant.plan.id if plant.plan else None,
        "plan_label": plant.plan.label(lang) if plant.plan else None,
        "basis": result.basis,
        "warnings": [each.to_dict(lang) for each in result.warnings],
        "totals": saved if schema == SCHEMA else only_whole(saved),
        "splits": splits(result, lang),
        "processes": [
            process_of(each, titles[each.case.place], result.basis, grades, lang) for each in result.processes
        ],
        "gaps": [gap_of(each, lang) for each in result.gaps],
        "not_computed": list(not_computed(result, titles, lang)),
        "sources": list(sources(result, lang)),
        "ecdcalc": __version__,
        **({} if result.money is None else {"money": _money(result.money, lang)}),
        **({} if result.chance is None else {"chance": result.chance.to_dict(lang)}),
    }
    return in_schema(found, ASSESSMENT, schema)


def _money(found: PlantMoney, lang: str) -> dict[str, Any]:
    from ecdcalc.assessment.contract.money import money_of

    return money_of(found, lang)


def titles_of(result: Findings, lang: str) -> dict[str, str]:
    """Return what a reader calls each process, by its place: its name, else the label of its kind, numbered.

    What a retrofit does not cover is called after the whole.
    """
    kinds = [type(each.case.baseline).about for each in result.processes]
    wholes = [whole_of(each.case.place) for each in result.processes]
    count = Counter(about.key for about, whole in zip(kinds, wholes, strict=True) if not whole)
    seen: Counter[str] = Counter()
    found = dict[str, str]()
    for each, about, whole in zip(result.processes, kinds, wholes, strict=True):
        if whole:
            found[each.case.place] = word("title-rest", lang, name=found[whole])
            continue
        seen[about.key] += 1
        label = about.zh if lang == "zh" else about.en
        numbered = f"{label} {seen[about.key]}" if count[about.key] > 1 else label
        found[each.case.place] = each.case.baseline.name or numbered
    return found
