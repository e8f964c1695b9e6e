"""Transport: road fleets, freight between road and rail, non-road machinery, charging, registrations."""

from importlib.resources import files

from ecdcalc.plugin import Sector
from ecdcalc.plugins.transport.city import Charging, Register, Registrations, Renewal
from ecdcalc.plugins.transport.freight import Freight, Logistics
from ecdcalc.plugins.transport.machinery import Machinery
from ecdcalc.plugins.transport.measures import MEASURES
from ecdcalc.plugins.transport.road import Fleet
from ecdcalc.plugins.transport.texts import TEXTS

sector = Sector(
    id="transport",
    zh="交通运输",
    en="Transport",
    processes=(Fleet, Freight, Machinery, Charging, Renewal, Registrations, Register, Logistics),
    measures=MEASURES,
    texts=TEXTS,
    template=files(__name__).joinpath("template.toml").read_text(encoding="utf-8"),
)
