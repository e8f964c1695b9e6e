"""Prices of carriers: per coal equivalent they are all of one size, whatever the carrier is measured in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ecdcalc.assessment.warnings.size import Check, check_of, warned
from ecdcalc.assessment.warnings.warned import Warned, shown
from ecdcalc.model.parts.carriers import Carrier, Fuel, Medium
from ecdcalc.model.plant import Plant
from ecdcalc.model.prices import CURRENCY, Prices, Tariff
from ecdcalc.model.process import changed
from ecdcalc.numbers.ops import first_of, is_missing, missing, where
from ecdcalc.numbers.units import unit
from ecdcalc.reference.ranges import EVERY, range_of

PER_ENERGY, BELOW_ZERO = "prices / energy", "warn-price-below-zero"


def of_prices(prices: Prices | None, lines: Mapping[str, Carrier]) -> Iterator[Warned]:
    """Yield the prices that are below zero, and those out of size of the carriers that are used."""
    for id, place, price in written(prices):
        if price < 0:
            said = {"found": shown(price, unit(CURRENCY)), "carrier": id}
            yield Warned(place, BELOW_ZERO, said, price, 0.0, None, unit(CURRENCY))
        elif id in lines and (check := of_size(lines[id], price, place)):
            above, _, _ = place.rpartition(".")
            if found := warned(check, above):
                yield found


def lines_of(plant: Plant) -> dict[str, Carrier]:
    """Return the carriers that the processes of a plant use."""
    return {id: line for case in plant.cases for id, line in getattr(case.baseline, "carriers", {}).items()}


def written(prices: Prices | None) -> Iterator[tuple[str, str, float]]:
    """Yield the carrier, the place and the number of every price that somebody wrote."""
    for id, tariff in prices.carriers.items() if prices else ():
        for place, price in _parts(tariff, f"prices.{id}"):
            yield id, place, price


def _parts(tariff: Tariff, place: str) -> Iterator[tuple[str, float]]:
    """Yield the numbers of a tariff; a draw of many is not a number that anybody wrote."""
    for number, part in enumerate(tariff.parts):
        yield (place if len(tariff.parts) == 1 else f"{place}.{tariff.form}[{number}]"), part.price
    if tariff.sold is not None:
        yield f"{place}.sold", tariff.sold


def of_size(line: Carrier, price: float, place: str) -> Check | None:
    """Return what a price is held against, by what a coal equivalent costs; media cost their cleaning and pressure."""
    coal = changed(line, amount=1.0).coal
    if isinstance(line, Fuel):  # of some gases a range alone is published: the guide's heating value will do here
        coal = first_of(coal, line.co2_lhv / line.standard_coal_heat)
    found = range_of(EVERY, PER_ENERGY)
    if isinstance(line, Medium) or is_missing(coal) or found is None:
        return None
    _, _, name = place.rpartition(".")
    return check_of(name, found, price / where(coal > 0, coal, missing(name)))
