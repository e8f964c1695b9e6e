"""Port terminals: a sector plugin in one file."""

from __future__ import annotations

from attrs import evolve

from ecdcalc.plugin import (
    EnergyUse,
    KgcePerTonne,
    Process,
    Sector,
    Share,
    Tonnes,
    measure,
    output,
    process,
    quantity,
    save_share,
)

_NONE = dict.fromkeys(("cod", "nh3n", "nox", "voc", "so2", "pm"), "no-source-class")


@process(key="terminal", zh="码头", activity="cargo", absent=_NONE)
class Terminal(EnergyUse, Process):
    """Port terminal."""

    cargo: Tonnes = quantity(zh="货物吞吐量", en="Cargo handled", gt=0)

    @output(zh="单位吞吐量能耗", cites="gb-t-2589-2020#4")
    def unit_energy(self) -> KgcePerTonne:
        """Energy per tonne of cargo."""
        return self.energy / self.cargo


@measure("cm-motor-system", on=Terminal, carrier="electricity")
def drives(terminal: Terminal, *, saving: Share, carrier: str) -> Terminal:
    """Control the speed of the conveyor drives."""
    return evolve(save_share(terminal, carrier, saving))


TEMPLATE = """
sector = "ports"
name = "Example terminal"
year = 2025

[[terminal]]
cargo = "800 万t"
energy = { electricity = "12 GWh", diesel = "900 t" }

[[terminal.measure]]
use = "motor-system-optimisation"
saving = "15 %"
"""

sector = Sector(id="ports", zh="港口", en="Ports", processes=(Terminal,), measures=(drives,), template=TEMPLATE)
