import re
import tomllib
from pathlib import Path

import pytest

from ecdcalc import assess, load_plant
from ecdcalc.read import read_plant
from ecdcalc.report.tables import heading, sections


def test_a_report_has_its_sections(coking):
    contract = assess(coking).to_dict()
    titles = [each.title for each in sections(contract, "en")]
    assert titles[:2] == ["Savings and reductions", "Processes"]
    assert {"Energy limits", "Measures", "Gaps to the targets", "Sources"} <= set(titles)
    assert "Yuncheng" in heading(contract, "en")
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


EXAMPLES = sorted((Path(__file__).parent.parent.parent / "examples").glob("*.toml"))
KEY = re.compile(r"\b[a-z]+(?:[-_][a-z]+|\[\d+\])+\b|^[a-z]+$")


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_a_chinese_report_says_everything_in_chinese(file):
    contract = assess(load_plant(str(file))).to_dict("zh")
    assert contract["sector_label"] in heading(contract, "zh")
    given = {each["name"] for each in contract["processes"]}
    ids = {each["process"] for each in contract["processes"]} | {name for name in given if "[" in name}
    for section in sections({**contract, "warnings": []}, "zh"):  # a warning names its place as the file writes it
        assert not [head for head in section.headers if KEY.search(head)]
        for row in section.rows[: None if section.title != "数据来源" else 0]:
            assert not ids & {str(cell) for cell in row}, row
            assert str(row[0]).partition("：")[0] in given or not KEY.search(str(row[0])), row


def test_what_has_no_name_is_called_by_its_kind_and_numbered():
    lines = [{"area": "1 m2", "solvent_borne": {"mass": "10 t"}, "voc": {"device": "none"}} for _ in "ab"]
    contract = assess(read_plant({"year": 2025, "coating": lines}, asked="voc-industries")).to_dict("zh")
    label = contract["processes"][0]["label"]
    assert [each["title"] for each in contract["processes"]] == [f"{label} 1", f"{label} 2"]
    assert [each["name"] for each in contract["processes"]] == ["coating[0]", "coating[1]"]


def test_what_lacks_is_named_by_its_label_in_chinese():
    file = next(each for each in EXAMPLES if each.stem == "buildings")
    lacking = assess(load_plant(str(file))).to_dict("zh")["not_computed"]
    assert any("采暖度日数 degree_days" in each["reason"] for each in lacking)


def test_what_lacks_for_one_reason_stands_in_one_row():
    from ecdcalc.report.tables import _by_reason

    found = [
        ("mill: COD", "no fuel"),
        ("mill: NOx", "no fuel"),
        ("mill: energy", "not given: load"),
        ("plant: COD", "no fuel"),
    ]
    rows = _by_reason([{"label": what, "reason": reason} for what, reason in found], "en")
    assert rows == [("mill: COD, NOx", "no fuel"), ("mill: energy", "not given: load"), ("plant: COD", "no fuel")]


@pytest.mark.parametrize(("lang", "unknown"), [("en", "date not known"), ("zh", "日期不详")])
def test_an_old_edition_whose_start_is_not_known_says_so(lang, unknown):
    """GB 21258-2017 held in 2022; its own start was not found. Its successor is in force since 2025-04-01."""
    text = Path("examples/power.toml").read_text(encoding="utf-8")
    for year, supply in ((2022, unknown), (2025, "2025-04-01")):
        plant = read_plant(tomllib.loads(text.replace("year = 2025", f"year = {year}", 1)))
        contract = assess(plant).to_dict(lang)
        head = {"en": "Energy limits", "zh": "能耗限额"}[lang]
        (section,) = (each for each in sections(contract, lang) if head in each.title)
        assert {row[-1] for row in section.rows if row[2] in ("Supply coal rate", "供电标准煤耗")} == {supply}


def more_power_less_coal(year=2023):
    """A battery that burns 500 t of coal less, 450 tce, and takes 2 GWh more: 245.8 tce, or 604 tce of coal burnt."""
    battery = {
        "name": "1#", "coke": "60 万t", "charging": "top", "quenching": "wet",
        "energy": {"coking-coal": "81 万t", "electricity": "20 GWh"},
        "reporting": {"energy": {"coking-coal": "80.95 万t", "electricity": "22 GWh"}},
    }  # fmt: skip
    return assess(read_plant({"sector": "coking", "name": "x", "year": year, "battery": [battery]}))


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("en", "calorific: 204.2 tce; primary-equivalent: -153.8 tce"),
        ("zh", "当量值：204.2 tce；等价值：-153.8 tce"),
    ],
)
def test_a_saving_on_one_basis_alone_is_told_with_both(lang, told):
    assert told in [note for each in sections(more_power_less_coal().to_dict(lang), lang) for note in each.notes]
