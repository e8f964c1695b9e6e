"""Plans: the targets of a city, a province or the country, as data.

A plan is one TOML file. A target that names an `indicator` is evaluated; `when` restricts it to the
processes whose baseline meets the conditions. Another city is one more file of the same form.
"""

from __future__ import annotations

import re
from functools import lru_cache

from attrs import field, frozen

from ecdcalc.numbers.units import Reading, read_quantity
from ecdcalc.reference.conditions import Condition, condition
from ecdcalc.words.errors import NotFoundError

OPERATORS = ("<=", ">=", "<", ">", "==", "!=")
DIRECTIONS = (*OPERATORS, "reduction", "share")
TYPES = ("binding", "aspirational", "rule", "trigger", "action", "qualitative")
CO2E_SAVED = "co2e_saved"
OF_PROCESSES = ("closed", "retrofitted", CO2E_SAVED, "closed_count", "new_count", "replacement_ratio")
"""What a target may ask of processes beside their outputs: whether and how many are closed, new or retrofitted, and
what they save of all greenhouse gases as CO2 equivalent."""
ID = re.compile(r"[a-z0-9][a-z0-9.-]*")
SCOPES = ("country", "province", "city", "county", "sector", "plant")
_DIGITS = "一二三四五六七八九"
_NUMERAL = re.compile(f"[{_DIGITS}]?十[{_DIGITS}]?|[{_DIGITS}]")
_NUMERALS = re.compile(f"[{_DIGITS}十()（）]+")


_read = lru_cache(maxsize=1024)(read_quantity)
"""Limits are read once: the targets of a plan are asked anew for every plant."""


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
        return self.clause if lang == "zh" else _in_numbers(self.clause)

    @property
    def bound(self) -> Reading | None:
        """The number that the indicator is held against, or None where the plan gives none.

        It is the printed limit, or `against` where the printed number is a condition and not the aim.
        """
        text = self.against or self.limit
        return _read(text) if text else None

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


@lru_cache(maxsize=4096)
def _in_numbers(clause: str) -> str:
    return _NUMERAL.sub(_arabic, clause) if _NUMERALS.fullmatch(clause) else clause


def _arabic(found: re.Match[str]) -> str:
    tens, ten, ones = found[0].rpartition("十")
    value = _DIGITS.index(ones) + 1 if ones else 0
    return str(value + (10 * (_DIGITS.index(tens) + 1 if tens else 1) if ten else 0))
