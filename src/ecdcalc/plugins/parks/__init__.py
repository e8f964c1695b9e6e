"""Industrial parks: central heat, energy cascade, renewable energy, member plants."""

from importlib.resources import files

from ecdcalc.plugin import Sector
from ecdcalc.plugins.parks.heat import HeatSource, ScatteredBoiler
from ecdcalc.plugins.parks.measures import MEASURES
from ecdcalc.plugins.parks.members import Member, Park, Renewable
from ecdcalc.plugins.parks.texts import TEXTS

sector = Sector(
    id="parks",
    zh="产业园区",
    en="Industrial parks",
    processes=(Member, ScatteredBoiler, HeatSource, Renewable, Park),
    measures=MEASURES,
    texts=TEXTS,
    template=files(__name__).joinpath("template.toml").read_text(encoding="utf-8"),
)
