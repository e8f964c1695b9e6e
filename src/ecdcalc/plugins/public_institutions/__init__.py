"""Public institutions: energy quotas, trusts, solar power, vehicles, and the registers of a city or county."""

from importlib.resources import files

from ecdcalc.plugin import Sector
from ecdcalc.plugins.public_institutions.institution import Institution
from ecdcalc.plugins.public_institutions.measures import MEASURES
from ecdcalc.plugins.public_institutions.register import (
    Charging,
    Demonstration,
    OfficialVehicles,
    SavingOffices,
    TrustRegister,
)
from ecdcalc.plugins.public_institutions.texts import TEXTS

sector = Sector(
    id="public-institutions",
    zh="公共机构",
    en="Public institutions",
    processes=(Institution, OfficialVehicles, Charging, SavingOffices, Demonstration, TrustRegister),
    measures=MEASURES,
    texts=TEXTS,
    template=files(__name__).joinpath("template.toml").read_text(encoding="utf-8"),
)
