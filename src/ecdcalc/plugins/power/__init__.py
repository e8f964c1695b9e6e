"""Power: coal-fired units and gas-fired combined-cycle units, with heat or without."""

from importlib.resources import files

from ecdcalc.plugin import Sector
from ecdcalc.plugins.power.coal_unit import CoalUnit
from ecdcalc.plugins.power.gas_unit import GasUnit
from ecdcalc.plugins.power.measures import MEASURES
from ecdcalc.plugins.power.texts import TEXTS

sector = Sector(
    id="power",
    zh="电力",
    en="Power",
    processes=(CoalUnit, GasUnit),
    measures=MEASURES,
    co2_guide="mee",
    texts=TEXTS,
    template=files(__name__).joinpath("template.toml").read_text(encoding="utf-8"),
)
