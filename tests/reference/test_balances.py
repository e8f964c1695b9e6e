import pytest

from ecdcalc.assessment.tables.columns import inputs_of
from ecdcalc.model.sector import sectors
from ecdcalc.reference.balances import EVERY, balances

INPUTS = {cls.about.key: inputs_of(cls) for sector in sectors().values() for cls in sector.processes}


@pytest.mark.parametrize("balance", balances(), ids=lambda each: str(each.takes[0]))
def test_every_claim_is_an_input_and_both_sides_are_of_the_unit(balance):
    units = []
    for side in (balance.takes, balance.makes):
        found = [
            inputs[claim.path].unit
            for claim in side
            for key, inputs in INPUTS.items()
            if claim.process in (EVERY, key) and claim.path in inputs
        ]
        assert len(found) >= len(side) and all(each.same_kind(found[0]) for each in found)
        units.append(dict(found[0].dimension))
    above, below = units
    powers = {name: above.get(name, 0) - below.get(name, 0) for name in above | below}
    assert {name: power for name, power in powers.items() if power} == dict(balance.unit.dimension)


def test_a_balance_has_an_end_and_a_source():
    for balance in balances():
        assert balance.source and (balance.low is not None or balance.high is not None)
        assert balance.low is None or balance.high is None or balance.low < balance.high
