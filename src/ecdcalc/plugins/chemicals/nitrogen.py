"""Ammonia and urea."""

from __future__ import annotations

from typing import ClassVar

from ecdcalc.plugin import (
    Grading,
    KgcePerKg,
    KgPerTonne,
    Tonnes,
    TonnesPerTonne,
    assumed,
    choice,
    factor,
    one_of,
    output,
    process,
    quantity,
)
from ecdcalc.plugins.chemicals.common import (
    ChemicalProcess,
    FuelProduct,
    carbon_of_product,
    heat_of_product,
    voc_per_product,
)


@process(key="ammonia", zh="合成氨", activity="product")
class Ammonia(FuelProduct):
    """Ammonia line.

    Unit energy: carriers in (feed, fuel, electricity, steam) minus carriers out, per tonne of NH3
    (GB 21344-2023). CO2: all carbon of the carriers, ammonia itself holds none; carbon of CO2 that is sold or
    sent to urea leaves as `carbon_out`, unless the urea line of the same plant counts it as its own.

    Departures: NOx of the process is 0 in T/CSES 144-2024 Table E.1 (EMEP/EEA: 1 kg/t), so that NOx is that
    of the fuel burnt; give `nox_factor` to take another.
    """

    product: Tonnes = quantity(zh="合成氨产量", en="Ammonia output, as NH3", gt=0)
    feedstock: str = choice(
        "premium-anthracite",
        "other-anthracite",
        "pulverised-coal",
        "natural-gas",
        "lignite",
        "other",
        zh="原料（优质无烟块煤/非优质无烟块煤与型煤/粉煤/天然气/褐煤/其他）",
        en="Feedstock",
    )
    product_carbon: TonnesPerTonne = carbon_of_product(assumed("0 t/t", "chemicals-ammonia-no-carbon"))
    product_coal: KgcePerKg = heat_of_product(factor("constant/ammonia-heat"))
    nox_factor: KgPerTonne = quantity(
        zh="工艺氮氧化物产污系数", en="NOx of the process per product", ge=0, default=factor("nox/nx065")
    )
    voc_factor: KgPerTonne = voc_per_product(factor("voc/vf036"))

    gradings: ClassVar = (
        Grading(
            output="unit_energy",
            product=one_of(
                ("feedstock == premium-anthracite", "gb21344-2023.nh3.premium-anthracite"),
                ("feedstock == other-anthracite", "gb21344-2023.nh3.nonpremium"),
                ("feedstock == pulverised-coal", "gb21344-2023.nh3.pulverized"),
                ("feedstock == lignite", "gb21344-2023.nh3.lignite"),
                ("feedstock == natural-gas", "gb21344-2023.nh3.natural-gas"),
            ),
        ),
    )

    @output(zh="氮氧化物产生量", cites="t-cses-144-2024#table-e1")
    def nox_generated(self) -> Tonnes:
        """NOx generated before removal: of the process and of the fuel burnt."""
        return self.burning.nox + self.product * self.nox_factor


@process(key="urea", zh="尿素", activity="product")
class Urea(ChemicalProcess):
    """Urea line.

    The CO2 that the synthesis takes up (0.2 t carbon per t urea) counts as negative process emission: it was
    counted in the ammonia line that gives it. The energy of the ammonia feed is not part of the limit.

    Departures: PM is generated as PM10, the only coefficient in the table; the total is larger.
    """

    product: Tonnes = quantity(zh="尿素产量", en="Urea output", gt=0)
    compressor: str = choice(
        "turbine", "motor", zh="二氧化碳压缩机驱动（汽轮机/电动机）", en="Drive of the CO2 compressor"
    )
    product_carbon: TonnesPerTonne = carbon_of_product(factor("co2-process/carbon-urea.carbon"), always=True)
    voc_factor: KgPerTonne = voc_per_product(factor("voc/vf043"))
    pm10_factor: KgPerTonne = quantity(
        zh="造粒颗粒物产污系数（PM10）", en="PM10 generated per product", ge=0, default=factor("cobenefit/cb085")
    )
    ammonia_factor: KgPerTonne = quantity(
        zh="氨气产污系数", en="NH3 to air per product", ge=0, default=factor("cobenefit/cb083")
    )

    gradings: ClassVar = (
        Grading(
            output="unit_energy",
            product=one_of(
                ("compressor == turbine", "gb21344-2023.urea.turbine"),
                ("compressor == motor", "gb21344-2023.urea.motor"),
            ),
        ),
    )

    @output(zh="尿素固定的二氧化碳（负值）", cites="ndrc-guides-2013-2015#chemicals-carbon-balance")
    def process_co2(self) -> Tonnes:
        """CO2 taken up by the urea, negative."""
        return -self.product * self.product_carbon * self.co2_per_carbon

    @output(zh="颗粒物产生量（PM10）", cites="t-cses-144-2024#table-e1")
    def pm_generated(self) -> Tonnes:
        """PM10 generated before removal."""
        return self.product * self.pm10_factor

    @output(zh="氨气产生量", cites="t-cses-144-2024#table-e1")
    def ammonia_to_air(self) -> Tonnes:
        """NH3 generated to air, before removal."""
        return self.product * self.ammonia_factor
