"""Building materials: clinker and cement, glass, ceramics, bricks, lime."""

from importlib.resources import files

from ecdcalc.plugin import Sector
from ecdcalc.plugins.building_materials.cement import CapacityReplacement, Cement
from ecdcalc.plugins.building_materials.ceramics import CeramicTile, CeramicWare
from ecdcalc.plugins.building_materials.clinker import ClinkerLine
from ecdcalc.plugins.building_materials.concrete import ConcreteProduct
from ecdcalc.plugins.building_materials.fired import BrickKiln, LimeKiln, MineralProduct
from ecdcalc.plugins.building_materials.glass import FlatGlass
from ecdcalc.plugins.building_materials.measures import MEASURES
from ecdcalc.plugins.building_materials.texts import TEXTS

sector = Sector(
    id="building-materials",
    zh="建材",
    en="Building materials",
    processes=(
        ClinkerLine,
        Cement,
        CapacityReplacement,
        FlatGlass,
        CeramicTile,
        CeramicWare,
        BrickKiln,
        LimeKiln,
        ConcreteProduct,
        MineralProduct,
    ),
    measures=MEASURES,
    texts=TEXTS,
    template=files(__name__).joinpath("template.toml").read_text(encoding="utf-8"),
)
