"""Coking: coke-oven batteries with their by-product plant."""

from importlib.resources import files

from ecdcalc.plugin import Sector
from ecdcalc.plugins.coking.battery import CokeBattery
from ecdcalc.plugins.coking.measures import MEASURES
from ecdcalc.plugins.coking.texts import TEXTS

sector = Sector(
    id="coking",
    zh="焦化",
    en="Coking",
    processes=(CokeBattery,),
    measures=MEASURES,
    texts=TEXTS,
    template=files(__name__).joinpath("template.toml").read_text(encoding="utf-8"),
)
