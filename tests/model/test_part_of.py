import tomllib
from functools import partial
from pathlib import Path

import pytest

from ecdcalc.model.part_of import part_of
from ecdcalc.model.sector import sectors
from ecdcalc.numbers.formula import outputs_of, value_of
from ecdcalc.numbers.ops import Missing
from ecdcalc.read.plant import read_plant
from ecdcalc.read.record import with_defaults

EXAMPLES = Path(__file__).parents[2] / "examples"
WHOLE = {
    "freight": "the payload of one truck is a mass too",
    "standing-herd": "the size of a farm is in heads too, and sets how the dung is kept",
}
"""Processes that may have no part by a share alone, and why."""


def of_examples():
    for sector in sorted(sectors()):
        document = tomllib.loads((EXAMPLES / f"{sector}.toml").read_text(encoding="utf-8"))
        plant = read_plant(document, asked=sector)
        for case in plant.cases:
            if not case.baseline.about.rolls_up:
                settled = partial(with_defaults, context=plant.context)
                yield pytest.param(case.baseline, settled, id=f"{sector}-{case.place}")


@pytest.mark.parametrize(("whole", "settled"), [*of_examples()])
def test_a_part_and_the_rest_are_the_whole(whole, settled):
    part, rest = part_of(whole, 0.4, settled), part_of(whole, 0.6, settled)
    assert part or whole.about.key in WHOLE
    for name, output in outputs_of(type(whole)).items() if part else ():
        value = value_of(whole, name)
        if output.extensive and not isinstance(value, Missing):
            assert value_of(part, name) + value_of(rest, name) == pytest.approx(value, rel=1e-9)


def test_what_rolls_up_the_processes_of_a_plant_has_no_part():
    document = tomllib.loads((EXAMPLES / "coking.toml").read_text(encoding="utf-8"))
    (works,) = [case for case in read_plant(document).cases if case.baseline.about.rolls_up]
    assert part_of(works.baseline, 0.4, lambda process: process) is None
