import shutil

import pytest
from city import city, example, written

from ecdcalc import load_region
from ecdcalc.assessment.region.plants import SAVED, assessed, emissions
from ecdcalc.read.plans import in_force


def test_a_plant_by_its_results_stays_as_it_is(tmp_path):
    document = city()
    document["county"][0]["result"] = [{"name": "厂", "sector": "steel", "nox": "5 t"}]
    region = load_region(written(tmp_path, document))
    (member,) = region.all_members()
    found = assessed(member, region, in_force(region.plan))
    known = {name: value for name, value in found.saved.items() if value is not None}
    assert found.assessment is None and known == {"nox": 5e3} and found.baseline == {}


def test_a_plant_file_gives_what_it_saves_and_emitted(tmp_path, coking_file):
    shutil.copy(coking_file, tmp_path / "plant.toml")
    document = city()
    document["county"][0]["plants"] = ["plant.toml"]
    region = load_region(written(tmp_path, document))
    (member,) = region.all_members()
    found = assessed(member, region, in_force(region.plan))
    assert set(found.baseline) == set(SAVED)
    assert found.assessment.saved["nox"] == pytest.approx(found.saved["nox"])
    named = dict(emissions(found))
    assert set(named) == {member.name, "plant.toml"} and named["plant.toml"].saved == found.saved


def test_every_plant_of_the_example_is_there():
    assert len(example().members) >= 30 and not example().rejected


def test_a_plant_is_kept_without_how_its_numbers_came_about_and_assessed_again_for_who_asks():
    found = next(each for each in example().members if each.kept)
    process = found.kept.processes[0]
    whole = found.assessment.processes[0]
    assert all(process.reporting[name].value == term.value for name, term in whole.reporting.items()
               if isinstance(term.value, float))  # fmt: skip
    assert found.assessment.to_dict()["totals"] == found.kept.to_dict()["totals"]
