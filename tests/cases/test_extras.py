"""One result whatever extras are installed, or none with the reason: a package that is lacking changes no number."""

from pathlib import Path

import pytest

from ecdcalc import assess, load_plant
from ecdcalc.equations import properties
from ecdcalc.numbers.ops import Missing
from ecdcalc.numbers.validity import NoValueError

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.toml"))
CASE = Path(__file__).parent / "physics-extra-changes-result.toml"


@pytest.fixture
def without(monkeypatch):
    def library():
        raise NoValueError("physics-extra")

    return lambda: monkeypatch.setattr(properties, "_library", library)


@pytest.mark.parametrize("file", [CASE, *EXAMPLES], ids=lambda file: file.stem)
def test_a_number_is_the_same_without_the_package_or_is_not_there(file, without):
    full = assess(load_plant(file))
    without()
    bare = assess(load_plant(file))
    for one, other in zip(full.processes, bare.processes, strict=True):
        for name, number in other.saved.items():
            if not isinstance(number, Missing):
                assert number == pytest.approx(one.saved[name], rel=1e-9, abs=1e-9), (one.case.place, name)
        for name, term in other.reporting.items():
            if not isinstance(term.value, Missing):
                assert term.value == pytest.approx(one.reporting[name].value, rel=1e-9, abs=1e-9), name


def test_what_lacks_only_the_package_says_how_to_install_it(without):
    without()
    found = assess(load_plant(CASE)).to_dict("en")
    assert found["totals"]["energy_saved"] is None and found["totals"]["complete"]["energy_saved"] is False
    assert any("ecdcalc[physics]" in each["reason"] for each in found["not_computed"])
    assert "ecdcalc[physics]" in found["totals"]["lacks"]["energy_saved"][0]["reason"]
