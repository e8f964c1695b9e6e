"""The results that a process is there for, in a report: before and after, each with its label."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ecdcalc.report.section import Section
from ecdcalc.words.labels import amount, word


def own_results(processes: Sequence[dict[str, Any]], lang: str) -> Iterator[Section]:
    """Yield the section of what each process is for, where anything of it is known."""
    rows = [
        (
            each["title"],
            each["labels"][name].partition(":")[0].partition(";")[0],
            amount(each["baseline"].get(name), lang),
            amount(each["reporting"].get(name), lang),
        )
        for each in processes
        for name in each["shown"]
        if name in each["baseline"] or name in each["reporting"]
    ]
    if rows:
        yield Section(word("own-results", lang), [word(key, lang) for key in _HEADS], rows)


_HEADS = ("name", "item", "baseline", "reporting")
