"""Every message in both languages, English and Chinese, one file for each topic.

A key has the same values in both languages. A new topic is a new file, named below.
"""

from __future__ import annotations

from ecdcalc.words.messages import (
    chance,
    charts,
    decide,
    door,
    editions,
    energy_report,
    files,
    forms,
    keys,
    library,
    measures,
    media,
    money,
    names,
    plugins,
    regions,
    results,
    snapshots,
    spellings,
    tables,
    units,
    warnings,
    workbook,
)

TOPICS = (
    chance,
    charts,
    decide,
    door,
    editions,
    energy_report,
    files,
    forms,
    keys,
    library,
    measures,
    media,
    money,
    names,
    plugins,
    regions,
    results,
    snapshots,
    spellings,
    tables,
    units,
    warnings,
    workbook,
)
