"""CO2 equivalent by the chosen report: 1000 t of methane spared are 30 000 t by AR5, 21 000 t by SAR."""

import polars
import pytest

from ecdcalc.assessment.co2e import weighed
from ecdcalc.assessment.plant import assess
from ecdcalc.assessment.tables.portfolio import portfolio
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
        fields = fields_of(cls)
        default = fields[name].default
        assert set(fields["gas"].options if hasattr(default, "by") else [default.gas]) <= {*gases()}
        assert "co2e" in outputs_of(cls)


def released(gas, **head):
    table = {"gas": gas, "charge": "500 kg", "recovered": "100 kg", "reporting": {"recovered": "480 kg"}}
    return assess(read_plant({"year": 2025, **head, "gas-release": [table]}, asked="equipment"))


GASES = [id for id, gas in gases().items() if id != "co2" and gas.potentials["AR5"] is not None]


@pytest.mark.parametrize("gas", GASES)
def test_a_release_of_any_gas_is_in_totals_and_in_the_process(gas):
    found = released(gas)
    saved = 380 * gases()[gas].potentials["AR5"]
    assert found.warming.saved == pytest.approx(saved)
    assert found.processes[0].saved["co2e"] == pytest.approx(saved)
    (told,) = found.to_dict("zh")["totals"]["co2e"]["gases"]
    assert told["potential"] == gases()[gas].potentials["AR5"]


def test_the_report_prints_sf6_pfc_and_n2o_by_name():
    for gas, shown in (("sf6", "SF6"), ("cf4", "CF4"), ("n2o", "N2O"), ("hfc-134a", "C2H2F4")):
        assert shown in str([table.rows for table in sections(released(gas).to_dict("zh"), "zh")])


def test_a_release_without_potential_in_the_report_is_unknown_and_refused_above_its_charge():
    assert str(released("nf3", gwp="SAR").warming.saved) != "0"
    with pytest.raises(InputError):
        assess(read_plant({"year": 2025, "gas-release": [{"gas": "sf6", "charge": "1 kg", "recovered": "2 kg"}]},
                          asked="equipment"))  # fmt: skip


def test_a_table_of_releases_has_its_co2e():
    rows = {"gas": ["sf6", "cf4"], "charge [kg]": [500.0, 10.0], "recovered [kg]": [100.0, 0.0],
            "reporting.recovered [kg]": [480.0, 5.0]}  # fmt: skip
    found = portfolio(polars.DataFrame(rows), sector="equipment", process="gas-release", year=2025).results
    assert found["saved.co2e [t]"].to_list() == pytest.approx([380 * 23.5, 5 * 6.63])


def test_a_total_shows_its_known_part_and_what_is_not_in_it():
    unknown = {"name": "lacks", "new": True, "generation": "1 GWh", "energy": {"electricity": "-0.9 GWh"}}
    found = assess(read_plant({"sector": "coal", "year": 2025, "grid_year": 2023, "gas-power": [NEW, unknown]}))
    alone = mine_gas().warming.saved
    told = found.to_dict("en")["totals"]
    assert told["co2e"]["saved"]["value"] == pytest.approx(alone / 1000)
    assert told["complete"]["co2e"] is False
    assert [each["title"] for each in told["lacks"]["co2e"]] == ["lacks"]
    assert "gas-power[1].gas" in told["lacks"]["co2e"][0]["inputs"]
    rows = next(each for each in sections(found.to_dict("en"), "en") if "CH4 × 30" in str(each.rows)).rows
    assert any("(in part)" in str(row[1]) for row in rows if "CH4" in str(row[0]))
    assert mine_gas().to_dict("en")["totals"]["complete"]["co2e"] is True
