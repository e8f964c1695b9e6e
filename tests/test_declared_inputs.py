"""What each process asks, as it was when somebody last looked: unit, bounds, words, where a value comes from.

A plant file that is accepted today is accepted tomorrow, and a bound that moves is seen. After a change on purpose, and
for new inputs, `python tests/test_declared_inputs.py` writes the table anew; read the difference before it is kept.
"""

from pathlib import Path

import pytest
from kept import keep_rows, rows_kept

from ecdcalc.model.parts.carriers import CARRIER_CLASSES
from ecdcalc.model.process import fields_of
from ecdcalc.model.sector import sector, sectors
from ecdcalc.reference.defaults import Assumed, Published

TABLE = Path(__file__).parent / "golden" / "inputs.csv"
COLUMNS = ("of", "input", "kind", "unit", "bounds", "words", "optional", "default", "method")


def declared():
    """Yield what is declared, a row for each input of each process, each of their parts once, each carrier."""
    parts = {}
    for id in sectors():
        for cls in sector(id).processes:
            yield from rows(f"{id}.{cls.about.key}", cls, parts)
    for way, cls in CARRIER_CLASSES.items():
        yield from rows(f"carrier.{way}", cls, parts)
    done = set()
    while left := sorted(set(parts) - done):
        yield from rows(left[0], parts[left[0]], parts)
        done.add(left[0])


def rows(of, cls, parts):
    for field in fields_of(cls).values():
        if field.kind == "text":
            continue
        unit, words = field.unit.text if field.unit else "", " ".join(field.options)
        if field.part is not None:
            words = f"part.{field.part.__module__.removeprefix('ecdcalc.')}.{field.part.__name__}"
            parts[words] = field.part
        bounds = " ".join(f"{sign}{bound:g}" for sign, bound in field.bounds)
        yield of, field.key, field.kind, unit, bounds, words, "yes" * field.optional, taken(field), field.method


def taken(field):
    """Return where the value comes from that is not given: a word, a factor, each with its conditions, or a kind."""
    found = field.default
    if isinstance(found, Assumed):
        return f"{found.reading.text} {found.reason}"
    if isinstance(found, Published):
        cases = [(" & ".join(each.text for each in conditions), id) for conditions, id in found.choices]
        return "; ".join(f"{when} {id}".strip() for when, id in cases)
    return field.word or (type(found).__name__ if found is not None else "")


NOW = {row[:2]: row for row in declared()}
KEPT = rows_kept(TABLE)


@pytest.mark.parametrize("of", KEPT)
def test_what_is_asked_is_what_was_asked(of):
    for row in KEPT[of]:
        assert NOW.get(row[:2]) == row


def test_the_table_is_of_every_sector():
    assert set(sectors()) >= {of.partition(".")[0] for of in KEPT} - {"carrier", "part"}
    assert len(KEPT) > 100 and sum(map(len, KEPT.values())) > 2000


if __name__ == "__main__":
    keep_rows(TABLE, COLUMNS, declared())
