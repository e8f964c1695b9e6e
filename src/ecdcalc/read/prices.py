"""`[prices]` and `[economics]` of plant and region files, with every mistake in one pass."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ecdcalc.model.parts.carriers import carrier_kinds
from ecdcalc.model.prices import CURRENCY, FLAT, FORMS, PERIODS, Demand, Economics, Part, Prices, Tariff
from ecdcalc.model.sector import sectors
from ecdcalc.numbers.units import Reading, read_quantity, unit
from ecdcalc.read.bounds import CHARGE, GROWTH, HOURS, OF_MONEY, Bound, past
from ecdcalc.read.dates import is_year
from ecdcalc.words.errors import EcdcalcError, Problem, near

POLLUTED = ("so2", "nox", "cod", "nh3n")
"""Pollutants of one kind of pollution equivalent."""
DUST = {"general-dust": "cobenefit/cb105", "smoke-dust": "cobenefit/cb106"}
"""The law has two kinds of particles, of different equivalents: the user says which the region's plants emit."""
TIERS = ("level-1", "level-2", "level-3", "above-level-3")
_LITRES, _TONNES = ("liquid",), ("mass", "partly-fossil", "medium-mass", "steam", "steam-class")
PER = {
    "volume": "m3", "medium-volume": "m3", "electricity": "kWh", "heat": "GJ", "waste-heat": "GJ",
    "coal-equivalent": "tce",
    **dict.fromkeys(_TONNES, "t"), **dict.fromkeys(_LITRES, "L"),
}  # fmt: skip
"""What a carrier is priced by, according to how it is measured."""
_UNITS = {
    "tax_air": "CNY",
    "tax_water": "CNY",
    "float": "%",
    "float_cap": "%",
    "energy_quota": "CNY/tce",
    "water": "CNY/m3",
    "co2": "CNY/t",
}
_SHOWN = 40
_VAT = ("included", "excluded")
_ECONOMICS = ("rate", "rate_is", "inflation", "escalation", "horizon", "tax", "depreciation", "cost_year",
              "cost_index", "exchange", "price_index")  # fmt: skip
_RATE = ("real", "nominal")
_SLACK = 1e-9


Draw = Callable[[str, Reading, float], Any]
"""What stands for a number that may have a range: it gets the place, the number as read, and the rate of its money."""


def middle(place: str, found: Reading, rate: float) -> float:
    """Return the one number that stands for a range."""
    return found.value * rate


class _Reader:
    """Reads numbers of one table, and notes what is wrong with them. `draw` says what stands for a range."""

    def __init__(self, exchange: Mapping[str, float] | None = None, draw: Draw = middle) -> None:
        self.problems: list[Problem] = []
        self.exchange, self.draw = exchange or {}, draw

    def note(self, place: str, key: str, **values: object) -> None:
        self.problems.append(Problem(place, key, values))

    def number(self, text: Any, like: str, place: str, bounds: Sequence[Bound] = ()) -> float | None:
        """Return a number without a range in base units."""
        found = self._read(text, like, place, bounds)
        if found is not None and found[0].low is not None:
            self.note(place, "range-not-here", found=str(text)[:40])
            return None
        return None if found is None else found[0].value * found[1]

    def ranged(self, text: Any, like: str, place: str, bounds: Sequence[Bound] = (), *, signed: bool = False) -> Any:
        """Return a number that may have a range; unless it is `signed`, the range does not go from below zero above."""
        found = self._read(text, like, place, bounds)
        if found is None or (not signed and crosses_zero(found[0], place, self.problems)):
            return None
        return self.draw(place, *found)

    def _read(self, text: Any, like: str, place: str, bounds: Sequence[Bound]) -> tuple[Reading, float] | None:
        """Return a number and the rate of its money; of another currency that which is given for it."""
        try:
            found = money_reading(str(text), like, self.exchange)
        except EcdcalcError as error:
            self.note(place, error.key, **error.values)
            return None
        passed = past(place, found[0], bounds)
        self.problems += passed
        return None if passed else found

    def table(self, given: Any, place: str) -> Mapping[str, Any]:
        if isinstance(given, Mapping):
            return given
        self.note(place, "not-a-table", found=str(given)[:40])
        return {}

    def keys(self, table: Mapping[str, Any], known: Sequence[str], place: str) -> None:
        for key in table:
            if key not in known:
                self.note(f"{place}.{key}", "unknown-key", near=near(str(key), known) or listed(known))

    def word(self, text: Any, options: Sequence[str], place: str) -> str:
        if text in options:
            return str(text)
        self.note(place, "not-an-option", found=str(text)[:40], options=", ".join(options))
        return ""

    def year(self, given: Any, place: str) -> int | None:
        if is_year(given):
            return given
        self.note(place, "not-a-year", found=str(given)[:40])
        return None


def listed(known: Sequence[str]) -> str:
    """Return what is known here; of many only the first, for nobody reads a hundred."""
    return ", ".join([*known[:_SHOWN], *(["…"] if len(known) > _SHOWN else [])])


def money_reading(text: str, like: str, exchange: Mapping[str, float]) -> tuple[Reading, float]:
    """Return money as it was read, and the yuan that one of its currency is worth by the rates that are given."""
    for currency, rate in exchange.items():
        if currency in text and CURRENCY in like:
            return read_quantity(text, like.replace(CURRENCY, currency)), rate
    return read_quantity(text, like), 1.0


def crosses_zero(found: Reading, place: str, problems: list[Problem]) -> bool:
    """Tell whether a range has ends on both sides of zero, and note it."""
    crosses = found.low is not None and found.high is not None and found.low < 0 < found.high
    if crosses:
        problems.append(Problem(place, "range-crosses-zero", {"found": found.text[:40]}))
    return crosses


def read_prices(
    table: Mapping[str, Any],
    exchange: Mapping[str, float] | None = None,
    year: int | None = None,
    draw: Draw = middle,
) -> tuple[Prices, list[Problem]]:
    """Read `[prices]`; `year` is that of the prices where the table does not say it."""
    reader = _Reader(exchange, draw)
    kinds = carrier_kinds()
    known = [*_UNITS, *kinds, "emission", "tiers", "energy_intensive", "dust", "price_year", "vat", "currency"]
    reader.keys(table, known, "prices")
    plain = {
        key: value
        for key, like in _UNITS.items()
        if key in table and (value := reader.ranged(table[key], like, f"prices.{key}", OF_MONEY[key])) is not None
    }
    carriers = {}
    for id, kind in kinds.items():
        if id in table and (tariff := _tariff(reader, table[id], PER[kind.measured_in], f"prices.{id}")):
            carriers[id] = tariff
    intensive = table.get("energy_intensive", [])
    if not isinstance(intensive, list):
        reader.note("prices.energy_intensive", "region-files", example='["steel"]')
        intensive = []
    for number, each in enumerate(intensive):
        _known_sector(reader, each, f"prices.energy_intensive[{number}]")
    if table.get("currency", CURRENCY) != CURRENCY:
        reader.note("prices.currency", "not-an-option", found=str(table["currency"])[:40], options=CURRENCY)
    prices = Prices(
        plain,
        _group(reader, table, "emission", [*POLLUTED, "voc", "pm"], "CNY/t"),
        _group(reader, table, "tiers", TIERS, "CNY/kWh"),
        tuple(str(each) for each in intensive),
        reader.word(table["dust"], [*DUST], "prices.dust") if table.get("dust") else "",
        carriers,
        reader.year(table["price_year"], "prices.price_year") if "price_year" in table else year,
        reader.word(table["vat"], _VAT, "prices.vat") if "vat" in table else "",
    )
    return prices, reader.problems


def _group(
    reader: _Reader, table: Mapping[str, Any], key: str, known: Sequence[str], like: str, above: str = "prices"
) -> dict[str, float]:
    given = reader.table(table.get(key, {}), f"{above}.{key}")
    reader.keys(given, known, f"{above}.{key}")
    found = {}
    for name, text in given.items():
        bounds = GROWTH if like == "%" else CHARGE if key == "emission" else ()
        place = f"{above}.{key}.{name}"
        if name in known and (value := reader.ranged(text, like, place, bounds, signed=like == "%")) is not None:
            found[name] = value
    return found


def _known_sector(reader: _Reader, given: Any, place: str) -> None:
    """Note a sector that there is not: its float would be capped, and its tier not charged, without a word."""
    known = sectors()
    if str(given) not in known:
        options = near(str(given), [*known]) or ", ".join(known)
        reader.note(place, "not-an-option", found=str(given)[:40], options=options)


def _tariff(reader: _Reader, given: Any, per: str, place: str) -> Tariff | None:
    like = f"{CURRENCY}/{per}"
    if not isinstance(given, Mapping):
        price = reader.ranged(given, like, place)
        return None if price is None else Tariff(FLAT, (Part(price),))
    reader.keys(given, [*FORMS, "demand", "sold"], place)
    forms = [form for form in FORMS if form in given]
    if len(forms) != 1:
        reader.note(place, "tariff-one-form", found=", ".join(forms) or "–", options=", ".join(FORMS))
        return None
    before = len(reader.problems)
    form = forms[0]
    parts = _parts(reader, form, given[form], per, f"{place}.{form}")
    demand = _demand(reader, given["demand"], f"{place}.demand") if "demand" in given else None
    sold = reader.ranged(given["sold"], like, f"{place}.sold") if "sold" in given else None
    return None if len(reader.problems) > before else Tariff(form, tuple(parts), demand, sold)


def _parts(reader: _Reader, form: str, given: Any, per: str, place: str) -> list[Part]:
    like = f"{CURRENCY}/{per}"
    if form == FLAT:
        price = reader.ranged(given, like, place)
        return [] if price is None else [Part(price)]
    if not isinstance(given, list) or not given or not all(isinstance(each, Mapping) for each in given):
        example = '[{ to = "5000 kWh", price = "0.5 元/kWh" }, { price = "0.6 元/kWh" }]'
        reader.note(place, "tariff-list", example=example)
        return []
    parts = []
    low: float = 0.0
    for number, row in enumerate(given):
        here = f"{place}[{number}]"
        reader.keys(row, ("name", "share", "price") if form == PERIODS else ("from", "to", "price"), here)
        if "price" not in row:
            reader.note(f"{here}.price", "required", example=f'"0.5 {like}"')
        price = reader.ranged(row["price"], like, f"{here}.price") if "price" in row else None
        share = reader.number(row.get("share", ""), "%", f"{here}.share") if form == PERIODS else 1.0
        start = reader.number(row["from"], per, f"{here}.from", CHARGE) if "from" in row else low
        high = reader.number(row["to"], per, f"{here}.to") if "to" in row else None
        if high is not None and start is not None and high <= start:
            above = f"{unit(per).out(start):g}"
            reader.note(f"{here}.to", "out-of-bounds", found=str(row["to"])[:40], sign=">", bound=above, unit=per)
            return []
        if price is None or share is None or start is None:
            return []
        parts.append(Part(price, start, high, share))
        low = high if high is not None else low
    if form == PERIODS:
        _whole(reader, parts, place)
    else:
        _without_holes(reader, parts, per, place)
    return parts


def _whole(reader: _Reader, parts: Sequence[Part], place: str) -> None:
    shares = sum(each.share for each in parts)
    if abs(shares - 1) > _SLACK:
        reader.note(place, "tariff-shares", found=f"{100 * shares:g} %")


def _without_holes(reader: _Reader, parts: Sequence[Part], per: str, place: str) -> None:
    """Note every amount that has no price, or two."""
    of = unit(per)
    end: float | None = 0.0
    for number, each in enumerate(parts):
        if end is None or each.low < end - _SLACK:
            upto = "∞" if end is None else f"{of.out(end):g} {per}"
            reader.note(f"{place}[{number}]", "tariff-overlap", found=f"{of.out(each.low):g} {per}", end=upto)
            return
        if each.low > end + _SLACK:
            found, last = f"{of.out(each.low):g} {per}", f"{of.out(end):g} {per}"
            reader.note(f"{place}[{number}]", "tariff-hole", found=found, end=last)
        end = each.high
    if end is not None:
        reader.note(place, "tariff-open", found=f"{of.out(end):g} {per}")


def _demand(reader: _Reader, given: Any, place: str) -> Demand | None:
    table = reader.table(given, place)
    reader.keys(table, ("price", "power", "hours"), place)
    if ("power" in table) == ("hours" in table) or "price" not in table:
        reader.note(place, "tariff-demand")
        return None
    price = reader.ranged(table["price"], f"{CURRENCY}/kW/a", f"{place}.price")
    power = reader.number(table["power"], "kW", f"{place}.power", CHARGE) if "power" in table else None
    hours = reader.number(table["hours"], "h", f"{place}.hours", HOURS) if "hours" in table else None
    # the amounts are those of a year: the price of a year is the price of the accounting period
    return None if price is None else Demand(price * unit("a").base(1.0), power, hours)


def read_economics(
    table: Mapping[str, Any], price_year: int | None, draw: Draw = middle
) -> tuple[Economics, list[Problem]]:
    """Read `[economics]`; a nominal rate becomes real by the inflation, which must then be given."""
    reader = _Reader(draw=draw)
    reader.keys(table, _ECONOMICS, "economics")
    share = {
        key: reader.number(table[key], "%", f"economics.{key}", OF_MONEY[key])
        for key in ("inflation", "tax")
        if key in table
    }
    share |= {
        key: reader.ranged(table[key], "%", f"economics.{key}", OF_MONEY[key], signed=key == "rate")
        for key in ("rate", "cost_index")
        if key in table
    }
    years = {
        key: reader.number(table[key], "a", f"economics.{key}", OF_MONEY[key])
        for key in ("horizon", "depreciation")
        if key in table
    }
    kinds = [*carrier_kinds(), *POLLUTED, "pm", "voc", "co2", "energy"]
    inflation, given = share.get("inflation"), share.get("rate")
    nominal = _nominal(reader, table)
    if nominal and inflation is None:
        reader.note("economics.inflation", "economics-nominal")
    if share.get("tax") and "depreciation" not in years:
        reader.note("economics.depreciation", "economics-depreciation")
    _cost_year(reader, table, price_year)
    rate, index = given, share.get("cost_index")
    if nominal and given is not None and inflation is not None:
        rate = (1 + given) / (1 + inflation) - 1
    found = Economics(
        rate,
        given if nominal else None,
        inflation,
        _group(reader, table, "escalation", kinds, "%", "economics"),
        years.get("horizon"),
        share.get("tax") or 0.0,
        years.get("depreciation"),
        1.0 if index is None else index,
        exchange_of(table, reader),
        _price_index(reader, table),
    )
    return found, reader.problems


def _nominal(reader: _Reader, table: Mapping[str, Any]) -> bool:
    if "rate" not in table:
        return False
    if "rate_is" not in table:
        reader.note("economics.rate_is", "required", example='"real"')
        return False
    return reader.word(table["rate_is"], _RATE, "economics.rate_is") == "nominal"


def _cost_year(reader: _Reader, table: Mapping[str, Any], price_year: int | None) -> None:
    """Costs of another year than the prices need the index between them."""
    if "cost_year" not in table:
        return
    year = reader.year(table["cost_year"], "economics.cost_year")
    if year is not None and price_year is not None and year != price_year and "cost_index" not in table:
        reader.note("economics.cost_index", "economics-cost-index", found=year, here=price_year)


def _price_index(reader: _Reader, table: Mapping[str, Any]) -> dict[int, float]:
    """Return the prices of the price year over those of other years, by year."""
    found = {}
    for year, text in reader.table(table.get("price_index", {}), "economics.price_index").items():
        place = f"economics.price_index.{year}"
        number = reader.year(int(year) if str(year).isdecimal() and len(str(year)) == 4 else year, place)
        value = reader.number(text, "%", place, OF_MONEY["cost_index"])
        if number is not None and value is not None:
            found[number] = value
    return found


def exchange_of(table: Mapping[str, Any], reader: _Reader | None = None) -> dict[str, float]:
    """Return the yuan that one unit of another currency is worth, as the table gives it."""
    reader = reader or _Reader()
    given = reader.table(table.get("exchange", {}), "economics.exchange")
    found = {}
    for currency, text in given.items():
        place = f"economics.exchange.{currency}"
        value = reader.number(text, CURRENCY, place, ((">", 0.0, ""),))
        if currency == CURRENCY:
            reader.note(place, "exchange-own", found=CURRENCY)
        elif value is not None:
            found[str(currency)] = value
    return found
