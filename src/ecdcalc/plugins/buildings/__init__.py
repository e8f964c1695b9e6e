"""Buildings: residential, public and rural buildings, their heating, and the town around them."""

from importlib.resources import files

from ecdcalc.plugin import Sector
from ecdcalc.plugins.buildings.building import Building, StreetLighting
from ecdcalc.plugins.buildings.city import CleanHeating, NewBuildings, WaterNetwork
from ecdcalc.plugins.buildings.heating import Heating
from ecdcalc.plugins.buildings.measures import MEASURES
from ecdcalc.plugins.buildings.texts import TEXTS

sector = Sector(
    id="buildings",
    zh="建筑",
    en="Buildings",
    processes=(Heating, Building, StreetLighting, NewBuildings, CleanHeating, WaterNetwork),
    measures=MEASURES,
    texts=TEXTS,
    template=files(__name__).joinpath("template.toml").read_text(encoding="utf-8"),
)
