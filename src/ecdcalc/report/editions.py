"""What a reader is told beside a grade: the other editions, limits that are not confirmed, the national levels."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ecdcalc.words.labels import colon, joined, word
from ecdcalc.words.texts import say

_STATES = ("baseline", "reporting")


def edition_notes(grade: dict[str, Any], title: str, lang: str) -> Iterator[str]:
    """Yield the notes to one grade of the contract: what holds of the product, then of the process of that title."""
    name = f"{grade['label']}{colon(lang)}"
    if not grade["decides"]:
        yield name + say("limits-unconfirmed", lang, standard=grade["standard"])
    if grade["uncorrected"]:
        yield name + say("limits-uncorrected", lang, standard=grade["standard"], correction=grade["uncorrected"])
    name = f"{title}{colon(lang)}"
    for each in grade.get("editions", ()):
        if levels_of(each) != levels_of(grade):
            yield name + _by_edition(each, lang)
    if national := grade.get("national"):
        reached = [word(f"national-{level}", lang) for level in dict.fromkeys(national["level"].values()) if level]
        if reached:
            yield name + say("level-national", lang, document=national["document"], level=" → ".join(reached))


def levels_of(grade: dict[str, Any]) -> tuple[Any, ...]:
    """Return the level by state; None where the process is not there in it."""
    return tuple(grade[state] and grade[state]["level"] for state in _STATES)


def shown_level(level: int | str, lang: str) -> str:
    """Return a level, "not qualified" or "incomplete" in `lang`."""
    return word(f"level-{level}" if isinstance(level, int) else level, lang)


def _by_edition(grade: dict[str, Any], lang: str) -> str:
    """Return "from 2026-07-01 (GB …): level 3", both states where they differ."""
    levels = [shown_level(each, lang) for each in dict.fromkeys(levels_of(grade)) if each is not None]
    key = "level-until" if grade["in_force"] is False and grade["until"] else "level-from"
    date = grade["until"] if key == "level-until" else grade["effective"] or word("unknown", lang)
    said = say(key, lang, date=date, standard=grade["standard"], level=" → ".join(levels))
    return joined([said, *([] if grade["decides"] else [word("unconfirmed", lang)])], lang)
