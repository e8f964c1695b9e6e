import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from plain import floats

from ecdcalc.assessment.plant import assess
from ecdcalc.model.sector import sector
from ecdcalc.numbers.units import unit
from ecdcalc.plugins.two_high.advanced import all_products
from ecdcalc.read import read_plant
from ecdcalc.reference.limits import LimitTable, load_own_limits
from ecdcalc.testing import check_sector
from ecdcalc.words.errors import InputError

EXAMPLE = Path(__file__).parents[2] / "examples" / "two-high.toml"
CLINKER = {
    "status": "building",
    "product": "gb16780-2021.clinker.comprehensive",
    "output": "1 t",
    "design_energy": "105 kgce/t",
}


def plant(limits=None, **tables):
    return read_plant({"year": 2025, "plan": "yuncheng-14fyp", **tables}, asked="two-high", limits=limits)


def test_two_high_keeps_the_contract():
    check_sector(sector("two-high"))


def test_the_example_shows_what_is_met_and_what_is_open():
    result = assess(read_plant(tomllib.loads(EXAMPLE.read_text(encoding="utf-8"))))
    gaps = {(gap.target.id, gap.process): gap.status for gap in result.gaps if gap.status != "not-evaluated"}
    assert gaps[("t084", "register")] == "met"
    assert gaps[("t085", "在建水泥熟料产能置换")] == "met"
    assert gaps[("t085", "拟建电炉短流程")] == "met"
    assert gaps[("t085", "拟建工业硅")] == "open"
    assert gaps[("t086", "register")] == "met"
    assert gaps[("t089", "拟建电炉 NOx")] == "open"
    assert gaps[("t089", "在建水泥熟料 NOx")] == "met"
    assert ("t089", "拟建电炉 COD") not in gaps
    assert ("t085", "存量捣固焦化") not in gaps


def test_the_advanced_level_comes_from_the_standard_with_its_clause():
    case = plant(project=[CLINKER]).cases[0]
    origin = case.baseline.origins["advanced_energy"]
    assert origin.factor.document == "gb-16780-2021"
    assert origin.factor.clause


def test_an_advanced_level_given_by_hand_wins():
    result = assess(plant(project=[{**CLINKER, "advanced_energy": "90 kgce/t"}])).processes[0]
    assert result.reporting["above_advanced"].value == pytest.approx(15)


def test_a_users_own_table_of_limits_wins(tmp_path):
    own = tmp_path / "own.csv"
    own.write_text(
        "id,unit,level1,level2,level3,standard\ngb16780-2021.clinker.comprehensive,kgce/t,95,100,110,own\n",
        encoding="utf-8",
    )
    result = assess(plant(project=[CLINKER], limits=load_own_limits(own))).processes[0]
    assert result.reporting["above_advanced"].value == pytest.approx(10)


def test_most_products_of_the_table_can_be_named():
    reachable = set(all_products())
    assert len(reachable) > 700
    rest = {each.unit.text for each in LimitTable() if each.id not in reachable}
    assert not any(unit(text).same_kind(unit("kgce/t")) for text in rest)


@pytest.mark.parametrize(
    ("tables", "place"),
    [
        ({"project": [{**CLINKER, "status": "dreamt"}]}, "project[0].status"),
        ({"project": [{**CLINKER, "product": "gb16780-2021.clinkers"}]}, "project[0].product"),
        ({"project": [{**CLINKER, "design_energy": "105"}]}, "project[0].design_energy"),
        ({"project": [{**CLINKER, "design_energy": "105 kWh/t"}]}, "project[0].design_energy"),
        ({"project": [{**CLINKER, "nox": "-1 t"}]}, "project[0].nox"),
        ({"project": [{**CLINKER, "measure": [{"use": "energy-management-system"}]}]}, "project[0].measure[0].use"),
        ({"offset": [{"pollutant": "nox", "ambient": "fails", "reductions": "1 t"}]}, "offset[0].emission"),
    ],
)
def test_bad_input_names_its_place(tables, place):
    with pytest.raises(InputError) as caught:
        plant(**tables)
    assert place in {problem.place for problem in caught.value.problems}


def test_a_product_that_is_mistyped_is_answered_with_the_nearest():
    with pytest.raises(InputError, match=r"accepted: gb16780-2021\.clinker\.comprehensive, gb16780-2021\.clinker"):
        plant(project=[{**CLINKER, "product": "gb16780-2021.clinker"}])


@settings(max_examples=25, deadline=None)
@given(emission=floats(0.1, 1e4), found=floats(0, 1e5))
def test_what_is_used_and_what_is_missing_make_up_the_need(emission, found):
    row = {"pollutant": "voc", "ambient": "fails", "emission": f"{emission} t", "reductions": f"{found} t"}
    terms = assess(plant(offset=[row])).processes[0].reporting
    assert terms["used"].value + terms["gap"].value == pytest.approx(terms["need"].value)
    assert terms["need"].value == pytest.approx(2 * emission * 1000)
