"""Documents and clauses in the words of a Chinese reader: in no source row of any example an English phrase."""

import re
from pathlib import Path

import pytest

from ecdcalc.assessment.plant import assess
from ecdcalc.reference.clauses import clause_of

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.toml"))
NAMES = (
    "EnergyPlus", "Environmental Development", "Nature Sustainability", "Princeton", "Liu & Mauzerall", "Materials",
    "Napier", "Marks", "scribd", "J. Phys. Chem. Ref. Data", "ChinaXiv",
)  # fmt: skip
"""Names of journals, people and programs."""
_ADDRESS = re.compile(r"\S+\.(?:com|cn|net|org|cc)\S*|\b10\.\d+/\S+")
_WORD = re.compile(r"(?<![.])\b[A-Za-z]?[a-z]{2,}\b")
_UNITS = {"kgce", "tce", "kgoe", "pp", "coal"}


def english(text):
    for name in NAMES:
        text = text.replace(name, "")
    return [word for word in _WORD.findall(_ADDRESS.sub("", text)) if word not in _UNITS]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_no_source_row_of_a_chinese_result_shows_an_english_phrase(example):
    rows = assess(example).to_dict("zh")["sources"]
    assert rows
    shown = {(row["id"], row[key]) for row in rows for key in ("document", "clause", "edition")}
    assert {each for each in shown if english(each[1])} == set()


@pytest.mark.parametrize(
    ("clause", "wanted"),
    [
        ("Appendix D Table D.1 note b", "附录D 表D.1 注b"),
        ("Annex A Table A.2", "附录A 表A.2"),
        ("Table 2; clause 4.7", "表2；第4.7条"),
        ("NFR 1.A.1.a Table 3-22 (Tier 2 Emission Factor)", "NFR 1.A.1.a 表3-22 （方法2排放因子）"),
        ("table 2", "表2"),
        ("general formula", "通用公式"),
        ("表1", "表1"),
        ("", ""),
    ],
)
def test_clauses_are_translated(clause, wanted):
    assert clause_of(clause, "zh") == wanted
    assert clause_of(clause, "en") == clause


def test_the_detector_sees_a_phrase():
    assert english("Annex 'common fuel default values'") == ["Annex", "common", "fuel", "default", "values"]
    assert english("GB/T 2589-2020 综合能耗计算通则，IAPWS R7-97(2012)") == []
