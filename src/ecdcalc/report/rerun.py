"""A snapshot computed again, as text: the same digits, or what has changed and why."""

from __future__ import annotations

import json
from collections.abc import Sequence

from ecdcalc.report.setting import text_table
from ecdcalc.report.snapshot import Change, Rerun
from ecdcalc.words.labels import word
from ecdcalc.words.texts import say

_MOST = 40
_LONGEST = 60


def render_rerun(found: Rerun, lang: str) -> str:
    """Return what a rerun found."""
    blocks = [say("rerun-same" if found.same else "rerun-differs", lang, count=len(found.differences))]
    if found.changes:
        blocks.append(_table(word("rerun-changes", lang), found.changes, lang))
    elif not found.same:
        blocks.append(say("rerun-code", lang))
    if found.differences:
        blocks.append(_table(word("rerun-differences", lang), found.differences, lang))
    return "\n\n".join(blocks)


def _table(title: str, changes: Sequence[Change], lang: str) -> str:
    heads = [word(key, lang) for key in ("rerun-kind", "rerun-place", "rerun-before", "rerun-after")]
    rows = [
        (word(f"rerun-{each.kind}", lang), each.place, _shown(each.before), _shown(each.after))
        for each in changes[:_MOST]
    ]
    more = say("rerun-more", lang, count=len(changes) - _MOST) if len(changes) > _MOST else ""
    return "\n".join(filter(None, (title, text_table(heads, rows), more)))


def _shown(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
