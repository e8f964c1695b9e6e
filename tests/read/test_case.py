import tomllib

import pytest

from ecdcalc import assess
from ecdcalc.assessment.contract.plant import titles_of
from ecdcalc.model.part_of import rest_place, whole_of
from ecdcalc.model.sector import sectors
from ecdcalc.read.plant import read_plant
from ecdcalc.words.errors import InputError

MOTOR = {"rated_power": "200 kW", "hours": "6000 h", "load": "75 %", "efficiency_class": "IE2"}


def cases(**more):
    return read_plant({"sector": "equipment", "year": 2024, "motor": [{**MOTOR, **more}]}).cases


def test_a_process_that_is_covered_in_part_is_two_cases():
    part, rest = cases(covers="25 %", name="fans", closed="2024-06-30")
    assert (part.place, part.name, part.kind) == ("motor[0]", "fans", "closed")
    assert (rest.place, rest.name, rest.kind) == ("motor-rest[0]", "motor-rest[0]", "retrofit")
    assert rest.baseline is rest.reporting and not rest.steps
    assert part.baseline.hours * 3 == pytest.approx(rest.baseline.hours)  # a motor of half the power is another motor


def test_what_is_not_covered_is_called_after_the_whole():
    plant = read_plant({"sector": "equipment", "year": 2024, "motor": [
        {**MOTOR, "name": "风机", "covers": "25 %"}, {**MOTOR, "covers": "50 %"}, MOTOR]})  # fmt: skip
    names = [*titles_of(assess(plant), "zh").values()]
    assert names == ["风机", "风机（未改造部分）", "电动机 2", "电动机 2（未改造部分）", "电动机 3"]
    assert [rest_place("motor[0]"), rest_place("park")] == ["motor-rest[0]", "park-rest"]
    assert [whole_of("motor-rest[0]"), whole_of("park-rest"), whole_of("motor[0]")] == ["motor[0]", "park", ""]


def test_where_a_number_of_a_part_comes_from_says_the_share():
    part, _ = cases(covers="25 %")
    assert part.baseline.origins["hours"].text == "6000 h × 25 %"


def test_all_mistakes_of_a_table_are_told_in_one_pass():
    with pytest.raises(InputError) as caught:
        cases(covers="x", closed="soon", hours="6000 t", reporting={"load": "7 m"})
    places = {each.place for each in caught.value.problems}
    assert places == {"motor[0].covers", "motor[0].closed", "motor[0].hours", "motor[0].reporting.load"}


def test_what_takes_sums_of_others_has_no_parts():
    document = tomllib.loads(sectors()["steel"].template)
    document["works"]["covers"] = "50 %"
    with pytest.raises(InputError) as caught:
        read_plant(document)
    assert [(each.place, each.key) for each in caught.value.problems] == [("works.covers", "covers-no-part")]
