"""Data of a plugin that cannot be used: told with place, in both languages, and nothing of it is loaded."""

import itertools
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ecdcalc.model.process import Process, Record, part, process, quantity, record
from ecdcalc.model.sector import Sector
from ecdcalc.numbers.kinds import MgPerCubicMetre
from ecdcalc.read.plans import plan_ids, plan_problems
from ecdcalc.reference.emission_limits import emission_limit
from ecdcalc.reference.factors import FactorTable, set_names
from ecdcalc.reference.files import Folder, add_folder, drop_folder, folders
from ecdcalc.reference.limits import LimitTable
from ecdcalc.reference.plugin_data import data_problems, data_texts, unexplained
from ecdcalc.testing import check_sector, problems_of
from ecdcalc.words.errors import PluginError

PORTS = Path(__file__).parent.parent.parent / "examples" / "plugin-ports" / "src" / "ecdcalc_ports"
NUMBERS = itertools.count()


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The data of the example in a package of their own, to be spoilt."""
    package = f"spoilt_{next(NUMBERS)}"
    (tmp_path / package).mkdir()
    (tmp_path / package / "__init__.py").write_text("", encoding="utf-8")
    shutil.copytree(PORTS / "data", tmp_path / package / "data")
    monkeypatch.syspath_prepend(str(tmp_path))
    folder = Folder("ports", package)
    add_folder(folder)
    yield folder
    drop_folder("ports")
    assert [each.owner for each in folders()] == [""]


def spoil(folder, file, old, new):
    path = Path(str(folder.root.joinpath(file)))
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_the_example_is_whole(folder):
    assert data_problems(folder) == []
    assert [*unexplained(folder, {"ports.bulk"})] == []
    assert data_texts(folder)["ports-no-water"][0].startswith("a terminal")


@pytest.mark.parametrize(
    ("file", "old", "new", "place", "says"),
    [
        ("factors/ports.csv", "kg/t", "kg/blob", "data/factors/ports.csv:2 unit", "blob"),
        ("factors/ports.csv", ",0.02,", ",many,", "data/factors/ports.csv:2 value", "many"),
        ("factors/ports.csv", "ports-norms", "ports-norm", "data/factors/ports.csv:2 document", "ports-norms"),
        ("factors/ports.csv", ",C,", ",D,", "data/factors/ports.csv:2 confidence", "A, B, C"),
        ("factors/ports.csv", "装卸作业颗粒物产生系数", "", "data/factors/ports.csv:2 zh", "required"),
        ("factors/ports.csv", "ports-norms", "", "data/factors/ports.csv:2 document", "every value needs the document"),
        ("measures/costs.csv", ",C,", ",C,,", "data/measures/costs.csv:2", "cells"),
        ("factors/ports.csv", "confidence", "grade", "data/factors/ports.csv", "confidence"),
        ("factors/ports.csv", ",C,illustrative", ",C,,illustrative", "data/factors/ports.csv:2", "cells"),
        ("limits/energy.csv", "kgce/t", "kgce/blob", "data/limits/energy.csv:2", "blob"),
        ("limits/energy.csv", ",0.25,", ",x,", "data/limits/energy.csv:2 level1", "number"),
        ("limits/energy.csv", "ports.liquid", "harbour.liquid", "data/limits/energy.csv:3 id", "'ports'"),
        (
            "limits/energy.csv",
            "ports.liquid",
            "gb21342-2025.coke.top-charging",
            "data/limits/energy.csv:3 id",
            "already",
        ),
        ("limits/energy.csv", "ports.liquid", "ports.bulk", "data/limits/energy.csv:3 id", "ports.bulk"),
        ("limits/emission.csv", "mg/m3", "mg/blob", "data/limits/emission.csv:2 unit", "blob"),
        ("limits/emission.csv", "ports.yard-dust", "el001", "data/limits/emission.csv:2 id", "already"),
        ("measures/measures.csv", "%", "blob", "data/measures/measures.csv:2 saving_unit", "blob"),
        ("measures/measures.csv", "ports-belt-start", "ck-cdq", "data/measures/measures.csv:2 id", "already"),
        ("measures/measures.csv", ",6,", ",six,", "data/measures/measures.csv:2 saving_typ", "six"),
        (
            "measures/costs.csv",
            "ports-belt-start",
            "ck-cdq",
            "data/measures/costs.csv:2 measure_id",
            "ports-belt-start",
        ),
        ("measures/costs.csv", "investment", "price", "data/measures/costs.csv:2 what", "investment"),
        ("measures/costs.csv", "CNY/kWh*a", "CNY/blob", "data/measures/costs.csv:2 unit", "blob"),
        ("measures/costs.csv", ",0.5,", ",,", "data/measures/costs.csv:2 typ", "no number"),
        ("measures/costs.csv", ",0.5,", ",half,", "data/measures/costs.csv:2 typ", "half"),
        ("measures/costs.csv", "ports-norms", "norms", "data/measures/costs.csv:2 document", "not described"),
        ("measures/costs.csv", ",C,", ",D,", "data/measures/costs.csv:2 confidence", "A, B, C"),
        ("plans/ports-2030.toml", 'id = "ports-2030"', 'id = "p"', "data/plans/ports-2030.toml id", "ports-2030"),
        ("plans/ports-2030.toml", "ports-plan", "plan", "data/plans/ports-2030.toml document", "not described"),
        ("sources.toml", "[ports-plan]", "[ap-42]", "data/sources.toml ap-42", "already"),
        ("sources.toml", 'kind = "example"\nedition', "edition", "data/sources.toml ports-norms.kind", "required"),
        ("sources.toml", "[ports-plan]", "[ports-plan", "data", "cannot be read"),
        ("texts.toml", "[ports-no-water]", "[no-water]", "data/texts.toml no-water", "'ports'"),
        ("texts.toml", "zh =", "cn =", "data/texts.toml ports-no-water.zh", "required"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(folder, file, old, new, place, says):
    spoil(folder, file, old, new)
    found = {each.place: each for each in data_problems(folder)}
    assert f"ports {place}" in found
    assert says in found[f"ports {place}"].say("en")
    assert found[f"ports {place}"].say("zh")


def test_files_that_nobody_reads_are_told(folder):
    root = Path(str(folder.root))
    (root / "limits" / "energies.csv").write_text("id\n", encoding="utf-8")
    (root / "factors" / "ports.txt").write_text("", encoding="utf-8")
    (root / "plans" / "notes.md").write_text("", encoding="utf-8")
    (root / "source.toml").write_text("", encoding="utf-8")
    said = "\n".join(each.say("en") for each in data_problems(folder))
    assert "energy.csv" in said and "*.csv" in said and "*.toml" in said and "sources.toml" in said
    assert {"ports", "ports.txt"} & {*set_names()} == {"ports"}
    assert {"ports-2030", "notes.md"} & {*plan_ids()} == {"ports-2030"}
    assert [each.key for each in data_problems(Folder("ports", "ecdcalc.cli"))] == ["plugin-data-none"]


def test_a_set_of_another_name_is_no_set_of_the_plugin(folder):
    root = Path(str(folder.root))
    shutil.copy(root / "factors" / "ports.csv", root / "factors" / "coal-2020.csv")
    assert "plugin-data-taken" in [each.key for each in data_problems(folder)]
    assert FactorTable().get("coal-2020/raw-coal.coal").origin == ""
    assert "ports" in set_names()


def test_a_plan_with_a_mistake_is_told(folder):
    spoil(folder, "plans/ports-2030.toml", "0.33 kgce/t", "0.33 kgce/blob")
    assert data_problems(folder) == []
    (problem,) = plan_problems(folder)
    assert problem.place == "ports ports-2030 target[0].limit"
    assert "blob" in problem.say("zh")


def test_two_plugins_do_not_take_each_others_names(folder, tmp_path):
    (tmp_path / "dry").mkdir()
    (tmp_path / "dry" / "__init__.py").write_text("", encoding="utf-8")
    shutil.copytree(PORTS / "data", tmp_path / "dry" / "data")
    other = Folder("ports-dry", "dry")
    add_folder(other)
    try:
        found = {each.place: each.key for each in data_problems(other)}
        assert found["ports-dry data/limits/energy.csv:2 id"] == "plugin-data-taken"
        assert found["ports-dry data/plans/ports-2030.toml"] == "plugin-data-taken"
        assert found["ports-dry data/sources.toml ports-norms"] == "plugin-data-taken"
        assert data_problems(folder)  # and the one that came first is told of the clash too
        assert LimitTable().get("ports.bulk").origin == "ports"
    finally:
        drop_folder("ports-dry")


def test_the_kit_tells_what_is_wrong_with_the_data(folder):
    made = Sector(id="ports", zh="港口", en="Ports", processes=(), template="", data=folder.package)
    spoil(folder, "factors/ports.csv", "kg/t", "kg/blob")
    with pytest.raises(PluginError, match=r"ports.csv:2 unit"):
        check_sector(made)


def test_texts_of_a_sector_do_not_replace_those_that_are_there():
    with pytest.raises(PluginError, match="no-source-class"):
        Sector(id="x", zh="x", en="x", processes=(), template="", texts={"no-source-class": ("mine", "我的")})


def test_limits_without_use_and_grades_without_words_are_told(folder):
    spoil(folder, "limits/energy.csv", "not graded: the", "the")
    spoil(folder, "factors/ports.csv", ",C,illustrative value of the example", ",C,")
    said = [each.say("en") for each in unexplained(folder, {"ports.bulk"})]
    assert "energy.csv:3" in said[0] and "ports.csv:2" in said[1]


@record
class Yard(Record):
    """Storage yard, with a limit at its fence."""

    fence: MgPerCubicMetre = quantity(zh="厂界限值", en="Limit", default=emission_limit(("", "ports.yard-dust")))


@process(key="quay", zh="泊位")
class Quay(Process):
    """Quay."""

    yard: Yard = part(Yard, zh="堆场", en="Yard")


@process(key="quay", zh="泊位")
class Bare(Process):
    """Quay without a yard."""


@pytest.mark.parametrize(("cls", "unused"), [(Quay, ["ports.bulk"]), (Bare, ["ports.bulk", "ports.yard-dust"])])
def test_a_limit_that_only_a_part_of_a_process_takes_is_used(folder, cls, unused):
    spoil(folder, "limits/emission.csv", "not graded: the", "the")
    made = Sector(id="ports", zh="港口", en="Ports", processes=(cls,), template="", data=folder.package)
    told = "\n".join(problems_of(made))
    assert [each for each in ("ports.bulk", "ports.yard-dust") if f"against {each!r}" in told] == unused, told


SECTORS = """
import importlib.metadata as metadata, sys
real = metadata.entry_points
point = metadata.EntryPoint("ports", "ecdcalc_ports:sector", "ecdcalc.sectors")
metadata.entry_points = lambda **asked: [*real(**asked), point]
sys.path.insert(0, {home!r})
from ecdcalc.model.sector import plugins, sector, sectors
from ecdcalc.model.process import Process, Record, part, process, quantity, record
from ecdcalc.model.sector import Sector
from ecdcalc.numbers.kinds import MgPerCubicMetre
from ecdcalc.reference.factors import set_names
from ecdcalc.words.errors import NotFoundError
print(plugins()["ports"].trouble("zh"))
print("coking" in sectors(), "ports" in sectors(), "ports" in set_names())
try:
    sector("ports")
except NotFoundError as error:
    print(error)
"""


def test_a_broken_row_is_the_plugins_problem_and_stops_nobody_else(tmp_path):
    shutil.copytree(PORTS, tmp_path / "ecdcalc_ports")
    file = tmp_path / "ecdcalc_ports" / "data" / "factors" / "ports.csv"
    file.write_text(file.read_text(encoding="utf-8").replace("kg/t", "kg/blob"), encoding="utf-8")
    code = SECTORS.format(home=str(tmp_path))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, encoding="utf-8")
    lines = done.stdout.splitlines()
    assert lines[0].startswith("ports data/factors/ports.csv:2 unit: ")
    assert lines[1] == "True False False"
    assert "ports.csv:2 unit" in lines[2]


def test_a_plugin_of_another_contract_leaves_nothing_behind(tmp_path):
    shutil.copytree(PORTS, tmp_path / "ecdcalc_ports")
    file = tmp_path / "ecdcalc_ports" / "__init__.py"
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace('    data="ecdcalc_ports",', '    data="ecdcalc_ports",\n    contract=7,'), encoding="utf-8"
    )
    code = SECTORS.format(home=str(tmp_path))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, encoding="utf-8")
    assert "contract 7" in done.stdout
    assert done.stdout.splitlines()[1] == "True False False"


def test_a_cost_of_grade_c_says_what_it_rests_on(folder):
    spoil(folder, "measures/costs.csv", "illustrative value of the example", "")
    assert [each.place for each in unexplained(folder, {"ports.bulk"})] == ["ports data/measures/costs.csv:2 note"]
