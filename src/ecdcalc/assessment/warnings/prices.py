"""Prices of carriers: per coal equivalent they are all of one size, whatever the carrier is measured in."""

from __future__ import annotations

from collections.abc import Iterator

from ecdcalc.assessment.warnings.size import check_of, warned
from ecdcalc.assessment.warnings.warned import Warned, shown
from ecdcalc.model.parts.carriers import Carrier, Fuel, Medium
from ecdcalc.model.plant import Plant
from ecdcalc.model.prices import CURRENCY, Tariff
from ecdcalc.model.process import changed
from ecdcalc.numbers.ops import first_of, is_missing
from ecdcalc.numbers.units import unit
from ecdcalc.reference.ranges import EVERY, range_of

PER_ENERGY = "prices / energy"


def of_prices(plant: Plant) -> Iterator[Warned]:
    """Yield the prices that are below zero, and those out of size of the carriers that the plant has."""
    lines = {id: line for case in plant.cases for id, line in getattr(case.baseline, "carriers", {}).items()}
    for id, tariff in plant.prices.carriers.items() if plant.prices else ():
        for place, price in _prices(tariff, f"prices.{id}"):
            if price < 0:
                said = {"found": shown(price, unit(CURRENCY)), "carrier": id}
                yield Warned(place, "warn-price-below-zero", said, price, 0.0, None, unit(CURRENCY))
            elif id in lines and (found := _out_of_size(lines[id], price, place)):
                yield found


def _prices(tariff: Tariff, place: str) -> Iterator[tuple[str, float]]:
    """Yield the numbers of a tariff; a draw of many is not a number that anybody wrote."""
    for number, part in enumerate(tariff.parts):
        yield (place if len(tariff.parts) == 1 else f"{place}.{tariff.form}[{number}]"), part.price
    if tariff.sold is not None:
        yield f"{place}.sold", tariff.sold


def _out_of_size(line: Carrier, price: float, place: str) -> Warned | None:
    """Return what is said of a price far from what a coal equivalent costs; media cost their cleaning and pressure."""
    coal = changed(line, amount=1.0).coal
    if isinstance(line, Fuel):  # of some gases a range alone is published: the guide's heating value will do here
        coal = first_of(coal, line.co2_lhv / line.standard_coal_heat)
    found = range_of(EVERY, PER_ENERGY)
    if isinstance(line, Medium) or is_missing(coal) or coal <= 0 or found is None:
        return None
    above, _, name = place.rpartition(".")
    return warned(check_of(name, found, price / coal), above)
