"""Named kinds of quantity: the glossary. One name, one unit, everywhere.

The unit in the hint is the one that results are shown in; inside, every number is in coherent base units.
"""

from __future__ import annotations

from typing import Annotated

# amounts
Tonnes = Annotated[float, "t"]
Kilograms = Annotated[float, "kg"]
CubicMetres = Annotated[float, "m3"]
SquareMetres = Annotated[float, "m2"]
Metres = Annotated[float, "m"]
Items = Annotated[float, "item"]
Hours = Annotated[float, "h"]
Years = Annotated[float, "a"]
Yuan = Annotated[float, "CNY"]

# energy; coal equivalent (tce) is a dimension of its own
Tce = Annotated[float, "tce"]
KilowattHours = Annotated[float, "kWh"]
Gigajoules = Annotated[float, "GJ"]
Megawatts = Annotated[float, "MW"]
Kilowatts = Annotated[float, "kW"]

# specific energy
KgcePerTonne = Annotated[float, "kgce/t"]
GcePerKwh = Annotated[float, "gce/kWh"]
KgcePerGj = Annotated[float, "kgce/GJ"]
KgcePerKg = Annotated[float, "kgce/kg"]
KgcePerCubicMetre = Annotated[float, "kgce/m3"]
KgcePerKwh = Annotated[float, "kgce/kWh"]
KgcePerMj = Annotated[float, "kgce/MJ"]
KgcePerTce = Annotated[float, "kgce/kgce"]
TcePer10kYuan = Annotated[float, "tce/万元"]
KwhPerTonne = Annotated[float, "kWh/t"]
KwhPerCubicMetre = Annotated[float, "kWh/m3"]
GjPerTonne = Annotated[float, "GJ/t"]
MjPerKg = Annotated[float, "MJ/kg"]
MjPerCubicMetre = Annotated[float, "MJ/m3"]
KjPerKgce = Annotated[float, "kJ/kgce"]

# carbon and pollutants
TonnesCarbonPerGj = Annotated[float, "t/GJ"]
TonnesPerTonne = Annotated[float, "t/t"]
KgPerTonne = Annotated[float, "kg/t"]
KgPerCubicMetre = Annotated[float, "kg/m3"]
GramsPerCubicMetre = Annotated[float, "g/m3"]
KgPerKwh = Annotated[float, "kg/kWh"]
KgPerGj = Annotated[float, "kg/GJ"]
KgPerTce = Annotated[float, "kg/tce"]
MgPerCubicMetre = Annotated[float, "mg/m3"]
MgPerLitre = Annotated[float, "mg/L"]
CubicMetresPerTonne = Annotated[float, "m3/t"]

# plain numbers
Share = Annotated[float, "%"]
Ratio = Annotated[float, "1"]
Celsius = Annotated[float, "°C"]
Kelvins = Annotated[float, "K"]
