"""Sectors: the plugin contract and how plugins are found.

A sector is one frozen `Sector`, named by an entry point of the group `ecdcalc.sectors`. Our own use the
same door. A plugin that fails to load is reported and stops nobody else. `ECDCALC_PLUGINS=builtin` leaves
the plugins of others out.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, NamedTuple

from attrs import field, frozen

from ecdcalc.model.installed import GROUP, OURS
from ecdcalc.model.measure import Measure
from ecdcalc.model.process import Process
from ecdcalc.reference.files import Folder, add_folder, folders, keep_folders
from ecdcalc.words.errors import NotFoundError, PluginError, Problem, near, near_label
from ecdcalc.words.meaning import Ambiguous, Words, begun, key_of
from ecdcalc.words.texts import MESSAGES, Both, add_texts

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

EQUIPMENT = "equipment"
CONTRACT = 1


@frozen
class Sector:
    """What a plugin offers: its processes and measures, and a plant file to begin with.

    `template` is the text of a plant file that runs as it stands; `co2_guide` the set of CO2 factors its
    guideline uses (`ndrc`, `mee`, `provincial`); `texts` the sector's own messages, English and Chinese by key.
    `data` is the package whose folder `data/` holds its factors, limits, measures, plans and documents.
    """

    id: str
    zh: str
    en: str
    processes: tuple[type[Process], ...]
    template: str
    measures: tuple[Measure, ...] = ()
    co2_guide: str = "ndrc"
    texts: Mapping[str, tuple[str, str]] = field(factory=dict)
    data: str = ""
    contract: int = CONTRACT

    def __attrs_post_init__(self) -> None:
        if self.data:
            from ecdcalc.reference.plugin_data import data_texts

            add_folder(self.folder)
            add_texts(data_texts(self.folder))
        if taken := [key for key, text in self.texts.items() if MESSAGES.get(key, text) != text]:
            raise PluginError("plugin-text-taken", keys=", ".join(taken))
        add_texts(self.texts)

    @property
    def folder(self) -> Folder:
        """The folder of the data that it brings."""
        return Folder(self.id, self.data)

    def __reduce__(self) -> tuple[object, ...]:  # a sector is its plugin, here and in another process
        return sector, (self.id,)

    def __copy__(self) -> Sector:
        return self

    def __deepcopy__(self, memo: object) -> Sector:
        return self

    def label(self, lang: str) -> str:
        """Return the name in `lang`."""
        return self.zh if lang == "zh" else self.en

    def process(self, key: str) -> type[Process]:
        """Return the process class of a table name, or of its label in either language; of no name the only one.

        Raises `NotFoundError`.
        """
        if not key and len(self.processes) == 1:
            return self.processes[0]
        known = {each.about.key: each for each in self.processes}
        if key in known:
            return known[key]
        meant = key_of(key, [{id: (each.about.zh, each.about.en) for id, each in known.items()}])
        if isinstance(meant, Ambiguous):
            meanings = "; ".join(f"{id} ({known[id].about.zh})" for id in meant.keys)
            raise NotFoundError("word-ambiguous", found=key[:40], meanings=meanings)
        if meant is None:
            raise NotFoundError(
                "process-unknown", found=key, sector=self.id, near=near(key, [*known]) or ", ".join(known)
            )
        return known[meant]


@frozen
class Plugin:
    """A sector plugin as found: where it comes from, and the sector or what is wrong with it."""

    id: str
    origin: str
    version: str
    sector: Sector | None = None
    problem: str = ""
    problems: tuple[Problem, ...] = ()

    def trouble(self, lang: str) -> str:
        """Return what is wrong with it in `lang`; empty if nothing is."""
        return "; ".join(each.say(lang) for each in self.problems) or self.problem


class _Own(NamedTuple):
    """What names a sector of our own; the metadata of packages are not read for it, which would take longer than it."""

    name: str
    value: str
    dist: None = None

    def load(self) -> Any:
        module, _, attribute = self.value.partition(":")
        return getattr(import_module(module), attribute)


def _installed() -> list[EntryPoint]:
    """Return the entry points of installed packages, ours first."""
    from importlib.metadata import entry_points

    return sorted(entry_points(group=GROUP), key=lambda each: (not _ours(each), each.name))


@cache
def plugins() -> Mapping[str, Plugin]:
    """Return every plugin by id, the broken ones with their problem."""
    found: dict[str, Plugin] = {}
    for point in sorted(_installed(), key=lambda each: each.name):
        if os.environ.get("ECDCALC_PLUGINS") == "builtin" and not _ours(point):
            continue
        if point.name in found:
            name = f"{point.name} ({point.dist.name if point.dist else '?'})"
            found[name] = Plugin(name, *_origin(point), problem=f"the name is taken by {found[point.name].origin}")
            continue
        found[point.name] = _load(point)
    return found


def _ours(point: EntryPoint | _Own) -> bool:
    return point.value.startswith(OURS)


def _origin(point: EntryPoint | _Own) -> tuple[str, str]:
    return (point.dist.name, point.dist.version) if point.dist else (point.value, "")


def _load(point: EntryPoint | _Own) -> Plugin:
    """Load a plugin; of one with a problem no data stay."""
    before = folders()
    plugin = _tried(point)
    if plugin.sector is None:
        keep_folders(before)
    return plugin


def _tried(point: EntryPoint | _Own) -> Plugin:
    origin, version = _origin(point)
    try:
        made = point.load()
    except Exception as error:  # a stranger's code may raise anything; it is shown, not hidden
        return Plugin(point.name, origin, version, problem=f"{type(error).__name__}: {error}")
    if not isinstance(made, Sector):
        return Plugin(point.name, origin, version, problem=f"{point.value} is no ecdcalc Sector")
    if made.contract != CONTRACT:
        return Plugin(point.name, origin, version, problem=f"contract {made.contract}, this ecdcalc has {CONTRACT}")
    if problems := _data_problems(point, made):
        said = "; ".join(each.say("en") for each in problems)
        return Plugin(point.name, origin, version, problem=said, problems=problems)
    return Plugin(point.name, origin, version, made)


def _data_problems(point: EntryPoint | _Own, made: Sector) -> tuple[Problem, ...]:
    """Return what is wrong with the data of a plugin."""
    if not made.data:
        return ()
    from ecdcalc.reference.plugin_data import data_problems

    if made.id != point.name:
        problems = [Problem("id", "plugin-data-name", {"found": made.id, "name": point.name})]
    else:
        problems = data_problems(made.folder)
    return tuple(problems)


@cache
def load_data() -> None:
    """Let the data of all plugins of others be found; only these plugins are loaded."""
    if os.environ.get("ECDCALC_PLUGINS") != "builtin" and not all(map(_ours, _installed())):
        plugins()


def sectors() -> dict[str, Sector]:
    """Return the working sectors by id."""
    return {id: each.sector for id, each in plugins().items() if each.sector}


def sector(id: str) -> Sector:
    """Return one sector; only its own plugin is loaded. Raises `NotFoundError` with the nearest name."""
    point = _own(id) or _points().get(id)
    if point is None:
        return _by_word(id)
    plugin = _load(point)
    if plugin.sector is None:
        raise NotFoundError("sector-broken", found=id, problem=plugin.problem)
    return plugin.sector


def sector_words() -> Words:
    """Return the names of the sectors by id, in Chinese and English."""
    return {id: (each.zh, each.en) for id, each in sectors().items()}


def _by_word(word: str) -> Sector:
    """Return the sector that a word names: its own name, that of one of its processes, the beginning of either."""
    known = sectors()
    own = sector_words()
    parts = {
        id: tuple(name for cls in each.processes for name in (cls.about.zh, cls.about.en)) for id, each in known.items()
    }
    found = key_of(word, [own, parts, begun(word, own), begun(word, parts)])
    if isinstance(found, Ambiguous):
        meanings = "; ".join(f"{id} ({known[id].zh})" for id in found.keys)
        raise NotFoundError("word-ambiguous", found=word[:40], meanings=meanings)
    if found is None:
        ids = sorted(_points())
        said = (f"{own[id][0]}（{id}）" if id in own else id for id in ids)
        names = Both(", ".join(ids), "、".join(said))
        meant = near(word, [*_points()]) or near_label(word, {id: words[0] for id, words in own.items()})
        if meant:
            raise NotFoundError("sector-unknown-near", found=word, meant=meant, near=names)
        raise NotFoundError("sector-unknown", found=word, near=names)
    return known[found]


def _own(id: str) -> _Own | None:
    """Return the entry point of a sector of our own, which nobody can take; the installed packages are not searched."""
    module = f"{OURS}{id.replace('-', '_')}"
    plain = re.fullmatch(r"[a-z]+(-[a-z]+)*", id)
    return _Own(id, f"{module}:sector") if plain and find_spec(module) else None


@cache
def _points() -> Mapping[str, EntryPoint]:
    """Return what names each sector, by id; ours cannot be taken."""
    return {point.name: point for point in reversed(_installed())}


def tables(of: Sector) -> dict[str, tuple[type[Process], Sector]]:
    """Return the tables of a plant file of a sector: its own processes and the equipment, each with its sector.

    A table that the sector has itself is its own. The equipment is loaded here, so ask only when it is needed.
    """
    found = {each.about.key: (each, of) for each in of.processes}
    try:
        shared = sector(EQUIPMENT)
    except NotFoundError:
        return found
    return {each.about.key: (each, shared) for each in shared.processes} | found
