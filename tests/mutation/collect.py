"""A pytest plugin that tells which test runs which line, and how long it takes: `-p tests.mutation.collect`.

Coverage gets the name of each test as its context, with the words in brackets; times are written beside its data.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import coverage

TIMES = os.environ.get("MUTATION_TIMES", "times.json")
_times: dict[str, float] = {}


def pytest_runtest_logstart(nodeid: str) -> None:
    """What runs from here on is that test's."""
    now = coverage.Coverage.current()
    if now is not None:
        now.switch_context(nodeid)


def pytest_runtest_logreport(report: Any) -> None:
    """Add up the time of a test that passed."""
    if report.when == "call" and not report.passed:
        _times.pop(report.nodeid, None)
    elif report.passed:
        _times[report.nodeid] = _times.get(report.nodeid, 0.0) + report.duration


def pytest_sessionfinish() -> None:
    """Write the times of the tests."""
    Path(TIMES).write_text(json.dumps(_times), encoding="utf-8")
