"""CO2 equivalent by the chosen report: 1000 t of methane spared are 30 000 t by AR5, 21 000 t by SAR."""

import pytest

from ecdcalc.assessment.co2e import co2e_of, weighed
from ecdcalc.assessment.plant import assess
from ecdcalc.model.sector import sectors
from ecdcalc.numbers.formula import outputs_of
from ecdcalc.numbers.ops import is_missing
from ecdcalc.numbers.units import unit
from ecdcalc.read.plant import read_plant
from ecdcalc.reference.warming import gases
from ecdcalc.report.tables import sections
from ecdcalc.words.errors import InputError

NEW = {"name": "engine", "new": True, "generation": "1 GWh", "gas": "1393728 m3", "energy": {"electricity": "-0.9 GWh"}}


def mine_gas(**head):
    return assess(read_plant({"sector": "coal", "year": 2025, "grid_year": 2023, **head, "gas-power": [NEW]}))


@pytest.mark.parametrize(("head", "potential"), [({}, 30), ({"gwp": "SAR"}, 21), ({"gwp": "AR6"}, 29.8)])
def test_methane_spared_counts_by_the_report(head, potential):
    found = mine_gas(**head)
    (gas,) = found.warming.gases
    mass = -found.processes[0].reporting["methane"].value
    assert gas.mass == pytest.approx(mass) and gas.mass > 9e5
    assert gas.co2e == pytest.approx(potential * mass)
    assert found.warming.saved == pytest.approx(found.saved["co2"] + potential * mass)
    told = found.to_dict()["totals"]["co2e"]
    assert (told["report"], told["gases"][0]["potential"]) == (head.get("gwp", "AR5"), potential)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_report_prints_it(lang):
    totals = next(each for each in sections(mine_gas().to_dict(lang), lang) if "CH4 × 30" in str(each.rows))
    assert any("AR5" in str(row[0]) for row in totals.rows)


def test_a_gas_without_potential_is_named():
    assert weighed(5.0, None, "nf3").names == {"gwp.nf3"}
    assert is_missing(co2e_of({"methane": "nf3"}, {"methane": NamedValue(1.0), "co2": NamedValue(2.0)}, "SAR"))
    assert co2e_of({"methane": "ch4"}, {"methane": NamedValue(1.0), "co2": NamedValue(2.0)}, "AR5") == 30


class NamedValue:
    def __init__(self, value):
        self.value = value


def test_an_unknown_report_is_refused():
    with pytest.raises(InputError, match="gwp"):
        mine_gas(gwp="AR7")


def test_every_gas_that_a_process_names_is_an_output_in_tonnes():
    named = [(cls, *each) for sector in sectors().values() for cls in sector.processes for each in cls.gases.items()]
    assert len(named) >= 5
    for cls, output, gas in named:
        assert outputs_of(cls)[output].unit.same_kind(unit("t")) and gas in gases()
