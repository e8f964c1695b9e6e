import hashlib

from ecdcalc.reference.warming import REPORTS, USUAL_REPORT, gases


def test_a_gas_has_a_potential_by_report():
    methane = gases()["ch4-fossil"]
    assert [methane.potentials[report] for report in REPORTS] == [21, 25, 30, 29.8]
    assert gases()["sf6"].potentials[USUAL_REPORT] == 23500
    assert gases()["nf3"].potentials["SAR"] is None
    assert (methane.label("zh"), methane.label("en")) == ("甲烷（化石源）", "methane, fossil")


def test_the_table_is_the_transcription():
    rows = sorted(
        f"{each.id}|{each.formula}|{[each.potentials[report] for report in REPORTS]}|{each.confidence}"
        for each in gases().values()
    )
    assert (
        hashlib.sha256("\n".join(rows).encode()).hexdigest()
        == "4841b4ba1ec01324214a9b06a4792ad9405cc74536fe783bb55d7fd9e9dad836"
    )
