import pytest
from city import city, example, written

from ecdcalc import assess_region, load_region
from ecdcalc.assessment.region.owned import own_measures
from ecdcalc.read.own_measures import load_own_measures
from ecdcalc.report.region import region_csv
from ecdcalc.report.region_sections import sections

OWN = """
[[battery.measure]]
use = "own"
name = "Heat of the offgas"
carrier = "electricity"
saving = "2 %"
source = "an offer"
"""


@pytest.fixture
def result(tmp_path, coking_file):
    plant = coking_file.read_text(encoding="utf-8").replace("[[battery.measure]]", f"{OWN}\n[[battery.measure]]", 1)
    (tmp_path / "plant.toml").write_text(plant, encoding="utf-8")
    other = coking_file.read_text(encoding="utf-8").replace('name = "', 'name = "另', 1)
    (tmp_path / "other.toml").write_text(other, encoding="utf-8")
    document = city()
    document["county"][0]["plants"] = ["plant.toml", "other.toml"]
    return assess_region(load_region(written(tmp_path, document)))


def test_a_measure_of_a_users_own_is_named_with_its_plant_and_what_it_saves(result):
    (each,) = own_measures(result, "en")
    assert (each["label"], each["source"]) == ("Heat of the offgas", "an offer")
    with_own = next(one for one in result.members if each["place"].startswith(one.member.place))
    steps = [one for process in with_own.assessment.to_dict()["processes"] for one in process["measures"]]
    assert each["energy_saved"] == next(one for one in steps if one.get("own"))["energy_saved"]


def test_every_form_of_the_report_marks_it(result):
    (each,) = (each for each in sections(result.to_dict("zh"), "zh") if each.title == "用户自定措施")
    assert each.rows[0][2] == "Heat of the offgas *" and "用户" in each.notes[0]
    assert "own-measure" in region_csv(result.to_dict()) and "Heat of the offgas" in region_csv(result.to_dict())


def test_without_one_nothing_is_said():
    assert [*own_measures(example(), "en")] == []
    assert "Measures of the users' own" not in {each.title for each in sections(example().to_dict(), "en")}


def test_those_of_a_file_are_marked_too(tmp_path, coking_file):
    file = tmp_path / "own.csv"
    file.write_text("id,name,carrier,saving\nfan,Fans,electricity,2 %\n", encoding="utf-8")
    plant = coking_file.read_text(encoding="utf-8")
    plant = plant.replace("[[battery.measure]]", '[[battery.measure]]\nuse = "own/fan"\n\n[[battery.measure]]', 1)
    (tmp_path / "plant.toml").write_text(plant, encoding="utf-8")
    document = city()
    document["county"][0]["plants"] = ["plant.toml"]
    region = load_region(written(tmp_path, document), measures=load_own_measures(file))
    assert [each["measure"] for each in assess_region(region).to_dict()["own_measures"]] == ["own/fan"]
