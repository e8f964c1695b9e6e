"""Plans: the targets of a city, a province or the country, as data.

A plan is one TOML file. A target that names an `indicator` is evaluated; `when` restricts it to the
processes whose baseline meets the conditions. Another city is one more file of the same form.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from attrs import evolve, field, frozen

from ecdcalc.conditions import Condition, condition
from ecdcalc.errors import InputError, NotFoundError, Problem, near
from ecdcalc.units import Reading, read_quantity

OPERATORS = ("<=", ">=", "<", ">", "==", "!=")
DIRECTIONS = (*OPERATORS, "reduction", "share")
TYPES = ("binding", "aspirational", "rule", "trigger", "action", "qualitative")
ID = re.compile(r"[a-z0-9][a-z0-9.-]*")
SCOPES = ("country", "province", "city", "county", "sector", "plant")
_DIGITS = "一二三四五六七八九"
_NUMERAL = re.compile(f"[{_DIGITS}]?十[{_DIGITS}]?|[{_DIGITS}]")
_NUMERALS = re.compile(f"[{_DIGITS}十()（）]+")


@frozen
class Target:
    """One target, trigger or rule of a plan."""

    id: str
    zh: str
    en: str
    clause: str
    type: str
    sector: tuple[str, ...] = ()
    direction: str = ""
    limit: str = ""
    base_year: int | None = None
    target_year: int | None = None
    scope: str = ""
    condition: str = ""
    deadline: str = ""
    note: str = ""
    indicator: str = ""
    op: str = ""
    against: str = ""
    when: tuple[str, ...] = ()
    reason: str = ""
    reason_zh: str = ""
    inherit: bool = True
    set_by: str = ""

    def label(self, lang: str) -> str:
        """Return the indicator in `lang`."""
        return self.zh if lang == "zh" else self.en

    def where(self, lang: str) -> str:
        """Return the clause in `lang`: 三(三)一 is 3(3)1 in English; what is more than numerals stays as it is."""
        plain = lang != "zh" and _NUMERALS.fullmatch(self.clause)
        return _NUMERAL.sub(_arabic, self.clause) if plain else self.clause

    @property
    def bound(self) -> Reading | None:
        """The number that the indicator is held against, or None where the plan gives none.

        It is the printed limit, or `against` where the printed number is a condition and not the aim.
        """
        text = self.against or self.limit
        return read_quantity(text) if text else None

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """The conditions on the baseline of a process."""
        return tuple(condition(each) for each in self.when)

    @property
    def comparison(self) -> str:
        """The operator: the stated one, else what the direction means."""
        return self.op or (self.direction if self.direction in OPERATORS else ">=")

    @property
    def process(self) -> str:
        """The table name of the processes that the indicator belongs to."""
        return self.indicator.partition(".")[0]

    @property
    def output(self) -> str:
        """The output that is compared."""
        return self.indicator.partition(".")[2].replace("-", "_")


@frozen
class Plan:
    """A plan: whose it is, its years, its targets."""

    id: str
    zh: str
    en: str
    base_year: int
    target_year: int
    document: str
    region_zh: str = ""
    region_en: str = ""
    parent: str = ""
    target: tuple[Target, ...] = field(factory=tuple)

    def label(self, lang: str) -> str:
        """Return the title in `lang`."""
        return self.zh if lang == "zh" else self.en

    def get(self, id: str) -> Target:
        """Return one target by id."""
        for each in self.target:
            if each.id == id.lower():
                return each
        raise NotFoundError("target-unknown", found=id, plan=self.id)


def _arabic(found: re.Match[str]) -> str:
    tens, ten, ones = found[0].rpartition("十")
    value = _DIGITS.index(ones) + 1 if ones else 0
    return str(value + (10 * (_DIGITS.index(tens) + 1 if tens else 1) if ten else 0))


def _folder() -> Traversable:
    return files("ecdcalc").joinpath("data", "plans")


def plan_ids() -> list[str]:
    """Return the ids of the plans that come with the package."""
    return sorted(each.name.removesuffix(".toml") for each in _folder().iterdir() if each.name.endswith(".toml"))


def load_plan(id: str) -> Plan:
    """Return a plan of the package by id, or from a file by path. Raises `NotFoundError` or `InputError`."""
    if not id.endswith(".toml"):
        return _own_plan(id)
    from ecdcalc.read.plan import read_plan
    from ecdcalc.read.text import read_document

    return read_plan(read_document(id), id)


@cache
def _own_plan(id: str) -> Plan:
    if id not in plan_ids():
        raise NotFoundError("plan-unknown", found=id, near=near(id, plan_ids()) or ", ".join(plan_ids()))
    from ecdcalc.read.plan import read_plan

    return read_plan(tomllib.loads(_folder().joinpath(f"{id}.toml").read_text(encoding="utf-8")), id)


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
