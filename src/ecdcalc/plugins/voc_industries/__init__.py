"""VOC industries: coating, printing, furniture, adhesives, pharmaceuticals, pesticides, oil depots and stations."""

from importlib.resources import files

from ecdcalc.plugin import Sector
from ecdcalc.plugins.voc_industries.account import VocAccount
from ecdcalc.plugins.voc_industries.lines import BondingLine, CoatingLine, FurnitureLine, PrintingLine
from ecdcalc.plugins.voc_industries.measures import MEASURES
from ecdcalc.plugins.voc_industries.oil import FillingStation, OilDepot
from ecdcalc.plugins.voc_industries.synthesis import PesticidePlant, PharmaPlant, Seals
from ecdcalc.plugins.voc_industries.texts import TEXTS

sector = Sector(
    id="voc-industries",
    zh="挥发性有机物重点行业",
    en="VOC industries",
    processes=(
        CoatingLine,
        PrintingLine,
        FurnitureLine,
        BondingLine,
        PharmaPlant,
        PesticidePlant,
        Seals,
        OilDepot,
        FillingStation,
        VocAccount,
    ),
    measures=MEASURES,
    texts=TEXTS,
    template=files(__name__).joinpath("template.toml").read_text(encoding="utf-8"),
)
