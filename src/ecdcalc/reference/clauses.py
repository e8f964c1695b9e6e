"""Clauses of documents as a reader knows them: tables, annexes and notes in the language of the reader.

The tables of data say where in a document a value stands, or what a range rests on, in the words of whoever read it.
Whole phrases are translated in `clauses.csv`, from either language; names with a number ("Appendix D Table D.1 note b",
"附录A表A.1") by words.
"""

from __future__ import annotations

import csv
import io
import re
from functools import cache

from attrs import frozen

from ecdcalc.reference.files import data_text
from ecdcalc.words.texts import Said

_NUMBER = r"[ ]?([A-Z]?[\d.]*\d[\d./-]*|[A-Z]\b)"
_WORDS = (
    (rf"\b(?:Appendix|Annex){_NUMBER}", r"附录\1"),
    (rf"\b[Tt]ables?{_NUMBER}", r"表\1"),
    (rf"\b[Cc]lauses?{_NUMBER}", r"第\1条"),
    (r"\(Tier (\d) Emission Factor\)", r"（方法\1排放因子）"),
    (r"\bStandard states (?=\d)", "标准给出"),
    (r"\bnote ([a-z])\b", r"注\1"),
    (r"\bnote\b", "注"),
    (r"\beqs?\. ?(\d+)", r"式\1"),
    (r"; ", "；"),
)
_ENGLISH = (
    (r"附录([A-Z])", r"Annex \1 "),
    (r"表(?=[A-Z\d])", "Table "),
    (r"脚?注([a-z])", r" note \1"),
    (r"、", ", "),
    (r"～", " to "),
)
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_REMARKS = re.compile(r"(?<=[;.])(?<!No\.)(?<!Vol\.)(?<!Ch\.)(?<![ie]\.[eg]\.)(?<!incl\.) ")
_LIBRARY = "measures.csv: "
"""Before the source of a cost that the measure library has: what follows is told there in the same words."""
_EXPERTS = "expert knowledge"
_DATE = re.compile(r"\d{4}-\d\d-\d\d")


@frozen
class Source(Said):
    """What a range rests on, as a reader knows it; in Chinese what experts know has its grade behind it."""

    text: str
    grade: str

    def say(self, lang: str) -> str:
        """Return it in `lang`."""
        said = clause_of(self.text, lang)
        return f"{said}，{self.grade}级" if lang == "zh" and _EXPERTS in self.text else said


def clause_of(clause: str, lang: str) -> str:
    """Return a clause as a reader of `lang` knows it; what has no translation stays as it is."""
    if lang != "zh":
        return _in_english(clause) if _CHINESE.search(clause) else clause
    if clause in _phrases():
        return _phrases()[clause]
    if clause.startswith(_LIBRARY):
        return f"措施库：{clause_of(clause.removeprefix(_LIBRARY), lang)}"
    for pattern, words in _WORDS:
        clause = re.sub(pattern, words, clause)
    return clause


def _in_english(clause: str) -> str:
    """Return a clause of a Chinese document in English; numbers of documents stay as they are."""
    if found := _phrases_back().get(clause):
        return found
    for pattern, words in _ENGLISH:
        clause = re.sub(pattern, words, clause)
    return clause


def condition_of(condition: str, lang: str) -> str:
    """Return the conditions of a factor, one after another, as a reader of `lang` knows them."""
    return " | ".join(clause_of(each, lang) for each in condition.split(" | "))


def note_of(note: str, lang: str) -> str:
    """Return a note, which is made of remarks, as a reader of `lang` knows it."""
    if lang != "zh" or not note or note in _phrases():
        return clause_of(note, lang)
    return "；".join(_remark(each.rstrip(".;")) for each in _REMARKS.split(note.strip()) if each)


def _remark(remark: str) -> str:
    """Return one remark in Chinese; dates stand in the place of the word DATE of the translation."""
    dates = iter(_DATE.findall(remark))
    found = _phrases().get(_DATE.sub("DATE", remark))
    return re.sub("DATE", lambda _: next(dates), found) if found else clause_of(remark, "zh")


@cache
def _phrases_back() -> dict[str, str]:
    return {zh: en for en, zh in _phrases().items()}


@cache
def _phrases() -> dict[str, str]:
    return {row["en"]: row["zh"] for row in csv.DictReader(io.StringIO(data_text("clauses.csv")))}
