"""What a Chinese reader sees, in every form of every example: nowhere an English phrase of three words or more.

What the plant file names itself is taken out first, and so are the names of journals and addresses of sources. Keys and
ids (`heat-pump`, `unit_energy`) are no phrases: they are one word, and the same for all readers.
"""

import html
import json
import re
import tomllib
import zipfile

import pytest
from shown import EXAMPLES, SECTORS, assessed, contract, written

from ecdcalc.report.outputs import ASSESSMENT, REGION, Asked
from ecdcalc.report.paper.book import book

WORD = r"[A-Za-z][a-z]+"
PHRASE = re.compile(rf"(?<![\w./-]){WORD}(?:[ ,;:()]+{WORD}){{2,}}(?![\w/])")
NAMES = ("Applied Thermal Engineering", "Environmental Development", "Nature Sustainability", "Liu & Mauzerall")
"""Of journals and people, in what a source is called."""
FORMS = {"saving-report": ".docx", "schemes": ".docx", "self-check": ".docx", "": ".txt .html .xlsx"}
OF_REGION = {"region-report": ".docx", "": ".txt .html .xlsx"}
WORD_FOR = ("coal", "equipment", "city")
"""The cells of a form for Word are those of the other forms: filled for a few."""


def given(name):
    paths = [*(EXAMPLES / "city").rglob("*.toml")] if name == "city" else [EXAMPLES / f"{name}.toml"]
    found = {text for path in paths for text in written(tomllib.loads(path.read_text(encoding="utf-8")))}
    return sorted(found, key=len, reverse=True)


def text_of(path):
    """The text of a file that is seen: of a page without its style, of a workbook without formulas."""
    if path.suffix == ".txt":
        return path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        text = re.sub(r"<(style|script)\b.*?</\1>", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        told = re.findall(r'(?:title|alt|aria-label)="([^"]*)"', text)
        return html.unescape("\n".join([re.sub(r"<[^>]+>", "\n", text), *told]))
    with zipfile.ZipFile(path) as parts:
        seen = [
            each for each in parts.namelist() if re.search(r"sharedStrings|sheet\d|document\.xml|chart|comment", each)
        ]
        text = "\n".join(parts.read(each).decode() for each in seen if each.endswith(".xml"))
    text = re.sub(r"<(f|definedName)\b[^>]*>.*?</\1>", "", text, flags=re.DOTALL)
    runs = text.replace("</w:p>", "\n") if path.suffix == ".docx" else re.sub(r"</(si|t|v)>", "\n", text)
    return html.unescape(re.sub(r"<[^>]+>", "", runs))


def phrases(text, name):
    for each in (*given(name), *NAMES):
        text = text.replace(each, "·")
    return {*PHRASE.findall(text)}


@pytest.mark.parametrize("name", [*SECTORS, "city"])
def test_no_form_of_a_chinese_result_shows_an_english_phrase(name, tmp_path):
    makers = REGION if name == "city" else ASSESSMENT
    found = set()
    for form, suffixes in (OF_REGION if name == "city" else FORMS).items():
        for suffix in suffixes.split() if not form or name in WORD_FOR else ():
            draft = tmp_path / f"x{suffix}"
            makers[suffix](assessed(name), draft, Asked("zh", form=form))
            found |= {(form or suffix, each) for each in phrases(text_of(draft), name)}
    assert found == set()


@pytest.mark.parametrize("name", SECTORS)
def test_no_page_of_a_chinese_book_shows_an_english_phrase(name):
    pages = json.dumps(book(assessed(name), contract(name, "zh"), "zh"), ensure_ascii=False, indent=0)
    assert phrases(pages, name) == set()


def test_the_detector_sees_a_phrase():
    assert phrases("二氧化碳 (a phrase, in English) t", "coking") == {"phrase, in English"}
    assert phrases("heat-pump unit_energy 1# NOx t given\nlines apart\nare none", "coking") == set()
