"""What is thrown at each door: generators, and what is done with what they make."""

from __future__ import annotations

import contextlib
import math
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from ecdcalc.assessment.plant import assess
from ecdcalc.model.sector import sector, sectors
from ecdcalc.numbers.unit_words import REFUSED
from ecdcalc.numbers.units import read_quantity, unit, vocabulary
from ecdcalc.read.plan import read_plan
from ecdcalc.read.plan_check import check_names
from ecdcalc.read.plant import read_plant
from ecdcalc.read.text import parsed
from ecdcalc.reference.factors import load_own_factors
from ecdcalc.reference.limits import load_own_limits
from ecdcalc.words.errors import EcdcalcError

ODD = st.sampled_from(
    ["", "0", "-1", "1e400", "nan", "inf", "10² t", "１２ t", "5 T", "1,2 t", "x" * 300, "\x00", "\r=1+1", "\u202e", "1 (((亿^4)^4)^4)",
     "true", "2024/9/30", "9" * 40, "0x10", "1 t/h/h/h", "5 barg", "100 %", "1 ± 1e308 万t"],
)  # fmt: skip
WORDS = sorted([*vocabulary(), *REFUSED, "万", "亿", "(", ")", "*", "/", "·", "^4", "^-1", " ", "²"])
UNITS = st.lists(st.sampled_from(WORDS), max_size=8).map("".join) | st.text(max_size=40)
NUMBERS = st.sampled_from(
    ["1", "-3", "1.5", "1e3", "1e300", "1e-300", "1,234", "540 ± 10", "5~6", "", "１２", "10⁴"]
) | st.text(alphabet="0123456789.,-+eE±~ ×*'_", max_size=12)
QUANTITIES = st.tuples(NUMBERS, UNITS).map(" ".join)
VALUES = st.recursive(
    ODD | QUANTITIES | st.integers() | st.floats() | st.booleans() | st.dates() | st.none().map(lambda _: []),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=5,
)


def units(data: Any) -> None:
    """Read a quantity, and a unit as what another asks for."""
    text, asked = (
        data.draw(QUANTITIES),
        data.draw(st.sampled_from(["t", "MW", "t/h", "%", "1", "MPa", "kW", "kVA", "°C"])),
    )
    read = read_quantity(text, asked if data.draw(st.booleans()) else None)
    assert math.isfinite(read.value)
    unit(data.draw(UNITS))


def plants(data: Any) -> None:
    """Change some values of a template, anywhere, and assess it."""
    id = data.draw(st.sampled_from(sorted(sectors())))
    document = parsed(sector(id).template, id)
    for _ in range(data.draw(st.integers(1, 3))):
        _change(document, data)
    result = assess(read_plant(document, within=sector(id))).to_dict()
    _finite(result)


def _change(found: Any, data: Any) -> None:
    """Walk to some place of a document and put something else there."""
    while True:
        if not isinstance(found, (dict, list)) or not found:
            return
        key = data.draw(st.sampled_from(list(found) if isinstance(found, dict) else list(range(len(found)))))
        inner = found[key]
        if isinstance(inner, (dict, list)) and inner and data.draw(st.integers(0, 5)):
            found = inner
            continue
        if isinstance(found, dict) and data.draw(st.integers(0, 4)) == 0:
            key = data.draw(
                st.sampled_from(["name", "new", "closed", "province", "energy", "reporting", "targets", "measure"])
            )
        found[key] = data.draw(VALUES)
        return


def _finite(found: Any) -> None:
    if isinstance(found, dict):
        for each in found.values():
            _finite(each)
    elif isinstance(found, (list, tuple)):
        for each in found:
            _finite(each)
    elif isinstance(found, float):
        assert math.isfinite(found)


def texts(data: Any) -> None:
    """Read what may be TOML."""
    line = st.sampled_from(
        ['a = "1 t"', "a = “1”", "b ＝ 1", "[c]", "[[d]]", "a.b.c = 1", "x = 2024/9/30", "y = 60 t", "z: 1"]
    )
    parsed("\n".join(data.draw(st.lists(line | st.text(max_size=30), max_size=6))), "fuzz.toml")


def plans(data: Any) -> None:
    """Read a plan with targets of anything."""
    word = (
        st.sampled_from(
            ["battery.unit_energy", "battery.nope", "region.energy_growth", "x", "coking", "region", "kgce/t"]
        )
        | ODD
    )
    row = {key: data.draw(word | VALUES) for key in ("id", "zh", "en", "clause", "indicator", "limit", "op")}
    row |= {
        "type": "binding",
        "sector": data.draw(st.lists(word, max_size=2)),
        "when": data.draw(st.lists(word | _WHEN, max_size=2)),
    }
    if data.draw(st.booleans()):
        row |= {"id": "t1", "zh": "某", "en": "x", "clause": "1", "op": "<="}
    head = {"id": "p", "zh": "某", "en": "p", "base_year": 2020, "target_year": 2025, "document": "d"}
    check_names(read_plan({**head, "target": [row]}, "fuzz"), "fuzz")


_WHEN = st.sampled_from(
    ["chamber_height >= 5 m", "nope < 1", "charging == top", "charging <= 3 t", "capacity > x", "= ="]
)


def tables_of_ones_own(data: Any) -> None:
    """Read own factors and limits of odd cells."""
    cell = (
        ODD
        | NUMBERS
        | st.sampled_from(["coal-2020/raw-coal.coal", "grid/shanxi-2031", "own/a", "kgce/kg", "kg", "A", "Z", "d"])
    )
    for head, load in (
        ("id,value,low,high,unit,document,confidence", load_own_factors),
        ("id,unit,level1,level2,level3,standard,confidence,effective", load_own_limits),
    ):
        rows = data.draw(st.lists(st.lists(cell, min_size=1, max_size=9), max_size=3))
        with tempfile.TemporaryDirectory() as folder, contextlib.suppress(EcdcalcError):
            file = Path(folder) / "own.csv"
            file.write_text("\n".join([head, *(",".join(row) for row in rows)]), encoding="utf-8")
            load(file)


DOORS: dict[str, Callable[[Any], None]] = {
    "units": units,
    "texts": texts,
    "plants": plants,
    "plans": plans,
    "own-tables": tables_of_ones_own,
}
