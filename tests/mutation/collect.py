"""A pytest plugin that tells which test runs which line, and how long it takes: `-p tests.mutation.collect`.

Coverage gets the name of each test as its context, with the words in brackets, in this process and in the commands that the
test starts; times are written beside its data, by each worker of `-n` into a file of its own.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import coverage

FOLDER = "MUTATION_FOLDER"
_times: dict[str, float] = {}


def pytest_runtest_logstart(nodeid: str) -> None:
    """What runs from here on is that test's."""
    now = coverage.Coverage.current()
    if now is not None:
        now.switch_context(nodeid)
        now.config.context = nodeid  # what `patch = subprocess` hands on to processes begun from here
        os.environ["COVERAGE_PROCESS_CONFIG"] = now.config.serialize()


def pytest_runtest_logreport(report: Any) -> None:
    """Add up the time of a test as long as it passes."""
    if report.passed and (report.when == "setup" or report.nodeid in _times):
        _times[report.nodeid] = _times.get(report.nodeid, 0.0) + report.duration
    else:
        _times.pop(report.nodeid, None)


def pytest_sessionfinish() -> None:
    """Write the times of the tests."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "")
    (Path(os.environ[FOLDER]) / f"times{worker}.json").write_text(json.dumps(_times), encoding="utf-8")
