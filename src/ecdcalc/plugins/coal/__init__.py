"""Coal: the coal balance, mines, washing, boilers and the heat in their place, households, mine gas, gangue."""

from importlib.resources import files

from ecdcalc.plugin import Sector
from ecdcalc.plugins.coal.balance import CoalBalance
from ecdcalc.plugins.coal.boiler import CoalBoiler, HeatSupply
from ecdcalc.plugins.coal.gangue import GangueUse
from ecdcalc.plugins.coal.household import HouseholdCoal
from ecdcalc.plugins.coal.measures import MEASURES
from ecdcalc.plugins.coal.mine import GasPower, Mine
from ecdcalc.plugins.coal.texts import TEXTS
from ecdcalc.plugins.coal.washery import Washery

sector = Sector(
    id="coal",
    zh="煤炭",
    en="Coal",
    processes=(CoalBalance, Mine, GasPower, Washery, GangueUse, CoalBoiler, HeatSupply, HouseholdCoal),
    measures=MEASURES,
    texts=TEXTS,
    template=files(__name__).joinpath("template.toml").read_text(encoding="utf-8"),
)
