"""A region as read: its yearly series, its counties, its plants, its register of projects."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import field, frozen

from ecdcalc.model.keeping import Kept
from ecdcalc.model.packed import Packed
from ecdcalc.model.plant import Plant
from ecdcalc.numbers.units import Reading, Unit, unit
from ecdcalc.reference.plan import CO2E_SAVED, Plan, Target
from ecdcalc.words.errors import Problem

_UNITS = {
    "gdp": "亿元",
    "value_added": "亿元",
    "energy": "万tce",
    "sector_energy": "万tce",
    "carrier_energy": "万tce",
    "feedstock": "万tce",
    "renewable_electricity": "万kWh",
    "electricity_import": "万kWh",
    "co2": "万t",
    "coal": "万t",
    "population": "万person",
    "pollutants": "t",
}
BY_SECTOR = ("value_added", "sector_energy", "carrier_energy", "pollutants")
MONEY = ("gdp", "value_added")
ABOVE_ZERO = ("gdp", "energy")
SIGNED = ("electricity_import",)
SERIES = tuple(_UNITS)
SLACK = 1e-9
"""What rounded figures of parts may differ from the whole, relative to it."""
KEY_POLLUTANTS = ("cod", "nh3n", "nox", "voc")
_WATER, _NOX, _VOC = ("cod", "nh3n"), ("nox",), ("voc",)
ITEMS: dict[str, tuple[str, ...]] = {
    "restructuring": KEY_POLLUTANTS,
    "industrial-water": _WATER,
    "urban-sewage": _WATER,
    "sewer-repair": _WATER,
    "reclaimed-water": _WATER,
    "livestock": _WATER,
    "rural-sewage": _WATER,
    "leachate": _WATER,
    "low-voc-substitution": _VOC,
    "end-of-pipe-nox": _NOX,
    "end-of-pipe-voc": _VOC,
    "ldar": _VOC,
    "oil-vapour": _VOC,
    "vehicles": (*_NOX, *_VOC),
    "non-road": (*_NOX, *_VOC),
    "clean-heating": (*_NOX, *_VOC),
}
"""The headings of the accounting guide, and the pollutants that a project under each may claim from its plant."""

INDICATORS = {
    **dict.fromkeys(
        (
            "region.energy_intensity_reduction",
            "region.co2_intensity_reduction",
            "region.energy_growth",
            "region.co2_growth",
            "region.coal_growth",
            "coal-balance.growth",
            "plant.intensity_reduction",
            "region.renewables_excluded",
            "region.feedstock_excluded",
            *(f"region.{name}_reduction" for name in KEY_POLLUTANTS),
        ),
        "%",
    ),
    "offset.ratio": "1",
    "region.co2e_saved": "t",
    **{f"key-projects.{name}_counted": "t" for name in KEY_POLLUTANTS},
}
"""What a region is asked beside the outputs of processes, and the unit of the figure."""


def figure_unit(target: Target) -> Unit | None:
    """Return the unit that figures of a target must be of the kind of, None where the plan does not say."""
    if target.bound is not None:
        return target.bound.unit
    return indicator_unit(target)


def indicator_unit(target: Target) -> Unit | None:
    """Return the unit of what evaluates a target beside the outputs of processes, None where that is not known."""
    text = "t" if target.output == CO2E_SAVED else INDICATORS.get(target.indicator)
    return None if text is None else unit(text)


def series_unit(name: str) -> Unit:
    """Return the unit that a series is shown in."""
    return unit(_UNITS[name.partition(".")[0]])


@frozen
class Series:
    """Values by year, in base units; money says at prices of which year."""

    name: str
    values: Mapping[int, float]
    price_year: int | None = None

    @property
    def unit(self) -> Unit:
        """The unit that it is shown in."""
        return series_unit(self.name)


@frozen
class Rules:
    """What is left out of dual control, on which basis, and how far counties converge when a target is handed down."""

    exclude_renewables: bool = True
    exclude_feedstock: bool = True
    exclude_listed: bool = True
    basis: str = "calorific"
    convergence: float = 0.1


@frozen
class Member:
    """A plant of a region: read from a file, or given by its results."""

    name: str
    county: str
    sector: str
    place: str
    packed: Packed | None = field(default=None, repr=False)
    saved: Mapping[str, float] = field(factory=dict)

    @property
    def plant(self) -> Plant | None:
        """The plant as it was read, made anew each time and without a plan; None where its results were given."""
        return self.packed.unpacked() if self.packed else None


@frozen
class Rejected:
    """What could not be used, where it stands, and why."""

    place: str
    problems: tuple[Problem, ...]


@frozen
class Project:
    """A key project: its yearly reductions, when it started to run stably, what proves it."""

    name: str
    county: str
    item: str
    plant: str
    start: tuple[int, int]
    evidence: tuple[str, ...]
    annual: Mapping[str, float]
    place: str = ""


@frozen
class NewSource:
    """A new project that needs an offset: approved emission, pollutants whose ambient quality fails."""

    name: str
    county: str
    emission: Mapping[str, float]
    fails: tuple[str, ...] = ()
    place: str = ""


@frozen
class Listed:
    """A major project whose energy is listed singly: energy by year, and the document that approved the listing."""

    name: str
    county: str
    approval: str
    energy: Mapping[int, float]


Point = tuple[float, float]
"""Degrees east and north."""
Ring = tuple[Point, ...]


@frozen
class Shape:
    """The outline of a county in the user's own map, as polygons of rings; without name it is that of none."""

    name: str
    polygons: tuple[tuple[Ring, ...], ...]


@frozen(repr=False)
class Region(Kept):
    """A county, a city or a province."""

    name: str
    parent: str
    plan: Plan
    base_year: int
    year: int
    price_year: int | None = None
    rules: Rules = field(factory=Rules)
    series: Mapping[str, Series] = field(factory=dict)
    counties: tuple[Region, ...] = ()
    members: tuple[Member, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    projects: tuple[Project, ...] = ()
    sources: tuple[NewSource, ...] = ()
    count_rule: str = "capacity"
    lag: int = 1
    targets: Mapping[str, Reading] = field(factory=dict)
    indicators: Mapping[str, Mapping[int, Reading]] = field(factory=dict)
    prices: Mapping[str, Any] = field(factory=dict)
    economics: Mapping[str, Any] = field(factory=dict)
    limit: float | None = None
    listed: tuple[Listed, ...] = ()
    energy_total: float | None = None
    expected_growth: float | None = None
    tile: tuple[int, int] | None = None
    map: tuple[Shape, ...] = ()
    document: Mapping[str, Any] = field(factory=dict)
    """What it was read from; of a county, what stands in that of the whole."""
    read: Mapping[str, bytes] = field(factory=dict)
    """The files that the document names, as they were read: their contents by absolute path."""
    folder: str = ""
    """Where the files are looked for that the document names, and in which `encoding`."""
    encoding: str = "utf-8"

    def __repr__(self) -> str:
        parts = f"{len(self.counties)} counties, {sum(1 for _ in self.all_members())} plants"
        return f"<Region {self.name!r} {self.base_year}-{self.year}: {parts}>"

    @property
    def years(self) -> range:
        """The years from the base year to the reporting year."""
        return range(self.base_year, self.year + 1)

    def whole(self) -> Iterator[Region]:
        """Yield the region and all that lies in it."""
        yield self
        for county in self.counties:
            yield from county.whole()

    def all_members(self) -> Iterator[Member]:
        """Yield the plants of the whole."""
        return (each for region in self.whole() for each in region.members)

    def all_rejected(self) -> Iterator[Rejected]:
        """Yield what was rejected in the whole."""
        return (each for region in self.whole() for each in region.rejected)

    def all_projects(self) -> Iterator[Project]:
        """Yield the key projects of the whole."""
        return (each for region in self.whole() for each in region.projects)

    def all_sources(self) -> Iterator[NewSource]:
        """Yield the new sources of the whole."""
        return (each for region in self.whole() for each in region.sources)

    def all_listed(self) -> Iterator[Listed]:
        """Yield the singly listed projects of the whole."""
        return (each for region in self.whole() for each in region.listed)

    def value(self, name: str, year: int) -> float | None:
        """Return a series in a year, None where it is not given."""
        return self.series[name].values.get(year) if name in self.series else None
