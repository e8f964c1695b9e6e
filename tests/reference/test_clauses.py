"""Documents and clauses in the words of a Chinese reader: in no source row of any example an English phrase."""

import csv
import re
from pathlib import Path

import pytest

from ecdcalc.assessment.plant import assess
from ecdcalc.reference.clauses import Source, clause_of, condition_of, note_of
from ecdcalc.reference.costs import cost_rows, investment_of
from ecdcalc.reference.emission_limits import emission_rows
from ecdcalc.reference.factors import FactorTable, documents, title_of
from ecdcalc.reference.files import data_text
from ecdcalc.reference.limits import LimitTable
from ecdcalc.reference.measures import measure_rows

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.toml"))
NAMES = (
    "EnergyPlus", "Environmental Development", "Nature Sustainability", "Princeton", "Liu & Mauzerall", "Materials",
    "Napier", "Marks", "scribd", "J. Phys. Chem. Ref. Data", "ChinaXiv",
)  # fmt: skip
"""Names of journals, people and programs."""
_ADDRESS = re.compile(r"\S+\.(?:com|cn|net|org|cc)\S*|\b10\.\d+/\S+")
_WORD = re.compile(r"(?<![.])\b[A-Za-z]?[a-z]{2,}\b")
_UNITS = {"kgce", "tce", "kgoe", "pp", "coal", "mm", "kg", "psi", "kcal", "Mcal"}


def english(text):
    for name in NAMES:
        text = text.replace(name, "")
    return [word for word in _WORD.findall(_ADDRESS.sub("", text)) if word not in _UNITS]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_no_source_row_of_a_chinese_result_shows_an_english_phrase(example):
    rows = assess(example).to_dict("zh")["sources"]
    assert rows
    shown = {(row["id"], row[key]) for row in rows for key in ("document", "clause", "edition")}
    assert {each for each in shown if not translated(each[1])} == set()


BY_HAND = {row["zh"] for row in csv.DictReader(data_text("clauses.csv").splitlines())}
_CHINESE = re.compile(r"[\u4e00-\u9fff]")


def shown():
    """Every text of the data that a result, a list or a page may show, as it is in Chinese, with its place."""
    for each in FactorTable():
        yield each.id, each.label("zh")
        yield each.id, clause_of(each.clause, "zh")
        yield each.id, each.edition
        yield each.id, clause_of(each.per, "zh")
        for text in each.condition.split(" | "):
            yield each.id, condition_of(text, "zh").replace("_", " ")
        for text in note_of(each.note, "zh").split("；"):
            yield each.id, text
    for each in LimitTable():
        yield each.id, each.label("zh")
        yield each.id, clause_of(each.clause, "zh")
        yield each.id, clause_of(each.correction, "zh")
    for id, row in emission_rows().items():
        yield id, row["zh"]
        yield id, clause_of(row["clause"], "zh")
        yield id, clause_of(row["applicability"], "zh")
        for text in note_of(row["note"], "zh").split("；"):
            yield id, text
    for each in measure_rows().values():
        yield each.id, each.label("zh")
        for text in (each.source, each.saving_per, each.capex_per, each.basis):
            yield each.id, clause_of(text, "zh")
        if cost := investment_of(each):
            yield each.id, clause_of(cost.per, "zh")
    for id, rows in cost_rows().items():
        for row in rows:
            yield id, clause_of(row.per, "zh")
            if row.what == "investment":
                yield id, clause_of(row.source, "zh").removeprefix("措施库：")


def translated(text):
    """Whether a text is Chinese: no English word in it, or a translation by hand that keeps a name."""
    return text in BY_HAND or not english(text)


def test_every_label_clause_and_source_of_the_data_has_a_chinese_text():
    assert {each for each in shown() if not translated(each[1])} == set()


RANGES = [
    row["source"]
    for name in ("plausible.csv", "conditional.csv", "balances.csv")
    for row in csv.DictReader(data_text("ranges", name).splitlines())
]
BOTH = {row["en"]: row["zh"] for row in csv.DictReader(data_text("clauses.csv").splitlines())}
_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_KEPT = (
    "Energy Policy", "Coke Oven Emissions", "The Engineer", "NASA Langley", "VTT Lipasto", "Silkeborg", "Huo", "Ryan",
    "Choate", "Green", "J. Clean. Prod.", "ck-cmc", "cm-air-leak", "bm-cement-whr", "nox-control",
)  # fmt: skip
"""Names of journals, books, institutes, places, authors and rows."""
_OF_UNITS = {"km", "mg", "ppm", "Btu", "mol"}


def test_every_source_of_a_range_has_a_chinese_text():
    assert len(RANGES) > 500
    assert set(RANGES) - set(BOTH) == set()


def test_the_source_of_a_range_has_the_same_digits_in_both_languages():
    both = {source: BOTH[source] for source in RANGES}
    assert {en for en, zh in both.items() if sorted(_DIGITS.findall(en)) != sorted(_DIGITS.findall(zh))} == set()


def test_the_source_of_a_range_says_in_chinese_what_it_says_in_english():
    found = {source: BOTH[source] for source in RANGES}
    assert {en for en, zh in found.items() if ("expert knowledge" in en) != ("专家经验" in zh)} == set()
    bare = {re.sub("|".join(_KEPT), "", zh) for zh in found.values()}
    assert {zh for zh in bare if set(english(zh)) - _OF_UNITS} == set()


def test_the_source_of_a_range_is_told_with_its_reason_and_in_chinese_with_the_grade_of_what_experts_know():
    source = Source("expert knowledge: trackless vehicles below 1", "C")
    assert source.say("zh") == "专家经验：无轨胶轮车低于1，C级"
    assert source.say("en") == "expert knowledge: trackless vehicles below 1"
    assert Source("definition: a part of what is treated", "B").say("zh") == "定义：处理水量的一部分"


def test_every_remark_of_a_limit_has_a_chinese_text():
    notes = {note_of(each.note, "zh") for each in LimitTable()}
    remarks = {each for note in notes for each in note.split("；")}
    assert {
        each for each in remarks if not _CHINESE.search(each) and re.search(r"(?<!/)\b[a-z]{2,} [a-z]{2,}", each)
    } == set()
    words = {each for note in notes for each in re.findall(r"(?<![\w/.-])[a-z]{4,}(?![\w/.-])", note)}
    assert words <= {"http", "https", "kgce", "kgoe", "outputs", "tdmf"}


def test_every_document_that_a_row_cites_has_a_chinese_title():
    cited = {each.document for each in FactorTable()} | {each.standard for each in LimitTable()}
    cited |= {row["standard"] for row in emission_rows().values()}
    cited |= {each.document for each in measure_rows().values() if each.document in documents()}
    assert {id for id in cited if id and "zh" not in documents()[id] and english(title_of(id, "zh"))} == set()
    for id, found in documents().items():
        if "zh" in found:
            assert _CHINESE.search(found["zh"]) or not english(found["zh"]), id


def test_every_document_has_an_english_title():
    assert {id for id in documents() if _CHINESE.search(title_of(id, "en"))} == set()


@pytest.mark.parametrize(
    ("clause", "wanted"),
    [
        ("Appendix D Table D.1 note b", "附录D 表D.1 注b"),
        ("Annex A Table A.2", "附录A 表A.2"),
        ("Table 2; clause 4.7", "表2；第4.7条"),
        ("NFR 1.A.1.a Table 3-22 (Tier 2 Emission Factor)", "NFR 1.A.1.a 表3-22 （方法2排放因子）"),
        ("table 2", "表2"),
        ("general formula", "通用公式"),
        ("", ""),
        ("limit x 1.18 when the feed is sun-dried industrial salt.", "原料为日晒工业盐时限额×1.18。"),
    ],
)
def test_clauses_are_translated(clause, wanted):
    assert clause_of(clause, "zh") == wanted
    assert clause_of(clause, "en") == clause


@pytest.mark.parametrize(
    ("clause", "wanted"),
    [
        ("表1、表2、5.3", "Table 1, Table 2, 5.3"),
        ("附录A表A.2", "Annex A Table A.2"),
        ("表2～表4", "Table 2 to Table 4"),
        ("表1脚注b", "Table 1 note b"),
        ("现有、新建、先进值三表", "tables of existing plants, new plants and advanced values"),
        ("环大气〔2024〕5号", "环大气〔2024〕5号"),
    ],
)
def test_clauses_of_chinese_documents_are_told_in_english(clause, wanted):
    assert clause_of(clause, "en") == wanted
    assert clause_of(clause, "zh") == clause


def test_every_clause_of_the_data_has_an_english_text():
    clauses = {each.clause for each in FactorTable()} | {each.clause for each in LimitTable()}
    clauses |= {row["clause"] for row in emission_rows().values()}
    told = {clause_of(each, "en") for each in clauses}
    numbered = re.compile(r"^[一-龥]*〔\d+〕|^[一二三四五六七八九十]+\([一二三四五六七八九十]+\)$")
    assert {each for each in told if _CHINESE.search(each) and not numbered.search(each)} == set()


def test_the_detector_sees_a_phrase():
    assert english("Annex 'common fuel default values'") == ["Annex", "common", "fuel", "default", "values"]
    assert english("GB/T 2589-2020 综合能耗计算通则，IAPWS R7-97(2012)") == []


def test_the_conditions_of_a_factor_are_translated_one_by_one():
    text = "combustion | utility boiler, all furnace types | unit capacity <=100 MW"
    assert condition_of(text, "zh") == "燃烧 | 电站锅炉，各炉型 | 单机容量≤100 MW"
    assert condition_of(text, "en") == text


def test_a_note_is_not_split_after_an_abbreviation():
    note = "above 33 impossible; IPCC 2006 Vol. 2 Ch. 1 Tables 1.2 and 1.3 [R01]; Standard states 6 kgoe/t."
    assert note_of(note, "zh") == "超过33不可能；IPCC 2006 第2卷第1章 表1.2、表1.3 [R01]；标准给出6 kgoe/t"


def test_a_note_is_translated_remark_by_remark_and_keeps_its_dates():
    note = "Public transcription; printed unit kgce/kL; published 2024-04-29"
    assert note_of(note, "zh") == "公开转录本；原文单位kgce/kL；2024-04-29发布"
    assert note_of(note, "en") == note
    assert note_of("Amendment No. 1 issued (contents not seen)", "zh") == "已发布第1号修改单（未见内容）"
