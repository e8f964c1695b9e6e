"""Which row of the vehicle set applies: base factors by class, fuel and stage, multipliers by condition.

The rows of `data/factors/vehicle.csv` and `vehicle-corrections.csv` name what they are for in their `condition`:
kind | fuel | stage | text. They are read once into conditions on the inputs, so that a table of fleets can use
them as well as one fleet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from itertools import product
from typing import Any, ClassVar

from attrs import frozen

from ecdcalc.plugin import Case, Condition, Context, Factor, Record, condition, factor_set

CLASSES = {
    "微型、小型载客汽车": "passenger-car",
    "小型载客汽车": "passenger-car",
    "中型载客汽车": "medium-coach",
    "大型载客汽车": "large-coach",
    "出租车": "taxi",
    "公交车": "city-bus",
    "微型、轻型载货汽车": "light-truck",
    "中型载货汽车": "medium-truck",
    "重型载货汽车": "heavy-truck",
    "普通摩托车": "motorcycle",
    "轻便摩托车": "moped",
    "三轮汽车": "three-wheeler",
    "低速货车": "low-speed-truck",
}
TRUCKS = ("light-truck", "medium-truck", "heavy-truck", "low-speed-truck")
FUELS = {"gasoline": "gasoline", "diesel": "diesel", "other fuels (gas etc.)": "gas"}
STAGES = {
    "pre-China I": "pre-china-1",
    "China I": "china-1",
    "China II": "china-2",
    "China III": "china-3",
    "China IV": "china-4",
    "China V": "china-5",
    "China VI": "china-6",
}
TRUCKS = ("light-truck", "medium-truck", "heavy-truck", "low-speed-truck")
LIGHT = ("passenger-car", "light-truck")
CYCLES = ("motorcycle", "moped")


def _all_but(*classes: str) -> tuple[str, ...]:
    return tuple(each for each in dict.fromkeys(CLASSES.values()) if each not in (*classes, *CYCLES))


ONLY = {
    "": (),
    "light vehicles": LIGHT,
    "small car and light truck": LIGHT,
    "small car": ("passenger-car",),
    "light truck": ("light-truck",),
    "other vehicles": _all_but(*LIGHT),
    "other diesel": _all_but(*LIGHT),
    "all but small car": _all_but("passenger-car"),
    "all but light truck": _all_but("light-truck"),
    "all but small car and light truck": _all_but(*LIGHT),
    "small": LIGHT,
    "taxi": ("taxi",),
    "other": (*_all_but(*LIGHT, "taxi"), *CYCLES),
}
"""Which classes a row is for, by the words in its condition; nothing where it is for all of that fuel."""

WORDS = {
    "temperature": {"temperature <10 degC": "below-10", "temperature >25 degC": "above-25"},
    "humidity": {"RH <50 %": "below-50", "RH >50 %": "above-50"},
    "altitude": {"altitude >1500 m": "above-1500"},
    "speed": {
        "<20 km/h": "below-20",
        "20-30 km/h": "from-20-to-30",
        "30-40 km/h": "from-30-to-40",
        "40-80 km/h": "from-40-to-80",
        ">80 km/h": "above-80",
    },
    "load": {
        "load factor 0 %": "empty",
        "load factor 60 %": "load-60",
        "load factor 75 %": "load-75",
        "load factor 100 %": "full",
    },
    "sulphur": {f"{ppm} ppm S": f"ppm-{ppm}" for ppm in (10, 50, 150, 350, 500, 800)},
}
_KINDS = {
    "correction_temperature": "temperature",
    "correction_humidity": "humidity",
    "correction_warm_humidity": "warm_humidity",
    "correction_altitude": "altitude",
    "correction_speed": "speed",
    "correction_load": "load",
    "correction_fuel_sulphur": "sulphur",
}
_MOTORCYCLES_HIGH = {"NOx": "vehicle/vh712", "HC": "vehicle/vh714"}
_SPLIT_BY_CLASS = ("vehicle/vh703",)  # its note has another value for light trucks: the corrections have both
_SAID_BY = {"warm_humidity": "humidity"}  # the input that says the condition, where it has another name
_ALSO = {"warm_humidity": {"temperature": "above-25"}}
_FIRST_WORN, _LAST_WORN = 2015, 2018


@frozen
class OfVehicle:
    """A default from the vehicle sets: the base factor of a pollutant, or one of its multipliers.

    `correction` is empty for the base factor, else what the multiplier corrects: an input of `WORDS`, or
    `warm_humidity`, which is said by `humidity` and `temperature` together.
    """

    pollutant: str
    correction: str = ""

    exclusive: ClassVar = True
    """No two rows are for the same vehicle: a table of fleets may look at all of them side by side."""

    def cases(self, record: Record, context: Context) -> tuple[Case, ...]:
        """Return every row that may be of the vehicle; at base conditions no multiplier applies."""
        found = (multipliers, self.correction, self.pollutant) if self.correction else (base_factors, self.pollutant)
        return _of_vehicle(record, *found)


@frozen
class Deterioration:
    """The multiplier of a gasoline vehicle for wear, by the year that is accounted for.

    The guide counts from 2014, when it is 1, and prints 2015 to 2018; later years, and tables that name no year, take
    the last column.
    """

    pollutant: str

    exclusive: ClassVar = True

    def cases(self, record: Record, context: Context) -> tuple[Case, ...]:
        """Return the rows of the year; none before the first."""
        year = min(context.year or _LAST_WORN, _LAST_WORN)
        return _of_vehicle(record, deterioration, self.pollutant, year) if year >= _FIRST_WORN else ()


def _rows() -> Iterator[Factor]:
    yield from factor_set("vehicle").values()
    yield from factor_set("vehicle-corrections").values()


def _of_vehicle(record: Record, rows: Callable[..., tuple[Case, ...]], *asked: Any) -> tuple[Case, ...]:
    """Return the rows that may be of the vehicle of one fleet; of a column of fleets all of them."""
    vehicle = getattr(record, "vehicle", None)
    return _rows_of(vehicle, rows, *asked) if isinstance(vehicle, str) else rows(*asked)


@cache
def _rows_of(vehicle: str, rows: Callable[..., tuple[Case, ...]], *asked: Any) -> tuple[Case, ...]:
    return tuple(
        case for case in rows(*asked) if all(each.name != "vehicle" or each.value == vehicle for each in case[0])
    )


@cache
def base_factors(pollutant: str) -> tuple[Case, ...]:
    """Return the base exhaust factors of a pollutant by class, fuel and stage; none from the tail-pipe of an EV."""
    cases: list[Case] = []
    for each in factor_set("vehicle").values():
        kind, fuel, stage, *_ = each.condition.split(" | ")
        if kind != "base_exhaust" or each.pollutant != pollutant:
            continue
        if fuel == "electricity":
            cases.insert(0, (_conditions(fuel=fuel), each.id))
        else:
            cases.append((_conditions(vehicle=CLASSES[each.zh], fuel=FUELS[fuel], stage=STAGES[stage]), each.id))
    return tuple(cases)


@cache
def multipliers(correction: str, pollutant: str) -> tuple[Case, ...]:
    """Return the multipliers of one correction and pollutant; the guide prints that of load on PM for all PM."""
    found = [
        case
        for each in _rows()
        if _KINDS.get(each.condition.partition(" | ")[0]) == correction and each.id not in _SPLIT_BY_CLASS
        if each.pollutant == pollutant or (each.pollutant == "PM" and pollutant == "PM2.5")
        for case in _multiplier(each, correction)
    ]
    if correction == "altitude" and pollutant in _MOTORCYCLES_HIGH:
        # The guide's values for motorcycles stand in the note of these rows and equal the rows taken here.
        high = [(_conditions(altitude="above-1500", vehicle=each), _MOTORCYCLES_HIGH[pollutant]) for each in CYCLES]
        return (*high, *found)
    return tuple(found)


@cache
def deterioration(pollutant: str, year: int) -> tuple[Case, ...]:
    """Return the multipliers of wear of one pollutant in one printed year."""
    cases: list[Case] = []
    for each in factor_set("vehicle-corrections").values():
        kind, *words = each.condition.split(" | ")
        if kind == "correction_deterioration" and each.pollutant == pollutant:
            fuel, stage, text = words
            column, _, only = text.partition(", ")
            if column == str(year):
                cases += [
                    (_conditions(vehicle=vehicle, fuel=fuel, stage=STAGES[stage]), each.id) for vehicle in ONLY[only]
                ]
    return tuple(cases)


def _multiplier(row: Factor, correction: str) -> Iterator[Case]:
    _, fuel, stage, text, *_ = row.condition.split(" | ")
    text, _, only = text.partition(", ")
    said_by = _SAID_BY.get(correction, correction)
    if text not in WORDS[said_by]:  # the base condition itself
        return
    chosen = {said_by: WORDS[said_by][text], **_ALSO.get(correction, {}), "fuel": fuel.removesuffix(" trucks")}
    vehicles = TRUCKS if fuel == "diesel trucks" else ONLY[only]
    for vehicle, each in product(vehicles or ("",), _stages(stage) or ("",)):
        further = {name: word for name, word in (("vehicle", vehicle), ("stage", each)) if word}
        yield _conditions(**chosen, **further), row.id


def _stages(text: str) -> tuple[str, ...]:
    words = tuple(STAGES.values())
    if text == "pre-China I to China III":
        return words[:4]
    if text == "China IV-V":
        return words[4:6]
    return () if text == "all" else (STAGES[text],)


def _conditions(**words: str) -> tuple[Condition, ...]:
    return tuple(condition(f"{name} == {word}") for name, word in words.items())
