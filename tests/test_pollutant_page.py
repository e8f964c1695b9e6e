"""The page of pollutant rules names outputs: each has to exist in the sector that it is said to be in."""

import re
from pathlib import Path

import pytest

from ecdcalc.model.process import fields_of
from ecdcalc.model.sector import sectors
from ecdcalc.numbers.formula import outputs_of

PAGE = (Path(__file__).parents[1] / "docs" / "pollutants.md").read_text(encoding="utf-8")
NAMES = "|".join(sorted(sectors(), key=len, reverse=True))
TOKEN = re.compile(rf"`(?P<table>[a-z][a-z-]*)\.(?P<name>[a-z0-9_]+)`|\b(?P<sector>{NAMES})\b")


def places():
    sector = ""
    for line in PAGE.splitlines():
        for match in TOKEN.finditer(line.rpartition("|")[0].rpartition("|")[2] if line.startswith("|") else ""):
            if match["sector"]:
                sector = match["sector"]
            else:
                yield sector, match["table"], match["name"]


PLACES = sorted(set(places()))


def test_the_page_names_many():
    assert len(PLACES) > 60


@pytest.mark.parametrize(("sector", "table", "name"), PLACES)
def test_what_the_page_names_exists(sector, table, name):
    cls = sectors()[sector].process(table)
    assert name in outputs_of(cls) or name in fields_of(cls)
