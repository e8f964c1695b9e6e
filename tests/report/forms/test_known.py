import tomllib

import pytest
from conftest import EXAMPLES

from ecdcalc import assess, read_plant
from ecdcalc.report.forms.known import document_of, is_measured, schema_of
from ecdcalc.report.forms.paths import knows

COKING = EXAMPLES / "coking.toml"


def document():
    return tomllib.loads(COKING.read_text(encoding="utf-8"))


def test_estimates_are_not_called_measured_even_beside_measured_emissions():
    assert not is_measured(assess(read_plant(document())))


def test_measured_energy_of_every_changed_process_is_measured():
    found = document()
    found["battery"][1]["reporting"]["energy"] = {**found["battery"][1]["energy"], "electricity": "44 GWh"}
    assert is_measured(assess(read_plant(found)))
    found["battery"][0].pop("closed")
    found["battery"][0]["measure"] = [{"use": "coke-dry-quenching"}]
    assert not is_measured(assess(read_plant(found)))


# A printed example of cleaner production audits: I 10, P 1.58, Y 10, tax 25 %, here thirteen times as large.
# A battery of 130 万t saves 0.158 kWh/t at 1 元/kWh, and nothing else that has a price changes.
@pytest.mark.parametrize(
    ("tax", "wanted"),
    [
        ("25 %", {"depreciation": 1.0, "taxable": 0.58, "profit": 0.435, "cash_flow": 1.435, "payback": 6.968641}),
        (None, {"depreciation": None, "taxable": None, "profit": None, "cash_flow": 1.58, "payback": 6.329114}),
    ],
)
def test_the_chain_of_a_scheme_is_that_of_the_printed_example(tax, wanted):
    found = document()
    own = {
        "use": "own",
        "name": "x",
        "carrier": "electricity",
        "saving": "0.158 kWh/t",
        "capex": "130 万元",
        "life": "10 a",
    }
    found["battery"] = [{**found["battery"][1], "measure": [own]}]
    found["prices"] = {"price_year": 2025, "electricity": "1 元/kWh"}
    found["economics"] = {"rate": "6 %", "rate_is": "real", **({"tax": tax, "depreciation": "10 a"} if tax else {})}
    found = document_of(assess(read_plant(found)), "en")
    scheme = found["more"]["schemes"][0]
    for name, value in wanted.items():
        if value is None:
            assert scheme[name] is None
        else:
            assert scheme[name]["value"] == pytest.approx(value * (1.0 if name == "payback" else 13e4), rel=1e-6)
    if tax:
        worth = found["money"]["measures"][0]["worth"]
        assert worth["npvr"] == pytest.approx(0.0561725, rel=1e-5)
        assert worth["irr"][0]["value"] == pytest.approx(7.170243, rel=1e-6)


def test_the_schema_knows_what_forms_have_beside_the_contract():
    assert knows(schema_of("assessment"), ["more", "schemes", "*", "cash_flow"])
    assert not knows(schema_of("region"), ["more", "schemes"])
    for kind in ("assessment", "region"):
        assert knows(schema_of(kind), ["more", "chance", "results", "*", "p50"])


def test_a_scheme_of_which_the_cost_is_not_known_has_a_row_of_blanks():
    from billed import REST
    from billed import document as billed

    schemes = document_of(assess(read_plant(billed(**REST))), "en")["more"]["schemes"]
    known = [{key for key, each in row.items() if each is not None} for row in schemes]
    assert schemes[2]["measure"] == "coking-wastewater-advanced-treatment"
    assert known[2] == {"measure", "label", "process"} and all(len(each) > 5 for each in known[:2])
