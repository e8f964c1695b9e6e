"""Random rows of any process, as a table and as the plant files that say the same one by one."""

import random

import polars
from attrs import evolve

from ecdcalc.assessment.tables.columns import CARRIERS, inputs_of
from ecdcalc.model.process import fields_of
from ecdcalc.numbers.ops import Missing
from ecdcalc.testing import probe

CARRIERS_USED = ("electricity", "heat", "raw-coal")
REPORTING = "reporting."


def row_of(cls, seed):
    """Return the numbers and words of one plant by path, before and (some of them) after."""
    dice = random.Random(seed)
    before, after = flat(_probe(cls, seed)), flat(_probe(cls, seed + 1000))
    told = [path for path, value in after.items() if value is not None and dice.random() < 0.4]
    told = [path for path in told if not path.startswith(CARRIERS) or path in before]
    return before | {f"{REPORTING}{path}": after[path] for path in told}


def _probe(cls, seed):
    process = probe(cls, random.Random(seed))
    if not hasattr(process, "carriers"):
        return process
    full = probe(cls, random.Random(seed), full=True)
    return evolve(process, carriers={id: full.carriers[id] for id in CARRIERS_USED})


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
                elsewhere = (f"{path}.{id}.amount", f"{path}.{id}.basis")  # the basis is chosen for all rows
                found |= {key: each for key, each in lines.items() if key not in elsewhere}
                found[f"{path}.{id}"] = lines[f"{path}.{id}.amount"]
        elif field.kind != "text":
            found[path] = None if isinstance(value, Missing) else value
    return found


def table_of(cls, rows):
    """Return the rows as a table, each column in the declared unit of its input."""
    inputs = inputs_of(cls)
    columns = {}
    for path in dict.fromkeys(path for row in rows for path in row):
        field = inputs[path.removeprefix(REPORTING)]
        values = [row.get(path) for row in rows]
        if field.unit is None:
            columns[path] = polars.Series(values, dtype=polars.String)
        else:
            written = [None if each is None else field.unit.out(each) for each in values]
            columns[f"{path} [{field.unit.text}]"] = polars.Series(written, dtype=polars.Float64)
    return polars.DataFrame(columns)


def document_of(cls, row):
    """Return the table of a plant file that gives the same numbers."""
    inputs = inputs_of(cls)
    written = {}
    for path, value in row.items():
        unit = inputs[path.removeprefix(REPORTING)].unit
        if value is not None:
            written[path] = value if unit is None else f"{unit.out(value)!r} {'' if unit.text == '1' else unit.text}"
    return _nested(written)


def _nested(written):
    table = {}
    for path, value in written.items():
        bare = path.removeprefix(REPORTING)
        here = table.setdefault("reporting", {}) if bare != path else table
        names = bare.split(".")
        if bare.startswith(CARRIERS):
            here = here.setdefault("energy", {}).setdefault(names[1], {})
            key = names[2] if len(names) > 2 else "amount"
        else:
            for part in names[:-1]:
                here = here.setdefault(part, {})
            key = names[-1]
        here[key] = value
    return table


def document_of_table(cls, row):
    """Return the table of a plant file that says what a row of a table says, its measure included."""
    table = {}
    for name, value in row.items():
        path, _, unit = name.partition(" [")
        if value is None or path in ("name", "measure") or path.startswith("measure."):
            continue
        table[path] = value if not unit else f"{value!r} {unit.rstrip(']')}"
    found = _nested(table)
    if row.get("measure"):
        numbers = {
            name.removeprefix("measure.").partition(" [")[0]: _written(name, value)
            for name, value in row.items()
            if name.startswith("measure.") and value is not None
        }
        found["measure"] = [{"use": row["measure"], **numbers}]
    return found


def _written(name, value):
    unit = name.partition(" [")[2].rstrip("]")
    return f"{value!r} {unit}" if unit else value
