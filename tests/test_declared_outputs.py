"""What is declared of each output, as it was when somebody last looked: unit, whether it adds up, whether it is adjusted.

After a change on purpose, and for new outputs, `python tests/test_declared_outputs.py` writes the table anew; read the
difference before it is kept.
"""

from pathlib import Path

import pytest
from kept import keep_rows, rows_kept

from ecdcalc.model.laws import unit_of
from ecdcalc.model.sector import sector, sectors
from ecdcalc.numbers.formula import outputs_of

TABLE = Path(__file__).parent / "golden" / "outputs.csv"
COLUMNS = ("of", "output", "unit", "extensive", "adjusted", "shown", "method", "cites")


def declared():
    """Yield what is declared, a row for each output of each process."""
    for id in sectors():
        for cls in sector(id).processes:
            for name, each in outputs_of(cls).items():
                flags = ("yes" * bool(flag) for flag in (each.extensive, each.adjusted))
                shown = "" if each.shown is None else str(each.shown)
                yield f"{id}.{cls.about.key}", name, unit_of(cls, name).text, *flags, shown, each.method, each.cites


NOW = {row[:2]: row for row in declared()}
KEPT = rows_kept(TABLE)


@pytest.mark.parametrize("of", KEPT)
def test_what_is_declared_is_what_was_declared(of):
    for row in KEPT[of]:
        assert NOW.get(row[:2]) == row


def test_the_table_is_of_every_process():
    assert {of.partition(".")[0] for of in KEPT} == {*sectors()}
    assert len(KEPT) > 100 and sum(map(len, KEPT.values())) > 1000


if __name__ == "__main__":
    keep_rows(TABLE, COLUMNS, declared())
