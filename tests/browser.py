"""A real browser with the network off, and what is read out of the page that it has built."""

import functools
import shutil
import subprocess
from html.parser import HTMLParser

import pytest

PROGRAM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
_OFF = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND")  # fmt: skip

needs_browser = pytest.mark.skipif(PROGRAM is None, reason="no Chromium on this machine: pages are not opened")


def run(page, profile, *asked):
    done = subprocess.run(
        [PROGRAM, *_OFF, f"--user-data-dir={profile}", *asked, page.as_uri()],
        capture_output=True, text=True, timeout=120, check=True,
    )  # fmt: skip
    return done.stdout


class Read(HTMLParser):
    """Elements with their attributes, the numbers of a page with what is shown for them, and its text."""

    def __init__(self, text):
        super().__init__()
        self.elements, self.numbers, self.text = [], {}, []
        self._open = None
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.elements.append((tag, attrs))
        if tag == "data":
            self._open = attrs["data-path"], float(attrs["value"])

    def handle_endtag(self, tag):
        if tag == "data":
            self._open = None

    def handle_data(self, data):
        self.text.append(data)
        if self._open:
            self.numbers[self._open[0]] = (self._open[1], data)


def at(found, path):
    """The quantity at a path of the JSON; names may hold dots."""
    if not path:
        return found
    steps = path.split(".")
    for count in range(1, len(steps) + 1):
        key, rest = ".".join(steps[:count]), ".".join(steps[count:])
        if isinstance(found, list):
            return at(found[int(steps[0])], ".".join(steps[1:]))
        if key in found:
            try:
                return at(found[key], rest)
            except KeyError:
                continue
    raise KeyError(path)


@functools.cache
def quantities(name, lang):
    """Every quantity of the parts of a contract that a page must show, by its path."""
    from shown import contract

    found = contract(name, lang)
    if name == "city":
        return {*walk(found["rollup"]["counties"], "rollup.counties"), *walk(found["plants"], "plants")}
    states = ("baseline", "reporting", "saved")
    paths = {*walk(found["totals"]["reductions"], "totals.reductions")}
    for number, each in enumerate(found["processes"]):
        paths |= {path for state in states for path in walk(each[state], f"processes.{number}.{state}")}
    return paths


def walk(found, path):
    if isinstance(found, list):
        for number, each in enumerate(found):
            yield from walk(each, f"{path}.{number}")
    elif isinstance(found, dict):
        if {*found} == {"value", "unit"}:
            if isinstance(found["value"], (int, float)):
                yield path
        else:
            for key, each in found.items():
                yield from walk(each, f"{path}.{key}")
