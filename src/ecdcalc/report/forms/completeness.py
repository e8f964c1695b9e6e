"""The list of completeness of a form: what is filled, none or missing, and where each of them is given."""

from __future__ import annotations

from typing import Any

from ecdcalc.report.forms.fill import FilledForm, unused
from ecdcalc.report.setting import text_table
from ecdcalc.words.errors import InputError, Problem
from ecdcalc.words.labels import joined, word


def completeness(filled: FilledForm, result: Any, lang: str) -> str:
    """Return the list as text: what is missing first."""
    rows = [
        (word(line.state, lang), word("yes" if line.required else "no", lang), line.chapter, line.label, line.place)
        for line in sorted(filled.lines, key=lambda line: (line.state != "missing", not line.required))
    ]
    names = ("status", "required", "chapter", "item", "place")
    parts = [word("form-title", lang, form=filled.title), text_table([word(name, lang) for name in names], rows)]
    if not filled.missing:
        parts.append(word("form-none-missing", lang))
    if told := unused(filled.form, result):
        parts.append(word("form-unused", lang, names=joined(told, lang)))
    return "\n\n".join(parts)


def refuse_missing(filled: FilledForm) -> None:
    """Raise `InputError` for every required cell that is missing."""
    problems = [
        Problem(line.path, "form-incomplete", {"label": line.label, "form": filled.form.id}) for line in filled.missing
    ]
    if problems:
        raise InputError(problems)
