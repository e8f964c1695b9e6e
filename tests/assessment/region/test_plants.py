import re
import shutil

import pytest
from city import city, example, written

from ecdcalc import assess_region, load_region
from ecdcalc.assessment.region.plants import SAVED, Question, assessed, emissions
from ecdcalc.assessment.rests import rests_of
from ecdcalc.read.plans import in_force
from ecdcalc.read.prices import read_prices


def test_a_plant_by_its_results_stays_as_it_is(tmp_path):
    document = city()
    document["county"][0]["result"] = [{"name": "厂", "sector": "steel", "nox": "5 t"}]
    region = load_region(written(tmp_path, document))
    (member,) = region.all_members()
    found = assessed(member, asked(region))
    known = {name: value for name, value in found.saved.items() if value is not None}
    assert found.assessment is None and known == {"nox": 5e3} and found.baseline == {}


def test_a_plant_file_gives_what_it_saves_and_emitted(tmp_path, coking_file):
    shutil.copy(coking_file, tmp_path / "plant.toml")
    document = city()
    document["county"][0]["plants"] = ["plant.toml"]
    region = load_region(written(tmp_path, document))
    (member,) = region.all_members()
    found = assessed(member, asked(region))
    assert set(found.baseline) == set(SAVED)
    states = [each.baseline for each in found.assessment.processes]
    for name in ("energy", "nox", "co2"):
        assert found.baseline[name] == pytest.approx(sum(state[name].value for state in states if name in state))
    assert found.assessment.saved["nox"] == pytest.approx(found.saved["nox"])
    named = dict(emissions(found))
    assert set(named) == {member.name, "plant.toml"} and named["plant.toml"].saved == found.saved


def test_every_plant_of_the_example_is_there():
    assert len(example().members) >= 30 and not example().rejected


def test_a_plant_is_kept_by_its_numbers_and_assessed_again_for_who_asks():
    found = next(each for each in example().members if each.member.plant)
    whole = found.assessment
    assert {name: each.value for name, each in found.totals.items() if name in whole.totals} == whole.saved
    assert found.warnings == whole.warnings and found.rests == rests_of(whole.processes)
    assert {each.target.id for each in found.gaps} == {
        each.target.id for each in whole.gaps if each.reason not in ("target-elsewhere", "target-no-indicator",
                                                                     "target-no-process")}  # fmt: skip


def test_several_processes_find_what_one_finds(tmp_path, coking_file):
    document = city()
    names = [f"{number}.toml" for number in range(3)]
    for name in names:
        text = coking_file.read_text(encoding="utf-8")
        tmp_path.joinpath(name).write_text(re.sub('^name = "', f'name = "{name} ', text, count=1, flags=re.MULTILINE))
    document["county"][0]["plants"] = names
    document["county"][0]["result"] = [{"name": "厂", "sector": "steel", "nox": "5 t"}]
    region = load_region(written(tmp_path, document))
    assert assess_region(region, jobs=2).to_dict() == assess_region(region).to_dict()
    alone, shared = assess_region(region).members[0], assess_region(region, jobs=2).members[0]
    assert shared.assessment.to_dict() == alone.assessment.to_dict()


def asked(region):
    targets = {id: each.text for id, each in region.targets.items()}
    return Question(in_force(region.plan), targets, region.rules.basis, read_prices(region.prices)[0])
