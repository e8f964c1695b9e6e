"""Global warming potentials over 100 years, by gas and assessment report of the IPCC."""

from __future__ import annotations

import csv
import io
from functools import cache
from typing import Any, ClassVar

from attrs import frozen

from ecdcalc.numbers.ops import Missing
from ecdcalc.numbers.units import unit
from ecdcalc.reference.factors import Factor
from ecdcalc.reference.files import data_text

REPORTS = ("SAR", "AR4", "AR5", "AR6")
USUAL_REPORT = "AR5"


@frozen
class Gas:
    """One gas; a potential is None where the report prints none."""

    id: str
    formula: str
    zh: str
    en: str
    potentials: dict[str, float | None]
    source: str
    confidence: str
    note: str

    def label(self, lang: str) -> str:
        """Return the name in `lang`."""
        return self.zh if lang == "zh" else self.en


@cache
def gases() -> dict[str, Gas]:
    """Return every gas by id."""
    return {row["id"]: _gas(row) for row in csv.DictReader(io.StringIO(data_text("gwp.csv")))}


def _gas(row: dict[str, str]) -> Gas:
    names = ("id", "formula", "zh", "en", "source", "confidence", "note")
    potentials = {report: float(row[report]) if row[report] else None for report in REPORTS}
    return Gas(potentials=potentials, **{name: row[name] for name in names})


@frozen
class Potential:
    """A default: the potential of a gas by the assessment report that the plant chose."""

    gas: str

    def gas_of(self, record: Any) -> str:
        """Return the gas, whatever the record says."""
        return self.gas

    def cases(self, record: Any, context: Any) -> tuple[tuple[tuple[()], Factor], ...]:
        """Return the potential that the report prints; nothing where it prints none."""
        if context.warming not in REPORTS:  # refused where the plant is read
            return ()
        found = potential(self.gas, context.warming)
        own = context.factors.own.get(found.id)
        return () if found.value is None else (((), own or found),)


@frozen
class PotentialOfGas:
    """A default: the potential of the gas that the record names in its `gas`."""

    by: ClassVar = "gas"
    exclusive: ClassVar = True

    def gas_of(self, record: Any) -> str:
        """Return the gas that the record names."""
        return str(record.gas)

    def cases(self, record: Any, context: Any) -> tuple[tuple[tuple[()], Factor], ...]:
        """Return the potential of the gas named; nothing where none is."""
        gas = getattr(record, "gas", None)
        return () if gas is None or isinstance(gas, Missing) else Potential(gas).cases(record, context)


@cache
def potential(gas: str, report: str) -> Factor:
    """Return the potential of a gas by one report as a published value."""
    row = gases()[gas]
    return Factor(
        id=f"gwp/{gas}-{report.lower()}",
        zh=f"增温潜势（100年，{report}）：{row.zh}",
        en=f"Warming potential over 100 years ({report}): {row.en}",
        value=row.potentials[report],
        low=None,
        high=None,
        unit=unit("t/t"),
        per="CO2e",
        edition=report,
        year="",
        region="",
        pollutant=row.formula,
        condition="",
        document=f"ipcc-{report.lower()}",
        clause="",
        confidence=row.confidence,
        note=row.note,
    )
