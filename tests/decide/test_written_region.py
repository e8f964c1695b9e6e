"""The choice of a region written back: files that run, with the chosen measures in them."""

import shutil
from pathlib import Path

import pytest
from city import city, example, written

from ecdcalc.assessment.region.assess import assess_region
from ecdcalc.decide.question import read_question
from ecdcalc.decide.region import choose_region
from ecdcalc.decide.written import toml_of
from ecdcalc.decide.written_region import region_files
from ecdcalc.read.region import load_region

pytest.importorskip("highspy")


@pytest.fixture(scope="module")
def choice():
    return choose_region(
        example().region, read_question(targets=["t025"], unpriced=True, alternatives=0, curve="energy")
    )


def chosen_again(region, target):
    """Choose in a region, write what is chosen, and read it again; return both."""
    found = choose_region(region, read_question(targets=["t001"], unpriced=True, alternatives=0))
    assert found.steps
    for file, text in region_files(region, found, target).items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return found, load_region(target)


def test_the_written_files_run_and_hold_the_chosen_measures(choice, tmp_path):
    for file, text in region_files(example().region, choice, tmp_path / "plan.toml").items():
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    again = assess_region(load_region(tmp_path / "plan.toml"))
    before = example()
    assert not again.rejected and len(again.members) == len(before.members)
    steps = {
        (each.member.name, case.place, step.measure.id)
        for each in again.members
        for case in each.assessment.plant.cases
        for step in case.steps
    }
    assert {(choice.plants[number].name, place, step.measure.id) for number, place, step in choice.steps} <= steps
    more = sum(each.brings["t025:need"] for each in [choice.solution])
    saved = again.total("energy", sector="steel").known - before.total("energy", sector="steel").known
    assert choice.steps and saved == pytest.approx(more, rel=1e-9)
    assert [each.state for each in again.standings if each.target.id == "t002"] == [
        each.state for each in before.standings if each.target.id == "t002"
    ]


def test_what_a_county_lacks_of_its_part_and_total_energy_are_needs():
    asked = read_question(targets=["t005"], unpriced=True, alternatives=0, counties="equal-rate", dual_control=True)
    found = choose_region(example().region, asked)
    quotas = {each.name: each for each in example().quotas["voc"].counties["equal-rate"]}
    for name, share in quotas.items():
        reach = next(each for each in found.reach if each.aim.id == f"t005:need:{name}")
        assert reach.aim.need == pytest.approx(max(share.saving - example().register.counted("voc", name), 0.0))
        assert all(found.members[number].county == name for number in reach.aim.plants)
    totals = example().totals
    over = {
        each.aim.id.rpartition(":need")[2].strip(":"): each.aim.need
        for each in found.reach
        if each.aim.id.startswith("total-energy")
    }
    assert set(over.values()) == {max(each.gap, 0.0) for each in totals.values()}


def test_a_county_in_a_file_of_its_own_is_written_to_one_that_runs(tmp_path):
    """With the plant that was chosen for, one that could not be read, which is named where it lies, and none that is gone."""
    (tmp_path / "counties").mkdir()
    shutil.copy("examples/coking.toml", tmp_path / "counties" / "plant.toml")
    (tmp_path / "counties" / "broken.toml").write_text("sector = [", encoding="utf-8")
    document = city()
    county = {"plan": "yuncheng-14fyp", "year": 2025, "price_year": 2020, **document["county"][0],
              "plants": ["plant.toml", "broken.toml", "gone.toml"]}  # fmt: skip
    (tmp_path / "counties" / "yi.toml").write_text(toml_of(county), encoding="utf-8")
    document["county"][0] = {"file": "counties/yi.toml"}
    region = load_region(written(tmp_path, document))
    target = tmp_path / "out" / "plan.toml"
    found, again = chosen_again(region, target)
    (member,) = again.all_members()
    assert (member.county, member.place) == ("乙县", "plan/01-coking.toml")
    assert {step.measure.id for case in member.plant.cases for step in case.steps} >= {
        step.measure.id for *_, step in found.steps
    }
    assert [each.place for each in again.all_rejected()] == ["../counties/broken.toml"]
    assert (target.parent / "../counties/broken.toml").exists()


def test_counties_below_each_other_are_written_as_they_lie(tmp_path):
    """The town lies below the second county, and stands in the file before it; a file of its own holds a town too."""
    plant = Path("examples/coking.toml").read_text(encoding="utf-8")
    for name in ("yi", "town"):
        (tmp_path / f"{name}.toml").write_text(plant.replace("河津示例焦化", name), encoding="utf-8")
    document = city()
    first, second = document["county"]
    town = {"name": "乙县", "parent": "丙县", "plants": ["town.toml"]}
    head = {"plan": "yuncheng-14fyp", "year": 2025, "price_year": 2020}
    own = {**head, **first, "name": "丁县", "county": [{"name": "乙县", "plants": ["yi.toml"]}]}
    (tmp_path / "ding.toml").write_text(toml_of(own), encoding="utf-8")
    document["county"] = [town, {"file": "ding.toml"}, second]
    region = load_region(written(tmp_path, document))
    target = tmp_path / "out" / "plan.toml"
    found, again = chosen_again(region, target)
    assert [(each.name, each.parent) for each in again.whole()] == [(each.name, each.parent) for each in region.whole()]
    assert [len(each.members) for each in again.whole()] == [len(each.members) for each in region.whole()]
    chosen = {(found.members[number].county, place, step.measure.id) for number, place, step in found.steps}
    held = {
        (each.county, case.place, step.measure.id)
        for each in again.all_members()
        for case in each.plant.cases
        for step in case.steps
    }
    assert chosen <= held
