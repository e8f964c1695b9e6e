"""Nonferrous metals: alumina, primary aluminium, magnesium, other metals, carbon for cells."""

from importlib.resources import files

from ecdcalc.plugin import Sector
from ecdcalc.plugins.nonferrous.alumina import Alumina
from ecdcalc.plugins.nonferrous.aluminium import PrimaryAluminium
from ecdcalc.plugins.nonferrous.carbon import Carbon
from ecdcalc.plugins.nonferrous.magnesium import Magnesium
from ecdcalc.plugins.nonferrous.measures import MEASURES
from ecdcalc.plugins.nonferrous.products import MetalProduct
from ecdcalc.plugins.nonferrous.smelting import Smelting
from ecdcalc.plugins.nonferrous.texts import TEXTS

sector = Sector(
    id="nonferrous",
    zh="有色",
    en="Nonferrous metals",
    processes=(Alumina, PrimaryAluminium, Magnesium, Smelting, Carbon, MetalProduct),
    measures=MEASURES,
    texts=TEXTS,
    template=files(__name__).joinpath("template.toml").read_text(encoding="utf-8"),
)
