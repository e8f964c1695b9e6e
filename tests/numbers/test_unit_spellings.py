"""How engineers write units on plates, in reports and in ledgers: each spelling is read, or refused with its reason.

`golden/units.csv` holds the spellings with the exact factor to a unit of the package and what is to be done with each:
read; read as gauge pressure, above the atmosphere; a kind of its own; refuse, as it has several meanings.
"""

import csv
from pathlib import Path

import pytest

from ecdcalc.assessment.convert import convert
from ecdcalc.numbers.units import read_quantity, unit
from ecdcalc.words.errors import EcdcalcError

TEXT = (Path(__file__).parents[1] / "golden" / "units.csv").read_text(encoding="utf-8")
ROWS = [*csv.DictReader(TEXT.splitlines())]
PRINTED = 2e-6
"""Some factors are printed to eight digits."""


def rows(advice):
    return [pytest.param(row, id=row["written"]) for row in ROWS if row["advice"] == advice]


def in_unit(row, count=1):
    return convert(f"{count} {row['written']}", row["unit"]).result.value


@pytest.mark.parametrize("row", rows("read"))
def test_it_is_read(row):
    if "蒸吨" in row["written"]:  # a mass in an hour, too: the asked unit decides
        asked = unit(row["unit"])
        found = asked.out(read_quantity(f"1 {row['written']}", asked).value)
    elif not row["factor"]:  # a temperature: no factor
        assert in_unit(row, 20) == pytest.approx(293.15)
        return
    else:
        found = in_unit(row)
    assert found == pytest.approx(float(row["factor"]), rel=PRINTED)


@pytest.mark.parametrize("row", rows("gauge"))
def test_it_is_read_as_gauge(row):
    assert in_unit(row, 0) == pytest.approx(101.325)
    assert in_unit(row, 2) - in_unit(row, 1) == pytest.approx(in_unit(row, 1) - 101.325)


@pytest.mark.parametrize("row", rows("kind"))
def test_it_is_a_kind_of_its_own(row):
    read_quantity(f"1 {row['written']}")
    with pytest.raises(EcdcalcError):
        in_unit(row)


@pytest.mark.parametrize("row", rows("refuse"))
def test_it_is_refused_with_its_reason(row):
    with pytest.raises(EcdcalcError) as caught:
        read_quantity(f"1 {row['written']}")
    assert caught.value.key not in ("unit-unknown", "unit-unknown-near")
    assert row["written"].split()[0] in str(caught.value)
