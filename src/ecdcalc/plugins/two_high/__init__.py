"""High-energy high-emission projects: the register of planned, building and existing ones."""

from importlib.resources import files

from ecdcalc.plugin import Sector
from ecdcalc.plugins.two_high.measures import MEASURES
from ecdcalc.plugins.two_high.project import Project
from ecdcalc.plugins.two_high.register import Register
from ecdcalc.plugins.two_high.replacement import Replacement
from ecdcalc.plugins.two_high.texts import TEXTS

sector = Sector(
    id="two-high",
    zh="“两高”项目",
    en="High-energy high-emission projects",
    processes=(Project, Replacement, Register),
    measures=MEASURES,
    texts=TEXTS,
    template=files(__name__).joinpath("template.toml").read_text(encoding="utf-8"),
)
