"""Long listings on a terminal: what a row is called stays whole, so that it can be copied.

Where the names of the rows take too much of the width, each stands on a line of its own above its row.
"""

from __future__ import annotations

from collections.abc import Sequence

from ecdcalc.report.screen.box import width_of, wrapped
from ecdcalc.report.screen.fit import fitted
from ecdcalc.report.setting import one_line
from ecdcalc.words.labels import joined, word

_INDENT = "  "
_SHARE = 4
"""Names of more than this part of the width stand alone."""


def listed(headers: Sequence[str], rows: Sequence[Sequence[object]], width: int, lang: str) -> str:
    """Return a listing, of one row or more, that keeps to a width, with the heads of the columns that were left out."""
    if max(width_of(str(row[0])) for row in rows) <= width // _SHARE:
        table, left_out = fitted(headers, rows, width, lang, whole=1)
        blocks = [table]
    else:
        table, left_out = fitted(headers[1:], [row[1:] for row in rows], width - len(_INDENT), lang, apart=True)
        head, *found = table.split("\n\n")
        names = [one_line(str(row[0])) for row in rows]
        blocks = [_below(headers[0], head), *(_below(name, block) for name, block in zip(names, found, strict=True))]
    if left_out:
        blocks += ["", *wrapped(word("screen-left-out", lang, width=width, names=joined(left_out, lang)), width)]
    return "\n".join(blocks)


def _below(name: str, block: str) -> str:
    return "\n".join([name, *((_INDENT + line).rstrip() for line in block.splitlines())])
