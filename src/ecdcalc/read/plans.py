"""Plans found by id or by path, and what a plan inherits from the plans above it."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator
from functools import cache

from attrs import evolve

from ecdcalc.model.sector import load_data
from ecdcalc.read.plan import read_plan
from ecdcalc.read.text import read_document
from ecdcalc.reference.files import Folder, folders, path_text
from ecdcalc.reference.plan import Plan, Target
from ecdcalc.words.errors import InputError, NotFoundError, Problem, near, near_label
from ecdcalc.words.meaning import Ambiguous, begun, key_of


def plan_ids() -> list[str]:
    """Return the ids of the plans that come with the package and with plugins."""
    load_data()
    return [*_plans(folders())]


@cache
def _plans(among: tuple[Folder, ...]) -> dict[str, Folder]:
    """Return where each plan lies; ours come first."""
    found: dict[str, Folder] = {}
    for folder in among:
        for name in folder.names("plans"):
            if name.endswith(".toml"):
                found.setdefault(name.removesuffix(".toml"), folder)
    return found


def plan_origin(id: str) -> str:
    """Return the plugin that brings a plan, empty for ours."""
    return _plans(folders())[id].owner


def load_plan(id: str | os.PathLike[str]) -> Plan:
    """Return a plan of the package by id, or from a file by path. Raises `NotFoundError` or `InputError`."""
    id = path_text(id)
    if not id.endswith(".toml"):
        return _own_plan(id)
    from ecdcalc.read.plan_check import check_names  # it asks what regions have, which our own plans need no more

    plan = read_plan(read_document(id), id)
    check_names(plan, id)
    return plan


def _own_plan(id: str) -> Plan:
    if id not in _plans(folders()) and id not in plan_ids():
        id = _by_word(id)
    return _read(_plans(folders())[id], id)


def _by_word(word: str) -> str:
    """Return the plan whose name in either language is meant, or begins so. Raises `NotFoundError`."""
    known = {id: (plan.zh, plan.en) for id in plan_ids() for plan in [_read(_plans(folders())[id], id)]}
    found = key_of(word, [known, begun(word, known)])
    if isinstance(found, Ambiguous):
        meanings = "; ".join(f"{id} ({known[id][0]})" for id in found.keys)
        raise NotFoundError("word-ambiguous", found=word[:40], meanings=meanings)
    if found is None:
        if guess := near(word, [*known]):
            raise NotFoundError("plan-unknown-near", found=word, near=f"{guess} ({known[guess][0]})")
        if label := near_label(word, {id: names[0] for id, names in known.items()}):
            raise NotFoundError("plan-unknown-near", found=word, near=label)
        listed = ", ".join(f"{id} ({names[0]})" for id, names in known.items())
        raise NotFoundError("plan-unknown", found=word, near=listed)
    return found


@cache
def _read(folder: Folder, id: str) -> Plan:
    return read_plan(tomllib.loads(folder.text("plans", f"{id}.toml")), id)


def plan_problems(folder: Folder) -> Iterator[Problem]:
    """Yield what is wrong with the plans that a plugin brings."""
    for name in folder.names("plans"):
        try:
            _read(folder, name.removesuffix(".toml"))
        except InputError as error:
            yield from (Problem(f"{folder.owner} {each.place}", each.key, each.values) for each in error.problems)


def plan_in_force(id: str | os.PathLike[str]) -> Plan:
    """Return a plan, by id or by path, with what it inherits. Raises `NotFoundError` or `InputError`."""
    id = path_text(id)
    return in_force(load_plan(id)) if id.endswith(".toml") else _own_in_force(folders(), id)


@cache
def _own_in_force(among: tuple[Folder, ...], id: str) -> Plan:
    return in_force(_own_plan(id))


def in_force(plan: Plan) -> Plan:
    """Return the plan with what it inherits: of two targets for the same thing the tighter binds.

    `set_by` of a target names the plan that its limit comes from where that is not the plan itself. Targets with
    `inherit = false` (amounts handed out to a whole province or country) stay where they are.
    """
    chain = [plan]
    while chain[-1].parent:
        parent = load_plan(chain[-1].parent)
        if parent.id in [each.id for each in chain]:
            names = " → ".join([*(each.id for each in chain), parent.id])
            raise InputError([Problem(f"{chain[-1].id} parent", "plan-circle", {"names": names})])
        chain.append(parent)
    targets = list(plan.target)
    for above in chain[1:]:
        for each in above.target:
            if each.inherit:
                _inherit(targets, each, above.id)
    return evolve(plan, target=tuple(targets))


def _inherit(targets: list[Target], given: Target, plan: str) -> None:
    same = [number for number, each in enumerate(targets) if given.indicator and _same(each, given)]
    for number in same:
        if _tighter(given, targets[number]):
            targets[number] = evolve(targets[number], limit=given.against or given.limit, against="", set_by=plan)
    if not same:
        targets.append(evolve(given, id=f"{plan}.{given.id}", set_by=plan))


_NEW = """# One file per plan. Check it with `ecdcalc plan check FILE`; name it in a region or plant file.
id = "{id}"
zh = "某市“十四五”节能减排实施方案"
en = "Implementation plan of some city"
region_zh = "某市"
region_en = "Some city"
base_year = 2020
target_year = 2025
document = "{id}"
{parent}
[[target]]
id = "t001"
clause = "二"
sector = ["region"]
zh = "单位地区生产总值能耗下降率"
en = "energy consumption per unit GDP, cumulative reduction"
type = "binding"
direction = "reduction"
limit = "15 %"
scope = "city"
deadline = "2025-12-31"
indicator = "region.energy_intensity_reduction"
op = ">="
"""


def new_plan(id: str, parent: str = "") -> str:
    """Return the text of a plan to begin with."""
    return _NEW.format(id=id, parent=f'parent = "{parent}"\n' if parent else "")


def _same(one: Target, other: Target) -> bool:
    shared = set(one.sector) & set(other.sector)
    return bool(shared) and (one.indicator, one.when) == (other.indicator, other.when)


def _tighter(one: Target, other: Target) -> bool:
    if one.bound is None or other.bound is None or not one.bound.unit.same_kind(other.bound.unit):
        return one.bound is not None and other.bound is None
    if one.comparison != other.comparison:
        return False
    low = one.comparison in ("<", "<=")
    return one.bound.value < other.bound.value if low else one.bound.value > other.bound.value
