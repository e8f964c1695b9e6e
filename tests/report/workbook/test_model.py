"""The cells of a workbook come to the values of the engine, for every output of every example, before any program runs."""

import math
from pathlib import Path

import pytest

from ecdcalc import assess, load_plant
from ecdcalc.numbers.cells import Cell
from ecdcalc.numbers.ops import Missing
from ecdcalc.report.workbook.model import model_of

EXAMPLES = sorted((Path(__file__).parents[3] / "examples").glob("*.toml"))


def value(number):
    return number.value if isinstance(number, Cell) else number


def same(cell, engine, size=0.0):
    found = value(cell)
    if isinstance(engine, Missing) or isinstance(found, Missing):
        return isinstance(engine, Missing) and isinstance(found, Missing)
    return math.isclose(found, engine, rel_tol=1e-11, abs_tol=1e-12 + 1e-12 * abs(size))


@pytest.mark.parametrize("basis", ["calorific", "primary"])
@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_every_output_of_every_state(file, basis):
    model = model_of(assess(load_plant(file), basis=basis), "en")
    compared = 0
    for cells in model.processes:
        for name, term in cells.result.baseline.items():
            assert same(cells.baseline[name], term.value), name
            assert same(cells.reporting[name], cells.result.reporting[name].value), name
            compared += 2
        for name, saved in cells.result.saved.items():
            before = cells.result.baseline[name].value
            assert same(cells.saved[name], saved, 0.0 if isinstance(before, Missing) else before), name
        for step, found in zip(cells.result.steps, cells.steps, strict=True):
            for name, saved in step.saved.items():
                before = cells.result.baseline[name].value
                assert same(found[name], saved, 0.0 if isinstance(before, Missing) else before), name
    assert compared > 20
