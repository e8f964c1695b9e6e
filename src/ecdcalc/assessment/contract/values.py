"""Plain values: a number with its unit, the public name of an output, a state, why a value is missing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ecdcalc.assessment.result import ProcessResult
from ecdcalc.model.evaluation import POLLUTANTS
from ecdcalc.model.outputs import State
from ecdcalc.numbers.formula import Output
from ecdcalc.numbers.ops import Missing, Number
from ecdcalc.numbers.trace import Named
from ecdcalc.numbers.units import Unit
from ecdcalc.words.labels import joined
from ecdcalc.words.texts import known, say


def quantity(of: Unit, value: Number) -> dict[str, Any] | None:
    """Return a number of base units as value and unit, None where it is missing."""
    if value is None or isinstance(value, Missing):
        return None
    return {"value": of.told(value), "unit": of.text}


def label_of(output: Output, lang: str) -> str:
    """Return the label of an output."""
    return output.zh if lang == "zh" else output.en


def public(name: str) -> str:
    """Return the name of an output for programs: pollutants as they are written."""
    return POLLUTANTS.get(name, name)


def state_of(state: State) -> dict[str, Any]:
    """Return what is known of a state."""
    return {public(name): found for name, term in state.items() if (found := quantity(term.unit, term.value))}


def saved_of(result: ProcessResult, saved: Mapping[str, Number]) -> dict[str, Any]:
    """Return what is saved, null where it is not known."""
    return {public(name): quantity(result.outputs[name].unit, value) for name, value in saved.items()}


def names_of(value: Missing, terms: Iterable[Named], lang: str) -> Mapping[str, str]:
    """Return what the inputs that are not given are called: in Chinese by label, with the key to write it by."""
    if lang == "en":
        return {}
    leaves = (leaf for term in terms for leaf in term.leaves() if isinstance(leaf.value, Missing))
    labels = {leaf.text: leaf.label[1] for leaf in leaves}
    return {name: f"{labels[name]} {name}" for name in value.names if labels.get(name)}


def reason_of(value: Missing, lang: str, names: Mapping[str, str] | None = None) -> str:
    """Return why a value is missing: the inputs that are not given (by `names`), and the reason that is stated."""
    lacking = [(names or {}).get(name, name) for name in sorted(value.names)]
    found = [say("lacks-inputs", lang, names=joined(lacking, lang))] if lacking else []
    if value.reason == "zero-denominator":
        found = found or [say(value.reason, lang, names="?")]
    elif value.reason:
        found.append(say(value.reason, lang) if known(value.reason) else value.reason)
    return ("；" if lang == "zh" else "; ").join(found)
