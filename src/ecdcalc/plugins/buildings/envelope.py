"""The envelope of a building: what its heat passes through."""

from __future__ import annotations

from ecdcalc.plugin import (
    CubicMetres,
    KjPerCubicMetreKelvin,
    PerHour,
    Record,
    Share,
    SquareMetres,
    WattsPerSquareMetreKelvin,
    assumed,
    quantity,
    record,
)


@record
class Envelope(Record):
    """What the heat passes through: areas with U-values (thermal bridges included), and the air change."""

    wall_area: SquareMetres = quantity(zh="外墙面积", en="Area of outer walls", ge=0, optional=True)
    wall_u: WattsPerSquareMetreKelvin = quantity(zh="外墙传热系数", en="U-value of outer walls", gt=0, optional=True)
    roof_area: SquareMetres = quantity(zh="屋面面积", en="Area of the roof", ge=0, optional=True)
    roof_u: WattsPerSquareMetreKelvin = quantity(zh="屋面传热系数", en="U-value of the roof", gt=0, optional=True)
    window_area: SquareMetres = quantity(zh="外窗面积", en="Area of windows", ge=0, optional=True)
    window_u: WattsPerSquareMetreKelvin = quantity(zh="外窗传热系数", en="U-value of windows", gt=0, optional=True)
    ground_area: SquareMetres = quantity(zh="地面面积", en="Area of the ground floor", ge=0, optional=True)
    ground_u: WattsPerSquareMetreKelvin = quantity(
        zh="地面传热系数", en="U-value of the ground floor", gt=0, optional=True
    )
    volume: CubicMetres = quantity(zh="换气体积", en="Heated air volume", ge=0, optional=True)
    air_changes: PerHour = quantity(zh="换气次数", en="Air changes", ge=0, optional=True)
    heat_recovery: Share = quantity(
        zh="排风热回收效率",
        en="Heat recovered from the exhaust air",
        ge=0,
        le=100,
        default=assumed("0 %", "buildings-no-heat-recovery"),
    )
    air_heat: KjPerCubicMetreKelvin = quantity(
        zh="空气体积热容",
        en="Heat capacity of air by volume",
        gt=0,
        default=assumed("1.2 kJ/m3/K", "buildings-air-heat"),
    )
