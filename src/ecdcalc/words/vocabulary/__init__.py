"""The words of tables in both languages, English and Chinese, one file for each topic.

A new topic is a new file, named below.
"""

from __future__ import annotations

from ecdcalc.words.vocabulary import (
    carriers,
    chance,
    charts,
    editions,
    energy_report,
    forms,
    general,
    money,
    page,
    screen,
    snapshots,
    warnings,
    workbook,
)

TOPICS = (
    carriers,
    chance,
    charts,
    editions,
    energy_report,
    forms,
    general,
    money,
    page,
    screen,
    snapshots,
    warnings,
    workbook,
)
