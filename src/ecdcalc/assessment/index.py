"""What our own plugins bring, listed beside the code: who needs one answer loads one plugin, or none.

The lists in `data/index/` are made by `python -m ecdcalc.assessment.index` from the plugins themselves, and a test
holds the two against each other. Plugins of others are in no list: where there are any, all are asked.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from functools import cache

from attrs import frozen

from ecdcalc.model.installed import others_installed
from ecdcalc.reference.files import OURS

_GRADINGS, _MEASURES, _SECTORS, _PROCESSES = "gradings.csv", "measures.csv", "sectors.csv", "processes.csv"


@frozen
class Use:
    """A measure that a plugin applies, and a process that it is for."""

    sector: str
    measure: str
    en: str
    zh: str


@cache
def graded_by(product: str) -> tuple[str, ...]:
    """Return which of our sectors have a process that corrects a limit; "" stands for `corrections.py`."""
    return tuple(row["sector"] for row in OURS.rows("index", _GRADINGS) if row["product"] == product)


def uses() -> tuple[Use, ...]:
    """Return which measure is for which process, sector by sector; without labels where it is for none."""
    return tuple(uses_now()) if others_installed() else tuple(Use(**row) for row in OURS.rows("index", _MEASURES))


@cache
def sector_names() -> Mapping[str, tuple[str, str]]:
    """Return what sectors are called, English and Chinese, by id."""
    if others_installed():
        return dict(sectors_now())
    return {row["sector"]: (row["en"], row["zh"]) for row in OURS.rows("index", _SECTORS)}


def gradings_now() -> Iterator[tuple[str, str]]:
    """Yield the same from the plugins and `corrections.py`: product, sector."""
    from ecdcalc.assessment.corrections import CORRECTIONS
    from ecdcalc.model.sector import sectors

    for name, classes in {"": CORRECTIONS, **{id: each.processes for id, each in sectors().items()}}.items():
        found = (grading for cls in classes for grading in getattr(cls, "gradings", ()) if grading.corrects)
        yield from dict.fromkeys((id, name) for grading in found for _, id in grading.product.choices)


def uses_now() -> Iterator[Use]:
    """Yield the same from the plugins."""
    from ecdcalc.model.sector import sectors

    for sector in sectors().values():
        for measure in sector.measures:
            abouts = [cls.about for cls in sector.processes if issubclass(cls, measure.on)]
            for en, zh in [(about.en, about.zh) for about in abouts] or [("", "")]:
                yield Use(sector.id, measure.row.id, en, zh)


def sectors_now() -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield the same from the plugins."""
    from ecdcalc.model.sector import sectors

    for sector in sectors().values():
        yield sector.id, (sector.en, sector.zh)


def processes_now() -> Iterator[tuple[str, str]]:
    """Yield the key of each process of the plugins, and its sector: `read/plan_check.py` asks for them."""
    from ecdcalc.model.sector import sectors

    for sector in sectors().values():
        yield from ((cls.about.key, sector.id) for cls in sector.processes)


def files_now() -> dict[str, str]:
    """Return the text of each list by the name of its file, made from the plugins."""
    made: dict[str, list[tuple[str, ...]]] = {
        _GRADINGS: [("product", "sector"), *gradings_now()],
        _MEASURES: [("sector", "measure", "en", "zh"), *((e.sector, e.measure, e.en, e.zh) for e in uses_now())],
        _SECTORS: [("sector", "en", "zh"), *((id, *names) for id, names in sectors_now())],
        _PROCESSES: [("process", "sector"), *processes_now()],
    }
    found = {}
    for name, rows in made.items():
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerows(rows)
        found[name] = text.getvalue()
    return found


def main() -> None:
    """Write the lists into the package."""
    from pathlib import Path

    folder = Path(str(OURS.root.joinpath("index")))
    folder.mkdir(exist_ok=True)
    for name, text in files_now().items():
        folder.joinpath(name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
