"""Electrolytic cells: voltage, current efficiency and energy hold each other by Faraday's law."""

from __future__ import annotations

from ecdcalc.equations.electrical import cell_energy
from ecdcalc.model.process import Record, quantity, record
from ecdcalc.numbers.formula import output
from ecdcalc.numbers.kinds import AmpereSecondsPerMole, GramsPerMole, KilowattHours, KwhPerTonne, Ratio, Share, Volts
from ecdcalc.numbers.ops import Number
from ecdcalc.reference.defaults import factor


@record
class Electrolysis(Record):
    """Cells on direct current: U z F / (η M) per mass of product. Processes say of what: `molar_mass`, `electrons`."""

    direct_electricity: KilowattHours = quantity(
        zh="电解直流电量", en="Direct current of the cells", gt=0, optional=True
    )
    cell_voltage: Volts = quantity(zh="平均槽电压", en="Mean cell voltage", gt=0, le=10, optional=True)
    current_efficiency: Share = quantity(zh="电流效率", en="Current efficiency", gt=0, le=100, optional=True)
    molar_mass: GramsPerMole = quantity(zh="产物摩尔质量", en="Molar mass of the product", gt=0, optional=True)
    electrons: Ratio = quantity(zh="每个产物单元的电子数", en="Electrons per unit of product", gt=0, optional=True)
    faraday: AmpereSecondsPerMole = quantity(
        zh="法拉第常数", en="Faraday constant", gt=0, default=factor("constant/faraday")
    )

    @output(zh="法拉第定律最低直流电耗", cites="definition#faraday")
    def faraday_minimum(self) -> KwhPerTonne:
        """Direct current at this cell voltage if no current were lost."""
        return self.by_faraday(1)

    def by_faraday(self, current_efficiency: Number) -> Number:
        """Return the direct current per mass of product at a current efficiency."""
        return cell_energy(
            cell_voltage=self.cell_voltage,
            current_efficiency=current_efficiency,
            molar_mass=self.molar_mass,
            electrons=self.electrons,
            faraday=self.faraday,
        )
