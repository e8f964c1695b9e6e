"""The library as a program uses it: what goes in, what comes out, what it does with copies and processes."""

import copy
import os
import pickle
import subprocess
import sys
import tomllib
from pathlib import Path

import narwhals as nw
import pytest

import ecdcalc
from ecdcalc import InputError, NotFoundError, Value, assess, assess_region, load_plant, load_region, portfolio
from ecdcalc.read.plans import new_plan

EXAMPLES = sorted(Path("examples").glob("*.toml"))
COKING = Path("examples/coking.toml")
CITY = Path("examples/city/city.toml")


@pytest.mark.parametrize(
    "given", [COKING, str(COKING), tomllib.loads(COKING.read_text("utf-8"))], ids=["path", "text", "dict"]
)
def test_a_path_and_a_dictionary_are_a_plant(given):
    assert assess(given).to_dict() == assess(load_plant(COKING)).to_dict()


def test_a_path_is_a_region():
    assert assess_region(CITY).to_dict() == assess_region(load_region(str(CITY))).to_dict()


@pytest.mark.parametrize("door", [assess, assess_region])
@pytest.mark.parametrize("given", [None, 7, ["examples/coking.toml"]])
def test_what_is_no_plant_is_refused_by_its_kind(door, given):
    with pytest.raises(InputError, match=type(given).__name__):
        door(given)


@pytest.mark.parametrize("door", [assess, assess_region])
def test_a_path_that_is_no_file_is_told(door, tmp_path):
    with pytest.raises(InputError, match="no-such"):
        door(tmp_path / "no-such.toml")
    with pytest.raises(InputError):
        door(tmp_path)


@pytest.mark.parametrize(
    "door", [load_plant, load_region, ecdcalc.load_plan, ecdcalc.load_own_factors, ecdcalc.load_own_limits]
)
def test_every_loader_refuses_what_is_no_path(door):
    with pytest.raises(InputError, match="int"):
        door(7)


def test_a_result_speaks_in_values():
    result = assess(COKING)
    found = result.to_dict()
    assert result.energy_saved == Value(**found["totals"]["energy_saved"])
    assert result.electricity_saved == Value(**found["totals"]["electricity_saved"])
    for name, each in result.reductions.items():
        told = found["totals"]["reductions"][name]
        assert (each and {"value": each.value, "unit": each.unit}) == told
    case = result.plant.cases[-1]
    states = result[case.place].unit_energy
    told = found["processes"][-1]
    assert states.before == Value(**told["baseline"]["unit_energy"])
    assert states.after == Value(**told["reporting"]["unit_energy"])
    assert result[case.name].case is case and "unit_energy" in dir(result[case.place])


def test_a_name_that_is_not_there_is_told_with_those_that_are():
    result = assess(COKING)
    place = result.plant.cases[-1].place
    with pytest.raises(NotFoundError, match="battery"):
        result["battery[99]"]
    with pytest.raises(NotFoundError, match="unit_energy"):
        result[place].output("unit_enrgy")
    assert not hasattr(result[place], "unit_enrgy")


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda each: each.stem)
def test_every_result_is_short_in_a_notebook_and_long_in_a_frame(file):
    result = assess(file)
    assert len(repr(result)) < 500 and len(repr(result.plant)) < 1500
    frame = nw.from_native(result.to_frame())
    assert len(frame) == sum(len(each.outputs) for each in result.processes)
    row = frame.row(0)
    first = result.processes[0]
    assert row[0] == first.case.place and row[3] == first.outputs[next(iter(first.outputs))].unit.text


def test_text_from_outside_is_escaped_in_a_notebook():
    document = tomllib.loads(COKING.read_text("utf-8"))
    document["battery"][0]["name"] = "<script>alert(1)</script>"
    result = assess({**document, "name": "<b>works</b>"})
    pages = [result._repr_html_(), result["battery[0]"]._repr_html_()]
    assert all("<b>" not in page and "<script" not in page and "<table>" in page for page in pages)


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda each: each.stem)
def test_plants_and_results_survive_pickling_and_copying(file):
    plant = load_plant(file)
    result = assess(plant)
    told = result.to_dict("zh")
    for other in (pickle.loads(pickle.dumps(plant)), copy.deepcopy(plant), copy.copy(plant)):
        assert assess(other).to_dict("zh") == told
    for other in (pickle.loads(pickle.dumps(result)), copy.deepcopy(result), copy.copy(result)):
        assert other.to_dict("zh") == told


def test_a_region_survives_pickling_and_copying():
    result = assess_region(CITY)
    for other in (pickle.loads(pickle.dumps(result)), copy.deepcopy(result)):
        assert other.to_dict() == result.to_dict()
    assert len(repr(result)) < 300 and "<table>" in result._repr_html_()


def test_a_text_of_a_formula_survives_pickling():
    result = assess(COKING)
    other = pickle.loads(pickle.dumps(result))
    for one, two in zip(result.processes, other.processes, strict=True):
        for name, term in one.reporting.items():
            again = two.reporting[name]
            assert (term.formula is None) == (again.formula is None)
            if term.formula is not None:
                assert term.formula.text == again.formula.text


@pytest.mark.parametrize("kind", ["plant", "result"])
def test_a_pickle_of_another_version_is_refused_before_anything_is_loaded(kind):
    whole = pickle.dumps(load_plant(COKING) if kind == "plant" else assess(COKING), protocol=2)
    here = ecdcalc.__version__.encode()
    other = whole.replace(here, b"9" * len(here), 1)
    assert other != whole
    with pytest.raises(InputError, match="9" * len(here)):
        pickle.loads(other)
    broken = other.replace(b"ecdcalc.model.plant", b"ecdcalc.model.gone_")  # what comes after is not even looked at
    with pytest.raises(InputError, match="9" * len(here)):
        pickle.loads(broken)


def test_everything_public_is_shown_and_star_import_works_without_extras():
    assert set(ecdcalc.__all__) <= set(dir(ecdcalc))
    code = (
        "import sys; sys.modules['narwhals'] = None; sys.modules['polars'] = None\n"
        "from ecdcalc import *\n"
        "try:\n    portfolio(None)\nexcept InputError as error:\n    print(error)\n"
        "try:\n    assess('examples/coking.toml').to_frame()\nexcept InputError as error:\n    print(error)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=os.environ)
    assert [line.partition(":")[0] for line in done.stdout.splitlines()] == ["portfolio", "to_frame"]
    assert done.stdout.count("pip install") == 2


def test_an_option_of_a_table_that_is_not_there_is_told_with_the_nearest():
    with pytest.raises(InputError, match="basis"):
        portfolio(None, sector="coking", process="battery", bassis="primary")


def test_a_plan_lies_beside_the_plant_file(tmp_path):
    (tmp_path / "own.toml").write_text(new_plan("own"), encoding="utf-8")
    text = COKING.read_text("utf-8")
    named = "".join(line for line in text.splitlines(True) if not line.startswith("plan ="))
    (tmp_path / "plant.toml").write_text('plan = "own.toml"\n' + named, encoding="utf-8")
    assert load_plant(tmp_path / "plant.toml").plan.id == "own"
