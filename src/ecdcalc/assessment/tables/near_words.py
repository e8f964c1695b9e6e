"""The option that a misspelt word of a row was probably meant to be, told of rows that are held and set aside.

What an engine refuses has one sentence for all words; which option is near is looked for word by word.
"""

from __future__ import annotations

from collections.abc import Iterable

import polars

from ecdcalc.assessment.tables.checks import REFUSAL, not_fitting
from ecdcalc.assessment.tables.columns import Column
from ecdcalc.read.words import not_an_option
from ecdcalc.words.errors import PAGE


def with_near(lang: str, columns: Iterable[Column], aside: polars.DataFrame) -> polars.DataFrame:
    """Return rows that were set aside with the words of plant files for a word that is none of a choice."""
    place, found, reason = map(polars.col, REFUSAL)
    for column in columns:
        if column.unit is not None:
            continue
        here = (place == column.name) & (reason == not_fitting(column, lang)) & found.is_not_null()
        words = aside.filter(here)[REFUSAL[1]].unique(maintain_order=True)[:PAGE]
        told = {word: not_an_option(column.name, column.field, word).say(lang) for word in words}
        if told:
            named = found.replace_strict(told, default=reason, return_dtype=polars.String)
            aside = aside.with_columns(polars.when(here).then(named).otherwise(reason).alias(REFUSAL[2]))
    return aside
