import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from plain import floats

from ecdcalc import assess, load_plant
from ecdcalc.model.sector import sector
from ecdcalc.read import read_plant
from ecdcalc.reference.limits import LimitTable
from ecdcalc.testing import check_sector
from ecdcalc.words.errors import InputError

EXAMPLE = Path(__file__).parents[2] / "examples" / "light-industry.toml"
EFFLUENT = {"volume": "70 万m3", "cod_raw": "1100 mg/L", "nh3n_raw": "20 mg/L"}


def mill(measures=(), **effluent):
    table = {"product": "8000 t", "energy": {"electricity": "12 GWh"}, "effluent": {**EFFLUENT, **effluent}}
    return read_plant(
        {"year": 2025, "grid_year": 2023, "textile": [{**table, "measure": [*measures]}]}, asked="light-industry"
    )


def test_light_industry_keeps_the_contract():
    check_sector(sector("light-industry"))


def test_the_example_and_the_template_run():
    result = assess(load_plant(str(EXAMPLE)))
    assert {each.case.reporting.about.key for each in result.processes} == {
        each.about.key for each in sector("light-industry").processes
    }
    assert result.to_dict()["totals"]["reductions"]["COD"]["value"] > 0
    assess(read_plant(tomllib.loads(sector("light-industry").template)))


@pytest.mark.parametrize(
    ("effluent", "cod"),
    [
        ({"cod": "150 mg/L"}, 105e3),
        ({"cod_removal": "90 %"}, 77e3),
        ({"cod": "150 mg/L", "cod_removal": "90 %"}, 105e3),  # what is measured comes first
    ],
)
def test_cod_is_measured_or_what_treatment_leaves(effluent, cod):
    assert assess(mill(**effluent)).processes[0].reporting["cod"].value == pytest.approx(cod)


def test_without_concentration_nothing_is_assumed():
    assert "cod" in str(assess(mill()).processes[0].reporting["cod"].value)


def test_an_outlet_above_the_raw_water_is_refused():
    with pytest.raises(InputError, match="inflow"):
        mill(cod="1200 mg/L")


@given(cod=floats(1, 149), nh3n=floats(0.1, 9), electricity=floats(0, 3))
@settings(max_examples=20, deadline=None)
def test_a_better_effluent_saves_what_it_takes_out_and_costs_electricity(cod, nh3n, electricity):
    use = {
        "use": "light-industry-effluent",
        "cod": f"{cod} mg/L",
        "nh3n": f"{nh3n} mg/L",
        "electricity": f"{electricity} kWh/m3",
    }
    totals = assess(mill([use], cod="150 mg/L", nh3n="10 mg/L")).to_dict()["totals"]
    assert totals["reductions"]["COD"]["value"] == pytest.approx(0.7 * (150 - cod))
    assert totals["reductions"]["NH3-N"]["value"] == pytest.approx(0.7 * (10 - nh3n))
    assert totals["electricity_saved"]["value"] == pytest.approx(-7e5 * electricity)


def test_every_limit_of_these_standards_can_be_chosen():
    reached = {
        id
        for cls in sector("light-industry").processes
        for grading in getattr(cls, "gradings", ())
        for _, id in grading.product.choices
    }
    standards = ("gb31825-2024", "gb36889-2025", "gb32044-2015", "gb36887-2018")
    assert {each.id for each in LimitTable() if each.id.startswith(standards) and each.unit.text == "kgce/t"} == reached
