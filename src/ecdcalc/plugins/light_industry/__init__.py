"""Light industry: pulp, paper, textiles, fibres, food, leather and pharmaceuticals, with the water that they drain."""

from importlib.resources import files

from ecdcalc.plugin import Sector
from ecdcalc.plugins.light_industry.measures import MEASURES
from ecdcalc.plugins.light_industry.plants import PROCESSES
from ecdcalc.plugins.light_industry.texts import TEXTS

sector = Sector(
    id="light-industry",
    zh="轻工纺织医药",
    en="Light industry",
    processes=PROCESSES,
    measures=MEASURES,
    texts=TEXTS,
    template=files(__name__).joinpath("template.toml").read_text(encoding="utf-8"),
)
