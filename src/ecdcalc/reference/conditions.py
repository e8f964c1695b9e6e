"""Conditions written as data: `"capacity <= 200 MW"`, `"turbine == extraction"`.

Plans, defaults and gradings use them. They hold on one plant and on a column alike.
"""

from __future__ import annotations

import re
from functools import cache

from attrs import frozen

from ecdcalc.numbers.compare import meets
from ecdcalc.numbers.ops import Number
from ecdcalc.numbers.units import read_quantity
from ecdcalc.words.errors import UnitError

_FORM = re.compile(r"(?P<name>[A-Za-z][\w.-]*)\s*(?P<sign><=|>=|==|!=|<|>)\s*(?P<value>.+)")


@frozen
class Condition:
    """One comparison of a field or an output with a quantity or a word."""

    name: str
    sign: str
    value: float | str
    text: str

    def holds(self, record: object) -> Number:
        """Return whether it holds: a bool, an expression, or missing where the field is not given."""
        return meets(getattr(record, self.name), self.sign, self.value)


@cache
def condition(text: str) -> Condition:
    """Read one condition. Raises `UnitError` if it has another form."""
    match = _FORM.fullmatch(text.strip())
    if not match:
        raise UnitError("condition-grammar", found=text[:60])
    return Condition(match["name"].replace("-", "_"), match["sign"], _constant(match["value"].strip()), text.strip())


def _constant(text: str) -> float | str:
    return text if text[0].isalpha() else read_quantity(text).value
