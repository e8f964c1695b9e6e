"""The example of a stranger's plugin keeps the contract, and what it brings is found like ours."""

import importlib
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from ecdcalc.assessment.money.published import cost_of
from ecdcalc.assessment.plant import assess
from ecdcalc.read.plans import load_plan
from ecdcalc.read.plant import read_plant
from ecdcalc.reference.costs import costs_of
from ecdcalc.reference.emission_limits import LIMIT, emission_value
from ecdcalc.reference.factors import FactorTable, documents
from ecdcalc.reference.files import drop_folder
from ecdcalc.reference.limits import LimitTable
from ecdcalc.reference.measures import measure_rows
from ecdcalc.testing import check_sector
from ecdcalc.words.errors import NotFoundError

HOME = Path(__file__).parent.parent.parent / "examples" / "plugin-ports" / "src"


@pytest.fixture
def ports(monkeypatch):
    monkeypatch.syspath_prepend(str(HOME))
    sys.modules.pop("ecdcalc_ports", None)
    yield importlib.import_module("ecdcalc_ports").sector
    sys.modules.pop("ecdcalc_ports", None)
    drop_folder("ports")


def test_the_example_plugin_keeps_the_contract(ports):
    check_sector(ports)


def test_all_that_it_brings_is_found_with_its_origin(ports):
    assert FactorTable().get("ports/dust").origin == "ports"
    assert LimitTable().get("ports.bulk").origin == "ports"
    assert LimitTable().get("ports.bulk").indicator_label("en") == "energy per tonne of cargo handled"
    assert measure_rows()["ports-belt-start"].origin == "ports"
    assert "illustrative" in documents()["ports-norms"]["en"]
    assert load_plan("ports-2030").document == "ports-plan"
    assert FactorTable().get("coal-2020/raw-coal.coal").origin == ""


def test_a_plant_is_assessed_by_its_data(ports):
    result = assess(read_plant(tomllib.loads(ports.template), within=ports)).to_dict("zh")
    terminal = result["processes"][0]
    # 12 GWh × 0.15, then × 0.06 of what is left
    assert [each["electricity_saved"]["value"] for each in terminal["measures"]] == pytest.approx([1.8e6, 612e3])
    assert terminal["baseline"]["PM"]["value"] == pytest.approx(8e6 * 0.02 / 1000 * 0.15)
    assert [terminal["grades"][0][state]["level"] for state in ("baseline", "reporting")] == [3, 3]
    # (12e6 - 2.412e6) kWh × 0.1229 + 900 t × 1457.1 kgce/t over 8e6 t
    assert result["gaps"][0]["gap"]["value"] == pytest.approx((9.588e6 * 0.1229 + 900 * 1457.1) / 8e6 - 0.33)
    assert result["processes"][0]["labels"]["PM"] == "颗粒物排放量"
    cited = {each["id"] for each in result["sources"]}
    assert {"ports/dust", "ports.bulk", "measure/ports-belt-start", "ports-2030"} <= cited


def test_the_cost_of_its_measure_is_found_where_a_choice_looks_for_it(ports):
    (row,) = costs_of("ports-belt-start", "investment")
    assert (row.typ, row.unit_text, row.confidence) == (0.5, "CNY/kWh*a", "C")
    assert costs_of("ports-belt-sequence") == (row,)
    result = assess(read_plant(tomllib.loads(ports.template), within=ports))
    case, step = result.plant.cases[0], result.processes[0].steps[1]
    # 612 000 kWh a year at 0.5 CNY for each
    assert cost_of(step.step, step.saved, case, result.plant).costs.capex == pytest.approx(306_000)


def test_its_emission_limit_holds(ports):
    assert emission_value("ports.yard-dust", LIMIT).value == 1.0


def test_without_the_plugin_nothing_of_it_is_left(ports):
    drop_folder("ports")
    with pytest.raises(NotFoundError):
        FactorTable().get("ports/dust")
    assert "ports-norms" not in documents()


INSTALLED = """
import importlib.metadata as metadata, sys
real = metadata.entry_points
class Dist:
    name, version = "ecdcalc-ports", "0.1.0"
point = metadata.EntryPoint("ports", "ecdcalc_ports:sector", "ecdcalc.sectors")
object.__setattr__(point, "dist", Dist())
metadata.entry_points = lambda **asked: [*real(**asked), point]
sys.path.insert(0, {home!r})
from ecdcalc.cli import main
main({args!r}, standalone_mode=False)
"""


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["factors", "dust", "handled"], ["ports/dust", "origin", "ports"]),
        (["limits", "terminal", "--lang", "zh"], ["ports.bulk", "来源"]),
        (["measures", "ports"], ["ports-belt-sequence", "motor-system-optimisation"]),
        (["plan", "list"], ["ports-2030", "yuncheng-14fyp"]),
        (["plan", "show", "ports-2030", "--wide"], ["terminal.unit_energy", "origin", "ports"]),
        (["limits", "--emissions", "yard"], ["ports.yard-dust", "origin"]),
        (["grade", "--product", "ports.bulk", "--value", "0.28 kgce/t"], ["2"]),
        (["template", "ports"], ["ports-2030"]),
    ],
)
def test_the_commands_show_it(args, says):
    code = INSTALLED.format(home=str(HOME), args=args)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, encoding="utf-8")
    for each in says:
        assert each in done.stdout
