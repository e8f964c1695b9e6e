"""Equipment that every plant has: boilers, motors, pumps, fans, air, steam, furnaces, waste heat, and the rest."""

from importlib.resources import files

from ecdcalc.plugin import Sector
from ecdcalc.plugins.equipment.air import CompressedAir
from ecdcalc.plugins.equipment.boiler import Boiler
from ecdcalc.plugins.equipment.chp import Chp
from ecdcalc.plugins.equipment.cooling import ChillerPlant, HeatPump
from ecdcalc.plugins.equipment.electrical import Lighting, Transformer
from ecdcalc.plugins.equipment.furnace import Furnace
from ecdcalc.plugins.equipment.insulation import Insulation
from ecdcalc.plugins.equipment.measures import MEASURES
from ecdcalc.plugins.equipment.motor import Motor
from ecdcalc.plugins.equipment.outlets import DrainCheck, StackCheck
from ecdcalc.plugins.equipment.pumping import Fan, Pump
from ecdcalc.plugins.equipment.solar import Pv, SolarHeat
from ecdcalc.plugins.equipment.sources import CarbonSource, EmissionSource, GasRelease
from ecdcalc.plugins.equipment.steam import BackPressureTurbine, SteamSystem
from ecdcalc.plugins.equipment.texts import TEXTS
from ecdcalc.plugins.equipment.waste_heat import WasteHeat
from ecdcalc.plugins.equipment.water_source import WaterSource

sector = Sector(
    id="equipment",
    zh="通用设备",
    en="Equipment",
    processes=(
        Boiler,
        Furnace,
        Chp,
        Motor,
        Pump,
        Fan,
        CompressedAir,
        SteamSystem,
        BackPressureTurbine,
        WasteHeat,
        Insulation,
        Lighting,
        Transformer,
        HeatPump,
        ChillerPlant,
        Pv,
        SolarHeat,
        StackCheck,
        DrainCheck,
        EmissionSource,
        CarbonSource,
        GasRelease,
        WaterSource,
    ),
    measures=MEASURES,
    texts=TEXTS,
    template=files(__name__).joinpath("template.toml").read_text(encoding="utf-8"),
)
