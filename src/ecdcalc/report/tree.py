"""How a value came about, as a tree: each formula with its numbers, each factor with its source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ecdcalc.assessment.contract.values import names_of, reason_of
from ecdcalc.numbers.ops import Missing
from ecdcalc.numbers.trace import Named, used
from ecdcalc.reference.clauses import clause_of
from ecdcalc.reference.factors import title_of
from ecdcalc.words.labels import colon, number, unit_word, word
from ecdcalc.words.texts import say


def tree(term: Named, lang: str, told: Iterable[Named] = ()) -> str:
    """Return the tree of one value; what is told elsewhere is not gone into again."""
    return "\n".join(_lines(term, lang, "", "", {id(each) for each in told}))


def _lines(term: Named, lang: str, first: str, rest: str, seen: set[int]) -> Iterator[str]:
    label = term.label[lang == "zh"]
    yield f"{first}{term.text} = {shown(term, lang)}" + (f"    {label}" if label else "")
    if term.formula is None:
        yield from (f"{rest}    {line}" for line in origin_lines(term, lang))
        return
    cites = cited(term.cites, lang)
    yield f"{rest}    = {term.formula.text}" + (f"    [{cites}]" if cites else "")
    if id(term) in seen:
        yield f"{rest}    …"
        return
    seen.add(id(term))
    inputs = used(term.formula)
    for number_, each in enumerate(inputs, 1):
        last = number_ == len(inputs)
        yield from _lines(each, lang, rest + ("└── " if last else "├── "), rest + ("    " if last else "│   "), seen)


def shown(term: Named, lang: str) -> str:
    """Return the value of a term with its unit, or why there is none."""
    if isinstance(term.value, Missing):
        return reason_of(term.value, lang, names_of(term.value, [term], lang)) or "–"
    if isinstance(term.value, (int, float)):
        return f"{number(term.unit.told(term.value))} {unit_word(term.unit.text, lang)}".rstrip()
    return str(term.value)


def origin_lines(term: Named, lang: str) -> Iterator[str]:
    """Yield where a value comes from: a factor with its source, an assumption, the file."""
    origin = term.origin
    if origin is None:
        if term.formula is None and isinstance(term.value, float) and term.value:  # no file gave it: a measure did
            yield f"← {word('changed', lang)}"
        return
    changed = origin.value is not None and origin.value != term.value
    if changed:
        yield f"← {word('changed', lang)}"
    if origin.factor:
        factor = origin.factor
        edition = f"{word('edition', lang)} {factor.edition}" if factor.edition else ""
        grade = f"{word('confidence', lang)} {factor.confidence}"
        document, clause = title_of(factor.document, lang), clause_of(factor.clause, lang)
        parts = [factor.id, document, clause, edition, grade, "*" if factor.own else ""]
        yield "← " + ", ".join(filter(None, parts))
    elif origin.kind == "assumed":
        yield f"← {say(origin.text, lang)}"
    elif origin.kind == "rollup":
        yield f"← {word('rollup', lang)}{colon(lang)}{origin.text}"
    elif origin.text:
        yield f'← {word("given", lang)}{colon(lang)}"{origin.text}"'


def cited(cites: str, lang: str) -> str:
    """Return title and clause of the document that a formula is from."""
    document, _, clause = cites.partition("#")
    if not cites or document == "definition":
        return ""
    return f"{title_of(document, lang)} {clause_of(clause, lang)}".strip()
