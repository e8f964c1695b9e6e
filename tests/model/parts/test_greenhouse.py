"""CO2 equivalent of a process: 1 GWh of 0.5 kg/kWh is 500 t of CO2; 20 t of methane × 28 and 2 t of N2O × 265 beside it."""

from typing import ClassVar

import pytest

from ecdcalc.plugin import EnergyUse, Greenhouse, Potential, Process, Tonnes, TonnesPerTonne, output, process, quantity
from ecdcalc.read.record import Notes, read_record, with_defaults
from ecdcalc.reference.defaults import Context


@process(key="pond", zh="塘")
class Pond(Greenhouse, EnergyUse, Process):
    """A pond that emits two gases."""

    gases: ClassVar = {"methane": "methane_warming", "n2o": "n2o_warming"}
    methane_mass: Tonnes = quantity(zh="甲烷", en="Methane")
    n2o_mass: Tonnes = quantity(zh="氧化亚氮", en="N2O")
    methane_warming: TonnesPerTonne = quantity(zh="潜势", en="Potential", default=Potential("ch4-biogenic"))
    n2o_warming: TonnesPerTonne = quantity(zh="潜势", en="Potential", default=Potential("n2o"))

    @output(zh="甲烷")
    def methane(self) -> Tonnes:
        """Methane."""
        return self.methane_mass

    @output(zh="氧化亚氮")
    def n2o(self) -> Tonnes:
        """N2O."""
        return self.n2o_mass


def pond(report, **more):
    notes = Notes()
    energy = {"electricity": {"value": "1 GWh", "co2_factor": "0.5 kg/kWh"}}
    table = {"methane_mass": "20 t", "n2o_mass": "2 t", "energy": energy, **more}
    made = read_record(Pond, table, "pond[0]", notes)
    assert not notes.problems
    return with_defaults(made, Context(year=2025, warming=report))


@pytest.mark.parametrize(("report", "wanted"), [("SAR", 500 + 20 * 21 + 2 * 310), ("AR5", 500 + 20 * 28 + 2 * 265)])
def test_gases_count_by_the_chosen_report(report, wanted):
    assert pond(report).co2e == pytest.approx(wanted * 1000)


def test_an_own_potential_wins():
    assert pond("AR5", methane_warming="25 t/t").co2e == pytest.approx((500 + 500 + 530) * 1000)


def test_co2_itself_holds_none_of_them():
    assert pond("AR6").co2 == pytest.approx(5e5)
