"""CO2 equivalent by the chosen report: 1000 t of methane spared are 30 000 t by AR5, 21 000 t by SAR."""

import pytest

from ecdcalc.assessment.co2e import weighed
from ecdcalc.assessment.plant import assess
from ecdcalc.model.process import fields_of
from ecdcalc.model.sector import sectors
from ecdcalc.numbers.formula import outputs_of
from ecdcalc.numbers.units import unit
from ecdcalc.read.plant import read_plant
from ecdcalc.reference.factors import documents
from ecdcalc.reference.warming import REPORTS, gases, potential
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


@pytest.mark.parametrize(("head", "potential"), [({}, 30), ({"gwp": "SAR"}, 21), ({"gwp": "AR6"}, 29.8)])
def test_a_process_holds_the_same(head, potential):
    (found,) = mine_gas(**head).processes
    methane, co2 = found.reporting["methane"].value, found.reporting["co2"].value
    assert found.reporting["methane_co2e"].value == pytest.approx(potential * methane)
    assert found.reporting["co2e"].value == pytest.approx(co2 + potential * methane)
    assert found.saved["co2e"] == pytest.approx(mine_gas(**head).warming.saved)


def test_an_own_potential_goes_into_process_and_total():
    found = assess(read_plant({"sector": "coal", "year": 2025, "grid_year": 2023,
                               "gas-power": [{**NEW, "methane_warming": "25 t/t"}]}))  # fmt: skip
    assert found.warming.gases[0].potential == 25
    assert found.warming.saved == pytest.approx(found.processes[0].saved["co2e"])


@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("gas", sorted(gases()))
def test_a_potential_is_a_published_value_with_its_report(gas, report):
    found = potential(gas, report)
    assert (found.value, found.edition) == (gases()[gas].potentials[report], report)
    assert found.document in documents()


def test_an_unknown_report_is_refused():
    with pytest.raises(InputError, match="gwp"):
        mine_gas(gwp="AR7")


def test_every_gas_that_a_process_names_is_an_output_in_tonnes_with_an_input_that_is_its_potential():
    named = [(cls, *each) for sector in sectors().values() for cls in sector.processes for each in cls.gases.items()]
    assert len(named) >= 5
    for cls, output, name in named:
        assert outputs_of(cls)[output].unit.same_kind(unit("t"))
        assert fields_of(cls)[name].default.gas in gases()
        assert "co2e" in outputs_of(cls)
