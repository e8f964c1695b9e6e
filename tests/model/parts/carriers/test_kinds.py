import pytest

from ecdcalc.model.parts.carriers.kinds import OfCarrier, carrier_kinds
from ecdcalc.reference.defaults import Context
from ecdcalc.reference.factors import FactorTable, factor_set


class Line:
    carrier = "diesel-litre"


def test_a_carrier_has_both_labels():
    kind = carrier_kinds()["compressed-air"]
    assert (kind.label("en"), kind.label("zh")) == ("Compressed air", "压缩空气")


@pytest.mark.parametrize(
    ("what", "id"),
    [("coal", "coal-2020/diesel.coal"), ("density", "carriers/diesel-litre.density"), ("lhv", "co2-ndrc/diesel.lhv")],
)
def test_a_liquid_by_volume_takes_the_factors_of_its_mass(what, id):
    assert OfCarrier(what).cases(Line(), Context()) == (((), id),)


def test_every_named_row_is_there():
    table = FactorTable()
    for kind in carrier_kinds().values():
        if kind.density:
            assert table.get(f"{kind.density}.density").base
        if kind.fossil:
            assert table.get(kind.fossil).base == 0


BY_OTHER_WAYS = {
    "coal-2020": {
        "acetylene": "offered with the value of the further carriers, as the editions print two heating values",
        "electricity-primary": "no value is printed: the supply coal rate of the year",
        "heat-primary": "no value is printed: the supplier's heat rate",
    },
    "coal-2008": {
        "blast-air": "offered as blast-air, by the table of the further carriers",
        "coal-mine-gas": "offered as coal-mine-gas; a range has no default",
        "steam-low": "offered as steam-2008",
    },
}
LACKING_IN_2008 = {
    "biogas", "calcium-carbide", "carbon-dioxide", "compressed-air", "deaerated-water", "ethanol", "gangue", "hydrogen",
    "lng", "methanol", "natural-gas", "nitrogen-byproduct", "nitrogen-main", "oxygen", "softened-water",
}  # fmt: skip
"""Rows that the table of 2008 does not have, or that are not at hand: with that edition their factor is to be given."""


def rows_of(edition):
    return {row.removesuffix(".coal") for row in factor_set(edition) if row.endswith(".coal")}


@pytest.mark.parametrize("edition", ["coal-2020", "coal-2008"])
def test_every_row_of_both_editions_is_offered_or_said_why_not(edition):
    kinds = carrier_kinds().values()
    offered = {kind.coal.removeprefix(f"{edition}/") for kind in kinds}
    assert rows_of(edition) - offered == set(BY_OTHER_WAYS[edition])


def test_what_an_edition_lacks_is_known():
    by_edition = {kind.coal for kind in carrier_kinds().values() if kind.coal and "/" not in kind.coal}
    assert by_edition <= rows_of("coal-2020")
    assert by_edition - rows_of("coal-2008") == LACKING_IN_2008
