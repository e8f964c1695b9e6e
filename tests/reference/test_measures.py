"""Every measure of the library is offered by a sector, or its page says why it is left out.

`golden/measures.csv` is the list of the retrofits that were looked up, transcribed apart from the shipped library: the
two have to agree in number, life and grade. The library may hold more; what it holds has to be offered too.
"""

import csv
from pathlib import Path

import pytest

from ecdcalc.model.sector import sectors
from ecdcalc.reference.costs import costs_of
from ecdcalc.reference.factors import FactorTable
from ecdcalc.reference.measures import measure_rows

HERE = Path(__file__).parents[1]
LISTED = list(csv.DictReader((HERE / "golden" / "measures.csv").read_text(encoding="utf-8").splitlines()))
LIBRARY = measure_rows()
OFFERED = {each.row.id for sector in sectors().values() for each in sector.measures}
LEFT_OUT = {
    "ck-scope21": "coking",
    "st-thin-slab": "steel",
    "tr-shore-power": "transport",
}
"""Measures that no sector offers, each with the page that says why."""


def left_out(page):
    text = (HERE.parent / "docs" / "sectors" / f"{page}.md").read_text(encoding="utf-8")
    return text.partition("\n## Left out\n")[2]


def test_the_list_is_the_whole_of_what_was_looked_up():
    assert len(LISTED) == len({row["id"] for row in LISTED}) == 107
    assert {row["id"] for row in LISTED} <= {*LIBRARY}


@pytest.mark.parametrize("row", LISTED, ids=lambda row: row["id"])
def test_each_row_is_shipped_as_it_was_looked_up(row):
    shipped = LIBRARY[row["id"]]
    replaced = shipped.confidence != row["confidence"]
    assert row["sector"] in (shipped.sector, "common")
    for name in ("life_years",) if replaced else ("saving_low", "saving_typ", "saving_high", "life_years"):
        assert [float(each) for each in (getattr(shipped, name), row[name]) if each] in (
            [],
            [float(row[name] or 0)] * 2,
        )
    if replaced:
        assert row["confidence"] == "C" > shipped.confidence, "only what was not confirmed is replaced"
        assert float(shipped.saving_typ) in found_for(shipped)


def found_for(shipped):
    """The savings that were found for a measure of the grade that it is shipped with."""
    if shipped.id == "co-cmm":
        methane = FactorTable().get("carriers/pure-methane.coal")
        return [methane.value] if methane.confidence == shipped.confidence else []
    rows = [each for each in costs_of(shipped, "saving") if each.confidence == shipped.confidence]
    told = {"tr-ecodriving": [5.0]}  # the study of one day, which the row tells in its note
    return [value for each in rows for value in (each.low, each.typ, each.high)] + told.get(shipped.id, [])


def test_less_than_a_third_of_the_savings_are_not_confirmed():
    assert sum(each.confidence == "C" for each in LIBRARY.values()) < len(LIBRARY) / 3


def test_investment_and_life_are_graded_by_their_own_sources():
    coke = LIBRARY["ck-cdq"]
    assert (coke.confidence, coke.life_confidence) == ("B", "C")
    for each in LIBRARY.values():
        assert each.life_confidence in "ABC"
        assert each.capex_confidence in "ABC"
        if each.life_years and "life: unconfirmed" in each.source and each.life_confidence != "C":
            printed = [row for row in costs_of(each, "life") if row.confidence == each.life_confidence]
            assert float(each.life_years) in [row.typ for row in printed if not row.class_life]


@pytest.mark.parametrize("id", LIBRARY)
def test_each_row_is_offered_by_a_sector_or_left_out_with_a_reason(id):
    assert (id in OFFERED) != (id in LEFT_OUT), f"{id} needs a sector that offers it or a reason, not both"
    if id in LEFT_OUT:
        assert f"`{id}`" in left_out(LEFT_OUT[id])
