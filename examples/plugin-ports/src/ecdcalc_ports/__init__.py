"""Port terminals: a sector plugin with data of its own. The numbers in `data/` are illustrative."""

from __future__ import annotations

from ecdcalc.plugin import (
    EnergyUse,
    Grading,
    KgcePerTonne,
    KgPerTonne,
    Process,
    Sector,
    Share,
    Tonnes,
    factor,
    measure,
    one_of,
    output,
    process,
    quantity,
    save_share,
)

_NONE = dict.fromkeys(("nox", "voc", "so2"), "no-source-class") | dict.fromkeys(("cod", "nh3n"), "ports-no-water")


@process(key="terminal", zh="码头", activity="cargo", absent=_NONE)
class Terminal(EnergyUse, Process):
    """Port terminal."""

    gradings = (Grading("unit_energy", one_of(("", "ports.bulk"))),)

    cargo: Tonnes = quantity(zh="货物吞吐量", en="Cargo handled", gt=0)
    dust: KgPerTonne = quantity(zh="颗粒物产生系数", en="PM generated", ge=0, default=factor("ports/dust"))
    suppressed: Share = quantity(zh="抑尘效率", en="Dust suppressed", ge=0, le=100, optional=True)

    @output(zh="单位吞吐量能耗", cites="ports-norms#table-2")
    def unit_energy(self) -> KgcePerTonne:
        """Energy per tonne of cargo."""
        return self.energy / self.cargo

    @output(zh="颗粒物排放量", cites="ports-norms#table-1", extensive=True)
    def pm(self) -> Tonnes:
        """PM emitted when cargo is handled."""
        return self.cargo * self.dust * (1 - self.suppressed)


@measure("cm-motor-system", on=Terminal, carrier="electricity")
def drives(terminal: Terminal, *, saving: Share, carrier: str) -> Terminal:
    """Control the speed of the conveyor drives."""
    return save_share(terminal, carrier, saving)


@measure("ports-belt-start", on=Terminal, carrier="electricity")
def sequence(terminal: Terminal, *, saving: Share, carrier: str) -> Terminal:
    """Start the belts in the order of the load."""
    return save_share(terminal, carrier, saving)


TEMPLATE = """
sector = "ports"
name = "Example terminal"
year = 2025
grid_year = 2023
plan = "ports-2030"

[[terminal]]
name = "1#"
cargo = "800 万t"
suppressed = "85 %"
energy = { electricity = "12 GWh", diesel = "900 t" }

[[terminal.measure]]
use = "motor-system-optimisation"
saving = "15 %"

[[terminal.measure]]
use = "ports-belt-sequence"
"""

sector = Sector(
    id="ports",
    zh="港口",
    en="Ports",
    processes=(Terminal,),
    measures=(drives, sequence),
    template=TEMPLATE,
    data="ecdcalc_ports",
)
