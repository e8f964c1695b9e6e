"""The one face for authors of sectors: everything that a plugin needs, and all that is kept stable for it.

    from ecdcalc.plugin import EnergyUse, KgcePerTonne, Process, Sector, Tonnes, output, process, quantity

- a process: `process`, `quantity`, `choice`, `part`, `output`, and the mix-ins `EnergyUse`, `Stack`, `Wastewater`,
  `VapourSource` and their kin; its units are the named kinds (`Tonnes`, `KgcePerTonne`, …: `numbers/kinds.py`)
- what holds for it: `Law`, `Grading`; where its defaults come from: `factor`, `one_of`, `assumed`, `emission_limit`
- a measure: `measure`, and what it changes: `save_coal`, `save_heat`, `save_share`, `change_amount`, `changed`
- arithmetic on any kind of number: `where`, `at_least`, `at_most`, `first_of`, `interpolate`, `exp`, `log`, `missing`
- a formula of its own: `formula`; published physics: `ecdcalc.equations`; the sector itself: `Sector`

A plugin imports from here and from `ecdcalc.equations` alone. `ecdcalc.testing.check_sector` proves it.
"""

# ruff: noqa: F401, F403, I001
# fmt: off
from ecdcalc.model.grading import Grading
from ecdcalc.model.laws import Law
from ecdcalc.model.measure import measure
from ecdcalc.model.parts.account import INDICATOR_ONLY, NO_SOURCE
from ecdcalc.model.parts.carriers import (
    amount_of, BY_PRODUCTS, Carrier, co2_of, CoalEquivalent, COALS, Electricity, electricity_of, emitted,
    EnergyUse, Fuel, GasFuel, GIVEN, Heat, MassFuel, NATURAL_GAS,
)
from ecdcalc.model.parts.coal_quality import CoalQuality, kept_ash, Sulphur
from ecdcalc.model.parts.electrolysis import Electrolysis
from ecdcalc.model.parts.emissions import (
    AmmoniaSlip, denitrate, less_flue_gas, less_nox, of_coal_and_gas, of_known_fuels, replaced,
    Stack, sulphur_of_all, thinner, VapourControl, VapourSource, Wastewater, with_control,
)
from ecdcalc.model.parts.greenhouse import Greenhouse
from ecdcalc.model.parts.new_source import NewSource
from ecdcalc.model.parts.stacks import at_reference_oxygen, NoxStack, StackEmission
from ecdcalc.model.parts.modelled import (
    co2_factor, coal_factor, ModelledElectricity, ModelledEnergy, no_metered_energy, no_metered_heat,
)
from ecdcalc.model.parts.natural_constants import Air, CarbonDioxide, HeatEngine, StandardCoal, SulphurDioxide
from ecdcalc.model.parts.carriers import (
    change_amount, line_of, mass_or_volume, save_coal, save_heat, save_share, specific_coal, substance,
)
from ecdcalc.model.parts.water_lift import WaterLift
from ecdcalc.model.parts.year import RatedSteam, SolarRoof, Year
from ecdcalc.model.process import (
    About, changed, choice, COUNTED, Field, fields_of, part, process, Process, quantity, Record, record,
)
from ecdcalc.model.sector import Sector
from ecdcalc.numbers.algebra import algebra_of, plain
from ecdcalc.numbers.formula import Formula, formula, output
from ecdcalc.numbers.ops import (
    at_least, at_most, exp, first_of, impossible, interpolate, is_missing, log, Missing, missing, Number, root,
    total, where,
)
from ecdcalc.numbers.units import Unit, unit
from ecdcalc.reference.conditions import condition, Condition
from ecdcalc.reference.defaults import AnyCase, assumed, Case, Context, Default, factor, one_of, Published
from ecdcalc.reference.emission_limits import emission_limit, emission_oxygen, LIMIT, OfRow, OXYGEN, rows_in
from ecdcalc.reference.factors import Factor, factor_set, supply_rates
from ecdcalc.reference.files import data_text
from ecdcalc.reference.limits import Limit, LimitTable
from ecdcalc.reference.warming import gases, Potential, PotentialOfGas
from ecdcalc.numbers.kinds import *
