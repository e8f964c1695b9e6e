"""Steel: sinter, pellets, blast furnaces, converters, arc furnaces, rolling, and the works as a whole."""

from importlib.resources import files

from ecdcalc.plugin import Sector
from ecdcalc.plugins.steel.agglomeration import PelletPlant, SinterStrand
from ecdcalc.plugins.steel.ironmaking import BlastFurnace
from ecdcalc.plugins.steel.measures import MEASURES
from ecdcalc.plugins.steel.rolling import RollingMill
from ecdcalc.plugins.steel.steelmaking import Converter, ElectricFurnace
from ecdcalc.plugins.steel.texts import TEXTS
from ecdcalc.plugins.steel.works import Works

sector = Sector(
    id="steel",
    zh="钢铁",
    en="Steel",
    processes=(SinterStrand, PelletPlant, BlastFurnace, Converter, ElectricFurnace, RollingMill, Works),
    measures=MEASURES,
    texts=TEXTS,
    template=files(__name__).joinpath("template.toml").read_text(encoding="utf-8"),
)
