"""The same answer one by one and on a table: the first of the three ideas."""

import random

import narwhals as nw
import polars
import pytest

from ecdcalc.columns import CARRIERS, inputs_of
from ecdcalc.defaults import Context
from ecdcalc.errors import InputError
from ecdcalc.evaluation import POLLUTANTS, evaluate
from ecdcalc.formula import outputs_of
from ecdcalc.ops import Missing
from ecdcalc.plant import on_basis
from ecdcalc.portfolio import portfolio
from ecdcalc.process import fields_of
from ecdcalc.read.record import Notes, read_record, with_defaults
from ecdcalc.sector import sectors
from ecdcalc.testing import probe

ROWS = 3
CONTEXT = {"province": "shanxi", "grid_year": 2023, "electricity_year": 2024}
PROCESSES = [
    pytest.param(sector, cls, id=f"{sector.id}.{cls.about.key}")
    for sector in sectors().values()
    for cls in sector.processes
]


def flat(record, prefix=""):
    """Return the numbers and words of a process by path, as a plant file would name them."""
    found = {}
    for name, field in fields_of(type(record)).items():
        value, path = getattr(record, name), f"{prefix}{field.key}"
        if field.kind == "part":
            found |= flat(value, f"{path}.")
        elif field.kind == "parts":
            for id, line in value.items():
                lines = flat(line, f"{path}.{id}.")
                found |= {key: each for key, each in lines.items() if key != f"{path}.{id}.amount"}
                found[f"{path}.{id}"] = lines[f"{path}.{id}.amount"]
        elif field.kind != "text":
            found[path] = None if isinstance(value, Missing) else value
    return found


def table_of(cls, rows):
    inputs = inputs_of(cls)
    columns = {}
    for path in rows[0]:
        field = inputs[path]
        values = [row[path] for row in rows]
        if field.unit is None:
            columns[path] = polars.Series(values, dtype=polars.String)
        else:
            written = [None if each is None else field.unit.out(each) for each in values]
            columns[f"{path} [{field.unit.text}]"] = polars.Series(written, dtype=polars.Float64)
    return polars.DataFrame(columns)


@pytest.mark.parametrize(("sector", "cls"), PROCESSES)
def test_a_table_gives_what_one_by_one_gives(sector, cls):
    carriers = ["electricity", "heat", "raw-coal"]
    rows, singles = [], []
    for number in range(ROWS):
        process = probe(cls, random.Random(number))
        if hasattr(process, "carriers"):
            from attrs import evolve

            full = probe(cls, random.Random(number), full=True)
            process = evolve(process, carriers={id: full.carriers[id] for id in carriers})
        rows.append(flat(process))
        singles.append(_resolved(cls, rows[-1]))
    result = portfolio(table_of(cls, rows), sector_id=sector.id, process=cls.about.key, year=2025, **CONTEXT)
    assert result.rejects.height == 0, result.rejects["reason"].to_list()
    for number, single in enumerate(singles):
        row = result.results.row(number, named=True)
        for name, output in outputs_of(cls).items():
            key = f"baseline.{POLLUTANTS.get(name, name)} [{output.unit.text}]"
            value = single[name].value
            found = row.get(key)
            if isinstance(value, Missing):
                assert found is None, (number, name)
            else:
                assert found == pytest.approx(output.unit.out(value), rel=1e-12, abs=1e-300), (number, name)


def _resolved(cls, row):
    """Read the same numbers as a plant file and evaluate them one by one."""
    table = {}
    inputs = inputs_of(cls)
    for path, value in row.items():
        if value is None:
            continue
        *parts, key = path.split(".") if not path.startswith(CARRIERS) else path.split(".", 2)
        here = table
        if path.startswith(CARRIERS):
            names = path.split(".")
            here = table.setdefault("energy", {}).setdefault(names[1], {})
            key = names[2] if len(names) > 2 else "amount"
        else:
            for part in parts:
                here = here.setdefault(part, {})
        unit = inputs[path].unit
        here[key] = value if unit is None else f"{unit.out(value)!r} {'' if unit.text == '1' else unit.text}"
    notes = Notes()
    process = read_record(cls, table, "x", notes)
    assert not notes.problems, [each.say("en") for each in notes.problems]
    context = Context(
        year=2025, co2_guide=next(s for s in sectors().values() if cls in s.processes).co2_guide, **CONTEXT
    )
    return evaluate(on_basis(with_defaults(process, context), "calorific"))


TABLE = polars.DataFrame(
    {
        "name": ["a", "b", "c", "d", "e"],
        "coke [万t]": [60.0, 130.0, -5.0, None, 10.0],
        "charging": ["stamp", "top", "top", "stamp", "sideways"],
        "quenching": ["wet", "dry", "wet", "wet", "wet"],
        "energy.coking-coal [万t]": [81.0, 175.0, 100.0, 3.0, 3.0],
        "energy.electricity [GWh]": [18.0, 46.0, 3.0, 4.0, 4.0],
        "measure": ["coke-dry-quenching", None, None, None, None],
        "reporting.energy.electricity [GWh]": [16.0, None, None, None, None],
    }
)
OPTIONS = {"sector_id": "coking", "process": "battery", "year": 2025, "grid_year": 2023}


def test_no_row_is_lost():
    result = portfolio(TABLE, **OPTIONS)
    assert result.results["name"].to_list() == ["a", "b"]
    assert dict(zip(result.rejects["name"], result.rejects["reason"], strict=True)) == {
        "c": "coke [万t]: must be > 0 t",
        "d": "coke [万t]: is required",
        "e": "charging: accepted are top, stamp, heat-recovery",
    }


def test_measures_and_reporting_columns():
    saved = portfolio(TABLE, **OPTIONS).results
    # 38 kgce/t × 600 000 t + 2 GWh × 0.1229 kgce/kWh; nothing changed in the second row
    assert saved["saved.energy [tce]"].to_list() == pytest.approx([22_800 + 245.8, 0])
    assert saved["saved.electricity [kWh]"].to_list() == pytest.approx([2e6, 0])


def test_integers_do_not_overflow():
    frame = TABLE.with_columns(polars.col("coke [万t]").abs().fill_null(1).cast(polars.Int32).alias("coke [万t]"))
    assert portfolio(frame, **OPTIONS).results.height == 4


def test_columns_without_a_unit_are_refused():
    with pytest.raises(InputError, match="coke"):
        portfolio(TABLE.rename({"coke [万t]": "coke"}), **OPTIONS)


@pytest.mark.parametrize("kind", ["lazy", "pandas", "pyarrow", "duckdb"])
def test_the_frame_comes_back_as_the_same_kind(kind):
    if kind == "lazy":
        frame = TABLE.lazy()
    elif kind == "pandas":
        pytest.importorskip("pandas")
        pytest.importorskip("pyarrow")
        frame = TABLE.to_pandas()
    elif kind == "pyarrow":
        pytest.importorskip("pyarrow")
        frame = TABLE.to_arrow()
    else:
        duckdb = pytest.importorskip("duckdb")
        pytest.importorskip("pyarrow")
        plants = TABLE.to_arrow()
        frame = duckdb.from_arrow(plants)
    result = portfolio(frame, **OPTIONS)
    assert type(result.results) is type(frame)
    narwhal = nw.from_native(result.results)
    collected = narwhal.collect() if isinstance(narwhal, nw.LazyFrame) else narwhal
    assert sorted(collected["saved.energy [tce]"].to_list()) == pytest.approx([0, 23_045.8])
