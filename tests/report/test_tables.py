from wcwidth import wcswidth

from ecdcalc import assess
from ecdcalc.read import read_plant
from ecdcalc.report.tables import heading, sections, text_table


def test_wide_characters_count_for_two():
    lines = text_table(["名称", "b"], [["焦炉", "1"], ["ab", "2"]]).splitlines()
    assert len({wcswidth(line[: line.rindex(line.split()[-1])]) for line in (lines[0], *lines[2:])}) == 1


def test_a_report_has_its_sections(coking):
    contract = assess(coking).to_dict()
    titles = [each.title for each in sections(contract, "en")]
    assert titles[:2] == ["Savings and reductions", "Processes"]
    assert {"Energy limits", "Measures", "Gaps to the targets", "Sources"} <= set(titles)
    assert "yuncheng-14fyp" in heading(contract, "en")
    for section in sections(contract, "zh"):
        assert all(len(row) == len(section.headers) for row in section.rows), section.title


def test_unconfirmed_values_are_named(coking):
    totals = next(sections(assess(coking).to_dict(), "en"))
    assert any("grade C" in note and "COD" in note for note in totals.notes)


def voc_plant(**reporting):
    line = {
        "name": "a",
        "area": "1 m2",
        "solvent_borne": {"mass": "10 t"},
        "voc": {"device": "none"},
        "reporting": reporting,
    }
    return assess(read_plant({"year": 2025, "coating": [line]}, asked="voc-industries")).to_dict()


def test_the_evidence_is_shown_and_a_change_of_it_is_flagged():
    for result, cell in ((voc_plant(), "balance"), (voc_plant(voc={"mass": "5 t"}), "balance → monitoring")):
        section = next(each for each in sections(result, "en") if each.title == "How emissions were found")
        assert section.rows[0][section.headers.index("VOC")] == cell
        assert bool(section.notes) == ("→" in cell)


def test_what_lacks_for_one_reason_stands_in_one_line():
    lacking = next(each for each in sections(voc_plant(), "en") if each.title == "Not computed")
    assert [what for what, _ in lacking.rows if "SO2" in what] == ["a: SO2, PM"]


def test_what_lacks_for_one_reason_stands_in_one_row():
    from ecdcalc.report.tables import _by_reason

    found = [
        ("mill: COD", "no fuel"),
        ("mill: NOx", "no fuel"),
        ("mill: energy", "not given: load"),
        ("COD", "no fuel"),
    ]
    rows = _by_reason([{"what": what, "reason": reason} for what, reason in found])
    assert rows == [("mill: COD, NOx", "no fuel"), ("mill: energy", "not given: load"), ("COD", "no fuel")]
