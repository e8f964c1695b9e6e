"""Chemicals: ammonia, methanol, urea, chlor-alkali, carbide, acids, soda ash and the other products with a limit."""

from importlib.resources import files

from ecdcalc.plugin import Sector
from ecdcalc.plugins.chemicals.chloralkali import CalciumCarbide, CausticSoda, Pvc
from ecdcalc.plugins.chemicals.inorganic import NitricAcid, SodaAsh, SulphuricAcid
from ecdcalc.plugins.chemicals.measures import MEASURES
from ecdcalc.plugins.chemicals.methanol import Methanol
from ecdcalc.plugins.chemicals.nitrogen import Ammonia, Urea
from ecdcalc.plugins.chemicals.phosphorus import YellowPhosphorus
from ecdcalc.plugins.chemicals.products import Chemical
from ecdcalc.plugins.chemicals.site import VapourSite
from ecdcalc.plugins.chemicals.synfuels import CoalLiquids, SyntheticGas
from ecdcalc.plugins.chemicals.texts import TEXTS

sector = Sector(
    id="chemicals",
    zh="化工",
    en="Chemicals",
    processes=(
        Ammonia,
        Methanol,
        Urea,
        CausticSoda,
        Pvc,
        CalciumCarbide,
        SulphuricAcid,
        NitricAcid,
        SodaAsh,
        YellowPhosphorus,
        Chemical,
        SyntheticGas,
        CoalLiquids,
        VapourSite,
    ),
    measures=MEASURES,
    texts=TEXTS,
    template=files(__name__).joinpath("template.toml").read_text(encoding="utf-8"),
)
