"""Environment: sewage, waste, water quality, and the pollution projects of a city or county."""

from importlib.resources import files

from ecdcalc.plugin import Sector
from ecdcalc.plugins.environment.indicators import (
    DrinkingWater,
    KeyProjects,
    Offset,
    Outfalls,
    RiversidePolluters,
    ScatteredPolluters,
    Sections,
    UrbanWater,
)
from ecdcalc.plugins.environment.measures import MEASURES
from ecdcalc.plugins.environment.projects import NewLoad, Restructuring, SewerRepair
from ecdcalc.plugins.environment.texts import TEXTS
from ecdcalc.plugins.environment.waste import Incinerator, Refuse, Sludge
from ecdcalc.plugins.environment.water import CountySewage, Leachate, ReclaimedWater, SewageWorks

sector = Sector(
    id="environment",
    zh="环境基础设施",
    en="Environment",
    processes=(
        SewageWorks,
        ReclaimedWater,
        Leachate,
        CountySewage,
        SewerRepair,
        Sludge,
        Refuse,
        Incinerator,
        DrinkingWater,
        Sections,
        UrbanWater,
        Outfalls,
        RiversidePolluters,
        ScatteredPolluters,
        Restructuring,
        NewLoad,
        KeyProjects,
        Offset,
    ),
    measures=MEASURES,
    texts=TEXTS,
    template=files(__name__).joinpath("template.toml").read_text(encoding="utf-8"),
)
