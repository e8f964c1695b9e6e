"""Agriculture and villages of a county, or of a farm."""

from importlib.resources import files

from ecdcalc.plugin import Sector
from ecdcalc.plugins.agriculture.crops import Fertiliser, Film, PestControl, Straw, StrawAccount
from ecdcalc.plugins.agriculture.fields import GrainDrying, Greenhouse, Irrigation, Machinery
from ecdcalc.plugins.agriculture.livestock import ManureAccount, SlaughterHerd, StandingHerd
from ecdcalc.plugins.agriculture.measures import MEASURES
from ecdcalc.plugins.agriculture.texts import TEXTS
from ecdcalc.plugins.agriculture.villages import HouseholdHeating, RuralSewage, RuralWater

sector = Sector(
    id="agriculture",
    zh="农业农村",
    en="Agriculture",
    processes=(
        Fertiliser,
        PestControl,
        Straw,
        StrawAccount,
        Film,
        SlaughterHerd,
        StandingHerd,
        ManureAccount,
        Irrigation,
        Machinery,
        Greenhouse,
        GrainDrying,
        RuralSewage,
        RuralWater,
        HouseholdHeating,
    ),
    measures=MEASURES,
    texts=TEXTS,
    template=files(__name__).joinpath("template.toml").read_text(encoding="utf-8"),
)
