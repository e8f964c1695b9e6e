"""A thousand times too much or too little of any single input of any example is refused or warned of.

Counted is every input that a bound, a range or a limit exists for on that side: a declared bound, a row of the ranges
(of the input, or of a quotient that it is in), or the limit that the process is graded by (its output, and the energy
that goes in: a thousandth of one carrier among others leaves the sum within any limit). The rest is listed.
"""

import re
import tomllib
from copy import deepcopy
from pathlib import Path

import pytest

from ecdcalc.assessment.plant import assess
from ecdcalc.assessment.tables.columns import CARRIERS, REPORTING, inputs_of
from ecdcalc.assessment.warnings.size import _use
from ecdcalc.model.sector import sectors
from ecdcalc.read.plant import read_plant
from ecdcalc.reference.ranges import OVER, USE, ranges_of
from ecdcalc.words.errors import EcdcalcError

ROOT = Path(__file__).parents[3]
CLASSES = {cls.about.key: cls for each in sectors().values() for cls in each.processes}
NUMBER = re.compile(r"\s*([-+]?[\d.,]+(?:[eE][-+]?\d+)?)(.*)$")
TIMES = (1000, 0.001)
LISTED = {
    ("boiler", "air_temperature", 0.001): "20 °C of air are 0.02 °C, a cold day",
    ("furnace", "air_temperature", 0.001): "20 °C of air are 0.02 °C, a cold day",
    ("motor", "rated_power", 0.001): "a motor of 315 kW becomes one of 315 W, which there are",
    ("sinter", "limestone", 0.001): "a strand may have hardly any flux",
    ("sinter", "dolomite", 0.001): "a strand may have hardly any flux",
    ("pellet", "dolomite", 0.001): "pellets may have hardly any flux",
    ("incinerator", "energy.electricity", 0.001): "an incinerator may send out hardly any electricity",
    ("incinerator", "reporting.energy.electricity", 0.001): "an incinerator may send out hardly any electricity",
    ("lime", "lime", 1000): "the example gives no limestone, which the quotient is of",
    ("lime", "lime", 0.001): "the example gives no limestone, which the quotient is of",
    ("seals", "surveyed", 1000): "seals surveyed may be as many as there are",
    ("coal-unit", "energy.electricity", 1000): "the coal rate that is graded does not hold the electricity bought",
}
"""What passes without a word, and why."""


def leaves(node, path=()):
    for key, value in node.items() if isinstance(node, dict) else enumerate(node):
        if isinstance(value, dict | list):
            yield from leaves(value, (*path, key))
        else:
            yield (*path, key), value


def is_bounded(cls, path, times, *, graded):
    """Tell whether a bound, range or limit exists for an input on the side to which it is moved."""
    inputs = inputs_of(cls)
    bare = path.removeprefix(REPORTING).removesuffix(".value").removesuffix(".amount")
    name = bare if bare in inputs else f"{CARRIERS}{bare}"
    field = inputs.get(name)
    if field is None or field.unit is None:
        return False
    up, claims = times > 1, ranges_of(cls.about.key)
    found = claims.get(name)
    if found is not None and ends(found)[0 if up else 1] and (up or not field.unit.offset):
        return True
    of_inputs = ((claim, each) for claim, each in claims.items() if OVER in claim and each.key != "warn-relation")
    for claim, each in of_inputs:
        above, below = _use(cls) if claim == USE else claim.split(OVER)
        high, low = ends(each)
        if (name == above and (high if up else low)) or (name == below and (low if up else high)):
            return True
    if (
        graded
        and not path.startswith(REPORTING)
        and (name == cls.about.activity or (up and name.startswith(CARRIERS) and name.count(".") == 1))
    ):
        return True
    wanted = ("<", "<=") if up else (">", ">=")
    return any(sign in wanted and (up or bound > 0) and (up or not field.unit.offset) for sign, bound in field.bounds)


def ends(found):
    """Return the upper and the lower end of a range; a thousandth does not get below one that is below zero."""
    return found.hard_high or found.high, max(found.hard_low or found.low or 0, 0)


def moved(value, times):
    """Return a number or a text with a number times so much; None where there is none to move."""
    if isinstance(value, bool):
        return None
    if not isinstance(value, str):
        return value * times if times < 1 or isinstance(value, float) else int(value * times)
    match = NUMBER.match(value)
    if match is None or not float(match[1].replace(",", "")):
        return None
    return f"{float(match[1].replace(',', '')) * times!r}{match[2]}"


def told(document, sector):
    """Return what is warned of, and the processes that are graded; None where the file is refused."""
    try:
        found = assess(read_plant(document, asked=sector))
    except EcdcalcError:
        return None
    graded = {each.case.key for each in found.processes if each.grades}
    return {(each.place, each.key) for each in found.warnings}, graded


def singles(document):
    """Yield each process of a plant file alone, with the head of the file; one that needs the others, with them."""
    head = {key: value for key, value in document.items() if not isinstance(value, dict | list) and key != "plan"}
    for key, value in document.items():
        if key not in CLASSES:
            continue
        for table in value if isinstance(value, list) else [value]:
            yield key, table, {**head, key: [table] if isinstance(value, list) else table}


def passed(sector):
    """Return how many inputs were moved, and those of which nothing was said."""
    document = tomllib.loads((ROOT / "examples" / f"{sector}.toml").read_text(encoding="utf-8"))
    count, silent = 0, []
    for key, table, single in singles(document):
        alone, before = single, told(single, sector)
        if before is None:  # it stands on the others
            alone = {**{name: each for name, each in document.items() if name != "plan"}, key: single[key]}
            before = told(alone, sector)
        assert before is not None, key
        for path, value in leaves(table):
            name = ".".join(map(str, path))
            if path[0] == "measure":
                continue
            for times in TIMES:
                new = moved(value, times)
                if new is None or not is_bounded(CLASSES[key], name, times, graded=key in before[1]):
                    continue
                count += 1
                changed = deepcopy(alone)
                here = changed[key][0] if isinstance(changed[key], list) else changed[key]
                for step in path[:-1]:
                    here = here[step]
                here[path[-1]] = new
                after = told(changed, sector)
                if after is not None and not after[0] - before[0]:
                    silent.append((key, name, times))
    return count, silent


@pytest.mark.parametrize("sector", sorted(sectors()))
def test_a_thousandfold_slip_of_any_bounded_input_is_told(sector):
    count, silent = passed(sector)
    unlisted = [each for each in silent if each not in LISTED]
    assert not unlisted
    assert len(silent) <= 0.1 * count


def test_what_passes_stands_in_the_page_of_warnings():
    page = (ROOT / "docs" / "warnings.md").read_text(encoding="utf-8")
    for process, name, _ in LISTED:
        assert f"`{process}`: `{name}`" in page
